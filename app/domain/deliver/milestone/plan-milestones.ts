import type { Tranche } from '../../buy/tender/payment-templates.ts'
import { addDays } from '../../dates.ts'
import { type Fen, split } from '../../money.ts'

export type PlannedMilestone = Tranche & { ordinal: number; price: Fen; dueOn: string }

const day = 86_400_000
const days = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / day)
const dueOf = { publication: 0, midterm: 0.5, final: 1 }

/** Cuts a price (分) into its tranches: each floored, the remainder to the last, so that they sum to it exactly. */
export function planMilestones(
  price: Fen,
  tranches: readonly Tranche[],
  from: string,
  to: string,
): PlannedMilestone[] {
  const prices = split(
    price,
    tranches.map((t) => t.percent),
  )
  return tranches.map((tranche, i) => ({
    ...tranche,
    ordinal: i + 1,
    price: prices[i]!,
    dueOn: addDays(from, Math.floor(days(from, to) * dueOf[tranche.gate])),
  }))
}
