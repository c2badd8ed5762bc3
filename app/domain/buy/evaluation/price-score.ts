/** 价格分 = 基准价 ÷ 报价 × 权值, two decimals; the base is the lowest valid price (87号令, 214号). Nothing is left out at either end. */
export const priceScore = (price: number, base: number, weight: number): number =>
  Math.round((base * weight * 100) / price) / 100

/** Points are counted in hundredths, so that sums are exact. */
export const hundredths = (points: number) => Math.round(points * 100)
export const mean = (points: readonly number[]): number =>
  points.length === 0
    ? 0
    : Math.round(points.reduce((all, p) => all + hundredths(p), 0) / points.length) / 100
export const total = (points: readonly number[]): number =>
  points.reduce((all, p) => all + hundredths(p), 0) / 100
