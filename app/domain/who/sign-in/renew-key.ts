import { and, eq, inArray, isNull, ne, notInArray } from 'drizzle-orm'
import { z } from 'zod'
import { persons, seats, sessions } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { counts } from '../seat/counts.ts'
import { sideOf } from '../seat/posts.ts'
import { handWord } from './enrol.ts'

export const renewKeyForm = z
  .object({ ground: z.string({ error: 'form.ground' }).trim().min(2, 'form.ground').max(200, 'form.long') })
  .strict()

/** Whether a person holds a post at another body too: only who appoints for offices may then take his key. */
async function sitsElsewhere(db: Reader, personId: string, partyId: string, today: string) {
  const post = and(
    eq(seats.personId, personId),
    ne(seats.partyId, partyId),
    notInArray(seats.role, ['resident', 'family_agent']),
    counts(today),
  )
  return (await db.select({ id: seats.id }).from(seats).where(post).limit(1)).length > 0
}

/** Whose seat it is, for whoever may take away a key that its holder lost. */
export async function seatToRenew(db: Reader, ctx: Context, seatId: string) {
  const [found] = await db
    .select({ seat: seats, name: persons.name })
    .from(seats)
    .innerJoin(persons, eq(persons.id, seats.personId))
    .where(eq(seats.id, seatId))
  if (!found) throw new Refusal('missing', 'seat')
  const { partyId, personId, role, to } = found.seat
  const today = dateOf(ctx.clock.now())
  const elsewhere = await sitsElsewhere(db, personId, partyId, today)
  authorize(ctx.actor, 'seat.renew_key', { roleSide: sideOf(role), partyId, personId, elsewhere })
  if (to && to < today) throw new Refusal('conflict', 'seat-already-ended')
  return { personId, role, name: found.name }
}

/** The old key and every session begun with it end at once; the word for a new one. */
async function dropKey(tx: Tx, ctx: Context, personId: string) {
  await tx.update(persons).set({ passwordHash: null, totpSealed: null }).where(eq(persons.id, personId))
  const open = and(eq(sessions.personId, personId), isNull(sessions.endedAt))
  await tx.update(sessions).set({ endedAt: ctx.wall.now() }).where(open)
  await notify(tx, ctx, { personId }, 'key-renewed', '/me/key')
  return handWord(tx, ctx, personId)
}

/** 补办登录: what its holder can no longer sign in with ends; he sets a new key with a word handed over in person. */
export const renewKey = (ctx: Context, { seatId, ground }: { seatId: string; ground: string }) =>
  ctx.transact(async (tx) => {
    const { personId } = await seatToRenew(tx, ctx, seatId)
    const word = await dropKey(tx, ctx, personId)
    await record(tx, ctx, 'seat.renew_key', { subject: seatId }, { ground })
    return { word }
  })

/** The same by the operator of the machine, for an administrator or a security auditor whom nobody is left to help. */
export const renewKeyAtMachine = (ctx: Context, { phone, ground }: { phone: string; ground: string }) =>
  ctx.transact(async (tx) => {
    const [held] = await tx
      .select({ id: seats.id, personId: persons.id, name: persons.name })
      .from(seats)
      .innerJoin(persons, eq(persons.id, seats.personId))
      .where(
        and(
          eq(persons.phoneHash, ctx.vault.keyed('phone', phone)),
          inArray(seats.role, ['system_admin', 'security_auditor']),
          counts(dateOf(ctx.clock.now())),
        ),
      )
    if (!held) throw new Refusal('missing', 'seat')
    const word = await dropKey(tx, ctx, held.personId)
    await record(tx, ctx, 'seat.renew_key', { subject: held.id }, { ground, by: 'operator' })
    return { name: held.name, word }
  })
