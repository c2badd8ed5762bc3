import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Tick } from '#app/components/choices.tsx'
import { Links } from '#app/components/entry.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { sureForm } from '#domain/buy/award/forms.ts'
import { openTender } from '#domain/buy/evaluation/open-tender.ts'
import { readOpeningDesk } from '#domain/buy/evaluation/read-opening.ts'

export const handle = titled('opening.desk')
export const loader = pageLoader((ctx, { tenderId }) => readOpeningDesk(ctx, tenderId!))
export const action = formAction({
  form: sureForm,
  run: (ctx, _, { tenderId }) => openTender(ctx, { tenderId: tenderId! }),
  goTo: ({ id }) => `/desk/tenders/${id}/opening`,
})

export default function OpeningDesk() {
  const t = useT()
  const f = useFormat()
  const { call, early, unanswered, suspended, drawn } = useLoaderData<typeof loader>()
  const waits = call.state === 'published'
  return (
    <Page
      narrow
      back={{ to: `/desk/tenders/${call.id}`, label: call.title }}
      eyebrow={call.refNo}
      title={t('opening.desk')}
      lead={t(waits ? 'opening.desk.lead' : 'opening.desk.done', { n: call.minProposals })}
    >
      {call.state === 'failed' ? <Note kind="late">{call.endReason}</Note> : null}
      {early && waits ? <Note kind="wait">{t('refusal.opening-too-early')}</Note> : null}
      {unanswered > 0 ? <Note kind="late">{t('refusal.question-unanswered', { n: unanswered })}</Note> : null}
      {suspended ? <Note kind="late">{t('refusal.tender-suspended')}</Note> : null}
      <Facts
        facts={[
          { term: t('opening.deadline'), text: f.dateTime(call.deadline) },
          {
            term: t('opening.panel'),
            text: drawn > 0 ? t('opening.panel.drawn', { n: drawn }) : t('opening.panel.none'),
          },
          ...(call.openedAt ? [{ term: t('opening.opened'), text: f.dateTime(call.openedAt) }] : []),
        ]}
      />
      {waits ? (
        <Form submit={t('opening.do')}>
          <Tick name="sure">{t('opening.sure', { n: call.minProposals })}</Tick>
        </Form>
      ) : null}
      <Links
        links={[
          { to: `/desk/tenders/${call.id}/panel`, label: t('opening.to-panel') },
          ...(call.openedAt ? [{ to: `/tenders/${call.id}/opening`, label: t('opening.to-record') }] : []),
        ]}
      />
    </Page>
  )
}
