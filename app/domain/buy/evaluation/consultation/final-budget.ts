import { type Fen, minus, shareOf, sum } from '../../../money.ts'
import { Refusal } from '../../../refusal.ts'
import { type BudgetLine, budgetSums } from '../../proposal/body.ts'

type Sheet = { price: Fen; lines: BudgetLine[] }

/** 同比例: every line of the first sheet by the same share of the final price, floored to 分, what is over to the last that is not nought. */
export function inProportion(price: Fen, first: Sheet): BudgetLine[] {
  const lines = first.lines.map(({ kind, label, amount }) => ({
    kind,
    label,
    amount: shareOf(price, amount, first.price),
  }))
  const last = lines.at(-1)
  if (!last) return []
  last.amount = minus(price, sum(lines.slice(0, -1).map((l) => l.amount)))
  return lines
}

/** The sheet a final price stands on: its own lines where there are any, which add up to it, else the first ones in proportion. */
export function finalBudget(price: Fen, lines: BudgetLine[], first: Sheet): Sheet {
  if (lines.length === 0) return { price, lines: inProportion(price, first) }
  if (!budgetSums(price, lines)) throw new Refusal('invalid', 'budget-does-not-sum')
  return { price, lines }
}
