import { eq } from 'drizzle-orm'
import { parties } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { signsAbove, streetLimit } from '../approval-limit.ts'
import { type Asked, judgeDelegation } from './find-delegation.ts'

type Buyer = { kind: string; placeId: string | null }
const nameOf = async (db: Reader, id: string) => {
  const [party] = await db.select({ name: parties.name }).from(parties).where(eq(parties.id, id))
  return party?.name ?? ''
}

/** 谁批、为什么: the committee within what was delegated, the street within its limit, the district above it. */
export async function approvalLevel(
  db: Reader,
  asked: Asked & { createdAt: Date },
  buyer: Buyer,
  today: string,
) {
  if (buyer.kind !== 'street_office') return null
  const over = await signsAbove(db, asked, buyer)
  const { limit, source } = await streetLimit(db, today)
  if (over) return { kind: 'district' as const, limit: over.limit, source }
  const { delegation, why, left } = await judgeDelegation(db, asked, today)
  if (!delegation) return { kind: 'street' as const, why, limit, source, bounds: null }
  const { perPurchase, perYear, source: ground } = delegation
  const committee = await nameOf(db, delegation.committeeId)
  const bounds = { committee, perPurchase, perYear, left: left!, source: ground }
  if (why) return { kind: 'street' as const, why, limit, source, bounds }
  return { kind: 'delegate' as const, ...bounds }
}
export type ApprovalLevel = NonNullable<Awaited<ReturnType<typeof approvalLevel>>>
