import type { Reader } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { dateOf } from '../../../dates.ts'
import { parameter } from '../../../parameters.ts'
import { Refusal } from '../../../refusal.ts'
import { mustBeLawful } from '../../../treasury/lawful-provider.ts'
import { providerOf } from '../../cofund/ask-provider.ts'
import { readyAccount } from '../../cofund/release-gift.ts'
import { type PaymentFacts, payeeOf } from '../find-payment.ts'

/** Whether a buyer of this place may pay a contract through an online provider at all: a figure the place sets (nought: no). */
const isOnHere = async (db: Reader, today: string) =>
  (await parameter(db, 'BUYER_ONLINE_PAY', today)).value > 0

/**
 * Refuses to send a payment out online: where the place does not allow it, where the money is fiscal (国库集中支付), where
 * the sum is over what the provider takes at once, where the payee has no account there. Says which provider it is.
 */
export async function mayGoOnline(db: Reader, ctx: Context, was: PaymentFacts): Promise<string> {
  const today = dateOf(ctx.clock.now())
  if (!(await isOnHere(db, today))) throw new Refusal('forbidden', 'online-pay-not-here')
  const provider = providerOf(ctx)
  await mustBeLawful(db, was.contract.lineId, ctx.funding!, today)
  const { most } = ctx.funding!
  if (most !== null && was.amount > most) throw new Refusal('conflict', 'online-pay-too-much')
  const payee = await payeeOf(db, was.contract)
  if (!(await readyAccount(db, provider, payee.id))) throw new Refusal('conflict', 'payee-not-connected')
  return provider
}
