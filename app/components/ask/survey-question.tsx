import { useT } from '#app/i18n/use-t.ts'
import type { SurveyQuestion } from '#db/schema/ask.ts'
import { Choices } from '../choices.tsx'
import { Field } from '../field.tsx'

const scale = ['1', '2', '3', '4', '5']

/** One question of a survey as a resident answers it; any of them may be left out. */
export const SurveyField = ({ question, at }: { question: SurveyQuestion; at: number }) => {
  const t = useT()
  const name = `answers.${question.id}`
  const asked = t('survey.question', { at: at + 1, text: question.text })
  if (question.kind === 'short_text')
    return <Field name={name} kind="long" label={asked} hint={t('survey.words.hint')} optional />
  if (question.kind === 'number') return <Field name={name} kind="number" label={asked} optional />
  const values = question.kind === 'scale' ? scale : (question.options ?? [])
  return (
    <Choices
      name={name}
      legend={asked}
      hint={question.kind === 'multiple' && question.max ? t('survey.most', { n: question.max }) : undefined}
      many={question.kind === 'multiple'}
      options={values.map((value) => ({ value, label: value }))}
    />
  )
}

/** The same question for a clerk with paper in hand: the printed numbers are typed, no mouse needed. */
export const CodeField = ({ question, at }: { question: SurveyQuestion; at: number }) => {
  const t = useT()
  const hint =
    question.kind === 'scale'
      ? t('survey.scale')
      : (question.options ?? []).map((option, n) => `${n + 1} ${option}`).join('　')
  return (
    <Field
      name={`codes.${question.id}`}
      kind="text"
      label={t('survey.question', { at: at + 1, text: question.text })}
      hint={hint || undefined}
      short={question.kind !== 'short_text'}
      optional
    />
  )
}

/** The question on paper: boxes with the numbers that are typed in later. */
export const PaperQuestion = ({ question, at }: { question: SurveyQuestion; at: number }) => {
  const t = useT()
  const values = question.kind === 'scale' ? scale : (question.options ?? [])
  return (
    <div className="card mt-4">
      <h3>{t('survey.question', { at: at + 1, text: question.text })}</h3>
      {question.max ? <p className="small quiet">{t('survey.most', { n: question.max })}</p> : null}
      {values.length === 0 ? <p aria-hidden="true">{'＿'.repeat(28)}</p> : null}
      <p className="flex flex-wrap gap-4">
        {values.map((value, n) => (
          <span key={value} className="nb">
            {`□ ${question.kind === 'scale' ? value : `${n + 1} ${value}`}`}
          </span>
        ))}
      </p>
    </div>
  )
}
