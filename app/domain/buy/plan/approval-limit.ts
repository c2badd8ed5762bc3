import { and, eq } from 'drizzle-orm'
import { parties, places } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { dateOf } from '../../dates.ts'
import { type Fen, fen } from '../../money.ts'
import { parameter } from '../../parameters.ts'

/** The office of the district over a street office. */
async function officeOver(db: Reader, streetPlaceId: string | null) {
  const [over] = await db
    .select({ id: parties.id })
    .from(places)
    .innerJoin(parties, and(eq(parties.placeId, places.parentId), eq(parties.kind, 'district_office')))
    .where(eq(places.id, streetPlaceId ?? ''))
    .orderBy(parties.id)
    .limit(1)
  return over?.id ?? null
}

/** 审批权限: up to which sum (分) a street's own signatures are enough on a day, and by what rule. */
export async function streetLimit(db: Reader, on: string) {
  const { value, source } = await parameter(db, 'STREET_APPROVES_MAX', on)
  return { limit: fen(value), source }
}

type Begun = { amount: Fen; createdAt: Date }
type Buyer = { kind: string; placeId: string | null }
/** Who signs last a plan of more than a street may approve, by the limit it began under; null: the buyer itself does. */
export async function signsAbove(db: Reader, { amount, createdAt }: Begun, { kind, placeId }: Buyer) {
  if (kind !== 'street_office') return null
  const { limit } = await streetLimit(db, dateOf(createdAt))
  if (amount <= limit) return null
  const id = await officeOver(db, placeId)
  return id ? { id, limit } : null
}
