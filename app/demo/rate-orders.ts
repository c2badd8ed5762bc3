import type { Context } from '#domain/context.ts'
import { ratingOfOrder } from '#domain/rate/rating/orders/find-order-rating.ts'
import { rateOrder } from '#domain/rate/rating/orders/rate-order.ts'
import { answerOrderFix, judgeOrderFix } from '#domain/rate/rating/orders/take-order-fix.ts'
import type { Orders } from './district.ts'
import { later, seeded } from './seeded.ts'

/** One order in four is rated, in such a number that the mean told comes out to its second decimal. */
const share = 4
const step = 25
/** Of them so many were not content, the last of them lately. */
const bad = [2, 2, 1, 2, 2, 2, 1, 2, 2, 1, 2, 2, 1, 2] as const

/** Levels of those content, from the best to the middle one, that make up the sum. */
function goodLevels(n: number, sum: number): number[] {
  const threes = Math.round(n * 0.045)
  const fours = 5 * n - sum - 2 * threes
  if (fours < 0 || fours + threes > n) throw new Error(`no ${n} levels make ${sum}`)
  return [
    ...Array<number>(n - fours - threes).fill(5),
    ...Array<number>(fours).fill(4),
    ...Array<number>(threes).fill(3),
  ]
}

/** Which of the confirmed orders were rated, and how: their places among all orders with the level given. */
export function ratedOrders(told: Orders): Map<number, number> {
  const chance = seeded('order ratings')
  const n = Math.floor(told.confirmed / share / step) * step
  const places = chance
    .shuffled(Array.from({ length: told.confirmed }, (_, i) => i))
    .slice(0, n)
    .sort((a, b) => a - b)
  const rest = n - bad.length
  const sum = Math.round(told.avgRating * n) - bad.reduce<number>((a, b) => a + b, 0)
  const good = chance.shuffled(goodLevels(rest, sum))
  const every = Math.floor(n / bad.length)
  const isBad = (k: number) => (n - 1 - k) % every === 0 && (n - 1 - k) / every < bad.length
  let at = 0
  return new Map(
    places.map((place, k) => [place, isBad(k) ? bad[(n - 1 - k) / every]! : good[at++]!] as const),
  )
}

/** What is said of the four services of the agreement, in their order: from content to not. */
const wordsFor: ReadonlyArray<Record<'good' | 'fair' | 'bad', readonly string[]>> = [
  {
    good: ['', '', '', '擦得干净，做完还收拾好了。', '人和气，手脚快。'],
    fair: ['', '角落没擦到。', '换了人没提前说。'],
    bad: ['说好两小时，一小时就走了。', '东西乱放，老人找了半天。'],
  },
  {
    good: ['', '', '', '手脚轻，水温正好。', '两个人来，老人放心。'],
    fair: ['', '做得好，时间紧了点。', '换了人没提前说。'],
    bad: ['说好两个人来，只来了一个。', '水不够热就开始洗了。'],
  },
  {
    good: ['', '', '', '挂号、取药都陪着，票据清楚。', '路上有说有笑，老人不怕了。'],
    fair: ['', '晚到了十分钟，别的都好。'],
    bad: ['比约的时间晚了一个钟头，也没打电话。', '人到了一直看手机，叫号都没听见。'],
  },
  {
    good: ['', '', '', '饭是热的，软硬合适。', '准时，还帮着把汤端到桌上。'],
    fair: ['', '味道淡了点。', '晚到了十分钟，别的都好。'],
    bad: ['饭凉了，汤也洒了。', '等了一中午，送到快两点。'],
  },
]
const toneOf = (level: number) => (level === 5 ? 'good' : level > 2 ? 'fair' : 'bad')

/** The last evening of the story: what would be answered or judged after it waits. */
const today = '2026-11-20'
const answers = [
  '已上门道歉并补做一次，以后晚到先打电话。',
  '已换人，排班改为提前一天短信告知。',
  '已当面道歉，班长每周回访三户，做完一起看过再走。',
]

type Rated = {
  orderId: string
  level: number
  /** Its place among all orders: what was said is drawn from it, whatever is told beside. */
  i: number
  item: number
  placedOn: string
  family: (when: string) => Context
  provider: (when: string) => Context
}
/** 订单评价: the family gives it the evening it confirms; what was bad is answered, and judged, within its days. */
export async function tellOrderRating({ orderId, level, i, item, placedOn, ...by }: Rated) {
  const chance = seeded(`order ${i}`)
  const on = (days: number, time: string) => `${later(placedOn, days)} ${time}`
  const rated = by.family(on(3, '20:30'))
  await rateOrder(rated, { orderId, level, words: chance.pick(wordsFor[item]![toneOf(level)]) || undefined })
  if (level > 2 || later(placedOn, 9) > today) return
  const answered = by.provider(on(9, '15:00'))
  const { rating } = (await ratingOfOrder(answered.db, orderId))!
  await answerOrderFix(answered, { orderRatingId: rating.id, answer: chance.pick(answers) })
  if (later(placedOn, 10) > today) return
  await judgeOrderFix(by.family(on(10, '19:30')), { orderId, judged: 'accept', words: undefined })
}
