import { useFormat } from '#app/components/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { ShownRound } from '#domain/ask/vote/read-round.ts'

/** What one ballot may say. */
const useBallotLine = () => {
  const t = useT()
  const f = useFormat()
  return (round: ShownRound) =>
    t(`round.kind.${round.ballotKind}`, {
      n: round.maxChoices,
      amount: f.wan(round.budget),
      total: round.pointsTotal ?? 0,
      each: round.pointsEach ?? 0,
    })
}
/** How the money goes, by the round's rule. */
const useCountLines = () => {
  const t = useT()
  const f = useFormat()
  return (round: ShownRound): string[] => {
    const amount = f.wan(round.budget)
    const line =
      round.thresholdPercent === 50
        ? t('round.rule.half')
        : t('round.rule.share', { percent: round.thresholdPercent })
    if (round.rule === 'greedy_threshold') return [line, t('round.rule.order', { amount })]
    if (round.rule !== 'mes') return [t(`round.rule.${round.rule}`, { amount })]
    return [
      t('round.rule.mes', { amount }),
      t(`round.rule.utility.${round.utility}`),
      t(`round.rule.completion.${round.completion}`, { step: f.money(round.addStep ?? 0) }),
    ]
  }
}
/** 联合评选: who weighs how much. */
const useBlocLine = () => {
  const t = useT()
  return (round: ShownRound) =>
    t('round.rule.blocs', {
      blocs: (round.blocs ?? [])
        .map(({ bloc, weight }) => t('bloc.share', { who: t(`bloc.${bloc}`), n: weight }))
        .join(t('bloc.and')),
    })
}

/** 怎么算选上: the sealed rule, sentence by sentence. */
export const RoundRules = ({ round }: { round: ShownRound }) => {
  const t = useT()
  const f = useFormat()
  const [ballot, count, blocs] = [useBallotLine(), useCountLines(), useBlocLine()]
  return (
    <ol className="steps">
      <li>{ballot(round)}</li>
      {round.quorum > 0 ? (
        <li>
          {t('round.rule.quorum', {
            n: round.quorum,
            all: f.number(round.households),
            percent: round.quorumPercent,
          })}
        </li>
      ) : null}
      {round.blocs ? <li>{blocs(round)}</li> : null}
      {count(round).map((words) => (
        <li key={words}>{words}</li>
      ))}
      <li>{t(round.tieOrder === 'lot' ? 'round.rule.ties.lot' : 'round.rule.ties')}</li>
      <li>{t('round.rule.blank')}</li>
    </ol>
  )
}
