import { useT } from '#app/i18n/use-t.ts'
import type { Archive } from '#domain/deliver/contract/archive/archive-page.ts'
import { ButtonLink } from '../button.tsx'
import { Note } from '../card.tsx'
import { Facts } from '../check-answers.tsx'
import { Choices } from '../choices.tsx'
import { Countdown } from '../countdown.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'
import { useFormat } from '../format.ts'
import { Section } from '../page.tsx'
import { Tag } from '../tag.tsx'

type Review = NonNullable<Archive['review']>
const kinds = { given: 'wait', passed: 'done', failed: 'late' } as const

const Given = ({ given, grade }: { given: NonNullable<Review['given']>; grade: string | null }) => {
  const t = useT()
  const f = useFormat()
  const { accepted, satisfaction, indicators, findings } = given.facts
  const percent = (n: number | null) => (n === null ? t('year.unknown') : f.percent(n / 100))
  return (
    <>
      <p>
        <Tag kind={kinds[given.state]}>{t(`year.state.${given.state}`)}</Tag>
      </p>
      <Facts
        facts={[
          { term: t('year.accepted'), text: percent(accepted) },
          { term: t('year.satisfaction'), text: percent(satisfaction) },
          { term: t('year.indicators'), text: percent(indicators) },
          { term: t('year.findings'), text: String(findings) },
          ...(grade ? [{ term: t('assessment.grade'), text: grade }] : []),
          { term: t('year.advice'), text: t(`year.advice.${given.advice as 'pass'}`) },
          { term: t('year.words'), text: given.words },
          { term: t('year.given'), text: f.date(given.givenAt) },
          ...(given.decision && given.decidedAt
            ? [{ term: t('year.decision'), text: `${given.decision}（${f.date(given.decidedAt)}）` }]
            : []),
        ]}
      />
    </>
  )
}

const advices = (t: ReturnType<typeof useT>) => [
  { value: 'pass', label: t('year.advice.pass') },
  { value: 'fail', label: t('year.advice.fail') },
]

const Decide = ({ lines }: Pick<Review, 'lines'>) => {
  const t = useT()
  return (
    <Form name="decide" submit={t('year.decide')}>
      <Choices name="how" legend={t('year.decide')} options={advices(t)} />
      <Field name="decision" kind="long" rows={2} label={t('year.decision')} />
      <Field
        name="lineId"
        kind="select"
        optional
        label={t('year.line')}
        hint={t('year.line.hint')}
        options={lines.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
      />
    </Form>
  )
}

/** 1+1+1: the year's review, its decision, and the next year's contract. */
export const YearReview = ({ contract, review }: { contract: Archive['contract']; review: Review }) => {
  const t = useT()
  const f = useFormat()
  const { given, clock, next, may } = review
  return (
    <Section
      title={t('year.title', { n: contract.year, of: contract.years })}
      aside={t('year.until', { to: f.date(contract.to) })}
    >
      {given ? (
        <Given given={given} grade={review.grade} />
      ) : (
        <p>{t('year.none', { opens: f.date(review.opens) })}</p>
      )}
      {clock ? <Countdown clock={clock} /> : null}
      {may.give ? (
        <Form name="review" submit={t('year.give')}>
          <Choices name="advice" legend={t('year.advice')} options={advices(t)} />
          <Field name="words" kind="long" rows={3} label={t('year.words')} hint={t('year.words.hint')} />
        </Form>
      ) : null}
      {may.decide ? <Decide lines={review.lines} /> : null}
      {may.renew ? <Form name="renew" submit={t('year.renew')} /> : null}
      {next ? (
        <ButtonLink look="second" to={`/desk/contracts/${next.id}`}>
          {t('year.next', { no: next.refNo })}
        </ButtonLink>
      ) : null}
      {given?.state === 'failed' ? <Note kind="late">{t('year.failed.says')}</Note> : null}
    </Section>
  )
}
