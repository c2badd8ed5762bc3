import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { methods, minorQuotes, minorWorks } from '#db/schema/index.ts'
import { callQuotes, cancelWork, draftWork, enterQuote, giveQuote } from '#domain/buy/minor/call-quotes.ts'
import { chooseQuote, signWork } from '#domain/buy/minor/choose-quote.ts'
import { findWork } from '#domain/buy/minor/find-work.ts'
import { chooseForm, minorForm } from '#domain/buy/minor/forms.ts'
import { acceptPart, payPart, reportPart } from '#domain/buy/minor/pay-parts.ts'
import { workDesk, workPage } from '#domain/buy/minor/work-page.ts'
import { draftTender } from '#domain/buy/tender/draft-tender.ts'
import { verifyLedger } from '#domain/deliver/payment/verify-ledger.ts'
import { sum, yuan } from '#domain/money.ts'
import { deskOf } from '#domain/open/desk.ts'
import { balancesOf } from '#domain/treasury/balances.ts'
import { certifiedUntil, freed, sanctioned } from '#tests/support/barred.ts'
import { lessChance } from '#tests/support/less-chance.ts'
import {
  calledWork,
  minorPlan,
  paidPart,
  quoted,
  signedWork,
  usualParts,
  workWords,
} from '#tests/support/minor.ts'
import { approvedPlan } from '#tests/support/plan.ts'
import { tenderWords } from '#tests/support/tender.ts'
import { world } from '#tests/support/world.ts'

const refused = (key: string) => ({ reason: key })

test('small works go their own way and no service takes it; a call is another person’s, and long enough', async () => {
  const town = await world()
  const service = await approvedPlan(town)
  const draft = (planId: string, more = {}) =>
    draftWork(town.as('handler'), { planId, ...workWords, ...more })
  await expect(draft(service.id)).rejects.toMatchObject(refused('route-is-a-service'))
  const plan = await minorPlan(town)
  const call = draftTender(town.as('handler'), { planId: plan.id, ...tenderWords({ ceiling: yuan(60_000) }) })
  await expect(call).rejects.toMatchObject(refused('route-has-no-tender'))
  const { id: workId } = await draft(plan.id, { quotesUntil: new Date('2026-03-08T17:00:00+08:00') })
  await expect(draft(plan.id)).rejects.toMatchObject(refused('minor-exists'))
  await expect(callQuotes(town.as('approver'), { workId })).rejects.toMatchObject(
    refused('deadline-too-early'),
  )
  await expect(callQuotes(town.as('handler'), { workId })).rejects.toMatchObject(
    refused('needs-another-seat'),
  )
  await expect(workPage(town.as(null), workId)).rejects.toMatchObject(refused('minor-missing'))
  await cancelWork(town.as('approver'), { workId, reason: '清单有误' })
  const { id: again } = await draft(plan.id)
  await town.transact((tx) =>
    tx.update(minorWorks).set({ draftedBy: 'approver' }).where(eq(minorWorks.id, again)),
  )
  await expect(callQuotes(town.as('approver'), { workId: again })).rejects.toMatchObject(
    refused('sod-drafter-approves'),
  )
})

test('no quote, nor how many, is seen before the deadline; afterwards all are', async () => {
  const town = await world()
  const workId = await calledWork(town)
  await quoted(town, workId, 1, 52_000)
  await quoted(town, workId, 1, 51_234)
  const paper = { workId, supplierId: 'ORG2', price: yuan(49_000), days: 25, words: '纸质报价，附图' }
  await enterQuote(town.as('handler'), paper)
  // Whoever types what came on paper is not told who has quoted online; of the two the later one counts.
  expect(await enterQuote(town.as('handler'), { ...paper, supplierId: 'ORG1' })).toEqual({ id: workId })
  await enterQuote(town.as('handler'), { ...paper, supplierId: 'ORG1', price: yuan(47_000) })
  await quoted(town, workId, 2, 48_500)
  await expect(enterQuote(town.as('handler'), { ...paper, supplierId: 'ORGX' })).rejects.toMatchObject(
    refused('minor-supplier-barred'),
  )
  await expect(quoted(town, workId, 3, 60_000.01)).rejects.toMatchObject(refused('minor-over-ceiling'))
  const group = giveQuote(town.as('groupSigner'), { workId, price: yuan(1000), days: 3, words: '我们来做' })
  await expect(group).rejects.toMatchObject(refused('not-a-supplier'))
  for (const who of ['handler', 'approver', 'finance', 'acceptor'])
    expect((await workDesk(town.as(who), workId)).quotes).toEqual([])
  expect((await workPage(town.as('signer3'), workId)).quotes).toEqual([])
  expect(lessChance(await town.db.select().from(minorQuotes))).not.toMatch(/51234|5123400|4900000/)
  town.clock.set(new Date('2026-03-12T17:00:00+08:00'))
  await expect(quoted(town, workId, 3, 50_000)).rejects.toMatchObject(refused('minor-not-calling'))
  const open = await workPage(town.as(null), workId)
  expect(open.quotes.map((q) => [q.supplierId, q.price])).toEqual([
    ['ORG1', yuan(47_000)],
    ['ORG2', yuan(48_500)],
  ])
  expect(open.quotes.map((q) => [q.channel, q.beside?.channel, q.beside?.price])).toEqual([
    ['paper', 'online', yuan(51_234)],
    ['online', 'paper', yuan(49_000)],
  ])
  const few = { workId, quoteId: open.quotes[0]!.id, reason: '', parts: usualParts }
  await expect(chooseQuote(town.as('approver'), few)).rejects.toMatchObject(refused('minor-too-few'))
  // How many are compared is the route's own: where a place asks for two, two are enough.
  expect(open.fewest).toBe(3)
  await town.transact((tx) =>
    tx.update(methods).set({ minProposals: 2 }).where(eq(methods.code, 'MINSHENG_MINOR')),
  )
  expect((await workPage(town.as(null), workId)).fewest).toBe(2)
  await chooseQuote(town.as('approver'), few)
})

test('the lowest is chosen, or another with its reason; the price leaves the reservation', async () => {
  const town = await world()
  const workId = await calledWork(town)
  for (const [n, price] of [
    [1, 52_000],
    [2, 48_000],
    [3, 55_000],
  ] as const)
    await quoted(town, workId, n, price)
  const choose = (quoteId: string, reason = '', who = 'approver') =>
    chooseQuote(town.as(who), { workId, quoteId, reason, parts: usualParts })
  await expect(choose('any')).rejects.toMatchObject(refused('minor-still-calling'))
  town.clock.set(new Date('2026-03-12T17:00:00+08:00'))
  const { quotes } = await workDesk(town.as('approver'), workId)
  await expect(choose('none')).rejects.toMatchObject(refused('minor-quote-missing'))
  await expect(choose(quotes[1]!.id)).rejects.toMatchObject(refused('minor-not-the-lowest'))
  await expect(choose(quotes[1]!.id, '工期短', 'handler')).rejects.toMatchObject(
    refused('needs-another-seat'),
  )
  await choose(quotes[1]!.id, '最低一家不含拆除旧扶手')
  const work = await findWork(town.db, workId)
  expect(work).toMatchObject({ state: 'chosen', supplierId: 'ORG1', price: yuan(52_000) })
  expect(sum(work.parts.map((p) => p.amount))).toBe(yuan(52_000))
  expect(await balancesOf(town.db, { planId: work.planId })).toMatchObject({
    reserved: 0,
    encumbered: yuan(52_000),
  })
  await expect(signWork(town.as('signer2'), { workId })).rejects.toMatchObject(refused('not-your-body'))
  expect((await deskOf(town.as('signer1'))).act.map((i) => i.key)).toContain('minor.sign')
  await signWork(town.as('signer1'), { workId })
})

test('whom a sanction or a lapsed certificate bars neither quotes, nor is chosen, nor signs', async () => {
  const town = await world()
  const workId = await calledWork(town)
  const barred = refused('minor-supplier-barred')
  await sanctioned(town, 'ORG4')
  await expect(quoted(town, workId, 4, 47_000)).rejects.toMatchObject(barred)
  for (const [n, price] of [
    [1, 52_000],
    [2, 48_000],
    [3, 55_000],
  ] as const)
    await quoted(town, workId, n, price)
  await certifiedUntil(town, 'ORG2', '2026-03-11')
  town.clock.set(new Date('2026-03-12T17:00:00+08:00'))
  const { quotes } = await workDesk(town.as('approver'), workId)
  const choose = (at: number, reason = '') =>
    chooseQuote(town.as('approver'), { workId, quoteId: quotes[at]!.id, reason, parts: usualParts })
  await expect(choose(0)).rejects.toMatchObject(barred)
  await choose(1, '最低一家登记证书已过期')
  await sanctioned(town, 'ORG1')
  await expect(signWork(town.as('signer1'), { workId })).rejects.toMatchObject(barred)
  await freed(town, 'ORG1')
  await signWork(town.as('signer1'), { workId })
})

test('each part is done, accepted by another and paid by a third; the last one delivers the need', async () => {
  const town = await world()
  const workId = await signedWork(town)
  const { parts, planId } = await findWork(town.db, workId)
  const [first, last] = parts
  const report = (partId: string, who = 'signer2') => reportPart(town.as(who), { workId, partId })
  const accept = (partId: string, how: 'accept' | 'return', who = 'acceptor') =>
    acceptPart(town.as(who), { workId, partId, how, finding: '现场查验，问 13977770001' })
  const pay = (partId: string, who = 'finance') =>
    payPart(town.as(who), { workId, partId, voucherNo: 'PZ-2026-1' })
  await expect(report(last!.id)).rejects.toMatchObject(refused('minor-part-order'))
  await expect(report(first!.id, 'signer1')).rejects.toMatchObject(refused('not-your-body'))
  await expect(pay(first!.id)).rejects.toMatchObject(refused('not-in-this-state'))
  await report(first!.id)
  await expect(accept(first!.id, 'accept', 'handler')).rejects.toMatchObject(refused('needs-another-seat'))
  await accept(first!.id, 'return')
  expect((await findWork(town.db, workId)).parts[0]!.finding).toBe('现场查验，问 ***')
  await paidPart(town, workId, 0)
  expect(await balancesOf(town.db, { planId })).toMatchObject({ paid: yuan(14_400), requested: 0 })
  await expect(pay(first!.id)).rejects.toMatchObject(refused('not-in-this-state'))
  await paidPart(town, workId, 1)
  const done = await findWork(town.db, workId)
  expect(done.state).toBe('finished')
  expect(done.plan.needs.map((n) => n.state)).toEqual(['delivered'])
  expect(await balancesOf(town.db, { planId })).toMatchObject({ paid: yuan(48_000.01), encumbered: 0 })
  expect(await verifyLedger(town.db)).toMatchObject({ holds: true })
})

test('what is typed wrongly is said in words', () => {
  const typed = { title: '楼道扶手加装', place: '3 号楼', list: '扶手', quotesUntil: '2026-03-12' }
  expect(minorForm.safeParse(typed).error!.issues.map((i) => i.message)).toEqual([
    'form.minor.list',
    'form.datetime',
  ])
  const parts = (words: string) => chooseForm.safeParse({ quoteId: 'q', parts: words }).success
  expect(parts('进场，30\n完工，70')).toBe(true)
  expect(parts('进场，30\n完工，69')).toBe(false)
  expect(parts('进场，-30\n完工，130')).toBe(false)
})
