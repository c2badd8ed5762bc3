import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from '#app/ports/vault.ts'
import { mostRuns } from '#domain/ask/vote/count/completions.ts'
import { countElection } from '#domain/ask/vote/count/count-election.ts'
import { standing, supportersOf } from '#domain/ask/vote/count/election.ts'
import { exactPurse } from '#domain/ask/vote/count/exact-purse.ts'
import {
  compare,
  type Fraction,
  floor,
  fraction,
  plus,
  toNumber,
  whole,
} from '#domain/ask/vote/count/rational.ts'
import { ruleNames, ruleOf } from '#domain/ask/vote/count/rules.ts'
import { drawLot } from '#domain/ask/vote/count/ties.ts'
import { election, outcomeOf, someElection, type Written } from '#tests/support/elections.ts'

const times = (n: number, ...choices: string[]) => Array.from({ length: n }, () => choices)
const winners = (written: Written, rule: string) => outcomeOf(election(written), rule).winners
const mesRules = ruleNames.filter((name) => name.startsWith('mes'))

test('by votes: what fits is funded, what does not is passed over; without skipping the walk ends there', () => {
  const town = {
    costs: { A: 60, B: 50, C: 40, D: 10 },
    budget: 100,
    ballots: [...times(4, 'A', 'B'), ...times(2, 'B', 'A', 'C'), ...times(1, 'A'), ...times(1, 'D')],
  }
  expect(winners(town, 'greedy')).toEqual(['A', 'C'])
  expect(winners(town, 'no-skip')).toEqual(['A'])
  expect(outcomeOf(election(town), 'greedy').turns.map(({ left, verdict }) => [left, verdict])).toEqual([
    [100, 'selected'],
    [40, 'no_money'],
    [40, 'selected'],
    [0, 'no_money'],
  ])
  expect(winners({ ...town, threshold: 3 }, 'greedy_threshold')).toEqual(['A'])
  expect(winners({ ...town, threshold: 2 }, 'greedy_threshold')).toEqual(['A', 'C'])
  expect(winners({ ...town, threshold: 3 }, 'greedy')).toEqual(['A', 'C'])
})

test('points are added up; equal scores fall to the lower cost, then the lower id', () => {
  const town: Written = {
    kind: 'points',
    costs: { D: 5, C: 5, B: 4, A: 9 },
    budget: 14,
    ballots: [
      [['A', 3]],
      [
        ['B', 1],
        ['C', 3],
      ],
      [
        ['D', 3],
        ['B', 2],
      ],
    ],
  }
  expect(winners(town, 'greedy')).toEqual(['B', 'C', 'D'])
})

test('equal shares give a minority its share, where votes alone give everything to the majority', () => {
  const town = {
    costs: { A: 50, B: 50, C: 50, X: 40 },
    budget: 100,
    ballots: [...times(6, 'A', 'B', 'C'), ...times(4, 'X')],
  }
  expect(winners(town, 'greedy')).toEqual(['A', 'B'])
  expect(winners(town, 'mes')).toEqual(['A', 'X'])
  const { endowment, byShares } = outcomeOf(election(town), 'mes')
  expect([endowment, byShares]).toEqual([whole(10), 2])
})

test('raising the shares spends what they leave, by whole steps, and the last that can be paid counts', () => {
  const town = {
    costs: { A: 30, B: 30, C: 40 },
    budget: 100,
    ballots: [...times(2, 'A'), ...times(2, 'B'), ['C']],
  }
  expect(winners(town, 'mes')).toEqual(['A', 'B'])
  expect(winners(town, 'mes_u')).toEqual(['A', 'B', 'C'])
  const raised = outcomeOf(election(town), 'mes_add1')
  expect(raised).toMatchObject({ winners: ['A', 'B', 'C'], cost: 100, endowment: whole(40), runs: 21 })
  expect(outcomeOf(election(town), 'mes_add1@15')).toMatchObject({ endowment: whole(50), runs: 3 })
  expect(outcomeOf(election({ ...town, scale: 10 }), 'mes_add1')).toMatchObject({ runs: 3 })
})

test('from the floor and without the early stop, the last endowment the budget can pay counts', () => {
  const town = { costs: { A: 7, B: 2, C: 9 }, budget: 10, ballots: [['A'], ['A', 'B'], ['C']] }
  expect(outcomeOf(election(town), 'mes_add1').endowment).toEqual({ num: 19n, den: 3n })
  expect(outcomeOf(election(town), 'mes_add1i_noex')).toMatchObject({
    winners: ['A', 'B'],
    endowment: whole(8),
  })
})

test('one thing each instead of one 元 each changes who is served first', () => {
  const town = {
    costs: { big: 60, small: 20 },
    budget: 60,
    ballots: [...times(2, 'big'), ...times(1, 'big', 'small')],
  }
  expect(winners(town, 'mes')).toEqual(['big'])
  expect(winners(town, 'mes_card')).toEqual(['small'])
})

test('nobody voted, nothing costs, nothing is left: no rule stumbles', () => {
  for (const name of ruleNames) {
    expect(winners({ costs: { A: 5 }, budget: 10, ballots: [] }, name)).toEqual(
      name.startsWith('mes') && !/u$/.test(name) ? [] : ['A'],
    )
    expect(winners({ costs: { A: 0, B: 3 }, budget: 0, ballots: [['A', 'B']] }, name)).toEqual(['A'])
    expect(winners({ costs: {}, budget: 5, ballots: [[]] }, name)).toEqual([])
  }
})

test('a step that would never end is refused, not counted for ever', () => {
  const long = election({
    costs: { A: 9e11, B: 1 },
    budget: 1e12,
    ballots: [['A'], ['B'], ...times(98, 'B')],
  })
  expect(countElection(long, ruleOf('mes_add1', 1)!)).toEqual({ ok: false, fault: 'too-many-runs' })
  expect(mostRuns).toBe(50_000)
})

test('a rule is asked by its name and may carry a step; anything else is no rule', () => {
  expect(ruleOf('mes_add1@1000', 100)).toMatchObject({ method: 'mes', completion: 'add1', step: 100_000 })
  expect(ruleOf('mes_add1u', 100, 5)).toMatchObject({ completion: 'add1_greedy', step: 500 })
  expect(ruleOf('no-skip', 1)).toEqual(ruleOf('greedy_no_skip', 1))
  for (const wrong of [
    '',
    'mes_add1@',
    'mes_add1@0',
    'mes_add1@-1',
    'mes_add1@1.5',
    'mes@1@2',
    '__proto__',
    'toString',
  ])
    expect(ruleOf(wrong, 100)).toBeNull()
  expect(ruleOf('mes_add1@5', 100, 5)).toBeNull()
})

test('a drawn lot decides what cost and votes leave equal, and anyone can draw it again', () => {
  const ids = ['A', 'B', 'C', 'D']
  const lot = drawLot(ids, 'seed of the day', sha256)
  expect([...drawLot([...ids].reverse(), 'seed of the day', sha256)].sort()).toEqual([...lot].sort())
  const first = [...lot].find(([, place]) => place === 0)![0]
  const tied = election({ costs: { A: 5, B: 5, C: 5, D: 5 }, budget: 5, ballots: [ids] })
  for (const name of ['greedy', 'mes']) {
    expect(outcomeOf(tied, { ...ruleOf(name, 1)!, ties: { lot } }).winners).toEqual([first])
    expect(outcomeOf(tied, name).winners).toEqual(['A'])
  }
})

test('a fraction keeps its value: floor, order and the nearest double', () => {
  expect([floor(fraction(7n, 2n)), floor(fraction(-7n, 2n)), floor(whole(3))]).toEqual([3n, -4n, 3n])
  expect(toNumber({ num: 10n ** 400n, den: 3n * 10n ** 400n })).toBeCloseTo(1 / 3, 15)
  expect(toNumber(whole(0))).toBe(0)
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 1n << 90n }),
      fc.bigInt({ min: 1n, max: 1n << 90n }),
      (num, den) => {
        const near = toNumber({ num, den })
        const exact = Number((num * (1n << 60n)) / den) / 2 ** 60
        expect(Math.abs(near - exact)).toBeLessThanOrEqual(Math.max(exact * 1e-15, 2 ** -59))
      },
    ),
  )
})

/** Equal shares as the definition reads, voter by voter, in fractions: slow, and nothing shared with the count. */
function plainMes({ costs, ballots, budget }: Written, cardinal: boolean): string[] {
  const pointsOf = (ballot: Written['ballots'][number], id: string) =>
    ballot.map((c) => (typeof c === 'string' ? ([c, 1] as const) : c)).find(([named]) => named === id)?.[1] ??
    0
  const score = (id: string) => ballots.reduce((sum, ballot) => sum + pointsOf(ballot, id), 0)
  const purse = ballots.map(() => fraction(BigInt(budget), BigInt(ballots.length)))
  const won: string[] = []
  const priceOf = (id: string): Fraction | null => {
    const backers = ballots.flatMap((b, v) => (pointsOf(b, id) ? [{ v, w: BigInt(pointsOf(b, id)) }] : []))
    const spentAt = (r: Fraction) =>
      backers.reduce((sum, { v, w }) => {
        const asked = fraction(r.num * w, r.den)
        return plus(sum, compare(purse[v]!, asked) < 0 ? purse[v]! : asked)
      }, whole(0))
    const cost = whole(costs[id]!)
    for (let emptied = 0; emptied < backers.length; emptied++) {
      const sorted = backers.toSorted((a, b) =>
        compare(
          fraction(purse[a.v]!.num, purse[a.v]!.den * a.w),
          fraction(purse[b.v]!.num, purse[b.v]!.den * b.w),
        ),
      )
      const rest = sorted
        .slice(0, emptied)
        .reduce((left, { v }) => plus(left, { num: -purse[v]!.num, den: purse[v]!.den }), cost)
      const points = sorted.slice(emptied).reduce((sum, { w }) => sum + w, 0n)
      const r = fraction(rest.num, rest.den * points)
      if (compare(spentAt(r), cost) === 0) return r
    }
    return null
  }
  for (;;) {
    const offers = Object.keys(costs)
      .filter((id) => !won.includes(id) && score(id) > 0)
      .flatMap((id) => {
        const price = priceOf(id)
        return price
          ? [{ id, price, rate: cardinal ? price : fraction(price.num, price.den * BigInt(costs[id]!)) }]
          : []
      })
      .sort(
        (a, b) =>
          compare(a.rate, b.rate) ||
          costs[a.id]! - costs[b.id]! ||
          score(b.id) - score(a.id) ||
          (a.id < b.id ? -1 : 1),
      )
    const best = offers[0]
    if (!best) return won
    won.push(best.id)
    ballots.forEach((ballot, v) => {
      const left = plus(purse[v]!, {
        num: -best.price.num * BigInt(pointsOf(ballot, best.id)),
        den: best.price.den,
      })
      purse[v] = left.num < 0n ? whole(0) : left
    })
  }
}

test('the count in doubles, the count in fractions and the definition agree, purchase by purchase', () => {
  fc.assert(
    fc.property(someElection, fc.boolean(), (written, cardinal) => {
      const rule = cardinal ? 'mes_card' : 'mes'
      const fast = outcomeOf(election(written), rule)
      expect(fast.winners).toEqual(outcomeOf(election(written), rule, { exactly: true }).winners)
      if (written.ballots.length > 0) expect(fast.winners).toEqual(plainMes(written, cardinal))
    }),
    { numRuns: 400 },
  )
})

test('every completion is the same in fractions, and never over budget', () => {
  fc.assert(
    fc.property(someElection, fc.constantFrom(...ruleNames), (written, rule) => {
      const fast = outcomeOf(election(written), rule)
      expect(fast.winners).toEqual(outcomeOf(election(written), rule, { exactly: true }).winners)
      expect(fast.cost).toBeLessThanOrEqual(written.budget)
      expect(fast.cost).toBe(fast.winners.reduce((sum, id) => sum + written.costs[id]!, 0))
      expect(new Set(fast.winners).size).toBe(fast.winners.length)
    }),
    { numRuns: 300 },
  )
})

test('payments add up to the cost, and nobody pays more than he was given', () => {
  fc.assert(
    fc.property(someElection, fc.constantFrom(...mesRules), (written, rule) => {
      const of = election(written)
      const { winners: won, byShares, endowment } = outcomeOf(of, rule)
      if (!endowment) return
      const purse = exactPurse(of, supportersOf(of), endowment)
      const together = () =>
        Array.from(of.groups.count, (n, g) => ({
          num: purse.held(g).num * BigInt(n),
          den: purse.held(g).den,
        })).reduce(plus, whole(0))
      for (const id of won.slice(0, byShares)) {
        const before = together()
        purse.buy(of.projects.findIndex((p) => p.id === id))
        expect(compare(plus(together(), whole(written.costs[id]!)), before)).toBe(0)
        for (let g = 0; g < of.groups.size; g++) expect(purse.held(g).num >= 0n).toBe(true)
      }
    }),
  )
})

test('other names and another order of lists and ballots change nothing, the drawn order being renamed with them', () => {
  const orders = fc.shuffledSubarray(['A', 'B', 'C', 'D', 'E', 'F'], { minLength: 6, maxLength: 6 })
  fc.assert(
    fc.property(
      someElection,
      orders,
      orders,
      fc.constantFrom(...ruleNames),
      (written, names, drawn, rule) => {
        const renamed = (id: string) => `z${names[['A', 'B', 'C', 'D', 'E', 'F'].indexOf(id)]}`
        const lot = new Map(drawn.map((id, place) => [id, place]))
        const lotRenamed = new Map(drawn.map((id, place) => [renamed(id), place]))
        const other: Written = {
          ...written,
          costs: Object.fromEntries(
            Object.entries(written.costs)
              .reverse()
              .map(([id, cost]) => [renamed(id), cost]),
          ),
          ballots: written.ballots
            .map((ballot) =>
              ballot.map((c) => (typeof c === 'string' ? renamed(c) : ([renamed(c[0]), c[1]] as const))),
            )
            .reverse(),
        }
        const one = outcomeOf(election(written), { ...ruleOf(rule, 1)!, ties: { lot } })
        const two = outcomeOf(election(other), { ...ruleOf(rule, 1)!, ties: { lot: lotRenamed } })
        expect(two.winners).toEqual(one.winners.map(renamed))
      },
    ),
  )
})

test('by votes, one more vote for a winner never unseats it', () => {
  fc.assert(
    fc.property(
      someElection,
      fc.constantFrom('greedy', 'greedy_no_skip', 'greedy_threshold'),
      (written, rule) => {
        for (const id of winners({ ...written, threshold: 2 }, rule)) {
          const one = written.kind === 'points' ? [[id, 1] as const] : [id]
          expect(winners({ ...written, threshold: 2, ballots: [...written.ballots, one] }, rule)).toContain(
            id,
          )
        }
      },
    ),
  )
})

test('an electorate twice over, each with half as much, chooses the same by votes and by shares', () => {
  fc.assert(
    fc.property(someElection, fc.constantFrom('greedy', 'mes', 'mes_card', 'mes_u'), (written, rule) => {
      const twice = { ...written, ballots: [...written.ballots, ...written.ballots] }
      expect(winners(twice, rule)).toEqual(winners(written, rule))
    }),
  )
})

test('large sums and long ballots keep doubles and fractions together', () => {
  const big = fc.record({
    costs: fc.array(fc.integer({ min: 1, max: 9_000_000_000 }), { minLength: 12, maxLength: 12 }),
    budget: fc.integer({ min: 1e9, max: 30_000_000_000 }),
    ballots: fc.array(fc.uniqueArray(fc.nat(11), { maxLength: 8 }), { minLength: 20, maxLength: 120 }),
  })
  fc.assert(
    fc.property(
      big,
      fc.constantFrom('mes', 'mes_card', 'mes_add1u@10000000'),
      ({ costs, budget, ballots }, rule) => {
        const of = election({
          costs: Object.fromEntries(costs.map((cost, nth) => [`P${nth}`, cost])),
          budget,
          ballots: ballots.map((ballot) => ballot.map((nth) => `P${nth}`)),
        })
        const fast = outcomeOf(of, rule)
        expect(fast.winners).toEqual(outcomeOf(of, rule, { exactly: true }).winners)
        expect(standing(of).votes.reduce((a, b) => a + b, 0)).toBe(ballots.flat().length)
      },
    ),
    { numRuns: 25 },
  )
})

test('points that are no whole number, or too many, never get into a count', () => {
  for (const wrong of [-1, 0.5, Number.NaN, 1_000_001, 2 ** 40])
    expect(() => election({ kind: 'points', costs: { A: 1 }, budget: 1, ballots: [[['A', wrong]]] })).toThrow(
      RangeError,
    )
})

test('where doubles cannot tell, fractions are asked, and the published order decides what they find equal', () => {
  const ids = Array.from({ length: 10 }, (_, nth) => `P${nth}`)
  const pairs = ids.flatMap((one, nth) => ids.slice(nth + 1).map((other) => [one, other]))
  const even = election({
    costs: Object.fromEntries(ids.map((id) => [id, 700])),
    budget: 3000,
    ballots: pairs,
  })
  const counted = outcomeOf(even, 'mes_add1')
  expect(counted.asked).toBeGreaterThan(0)
  expect(counted.winners).toEqual(['P0', 'P1', 'P2', 'P3'])
  expect(outcomeOf(even, 'mes_add1', { exactly: true }).winners).toEqual(counted.winners)
})
