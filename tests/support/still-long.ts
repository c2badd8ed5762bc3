/** Functions that are longer than they should be, and how long each may be: this list only shrinks. */
export const stillLong: Readonly<Record<string, number>> = {
  'app/domain/deliver/payment/verify-ledger.ts contractHolds': 34,
}
