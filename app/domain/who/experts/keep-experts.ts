import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import { expertKin, expertStandings, experts } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { addDays, dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { bodyBy, personBy } from '../register-standing.ts'
import type { expertWorkForm, kinForm, liftForm, noteExpertForm } from './forms.ts'

async function expertBy(tx: Tx, id: string) {
  const [found] = await tx.select().from(experts).where(eq(experts.id, id))
  if (!found) throw new Refusal('invalid', 'no-such-expert')
  return found
}

/** 暂停、处分、移出: from which day, to which, on which ground; the lot passes him by for as long. */
export const noteExpert = (ctx: Context, { expertId, to, ...noted }: z.output<typeof noteExpertForm>) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'register.enter', {})
    await expertBy(tx, expertId)
    const by = { notedBy: ctx.actor.personId!, at: ctx.clock.now() }
    const [made] = await tx
      .insert(expertStandings)
      .values({ ...noted, ...by, expertId, to: to ?? null })
      .returning({ id: expertStandings.id })
    const { kind, from, ground } = noted
    await record(
      tx,
      ctx,
      'expert.note_standing',
      { subject: expertId },
      { kind, from, to: to ?? null, ground },
    )
    return { id: made!.id }
  })

/** 提前解除: it ends with the day before; what it was stays on record. */
export const liftStanding = (ctx: Context, { standingId, ground }: z.output<typeof liftForm>) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'register.enter', {})
    const today = dateOf(ctx.clock.now())
    const [was] = await tx.select().from(expertStandings).where(eq(expertStandings.id, standingId))
    if (!was) throw new Refusal('missing', 'no-such-expert')
    if (was.to !== null && was.to < today) throw new Refusal('conflict', 'standing-lifted')
    await tx
      .update(expertStandings)
      .set({ to: addDays(today, -1) })
      .where(eq(expertStandings.id, standingId))
    await record(tx, ctx, 'expert.lift_standing', { subject: was.expertId }, { kind: was.kind, ground })
    return { id: standingId }
  })

/** 申报近亲属: known by telephone; where that person sits, works or bids, the expert stands down. */
export const declareKin = (ctx: Context, { expertId, phone, relation }: z.output<typeof kinForm>) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'register.enter', {})
    await expertBy(tx, expertId)
    const personId = await personBy(tx, ctx, phone)
    if (personId === expertId) throw new Refusal('invalid', 'kin-is-self')
    const made = await tx
      .insert(expertKin)
      .values({ expertId, personId, relation, at: ctx.clock.now() })
      .onConflictDoNothing()
      .returning({ id: expertKin.id })
    if (made.length === 0) throw new Refusal('conflict', 'kin-known')
    await record(tx, ctx, 'expert.declare_kin', { subject: expertId }, { relation })
    return { id: made[0]!.id }
  })

/** Where an expert works, as the register knows it, and what he can judge. */
export const noteExpertWork = (
  ctx: Context,
  { expertId, employerId, expertise }: z.output<typeof expertWorkForm>,
) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'register.enter', {})
    await expertBy(tx, expertId)
    const body = employerId ? await bodyBy(tx, employerId) : null
    const known = {
      ...(body ? { employerId: body.id, employer: body.name } : {}),
      ...(expertise ? { expertise } : {}),
    }
    if (Object.keys(known).length > 0) await tx.update(experts).set(known).where(eq(experts.id, expertId))
    await record(tx, ctx, 'expert.note_work', { subject: expertId }, { employerId: body?.id ?? null })
    return { id: expertId }
  })
