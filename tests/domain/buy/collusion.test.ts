import fc from 'fast-check'
import { expect, test } from 'vitest'
import { collusionFlags, type SharedKind, type Suspect } from '#domain/buy/evaluation/collusion.ts'
import { likeness, ownPieces } from '#domain/buy/evaluation/likeness.ts'
import { pricePatterns } from '#domain/buy/evaluation/price-patterns.ts'

const limits = { tolerance: 500, alike: 60 }
const marks = (n: string, more: Partial<Record<SharedKind, string[]>> = {}) => ({
  person: [`signer ${n}`],
  phone: [`1380000${n}`],
  account: [],
  address: [`street ${n}`],
  device: [],
  sender: [],
  document: [`hash ${n}`],
  ...more,
})
const line = (amount: number) => ({ label: '', amount })
const suspect = (n: string, price: number, more: Partial<Suspect> = {}): Suspect => ({
  id: n,
  price,
  lines: [line(price * 0.6), line(price * 0.3 + 1), line(price * 0.1 - 1)].map((l, at) =>
    line(Math.round(l.amount + at * Number(n) * 777)),
  ),
  texts: [],
  marks: marks(n),
  ...more,
})
const kinds = (list: readonly Suspect[], given: string[] = []) =>
  collusionFlags(list, given, limits).map((f) => `${f.kind}: ${f.between.join(' ')}`)

test('a seeded ring is flagged with what it shares; a clean set is not', () => {
  const ring = [
    suspect('1', 18_000_000, { marks: marks('1', { phone: ['13900000001'] }) }),
    suspect('2', 18_600_000, { marks: marks('2', { phone: ['13900000001'], document: ['hash 1'] }) }),
    suspect('3', 19_200_000, { marks: marks('3', { person: ['signer 1'], address: ['street 1'] }) }),
  ]
  expect(kinds(ring)).toEqual([
    'shared_phone: 1 2',
    'shared_document: 1 2',
    'shared_person: 1 3',
    'shared_address: 1 3',
    'price_steps: 1 2 3',
  ])
  expect(kinds([suspect('1', 18_100_000), suspect('2', 18_950_000), suspect('3', 19_300_000)])).toEqual([])
  // Nothing at all is not something in common.
  expect(
    kinds([
      suspect('1', 1, { price: null, marks: marks('1', { account: [''] }) }),
      suspect('2', 2, { price: null, marks: marks('2', { account: [''] }) }),
    ]),
  ).toEqual([])
})

test('prices that are the same, a level step or a level ratio apart are shown with their figure', () => {
  const of = (...prices: number[]) =>
    pricePatterns(
      prices.map((price, at) => ({ id: String(at), price })),
      limits.tolerance,
    )
  expect(of(100_000, 120_000, 120_000)).toEqual([
    { kind: 'price_same', between: ['1', '2'], figure: 120_000 },
  ])
  expect(of(190_000, 180_000, 185_000)).toMatchObject([{ kind: 'price_steps', figure: 5000 }])
  expect(of(100_000, 110_000, 121_000)).toMatchObject([{ kind: 'price_ratio', figure: 11_000 }])
  expect(of(100_000, 110_000)).toEqual([])
  // Of more than three, any four that stand in a row, whoever else came.
  expect(of(100_000, 104_000, 108_000, 112_000, 117_777)).toMatchObject([
    { kind: 'price_steps', between: ['0', '1', '2', '3'] },
  ])
  expect(of(100_000, 104_000, 108_000, 113_500, 117_777)).toEqual([])
})

test('a budget that is another times one number is shown, line for line', () => {
  const a = { id: 'a', price: 100, lines: [line(5000), line(3000), line(2000)] }
  const b = { id: 'b', price: 117, lines: [line(5250), line(3150), line(2100)] }
  const c = { id: 'c', price: 133, lines: [line(5250), line(3200), line(2050)] }
  expect(pricePatterns([a, b, c], 500)).toEqual([
    { kind: 'lines_ratio', between: ['a', 'b'], figure: 10_500 },
  ])
  // Two lines can agree by chance.
  expect(
    pricePatterns(
      [a, b].map((p) => ({ ...p, lines: p.lines.slice(0, 2) })),
      500,
    ),
  ).toEqual([])
})

test('a copied text is found whatever its layout; what the tender itself says is nobody’s copy', () => {
  const words = (from: number) =>
    Array.from({ length: 400 }, (_, n) =>
      String.fromCodePoint(0x4e00 + ((n * n * 7 + from * n) % 5000)),
    ).join('')
  const [one, two, asked] = [words(3), words(11), words(29)]
  const laidOut = one.replace(/(.{20})/gu, '$1，\n  ')
  const set = (text: string) => ownPieces([text], [asked])
  expect(likeness(set(one), set(laidOut))).toBe(100)
  expect(likeness(set(one), set(two))).toBeLessThan(5)
  expect(likeness(set(`${asked}${one}`), set(`${asked}${two}`))).toBeLessThan(5)
  expect(likeness(set('太短'), set('太短'))).toBe(0)
  expect(
    kinds(
      [suspect('1', 10_000_000, { texts: [one] }), suspect('2', 12_345_600, { texts: [laidOut] })],
      [asked],
    ),
  ).toEqual(['text_alike: 1 2'])
})

test('bidders who do not know each other are flagged in fewer than one purchase in twenty', () => {
  // A stated rate: three to six prices, to ten yuan, anywhere between 70 % and 100 % of a ceiling of 200 000.
  const price = fc.integer({ min: 14_000, max: 20_000 }).map((n) => n * 1000)
  const budget = fc.array(fc.integer({ min: 100, max: 90_000 }), { minLength: 3, maxLength: 8 })
  const bidder = fc.record({ price, budget })
  const sets = fc.sample(fc.array(bidder, { minLength: 3, maxLength: 6 }), {
    numRuns: 2000,
    seed: 20_261_123,
  })
  const flagged = sets.filter((set) => {
    const all = set.map(({ price, budget }, at) => ({ id: String(at), price, lines: budget.map(line) }))
    return pricePatterns(all, limits.tolerance).length > 0
  })
  expect(flagged.length / sets.length).toBeLessThan(0.05)
})
