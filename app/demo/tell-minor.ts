import { callQuotes, draftWork, giveQuote } from '#domain/buy/minor/call-quotes.ts'
import { chooseQuote, signWork } from '#domain/buy/minor/choose-quote.ts'
import { findWork, quotesOf } from '#domain/buy/minor/find-work.ts'
import { acceptPart, payPart, reportPart } from '#domain/buy/minor/pay-parts.ts'
import { yuan } from '#domain/money.ts'
import type { Story } from './story.ts'
import type { Purchase } from './tell-plans.ts'

const words = {
  place: '禾田村 2 至 5 组村道',
  list: [
    { name: '太阳能路灯', unit: '盏', quantity: 18 },
    { name: '排水沟清淤修补', unit: '米', quantity: 240 },
  ],
  quotesUntil: new Date('2026-09-23T17:00:00+08:00'),
}
const quotes = [
  { supplierId: 'ENT05', price: 78_600, days: 30, words: '含安装、一年内免费更换' },
  { supplierId: 'ENT02', price: 84_000, days: 35, words: '含安装和清运' },
  { supplierId: 'ORG07', price: 81_500, days: 40, words: '含安装，村民义务投工协助' },
]
const parts = [
  { title: '路灯安装', percent: 60 },
  { title: '排水沟完工', percent: 40 },
]

/** 询价, 比价, 签订: three quotes under their seals, the lowest chosen, signed by its supplier. */
async function sign(story: Story, { of, planId, told }: Purchase) {
  const { id: workId } = await draftWork(story.as(of('handler'), '2026-09-14 10:00'), {
    ...{ planId, title: told.name.slice(0, 60) },
    ...words,
  })
  await callQuotes(story.as(of('approver'), '2026-09-15 09:00'), { workId })
  for (const { supplierId, price, ...rest } of quotes) {
    const signer = story.sit('org_signer', supplierId, '2026-09-21 15:00')
    await giveQuote(signer, { workId, price: yuan(price), ...rest })
  }
  const approver = story.as(of('approver'), '2026-09-24 10:00')
  const [lowest] = await quotesOf(approver, approver.db, await findWork(approver.db, workId))
  await chooseQuote(approver, { workId, quoteId: lowest!.id, reason: '', parts })
  await signWork(story.sit('org_signer', lowest!.supplierId, '2026-09-28 10:00'), { workId })
  return { workId, supplierId: lowest!.supplierId }
}

/** 民生微实事: the lamps stand and are paid for; the ditch is said to be done and waits to be looked at. */
export async function tellMinor(story: Story, purchase: Purchase) {
  const { of } = purchase
  const { workId, supplierId } = await sign(story, purchase)
  const [lamps, ditch] = (await findWork(story.store.db, workId)).parts
  const done = (partId: string, when: string) =>
    reportPart(story.sit('org_signer', supplierId, when), { workId, partId })
  await done(lamps!.id, '2026-10-16 10:00')
  const finding = '逐盏点亮查验，18 盏全亮，村民代表在场。'
  const looked = { workId, partId: lamps!.id, how: 'accept', finding } as const
  await acceptPart(story.as(of('acceptor'), '2026-10-19 15:00'), looked)
  const voucherNo = '预算内 2026-1021-18'
  await payPart(story.as(of('finance'), '2026-10-21 10:00'), { workId, partId: lamps!.id, voucherNo })
  await done(ditch!.id, '2026-11-19 16:00')
}
