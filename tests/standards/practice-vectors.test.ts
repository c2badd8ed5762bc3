import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { workCalendar } from '#app/ports/work-calendar.ts'
import type { Store } from '#db/store.ts'
import { lowPriceLimits, tripped } from '#domain/buy/evaluation/low-price.ts'
import { priceScore } from '#domain/buy/evaluation/price-score.ts'
import { methodRows } from '#domain/buy/plan/methods-data.ts'
import { paymentTemplates } from '#domain/buy/tender/payment-templates.ts'
import { installFigures } from '#domain/figures.ts'
import { fen, split, sum, yuan } from '#domain/money.ts'
import { deadlineOf, lastDay } from '#domain/parameters.ts'
import { usccHolds } from '#domain/who/uscc.ts'
import { freshStore } from '../support/store.ts'
import { years } from '../support/world.ts'

const date = z.iso.date()
const money = z.number().int().nonnegative()
const note = z.string().optional()
/** What is tried of the practice's own examples; a kind or a field that is not named here fails the reading. */
const shape = z.strictObject({
  uscc: z.array(z.strictObject({ code: z.string(), valid: z.boolean(), note })).min(1),
  deadlines: z.array(z.strictObject({ rule: z.string(), zh: note, start: date, expect: date, note })).min(1),
  priceScore: z
    .array(
      z.strictObject({
        route: z.string(),
        weight: z.number(),
        prices: z.array(money).min(1),
        expect: z.array(z.number()),
        note,
      }),
    )
    .min(1),
  abnormalLowPrice: z
    .array(
      z.strictObject({
        ceiling: money,
        price: money,
        rule: z.literal('price < ceiling*0.45'),
        triggered: z.boolean(),
        note,
      }),
    )
    .min(1),
  paymentSplit: z
    .array(z.strictObject({ template: z.string(), amount: money, expect: z.array(money).min(1), note }))
    .min(1),
})
const read = (text: string) => shape.parse(JSON.parse(text))

const ours = new URL('./vectors.json', import.meta.url)
const vectors = read(readFileSync(process.env.VECTORS ?? ours, 'utf8'))
const calendar = workCalendar(years)
const today = '2026-11-23'

let store: Store
let close: () => Promise<void>
beforeAll(async () => {
  ;({ store, close } = await freshStore())
  await store.transact(installFigures)
})
afterAll(() => close())

test.each(vectors.uscc)('credit code $code: $valid', ({ code, valid }) => {
  expect(usccHolds(code)).toBe(valid)
})

/** 招标期 is a column of its route, not a figure beside it. */
const bidPeriod = (start: string) => {
  const { bidDays, bidUnit } = methodRows.find(({ code }) => code === 'OPEN_TENDER')!
  return lastDay(calendar, start, bidDays, bidUnit)
}
test.each(vectors.deadlines)('$rule from $start ends on $expect', async ({ rule, start, ...v }) => {
  const last = rule === 'BID_PERIOD' ? bidPeriod(start) : deadlineOf(store.db, calendar, rule, start)
  expect(await last).toBe(v.expect)
})

test.each(vectors.priceScore)('price scores of $route', ({ weight, prices, expect: wanted }) => {
  const base = Math.min(...prices)
  expect(prices.map((price) => priceScore(yuan(price), yuan(base), weight))).toEqual(wanted)
})

test.each(vectors.abnormalLowPrice)(
  'a price of $price under a ceiling of $ceiling',
  async ({ ceiling, price, triggered }) => {
    const limits = await lowPriceLimits(store.db, today)
    const trips = tripped(yuan(price), [yuan(price)], yuan(ceiling), limits)
    expect(trips.includes('LOW_PRICE_CEILING')).toBe(triggered)
  },
)

test.each(vectors.paymentSplit)('$template splits $amount', ({ template, amount, expect: wanted }) => {
  expect(Object.keys(paymentTemplates)).toContain(template)
  const parts = split(
    fen(amount),
    paymentTemplates[template]!.map(({ percent }) => percent),
  )
  expect(parts).toEqual(wanted)
  expect(sum(parts)).toBe(amount)
})

test.each([
  ['a kind nobody tries', { holidays: [] }],
  ['a field nobody reads', { uscc: [{ code: 'x', valid: true, since: 2020 }] }],
  [
    'a rule nobody knows',
    { abnormalLowPrice: [{ ceiling: 2, price: 1, rule: 'price < 1', triggered: true }] },
  ],
  ['a kind with nothing in it', { paymentSplit: [] }],
])('%s is not passed over', (_name, change) => {
  const changed = JSON.stringify({ ...JSON.parse(readFileSync(ours, 'utf8')), ...change })
  expect(() => read(changed)).toThrow()
})
