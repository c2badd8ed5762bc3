import { useT } from '#app/i18n/use-t.ts'
import { categories } from '#db/vocabulary.ts'
import { Choices } from '../choices.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'
import { DutyChoice, WhoseDuty } from './duty-choice.tsx'

type DutyRow = { code: string; kind: string; title: string; ground: string }
type Duties = { duties: readonly DutyRow[] }
type Typed = Duties & { duty: { code: string } | null }
type Known = { id: string; title: string }
const Reply = () => {
  const t = useT()
  return <Field name="reply" kind="long" label={t('suggestion.reply')} hint={t('suggestion.reply.hint')} />
}

/** Adopting an ask into a new need, or one still being drafted. */
export const AdoptForm = ({
  title,
  category,
  drafts,
  duties,
  duty,
}: Typed & {
  title: string
  category: string | null
  drafts: readonly Known[]
}) => {
  const t = useT()
  return (
    <section className="section plain">
      <h2>{t('suggestion.adopt')}</h2>
      <Form name="adopt" submit={t('suggestion.adopt.submit')}>
        <Field name="title" label={t('need.title')} hint={t('need.title.hint')} fallback={title} />
        <Field
          name="category"
          kind="select"
          label={t('need.category')}
          fallback={category}
          options={categories.map((c) => ({ value: c, label: t(`category.${c}`) }))}
        />
        {drafts.length > 0 ? (
          <Field
            name="needId"
            kind="select"
            label={t('suggestion.adopt.into')}
            optional
            options={drafts.map((d) => ({ value: d.id, label: d.title }))}
          />
        ) : null}
        <WhoseDuty duties={duties} fallback={duty?.code} />
        <Reply />
      </Form>
    </section>
  )
}

export const MergeForm = ({ live, duties, duty }: Typed & { live: readonly Known[] }) => {
  const t = useT()
  return (
    <Form name="merge" submit={t('suggestion.merge.submit')} look="second">
      <Choices
        name="needId"
        legend={t('suggestion.merge.into')}
        options={live.map((n) => ({ value: n.id, label: n.title }))}
      />
      <WhoseDuty duties={duties} fallback={duty?.code} />
      <Reply />
    </Form>
  )
}

export const AnswerForm = ({ duties, duty }: Typed) => {
  const t = useT()
  return (
    <Form name="answer" submit={t('suggestion.answer.submit')} look="second">
      <WhoseDuty duties={duties} fallback={duty?.code} />
      <Reply />
    </Form>
  )
}

const DutyField = ({ duties }: Duties) => {
  const t = useT()
  return <DutyChoice duties={duties} label={t('suggestion.refer.duty')} hint={t('suggestion.refer.hint')} />
}

/** 退回: giving back what the list does not allow this desk to do; the office follows from the row. */
export const ReturnForm = ({ duties }: Duties) => {
  const t = useT()
  return (
    <Form name="return" submit={t('suggestion.return.submit')} look="second">
      <p className="small quiet">{t('suggestion.return.hint')}</p>
      <DutyField duties={duties} />
      <Field name="reason" kind="long" rows={2} label={t('ask.reason')} />
    </Form>
  )
}

/** Handing an ask to the desk whose duty it is; the ground is chosen from the list of duties, not invented. */
export const ReferForm = ({ duties }: Duties) => {
  const t = useT()
  return (
    <Form name="refer" submit={t('suggestion.refer.submit')} look="second">
      <Choices
        name="desk"
        legend={t('suggestion.refer.to')}
        options={(['committee', 'station', 'grid', 'street'] as const).map((d) => ({
          value: d,
          label: t(`desk-of.${d}`),
        }))}
      />
      <DutyField duties={duties} />
      <Field name="reason" kind="long" rows={2} label={t('ask.reason')} />
    </Form>
  )
}
