import { useLoaderData } from '@remix-run/react'
import { FormDetails } from '#app/components/card.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { SanctionTag } from '#app/components/who/sanction-facts.tsx'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { reportSanctionForm } from '#domain/who/sanction/forms.ts'
import { sanctionGroundCodes, sanctionGrounds } from '#domain/who/sanction/grounds-data.ts'
import { listSanctions } from '#domain/who/sanction/read-sanctions.ts'
import { reportSanction } from '#domain/who/sanction/report-sanction.ts'

export const handle = titled('sanctions.title')
export const loader = pageLoader(async (ctx) => ({ ...(await listSanctions(ctx)), sources: sanctionGrounds }))
export const action = formAction({
  form: reportSanctionForm,
  run: reportSanction,
  goTo: () => '/desk/sanctions',
})

export default function Sanctions() {
  const t = useT()
  const f = useFormat()
  const { cases, bodies, all, reports, sources } = useLoaderData<typeof loader>()
  const name = (s: (typeof cases)[number]) =>
    all ? <a href={`/desk/sanctions/${s.id}`}>{s.refNo}</a> : s.refNo
  return (
    <Page
      back={{ to: '/desk' }}
      title={t('sanctions.title')}
      lead={t(all ? 'sanctions.lead' : 'sanctions.lead.own')}
    >
      {reports ? (
        <FormDetails form="" summary={t('sanction.report')}>
          <Form submit={t('sanction.report.do')}>
            <Field
              name="partyId"
              kind="select"
              label={t('sanction.body')}
              options={bodies.map((b) => ({ value: b.id, label: b.name }))}
            />
            <Field
              name="ground"
              kind="select"
              label={t('sanction.ground')}
              options={sanctionGroundCodes.map((value) => ({
                value,
                label: `${t(`sanction.ground.${value}`)} · ${sources[value]}`,
              }))}
            />
            <Field
              name="facts"
              kind="long"
              rows={6}
              label={t('sanction.facts')}
              hint={t('sanction.facts.hint')}
            />
          </Form>
        </FormDetails>
      ) : null}
      {cases.length === 0 ? (
        <p className="quiet">{t('sanctions.none')}</p>
      ) : (
        <Table
          caption={t('sanctions.title')}
          captionHidden
          columns={[
            { head: t('sanction.no') },
            { head: t('sanction.body') },
            { head: t('sanction.ground') },
            { head: t('sanction.reported') },
            { head: t('challenge.state') },
          ]}
          rows={cases.map((s) => ({
            key: s.id,
            cells: [
              name(s),
              s.party,
              t(`sanction.ground.${s.ground}`),
              f.day(s.reportedAt),
              <SanctionTag key="t" sanction={s} />,
            ],
          }))}
        />
      )}
    </Page>
  )
}
