import { inArray } from 'drizzle-orm'
import { parties } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { authorize, may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { capitalMoney } from '../contract/capital-money.ts'
import { findContract } from '../contract/find-contract.ts'
import { isResting, restsUntil } from './account-rest.ts'
import { findPayment, type PaymentFacts, payeeOf, subjectOf } from './find-payment.ts'
import { invoiceShown } from './invoice-file.ts'
import { partsOfContract, paymentsOfBuyers, paymentsOfSupplier } from './list-payments.ts'
import { payment } from './machine.ts'
import { moneyOf } from './money-law.ts'
import { onlineOf } from './online/online-page.ts'
import { clockOf, latenessOf } from './payment-clock.ts'
import { stepsTaken } from './steps-taken.ts'
import { paperOf, printedOf } from './voucher-shown.ts'

const bodies = async (db: Reader, ids: string[]) => {
  const rows = await db
    .select({ id: parties.id, name: parties.name })
    .from(parties)
    .where(inArray(parties.id, ids))
  return (id: string) => rows.find((row) => row.id === id)?.name ?? ''
}
const partOf = ({ milestone: m }: PaymentFacts) => ({
  id: m.id,
  title: m.title,
  gate: m.gate,
  acceptedAt: m.acceptedAt,
  price: m.price,
  withheld: m.withheld,
})
const contractOf = ({ contract: c }: PaymentFacts) => ({
  id: c.id,
  refNo: c.refNo,
  title: c.title,
  price: c.price,
  planId: c.planId,
})
/** Each with its paper, for whoever may see that. */
const vouchersOf = (ctx: Context, p: PaymentFacts) => {
  const seesScan = may(ctx.actor, 'voucher.read', subjectOf(p))
  return p.vouchers.map((v) => ({ ...printedOf(v), ...(seesScan ? paperOf(v) : {}) }))
}
/** Nobody is offered a voucher for an account that changed less than a day ago. */
const actsOn = ({ actor, clock }: Context, p: PaymentFacts) =>
  payment
    .open(p.state)
    .filter((move) => move !== 'submit' || !isResting(p, clock.now()))
    .filter((move) => !p.provider || (move !== 'confirm' && (move !== 'bounce' || !p.releaseKey)))
    .filter((move) => may(actor, `payment.${move}` as 'payment.check', subjectOf(p)))

/** One payment for those it concerns: what it rests on, who did what, what may be done now. */
export async function paymentPage(ctx: Context, paymentId: string) {
  const p = await findPayment(ctx.db, paymentId)
  authorize(ctx.actor, 'payment.read', subjectOf(p))
  const { buyerId, supplierId } = p.contract
  const name = await bodies(ctx.db, [buyerId, supplierId])
  const { id, refNo, state, amount, invoiceNo, payeeName, accountTail, requestedAt, reason } = p
  const today = dateOf(ctx.clock.now())
  return {
    ...{ id, refNo, state, amount, invoiceNo, payeeName, accountTail, requestedAt, reason },
    inWords: capitalMoney(amount),
    ...{ receiptNo: p.bankReceiptNo, paidAt: p.paidAt, corrected: p.correctedAt },
    invoice: await invoiceShown(ctx, p),
    rests: restsUntil(p),
    due: await clockOf(ctx.db, p),
    late: await latenessOf(ctx.db, p, today),
    today,
    year: yearOf(today),
    vouchers: vouchersOf(ctx, p),
    applicationHash: p.applicationHash,
    part: partOf(p),
    contract: contractOf(p),
    buyer: name(buyerId),
    supplier: name(supplierId),
    money: await moneyOf(ctx.db, p.contractId),
    steps: await stepsTaken(ctx.db, p),
    acts: actsOn(ctx, p),
    online: await onlineOf(ctx, p),
  }
}
export type PaymentPage = Awaited<ReturnType<typeof paymentPage>>

/** One part of a contract for the organisation: its gate, and the request that lives or may be made. */
export async function partPage(ctx: Context, contractId: string, milestoneId: string) {
  const contract = await findContract(ctx.db, contractId)
  authorize(ctx.actor, 'payment.read', contract)
  const part = (await partsOfContract(ctx.db, contractId)).find((p) => p.id === milestoneId)
  if (!part) throw new Refusal('missing', 'milestone-missing')
  const { title, gate, state, price, withheld, payable, dueOn, declined } = part
  const name = await bodies(ctx.db, [contract.buyerId])
  return {
    contract: { id: contract.id, title: contract.title, refNo: contract.refNo },
    buyer: name(contract.buyerId),
    payee: (await payeeOf(ctx.db, contract)).name,
    part: { id: part.id, title, gate, state, price, withheld, payable, dueOn },
    declined: declined.map(({ refNo, reason, requestedAt }) => ({ refNo, reason, requestedAt })),
    payment: part.payment ? await paymentPage(ctx, part.payment.id) : null,
    mayAsk:
      part.payment === null &&
      state === 'accepted' &&
      contract.state === 'published' &&
      may(ctx.actor, 'payment.request', contract),
  }
}

/** Every payment of the seat's body, the open ones first. */
export async function paymentsPage(ctx: Context) {
  authorize(ctx.actor, 'payment.list', {})
  const seat = ctx.actor.seat!
  const org = seat.role === 'org_editor' || seat.role === 'org_signer'
  const rows = await (org ? paymentsOfSupplier(ctx.db, seat.partyId) : paymentsOfBuyers(ctx.db, ctx.actor))
  const shown = await Promise.all(
    rows.map(async ({ payment: p, part, contract, supplier }) => ({
      id: p.id,
      refNo: p.refNo,
      state: p.state,
      amount: p.amount,
      part,
      title: contract.title,
      supplier,
      link: org ? `/work/${contract.id}/payment/${p.milestoneId}` : `/desk/payments/${p.id}`,
      voucherNo: p.voucherNo,
      paidAt: p.paidAt,
      requestedAt: p.requestedAt,
      due: await clockOf(ctx.db, p),
      late: await latenessOf(ctx.db, p, dateOf(ctx.clock.now())),
    })),
  )
  const over = (state: string) => state === 'paid' || state === 'declined'
  const bank = may(ctx.actor, 'bank.read', { buyerId: seat.partyId })
  return { bank, open: shown.filter((p) => !over(p.state)), done: shown.filter((p) => over(p.state)) }
}
export type ShownPayment = Awaited<ReturnType<typeof paymentsPage>>['open'][number]
