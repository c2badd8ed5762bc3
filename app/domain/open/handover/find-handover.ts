import { and, desc, eq, gte, isNull, ne, or } from 'drizzle-orm'
import { handovers, parties, persons, seats } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../refusal.ts'
import { sideOf } from '../../who/seat/posts.ts'

export type Handover = typeof handovers.$inferSelect

/** One seat with whose it is and where: the post that is handed over. */
export async function findPost(db: Reader, seatId: string) {
  const [found] = await db
    .select({ seat: seats, name: persons.name, party: parties.name, partyEn: parties.nameEn })
    .from(seats)
    .innerJoin(persons, eq(persons.id, seats.personId))
    .innerJoin(parties, eq(parties.id, seats.partyId))
    .where(eq(seats.id, seatId))
  if (!found) throw new Refusal('missing', 'seat')
  const { seat, ...names } = found
  return { ...seat, ...names, roleSide: sideOf(seat.role), firstSigner: false }
}
export type Post = Pick<Awaited<ReturnType<typeof findPost>>, 'id' | 'role' | 'partyId' | 'personId'>

/** Nobody hands over that he lives somewhere, or whose daughter he is. */
export const isPost = ({ role }: Pick<Post, 'role'>) => role !== 'resident' && role !== 'family_agent'

export async function findHandover(db: Reader, id: string): Promise<Handover> {
  const [found] = await db.select().from(handovers).where(eq(handovers.id, id))
  if (!found) throw new Refusal('missing', 'handover-missing')
  return found
}

/** What the policy asks about a handover. */
export const subjectOf = (was: Handover) => ({ ...was, roleSide: sideOf(was.role) })

/** The handover of a seat that stands: the last one that was not given back. */
export async function standingHandover(db: Reader, seatId: string): Promise<Handover | null> {
  const [found] = await db
    .select()
    .from(handovers)
    .where(and(eq(handovers.seatId, seatId), ne(handovers.state, 'returned')))
    .orderBy(desc(handovers.signedAt))
    .limit(1)
  return found ?? null
}

/** Whether somebody else answers for what the post has open: he took it over, or who appoints named him for one who is gone. */
export const isHandedOver = (one: Handover | null) =>
  one !== null && (one.state === 'received' || one.signedBy !== one.fromId)

/** Who may follow: others seated in the same post at the same body whose seat has not ended, confirmed or about to be. */
export const successorsOf = (db: Reader, { role, partyId, personId }: Post, today: string) =>
  db
    .selectDistinct({ id: persons.id, name: persons.name })
    .from(seats)
    .innerJoin(persons, eq(persons.id, seats.personId))
    .where(
      and(
        eq(seats.role, role),
        eq(seats.partyId, partyId),
        ne(seats.personId, personId),
        or(isNull(seats.to), gte(seats.to, today)),
      ),
    )
    .orderBy(persons.name)
