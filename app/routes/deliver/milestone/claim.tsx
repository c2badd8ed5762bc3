import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { ServedFacts } from '#app/components/deliver/evidence.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { claimMilestone } from '#domain/deliver/milestone/claim-milestone.ts'
import { claimForm } from '#domain/deliver/milestone/forms.ts'
import { claimPage } from '#domain/deliver/milestone/milestone-page.ts'

export const handle = titled('milestone.claim.title')
export const loader = pageLoader((ctx, { milestoneId }) => claimPage(ctx, milestoneId!))
export const action = formAction({
  form: claimForm,
  run: (ctx, words, { milestoneId }) => claimMilestone(ctx, { ...words, milestoneId: milestoneId! }),
  goTo: ({ contractId }) => `/work/${contractId}`,
})

export default function Claim() {
  const t = useT()
  const f = useFormat()
  const m = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/work/${m.contractId}`, label: m.contract.title }}
      eyebrow={m.title}
      title={t('milestone.claim.title')}
      lead={t('milestone.claim.lead', { price: f.money(m.price) })}
    >
      {m.returnReason ? (
        <Note kind="late">
          <b>{t('milestone.returned.why')}</b>
          <p className="whitespace-pre-line">{m.returnReason}</p>
        </Note>
      ) : null}
      <Section title={t('milestone.evidence')}>
        <p className="quiet">{t('milestone.evidence.lead')}</p>
        <ServedFacts served={m.served} />
      </Section>
      <Section title={t('milestone.claim.form')}>
        <Form submit={t('milestone.claim.submit')}>
          {m.indicators.map((i, at) => (
            <div key={i.id} className="field">
              <input type="hidden" name={`readings[${at}].indicatorId`} value={i.id} />
              <Field
                name={`readings[${at}].value`}
                kind="number"
                label={t('milestone.reading', { name: i.name, unit: i.unit })}
                hint={t('milestone.reading.hint', { target: f.number(i.target), unit: i.unit })}
                fallback={i.value}
              />
            </div>
          ))}
          <Field
            name="claim"
            kind="long"
            rows={6}
            label={t('milestone.claim.words')}
            hint={t('milestone.claim.words.hint')}
            fallback={m.claim}
          />
        </Form>
      </Section>
    </Page>
  )
}
