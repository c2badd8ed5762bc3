import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareRules } from '#domain/ask/vote/compare-rules.ts'
import type { Comparison } from '#domain/ask/vote/compare-terms.ts'
import { readResult } from '#domain/ask/vote/read-result.ts'
import { tally } from '#domain/ask/vote/tally.ts'
import type { TallyRule } from '#domain/ask/vote/tally-terms.ts'
import { fen, yuan } from '#domain/money.ts'
import { castBy, countedRound, openRound } from '#tests/support/vote.ts'
import { world } from '#tests/support/world.ts'

const rule: TallyRule = { budget: yuan(300_000), thresholdPercent: 50, quorum: 0, participated: 10 }
/** The round of the mock-up: a reading corner that six of ten households can pay and cannot vote in. */
const items = [
  { id: 'A', cost: yuan(186_000) },
  { id: 'B', cost: yuan(64_000) },
]
const ballots = [...Array.from({ length: 6 }, () => ['A']), ...Array.from({ length: 4 }, () => ['B'])]
const compared = (more: Partial<TallyRule> = {}, cast: string[][] = ballots) => {
  const own = { ...rule, ...more }
  return compareRules(cast, items, own, tally(cast, items, own))
}
const account = (found: Comparison, side: 0 | 1, id: string) =>
  found.sides[side].accounts.find((one) => one.id === id)!

test('what the round decided stands first, what the other rule would have decided second', () => {
  const byVotes = compared()!
  expect(byVotes.binding).toBe('votes')
  expect(byVotes.sides.map(({ method, winners }) => [method, [...winners].sort()])).toEqual([
    ['votes', ['A']],
    ['shares', ['A', 'B']],
  ])
  expect(byVotes.differing).toEqual(['B'])
  expect(byVotes.better).toEqual({ first: 0, second: 4, same: 6 })
  expect(byVotes.sides.map(({ reached, spent }) => [reached, spent])).toEqual([
    [6, yuan(186_000)],
    [10, yuan(250_000)],
  ])
  const byShares = compared({ rule: 'mes', completion: 'none', thresholdPercent: null })!
  expect(byShares.binding).toBe('shares')
  expect(byShares.sides.map(({ method }) => method)).toEqual(['shares', 'votes'])
})

test('the money behind an item, and what is wanting from how many, add up', () => {
  const found = compared({ rule: 'mes', completion: 'none', thresholdPercent: null })!
  // 30,000 元 on each ballot: six hold 180,000 for 186,000, four hold 120,000 for 64,000.
  expect(account(found, 0, 'A')).toMatchObject({
    verdict: 'too_little_behind',
    votes: 6,
    behind: yuan(180_000),
    missing: yuan(6_000),
    percent: 96,
  })
  expect(account(found, 0, 'B')).toMatchObject({
    verdict: 'by_shares',
    behindAtStart: yuan(120_000),
    payment: yuan(16_000),
    effectiveVotes: 4,
    percent: 100,
  })
  expect(account(found, 1, 'A')).toMatchObject({ verdict: 'by_votes', left: yuan(300_000) })
})

test('a vote by votes says what was left and what was wanting', () => {
  const found = compared({ rule: 'greedy', thresholdPercent: null, budget: yuan(200_000) })!
  expect(account(found, 0, 'B')).toMatchObject({
    verdict: 'no_money',
    left: yuan(14_000),
    missing: yuan(50_000),
  })
})

test('no comparison where nothing was decided: too few households, no ballots on any side', () => {
  expect(compared({ quorum: 11 })).toBeNull()
  expect(compared({}, [[], []])).toBeNull()
  const blocs = [{ bloc: 'resident' as const, weight: 100 }]
  expect(compared({ blocs, rule: 'greedy', thresholdPercent: null }, [[], []])).toBeNull()
})

test('a ranking is compared with equal shares in which a place is worth its points', () => {
  const ranked = [...Array.from({ length: 6 }, () => ['A', 'B']), ...Array.from({ length: 4 }, () => ['B'])]
  const found = compared(
    { ballotKind: 'ranking', maxChoices: 2, rule: 'greedy', thresholdPercent: null, budget: yuan(200_000) },
    ranked,
  )!
  expect([found.binding, found.unit, found.topPlace, found.purses]).toEqual(['votes', 'point', 2, null])
  // B has 14 points at 64,000 元, A 12 at 186,000: for one point B asks the least, and both rules begin with it.
  expect(found.sides.map(({ winners }) => winners)).toEqual([['B'], ['B']])
  expect(account(found, 0, 'A')).toMatchObject({ score: 12, verdict: 'no_money', missing: yuan(50_000) })
  const [a, b] = ['A', 'B'].map((id) => account(found, 1, id))
  expect(b).toMatchObject({ verdict: 'by_shares', score: 14, effectiveVotes: 14, payment: fen(457_143) })
  // Whoever put B second paid one point for it, whoever put it first two.
  expect(a!.behindAtStart).toBe(6 * found.sides[1].endowment!)
  expect(a!.verdict).toBe('no_money')
  expect(found.step).toBe(fen(2_000))
})

test('a joint selection is compared with equal shares of which every side brings its weight', () => {
  const blocs = [
    { bloc: 'resident' as const, weight: 50 },
    { bloc: 'committee' as const, weight: 30 },
    { bloc: 'centre' as const, weight: 20 },
  ]
  const bodies = [
    { bloc: 'committee' as const, choices: ['B'] },
    { bloc: 'centre' as const, choices: null },
  ]
  const joint = { blocs, bodies, rule: 'greedy' as const, thresholdPercent: null, budget: yuan(200_000) }
  const found = compared(joint)!
  // A: 50 × 6/10 = 30 of 80; B: 50 × 4/10 + 30 = 50 of 80. The centre cast nothing.
  expect([found.binding, found.unit]).toEqual(['votes', 'weight'])
  expect(found.sides.map(({ accounts }) => accounts.map(({ id, score }) => [id, score]))).toEqual([
    [
      ['B', 62.5],
      ['A', 37.5],
    ],
    [
      ['B', 62.5],
      ['A', 37.5],
    ],
  ])
  expect(account(found, 1, 'B')).toMatchObject({ votes: 5, verdict: 'by_shares', effectiveVotes: 50 })
  expect(account(found, 1, 'B').payment).toBe(yuan(1_280))
  const held = found.sides[1].endowment!
  expect(found.purses!.map(({ bloc, ballots: n, together }) => [bloc, n, together])).toEqual([
    ['resident', 10, expect.closeTo(held * 50, -2)],
    ['committee', 1, expect.closeTo(held * 30, -2)],
  ])
  expect(found.purses![0]!.each).toBe(Math.floor(found.purses![0]!.together / 10))
  expect(found.sides.map(({ reached }) => reached)).toEqual([4, 4])
  // The residents alone say nothing; the committee still has its part.
  expect(compared(joint, [[]])!.sides[1].winners).toEqual(['B'])
})

const sides: Partial<TallyRule> = {
  blocs: [
    { bloc: 'resident', weight: 60 },
    { bloc: 'organisation', weight: 40 },
  ],
  bodies: [
    { bloc: 'organisation', choices: ['A', 'D'] },
    { bloc: 'organisation', choices: ['D'] },
    { bloc: 'organisation', choices: null },
  ],
}
test('the first side is always the tally itself, whatever is cast by whichever rule', () => {
  const ids = ['A', 'B', 'C', 'D']
  const cast = fc.array(fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 3 }), {
    minLength: 1,
    maxLength: 20,
  })
  const costs = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 4, maxLength: 4 })
  const rules = fc.constantFrom<Partial<TallyRule>>(
    { rule: 'greedy' },
    { rule: 'greedy_no_skip' },
    { rule: 'greedy_threshold', thresholdPercent: 30 },
    { rule: 'mes', completion: 'add1', addStep: fen(500) },
    { rule: 'mes', completion: 'add1_greedy', addStep: fen(500) },
    { rule: 'greedy', ballotKind: 'ranking', maxChoices: 3 },
    { rule: 'greedy', ...sides },
    { rule: 'greedy_threshold', thresholdPercent: 30, ...sides },
  )
  fc.assert(
    fc.property(cast, costs, rules, (all, amounts, more) => {
      const slate = ids.map((id, at) => ({ id, cost: yuan(amounts[at]!) }))
      const own: TallyRule = { ...rule, budget: yuan(1_000), thresholdPercent: null, ...more }
      const counted = tally(all, slate, own)
      const found = compareRules(all, slate, own, counted)
      if (!found) return all.every((ballot) => ballot.length === 0)
      const [ours, theirs] = found.sides
      expect([...ours.winners].sort()).toEqual([...counted.selected].sort())
      expect(ours.spent).toBe(counted.spent)
      expect(ours.reached).toBe(counted.satisfied)
      expect(theirs.spent).toBeLessThanOrEqual(own.budget)
      expect(found.better.first + found.better.second + found.better.same).toBe(counted.ballots)
      return true
    }),
    { numRuns: 150 },
  )
})

test('the result of a round carries its comparison and, where it was drawn, its lot', async () => {
  const town = await world()
  const round = await openRound(town, { voters: 12, quorumPercent: 0 })
  for (let voter = 0; voter < 6; voter += 1) await castBy(town, round, voter, [voter < 4 ? 0 : 1])
  await countedRound(town, round)
  const { comparison, lot, tally: counted } = await readResult(town.as('director'), round.id)
  expect(comparison!.sides[0].winners).toEqual(counted.selected)
  expect(comparison!.differing).not.toEqual([])
  expect(lot).toBeNull()
})
