import { eq } from 'drizzle-orm'
import { cares } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { addDays, addMonths, dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { parameter } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { type CareFacts, findCare, formOf } from './find-care.ts'
import { care as machine } from './machine.ts'

/** Tells the person and whoever asked for her. */
async function tellHer(tx: Tx, ctx: Context, was: CareFacts, how: string) {
  for (const personId of new Set([was.personId, was.appliedBy]))
    await notify(tx, ctx, { personId }, `care-${how}`, `/care/${was.id}`, { no: was.refNo })
}

/** 核定: what her level gives by the month, for as long as an assessment holds; by another person than assessed her. */
export const grantCare = (ctx: Context, { careId, from }: { careId: string; from: string }) =>
  ctx.transact(async (tx) => {
    const was = await findCare(tx, careId)
    authorize(ctx.actor, 'care.grant', was)
    const decidedAt = ctx.clock.now()
    if (from < dateOf(decidedAt)) throw new Refusal('invalid', 'care-from-past')
    const { levels } = await formOf(tx, was.formId)
    const level = levels.find(({ code }) => code === was.level)
    if (was.state === 'assessed' && !level) throw new Refusal('conflict', 'care-no-level')
    const months = (await parameter(tx, 'CARE_MONTHS', from)).value
    const given = {
      unit: level?.unit,
      monthly: level?.monthly,
      from,
      to: addDays(addMonths(from, months), -1),
    }
    await move(tx, cares, machine, was, 'grant', { ...given, decidedAt, decidedBy: ctx.actor.personId! })
    await tellHer(tx, ctx, was, 'granted')
    await record(tx, ctx, 'care.grant', { subject: careId })
    return { id: careId }
  })

type Reasoned = { careId: string; reason: string }
/** 不予受理: with the reason the family reads. */
export const refuseCare = (ctx: Context, { careId, reason }: Reasoned) =>
  ctx.transact(async (tx) => {
    const was = await findCare(tx, careId)
    authorize(ctx.actor, 'care.refuse', was)
    const decided = { reason, decidedAt: ctx.clock.now(), decidedBy: ctx.actor.personId! }
    await move(tx, cares, machine, was, 'refuse', decided)
    await tellHer(tx, ctx, was, 'refused')
    await record(tx, ctx, 'care.refuse', { subject: careId })
    return { id: careId }
  })

/** 终止: she moved, or no longer needs it; what was ordered is carried out, nothing more is taken. */
export const endCare = (ctx: Context, { careId, reason }: Reasoned) =>
  ctx.transact(async (tx) => {
    const was = await findCare(tx, careId)
    authorize(ctx.actor, 'care.end', was)
    const ended = { reason, endedAt: ctx.clock.now(), endedBy: ctx.actor.personId! }
    await move(tx, cares, machine, was, 'end', ended)
    await tellHer(tx, ctx, was, 'ended')
    await record(tx, ctx, 'care.end', { subject: careId })
    return { id: careId }
  })

/** 换一个到户码: the family, or her community, when the old one went further than the house. */
export const renewHouseCode = (ctx: Context, { careId }: { careId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findCare(tx, careId)
    authorize(ctx.actor, 'care.renew_code', was)
    await tx
      .update(cares)
      .set({ codeTurn: was.codeTurn + 1 })
      .where(eq(cares.id, careId))
    await record(tx, ctx, 'care.renew_code', { subject: careId })
    return { id: careId }
  })
