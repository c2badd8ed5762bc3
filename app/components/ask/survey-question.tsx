import { useT } from '#app/i18n/use-t.ts'
import type { SurveyQuestion } from '#db/schema/ask.ts'
import { Choices } from '../choices.tsx'
import { Control } from '../control.tsx'
import { Field, FieldErrors } from '../field.tsx'
import { ItemHeading } from '../heading.tsx'
import { fieldId, useReply } from '../reply.ts'

const scale = ['1', '2', '3', '4', '5']
type Asked = { question: SurveyQuestion; at: number }
type FieldProps = Asked & { name?: string; typed?: string | string[]; asTitle?: boolean }

const useAsked = ({ question, at }: Asked) => {
  const t = useT()
  return `${t('survey.question', { at: at + 1, text: question.text })}${question.needed ? t('survey.needed') : ''}`
}

/** Options put in order: a list of places, each with the options to choose from. */
const RankField = ({ question, at, name = '', typed = [], asTitle }: FieldProps) => {
  const t = useT()
  const reply = useReply()
  const asked = useAsked({ question, at })
  const options = (question.options ?? []).map((value) => ({ value, label: value }))
  const most = question.max ?? options.length
  const [id, errors, before] = [
    fieldId(reply.form, name),
    reply.errors(name),
    reply.values(name, [typed].flat()),
  ]
  return (
    <fieldset className={errors.length > 0 ? 'field bad' : 'field'}>
      <legend className={asTitle ? undefined : 'q'}>{asTitle ? <h1>{asked}</h1> : asked}</legend>
      <p className="hint">{t('survey.rank.hint', { n: most })}</p>
      <FieldErrors id={id} errors={errors} />
      <ol className="grid gap-4">
        {Array.from({ length: most }, (_, n) => `${id}-${n + 1}`).map((place, n) => (
          <li key={place} className="grid gap-2">
            <label htmlFor={n === 0 ? id : place}>{t('survey.rank.place', { n: n + 1 })}</label>
            <Control
              id={n === 0 ? id : place}
              name={name}
              kind="select"
              options={options}
              value={before[n] ?? ''}
              described={undefined}
              invalid={errors.length > 0}
            />
          </li>
        ))}
      </ol>
    </fieldset>
  )
}

/** One question of a survey as a resident answers it; only those that say so must be answered. */
export const SurveyField = (props: FieldProps) => {
  const t = useT()
  const asked = useAsked(props)
  const { question, name = `answers.${question.id}`, typed = [], asTitle } = props
  const text = [typed].flat()[0] ?? ''
  if (question.kind === 'rank') return <RankField {...props} name={name} />
  if (question.kind === 'short_text' || question.kind === 'number') {
    const words = question.kind === 'short_text'
    return (
      <Field
        name={name}
        kind={words ? 'long' : 'number'}
        label={asked}
        hint={words ? t('survey.words.hint') : undefined}
        fallback={text}
        optional={!question.needed}
        asTitle={asTitle}
      />
    )
  }
  const values = question.kind === 'scale' ? scale : (question.options ?? [])
  return (
    <Choices
      name={name}
      legend={asked}
      hint={question.kind === 'multiple' && question.max ? t('survey.most', { n: question.max }) : undefined}
      many={question.kind === 'multiple'}
      fallback={typed}
      asTitle={asTitle}
      options={values.map((value) => ({ value, label: value }))}
    />
  )
}

/** The same question for a clerk with paper in hand: the printed numbers are typed, no mouse needed. */
export const CodeField = ({ question, at }: Asked) => {
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
export const PaperQuestion = ({ question, at }: Asked) => {
  const t = useT()
  const values = question.kind === 'scale' ? scale : (question.options ?? [])
  const choosing = question.kind === 'multiple' || question.kind === 'rank'
  return (
    <div className="card mt-4 [break-inside:avoid]">
      <ItemHeading>{t('survey.question', { at: at + 1, text: question.text })}</ItemHeading>
      {choosing && question.max ? (
        <p className="small quiet">
          {t(question.kind === 'rank' ? 'survey.rank.hint' : 'survey.most', { n: question.max })}
        </p>
      ) : null}
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
