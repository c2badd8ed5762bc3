/** 可以补正的: what is missing or unclear of who the bidder is; nothing of the price and nothing that is scored. */
export const supplementItems = [
  'registration',
  'authorisation',
  'signature',
  'tax_record',
  'credit_record',
  'readable_copy',
] as const
export type SupplementItem = (typeof supplementItems)[number]
