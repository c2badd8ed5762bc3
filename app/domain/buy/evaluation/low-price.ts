import type { Reader } from '#db/store.ts'
import type { Fen } from '../../money.ts'
import { parameter } from '../../parameters.ts'

export const lowPriceTests = ['LOW_PRICE_MEAN', 'LOW_PRICE_NEXT', 'LOW_PRICE_CEILING'] as const
export type LowPriceTest = (typeof lowPriceTests)[number]
export type LowPriceLimits = Record<LowPriceTest, number>
/** One test with its figures: the share found, in hundredths of a percent, rounded down; and of what. */
export type LowPriceFigure = {
  test: LowPriceTest
  trips: boolean
  limit: number
  share: number
  against: number
}

export async function lowPriceLimits(db: Reader, on: string): Promise<LowPriceLimits> {
  const read = async (code: LowPriceTest) => (await parameter(db, code, on)).value
  return {
    LOW_PRICE_MEAN: await read('LOW_PRICE_MEAN'),
    LOW_PRICE_NEXT: await read('LOW_PRICE_NEXT'),
    LOW_PRICE_CEILING: await read('LOW_PRICE_CEILING'),
  }
}

/** What each test holds a price against, as a whole and by how many it is divided; null where it does not apply. */
function heldAgainst(price: Fen, passing: readonly Fen[], ceiling: Fen) {
  const all = passing.reduce<number>((a, b) => a + b, 0)
  const lower = passing.filter((p) => p <= price).length
  const next = passing.filter((p) => p > price).sort((a, b) => a - b)[0]
  return {
    LOW_PRICE_MEAN: passing.length > 1 ? { of: all, by: passing.length } : null,
    // Only the lowest is held against the next.
    LOW_PRICE_NEXT: lower === 1 && next !== undefined ? { of: next, by: 1 } : null,
    LOW_PRICE_CEILING: { of: ceiling, by: 1 },
  } satisfies Record<LowPriceTest, { of: number; by: number } | null>
}

/** 异常低价 (财库〔2026〕2号): every test that applies to a price, with its figures and whether it trips. */
export function lowPriceFigures(
  price: Fen,
  passing: readonly Fen[],
  ceiling: Fen,
  limits: LowPriceLimits,
): LowPriceFigure[] {
  const held = heldAgainst(price, passing, ceiling)
  return lowPriceTests.flatMap((test) => {
    const { of, by } = held[test] ?? { of: 0, by: 1 }
    if (of === 0) return []
    const limit = limits[test]
    return [
      {
        test,
        limit,
        trips: price * 100 * by < of * limit,
        share: Math.floor((price * 10_000 * by) / of),
        against: Math.round(of / by),
      },
    ]
  })
}

/** Which tests a price trips among those that passed. A trip is a question to the panel, not a verdict. */
export const tripped = (
  price: Fen,
  passing: readonly Fen[],
  ceiling: Fen,
  limits: LowPriceLimits,
): LowPriceTest[] =>
  lowPriceFigures(price, passing, ceiling, limits)
    .filter((f) => f.trips)
    .map((f) => f.test)
