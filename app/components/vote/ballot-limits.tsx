import { useFormat } from '#app/components/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { ShownRound } from '#domain/ask/vote/read-round.ts'

/** What one ballot may say, as short as a title; the budget keeps together on one line. */
export const BallotLimits = ({ round }: { round: ShownRound }) => {
  const t = useT()
  const f = useFormat()
  const { pointsTotal, pointsEach, maxChoices } = round
  if (round.ballotKind === 'points')
    return <>{t('ballot.limit.points', { total: pointsTotal ?? 0, each: pointsEach ?? 0 })}</>
  if (round.ballotKind === 'ranking') return <>{t('ballot.limit.ranking', { n: maxChoices })}</>
  return (
    <>
      {t('ballot.limit.choices', { n: maxChoices })}
      {round.budgetCapped ? (
        <>
          {t('ballot.limit.comma')}
          <span className="nb">{t('ballot.limit.together')}</span>{' '}
          <span className="nb">{f.wan(round.budget)}</span>
        </>
      ) : null}
    </>
  )
}
