import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocTies, electionOfBlocs } from '#domain/ask/vote/count/bloc-shares.ts'
import { type Bloc, countBlocs } from '#domain/ask/vote/count/blocs.ts'
import { supportersOf } from '#domain/ask/vote/count/election.ts'
import { exactPurse } from '#domain/ask/vote/count/exact-purse.ts'
import { explain } from '#domain/ask/vote/count/explain.ts'
import { compare, plus, whole } from '#domain/ask/vote/count/rational.ts'
import { type Rule, ruleOf } from '#domain/ask/vote/count/rules.ts'
import { election, outcomeOf } from '#tests/support/elections.ts'

const ids = ['A', 'B', 'C', 'D']
type Town = { costs: number[]; budget: number; blocs: Bloc[] }
const projectsOf = ({ costs }: Town) => ids.map((id, at) => ({ id, cost: costs[at]! }))
const ballotsIn = fc.array(fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 3 }), {
  maxLength: 5,
})
/** Up to three sides of different sizes and weights; a side may have cast nothing. */
const someTown: fc.Arbitrary<Town> = fc.record({
  costs: fc.array(fc.oneof(fc.constantFrom(6, 12, 30), fc.integer({ min: 0, max: 60 })), {
    minLength: 4,
    maxLength: 4,
  }),
  budget: fc.integer({ min: 1, max: 120 }),
  blocs: fc
    .tuple(fc.tuple(fc.integer({ min: 1, max: 6 }), ballotsIn), fc.tuple(fc.constantFrom(1, 2), ballotsIn))
    .map((sides) => sides.map(([weight, ballots], at) => ({ bloc: `S${at}`, weight, ballots }))),
})
const termsOf = ({ budget }: Town, thresholdPercent: number | null = null) => ({
  budget,
  scale: 1,
  thresholdPercent,
})
const electionOf = (town: Town, percent: number | null = null) =>
  electionOfBlocs(projectsOf(town), town.blocs, termsOf(town, percent))
const ruleFor = (town: Town, name: string): Rule => ({
  ...ruleOf(name, 1)!,
  ties: blocTies(projectsOf(town), town.blocs, undefined),
})
const shares = ['mes', 'mes_u', 'mes_add1u']
const winnersOf = (town: Town, name: string) => {
  const of = electionOf(town)
  return of ? outcomeOf(of, ruleFor(town, name)).winners : []
}

test('a side brings its weight of the budget, however many cast its ballots', () => {
  const town: Town = {
    costs: [60, 60, 40, 30],
    budget: 100,
    blocs: [
      { bloc: 'resident', weight: 60, ballots: [['A', 'B'], ['A', 'B'], ['A']] },
      { bloc: 'committee', weight: 40, ballots: [['C']] },
    ],
  }
  expect(countBlocs(projectsOf(town), town.blocs, { budget: 100, thresholdPercent: null }).winners).toEqual([
    'A',
    'C',
  ])
  const of = electionOf(town)!
  expect([of.parts, of.voters]).toEqual([3, 300])
  const outcome = outcomeOf(of, ruleFor(town, 'mes'))
  // Sixty of weight hold 60 together, each of three ballots 20; forty hold 40 on one ballot.
  expect(outcome.winners).toEqual(['A', 'C'])
  const [a, c, b] = explain(of, outcome)
  expect([a!.shares!.behindAtStart, c!.shares!.behindAtStart, b!.shares!.behindAtStart]).toEqual([60, 40, 40])
  expect([b!.verdict, b!.missing]).toEqual(['too_little_behind', 60])
})

test('nobody of any side cast a ballot: there is nothing to share', () => {
  const empty = [{ bloc: 'resident', weight: 60, ballots: [] }]
  expect(
    electionOfBlocs([{ id: 'A', cost: 1 }], empty, { budget: 1, scale: 1, thresholdPercent: null }),
  ).toBe(null)
})

test('by votes it is the joint share to the last project, with the line and without', () => {
  fc.assert(
    fc.property(someTown, fc.constantFrom(null, 0, 30, 50), (town, percent) => {
      const of = electionOf(town, percent)
      if (!of) return
      const joint = countBlocs(projectsOf(town), town.blocs, {
        budget: town.budget,
        thresholdPercent: percent,
      })
      const { winners, turns } = outcomeOf(
        of,
        ruleFor(town, percent === null ? 'greedy' : 'greedy_threshold'),
      )
      expect(winners).toEqual(joint.winners)
      expect(turns.map(({ project, verdict }) => [ids[project], verdict])).toEqual(
        joint.standings.map(({ id, verdict }) => [id, verdict]),
      )
    }),
    { numRuns: 100 },
  )
})

test('by shares it is the count of as many equal voters as the weights have parts, in doubles and in fractions', () => {
  fc.assert(
    fc.property(someTown, fc.constantFrom(...shares), (town, name) => {
      const of = electionOf(town)
      if (!of) return
      const present = town.blocs.filter(({ ballots }) => ballots.length > 0)
      const each = present.flatMap(({ weight, ballots }) =>
        ballots.flatMap((ballot) =>
          Array.from({ length: (weight * of.parts!) / ballots.length }, () => ballot),
        ),
      )
      const costs = Object.fromEntries(projectsOf(town).map(({ id, cost }) => [id, cost]))
      const plain = { ...election({ costs, budget: town.budget, ballots: each }), parts: of.parts! }
      const found = outcomeOf(of, ruleFor(town, name))
      expect(found.winners).toEqual(outcomeOf(plain, ruleFor(town, name)).winners)
      expect(found.winners).toEqual(outcomeOf(of, ruleFor(town, name), { exactly: true }).winners)
      expect(found.cost).toBeLessThanOrEqual(town.budget)
    }),
    { numRuns: 100 },
  )
})

test('what is paid adds up to the cost, and no ballot pays more than its part of its side’s weight', () => {
  fc.assert(
    fc.property(someTown, fc.constantFrom(...shares), (town, name) => {
      const of = electionOf(town)
      if (!of) return
      const outcome = outcomeOf(of, ruleFor(town, name))
      if (!outcome.endowment) return
      const purse = exactPurse(of, supportersOf(of), outcome.endowment)
      const together = () =>
        Array.from(of.groups.count, (n, g) => ({
          num: purse.held(g).num * BigInt(n),
          den: purse.held(g).den,
        })).reduce(plus, whole(0))
      for (const id of outcome.winners.slice(0, outcome.byShares)) {
        const before = together()
        if (town.costs[ids.indexOf(id)] === 0) continue
        purse.buy(ids.indexOf(id))
        expect(compare(plus(together(), whole(town.costs[ids.indexOf(id)]!)), before)).toBe(0)
        for (let g = 0; g < of.groups.size; g++) expect(purse.held(g).num >= 0n).toBe(true)
      }
    }),
    { numRuns: 100 },
  )
})

test('a side twice as large, its votes the same, changes nothing; nor do other names', () => {
  const drawn = new Map(ids.map((id, at) => [id, at]))
  const named = (id: string) => `z${id}`
  fc.assert(
    fc.property(someTown, fc.constantFrom('greedy', ...shares), fc.nat(1), (town, name, at) => {
      const larger = {
        ...town,
        blocs: town.blocs.map((bloc, nth) =>
          nth === at ? { ...bloc, ballots: [...bloc.ballots, ...bloc.ballots] } : bloc,
        ),
      }
      expect(winnersOf(larger, name)).toEqual(winnersOf(town, name))
      const projects = projectsOf(town).map(({ id, cost }) => ({ id: named(id), cost }))
      const blocs = town.blocs.map((bloc) => ({
        ...bloc,
        ballots: bloc.ballots.map((ballot) => ballot.map(named).reverse()).reverse(),
      }))
      const other = electionOfBlocs([...projects].reverse(), blocs, termsOf(town))
      if (!other) return
      const lot = new Map([...drawn].map(([id, place]) => [named(id), place]))
      const ties = blocTies(projects, blocs, lot)
      expect(outcomeOf(other, { ...ruleOf(name, 1)!, ties }).winners).toEqual(
        winnersOf(town, name).map(named),
      )
    }),
    { numRuns: 100 },
  )
})
