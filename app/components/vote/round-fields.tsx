import { Choices } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { useFormat } from '#app/components/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { readDraftPage } from '#domain/ask/vote/read-round.ts'

type Data = Awaited<ReturnType<typeof readDraftPage>>
const dateIn = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

/** What is on the ballot, and what it may cost. */
const Slate = ({ round, slate, needs, pools }: Data) => {
  const t = useT()
  const f = useFormat()
  return (
    <>
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
        fallback={round?.poolId}
      />
      <Field
        name="budget"
        kind="money"
        label={t('round.form.budget')}
        fallback={round ? round.budget / 100 : null}
      />
    </>
  )
}
/** Who votes, how many each, and what it takes to be chosen. */
const Rule = ({ round }: Data) => {
  const t = useT()
  return (
    <>
      <Choices
        name="unit"
        legend={t('round.form.unit')}
        fallback={round?.unit}
        options={(['household', 'person'] as const).map((value) => ({
          value,
          label: t(`round.form.unit.${value}`),
        }))}
      />
      <Field
        name="maxChoices"
        kind="number"
        label={t('round.form.choices')}
        fallback={round?.maxChoices ?? 3}
      />
      <Choices
        name="budgetCapped"
        legend={t('round.form.capped')}
        fallback={round ? (round.budgetCapped ? 'yes' : 'no') : 'no'}
        options={(['no', 'yes'] as const).map((value) => ({ value, label: t(`round.form.capped.${value}`) }))}
      />
      <Field
        name="thresholdPercent"
        kind="number"
        label={t('round.form.threshold')}
        hint={t('round.form.threshold.hint')}
        fallback={round?.thresholdPercent ?? 50}
      />
      <Field
        name="quorumPercent"
        kind="number"
        label={t('round.form.quorum')}
        hint={t('round.form.quorum.hint')}
        fallback={round?.quorumPercent ?? 10}
      />
    </>
  )
}

/** The questions of a round's draft. */
export const RoundFields = (data: Data) => {
  const t = useT()
  const { round } = data
  return (
    <>
      <Field
        name="name"
        label={t('round.form.name')}
        hint={t('round.form.name.hint')}
        fallback={round?.name}
      />
      <Slate {...data} />
      <Rule {...data} />
      <Field
        name="electorate"
        kind="long"
        rows={2}
        label={t('round.form.electorate')}
        fallback={round?.electorate ?? t('round.form.electorate.usual')}
      />
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
    </>
  )
}
