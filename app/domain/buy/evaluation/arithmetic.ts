import { type Fen, sum, timesOf } from '../../money.ts'

export type PriceLine = { unit: Fen; quantity: number }
/** What the papers of one proposal say its price is, each as far as it is said. */
export type Readings = {
  /** 开标一览表. */
  opening: Fen
  /** The same figure in the rest of the papers. */
  paper?: Fen
  /** The amount in words, read as 分. */
  words?: Fen
  lines?: readonly PriceLine[]
}
export const correctionSteps = [
  'opening_over_paper',
  'words_over_figures',
  'decimal_misplaced',
  'units_over_total',
] as const
export type CorrectionStep = (typeof correctionSteps)[number]
export type Corrected = { price: Fen; steps: CorrectionStep[] }

const sumOf = (lines: readonly PriceLine[]) => sum(lines.map(({ unit, quantity }) => timesOf(unit, quantity)))
/** One unit price off by tens, hundreds or thousands, and nothing else, explains the total. */
const isMisplaced = (lines: readonly PriceLine[], total: Fen) =>
  lines.some(({ unit, quantity }, at) =>
    [0.001, 0.01, 0.1, 10, 100, 1000].some((tens) => {
      const moved = Math.round(unit * tens)
      if (Math.abs(moved - unit * tens) > 1e-6) return false
      const others = sumOf(lines.filter((_, n) => n !== at))
      return others + moved * quantity === total
    }),
  )

/**
 * 报价算术修正 (87号令 第五十九条), in its order: the opening list over the text, words over figures, a
 * misplaced decimal point by the total, and else the sum of unit prices over the total.
 */
export function corrected({ opening, paper, words, lines }: Readings): Corrected {
  const steps: CorrectionStep[] = []
  if (paper !== undefined && paper !== opening) steps.push('opening_over_paper')
  let price = opening
  if (words !== undefined && words !== price) {
    price = words
    steps.push('words_over_figures')
  }
  if (!lines?.length || sumOf(lines) === price) return { price, steps }
  if (isMisplaced(lines, price)) return { price, steps: [...steps, 'decimal_misplaced'] }
  return { price: sumOf(lines), steps: [...steps, 'units_over_total'] }
}
