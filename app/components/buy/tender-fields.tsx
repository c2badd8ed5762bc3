import { useT } from '#app/i18n/use-t.ts'
import { type Choice, Choices, Tick } from '../choices.tsx'
import { Field } from '../field.tsx'
import { useFormat } from '../format.ts'

type Filled = {
  title: string
  requirement: string
  qualification: readonly string[]
  indicators: ReadonlyArray<{ name: string; target: number; unit: string }>
  ceiling: number
  paymentTemplate: string
  deadline: string
  questionsClose: string
  acceptancePlan: string
  publicInterest: boolean
  respondents: number | null
  finding: string
}
const moment = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
})
/** An instant as a date-time field holds it, in Beijing time. */
export const typedMoment = (at: Date) => moment.format(at).replace(' ', 'T')
const comma = '，'

type TenderFieldsProps = {
  filled: Filled
  earliest: string
  /** The planned sum in 分, which the ceiling may not exceed. */
  most: number
  payments: readonly Choice[]
}

const MarketSurvey = ({ filled }: { filled: Filled }) => {
  const t = useT()
  return (
    <>
      <Tick name="publicInterest" fallback={filled.publicInterest}>
        {t('tender.public-interest')}
      </Tick>
      <Field
        name="respondents"
        kind="number"
        optional
        label={t('tender.respondents')}
        hint={t('tender.survey.hint')}
        fallback={filled.respondents ?? ''}
      />
      <Field
        name="finding"
        kind="long"
        rows={3}
        optional
        label={t('tender.finding')}
        fallback={filled.finding}
      />
    </>
  )
}

/** What a tender says, field by field. */
export const TenderFields = ({ filled, earliest, most, payments }: TenderFieldsProps) => {
  const t = useT()
  const f = useFormat()
  const indicators = filled.indicators.map((i) => [i.name, i.target, i.unit].join(comma)).join('\n')
  return (
    <>
      <Field name="title" label={t('tender.title')} fallback={filled.title} />
      <Field
        name="requirement"
        kind="long"
        rows={10}
        label={t('tender.requirement')}
        hint={t('tender.requirement.hint')}
        fallback={filled.requirement}
      />
      <Field
        name="qualification"
        kind="long"
        rows={5}
        label={t('tender.qualification')}
        hint={t('tender.qualification.hint')}
        note={t('tender.qualification.note')}
        fallback={filled.qualification.join('\n')}
      />
      <Field
        name="indicators"
        kind="long"
        rows={4}
        label={t('tender.indicators')}
        hint={t('tender.indicators.hint')}
        fallback={indicators}
      />
      <Field
        name="acceptancePlan"
        kind="long"
        rows={6}
        label={t('tender.acceptance')}
        hint={t('tender.acceptance.hint')}
        fallback={filled.acceptancePlan}
      />
      <MarketSurvey filled={filled} />
      <Field
        name="ceiling"
        kind="money"
        label={t('tender.ceiling')}
        hint={t('tender.ceiling.hint', { sum: f.money(most) })}
        fallback={String(filled.ceiling / 100)}
      />
      <Choices
        name="paymentTemplate"
        legend={t('tender.payment')}
        fallback={filled.paymentTemplate}
        options={payments}
      />
      <Field
        name="deadline"
        kind="datetime"
        label={t('tender.deadline')}
        hint={t('tender.deadline.hint', { earliest: f.date(earliest) })}
        fallback={filled.deadline}
      />
      <Field
        name="questionsClose"
        kind="datetime"
        label={t('tender.questions-close')}
        hint={t('tender.questions-close.hint')}
        fallback={filled.questionsClose}
      />
    </>
  )
}
