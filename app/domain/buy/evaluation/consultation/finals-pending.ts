import { Refusal } from '../../../refusal.ts'

type Round = { openedAt: Date | null; finalsOpenedAt: Date | null; method: { finalOffers: boolean } }
/** 最后报价还没开: what counts as the price is not known yet, and the first prices are nobody's business but the panel's (政府采购法 第三十八条). */
export const finalsPending = ({ openedAt, finalsOpenedAt, method }: Round) =>
  method.finalOffers && openedAt !== null && finalsOpenedAt === null

export function refuseFinalsPending(call: Round) {
  if (finalsPending(call)) throw new Refusal('conflict', 'final-offers-first')
}
