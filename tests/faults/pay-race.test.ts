import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { ledgerEntries, payments, vouchers } from '#db/schema/index.ts'
import { confirmPayment } from '#domain/deliver/payment/confirm-payment.ts'
import { requestPayment } from '#domain/deliver/payment/request-payment.ts'
import { submitPayment } from '#domain/deliver/payment/submit-payment.ts'
import { verifyLedger } from '#domain/deliver/payment/verify-ledger.ts'
import { yuan } from '#domain/money.ts'
import { Refusal } from '#domain/refusal.ts'
import { balancesOf } from '#domain/treasury/balances.ts'
import { running } from '#tests/support/contract.ts'
import { approved, invoiceFor, submitted, voucherFor } from '#tests/support/payment.ts'
import { world } from '#tests/support/world.ts'

const crowd = 200
/** How many of a crowd doing the same thing at once were let through; all others must be refused in words. */
async function winners(act: (n: number) => Promise<unknown>) {
  const all = await Promise.allSettled(Array.from({ length: crowd }, (_, n) => act(n)))
  for (const one of all) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(Refusal)
  return all.filter((one) => one.status === 'fulfilled').length
}

test('two hundred requests at once leave one', async () => {
  const town = await world()
  const { milestones } = await running(town)
  const milestoneId = milestones[0]!.id
  const ask = (n: number) =>
    requestPayment(town.as(n % 2 ? 'editor1' : 'signer1'), { milestoneId, ...invoiceFor(milestoneId) })
  expect(await winners(ask)).toBe(1)
  expect(await town.db.select().from(payments)).toHaveLength(1)
}, 60_000)

test('two hundred vouchers at once pay once', async () => {
  const town = await world()
  const { id: contractId, milestones } = await running(town)
  const { id: paymentId } = await approved(town, milestones[0]!.id)
  const printed = await voucherFor(town, paymentId)
  const issue = (n: number) => submitPayment(town.as('approver'), { ...printed, no: `05-${n}` })
  expect(await winners(issue)).toBe(1)
  expect(await town.db.select().from(vouchers)).toHaveLength(1)
  expect((await balancesOf(town.db, { contractId })).in_transit).toBe(yuan(40_000))
}, 60_000)

test('two hundred bank receipts at once pay once', async () => {
  const town = await world()
  const { id: contractId, milestones } = await running(town)
  const { id: paymentId } = await submitted(town, milestones[0]!.id)
  const confirm = (n: number) => confirmPayment(town.as('approver'), { paymentId, receiptNo: `B-${n}` })
  expect(await winners(confirm)).toBe(1)
  expect((await balancesOf(town.db, { contractId })).paid).toBe(yuan(40_000))
  const entries = await town.db.select().from(ledgerEntries).where(eq(ledgerEntries.paymentId, paymentId))
  expect(entries.map((e) => e.kind).sort()).toEqual(['payment.confirm', 'payment.request', 'payment.submit'])
  expect(await verifyLedger(town.db)).toMatchObject({ holds: true })
}, 60_000)

test('one voucher number sent for two payments at once serves one', async () => {
  const town = await world()
  const one = await running(town)
  const two = await running(town)
  const a = await approved(town, one.milestones[0]!.id)
  const b = await approved(town, two.milestones[0]!.id)
  const printed = [await voucherFor(town, a.id, '05-1'), await voucherFor(town, b.id, '05-1')]
  const issue = (n: number) => submitPayment(town.as('approver'), printed[n % 2]!)
  expect(await winners(issue)).toBe(1)
}, 60_000)
