import { useLoaderData } from '@remix-run/react'
import { ConsortiumSaid } from '#app/components/bid/part-content.tsx'
import { FormDetails, Note } from '#app/components/card.tsx'
import { Choices, Tick } from '#app/components/choices.tsx'
import { Links } from '#app/components/entry.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { told } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.ts'
import { answerAlliance } from '#domain/buy/proposal/consortium/answer-alliance.ts'
import { allianceForm } from '#domain/buy/proposal/consortium/forms.ts'
import { type AlliancePage, readAlliance } from '#domain/buy/proposal/consortium/read-alliance.ts'

export const handle = titled('alliance.title')
export const loader = pageLoader((ctx, { memberId }) => readAlliance(ctx, memberId!))
const answer = oneForm({
  form: allianceForm,
  run: (ctx, input, { memberId }) => answerAlliance(ctx, { ...input, memberId: memberId! }),
  goTo: ({ id, says, tenderId }) => (says === 'yes' ? `/alliances/${id}` : `/tenders/${tenderId}`),
})
export const action = formActions({ answer, back: answer })

const Answer = ({ page }: { page: AlliancePage }) => {
  const t = useT()
  const f = useFormat()
  if (page.late) return <Note>{t('bid.invitation.gone')}</Note>
  if (!page.signs) return <Note kind="wait">{t('alliance.signer')}</Note>
  if (page.agreedAt || page.gone)
    return (
      <FormDetails form="back" summary={t('alliance.back-out')}>
        <p>{t('alliance.back-out.text')}</p>
        <Form name="back" look="danger" submit={t('alliance.back-out.do')} hidden={{ says: 'no' }} />
      </FormDetails>
    )
  return (
    <Form name="answer" submit={t('alliance.answer')} hidden={{ terms: page.terms ?? '' }}>
      <Choices
        name="says"
        legend={t('alliance.ask')}
        hint={t('alliance.hint', { at: f.dateTime(page.call.deadline) })}
        options={[
          { value: 'yes', label: t('alliance.yes') },
          { value: 'no', label: t('alliance.no'), note: t('alliance.no.note') },
        ]}
      />
      <Tick name="joint">{t('alliance.joint')}</Tick>
    </Form>
  )
}

export default function Alliance() {
  const t = useT()
  const f = useFormat()
  const page = useLoaderData<typeof loader>()
  const { lead, partners, paper, call, agreedAt } = page
  return (
    <Page
      narrow
      back={{ to: `/tenders/${call.id}`, label: call.title }}
      eyebrow={call.refNo}
      title={t('alliance.title')}
      lead={t('alliance.lead', { lead: lead.name, tender: call.title })}
    >
      {agreedAt ? <Note kind="done">{t('alliance.agreed', { at: f.dateTime(agreedAt) })}</Note> : null}
      {page.barred ? <Note kind="late">{told(t, `refusal.${page.barred}`)}</Note> : null}
      <Section title={t('alliance.terms')}>
        {page.gone ? (
          <Note>{t('alliance.gone')}</Note>
        ) : (
          <ConsortiumSaid
            lead={lead.name}
            terms={{ share: lead.share, duty: lead.duty, partners, agreement: null }}
          />
        )}
        <ol className="list-decimal pl-6 mt-4">
          <li>{t('alliance.law.1')}</li>
          <li>{t('alliance.law.2')}</li>
          <li>{t('alliance.law.3')}</li>
        </ol>
        <p className="small quiet">{t('consortium.source')}</p>
        <h3>{t('alliance.paper')}</h3>
        <p>
          {paper
            ? t('alliance.paper.text', { name: paper.name, hash: paper.hash.slice(0, 16) })
            : t('alliance.paper.none')}
        </p>
        {paper ? (
          <Links links={[{ to: `/alliances/${page.id}/agreement`, label: t('alliance.paper.open') }]} />
        ) : null}
      </Section>
      <Answer page={page} />
    </Page>
  )
}
