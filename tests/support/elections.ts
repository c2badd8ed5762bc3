import fc from 'fast-check'
import { ballotBox } from '#domain/ask/vote/count/ballot-box.ts'
import { countElection, type Outcome } from '#domain/ask/vote/count/count-election.ts'
import type { BallotKind, Election } from '#domain/ask/vote/count/election.ts'
import { type Rule, ruleOf } from '#domain/ask/vote/count/rules.ts'

/** An election written down by hand: costs by id, and ballots as ids or ids with points. */
export type Written = {
  costs: Record<string, number>
  ballots: readonly (readonly (string | readonly [string, number])[])[]
  budget: number
  kind?: BallotKind
  threshold?: number
  scale?: number
}

export function election({
  costs,
  ballots,
  budget,
  kind = 'approval',
  threshold = 0,
  scale = 1,
}: Written): Election {
  const projects = Object.entries(costs).map(([id, cost]) => ({ id, cost }))
  const places = new Map(projects.map(({ id }, place) => [id, place]))
  const box = ballotBox()
  for (const ballot of ballots)
    box.add(
      ballot.map((choice) => places.get(typeof choice === 'string' ? choice : choice[0])!),
      ballot.map((choice) => (typeof choice === 'string' ? 1 : choice[1])),
    )
  const groups = box.grouped()
  return {
    kind,
    budget,
    scale,
    projects,
    voters: ballots.length,
    groups,
    threshold,
    topPoints: projects.length,
  }
}

export function outcomeOf(of: Election, rule: string | Rule, options: { exactly?: boolean } = {}): Outcome {
  const counted = countElection(of, typeof rule === 'string' ? ruleOf(rule, of.scale)! : rule, options)
  if (!counted.ok) throw new Error(counted.fault)
  return counted.outcome
}

const ids = ['A', 'B', 'C', 'D', 'E', 'F']

/** Small elections full of ties: few costs, few voters, approval or points. */
export const someElection: fc.Arbitrary<Written> = fc
  .record({
    costs: fc.array(fc.oneof(fc.constantFrom(1, 6, 12, 30), fc.integer({ min: 1, max: 60 })), {
      minLength: 1,
      maxLength: 6,
    }),
    budget: fc.integer({ min: 0, max: 120 }),
    points: fc.boolean(),
    ballots: fc.array(fc.array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 4 })), { maxLength: 6 }), {
      maxLength: 9,
    }),
  })
  .map(({ costs, budget, points, ballots }) => {
    const named = Object.fromEntries(costs.map((cost, nth) => [ids[nth]!, cost]))
    const cleaned = ballots.map((ballot) => {
      const once = new Map(ballot.filter(([nth]) => nth < costs.length).map(([nth, p]) => [ids[nth]!, p]))
      return points ? [...once] : [...once.keys()]
    })
    return {
      costs: named,
      budget,
      ballots: cleaned,
      kind: points ? ('points' as const) : ('approval' as const),
    }
  })
