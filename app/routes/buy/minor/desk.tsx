import { useLoaderData } from '@remix-run/react'
import { MinorActs } from '#app/components/buy/minor-acts.tsx'
import { MinorFacts } from '#app/components/buy/minor-facts.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Tag } from '#app/components/tag.tsx'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { callQuotes, cancelWork, enterQuote } from '#domain/buy/minor/call-quotes.ts'
import { chooseQuote } from '#domain/buy/minor/choose-quote.ts'
import {
  acceptForm,
  cancelForm,
  chooseForm,
  paperQuoteForm,
  payForm,
  plainForm,
} from '#domain/buy/minor/forms.ts'
import { acceptPart, payPart } from '#domain/buy/minor/pay-parts.ts'
import { setAsideChoice } from '#domain/buy/minor/set-aside.ts'
import { workDesk } from '#domain/buy/minor/work-page.ts'

export const handle = titled<{ work: { title: string } }>((_t, { work }) => work.title)
export const loader = pageLoader((ctx, { workId }) => workDesk(ctx, workId!))
const goTo = ({ id }: { id: string }) => `/desk/minor-works/${id}`
const of = (p: Record<string, string>) => ({ workId: p.workId! })
export const action = formActions({
  call: oneForm({ form: plainForm, run: (ctx, _input, p) => callQuotes(ctx, of(p)), goTo }),
  enter: oneForm({
    form: paperQuoteForm,
    run: (ctx, input, p) => enterQuote(ctx, { ...input, ...of(p) }),
    goTo,
  }),
  choose: oneForm({
    form: chooseForm,
    run: (ctx, input, p) => chooseQuote(ctx, { ...input, ...of(p) }),
    goTo,
  }),
  accept: oneForm({
    form: acceptForm,
    run: (ctx, input, p) => acceptPart(ctx, { ...input, ...of(p) }),
    goTo,
  }),
  pay: oneForm({ form: payForm, run: (ctx, input, p) => payPart(ctx, { ...input, ...of(p) }), goTo }),
  aside: oneForm({
    form: cancelForm,
    run: (ctx, input, p) => setAsideChoice(ctx, { ...input, ...of(p) }),
    goTo,
  }),
  cancel: oneForm({
    form: cancelForm,
    run: (ctx, input, p) => cancelWork(ctx, { ...input, ...of(p) }),
    goTo,
  }),
})

export default function MinorDesk() {
  const t = useT()
  const shown = useLoaderData<typeof loader>()
  const { work, plan } = shown
  return (
    <Page
      back={{ to: `/desk/plans/${plan.id}`, label: plan.title }}
      eyebrow={t('minor.eyebrow', { no: work.refNo })}
      title={work.title}
      lead={<Tag kind="live">{t(`minor.state.${work.state}`)}</Tag>}
    >
      <MinorFacts {...shown} />
      <MinorActs {...shown} />
    </Page>
  )
}
