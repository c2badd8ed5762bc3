import { type Fen, inYuan, minus, negative, plus, zero } from '../../money.ts'
import { Refusal } from '../../refusal.ts'

export type Choosable = { needId: string; cost: Fen }
export type BallotRule = { maxChoices: number; budget: Fen; budgetCapped: boolean }

/** What the budget bar shows for a selection: chosen, spent, left. */
export function spentOn(items: readonly Choosable[], chosen: readonly string[], budget: Fen) {
  const picked = items.filter((item) => chosen.includes(item.needId))
  const spent = picked.reduce((total, item) => plus(total, item.cost), zero)
  return { picked, spent, left: minus(budget, spent) }
}

const said = (amount: Fen) => inYuan(amount).toLocaleString('en-US')

/** Refuses a ballot that the rule does not know; answers with what is missing or too much. */
export function checkChoices(
  rule: BallotRule,
  items: readonly Choosable[],
  chosen: readonly string[],
): string[] {
  const ids = [...new Set(chosen)]
  if (ids.some((id) => !items.some((item) => item.needId === id)))
    throw new Refusal('invalid', 'not-on-the-ballot')
  if (ids.length === 0) throw new Refusal('invalid', 'nothing-chosen')
  if (ids.length > rule.maxChoices)
    throw new Refusal('invalid', 'too-many-chosen', {
      n: rule.maxChoices,
      over: ids.length - rule.maxChoices,
    })
  const { left } = spentOn(items, ids, rule.budget)
  if (rule.budgetCapped && left < 0)
    throw new Refusal('invalid', 'over-the-budget', { over: said(negative(left)), budget: said(rule.budget) })
  return ids
}
