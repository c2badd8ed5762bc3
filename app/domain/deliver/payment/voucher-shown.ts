import type { PaymentFacts, Voucher } from './find-payment.ts'

/** When the voucher that lives was registered; one that the bank sent back stands among the vouchers, not among the steps. */
export const sentAt = ({ state, submittedAt }: PaymentFacts) =>
  state === 'submitted' || state === 'paid' ? submittedAt : null

/** What anyone may read of a voucher. */
export const printedOf = ({ year, no, dated, kind, returnedAt, returnReason }: Voucher) => ({
  ...{ year, no, dated, kind, returnedAt, returnReason },
})
/** What stands on it for those alone who check and pay. */
export const paperOf = ({ id, payerTail, accountTail, scanFileId, scanHash }: Voucher) => ({
  payerTail,
  payeeTail: accountTail,
  scan: scanFileId && scanHash ? { id, hash: scanHash } : null,
})
