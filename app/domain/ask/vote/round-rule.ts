import { endOf, startOf } from '../../dates.ts'
import { fen } from '../../money.ts'
import type { RoundInput } from './round-form.ts'
import { weightsIn } from './weights.ts'

/** How the count goes; what a rule does not ask about is put to its plainest. */
const countingOf = (input: RoundInput) => {
  const rule = input.rule ?? 'greedy_threshold'
  const completion = rule === 'mes' ? (input.completion ?? 'none') : 'none'
  return {
    rule,
    thresholdPercent: rule === 'greedy_threshold' ? (input.thresholdPercent ?? 0) : 0,
    utility: rule === 'mes' ? (input.utility ?? 'cost') : ('cost' as const),
    completion,
    addStep: completion.startsWith('add1') ? (input.addStep ?? fen(10_000)) : null,
    tieOrder: input.tieOrder ?? ('cost_votes_id' as const),
    blocs: weightsIn(input),
  }
}
const ballotOf = (input: RoundInput, slate: number) => {
  const ballotKind = input.ballotKind ?? 'approval'
  const points = ballotKind === 'points'
  return {
    ballotKind,
    budgetCapped: ballotKind === 'knapsack',
    maxChoices: input.maxChoices ?? slate,
    pointsTotal: points ? (input.pointsTotal ?? null) : null,
    pointsEach: points ? (input.pointsEach ?? null) : null,
  }
}

/** The rule of a round as it is stored, from what was answered in its form; `slate`: how many needs are on it. */
export const ruleColumns = (input: RoundInput, slate: number) => ({
  name: input.name,
  electorate: input.electorate,
  poolId: input.poolId,
  budget: input.budget,
  unit: input.unit,
  level: input.level ?? ('L1' as const),
  minAge: input.minAge ?? 18,
  residence: input.residence ?? ('registered_or_living' as const),
  residenceMonths: input.residenceMonths ?? 12,
  ...ballotOf(input, slate),
  ...countingOf(input),
  resolutionId: input.resolutionId ?? null,
  quorumPercent: input.quorumPercent,
  opensAt: startOf(input.opensOn),
  closesAt: endOf(input.closesOn),
})
