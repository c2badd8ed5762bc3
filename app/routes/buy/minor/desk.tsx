import { useLoaderData } from '@remix-run/react'
import { MinorActs } from '#app/components/buy/minor-acts.tsx'
import { MinorFacts } from '#app/components/buy/minor-facts.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Tag } from '#app/components/tag.tsx'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
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
const on = formsOf(
  ({ workId = '' }) => ({ workId }),
  ({ id }: { id: string }) => `/desk/minor-works/${id}`,
)
export const action = formActions({
  call: on(plainForm, callQuotes),
  enter: on(paperQuoteForm, enterQuote),
  choose: on(chooseForm, chooseQuote),
  accept: on(acceptForm, acceptPart),
  pay: on(payForm, payPart),
  aside: on(cancelForm, setAsideChoice),
  cancel: on(cancelForm, cancelWork),
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
