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
/** A joint selection walks by the joint score, and nobody's votes alone. */
const orderOf = ({ blocs }: ShownRound) => (blocs ? 'round.rule.order.joint' : 'round.rule.order')

/** What stands before what where two are alike: by votes, by the joint score, or as good a buy under equal shares. */
const tiesOf = ({ tieOrder, blocs, rule }: ShownRound) => {
  const by = blocs ? 'joint' : rule === 'mes' ? 'mes' : 'votes'
  return `round.rule.ties.${by}.${tieOrder === 'lot' ? 'lot' : 'id'}` as const
}

/** How the money goes, by the round's rule. */
const useCountLines = () => {
  const t = useT()
  const f = useFormat()
  return (round: ShownRound): string[] => {
    const amount = f.wan(round.budget)
    const percent = round.thresholdPercent
    const plain = percent === 50 ? t('round.rule.half') : t('round.rule.share', { percent })
    const line = round.blocs ? t('round.rule.share.joint', { percent }) : plain
    if (round.rule === 'greedy_threshold') return [line, t(orderOf(round), { amount })]
    if (round.blocs) return [t('round.rule.order.joint', { amount })]
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
      <li>{t(tiesOf(round))}</li>
      <li>{t('round.rule.blank')}</li>
    </ol>
  )
}
