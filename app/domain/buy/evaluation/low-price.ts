import type { Reader } from '#db/store.ts'
import type { Fen } from '../../money.ts'
import { parameter } from '../../parameters.ts'

export const lowPriceTests = ['LOW_PRICE_MEAN', 'LOW_PRICE_NEXT', 'LOW_PRICE_CEILING'] as const
export type LowPriceTest = (typeof lowPriceTests)[number]
export type LowPriceLimits = Record<LowPriceTest, number>

export async function lowPriceLimits(db: Reader, on: string): Promise<LowPriceLimits> {
  const read = async (code: LowPriceTest) => (await parameter(db, code, on)).value
  return {
    LOW_PRICE_MEAN: await read('LOW_PRICE_MEAN'),
    LOW_PRICE_NEXT: await read('LOW_PRICE_NEXT'),
    LOW_PRICE_CEILING: await read('LOW_PRICE_CEILING'),
  }
}

/** 异常低价 (财库〔2026〕2号): which tests a price trips among those that passed. A trip is a question to the panel, not a verdict. */
export function tripped(
  price: Fen,
  passing: readonly Fen[],
  ceiling: Fen,
  limits: LowPriceLimits,
): LowPriceTest[] {
  const all = passing.reduce<number>((a, b) => a + b, 0)
  const lower = passing.filter((p) => p <= price).length
  const next = passing.filter((p) => p > price).sort((a, b) => a - b)[0]
  const trips: Record<LowPriceTest, boolean> = {
    LOW_PRICE_MEAN: passing.length > 1 && price * 100 * passing.length < all * limits.LOW_PRICE_MEAN,
    // Only the lowest is held against the next.
    LOW_PRICE_NEXT: lower === 1 && next !== undefined && price * 100 < next * limits.LOW_PRICE_NEXT,
    LOW_PRICE_CEILING: price * 100 < ceiling * limits.LOW_PRICE_CEILING,
  }
  return lowPriceTests.filter((test) => trips[test])
}
