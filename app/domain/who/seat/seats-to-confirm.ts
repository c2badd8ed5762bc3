import { and, asc, eq, gte, isNull, or, sql } from 'drizzle-orm'
import { parties, persons, seats } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import type { DeskItem } from '../../desk-item.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'

const granter = sql<string | null>`(select p.name from person p where p.id = ${seats.grantedBy})`
/** Seats that wait for a second person, the longest waiting first; a hundred at a time. */
const waiting = (db: Reader, today: string, id?: string) =>
  db
    .select({
      id: seats.id,
      role: seats.role,
      from: seats.from,
      to: seats.to,
      ground: seats.ground,
      since: seats.createdAt,
      by: granter,
      name: persons.name,
      party: parties.name,
    })
    .from(seats)
    .innerJoin(persons, eq(persons.id, seats.personId))
    .innerJoin(parties, eq(parties.id, seats.partyId))
    .where(
      and(
        id ? eq(seats.id, id) : undefined,
        eq(seats.awaits, true),
        isNull(seats.confirmedAt),
        or(isNull(seats.to), gte(seats.to, today)),
      ),
    )
    .orderBy(asc(seats.createdAt), asc(seats.id))
    .limit(100)

/** What the security auditor weighs: who was seated where, by whom, on what ground. */
export async function seatsToConfirm({ db, actor, clock }: Context) {
  authorize(actor, 'seat.weigh', {})
  return waiting(db, dateOf(clock.now()))
}
export async function seatToConfirm({ db, actor, clock }: Context, seatId: string) {
  authorize(actor, 'seat.weigh', {})
  const [seat] = await waiting(db, dateOf(clock.now()), seatId)
  if (!seat) throw new Refusal('missing', 'seat-does-not-wait')
  return seat
}

/** A seat that waits is one matter on the security auditor's desk. */
export async function deskOfSeat(db: Reader, { actor, clock }: Context): Promise<DeskItem[]> {
  if (actor.seat?.role !== 'security_auditor') return []
  const rows = await waiting(db, dateOf(clock.now()))
  return rows.map(({ id, name, party, since }) => ({
    key: 'seat.confirm',
    matter: `${party} ${name}`,
    chapter: null,
    due: null,
    since,
    link: `/desk/confirmations/${id}`,
    kind: 'act',
  }))
}
