import { eq } from 'drizzle-orm'
import { sha256 } from '#app/ports/vault.ts'
import { milestones, payments } from '#db/schema/index.ts'
import { approvePayment } from '#domain/deliver/payment/approve-payment.ts'
import { checkPayment } from '#domain/deliver/payment/check-payment.ts'
import { confirmPayment } from '#domain/deliver/payment/confirm-payment.ts'
import { requestPayment } from '#domain/deliver/payment/request-payment.ts'
import { submitPayment } from '#domain/deliver/payment/submit-payment.ts'
import { fen } from '#domain/money.ts'
import type { Town } from './world.ts'

const digitsOf = (words: string) => String(Number.parseInt(sha256(words).slice(0, 13), 16)).padStart(16, '0')
/** An invoice of its own for each milestone: number, file and payee. */
export const invoiceFor = (milestoneId: string) => ({
  invoiceNo: `2611${digitsOf(milestoneId).slice(0, 16)}`,
  invoice: Buffer.from(`%PDF-1.4\n% ${milestoneId}\n%%EOF\n`),
  payeeName: '暖邻社会工作服务中心',
  accountTail: '0137',
})
/** What the payment centre would print on the voucher of a payment. */
export async function voucherFor({ db }: Pick<Town, 'db'>, paymentId: string, no = '05-0137') {
  const [p] = await db.select().from(payments).where(eq(payments.id, paymentId))
  const { amount, accountTail: payeeTail } = p ?? { amount: fen(1), accountTail: '0137' }
  const on = { year: 2026, no, dated: '2026-03-02', sentOn: '2026-03-02' }
  const scan = Buffer.from(`%PDF-1.4\n% ${paymentId} ${no}\n%%EOF\n`)
  return { paymentId, ...on, kind: 'direct' as const, payerTail: '0001', payeeTail, amount, scan }
}

/** Money asked for by ORG1, not yet looked at. */
export const requested = (town: Town, milestoneId: string) =>
  requestPayment(town.as('editor1'), { milestoneId, ...invoiceFor(milestoneId) })
export async function approved(town: Town, milestoneId: string) {
  const { id } = await requested(town, milestoneId)
  await checkPayment(town.as('handler'), { paymentId: id })
  await approvePayment(town.as('finance'), { paymentId: id })
  return { id }
}
export async function submitted(town: Town, milestoneId: string, no?: string) {
  const { id } = await approved(town, milestoneId)
  await submitPayment(town.as('approver'), await voucherFor(town, id, no))
  return { id }
}
export async function paid(town: Town, milestoneId: string, no?: string) {
  const { id } = await submitted(town, milestoneId, no)
  await confirmPayment(town.as('approver'), { paymentId: id, receiptNo: 'BR-1' })
  return { id }
}
/** A milestone whose gate is passed, for tests that begin with its money. */
export const passGate = (town: Town, milestoneId: string) =>
  town.transact(async (tx) => {
    await tx
      .update(milestones)
      .set({ state: 'accepted', acceptedAt: town.clock.now(), claimedAt: town.clock.now() })
      .where(eq(milestones.id, milestoneId))
  })
export const paymentNow = async (town: Town, id: string) =>
  (await town.db.select().from(payments).where(eq(payments.id, id)))[0]!
