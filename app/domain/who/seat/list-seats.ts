import { and, asc, eq, inArray, like, or, sql } from 'drizzle-orm'
import { parties, persons, seats } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Role } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { may } from '../../policy/index.ts'
import { sideOf } from './posts.ts'

const shape = {
  id: seats.id,
  role: seats.role,
  from: seats.from,
  to: seats.to,
  ground: seats.ground,
  grantedBy: seats.grantedBy,
  personId: persons.id,
  name: persons.name,
  partyId: parties.id,
  party: parties.name,
  awaits: sql<boolean>`${seats.awaits} and ${seats.confirmedAt} is null`.mapWith(Boolean),
  keyless: sql<boolean>`${persons.passwordHash} is null`.mapWith(Boolean),
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number]
const rowsOf = (db: Reader, words: string, partyId: string | null) => {
  const found = or(like(persons.name, `%${words}%`), like(parties.name, `%${words}%`))
  return db
    .select(shape)
    .from(seats)
    .innerJoin(persons, eq(persons.id, seats.personId))
    .innerJoin(parties, eq(parties.id, seats.partyId))
    .where(partyId ? and(eq(parties.id, partyId), found) : found)
    .orderBy(asc(parties.name), asc(seats.role))
    .limit(100)
}
const isPost = (role: Role) => role !== 'resident' && role !== 'family_agent'
/** Of a seat: whether its holder may be handed the word for a first key, and whether it may be ended, by who reads the list. */
function actsOn({ actor, clock }: Context, { role, partyId, personId, grantedBy, to, keyless }: Row) {
  const firstSigner = role === 'org_signer' && grantedBy === actor.personId
  const of = { roleSide: sideOf(role), partyId, personId, firstSigner }
  const over = to !== null && to < dateOf(clock.now())
  const enrol = keyless && !over && role !== 'resident' && may(actor, 'seat.enrol', of)
  return {
    enrol,
    renew: !enrol && !over && isPost(role) && may(actor, 'seat.renew_key', { ...of, elsewhere: false }),
    withdraw: !over && may(actor, 'seat.withdraw', of),
    handOver: isPost(role) && may(actor, 'handover.sign_for', of),
  }
}

/** Seats whose holder or body bears these words, at most a hundred, each with what the reader may do with it. */
export async function listSeats(ctx: Context, words: string, partyId: string | null) {
  const rows = await rowsOf(ctx.db, words, partyId)
  return rows.map((seat) => ({ ...seat, may: actsOn(ctx, seat) }))
}

const heldAt = (db: Reader, partyId: string) =>
  db.select({ id: seats.personId }).from(seats).where(eq(seats.partyId, partyId))

/** Whom and where a new seat can be; a body that seats its own is shown its own people and no others. */
export async function seatChoices(db: Reader, partyId: string | null) {
  const people = await db
    .select({ id: persons.id, name: persons.name, tail: persons.phoneTail })
    .from(persons)
    .where(partyId ? inArray(persons.id, heldAt(db, partyId)) : undefined)
    .orderBy(asc(persons.name))
    .limit(500)
  const bodies = await db
    .select({ id: parties.id, name: parties.name })
    .from(parties)
    .where(partyId ? eq(parties.id, partyId) : undefined)
    .orderBy(asc(parties.name))
  return { people, bodies }
}
