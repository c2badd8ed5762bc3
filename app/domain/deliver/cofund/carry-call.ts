import type { FundingProvider } from '#app/ports/payments/funding-provider.ts'
import type { providerCalls } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { findPayment, payeeOf } from '../payment/find-payment.ts'
import { ours } from './ask-provider.ts'
import { findGift } from './find-gift.ts'

type Call = typeof providerCalls.$inferSelect
type Answer = { ref: string; goTo: string | null }
const begun = async (asked: Promise<{ ref: string }>): Promise<Answer> => ({
  ref: (await asked).ref,
  goTo: null,
})

/** 采购人的合同款: the page a buyer pays one part on. */
async function openPayment(db: Reader, provider: FundingProvider, call: Call, origin: string) {
  const { id, milestone, milestoneId, contract } = await findPayment(db, call.paymentId!)
  const { ref, payAt } = await provider.open({
    ...{ key: call.callKey, contractId: contract.id, milestoneId, amount: call.amount!, currency: ours },
    ...{ purpose: 'purchase' as const, words: `${contract.refNo} ${milestone.title}` },
    returnTo: `${origin}/desk/payments/${id}`,
  })
  return { ref, goTo: payAt }
}
async function openGift(db: Reader, provider: FundingProvider, call: Call, origin: string): Promise<Answer> {
  const gift = await findGift(db, call.giftId!)
  const { ref, payAt } = await provider.open({
    ...{ key: call.callKey, contractId: gift.pot.contractId, milestoneId: gift.pot.milestoneId },
    ...{ amount: call.amount!, currency: ours, purpose: gift.kind, words: gift.pot.title },
    returnTo: `${origin}/gifts/${gift.id}`,
  })
  return { ref, goTo: payAt }
}

async function connect(provider: FundingProvider, call: Call, origin: string): Promise<Answer> {
  if (!provider.connect) throw new Error('provider-connects-nobody')
  const payeeId = call.partyId!
  const made = await provider.connect({ key: call.callKey, payeeId, returnTo: `${origin}/desk/cofund` })
  return { ref: made.ref, goTo: made.payAt }
}

/** Says one call to the provider, in its own words, under the key it was given when it was decided. */
export async function carryCall(
  db: Reader,
  provider: FundingProvider,
  call: Call,
  origin: string,
): Promise<Answer> {
  const { callKey: key, kind, reason } = call
  const openPage = call.paymentId ? openPayment : openGift
  if (kind === 'open') return openPage(db, provider, call, origin)
  if (kind === 'connect') return connect(provider, call, origin)
  const amount = call.amount!
  const fundingKey = call.paymentId ? `payment:${call.paymentId}` : `gift:${call.giftId}`
  if (kind === 'refund') return begun(provider.refund({ key, fundingKey, amount, reason: reason ?? '' }))
  if (kind === 'reverse') {
    if (!provider.reverse) throw new Error('provider-reverses-nothing')
    return begun(provider.reverse({ key, releaseKey: call.of!, amount }))
  }
  return begun(provider.release({ key, fundingKey, amount, ...(await payeeOfCall(db, call)) }))
}

/** Who is sent it, and for which part. */
async function payeeOfCall(db: Reader, { giftId, paymentId }: Call) {
  if (paymentId) {
    const { contract, milestoneId } = await findPayment(db, paymentId)
    return { contractId: contract.id, milestoneId, payeeId: (await payeeOf(db, contract)).id }
  }
  const { contractId, milestoneId, receiverId: payeeId } = (await findGift(db, giftId!)).pot
  return { contractId, milestoneId, payeeId }
}
