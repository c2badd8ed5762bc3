import { and, eq } from 'drizzle-orm'
import { parties, persons, seats } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { addDays, dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import type { GrantSeat } from './forms.ts'
import { areApart, isPostAt, sideOf } from './posts.ts'

/** A seat that has not ended when the new one begins, and has begun when it ends, stands beside it. */
async function compatible(tx: Tx, { personId, role, from, to }: GrantSeat) {
  const held = await tx.select().from(seats).where(eq(seats.personId, personId))
  const clash = held.find((h) => (!h.to || h.to >= from) && (!to || h.from <= to) && areApart(role, h.role))
  if (clash) throw new Refusal('conflict', 'posts-incompatible', { role, held: clash.role })
}

/** Whether a body has nobody yet who could seat its people: only then does the administrator name its first signer. */
async function isFirstSigner(tx: Tx, { role, partyId, from }: GrantSeat) {
  if (role !== 'org_signer') return false
  const signers = await tx
    .select({ to: seats.to })
    .from(seats)
    .where(and(eq(seats.partyId, partyId), eq(seats.role, 'org_signer')))
  return signers.every(({ to }) => to !== null && to < from)
}

/** Gives a person a seat (任职), with its ground, by the office that may. */
export const grantSeat = (ctx: Context, input: GrantSeat) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'seat.grant', {
      roleSide: sideOf(input.role),
      partyId: input.partyId,
      personId: input.personId,
      firstSigner: await isFirstSigner(tx, input),
    })
    const [person] = await tx.select({ id: persons.id }).from(persons).where(eq(persons.id, input.personId))
    const [party] = await tx
      .select({ id: parties.id, name: parties.name, kind: parties.kind })
      .from(parties)
      .where(eq(parties.id, input.partyId))
    if (!person || !party) throw new Refusal('missing', person ? 'party' : 'person')
    if (!isPostAt(input.role, party.kind)) throw new Refusal('invalid', 'no-such-post-here')
    if (input.to && input.to < input.from) throw new Refusal('invalid', 'ends-before-it-begins')
    await compatible(tx, input)
    const [seat] = await tx
      .insert(seats)
      .values({ ...input, to: input.to ?? null, grantedBy: ctx.actor.personId, createdAt: ctx.clock.now() })
      .returning({ id: seats.id })
    await notify(tx, ctx, { personId: input.personId }, 'seat-granted', '/me', { party: party.name })
    await record(
      tx,
      ctx,
      'seat.grant',
      { subject: seat!.id },
      { role: input.role, partyId: input.partyId, ground: input.ground },
    )
    return { seatId: seat!.id }
  })

/** Ends a seat from today on; what its holder did stays on record. */
export const withdrawSeat = (ctx: Context, { seatId, ground }: { seatId: string; ground: string }) =>
  ctx.transact(async (tx) => {
    const [seat] = await tx.select().from(seats).where(eq(seats.id, seatId))
    if (!seat) throw new Refusal('missing', 'seat')
    authorize(ctx.actor, 'seat.withdraw', {
      roleSide: sideOf(seat.role),
      partyId: seat.partyId,
      personId: seat.personId,
      firstSigner: false,
    })
    const today = dateOf(ctx.clock.now())
    if (seat.to && seat.to < today) throw new Refusal('conflict', 'seat-already-ended')
    await tx
      .update(seats)
      .set({ to: addDays(today, -1), withdrawnBy: ctx.actor.personId })
      .where(eq(seats.id, seatId))
    const [party] = await tx.select({ name: parties.name }).from(parties).where(eq(parties.id, seat.partyId))
    const told = { party: party?.name ?? '' }
    await notify(tx, ctx, { personId: seat.personId }, 'seat-withdrawn', '/me', told)
    await record(tx, ctx, 'seat.withdraw', { subject: seatId }, { role: seat.role, ground })
    return { seatId }
  })
