import { sha256 } from '#app/ports/vault.ts'
import { Refusal } from '../../refusal.ts'
import type { PaymentFacts } from './find-payment.ts'

/** 支付申请表 as it is signed: sha256 of everything on it that may not change between its signatures. */
export const applicationHash = ({ refNo, contract, milestoneId, amount, ...p }: PaymentFacts) =>
  sha256(
    JSON.stringify([
      ...[refNo, contract.refNo, contract.buyerId, milestoneId, amount],
      ...[p.payeeName, p.accountTail, p.invoiceNo, p.invoiceHash],
    ]),
  )

/** Refuses a signature under another application than the one that was signed before. */
export function mustBeAsSigned(was: PaymentFacts) {
  if (was.applicationHash !== null && was.applicationHash !== applicationHash(was))
    throw new Refusal('conflict', 'application-changed')
}
