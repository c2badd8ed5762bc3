import { and, eq } from 'drizzle-orm'
import { parties, persons, seats } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Role } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { addDays, dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import type { GrantSeat } from './forms.ts'

const organisationRoles: readonly Role[] = ['org_editor', 'org_signer', 'social_worker']
export const sideOf = (role: Role) =>
  (organisationRoles.includes(role) ? 'organisation' : 'office') as 'organisation' | 'office'
/** 三权分立: posts no one may hold beside each other. */
const incompatible: ReadonlyArray<readonly [Role, Role]> = [
  ['system_admin', 'security_auditor'],
  ['system_admin', 'street_approver'],
  ['system_admin', 'district_approver'],
  ['security_auditor', 'street_approver'],
  ['security_auditor', 'district_approver'],
  ['street_handler', 'street_acceptor'],
  ['street_handler', 'street_finance'],
  ['street_handler', 'street_approver'],
  ['district_handler', 'district_acceptor'],
  ['district_handler', 'district_finance'],
  ['district_handler', 'district_approver'],
  ['committee_director', 'supervision_member'],
  ['committee_clerk', 'supervision_member'],
]

async function compatible(tx: Tx, personId: string, role: Role) {
  const held = await tx
    .select({ role: seats.role, to: seats.to })
    .from(seats)
    .where(eq(seats.personId, personId))
  const clash = held.find(
    (h) =>
      !h.to && incompatible.some((pair) => pair.includes(role) && pair.includes(h.role) && role !== h.role),
  )
  if (clash) throw new Refusal('conflict', 'posts-incompatible', { role, held: clash.role })
}

/** Gives a person a seat (任职), with its ground, by the office that may. */
export const grantSeat = (ctx: Context, input: GrantSeat) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'seat.grant', {
      roleSide: sideOf(input.role),
      partyId: input.partyId,
      personId: input.personId,
    })
    const [person] = await tx.select({ id: persons.id }).from(persons).where(eq(persons.id, input.personId))
    const [party] = await tx
      .select({ id: parties.id, name: parties.name })
      .from(parties)
      .where(eq(parties.id, input.partyId))
    if (!person || !party) throw new Refusal('missing', person ? 'party' : 'person')
    if (input.to && input.to < input.from) throw new Refusal('invalid', 'ends-before-it-begins')
    await compatible(tx, input.personId, input.role)
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
    })
    const yesterday = addDays(dateOf(ctx.clock.now()), -1)
    await tx
      .update(seats)
      .set({ to: yesterday, withdrawnBy: ctx.actor.personId })
      .where(and(eq(seats.id, seatId)))
    await record(tx, ctx, 'seat.withdraw', { subject: seatId }, { role: seat.role, ground })
    return { seatId }
  })
