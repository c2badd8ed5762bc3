import type { Orders } from './district.ts'
import { type Chance, later, seeded } from './seeded.ts'

/** How an order came out; the file counts those confirmed and those disputed. */
type End = 'confirmed' | 'disputed' | 'placed' | 'accepted' | 'done' | 'refused' | 'cancelled'
export type Order = { end: End; item: number; personId: string; supplierId: string; placedOn: string }
type Day = Pick<Order, 'end' | 'supplierId' | 'placedOn'>

/** What is still open this morning, and what came to nothing. */
const others: ReadonlyArray<readonly [End, number]> = [
  ['placed', 5],
  ['accepted', 5],
  ['done', 4],
  ['refused', 3],
  ['cancelled', 1],
]
export const began = '2026-03-02'
const lastDay = '2026-11-13'
const span = (Date.parse(lastDay) - Date.parse(began)) / 86_400_000
/** The last month that is claimed: of it only the first provider is paid yet. */
export const lastMonth = '2026-10'
/** 元 of the one visit under a grant that is paid with the orders of that month. */
const visitPaid = 45

/** How many of each service make `n` orders of `sum` 元 together, about as often asked for as the shares say. */
export function mixOf(n: number, sum: number, prices: readonly number[]): number[] {
  const [clean, bath, company, meal] = prices as [number, number, number, number]
  for (let more = 0; more < n; more += 1) {
    const [b, c] = [Math.round(n * 0.3) + (more % 40), Math.round(n * 0.22) + Math.floor(more / 40)]
    const rest = n - b - c
    const a = (sum - b * bath - c * company - rest * meal) / (clean - meal)
    if (Number.isInteger(a) && a >= 0 && a <= rest) return [a, b, c, rest - a]
  }
  throw new Error(`no ${n} orders make ${sum}`)
}

const endsOf = (chance: Chance, told: Orders): End[] => {
  const rest = others.flatMap(([end, n]) => Array<End>(n).fill(end))
  const open = told.total - told.confirmed - told.disputed
  const late = [...Array<End>(told.disputed).fill('disputed'), ...rest.slice(0, open)]
  return [...Array<End>(told.confirmed).fill('confirmed'), ...chance.shuffled(late)]
}

/** When each was placed and of whom: those confirmed all along the months, the others of late. */
function daysOf(chance: Chance, told: Orders, suppliers: readonly string[]): Day[] {
  const shares = suppliers.map((id, i) => [id, [5, 3, 2][i] ?? 1] as const)
  return endsOf(chance, told).map((end, i) => {
    const supplierId = chance.weighted(shares)
    if (end === 'confirmed')
      return { end, supplierId, placedOn: later(began, Math.floor((span * i) / told.confirmed)) }
    return { end, supplierId, placedOn: end === 'disputed' ? later('2026-11-09', i % 11) : '2026-11-19' }
  })
}

/** A service is wished for, and done, two days after it was ordered. */
const monthOf = ({ placedOn }: Day) => later(placedOn, 2).slice(0, 7)
const isPaid = (one: Day, first: string) =>
  one.end === 'confirmed' &&
  (monthOf(one) < lastMonth || (monthOf(one) === lastMonth && one.supplierId === first))

/** What was ordered on each of the days: the months that are paid sum to what the file says was settled. */
function itemsOf(chance: Chance, told: Orders, days: readonly Day[], { prices, suppliers }: Terms) {
  const paid = days.filter((one) => isPaid(one, suppliers[0]!)).length
  const mix = mixOf(paid, told.settledAmount - visitPaid, prices)
  const services = chance.shuffled(mix.flatMap((n, item) => Array<number>(n).fill(item)))
  let at = 0
  return days.map((one) =>
    isPaid(one, suppliers[0]!) ? services[at++]! : chance.weighted(mix.map((n, item) => [item, n] as const)),
  )
}

type Terms = { prices: readonly number[]; most: number; suppliers: readonly string[] }
/** The orders one by one: services that sum to what was settled, nobody beyond what a month gives him. */
export function dealOrders(told: Orders, terms: Terms, elders: readonly string[]): Order[] {
  const chance = seeded('orders')
  const days = daysOf(chance, told, terms.suppliers)
  const items = itemsOf(chance, told, days, terms)
  const spent = new Map<string, number>()
  return days.map((day, i) => {
    const item = items[i]!
    const price = terms.prices[item]!
    const key = (id: string) => `${id} ${monthOf(day)}`
    let at = i
    while ((spent.get(key(elders[at % elders.length]!)) ?? 0) + price > terms.most) at += 1
    const personId = elders[at % elders.length]!
    spent.set(key(personId), (spent.get(key(personId)) ?? 0) + price)
    return { ...day, item, personId }
  })
}
