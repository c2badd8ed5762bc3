import { z } from 'zod'
import {
  ballotKinds,
  countCompletions,
  countRules,
  countUtilities,
  residenceRules,
  rollUnits,
  roundLevels,
  tieOrders,
} from '#db/vocabulary.ts'
import { typedDate } from '../../typed-date.ts'
import { typedMoney } from '../../typed-money.ts'
import { weightsIn } from './weights.ts'

const words = (most: number, missing: string) =>
  z.string({ error: missing }).trim().min(1, missing).max(most, 'form.round.too-long')
const id = z.string({ error: 'form.round.required' }).max(64)
const whole = (least: number, most: number, message: string) =>
  z.coerce.number({ error: message }).int(message).min(least, message).max(most, message)
const money = typedMoney('form.round.money')
const needIds = z
  .array(id, { error: 'form.round.slate' })
  .min(1, 'form.round.slate')
  .max(60, 'form.round.slate')
const weight = whole(0, 100, 'form.round.weight').optional()
const ids = z.array(id).max(60, 'form.round.required').optional()

const fields = z
  .object({
    name: words(60, 'form.round.name'),
    electorate: words(200, 'form.round.electorate'),
    poolId: z.string({ error: 'form.round.pool' }).max(64),
    budget: money,
    needIds,
    unit: z.enum(rollUnits, { error: 'form.round.unit' }),
    minAge: whole(14, 80, 'form.round.age').optional(),
    residence: z.enum(residenceRules, { error: 'form.round.residence' }).optional(),
    residenceMonths: whole(0, 120, 'form.round.months').optional(),
    level: z.enum(roundLevels, { error: 'form.round.level' }).optional(),
    ballotKind: z.enum(ballotKinds, { error: 'form.round.kind' }).optional(),
    maxChoices: whole(1, 60, 'form.round.choices').optional(),
    pointsTotal: whole(1, 1000, 'form.round.points').optional(),
    pointsEach: whole(1, 1000, 'form.round.points').optional(),
    rule: z.enum(countRules, { error: 'form.round.rule' }).optional(),
    thresholdPercent: whole(0, 99, 'form.round.percent').optional(),
    utility: z.enum(countUtilities, { error: 'form.round.utility' }).optional(),
    completion: z.enum(countCompletions, { error: 'form.round.completion' }).optional(),
    addStep: typedMoney('form.round.step').optional(),
    tieOrder: z.enum(tieOrders, { error: 'form.round.ties' }).optional(),
    weightResident: weight,
    weightCommittee: weight,
    weightCentre: weight,
    weightStreet: weight,
    weightOrganisation: weight,
    orgIds: ids,
    likelyIds: ids,
    quorumPercent: whole(0, 100, 'form.round.percent'),
    opensOn: typedDate('form.round.opens'),
    closesOn: typedDate('form.round.closes'),
    resolutionId: z.preprocess((typed) => (typed === '' ? undefined : typed), id.optional()),
    rerunOf: z.string().max(64).optional(),
  })
  .strict()
type Fields = z.output<typeof fields>
type Fault = [path: keyof Fields, message: string, when: boolean]

/** What the kind of ballot asks, and what it cannot go with. */
const ballotFaults = (r: Fields, kind: NonNullable<Fields['ballotKind']>): Fault[] => {
  const points = kind === 'points'
  const limited = kind === 'approval' || kind === 'ranking'
  return [
    ['maxChoices', 'form.round.choices', limited && r.maxChoices === undefined],
    ['pointsTotal', 'form.round.points', points && !r.pointsTotal],
    ['pointsEach', 'form.round.points', points && !r.pointsEach],
    ['pointsEach', 'form.round.points-each', points && (r.pointsEach ?? 0) > (r.pointsTotal ?? 0)],
  ]
}
/** What the rule of the count asks, and what it cannot go with. */
const countFaults = (r: Fields, named: boolean): Fault[] => {
  const rule = r.rule ?? 'greedy_threshold'
  const line = rule === 'greedy_threshold'
  const add1 = rule === 'mes' && (r.completion ?? 'none').startsWith('add1')
  return [
    ['rule', 'form.round.threshold-kind', line && !named],
    ['thresholdPercent', 'form.round.percent', line && r.thresholdPercent === undefined],
    ['rule', 'form.round.mes-ranking', rule === 'mes' && r.ballotKind === 'ranking'],
    ['addStep', 'form.round.step', add1 && !r.addStep],
  ]
}
/** 联合评选: the weights, and who is invited. */
const blocFaults = (r: Fields, named: boolean): Fault[] => {
  const blocs = weightsIn(r)
  const joint = blocs !== null
  const sum = (blocs ?? []).reduce((total, { weight: w }) => total + w, 0)
  const has = (bloc: string) => (blocs ?? []).some((b) => b.bloc === bloc)
  const walks = ['greedy', 'greedy_threshold'].includes(r.rule ?? 'greedy_threshold')
  return [
    ['weightResident', 'form.round.weights', joint && sum !== 100],
    ['weightResident', 'form.round.weights-resident', joint && !has('resident')],
    ['rule', 'form.round.blocs-rule', joint && !walks],
    ['ballotKind', 'form.round.blocs-kind', joint && !named],
    ['orgIds', 'form.round.orgs-missing', has('organisation') && !r.orgIds?.length],
    ['weightOrganisation', 'form.round.orgs-weight', !has('organisation') && Boolean(r.orgIds?.length)],
    ['likelyIds', 'form.round.likely', (r.likelyIds ?? []).some((o) => !r.orgIds?.includes(o))],
  ]
}
/** What cannot stand together, each said at the question that must change. */
const faultsOf = (r: Fields): Fault[] => {
  const kind = r.ballotKind ?? 'approval'
  const named = kind === 'approval' || kind === 'knapsack'
  return [
    ['closesOn', 'form.round.dates', r.opensOn > r.closesOn],
    ...ballotFaults(r, kind),
    ...countFaults(r, named),
    ...blocFaults(r, named),
  ]
}

/** 轮次: everything that decides the outcome. */
export const roundForm = fields.superRefine((r, issues) => {
  for (const [path, message, when] of faultsOf(r))
    if (when) issues.addIssue({ code: 'custom', path: [path], message })
})
export type RoundInput = z.output<typeof roundForm>
