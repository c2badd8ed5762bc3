import { build } from 'esbuild'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countBlocs } from '#domain/ask/vote/count/blocs.ts'
import { explain } from '#domain/ask/vote/count/explain.ts'
import { fraction, inWords } from '#domain/ask/vote/count/rational.ts'
import { ruleNames } from '#domain/ask/vote/count/rules.ts'
import { compareOutcomes, voterAccount } from '#domain/ask/vote/count/voter-account.ts'
import { election, outcomeOf, someElection } from '#tests/support/elections.ts'

const times = (n: number, ...choices: string[]) => Array.from({ length: n }, () => choices)
const town = election({
  costs: { A: 50, B: 50, C: 50, X: 40, Z: 5 },
  budget: 100,
  ballots: [...times(6, 'A', 'B', 'C'), ...times(4, 'X')],
})

test('each project is told what stood behind it, what its supporters paid, and what was wanting', () => {
  const accounts = explain(town, outcomeOf(town, 'mes'))
  expect(
    accounts.map(({ id, verdict, place, missing, percent }) => [id, verdict, place, missing, percent]),
  ).toEqual([
    ['A', 'by_shares', 1, 0, 100],
    ['X', 'by_shares', 2, 0, 100],
    ['B', 'too_little_behind', null, 40, 20],
    ['C', 'too_little_behind', null, 40, 20],
    ['Z', 'no_votes', null, 5, 0],
  ])
  expect(accounts.map(({ shares }) => [shares?.behindAtStart, shares?.behind])).toEqual([
    [60, 60],
    [40, 40],
    [60, 10],
    [60, 10],
    [0, 0],
  ])
  expect(accounts[0]!.shares).toMatchObject({
    payment: fraction(25n, 3n),
    effectiveVotes: { num: 6n, den: 1n },
  })
  expect(inWords(accounts[0]!.shares!.payment!)).toBe('25/3')
})

test('by votes, what was left at its turn is told, and whether it stood under the line', () => {
  const accounts = explain(
    { ...town, threshold: 5 },
    outcomeOf({ ...town, threshold: 5 }, 'greedy_threshold'),
  )
  expect(accounts.map(({ id, verdict, left, missing }) => [id, verdict, left, missing])).toEqual([
    ['A', 'by_votes', 100, 0],
    ['B', 'by_votes', 50, 0],
    ['C', 'no_money', 0, 50],
    ['X', 'below_threshold', 0, 0],
    ['Z', 'below_threshold', 0, 0],
  ])
})

test('voters are counted by how many of their choices are funded, and two outcomes stand beside each other', () => {
  const [greedy, mes] = [outcomeOf(town, 'greedy').winners, outcomeOf(town, 'mes').winners]
  expect([greedy, mes]).toEqual([
    ['A', 'B'],
    ['A', 'X'],
  ])
  expect(voterAccount(town, greedy)).toEqual({ voters: 10, reached: 6, byFunded: [4, 0, 6] })
  expect(voterAccount(town, mes)).toEqual({ voters: 10, reached: 10, byFunded: [0, 10] })
  expect(compareOutcomes(town, greedy, mes)).toEqual({ first: 6, second: 4, same: 0 })
})

test('whatever the election, the account agrees with the outcome', () => {
  fc.assert(
    fc.property(someElection, fc.constantFrom(...ruleNames), (written, rule) => {
      const of = election(written)
      const outcome = outcomeOf(of, rule)
      const accounts = explain(of, outcome)
      expect(accounts.filter(({ place }) => place).map(({ id }) => id)).toEqual(outcome.winners)
      for (const { verdict, percent, missing, shares, cost, place } of accounts) {
        expect(percent === 100).toBe(place !== null)
        expect(['no_votes', 'too_little_behind', 'no_money'].includes(verdict)).toBe(missing > 0)
        if (verdict === 'by_shares') expect(shares!.behind).toBeGreaterThanOrEqual(cost)
        if (verdict === 'too_little_behind') expect(shares!.behind + missing).toBe(cost)
      }
      const { voters, reached, byFunded } = voterAccount(of, outcome.winners)
      expect([byFunded.reduce((a, b) => a + b, 0), voters - byFunded[0]!]).toEqual([voters, reached])
    }),
  )
})

test('联合评选: each body counts by its weight, not its size; who abstains leaves the denominator', () => {
  const items = [
    { id: 'A', cost: 60 },
    { id: 'B', cost: 50 },
    { id: 'C', cost: 40 },
  ]
  const residents = { bloc: 'resident', weight: 60, ballots: [...times(2, 'A'), ...times(1, 'B')] }
  const committee = { bloc: 'committee', weight: 40, ballots: [['B'], ['B', 'C'], ['B', 'B']] }
  const joint = countBlocs(items, [residents, committee], { budget: 100, thresholdPercent: null })
  expect(joint.standings.map(({ id, share, verdict, left }) => [id, inWords(share), verdict, left])).toEqual([
    ['B', '3/5', 'selected', 100],
    ['A', '2/5', 'no_money', 50],
    ['C', '2/15', 'selected', 50],
  ])
  expect(joint).toMatchObject({ winners: ['B', 'C'], cost: 90 })
  expect(joint.standings[0]!.raw).toEqual({
    resident: { votes: 1, ballots: 3, weight: 60 },
    committee: { votes: 3, ballots: 3, weight: 40 },
  })
  const silent = [residents, { ...committee, ballots: [] }]
  const alone = countBlocs(items, silent, { budget: 100, thresholdPercent: 50 })
  expect(alone.standings.map(({ id, share, verdict }) => [id, inWords(share), verdict])).toEqual([
    ['A', '2/3', 'selected'],
    ['B', '1/3', 'below_threshold'],
    ['C', '0', 'below_threshold'],
  ])
  expect(alone.standings[0]!.raw.committee).toEqual({ votes: 0, ballots: 0, weight: 40 })
  const nobody = countBlocs(items, [{ ...residents, ballots: [] }], { budget: 100, thresholdPercent: null })
  expect(nobody.standings.map(({ share }) => inWords(share))).toEqual(['0', '0', '0'])
})

test('half of the share is not more than half, and equal shares fall to the lower cost, residents, lot, id', () => {
  const items = ['D', 'C', 'B', 'A'].map((id) => ({ id, cost: id === 'D' ? 5 : 10 }))
  const blocs = [
    { bloc: 'resident', weight: 1, ballots: [['A', 'C', 'D'], ['B']] },
    { bloc: 'centre', weight: 1, ballots: [['A', 'B', 'D'], ['C']] },
  ]
  const order = (lot?: ReadonlyMap<string, number>) =>
    countBlocs(items, blocs, { budget: 100, thresholdPercent: null, lot }).standings.map(({ id }) => id)
  expect(order()).toEqual(['D', 'A', 'B', 'C'])
  expect(
    order(
      new Map([
        ['C', 0],
        ['B', 1],
        ['A', 2],
      ]),
    ),
  ).toEqual(['D', 'C', 'B', 'A'])
  expect(countBlocs(items, blocs, { budget: 100, thresholdPercent: 50 }).winners).toEqual([])
})

test('a body as large as one likes moves nothing when its shares are the same', () => {
  const items = [
    { id: 'A', cost: 6 },
    { id: 'B', cost: 5 },
  ]
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.nat(5), fc.nat(5), (size, a, b) => {
      const bloc = (name: string, ballots: string[][]) => ({ bloc: name, weight: 3, ballots })
      const small = [...times(a, 'A'), ...times(b, 'B'), ...times(1)]
      const large = Array.from({ length: size }, () => small).flat()
      const one = countBlocs(items, [bloc('r', [['A']]), bloc('s', small)], {
        budget: 10,
        thresholdPercent: null,
      })
      const two = countBlocs(items, [bloc('r', [['A']]), bloc('s', large)], {
        budget: 10,
        thresholdPercent: null,
      })
      expect(two.standings.map(({ share }) => share)).toEqual(one.standings.map(({ share }) => share))
    }),
  )
})

test('the count fits a browser: nothing of Node in it, under 25 kB', async () => {
  const built = await build({
    entryPoints: ['app/domain/ask/vote/count/browser.ts'],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    metafile: true,
  })
  expect(
    Object.keys(built.metafile.inputs).filter((file) => !file.startsWith('app/domain/ask/vote/count/')),
  ).toEqual([])
  expect(built.outputFiles[0]!.contents.length).toBeLessThan(25_000)
})
