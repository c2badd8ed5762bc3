import { type Fen, timesOf } from '../../../money.ts'

type Priced = { amount: Fen; quantity?: number; unitPrice?: Fen }
/** 数量 × 单价: where a line says how many at what price, that is its amount, to the 分; half of it is no price. */
export function linePriced({ amount, quantity, unitPrice }: Priced): boolean {
  if (quantity === undefined && unitPrice === undefined) return true
  if (quantity === undefined || unitPrice === undefined) return false
  return timesOf(unitPrice, quantity) === amount
}
