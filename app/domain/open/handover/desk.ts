import {
  and,
  asc,
  desc,
  eq,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  notExists,
  notInArray,
  or,
} from 'drizzle-orm'
import { handovers, parties, seats } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { addDays, dateOf, endOf, startOf } from '../../dates.ts'
import type { DeskItem } from '../../desk-item.ts'
import { dueOf } from '../../due.ts'
import { parameter } from '../../parameters.ts'
import { may } from '../../policy/index.ts'
import { sideOf } from '../../who/seat/posts.ts'
import { cardsOf, mattersOfPost } from './matters-of-post.ts'

const beside = { chapter: null, kind: 'act' as const }

/** Handovers that wait for whoever follows, and his own that wait for another. */
async function underWay(db: Reader, ctx: Context, personId: string): Promise<DeskItem[]> {
  const rows = await db
    .select({ one: handovers, party: parties.name })
    .from(handovers)
    .innerJoin(parties, eq(parties.id, handovers.partyId))
    .where(and(eq(handovers.state, 'signed'), eq(handovers.toId, personId)))
    .orderBy(asc(handovers.signedAt))
  return Promise.all(
    rows
      .filter(({ one }) => one.role === ctx.actor.seat?.role && one.partyId === ctx.actor.seat.partyId)
      .map(async ({ one, party }) => ({
        ...{ ...beside, key: 'handover.receive', params: { n: one.matters.length }, matter: party },
        ...{ since: one.signedAt, link: `/desk/handovers/${one.id}` },
        due: await dueOf(db, ctx, 'HANDOVER', dateOf(one.signedAt)),
      })),
  )
}

const unsigned = (db: Reader) =>
  notExists(
    db
      .select({ id: handovers.id })
      .from(handovers)
      .where(and(eq(handovers.seatId, seats.id), inArray(handovers.state, ['signed', 'received']))),
  )

/** A seat that ends soon is handed over before its last day is out. */
async function endingSoon(db: Reader, ctx: Context, seatId: string): Promise<DeskItem[]> {
  const today = dateOf(ctx.clock.now())
  const { value, source, mark } = await parameter(db, 'HANDOVER', today)
  const [own] = await db
    .select({ to: seats.to, party: parties.name })
    .from(seats)
    .innerJoin(parties, eq(parties.id, seats.partyId))
    .where(and(eq(seats.id, seatId), lte(seats.to, addDays(today, value)), unsigned(db)))
  if (!own?.to) return []
  const due = { at: endOf(own.to), source, mark: mark as 'reference' }
  const since = startOf(addDays(own.to, -value))
  const link = `/desk/seats/${seatId}`
  return [{ ...beside, key: 'handover.sign', matter: own.party, due, since, link }]
}

/** Seats that ran out by their own date with nothing signed: the last holder of each post, as far back as twenty. */
const ranOut = (db: Reader, today: string) =>
  db
    .select({ seat: seats, party: parties.name })
    .from(seats)
    .innerJoin(parties, eq(parties.id, seats.partyId))
    .where(
      and(
        lt(seats.to, today),
        isNull(seats.withdrawnBy),
        notInArray(seats.role, ['resident', 'family_agent']),
        unsigned(db),
      ),
    )
    .orderBy(desc(seats.to), asc(seats.id))
    .limit(20)

/** What was left open at a post is on the desk of who appoints to it, until he has signed it over. */
async function leftOpen(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const items: DeskItem[] = []
  for (const { seat, party } of await ranOut(db, dateOf(ctx.clock.now()))) {
    const of = { ...seat, roleSide: sideOf(seat.role), firstSigner: false }
    if (!may(ctx.actor, 'handover.sign_for', of)) continue
    const { length: n } = await mattersOfPost(db, ctx, seat)
    if (n === 0) continue
    items.push({
      ...{ ...beside, key: 'handover.sign_for', params: { n }, matter: party },
      ...{ since: endOf(seat.to!), link: `/desk/seats/${seat.id}` },
      due: await dueOf(db, ctx, 'HANDOVER', seat.to!),
    })
  }
  return items
}

/** A running contract's card that still names somebody who has handed over his post: another is to be named there. */
async function cardsLeft(db: Reader, partyId: string): Promise<DeskItem[]> {
  const gone = await db
    .selectDistinct({ personId: handovers.fromId })
    .from(handovers)
    .where(
      and(
        ...[eq(handovers.partyId, partyId), eq(handovers.role, 'social_worker')],
        or(eq(handovers.state, 'received'), and(eq(handovers.state, 'signed'), isNotNull(handovers.ground))),
      ),
    )
  const left = await Promise.all(gone.map(({ personId }) => cardsOf(db, personId, partyId)))
  return left.flat().map(({ id, title, since }) => ({
    ...{ ...beside, key: 'handover.card', matter: title, due: null, since },
    link: `/work/${id}/changes/new`,
  }))
}

/** What a post changes hands with: to sign over, to take over, to sign for one who is gone. */
export async function deskOfHandover(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const { seat, personId } = ctx.actor
  if (!seat || !personId || seat.role === 'resident' || seat.role === 'family_agent') return []
  const appoints = seat.role === 'system_admin' || seat.role === 'org_signer'
  return [
    ...(await underWay(db, ctx, personId)),
    ...(await endingSoon(db, ctx, seat.id)),
    ...(appoints ? await leftOpen(db, ctx) : []),
    ...(seat.role === 'org_signer' || seat.role === 'org_editor' ? await cardsLeft(db, seat.partyId) : []),
  ]
}
