import type { Fen } from '#db/vocabulary.ts'

export type { Fen }

/** Makes 分 of a whole number; anything else is a programming error. */
export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole number of 分: ${amount}`)
  return amount as Fen
}
export const yuan = (amount: number): Fen => fen(Math.round(amount * 100))
export const inYuan = (amount: Fen): number => amount / 100
export const zero = fen(0)
export const sum = (amounts: readonly Fen[]): Fen => fen(amounts.reduce<number>((a, b) => a + b, 0))
export const plus = (a: Fen, b: Fen): Fen => fen(a + b)
export const minus = (a: Fen, b: Fen): Fen => fen(a - b)
export const negative = (a: Fen): Fen => fen(0 - a)

/** A share in whole percent, floored to 分. */
export const percentOf = (amount: Fen, percent: number): Fen => fen(Math.floor((amount * percent) / 100))

/** `part` of `whole` of an amount, floored to 分. */
export const shareOf = (amount: Fen, part: number, whole: number): Fen =>
  fen(Math.floor((amount * part) / whole))
/** So many at a unit price, rounded to 分. */
export const timesOf = (unit: Fen, quantity: number): Fen => fen(Math.round(unit * quantity))
/** An amount, or nought where it would be less. */
export const atLeastNought = (amount: Fen): Fen => fen(Math.max(0, amount))

/** Splits by percentages that sum to 100: each tranche floored, the remainder to the last. */
export function split(amount: Fen, percents: readonly number[]): Fen[] {
  if (percents.reduce((a, b) => a + b, 0) !== 100) throw new RangeError('percentages do not sum to 100')
  const head = percents.slice(0, -1).map((p) => percentOf(amount, p))
  return [...head, minus(amount, sum(head))]
}

/** Reads what a person typed (“120,000.50”, “12万”) as 分; null when it is not money. */
export function readMoney(typed: string): Fen | null {
  const plain = typed.normalize('NFKC').replace(/[,\s¥元]/g, '')
  const match = /^(\d{1,11})(?:\.(\d{1,2}))?(万)?$/.exec(plain)
  if (!match) return null
  const [, whole = '', part = '', wan] = match
  const cents = Number(whole) * 100 + Number(part.padEnd(2, '0'))
  const amount = wan ? cents * 10_000 : cents
  return Number.isSafeInteger(amount) ? fen(amount) : null
}

/** An amount as a paper says it: `210,000.00 元`. */
export const said = (amount: Fen): string =>
  `${inYuan(amount).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })} 元`
