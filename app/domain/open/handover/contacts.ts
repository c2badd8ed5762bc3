import { and, desc, eq, inArray } from 'drizzle-orm'
import { handovers, parties, persons, seats } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Role } from '#db/vocabulary.ts'
import { bodiesAround } from '../../deliver/contract/bodies-around.ts'
import { counts } from '../../who/seat/counts.ts'

/** Posts that a resident turns to about a project. */
const posts: readonly Role[] = ['committee_clerk', 'station_clerk', 'street_handler', 'district_handler']

type Around = { plan: { id: string; buyerId: string }; contract: { state: string } | null }

const taken = (db: Reader, bodies: readonly string[]) =>
  db
    .select({
      seatId: handovers.seatId,
      partyId: handovers.partyId,
      role: handovers.role,
      toId: handovers.toId,
      at: handovers.receivedAt,
    })
    .from(handovers)
    .where(and(inArray(handovers.partyId, [...bodies]), eq(handovers.state, 'received')))
    .orderBy(desc(handovers.receivedAt))

/** 找谁: who holds those posts today, by surname and title, and since when he has taken over from another; who handed over is asked no more. */
export async function contactsOf(db: Reader, { plan, contract }: Around, today: string) {
  if (contract?.state === 'completed' || contract?.state === 'terminated') return []
  const { committeeIds, stationIds } = await bodiesAround(db, plan.id, plan.buyerId)
  const bodies = [...committeeIds, ...stationIds, plan.buyerId]
  const held = await db
    .select({
      seatId: seats.id,
      personId: persons.id,
      name: persons.name,
      role: seats.role,
      partyId: parties.id,
      party: parties.name,
    })
    .from(seats)
    .innerJoin(persons, eq(persons.id, seats.personId))
    .innerJoin(parties, eq(parties.id, seats.partyId))
    .where(and(inArray(seats.partyId, bodies), inArray(seats.role, [...posts]), counts(today)))
    .orderBy(seats.from, seats.id)
  const over = await taken(db, bodies)
  const order = (role: Role) => posts.indexOf(role)
  return held
    .filter(({ seatId }) => !over.some((h) => h.seatId === seatId))
    .map(({ personId, name, role, partyId, party }) => ({
      ...{ name, role, party },
      since: over.find((h) => h.toId === personId && h.role === role && h.partyId === partyId)?.at ?? null,
    }))
    .sort((a, b) => order(a.role) - order(b.role))
}
export type Contact = Awaited<ReturnType<typeof contactsOf>>[number]
