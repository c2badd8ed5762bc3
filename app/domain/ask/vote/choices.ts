import type { Mark } from '#db/vocabulary.ts'
import { type Fen, inYuan, minus, negative, plus, zero } from '../../money.ts'
import { Refusal } from '../../refusal.ts'
import { idOf, type Kind, pointsOf } from './marks.ts'

export type Choosable = { choice: string; cost: Fen }
export type BallotRule = Kind & { budget: Fen; budgetCapped: boolean }

/** What the budget bar shows for a selection: chosen, spent, left. */
export function spentOn(items: readonly Choosable[], chosen: readonly string[], budget: Fen) {
  const picked = items.filter((item) => chosen.includes(item.choice))
  const spent = picked.reduce((total, item) => plus(total, item.cost), zero)
  return { picked, spent, left: minus(budget, spent) }
}

const said = (amount: Fen) => inYuan(amount).toLocaleString('en-US')

/** A mark twice on one ballot is one mark; in a ranking or with points it says nothing clear and is refused. */
function once(rule: BallotRule, chosen: readonly Mark[]): Mark[] {
  const seen = new Map(chosen.map((mark) => [idOf(mark), mark]))
  const strict = rule.ballotKind === 'ranking' || rule.ballotKind === 'points'
  if (strict && seen.size !== chosen.length) throw new Refusal('invalid', 'marked-twice')
  return [...seen.values()]
}

function checkPoints(rule: BallotRule, marks: readonly Mark[]) {
  if (rule.ballotKind !== 'points') {
    if (marks.some((m) => typeof m !== 'string')) throw new Refusal('invalid', 'not-on-the-ballot')
    return
  }
  const [most, total] = [rule.pointsEach ?? 0, rule.pointsTotal ?? 0]
  const each = marks.map((mark) => (typeof mark === 'string' ? Number.NaN : pointsOf(mark)))
  if (each.some((p) => !Number.isInteger(p) || p < 1 || p > most))
    throw new Refusal('invalid', 'points-each', { n: most })
  const sum = each.reduce((a, b) => a + b, 0)
  if (sum > total) throw new Refusal('invalid', 'points-over', { n: total, over: sum - total })
}

/**
 * Refuses a ballot that the rule does not know; answers with what is missing or too much. A blank ballot (空白票) is one
 * only when the voter said so.
 */
export function checkChoices(
  rule: BallotRule,
  items: readonly Choosable[],
  chosen: readonly Mark[],
  blank = false,
): Mark[] {
  const marks = once(rule, chosen)
  if (marks.some((mark) => !items.some((item) => item.choice === idOf(mark))))
    throw new Refusal('invalid', 'not-on-the-ballot')
  if (marks.length === 0 && !blank) throw new Refusal('invalid', 'nothing-chosen')
  if (marks.length > 0 && blank) throw new Refusal('invalid', 'blank-and-chosen')
  if (marks.length > rule.maxChoices)
    throw new Refusal('invalid', 'too-many-chosen', {
      n: rule.maxChoices,
      over: marks.length - rule.maxChoices,
    })
  checkPoints(rule, marks)
  const { left } = spentOn(items, marks.map(idOf), rule.budget)
  if (rule.budgetCapped && left < 0)
    throw new Refusal('invalid', 'over-the-budget', { over: said(negative(left)), budget: said(rule.budget) })
  return marks
}
