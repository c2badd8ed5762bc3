import { callQuotes, draftWork, giveQuote } from '#domain/buy/minor/call-quotes.ts'
import { chooseQuote, signWork } from '#domain/buy/minor/choose-quote.ts'
import { findWork, quotesOf } from '#domain/buy/minor/find-work.ts'
import { acceptPart, payPart, reportPart } from '#domain/buy/minor/pay-parts.ts'
import { yuan } from '#domain/money.ts'
import { acceptedNeed, approvedPlan } from './plan.ts'
import type { Town } from './world.ts'

export const workWords = {
  title: '青石社区楼道扶手加装',
  place: '青石社区 3 至 9 号楼',
  list: [{ name: '不锈钢扶手', unit: '米', quantity: 120 }],
  quotesUntil: new Date('2026-03-12T17:00:00+08:00'),
}
const afterwards = workWords.quotesUntil

/** An approved plan of the minor works' way, for small works that residents asked for. */
export async function minorPlan(town: Town) {
  const need = await acceptedNeed(town, { itemType: 'minor_works', title: '楼道加装扶手' })
  return approvedPlan(town, { needIds: [need.id], methodId: 'MINSHENG_MINOR-1', amount: yuan(60_000) })
}

/** Put to quotes until 2026-03-12 17:00. */
export async function calledWork(town: Town, quotesUntil = workWords.quotesUntil) {
  const { id: planId } = await minorPlan(town)
  const { id: workId } = await draftWork(town.as('handler'), { planId, ...workWords, quotesUntil })
  await callQuotes(town.as('approver'), { workId })
  return workId
}
export const quoted = (town: Town, workId: string, n: number, price: number) =>
  giveQuote(town.as(`signer${n}`), { workId, price: yuan(price), days: 20, words: '含安装和两年质保' })

export const usualParts = [
  { title: '材料进场', percent: 30 },
  { title: '完工验收', percent: 70 },
]
/** Three quotes compared, the lowest chosen: ORG2's. */
export async function chosenWork(town: Town, quotesUntil = afterwards) {
  const workId = await calledWork(town, quotesUntil)
  for (const [n, price] of [
    [1, 52_000.01],
    [2, 48_000.01],
    [3, 55_000],
  ] as const)
    await quoted(town, workId, n, price)
  town.clock.set(quotesUntil)
  const ctx = town.as('approver')
  const [lowest] = await quotesOf(ctx, town.db, await findWork(town.db, workId))
  await chooseQuote(ctx, { workId, quoteId: lowest!.id, reason: '', parts: usualParts })
  return workId
}
/** …and signed. */
export async function signedWork(town: Town, quotesUntil = afterwards) {
  const workId = await chosenWork(town, quotesUntil)
  await signWork(town.as('signer2'), { workId })
  return workId
}
/** One part done, accepted on the spot and paid. */
export async function paidPart(town: Town, workId: string, at: number, n = 2) {
  const partId = (await findWork(town.db, workId)).parts[at]!.id
  await reportPart(town.as(`signer${n}`), { workId, partId })
  await acceptPart(town.as('acceptor'), { workId, partId, how: 'accept', finding: '现场查验合格' })
  await payPart(town.as('finance'), { workId, partId, voucherNo: `PZ-2026-${at + 1}` })
}
