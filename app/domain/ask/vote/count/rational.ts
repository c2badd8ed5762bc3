/** An exact share of money or of votes: num / den, den above nought. */
export type Fraction = { num: bigint; den: bigint }

export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y) [x, y] = [y, x % y]
  return x
}

export const fraction = (num: bigint, den: bigint): Fraction => {
  const by = gcd(num, den) || 1n
  return { num: num / by, den: den / by }
}
export const whole = (amount: number): Fraction => ({ num: BigInt(amount), den: 1n })
export const plus = (a: Fraction, b: Fraction) => fraction(a.num * b.den + b.num * a.den, a.den * b.den)
export const times = (a: Fraction, by: number) => fraction(a.num * BigInt(by), a.den)

/** Below nought when a is the smaller, nought when they are equal. */
export const compare = (a: Fraction, b: Fraction): number => {
  const [left, right] = [a.num * b.den, b.num * a.den]
  return left < right ? -1 : left > right ? 1 : 0
}

/** The largest whole number not above it. */
export const floor = ({ num, den }: Fraction): bigint => (num >= 0n ? num / den : -((-num + den - 1n) / den))

const bits = (n: bigint) => n.toString(16).length * 4

/** The nearest double but for the last bit or two, however long the numbers are. */
export function toNumber({ num, den }: Fraction): number {
  if (num === 0n) return 0
  const shift = bits(den) - bits(num) + 64
  const near = shift >= 0 ? (num << BigInt(shift)) / den : num / (den << BigInt(-shift))
  return Number(near) * 2 ** -shift
}

/** As words that anyone can check: “1234/5”. */
export const inWords = ({ num, den }: Fraction): string => (den === 1n ? `${num}` : `${num}/${den}`)
