import { useLoaderData } from '@remix-run/react'
import { Caps } from '#app/components/bid/budget-fields.tsx'
import { BudgetSaid } from '#app/components/bid/part-content.tsx'
import { ProposalAnswers } from '#app/components/bid/proposal-answers.tsx'
import { ProposalPage } from '#app/components/bid/proposal-page.tsx'
import { Note } from '#app/components/card.tsx'
import { Choices } from '#app/components/choices.tsx'
import { Links } from '#app/components/entry.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { submitForm } from '#domain/buy/proposal/forms.ts'
import { type Own, readOwn } from '#domain/buy/proposal/read-own.ts'
import { submitProposal } from '#domain/buy/proposal/submit-proposal.ts'

export const handle = titled('bid.check')
export const loader = pageLoader((ctx, { tenderId }) => readOwn(ctx, tenderId!))
export const action = formAction({
  form: submitForm,
  run: (ctx, input, { tenderId }) => submitProposal(ctx, { ...input, tenderId: tenderId! }),
  goTo: ({ id }) => `/tenders/${id}/proposal/receipt`,
})

const firstUnwritten = ({ call, body }: Own) =>
  call.criteria.find((c) => c.kind === 'subjective' && !body.plan[c.code])?.code ?? ''

export default function Check() {
  const t = useT()
  const f = useFormat()
  const own = useLoaderData<typeof loader>()
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
      <Form submit={t('bid.submit')}>
        <Choices
          name="keepDraft"
          legend={t('bid.keep')}
          hint={t('bid.keep.hint')}
          fallback="no"
          options={[
            { value: 'no', label: t('bid.keep.no'), note: t('bid.keep.no.note') },
            { value: 'yes', label: t('bid.keep.yes'), note: t('bid.keep.yes.note') },
          ]}
        />
        <p className="quiet mt-4">{t('bid.submit.text', { at: f.dateTime(own.call.deadline) })}</p>
      </Form>
    </ProposalPage>
  )
}
