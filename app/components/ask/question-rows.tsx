import { useT } from '#app/i18n/use-t.ts'
import type { SurveyQuestion } from '#db/schema/ask.ts'
import { Button } from '../button.tsx'
import { Card } from '../card.tsx'
import { Form } from '../form.tsx'

/** The questions of a questionnaire in the making, each with its moves; no script, one button a move. */
export const QuestionRows = ({
  questions,
  here,
  writes,
}: {
  questions: readonly SurveyQuestion[]
  here: string
  writes: boolean
}) => {
  const t = useT()
  return (
    <div className="grid gap-4">
      {questions.map((question, at) => (
        <Card key={question.id} title={t('survey.question', { at: at + 1, text: question.text })}>
          <p className="quiet small">
            {[t(`question.kind.${question.kind}`), ...(question.options ?? [])].join(' · ')}
            {question.needed ? t('survey.needed') : ''}
          </p>
          {writes ? (
            <>
              <a className="hit" href={`${here}/questions/${question.id}`}>
                {t('question.edit')}
              </a>
              <Form name="order" hidden={{ questionId: question.id }}>
                <div className="acts">
                  {(['up', 'down', 'out'] as const).map((to) => (
                    <Button key={to} look="second" name="to" value={to}>
                      {t(`question.${to}`)}
                    </Button>
                  ))}
                </div>
              </Form>
            </>
          ) : null}
        </Card>
      ))}
    </div>
  )
}
