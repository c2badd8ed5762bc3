import { Choices } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { useFormat } from '#app/components/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { readDraftPage } from '#domain/ask/vote/read-draft.ts'
import { Section } from '../page.tsx'
import { BallotFields } from './ballot-fields.tsx'
import { BlocFields } from './bloc-fields.tsx'
import { CountFields } from './count-fields.tsx'

type Data = Awaited<ReturnType<typeof readDraftPage>>
const dateIn = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

/** What is on the ballot, and what it may cost. */
const Slate = ({ from, slate, needs, pools }: Data) => {
  const t = useT()
  const f = useFormat()
  return (
    <Section title={t('round.form.part.slate')}>
      <Choices
        many
        name="needIds"
        legend={t('round.form.needs')}
        hint={t('round.form.needs.hint')}
        fallback={slate}
        options={needs.map((n) => ({
          value: n.id,
          label: n.title,
          note: `${n.refNo} · ${f.money(n.estimate)}`,
        }))}
      />
      <Field
        name="poolId"
        kind="select"
        label={t('round.form.pool')}
        options={pools.map((p) => ({ value: p.id, label: `${p.name}（${p.year}）` }))}
        fallback={from?.poolId}
      />
      <Field
        name="budget"
        kind="money"
        label={t('round.form.budget')}
        fallback={from ? from.budget / 100 : null}
      />
    </Section>
  )
}

/** Who votes: age, residence, a household or a person. */
const Electorate = ({ from }: Data) => {
  const t = useT()
  return (
    <Section title={t('round.form.part.who')}>
      <Choices
        name="unit"
        legend={t('round.form.unit')}
        fallback={from?.unit}
        options={(['household', 'person'] as const).map((value) => ({
          value,
          label: t(`round.form.unit.${value}`),
        }))}
      />
      <Field
        name="minAge"
        kind="number"
        label={t('round.form.age')}
        hint={t('round.form.age.hint')}
        fallback={from?.minAge ?? 18}
      />
      <Choices
        name="residence"
        legend={t('round.form.residence')}
        fallback={from?.residence ?? 'registered_or_living'}
        options={(['registered', 'registered_or_living', 'living'] as const).map((value) => ({
          value,
          label: t(`round.form.residence.${value}`),
        }))}
      />
      <Field
        name="residenceMonths"
        kind="number"
        label={t('round.form.months')}
        hint={t('round.form.months.hint')}
        fallback={from?.residenceMonths ?? 12}
      />
      <Field
        name="electorate"
        kind="long"
        rows={2}
        label={t('round.form.electorate')}
        fallback={from?.electorate ?? t('round.form.electorate.usual')}
      />
      <Field
        name="quorumPercent"
        kind="number"
        label={t('round.form.quorum')}
        hint={t('round.form.quorum.hint')}
        fallback={from?.quorumPercent ?? 10}
      />
    </Section>
  )
}

/** The questions of a round's draft; `from` is what stands in them: the draft itself, or the void round it repeats. */
export const RoundFields = (data: Data) => {
  const t = useT()
  const { round, from, grounds } = data
  return (
    <>
      <Field
        name="name"
        label={t('round.form.name')}
        hint={t('round.form.name.hint')}
        fallback={from?.name}
      />
      {grounds.length > 0 ? (
        <Field
          name="resolutionId"
          kind="select"
          optional
          label={t('round.form.ground')}
          hint={t('round.form.ground.hint')}
          options={grounds.map((g) => ({ value: g.id, label: `${g.meetingRef} · ${g.words}`.slice(0, 60) }))}
          fallback={from?.resolutionId}
        />
      ) : null}
      <Slate {...data} />
      <Electorate {...data} />
      <BallotFields {...data} />
      <CountFields {...data} />
      <BlocFields {...data} />
      <Section title={t('round.form.part.time')}>
        <Field
          name="opensOn"
          kind="date"
          label={t('round.form.opens')}
          hint={t('round.form.opens.hint')}
          fallback={round && dateIn(round.opensAt)}
        />
        <Field
          name="closesOn"
          kind="date"
          label={t('round.form.closes')}
          hint={t('round.form.closes.hint')}
          fallback={round && dateIn(new Date(round.closesAt.getTime() - 1))}
        />
      </Section>
    </>
  )
}
