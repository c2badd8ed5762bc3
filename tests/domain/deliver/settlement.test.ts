import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import {
  bankLines,
  ledgerEntries,
  ocdsReleases,
  orders,
  paperChecks,
  settlements,
  visitPlans,
} from '#db/schema/index.ts'
import { acceptOrder, confirmOrder, finishOrder } from '#domain/buy/framework/carry-order.ts'
import { bankLinePage, bankPage } from '#domain/deliver/payment/bank-page.ts'
import { bringBankList } from '#domain/deliver/payment/bring-bank-list.ts'
import { matchBankLine } from '#domain/deliver/payment/match-bank-line.ts'
import { tryBankList } from '#domain/deliver/payment/try-bank-list.ts'
import { verifyLedger } from '#domain/deliver/payment/verify-ledger.ts'
import { claimMonth } from '#domain/deliver/settlement/claim-month.ts'
import {
  approveSettlement,
  checkSettlement,
  returnSettlement,
} from '#domain/deliver/settlement/decide-settlement.ts'
import { claimForm } from '#domain/deliver/settlement/forms.ts'
import {
  bounceSettlement,
  confirmSettlement,
  correctSettlement,
  submitSettlement,
} from '#domain/deliver/settlement/pay-settlement.ts'
import { publicSettlements } from '#domain/deliver/settlement/public-settlements.ts'
import {
  settlementPage,
  settlementPaper,
  settlementsPage,
} from '#domain/deliver/settlement/settlement-page.ts'
import { checkPaper, paperCheckPage } from '#domain/deliver/supervision/visit/check-paper.ts'
import { drawPapers } from '#domain/deliver/supervision/visit/draw-papers.ts'
import { yuan } from '#domain/money.ts'
import { deskOf } from '#domain/open/desk.ts'
import { trailOf } from '#domain/open/trail.ts'
import { matterOf, mattersOf } from '#domain/rate/oversight/matters.ts'
import { balancesOf } from '#domain/treasury/balances.ts'
import { bankText } from '#tests/support/bank.ts'
import { joined, mother, openFramework, orderedBy } from '#tests/support/framework.ts'
import { approvedClaim, claimed, voucherOf } from '#tests/support/settlement.ts'
import { type Town, world } from '#tests/support/world.ts'

const refused = (reason: string) => expect.objectContaining({ reason })
const on = (town: Town, day: string) => town.clock.set(new Date(`${day}T09:00:00+08:00`))
const keys = async (town: Town, who: string) => (await deskOf(town.as(who))).act.map(({ key }) => key)

/** Two orders by voucher, confirmed by the daughter in April; a third one is done and not confirmed. */
async function ordersOf(town: Town) {
  const framework = await openFramework(town)
  const { id: providerId } = await joined(town, framework.id, 1)
  await mother(town)
  for (const end of [true, true, false]) {
    const { id: orderId } = await orderedBy(town, framework.id, providerId)
    await acceptOrder(town.as('editor1'), { orderId })
    on(town, '2026-04-10')
    await finishOrder(town.as('editor1'), { orderId, doneOn: '2026-04-10' })
    if (end) await confirmOrder(town.as('resident6'), { orderId })
    on(town, '2026-04-07')
  }
  on(town, '2026-05-08')
  return { frameworkId: framework.id, planId: framework.planId }
}
const stands = (town: Town, planId: string) => balancesOf(town.db, { planId })

test('a month of confirmed orders is asked, checked, approved and paid by four people, out of the plan’s reservation', async () => {
  const town = await world()
  const { frameworkId, planId } = await ordersOf(town)
  const before = (await stands(town, planId)).reserved
  expect((await settlementsPage(town.as('editor1'))).ready).toMatchObject([
    { month: '2026-04', orders: 2, people: 1, amount: yuan(160) },
  ])
  const { id: settlementId } = await claimMonth(town.as('editor1'), claimed(frameworkId))
  expect(await stands(town, planId)).toMatchObject({ reserved: before - yuan(160), requested: yuan(160) })
  await expect(claimMonth(town.as('signer1'), claimed(frameworkId))).rejects.toEqual(
    refused('settlement-exists'),
  )
  expect(await keys(town, 'handler')).toContain('settlement.check')
  const of = { settlementId }
  await expect(approveSettlement(town.as('finance'), of)).rejects.toEqual(refused('not-in-this-state'))
  await expect(checkSettlement(town.as('dHandler'), of)).rejects.toEqual(refused('not-your-body'))
  await checkSettlement(town.as('handler'), of)
  await expect(approveSettlement(town.as('handler'), of)).rejects.toEqual(refused('needs-another-seat'))
  expect(await keys(town, 'finance')).toContain('settlement.approve')
  await approveSettlement(town.as('finance'), of)
  const voucher = await voucherOf(town, settlementId)
  const submit = (who: string, more: object = {}) => submitSettlement(town.as(who), { ...voucher, ...more })
  await expect(submit('finance')).rejects.toEqual(refused('sod-approver-pays'))
  await expect(submit('approver', { amount: yuan(161) })).rejects.toEqual(refused('voucher-other-sum'))
  await expect(submit('approver', { payeeTail: '9999' })).rejects.toEqual(refused('voucher-other-account'))
  await expect(submit('approver', { sentOn: '2026-05-01' })).rejects.toEqual(
    refused('voucher-before-approval'),
  )
  await expect(submit('approver', { dated: '2026-05-09' })).rejects.toEqual(refused('voucher-in-the-future'))
  expect((await trailOf(town.db, planId, [])).map(({ key }) => key)).not.toContain('settlement.pay')
  await submit('approver')
  expect((await stands(town, planId)).in_transit).toBe(yuan(160))
  await confirmSettlement(town.as('approver'), { settlementId, receiptNo: 'BR-9' })
  await expect(confirmSettlement(town.as('approver'), { settlementId, receiptNo: 'BR-9' })).rejects.toEqual(
    refused('not-in-this-state'),
  )
  expect(await stands(town, planId)).toMatchObject({ in_transit: 0, paid: yuan(160) })
  expect(await verifyLedger(town.db)).toMatchObject({ holds: true, faults: [] })
  const open = await publicSettlements(town.db, frameworkId, '2026-05-08')
  expect(open).toMatchObject([
    { supplier: expect.any(String), state: 'paid', amount: yuan(160), voucherNo: '05-0401' },
  ])
  expect(JSON.stringify(open)).not.toContain('resident1')
  const told = (await trailOf(town.db, planId, [])).filter(({ chapter }) => chapter === 'deliver')
  expect(told).toMatchObject([
    {
      key: 'settlement.pay',
      params: { month: '2026-04', n: 2, no: '05-0401' },
      paper: { href: `/frameworks/${frameworkId}#settled` },
      amount: yuan(160),
    },
  ])
  expect(JSON.stringify(told)).not.toContain('resident')
  const watched = { amount: yuan(160), href: `/frameworks/${frameworkId}` }
  expect(await matterOf(town.db, 'C1', 'payment', settlementId)).toMatchObject(watched)
  expect((await mattersOf(town.db, 'C1', 'contract')).map(({ id }) => id)).toContain(frameworkId)
  expect(await matterOf(town.db, 'C2', 'payment', settlementId)).toBeNull()
  const page = await settlementPage(town.as('editor1'), settlementId)
  expect(page).toMatchObject({ claim: { orders: 2, receiptNo: 'BR-9' }, lines: [{}, {}], acts: [] })
  expect(JSON.stringify(page)).not.toContain('resident1')
  expect((await settlementPaper(town.as('handler'), settlementId, 'invoice')).bytes.toString()).toContain(
    '%PDF',
  )
  expect((await settlementPaper(town.as('handler'), settlementId, page.vouchers[0]!.id)).name).toContain(
    '05-0401',
  )
  await expect(settlementPaper(town.as('editor1'), settlementId, page.vouchers[0]!.id)).rejects.toEqual(
    refused('needs-another-seat'),
  )
  for (const who of ['editor2', 'dHandler'])
    await expect(settlementPage(town.as(who), settlementId), who).rejects.toEqual(refused('not-your-body'))
  await expect(settlementPage(town.as('resident6'), settlementId)).rejects.toEqual(
    refused('needs-another-seat'),
  )
  await monthChecked(town, settlementId)
})

/** The voucher of a paid month is drawn for the centre's spot check once; what differs stands on the claim. */
async function monthChecked(town: Town, settlementId: string) {
  const checkId = await town.transact(async (tx) => {
    const by = { centreId: 'SC1', madeBy: 'centre', madeAt: town.clock.now(), risks: [], figures: {} }
    const plan = { ...by, month: '2026-05', seed: 'seed' }
    const [{ id } = { id: '' }] = await tx.insert(visitPlans).values(plan).returning({ id: visitPlans.id })
    const lot = { seed: 'seed', share: 10 }
    expect([await drawPapers(tx, id, 'SC1', lot), await drawPapers(tx, id, 'SC1', lot)]).toEqual([1, 0])
    return (await tx.select().from(paperChecks))[0]!.id
  })
  expect(await paperCheckPage(town.as('centreAuditor'), checkId)).toMatchObject({
    ...{ no: '05-0401', entry: null, claim: { orders: 2 }, scan: true, mayCheck: true },
  })
  await checkPaper(town.as('centre'), { checkId, verdict: 'differ', words: '凭证少了一单' })
  expect((await settlementPage(town.as('finance'), settlementId)).differs).toEqual(['凭证少了一单'])
}

test('a voucher that the bank sent back serves no more; the account is corrected and approved anew', async () => {
  const town = await world()
  const { frameworkId, planId } = await ordersOf(town)
  const settlementId = await approvedClaim(town, frameworkId)
  await submitSettlement(town.as('approver'), await voucherOf(town, settlementId))
  await bounceSettlement(town.as('approver'), { settlementId, reason: '账号户名不符' })
  expect(await stands(town, planId)).toMatchObject({ requested: yuan(160), in_transit: 0 })
  expect(await keys(town, 'editor1')).toContain('settlement.correct')
  const correct = (who: string) => correctSettlement(town.as(who), { settlementId, accountTail: '4455' })
  await expect(correct('editor2')).rejects.toEqual(refused('not-your-body'))
  await correct('editor1')
  await expect(submitSettlement(town.as('approver'), await voucherOf(town, settlementId))).rejects.toEqual(
    refused('not-in-this-state'),
  )
  await approveSettlement(town.as('finance'), { settlementId })
  await expect(submitSettlement(town.as('approver'), await voucherOf(town, settlementId))).rejects.toEqual(
    refused('voucher-already-used'),
  )
  const again = await voucherOf(town, settlementId, '05-0402')
  await submitSettlement(town.as('approver'), again)
  await confirmSettlement(town.as('approver'), { settlementId, receiptNo: 'BR-10' })
  expect(await stands(town, planId)).toMatchObject({ requested: 0, in_transit: 0, paid: yuan(160) })
  expect((await verifyLedger(town.db)).faults).toEqual([])
  await town.transact((tx) => tx.update(settlements).set({ amount: yuan(161) }))
  expect((await verifyLedger(town.db)).faults).toEqual([
    expect.objectContaining({ rule: 'settlements-agree', found: '16000 / 16100' }),
  ])
  const kinds = await town.db.select().from(ledgerEntries).where(eq(ledgerEntries.planId, planId))
  expect(kinds.filter(({ kind }) => kind.startsWith('settlement.'))).toHaveLength(5)
})

test('the bank’s list pays a month of orders, or sends it back; a line that differs waits for another person; what is late bears interest', async () => {
  const town = await world()
  const { frameworkId, planId } = await ordersOf(town)
  const settlementId = await approvedClaim(town, frameworkId)
  await submitSettlement(town.as('approver'), await voucherOf(town, settlementId))
  const line = { no: '05-0401', payee: '暖邻社会工作服务中心', amount: '160.00', on: '2026-05-08' }
  const tried = (more: object) =>
    tryBankList(town.as('approver'), bankText([{ ...line, receipt: 'R-1', ...more }]))
  expect((await tried({})).counts).toEqual({ matched: 1 })
  expect((await tried({ amount: '161' })).counts).toEqual({ other_sum: 1 })
  expect((await tried({ payee: '别家中心' })).counts).toEqual({ other_payee: 1 })
  expect((await tryBankList(town.as('finance'), bankText([{ ...line, receipt: 'R-1' }]))).counts).toEqual({
    other_person: 1,
  })
  const back = { ...line, receipt: 'R-1', outcome: '退回', reason: '账号户名不符' }
  await bringBankList(town.as('approver'), bankText([back, { ...line, receipt: 'R-2' }]))
  expect(await stands(town, planId)).toMatchObject({ requested: yuan(160), in_transit: 0 })
  await correctSettlement(town.as('editor1'), { settlementId, accountTail: '4455' })
  await approveSettlement(town.as('finance'), { settlementId })
  await submitSettlement(town.as('approver'), await voucherOf(town, settlementId, '05-0402'))

  on(town, '2026-06-10')
  const late = { days: 3, rate: 5, interest: 24, paid: false }
  expect((await settlementPage(town.as('handler'), settlementId)).claim.late).toMatchObject(late)
  const mistyped = { ...line, no: '05-0402', payee: '暖邻中心', receipt: 'R-3', on: '2026-06-09' }
  await bringBankList(town.as('approver'), bankText([mistyped]))
  const [waiting] = await town.db.select().from(bankLines).where(eq(bankLines.receiptNo, 'R-3'))
  const named = { lineId: waiting!.id, paymentId: settlementId, reason: '银行用了收款人的简称' }
  expect((await bankLinePage(town.as('finance'), waiting!.id)).candidates).toMatchObject([
    { id: settlementId, voucherNo: '05-0402', payeeName: '暖邻社会工作服务中心' },
  ])
  await expect(matchBankLine(town.as('approver'), named)).rejects.toEqual(refused('sod-submitter-matches'))
  await matchBankLine(town.as('finance'), named)
  const { claim } = await settlementPage(town.as('handler'), settlementId)
  expect(claim).toMatchObject({
    state: 'paid',
    receiptNo: 'R-3',
    late: { days: 2, interest: 16, paid: true },
  })
  const [told] = await publicSettlements(town.db, frameworkId)
  expect(told).toMatchObject({ late: { days: 2 } })
  expect(await stands(town, planId)).toMatchObject({ in_transit: 0, paid: yuan(160) })
  expect(await verifyLedger(town.db)).toMatchObject({ holds: true, faults: [] })
  expect((await bankPage(town.as('approver'), 1)).books).toEqual({ matched: 1, off: [] })
  const releases = (await town.db.select().from(ocdsReleases).orderBy(ocdsReleases.ordinal)).map(({ json }) =>
    JSON.parse(json),
  )
  const [contract] = releases.at(-1).contracts
  expect(contract).toMatchObject({ value: { amount: 160 } })
  expect(contract.implementation.transactions).toMatchObject([
    { value: { amount: 160, currency: 'CNY' }, source: expect.stringMatching(/#settled$/) },
  ])
})

test('what is sent back gives its money and its orders free; one invoice serves one living claim', async () => {
  const town = await world()
  const { frameworkId, planId } = await ordersOf(town)
  const before = (await stands(town, planId)).reserved
  const words = claimed(frameworkId)
  const { id: settlementId } = await claimMonth(town.as('editor1'), words)
  await returnSettlement(town.as('finance'), { settlementId, reason: '发票抬头不对' })
  expect(await stands(town, planId)).toMatchObject({ reserved: before, requested: 0 })
  expect(await town.db.select().from(orders).where(eq(orders.settlementId, settlementId))).toEqual([])
  expect(await publicSettlements(town.db, frameworkId, '2026-05-08')).toEqual([])
  await claimMonth(town.as('editor1'), words)
  on(town, '2026-06-02')
  await expect(claimMonth(town.as('editor1'), { ...words, month: '2026-05' })).rejects.toEqual(
    refused('invoice-no-used'),
  )
  await expect(claimMonth(town.as('editor1'), claimed(frameworkId, '2026-05'))).rejects.toEqual(
    refused('settlement-empty'),
  )
  await expect(claimMonth(town.as('editor1'), claimed(frameworkId, '2026-06'))).rejects.toEqual(
    refused('settlement-month-runs'),
  )
  await expect(claimMonth(town.as('editor1'), claimed('nothing'))).rejects.toEqual(
    refused('framework-missing'),
  )
  await expect(claimMonth(town.as('worker1'), words)).rejects.toEqual(refused('needs-another-seat'))
  await expect(
    claimMonth(town.as('editor1'), { ...claimed(frameworkId, '2026-05'), invoice: Buffer.from('MZ') }),
  ).rejects.toEqual(refused('invoice-kind'))
  expect(await town.db.select().from(settlements)).toHaveLength(2)
  const wrong = claimForm.safeParse({ frameworkId: '', month: '2026-13', invoiceNo: '1', accountTail: 'x' })
  expect(wrong.error?.issues.map(({ message }) => message)).toEqual([
    'form.care.framework',
    'form.care.month',
    'form.payment.invoice',
    'form.payment.invoice-file',
    'form.payment.tail',
  ])
})
