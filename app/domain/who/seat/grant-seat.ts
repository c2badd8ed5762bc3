import { and, eq } from 'drizzle-orm'
import { parties, persons, seats } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Role } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import type { GrantSeat } from './forms.ts'
import { areApart, isPostAt, needsSecond, sideOf } from './posts.ts'

/** A seat that has not ended when the new one begins, and has begun when it ends, stands beside it. */
async function compatible(tx: Tx, { personId, role, from, to }: GrantSeat) {
  const held = await tx.select().from(seats).where(eq(seats.personId, personId))
  const clash = held.find((h) => (!h.to || h.to >= from) && (!to || h.from <= to) && areApart(role, h.role))
  if (clash) throw new Refusal('conflict', 'posts-incompatible', { role, held: clash.role })
}

type Beginning = Pick<GrantSeat, 'role' | 'partyId' | 'from'> & { personId: string | null }
/** Whether a body has nobody yet who could seat its people: only then does the administrator name its first signer. */
async function isFirstSigner(tx: Reader, { role, partyId, from }: Beginning) {
  if (role !== 'org_signer') return false
  const signers = await tx
    .select({ to: seats.to })
    .from(seats)
    .where(and(eq(seats.partyId, partyId), eq(seats.role, 'org_signer')))
  return signers.every(({ to }) => to !== null && to < from)
}

/** A second person confirms every post that decides or watches; the first who could is himself confirmed by nobody. */
async function awaitsSecond(tx: Tx, role: Role) {
  if (!needsSecond(role)) return false
  return role !== 'security_auditor' || (await tx.$count(seats, eq(seats.role, 'security_auditor'))) > 0
}

/** The body the seat is at; refuses what cannot be a seat there. */
async function mustStand(tx: Tx, input: GrantSeat) {
  const [person] = await tx
    .select({ key: persons.passwordHash })
    .from(persons)
    .where(eq(persons.id, input.personId))
  const [party] = await tx
    .select({ name: parties.name, kind: parties.kind })
    .from(parties)
    .where(eq(parties.id, input.partyId))
  if (!person || !party) throw new Refusal('missing', person ? 'party' : 'person')
  if (!isPostAt(input.role, party.kind)) throw new Refusal('invalid', 'no-such-post-here')
  if (input.to && input.to < input.from) throw new Refusal('invalid', 'ends-before-it-begins')
  await compatible(tx, input)
  return { name: party.name, hasKey: person.key !== null }
}

/** Who gives a seat may: asked before anything is said about whoever is to have it. */
export async function mustGrant(db: Reader, { actor }: Context, input: Beginning) {
  const { role, partyId, personId } = input
  const firstSigner = await isFirstSigner(db, input)
  authorize(actor, 'seat.grant', { roleSide: sideOf(role), partyId, personId: personId ?? '', firstSigner })
}

/** Gives a person a seat (任职), with its ground, by the office that may; a post of an office waits for a second person. */
export const grantSeat = (ctx: Context, input: GrantSeat) =>
  ctx.transact(async (tx) => {
    await mustGrant(tx, ctx, input)
    const { name, hasKey } = await mustStand(tx, input)
    const awaits = await awaitsSecond(tx, input.role)
    const given = { to: input.to ?? null, awaits, grantedBy: ctx.actor.personId, createdAt: ctx.clock.now() }
    const [seat] = await tx
      .insert(seats)
      .values({ ...input, ...given })
      .returning({ id: seats.id })
    if (!awaits) await notify(tx, ctx, { personId: input.personId }, 'seat-granted', '/me', { party: name })
    const { role, partyId, ground } = input
    await record(tx, ctx, 'seat.grant', { subject: seat!.id }, { role, partyId, ground, awaits })
    return { seatId: seat!.id, needsWord: role !== 'resident' && !hasKey }
  })
