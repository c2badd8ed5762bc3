import type { Voucher } from './find-payment.ts'

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
