import { useLoaderData } from '@remix-run/react'
import { ProposalTasks } from '#app/components/bid/proposal-tasks.tsx'
import { Acts, ButtonLink } from '#app/components/button.tsx'
import { Note } from '#app/components/card.tsx'
import { Tick } from '#app/components/choices.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { told } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.ts'
import { confirmForm } from '#domain/buy/proposal/forms.ts'
import { type Own, readOwn } from '#domain/buy/proposal/read-own.ts'
import { confirmProposal } from '#domain/buy/proposal/submit-proposal.ts'

export const handle = titled('bid.title')
export const loader = pageLoader((ctx, { tenderId }) => readOwn(ctx, tenderId!))
export const action = formAction({
  form: confirmForm,
  run: (ctx, _, { tenderId }) => confirmProposal(ctx, { tenderId: tenderId! }),
  goTo: (_done, { tenderId }) => `/tenders/${tenderId}/proposal/receipt`,
})

/** What was sent before a change counts only once its sender has read the change. */
const Reconfirm = ({ own }: { own: Own }) => {
  const t = useT()
  if (own.mine?.state !== 'needs_confirmation' || own.late) return null
  return (
    <Section title={t('bid.reconfirm')}>
      <p>
        {t('bid.reconfirm.text')} <a href={`/tenders/${own.call.id}#changed`}>{t('bid.reconfirm.see')}</a>
      </p>
      <Form submit={t('bid.reconfirm.do')}>
        <Tick name="read">{t('bid.reconfirm.read')}</Tick>
      </Form>
    </Section>
  )
}

const Sent = ({ own }: { own: Own }) => {
  const t = useT()
  if (own.mine?.state !== 'submitted') return null
  return (
    <Note kind="done">
      {t('bid.sent.note')} <a href={`/tenders/${own.call.id}/proposal/receipt`}>{t('bid.receipt.see')}</a>
    </Note>
  )
}

export default function Proposal() {
  const t = useT()
  const f = useFormat()
  const own = useLoaderData<typeof loader>()
  const { call, supplier, barred, late, missing } = own
  return (
    <Page
      narrow
      back={{ to: `/tenders/${call.id}`, label: call.title }}
      eyebrow={t('bid.as', { name: supplier.name })}
      title={t('bid.title')}
      lead={t('bid.lead', { at: f.dateTime(call.deadline), ceiling: f.money(call.ceiling) })}
    >
      {barred ? <Note kind="late">{told(t, `refusal.${barred}`)}</Note> : null}
      {late ? <Note kind="late">{t('refusal.proposal-too-late')}</Note> : null}
      <Sent own={own} />
      <Reconfirm own={own} />
      {late || barred ? null : (
        <>
          <Section title={t('bid.tasks')} aside={t('bid.tasks.hint')}>
            <ProposalTasks own={own} />
          </Section>
          <Acts>
            <ButtonLink to={`/tenders/${call.id}/proposal/check`}>{t('bid.check')}</ButtonLink>
            <span className="small quiet">
              {missing.length > 0 ? t('bid.left', { n: missing.length }) : t('bid.ready')}
            </span>
          </Acts>
        </>
      )}
      <p className="small quiet mt-8">{t('bid.secret')}</p>
    </Page>
  )
}
