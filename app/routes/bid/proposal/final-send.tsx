import { useLoaderData } from '@remix-run/react'
import { BudgetSaid } from '#app/components/bid/part-content.tsx'
import { SealedWords, WhereSealed } from '#app/components/bid/seal/send-form.tsx'
import { Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { scriptLoader } from '#app/http/script-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readFinalSealing } from '#domain/buy/evaluation/consultation/read-final.ts'
import { sendFinal } from '#domain/buy/evaluation/consultation/send-final.ts'
import { parcelForm } from '#domain/buy/proposal/forms.ts'
import { parcelIn } from '#domain/buy/seal/read-sealing.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled('final.send')
export const loader = scriptLoader((ctx, { tenderId }) => readFinalSealing(ctx, tenderId!))
export const action = formAction({
  form: parcelForm,
  run: async (ctx, sent, { tenderId }) =>
    sendFinal(ctx, { tenderId: tenderId!, parcel: await parcelIn(sent) }),
  goTo: ({ id }) => `/tenders/${id}/final`,
})

/** 核对、封存、递交: the words once more, then sealed in the browser, or without a script in the server's memory. */
export default function SendFinal() {
  const t = useT()
  const f = useFormat()
  const { page, nonce } = useLoaderData<typeof loader>()
  const { call, draft, why } = page.own
  return (
    <Page
      narrow
      back={{ to: `/tenders/${call.id}/final`, label: t('final.title') }}
      eyebrow={call.refNo}
      title={t('final.send')}
      lead={t('final.send.lead')}
    >
      {why ? <Note kind="late">{t(`refusal.${why as 'final-too-late'}`)}</Note> : null}
      {draft ? null : <Note kind="wait">{t('final.nothing')}</Note>}
      {draft ? (
        <>
          <BudgetSaid {...draft.budget} />
          <Facts
            facts={[
              { term: t('final.commitment'), text: draft.commitment ?? t('fact.none') },
              { term: t('final.until'), text: f.dateTime(page.own.round.dueAt.getTime() - 1) },
            ]}
          />
        </>
      ) : null}
      {page.sealing ? (
        <div data-seal="proposal">
          <Form submit={t('final.send.do')} files>
            <WhereSealed />
            <SealedWords sealing={page.sealing} />
          </Form>
          <script src="/seal.js" nonce={nonce} defer />
        </div>
      ) : null}
    </Page>
  )
}
