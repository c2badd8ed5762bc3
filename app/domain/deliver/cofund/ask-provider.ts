import { and, count, eq } from 'drizzle-orm'
import { providerCalls } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import type { Fen } from '../../money.ts'
import { Refusal } from '../../refusal.ts'

type Call = typeof providerCalls.$inferSelect
type Wanted = Pick<Call, 'kind'> & {
  provider: string
  giftId: string
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

/** What was asked of the provider for a gift, the oldest first. */
export const callsOf = (db: Reader, giftId: string): Promise<Call[]> =>
  db
    .select()
    .from(providerCalls)
    .where(eq(providerCalls.giftId, giftId))
    .orderBy(providerCalls.createdAt, providerCalls.id)

/** Writes down what is to be asked, under a key that every retry keeps; a worker asks after the commit. */
export async function askProvider(tx: Tx, ctx: Context, { giftId, kind, ...call }: Wanted) {
  const mine = and(eq(providerCalls.giftId, giftId), eq(providerCalls.kind, kind))
  const [{ n } = { n: 0 }] = await tx.select({ n: count() }).from(providerCalls).where(mine)
  const callKey = `gift:${giftId}:${kind}:${n + 1}`
  const state = 'waiting' as const
  await tx.insert(providerCalls).values({ ...call, giftId, kind, callKey, state, createdAt: ctx.clock.now() })
  return callKey
}
