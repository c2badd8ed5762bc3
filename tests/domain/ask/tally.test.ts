import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sortedBallots } from '#domain/ask/vote/published.ts'
import { lineOf, quorumOf, tally } from '#domain/ask/vote/tally.ts'
import { sum, yuan } from '#domain/money.ts'

const items = (costs: Record<string, number>) =>
  Object.entries(costs).map(([id, cost]) => ({ id, cost: yuan(cost) }))
const times = (n: number, ...choices: string[]) => Array.from({ length: n }, () => choices)
const rule = { budget: yuan(300_000), thresholdPercent: 50, quorum: 1, participated: 10 }
const outcomes = (t: ReturnType<typeof tally>) => t.steps.map((s) => [s.id, s.votes, s.outcome])

test('more than half is the first whole number above it; the quorum is rounded up', () => {
  expect([637, 668, 685, 507].map((n) => lineOf(n, 50))).toEqual([319, 335, 343, 254])
  expect([lineOf(10, 0), lineOf(0, 50), lineOf(10, null)]).toEqual([1, 1, 0])
  expect([quorumOf(1540, 10), quorumOf(1541, 10), quorumOf(0, 10), quorumOf(40, 0)]).toEqual([154, 155, 0, 0])
})

test('what passed the line is funded by votes while the money lasts, and a cheaper one may still fit', () => {
  const ballots = [...times(6, 'A', 'B', 'C'), ...times(3, 'A', 'B'), ...times(1, 'A', 'D')]
  const t = tally(ballots, items({ A: 160_000, B: 150_000, C: 140_000, D: 100 }), rule)
  expect(outcomes(t)).toEqual([
    ['A', 10, 'selected'],
    ['B', 9, 'no_money'],
    ['C', 6, 'selected'],
    ['D', 1, 'below_threshold'],
  ])
  expect(t).toMatchObject({ line: 6, spent: yuan(300_000), satisfied: 10, selected: ['A', 'C'] })
  expect(t.steps.map((s) => [s.before, s.after])).toEqual([
    [yuan(300_000), yuan(140_000)],
    [yuan(140_000), yuan(140_000)],
    [yuan(140_000), yuan(0)],
    [yuan(0), yuan(0)],
  ])
})

test('with equal votes the cheaper goes first, then the lower number, and the tie is told', () => {
  const t = tally(times(4, 'B', 'A', 'C'), items({ B: 200_000, C: 100_000, A: 200_000 }), rule)
  expect(outcomes(t)).toEqual([
    ['C', 4, 'selected'],
    ['A', 4, 'selected'],
    ['B', 4, 'no_money'],
  ])
  expect(t.steps[0]!.tied).toEqual(['A', 'B'])
})

test('a joint score is rounded from the exact share, halves upwards, and only what is exactly alike is a tie', () => {
  const blocs = [
    { bloc: 'resident' as const, weight: 29 },
    { bloc: 'street' as const, weight: 71 },
  ]
  const joint = (ballots: string[][]) =>
    tally(ballots, items({ A: 1, B: 2, C: 3, D: 4 }), {
      ...rule,
      thresholdPercent: null,
      blocs,
      bodies: [{ bloc: 'street', choices: [] }],
    })
  const eight = joint([...times(5, 'A', 'B'), ...times(2, 'A'), ['C']])
  expect(eight.steps.map((s) => [s.id, s.score])).toEqual([
    ['A', 25.38],
    ['B', 18.13],
    ['C', 3.63],
    ['D', 0],
  ])
  const many = joint([...times(8001, 'A', 'B', 'C'), ...times(1, 'A', 'C'), ...times(31_998, 'D')])
  expect(many.steps.map((s) => [s.id, s.score, s.tied])).toEqual([
    ['D', 23.2, []],
    ['A', 5.8, ['C']],
    ['C', 5.8, ['A']],
    ['B', 5.8, []],
  ])
})

test('what shares bought stands in no order of votes: no tie is told of it', () => {
  const ballots = [...times(4, 'A'), ...times(4, 'B'), ['C']]
  const shares = { ...rule, thresholdPercent: null, budget: yuan(90), rule: 'mes' as const }
  const all = items({ A: 30, B: 40, C: 90 })
  const bought = tally(ballots, all, shares).steps
  expect(bought.map((s) => [s.id, s.outcome, s.tied])).toEqual([
    ['A', 'selected', []],
    ['B', 'selected', []],
    ['C', 'no_support', []],
  ])
})

test('without the quorum nothing is selected', () => {
  const t = tally(times(4, 'A'), items({ A: 1 }), { ...rule, quorum: 11 })
  expect(t).toMatchObject({ quorumMet: false, selected: [], spent: 0 })
})

test('a choice marked twice or of no item counts for nothing more', () => {
  expect(outcomes(tally([['A', 'A', 'X']], items({ A: 1 }), rule))).toEqual([['A', 1, 'selected']])
})

test('whatever the order of ballots and items, the outcome is the same and never over budget', () => {
  const some = fc.array(fc.subarray(['A', 'B', 'C', 'D', 'E']), { maxLength: 30 })
  const costs = fc.record({ A: fc.nat(200), B: fc.nat(200), C: fc.nat(200), D: fc.nat(200), E: fc.nat(200) })
  fc.assert(
    fc.property(some, costs, fc.nat(400), (ballots, cost, budget) => {
      const of = { ...rule, budget: yuan(budget) }
      const t = tally(ballots, items(cost), of)
      expect(tally(sortedBallots(ballots), items(cost).reverse(), of)).toEqual(t)
      expect(t.spent).toBeLessThanOrEqual(yuan(budget))
      expect(t.spent).toBe(sum(t.steps.filter((s) => s.outcome === 'selected').map((s) => s.cost)))
      for (const s of t.steps) if (s.outcome === 'no_money') expect(s.cost).toBeGreaterThan(s.before)
    }),
  )
})
