import type { Utility } from './mes.ts'
import type { TieOrder } from './ties.ts'

/** How an outcome comes about; whole, so that two people who hold the same rule count the same. */
export type Rule = {
  method: 'greedy' | 'greedy_no_skip' | 'greedy_threshold' | 'mes'
  utility: Utility
  /** What follows when the shares alone leave money over. */
  completion: 'none' | 'greedy' | 'add1' | 'add1_greedy'
  /** add1 begins at the exact share, or at whole currency units below it. */
  start: 'exact' | 'floor'
  /** add1 ends as soon as nothing that has a vote would still fit. */
  exhaustive: boolean
  /** By how many units add1 raises each voter's endowment. */
  step: number
  ties: TieOrder
}

const greedy: Rule = {
  method: 'greedy',
  utility: 'cost',
  completion: 'none',
  start: 'exact',
  exhaustive: true,
  step: 100,
  ties: 'cost_votes_id',
}
const mes: Rule = { ...greedy, method: 'mes' }

const named: Record<string, Rule> = {
  greedy,
  greedy_threshold: { ...greedy, method: 'greedy_threshold' },
  greedy_no_skip: { ...greedy, method: 'greedy_no_skip' },
  mes,
  mes_card: { ...mes, utility: 'cardinal' },
  mes_u: { ...mes, completion: 'greedy' },
  mes_add1: { ...mes, completion: 'add1' },
  mes_add1u: { ...mes, completion: 'add1_greedy' },
  mes_add1iu: { ...mes, completion: 'add1_greedy', start: 'floor' },
  mes_add1i_noex: { ...mes, completion: 'add1', start: 'floor', exhaustive: false },
}
const otherNames: Record<string, string> = { 'no-skip': 'greedy_no_skip', no_skip: 'greedy_no_skip' }

/** The names a rule can be asked by; each may end in a step: mes_add1@1000. */
export const ruleNames = [...Object.keys(named), 'no-skip']

/**
 * The rule of a name, its step in currency units times `scale`; a step says nothing to rules that do not raise the
 * shares. Null when there is no such rule, or the step is not a whole number above nought.
 */
export function ruleOf(name: string, scale: number, step?: number): Rule | null {
  const [plain = '', at, ...more] = name.split('@')
  const key = (Object.hasOwn(otherNames, plain) ? otherNames[plain]! : plain).replaceAll('-', '_')
  const rule = Object.hasOwn(named, key) ? named[key]! : null
  if (!rule || more.length > 0 || (at !== undefined && (step !== undefined || !/^\d{1,12}$/.test(at))))
    return null
  const units = (at === undefined ? (step ?? 1) : Number(at)) * scale
  return Number.isSafeInteger(units) && units > 0 ? { ...rule, step: units } : null
}
