import { and, count, eq } from 'drizzle-orm'
import { providerCalls } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import type { Fen } from '../../money.ts'
import { Refusal } from '../../refusal.ts'

type Call = typeof providerCalls.$inferSelect
/** What a call is about: a gift, or a buyer's payment of a part of a contract. */
type About = { giftId: string; paymentId?: undefined } | { paymentId: string; giftId?: undefined }
type Wanted = Pick<Call, 'kind'> &
  About & {
    provider: string
    amount: Fen
    of?: string | null
    reason?: string | null
  }

/** The currency the books are kept in: what is paid in another is not taken. */
export const ours = 'CNY'

/** Which provider serves here; none: nothing is asked of anybody. */
export function providerOf({ funding }: Context): string {
  if (!funding) throw new Refusal('conflict', 'no-online-provider')
  if (!funding.currencies.includes(ours))
    throw new Refusal('conflict', 'provider-other-currency', { currency: funding.currencies.join(' ') })
  return funding.code
}

const isAbout = ({ giftId, paymentId }: About) =>
  giftId ? eq(providerCalls.giftId, giftId) : eq(providerCalls.paymentId, paymentId!)

/** What was asked of the provider for a gift or a payment, the oldest first. */
export const callsOf = (db: Reader, about: About): Promise<Call[]> =>
  db.select().from(providerCalls).where(isAbout(about)).orderBy(providerCalls.createdAt, providerCalls.id)

/** Writes down what is to be asked, under a key that every retry keeps; a worker asks after the commit. */
export async function askProvider(tx: Tx, ctx: Context, { kind, ...call }: Wanted) {
  const mine = and(isAbout(call), eq(providerCalls.kind, kind))
  const [{ n } = { n: 0 }] = await tx.select({ n: count() }).from(providerCalls).where(mine)
  const group = call.giftId ? `gift:${call.giftId}` : `payment:${call.paymentId}`
  const callKey = `${group}:${kind}:${n + 1}`
  const state = 'waiting' as const
  await tx.insert(providerCalls).values({ ...call, kind, callKey, state, createdAt: ctx.clock.now() })
  return callKey
}
