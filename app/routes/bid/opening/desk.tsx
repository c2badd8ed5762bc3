import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Tick } from '#app/components/choices.tsx'
import { Links } from '#app/components/entry.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { sureForm } from '#domain/buy/award/forms.ts'
import { openTender } from '#domain/buy/evaluation/open-tender.ts'
import { readOpeningDesk } from '#domain/buy/evaluation/read-opening.ts'
import { witnessOpening } from '#domain/buy/evaluation/witness-opening.ts'

export const handle = titled('opening.desk')
export const loader = pageLoader(async (ctx, { tenderId }) => {
  const desk = await readOpeningDesk(ctx, tenderId!)
  if (desk.call.sealMode === 'split') throw redirect(`/desk/tenders/${tenderId}/unseal`)
  return desk
})
const of = ({ tenderId }: Record<string, string>) => ({ tenderId: tenderId! })
const goTo = ({ id }: { id: string }) => `/desk/tenders/${id}/opening`
export const action = formActions({
  witness: oneForm({ form: sureForm, run: (ctx, _, p) => witnessOpening(ctx, of(p)), goTo }),
  open: oneForm({ form: sureForm, run: (ctx, _, p) => openTender(ctx, of(p)), goTo }),
})

export default function OpeningDesk() {
  const t = useT()
  const f = useFormat()
  const { call, early, unanswered, suspended, drawn, by, witnessed, may } = useLoaderData<typeof loader>()
  const waits = call.state === 'published'
  return (
    <Page
      narrow
      back={may.open ? { to: `/desk/tenders/${call.id}`, label: call.title } : { to: '/desk' }}
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
          {
            term: t('opening.witness'),
            text: by.witness
              ? t('opening.witness.at', { name: by.witness, at: f.dateTime(by.witnessedAt!) })
              : t('opening.witness.none'),
          },
          ...(call.openedAt ? [{ term: t('opening.opened'), text: f.dateTime(call.openedAt) }] : []),
        ]}
      />
      {waits && may.witness && !witnessed && !early ? (
        <Form name="witness" submit={t('opening.witness.do')}>
          <Tick name="sure">{t('opening.witness.sure')}</Tick>
        </Form>
      ) : null}
      {waits && may.open && !witnessed ? <Note kind="wait">{t('refusal.opening-needs-witness')}</Note> : null}
      {waits && may.open && witnessed ? (
        <Form name="open" submit={t('opening.do')}>
          <Tick name="sure">{t('opening.sure', { n: call.minProposals })}</Tick>
        </Form>
      ) : null}
      <Links
        links={[
          ...(may.open ? [{ to: `/desk/tenders/${call.id}/panel`, label: t('opening.to-panel') }] : []),
          ...(call.openedAt ? [{ to: `/tenders/${call.id}/opening`, label: t('opening.to-record') }] : []),
        ]}
      />
    </Page>
  )
}
