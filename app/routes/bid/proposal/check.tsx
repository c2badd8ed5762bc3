import { useLoaderData } from '@remix-run/react'
import { Caps } from '#app/components/bid/budget-fields.tsx'
import { BudgetSaid } from '#app/components/bid/part-content.tsx'
import { ProposalAnswers } from '#app/components/bid/proposal-answers.tsx'
import { ProposalPage } from '#app/components/bid/proposal-page.tsx'
import { SealedWords, WhereSealed } from '#app/components/bid/seal/send-form.tsx'
import { Note } from '#app/components/card.tsx'
import { Choices } from '#app/components/choices.tsx'
import { Links } from '#app/components/entry.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { scriptLoader } from '#app/http/script-loader.server.ts'
import { sentFromOf } from '#app/http/sent-from.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { submitForm } from '#domain/buy/proposal/forms.ts'
import { type Own, readOwn } from '#domain/buy/proposal/read-own.ts'
import { submitProposal } from '#domain/buy/proposal/submit-proposal.ts'
import { parcelIn, type ReadSealing, readSealing } from '#domain/buy/seal/read-sealing.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled('bid.check')
export const loader = scriptLoader(async (ctx, { tenderId }) => {
  const own = await readOwn(ctx, tenderId!)
  return { own, sealing: own.missing.length === 0 ? await readSealing(ctx, tenderId!) : null }
})
export const action = formAction({
  form: submitForm,
  run: async (ctx, sent, { tenderId }, request) =>
    submitProposal(ctx, {
      keepDraft: sent.keepDraft,
      tenderId: tenderId!,
      parcel: await parcelIn(sent),
      sentFrom: sentFromOf(ctx, request, tenderId!),
    }),
  goTo: ({ id }) => `/tenders/${id}/proposal/receipt`,
})

const firstUnwritten = ({ call, body }: Own) =>
  call.criteria.find((c) => c.kind === 'subjective' && !body.plan[c.code])?.code ?? ''

/** Keeps or forgets the draft, seals and sends; without a script the same form is sealed by the server. */
const SendForm = ({ own: { call }, sealing }: { own: Own; sealing: ReadSealing | null }) => {
  const t = useT()
  const f = useFormat()
  const split = call.sealMode === 'split'
  const say = (key: 'no' | 'yes') =>
    split
      ? { value: key, label: t(`bid.seal.keep.${key}`), note: t(`bid.seal.keep.${key}.note`) }
      : { value: key, label: t(`bid.keep.${key}`), note: t(`bid.keep.${key}.note`) }
  return (
    <div data-seal="proposal">
      <Form submit={t('bid.submit')} files={sealing !== null}>
        {split ? <WhereSealed /> : null}
        {sealing ? <SealedWords sealing={sealing} /> : null}
        <Choices
          name="keepDraft"
          legend={t('bid.keep')}
          hint={t(split ? 'bid.seal.draft' : 'bid.keep.hint')}
          fallback="no"
          options={[say('no'), say('yes')]}
        />
        <p className="quiet mt-4">{t('bid.submit.text', { at: f.dateTime(call.deadline) })}</p>
        <p className="small quiet">{t('bid.sent-from')}</p>
      </Form>
    </div>
  )
}

export default function Check() {
  const t = useT()
  const { page, nonce } = useLoaderData<typeof loader>()
  const { own, sealing } = page
  return (
    <ProposalPage own={own} title={t('bid.check')} lead={t('bid.check.lead')}>
      {own.missing.length > 0 ? (
        <Note kind="wait">
          <p>{t('bid.check.links')}</p>
          <Links
            links={own.missing.map((s) => ({
              to: `/tenders/${own.call.id}/proposal${s === 'plan' ? `/plan/${firstUnwritten(own)}` : `/${s}`}`,
              label: t(s === 'team' ? 'bid.check.team' : `bid.section.${s}`),
            }))}
          />
        </Note>
      ) : null}
      <Caps own={own} />
      <ProposalAnswers own={own} />
      {own.body.budget ? <BudgetSaid {...own.body.budget} /> : null}
      <SendForm own={own} sealing={sealing} />
      {sealing ? <script src="/seal.js" nonce={nonce} defer /> : null}
    </ProposalPage>
  )
}
