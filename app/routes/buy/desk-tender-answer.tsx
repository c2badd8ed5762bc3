import { useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { Lines } from '#app/components/buy/tender-facts.tsx'
import { Details } from '#app/components/card.tsx'
import { Tick } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { answerQuestion, rejectQuestion } from '#domain/buy/tender/answer-question.ts'
import { answerForm } from '#domain/buy/tender/forms.ts'
import { questionDesk } from '#domain/buy/tender/tender-desk.ts'

export const handle = titled('question.answer')
export const loader = pageLoader((ctx, { tenderId, questionId }) => questionDesk(ctx, tenderId!, questionId!))
export const action = formAction({
  form: answerForm,
  run: (ctx, { how, answer, affects }, { tenderId, questionId }) =>
    (how === 'answer' ? answerQuestion : rejectQuestion)(ctx, {
      affects,
      tenderId: tenderId!,
      questionId: questionId!,
      answer,
    }),
  goTo: (_done, { tenderId }) => `/desk/tenders/${tenderId}`,
})

export default function Answer() {
  const t = useT()
  const { id, title, requirement, question } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/desk/tenders/${id}`, label: title }}
      eyebrow={t('question.answer')}
      title={question.words}
    >
      <Details summary={t('tender.requirement')}>
        <Lines words={requirement} />
      </Details>
      <Form>
        <Field
          name="answer"
          kind="long"
          rows={4}
          label={t('question.answer.label')}
          hint={t('question.answer.hint')}
        />
        <Tick name="affects">{t('question.affects')}</Tick>
        <div className="acts">
          <Button name="how" value="answer">
            {t('question.publish')}
          </Button>
          <Button look="second" name="how" value="reject">
            {t('question.reject')}
          </Button>
        </div>
      </Form>
    </Page>
  )
}
