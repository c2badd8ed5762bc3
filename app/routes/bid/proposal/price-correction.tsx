import { useLoaderData } from '@remix-run/react'
import { useSteps } from '#app/components/bid/asked-bidder.tsx'
import { Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Choices } from '#app/components/choices.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Money } from '#app/components/money.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { answerCorrection, readOwnCorrection } from '#domain/buy/evaluation/answer-correction.ts'
import { correctionAnswerForm } from '#domain/buy/evaluation/ask-forms.ts'

export const handle = titled('correction.title')
export const loader = pageLoader((ctx, { tenderId }) => readOwnCorrection(ctx, tenderId!))
export const action = formAction({
  form: correctionAnswerForm,
  run: (ctx, input, { tenderId }) => answerCorrection(ctx, { ...input, tenderId: tenderId! }),
  goTo: ({ id }) => `/tenders/${id}/price-correction`,
})

export default function ConfirmCorrection() {
  const t = useT()
  const f = useFormat()
  const steps = useSteps()
  const { call, found, open } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/tenders/${call.id}/opening`, label: call.title }}
      eyebrow={call.refNo}
      title={t('correction.title')}
      lead={t('correction.lead', { at: f.dateTime(found.dueAt.getTime() - 1) })}
    >
      <Facts
        facts={[
          { term: t('correction.was'), text: <Money fen={found.was} /> },
          { term: t('correction.becomes'), text: <Money fen={found.corrected} /> },
          { term: t('correction.why'), text: `${steps(found.steps)} · ${found.words}` },
        ]}
      />
      {found.answeredAt ? (
        <Note kind={found.answer === 'yes' ? 'done' : 'late'}>
          {t(found.answer === 'yes' ? 'correction.answered.yes' : 'correction.answered.no', {
            at: f.dateTime(found.answeredAt),
          })}
        </Note>
      ) : null}
      {open || found.answeredAt ? null : <Note kind="late">{t('refusal.correction-over')}</Note>}
      {open ? (
        <Form submit={t('correction.do')}>
          <Choices
            name="says"
            legend={t('correction.ask')}
            options={[
              { value: 'yes', label: t('correction.yes') },
              { value: 'no', label: t('correction.no') },
            ]}
          />
        </Form>
      ) : null}
    </Page>
  )
}
