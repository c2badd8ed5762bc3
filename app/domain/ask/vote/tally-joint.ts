import type { BlocWeight, Mark } from '#db/vocabulary.ts'
import { countBlocs } from './count/blocs.ts'
import { type Fraction, floor, fraction, inWords, plus, times } from './count/rational.ts'
import { idOf } from './marks.ts'
import type { CountTurn, TallyItem, TallyRule } from './tally-terms.ts'
import { lotOf } from './tally-turns.ts'

/** The ballots of every side of a joint selection: the residents', and those of the bodies that did not abstain. */
export function sidesOf(
  residents: ReadonlyArray<readonly Mark[]>,
  { blocs, bodies = [] }: Pick<TallyRule, 'blocs' | 'bodies'>,
) {
  const cast = (bloc: BlocWeight['bloc']) =>
    bloc === 'resident'
      ? residents.map((ballot) => ballot.map(idOf))
      : bodies.flatMap((body) => (body.bloc === bloc && body.choices ? [body.choices] : []))
  return (blocs ?? []).map(({ bloc, weight }) => ({ bloc, weight, ballots: cast(bloc) }))
}

/** A share in percent with two places, halves upwards: in fractions, so that everybody rounds alike. */
const percentOf = (share: Fraction) => Number(floor(plus(times(share, 10_000), fraction(1n, 2n)))) / 100

/** 联合评选: the turns by the joint share, each side's raw count beside it. */
export function jointTurns(
  residents: ReadonlyArray<readonly Mark[]>,
  items: readonly TallyItem[],
  rule: TallyRule,
): CountTurn[] {
  const sides = sidesOf(residents, rule)
  const { budget, thresholdPercent, lotSeed } = rule
  const lot = lotOf(
    items.map((item) => item.id),
    lotSeed,
  )
  const joined = countBlocs(items, sides, { budget, thresholdPercent, ...(lot ? { lot } : {}) })
  return joined.standings.map(({ id, share, raw, verdict }) => ({
    id,
    votes: raw.resident?.votes ?? 0,
    score: percentOf(share),
    standing: inWords(share),
    outcome: verdict,
    byShares: false,
    joint: sides.map(({ bloc, weight }) => ({
      bloc,
      weight,
      votes: raw[bloc]?.votes ?? 0,
      ballots: raw[bloc]?.ballots ?? 0,
    })),
  }))
}
