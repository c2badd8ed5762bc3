import { useT } from '#app/i18n/use-t.ts'
import type { SlateItem } from '#domain/ask/vote/find-round.ts'
import type { ShownRound } from '#domain/ask/vote/read-round.ts'
import { FormDetails } from '../card.tsx'
import { Choices } from '../choices.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'
import { Section } from '../page.tsx'
import { HelpedBallot } from './helped-ballot.tsx'

/** 收回清点: filled in, unused and missing add up to what went out. */
export const ReturnForm = ({ size }: { size: number }) => {
  const t = useT()
  return (
    <Section title={t('paper.return.title')}>
      <Form name="return" submit={t('paper.return.do')}>
        <p>{t('paper.return.lead', { n: size })}</p>
        <Field name="used" kind="number" label={t('paper.return.used')} />
        <Field name="unused" kind="number" label={t('paper.return.unused')} />
        <Field
          name="missingGround"
          label={t('paper.return.ground')}
          hint={t('paper.return.ground.hint')}
          optional
        />
      </Form>
    </Section>
  )
}

const voids = ['too_many', 'unreadable', 'no_slip', 'used_elsewhere'] as const
type EnterProps = { round: ShownRound; slate: readonly SlateItem[]; first: string }
/** 逐张录入: one sheet as one pair of eyes sees it. */
export const EnterForm = ({ round, slate, first }: EnterProps) => {
  const t = useT()
  return (
    <Section title={t('paper.enter.title')}>
      <Form name="enter" submit={t('paper.enter.do')}>
        <p>{t('paper.enter.lead')}</p>
        <Field
          name="line"
          kind="number"
          label={t('paper.enter.line')}
          hint={t('paper.enter.line.hint', { no: first })}
        />
        <Field name="code" label={t('paper.enter.code')} short autoComplete="off" />
        <HelpedBallot round={round} slate={slate} />
        <Choices
          name="voided"
          legend={t('paper.enter.void')}
          hint={t('paper.enter.elsewhere')}
          fallback=""
          options={[
            { value: '', label: t('paper.enter.void.no') },
            ...voids.map((value) => ({ value, label: t(`paper.void.${value}`) })),
          ]}
        />
      </Form>
    </Section>
  )
}

/** 重新录入: what was entered of a sheet is dropped, with a ground. */
export const StartOverForm = () => {
  const t = useT()
  return (
    <FormDetails form="over" summary={t('paper.over.title')}>
      <Form name="over" look="second" submit={t('paper.over.do')}>
        <p>{t('paper.over.say')}</p>
        <Field name="line" kind="number" label={t('paper.enter.line')} />
        <Field name="ground" label={t('paper.over.ground')} />
      </Form>
    </FormDetails>
  )
}
