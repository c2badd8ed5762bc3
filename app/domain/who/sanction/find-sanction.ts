import { eq } from 'drizzle-orm'
import { parties, sanctions } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../refusal.ts'

/** A sanction with the body it is about. */
export async function findSanction(db: Reader, id: string) {
  const [row] = await db
    .select({ sanction: sanctions, party: parties.name })
    .from(sanctions)
    .innerJoin(parties, eq(parties.id, sanctions.partyId))
    .where(eq(sanctions.id, id))
  if (!row) throw new Refusal('missing', 'sanction-missing')
  return { ...row.sanction, party: row.party }
}
export type SanctionFacts = Awaited<ReturnType<typeof findSanction>>

/** 在期限内: where it stands by its dates on a day. */
export const forceOf = (
  { state, from, to, liftedOn }: Pick<SanctionFacts, 'state' | 'from' | 'to' | 'liftedOn'>,
  date: string,
): 'none' | 'in_force' | 'expired' | 'lifted' => {
  if (!from || !to || date < from || (state !== 'decided' && state !== 'lifted')) return 'none'
  if (liftedOn && liftedOn <= date) return 'lifted'
  return date > to ? 'expired' : 'in_force'
}
