import type { FundingProvider } from '#app/ports/payments/funding-provider.ts'
import type { providerCalls } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { ours } from './ask-provider.ts'
import { findGift } from './find-gift.ts'

type Call = typeof providerCalls.$inferSelect
type Answer = { ref: string; goTo: string | null }
const begun = async (asked: Promise<{ ref: string }>): Promise<Answer> => ({
  ref: (await asked).ref,
  goTo: null,
})

async function open(db: Reader, provider: FundingProvider, call: Call, origin: string): Promise<Answer> {
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
  if (kind === 'open') return open(db, provider, call, origin)
  if (kind === 'connect') return connect(provider, call, origin)
  const amount = call.amount!
  const fundingKey = `gift:${call.giftId}`
  if (kind === 'refund') return begun(provider.refund({ key, fundingKey, amount, reason: reason ?? '' }))
  if (kind === 'reverse') {
    if (!provider.reverse) throw new Error('provider-reverses-nothing')
    return begun(provider.reverse({ key, releaseKey: call.of!, amount }))
  }
  const { pot } = await findGift(db, call.giftId!)
  const { contractId, milestoneId, receiverId: payeeId } = pot
  return begun(provider.release({ key, fundingKey, contractId, milestoneId, payeeId, amount }))
}
