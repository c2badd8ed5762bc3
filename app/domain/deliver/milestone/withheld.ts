import { type Fen, percentOf, zero } from '../../money.ts'

type Reading = { target: number; value: number }

/** 指标平均完成率, in whole percent: each indicator counts at most as fully met. */
export function attained(readings: readonly Reading[]): number {
  if (readings.length === 0) return 100
  const shares = readings.map(({ target, value }) => (target <= 0 ? 1 : Math.min(1, value / target)))
  return Math.floor((shares.reduce((a, b) => a + b, 0) / shares.length) * 100 + 1e-9)
}

/** 扣付: one percent of the tranche (分) for each percent that the attainment falls short of the floor. */
export const withheldOf = (price: Fen, readings: readonly Reading[], floor: number): Fen => {
  const short = floor - attained(readings)
  return short > 0 ? percentOf(price, short) : zero
}
