import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { ledgerPostings, notices, payments } from '#db/schema/index.ts'
import { violation } from '#db/store.ts'
import { approvePayment } from '#domain/deliver/payment/approve-payment.ts'
import { bouncePayment } from '#domain/deliver/payment/bounce-payment.ts'
import { checkPayment } from '#domain/deliver/payment/check-payment.ts'
import { confirmPayment } from '#domain/deliver/payment/confirm-payment.ts'
import { correctPart } from '#domain/deliver/payment/correct-part.ts'
import { declinePayment } from '#domain/deliver/payment/decline-payment.ts'
import { deskOfPayment } from '#domain/deliver/payment/desk.ts'
import { requestPaymentForm } from '#domain/deliver/payment/forms.ts'
import { ledgerOf } from '#domain/deliver/payment/ledger.ts'
import { moneyOf } from '#domain/deliver/payment/money-law.ts'
import { paymentPage, paymentsPage } from '#domain/deliver/payment/payment-page.ts'
import { publicPayment } from '#domain/deliver/payment/public-payment.ts'
import { requestPayment } from '#domain/deliver/payment/request-payment.ts'
import { submitPayment } from '#domain/deliver/payment/submit-payment.ts'
import { trailOfPayment } from '#domain/deliver/payment/trail.ts'
import { verifyLedger } from '#domain/deliver/payment/verify-ledger.ts'
import { fen, yuan } from '#domain/money.ts'
import { balancesOf } from '#domain/treasury/balances.ts'
import { contractNow, running } from '#tests/support/contract.ts'
import { lessChance } from '#tests/support/less-chance.ts'
import {
  approved,
  invoiceFor,
  paid,
  passGate,
  paymentNow,
  requested,
  submitted,
  voucherFor,
} from '#tests/support/payment.ts'
import { world } from '#tests/support/world.ts'

const refused = (reason: string) => expect.objectContaining({ reason })

async function firstPart() {
  const town = await world()
  const contract = await running(town)
  return { town, contract, part: contract.milestones[0]!.id }
}

test('a passed gate makes exactly its price payable, step by step to the voucher', async () => {
  const { town, contract, part } = await firstPart()
  const on = () => balancesOf(town.db, { contractId: contract.id })
  const { id } = await requested(town, part)
  expect(await on()).toMatchObject({ encumbered: yuan(40_000), requested: yuan(40_000), paid: 0 })
  await checkPayment(town.as('handler'), { paymentId: id })
  await approvePayment(town.as('finance'), { paymentId: id })
  await submitPayment(town.as('approver'), await voucherFor(town, id))
  expect(await on()).toMatchObject({ requested: 0, in_transit: yuan(40_000) })
  await confirmPayment(town.as('approver'), { paymentId: id, receiptNo: 'BR-1' })
  expect(await on()).toMatchObject({ encumbered: yuan(40_000), in_transit: 0, paid: yuan(40_000) })
  expect(await paymentNow(town, id)).toMatchObject({
    state: 'paid',
    voucherNo: '05-0137',
    bankReceiptNo: 'BR-1',
  })
  expect(await verifyLedger(town.db)).toMatchObject({ holds: true })
})

test('nothing is asked for before its own gate, nor twice', async () => {
  const { town, contract, part } = await firstPart()
  const ask = (milestoneId: string) =>
    requestPayment(town.as('editor1'), { milestoneId, ...invoiceFor(milestoneId) })
  await expect(ask(contract.milestones[1]!.id)).rejects.toEqual(refused('gate-not-passed'))
  await requested(town, part)
  await expect(ask(part)).rejects.toEqual(refused('payment-already-asked'))
})

test('the database itself holds one living request a milestone', async () => {
  const { town, part } = await firstPart()
  const { id } = await requested(town, part)
  const { id: _, refNo: __, ...copy } = await paymentNow(town, id)
  const twice = town.transact((tx) => tx.insert(payments).values({ ...copy, refNo: 'ZF-X' }))
  await expect(twice).rejects.toSatisfy((error) => violation(error) === 'unique')
})

test('the payee is the one of the contract; a group is paid through its custodian', async () => {
  const { town, part } = await firstPart()
  const wrong = requestPayment(town.as('editor1'), {
    milestoneId: part,
    ...invoiceFor(part),
    payeeName: '别家中心',
  })
  await expect(wrong).rejects.toEqual(refused('payee-not-of-contract'))
  const { invoice, ...words } = invoiceFor(part)
  const typed = { ...words, invoiceFile: new File([new Uint8Array(invoice)], 'a.pdf') }
  expect(requestPaymentForm.safeParse(typed).success).toBe(true)
  expect(requestPaymentForm.safeParse(words).success).toBe(false)
  expect(requestPaymentForm.safeParse({ ...typed, accountTail: '12a4' }).success).toBe(false)
  expect(requestPaymentForm.safeParse({ ...typed, invoiceNo: '123' }).success).toBe(false)
})

test('asking, checking, approving and paying are four people', async () => {
  const { town, part } = await firstPart()
  const { id } = await requested(town, part)
  const paymentId = id
  await expect(checkPayment(town.as('finance'), { paymentId })).rejects.toEqual(refused('needs-another-seat'))
  await expect(checkPayment(town.as('dHandler'), { paymentId })).rejects.toEqual(refused('not-your-body'))
  const both = town.as('handler')
  const asked = { ...both, actor: { ...both.actor, personId: 'editor1' } }
  await expect(checkPayment(asked, { paymentId })).rejects.toEqual(refused('sod-requester-handles'))
  await checkPayment(town.as('handler'), { paymentId })
  const finance = town.as('finance')
  const same = { ...finance, actor: { ...finance.actor, personId: 'handler' } }
  await expect(approvePayment(same, { paymentId })).rejects.toEqual(refused('sod-checker-approves'))
  await approvePayment(finance, { paymentId })
  await expect(submitPayment(finance, await voucherFor(town, paymentId))).rejects.toEqual(
    refused('sod-approver-pays'),
  )
  await submitPayment(town.as('approver'), await voucherFor(town, paymentId))
  await expect(confirmPayment(finance, { paymentId, receiptNo: 'B' })).rejects.toEqual(
    refused('sod-approver-pays'),
  )
  const payee = { ...town.as('approver') }
  const seats = [...payee.actor.seats, { id: 'x', role: 'org_signer' as const, partyId: 'ORG1' }]
  const partisan = { ...payee, actor: { ...payee.actor, seats } }
  await expect(confirmPayment(partisan, { paymentId, receiptNo: 'B' })).rejects.toEqual(
    refused('sod-payee-handles'),
  )
})

test('what the bank sends back is corrected by the payee and goes out under a new voucher', async () => {
  const { town, contract, part } = await firstPart()
  const { id } = await submitted(town, part)
  await bouncePayment(town.as('approver'), { paymentId: id, reason: '收款账号有误' })
  expect(await balancesOf(town.db, { contractId: contract.id })).toMatchObject({
    requested: yuan(40_000),
    in_transit: 0,
  })
  const again = { ...(await voucherFor(town, id, '05-0200')), payeeTail: '9921' }
  await expect(submitPayment(town.as('approver'), again)).rejects.toEqual(refused('not-in-this-state'))
  const mended = { invoiceNo: invoiceFor(part).invoiceNo, accountTail: '9921' }
  const at = (milestoneId: string) => ({ contractId: contract.id, milestoneId })
  const unasked = correctPart(town.as('signer1'), { ...at(contract.milestones[1]!.id), ...mended })
  await expect(unasked).rejects.toEqual(refused('payment-missing'))
  await correctPart(town.as('signer1'), { ...at(part), ...mended })
  const fresh = { kind: 'conflict', reason: 'account-changed-wait' }
  await expect(submitPayment(town.as('approver'), again)).rejects.toMatchObject(fresh)
  const resting = { state: 'corrected', submittedAt: null, rests: new Date('2026-03-03T09:00:00+08:00') }
  expect(await publicPayment(town.db, id, '2026-03-02')).toMatchObject(resting)
  expect((await paymentPage(town.as('approver'), id)).acts).toEqual([])
  town.clock.pass(24 * 3_600_000 - 1_000)
  await expect(submitPayment(town.as('approver'), again)).rejects.toMatchObject(fresh)
  town.clock.pass(1_000)
  const told = await town.db.select().from(notices).where(eq(notices.message, 'payment-account-changed'))
  expect(told.map(({ role, partyId }) => `${role} ${partyId}`).sort()).toEqual([
    'org_signer ORG1',
    'street_finance S1',
  ])
  const used = submitPayment(town.as('approver'), { ...again, no: '05-0137' })
  await expect(used).rejects.toEqual(refused('voucher-already-used'))
  await submitPayment(town.as('approver'), again)
  await confirmPayment(town.as('approver'), { paymentId: id, receiptNo: 'BR-2' })
  const shown = await publicPayment(town.db, id, '2026-03-03')
  expect(shown.vouchers).toMatchObject([
    { no: '05-0137', returnReason: '收款账号有误' },
    { no: '05-0200', returnedAt: null },
  ])
  expect(lessChance(shown)).not.toContain('9921')
  const steps = (await ledgerOf(town.db, { planId: contract.planId })).filter((row) => row.payment?.id === id)
  expect(steps.map((row) => `${row.kind.slice(8)} ${row.payment?.voucherNo}`).sort()).toEqual(
    ['request null', 'submit 05-0137', 'bounce 05-0137', 'submit 05-0200', 'confirm 05-0200'].sort(),
  )
  expect(await verifyLedger(town.db)).toMatchObject({ holds: true })
})

test('a voucher number serves one payment only, and is of its own year and day', async () => {
  const { town, contract, part } = await firstPart()
  const { id: first } = await paid(town, part)
  await passGate(town, contract.milestones[1]!.id)
  const { id } = await approved(town, contract.milestones[1]!.id)
  const printed = await voucherFor(town, id, '05-0138')
  const issue = (more: object) => submitPayment(town.as('approver'), { ...printed, ...more })
  await expect(issue({ no: '05-0137' })).rejects.toEqual(refused('voucher-already-used'))
  await expect(issue({ year: 2025 })).rejects.toEqual(refused('voucher-other-year'))
  await expect(issue({ dated: '2026-03-03' })).rejects.toEqual(refused('voucher-in-the-future'))
  const early = { dated: '2026-03-01', sentOn: '2026-03-01' }
  await expect(issue(early)).rejects.toEqual(refused('voucher-before-approval'))
  await expect(issue({ dated: '2026-03-01' })).rejects.toEqual(refused('voucher-before-sending'))
  await expect(issue({ amount: fen(printed.amount - 1) })).rejects.toEqual(refused('voucher-other-sum'))
  await expect(issue({ payeeTail: '9999' })).rejects.toEqual(refused('voucher-other-account'))
  await expect(issue({ scan: Buffer.from('MZ') })).rejects.toEqual(refused('voucher-kind'))
  await expect(issue({ scan: Buffer.alloc(0) })).rejects.toEqual(refused('voucher-too-large'))
  const { scan } = await voucherFor(town, first)
  await expect(issue({ scan })).rejects.toEqual(refused('voucher-scan-used'))
  await issue({})
})

test('what is declined returns to the contract and may be asked for again', async () => {
  const { town, contract, part } = await firstPart()
  const { id } = await requested(town, part)
  await declinePayment(town.as('handler'), { paymentId: id, reason: '发票抬头不符' })
  expect(await balancesOf(town.db, { contractId: contract.id })).toMatchObject({
    encumbered: yuan(80_000),
    requested: 0,
  })
  expect((await requested(town, part)).id).not.toBe(id)
  expect(await verifyLedger(town.db)).toMatchObject({ holds: true })
})

test('the last payment of a finished contract completes it', async () => {
  const { town, contract } = await firstPart()
  for (const [i, m] of contract.milestones.entries()) {
    if (i > 0) await passGate(town, m.id)
    await paid(town, m.id, `05-${i}`)
  }
  expect(await contractNow(town, contract.id)).toMatchObject({ state: 'completed' })
  expect((await moneyOf(town.db, contract.id)).paid).toBe(
    contract.milestones.reduce((n, m) => n + m.price, 0),
  )
})

test('the clock of thirty days runs from the complete request', async () => {
  const { town, part } = await firstPart()
  const { id } = await requested(town, part)
  expect((await paymentNow(town, id)).dueAt).toEqual(new Date('2026-04-02T00:00:00+08:00'))
  const [item] = (await deskOfPayment(town.db, town.as('handler'))).filter((i) => i.link.endsWith(id))
  expect(item).toMatchObject({ key: 'payment.check', kind: 'act', due: { mark: 'reference' } })
})

test('each desk sees the one step that waits for it', async () => {
  const { town, contract, part } = await firstPart()
  const at = async (key: string) =>
    (await deskOfPayment(town.db, town.as(key))).map((i) => `${i.kind} ${i.key}`)
  expect(await at('editor1')).toEqual(['act payment.request'])
  const { id } = await approved(town, part)
  expect(await at('approver')).toEqual(['act payment.submit'])
  expect(await at('finance')).toEqual(['wait payment.wait.approved'])
  expect(await at('editor1')).toEqual(['wait payment.wait.approved'])
  await submitPayment(town.as('approver'), await voucherFor(town, id))
  await bouncePayment(town.as('approver'), { paymentId: id, reason: '账号不存在' })
  expect(await at('signer1')).toEqual(['act payment.correct'])
  expect(contract.id).toBeTruthy()
})

test('the trail tells each step with its office, and seals what is paid', async () => {
  const { town, contract, part } = await firstPart()
  await paid(town, part)
  const trail = await trailOfPayment(town.db, contract.planId)
  expect(trail.map((e) => e.key)).toEqual([
    'payment.request',
    'payment.check',
    'payment.approve',
    'payment.submit',
    'payment.confirm',
  ])
  expect(trail.at(-1)).toMatchObject({
    seal: { key: 'paid', no: '05-0137' },
    amount: yuan(40_000),
    byRole: 'street_approver',
  })
  const rows = await ledgerOf(town.db, { planId: contract.planId })
  expect(rows.map((r) => r.kind)).toEqual(
    expect.arrayContaining(['plan.reserve', 'contract.encumber', 'payment.confirm']),
  )
})

test('a changed posting is found', async () => {
  const { town, part } = await firstPart()
  await paid(town, part)
  const [posting] = await town.db.select().from(ledgerPostings)
  await town.transact((tx) =>
    tx
      .update(ledgerPostings)
      .set({ amount: fen(posting!.amount + 1) })
      .where(eq(ledgerPostings.id, posting!.id)),
  )
  const { holds, faults } = await verifyLedger(town.db)
  expect(holds).toBe(false)
  expect(faults.map((f) => f.rule)).toContain('entry-balances')
})

test('interest grows from the day after the last day of the clock until the bank paid', async () => {
  const { town, part } = await firstPart()
  const { id } = await submitted(town, part)
  const late = async (today: string) => (await publicPayment(town.db, id, today)).late
  expect(await late('2026-04-01')).toBeNull()
  expect(await late('2026-04-02')).toMatchObject({ days: 1, interest: yuan(20), rate: 5, paid: false })
  expect(await late('2026-05-11')).toMatchObject({ days: 40, interest: yuan(800) })
  town.clock.pass(40 * 24 * 3_600_000)
  await expect(paymentsPage(town.as('clerk'))).rejects.toThrow('needs-another-seat')
  const shown = await paymentsPage(town.as('editor1'))
  expect(shown.open[0]).toMatchObject({ late: { days: 10, interest: yuan(200) } })
  await confirmPayment(town.as('approver'), { paymentId: id, receiptNo: 'BR-9' })
  expect(await late('2027-01-01')).toMatchObject({ days: 10, interest: yuan(200), paid: true })
  expect(await paymentPage(town.as('handler'), id)).toMatchObject({
    late: { days: 10, source: expect.any(String) },
  })
})
