import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { Sent, ToCabinet } from '#app/components/bid/proposal-asides.tsx'
import { ProposalTasks } from '#app/components/bid/proposal-tasks.tsx'
import { ProposeUntil } from '#app/components/bid/propose-until.tsx'
import { Standing } from '#app/components/bid/standing.tsx'
import { Acts, ButtonLink } from '#app/components/button.tsx'
import { Note } from '#app/components/card.tsx'
import { Tick } from '#app/components/choices.tsx'
import { Links } from '#app/components/entry.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { keepFromProposal } from '#domain/buy/proposal/cabinet/keep.ts'
import { confirmForm } from '#domain/buy/proposal/forms.ts'
import { type Own, readOwn } from '#domain/buy/proposal/read-own.ts'
import { confirmProposal } from '#domain/buy/proposal/submit-proposal.ts'

export const handle = titled('bid.title')
export const loader = pageLoader((ctx, { tenderId }) => readOwn(ctx, tenderId!))
export const action = formActions({
  confirm: oneForm({
    form: confirmForm,
    run: (ctx, _, { tenderId }) => confirmProposal(ctx, { tenderId: tenderId! }),
    goTo: (_done, { tenderId }) => `/tenders/${tenderId}/proposal/receipt`,
  }),
  keep: oneForm({
    form: z.object({}),
    run: (ctx, _, { tenderId }) => keepFromProposal(ctx, { tenderId: tenderId! }),
    goTo: () => '/cabinet',
  }),
})

/** What was sent before a change counts only once its sender has read the change. */
const Reconfirm = ({ own }: { own: Own }) => {
  const t = useT()
  if (own.mine?.state !== 'needs_confirmation' || own.late) return null
  if (own.mine.broken) return <Note kind="late">{t('bid.broken')}</Note>
  return (
    <Section title={t('bid.reconfirm')}>
      <p>
        {t('bid.reconfirm.text')} <a href={`/tenders/${own.call.id}#changed`}>{t('bid.reconfirm.see')}</a>
      </p>
      <Form name="confirm" submit={t('bid.reconfirm.do')}>
        <Tick name="read">{t('bid.reconfirm.read')}</Tick>
      </Form>
    </Section>
  )
}

export default function Proposal() {
  const t = useT()
  const f = useFormat()
  const own = useLoaderData<typeof loader>()
  const { call, supplier, barred, late, missing, last } = own
  return (
    <Page
      narrow
      back={{ to: `/tenders/${call.id}`, label: call.title }}
      eyebrow={t('bid.as', { name: supplier.name })}
      title={t('bid.title')}
      lead={t('bid.lead', { at: f.dateTime(call.deadline), ceiling: f.money(call.ceiling) })}
    >
      <ProposeUntil call={call} />
      <Standing own={own} />
      {late ? <Note kind="late">{t('refusal.proposal-too-late')}</Note> : null}
      <Sent own={own} />
      <Reconfirm own={own} />
      {late || barred ? null : (
        <>
          <Section title={t('bid.tasks')} aside={t('bid.tasks.hint')}>
            {last ? (
              <p className="small quiet">{t('bid.saved.last', { by: last.by, at: f.dateTime(last.at) })}</p>
            ) : null}
            <ProposalTasks own={own} />
          </Section>
          <Acts>
            <ButtonLink to={`/tenders/${call.id}/proposal/check`}>{t('bid.check')}</ButtonLink>
            <span className="small quiet">
              {missing.length > 0 ? t('bid.left', { n: missing.length }) : t('bid.ready')}
            </span>
          </Acts>
          <Links
            links={[
              { to: `/tenders/${call.id}/proposal/preview`, label: t('bid.preview') },
              { to: `/tenders/${call.id}/proposal/print`, label: t('bid.print') },
            ]}
          />
          <ToCabinet own={own} />
        </>
      )}
      <p className="small quiet mt-8">{t('bid.secret')}</p>
    </Page>
  )
}
