import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { workCalendar } from '#app/ports/work-calendar.ts'
import { priceScore } from '#domain/buy/evaluation/price-score.ts'
import { paymentTemplates } from '#domain/buy/tender/payment-templates.ts'
import { figures } from '#domain/figures.ts'
import { fen, split, sum, yuan } from '#domain/money.ts'
import { lastDay } from '#domain/parameters.ts'
import { usccHolds } from '#domain/who/uscc.ts'
import { years } from '../support/world.ts'

type Vectors = {
  uscc: Array<{ code: string; valid: boolean }>
  deadlines: Array<{ rule: string; start: string; expect: string }>
  priceScore: Array<{ route: string; weight: number; prices: number[]; expect: number[] }>
  abnormalLowPrice: Array<{ ceiling: number; price: number; triggered: boolean }>
  paymentSplit: Array<{ template: string; amount: number; expect: number[] }>
}
const file = process.env.VECTORS ?? new URL('./vectors.json', import.meta.url)
const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vectors
const figure = (code: string) => {
  const found = figures.find((f) => f.code === code)
  if (!found) throw new Error(`no figure ${code}`)
  return found
}

test.each(vectors.uscc)('credit code $code: $valid', ({ code, valid }) => {
  expect(usccHolds(code)).toBe(valid)
})

test.each(vectors.deadlines)('$rule from $start ends on $expect', (v) => {
  const { value, unit } = figure(v.rule)
  expect(lastDay(workCalendar(years), v.start, value, unit)).toBe(v.expect)
})

test.each(vectors.priceScore)('price scores of $route', ({ weight, prices, expect: wanted }) => {
  const base = Math.min(...prices)
  expect(prices.map((price) => priceScore(yuan(price), yuan(base), weight))).toEqual(wanted)
})

test.each(vectors.abnormalLowPrice)(
  'a price of $price under a ceiling of $ceiling',
  ({ ceiling, price, triggered }) => {
    expect(price * 100 < ceiling * figure('LOW_PRICE_CEILING').value).toBe(triggered)
  },
)

test.each(vectors.paymentSplit)('$template splits $amount', ({ template, amount, expect: wanted }) => {
  const percents = paymentTemplates[template]?.map(({ percent }) => percent) ?? []
  const parts = split(fen(amount), percents)
  expect(parts).toEqual(wanted)
  expect(sum(parts)).toBe(amount)
})
