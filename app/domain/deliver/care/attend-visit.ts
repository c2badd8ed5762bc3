import { eq } from 'drizzle-orm'
import { careVisits } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import { carryWithin, tellFamily } from '../../buy/framework/carry-order.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { parameter } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { keepPhotos, shelvePhotos } from '../diary/photos.ts'
import { houseCode } from './codes.ts'
import { findVisit, type VisitFacts } from './find-visit.ts'

type Done = { id: string; wrong?: true }
/** A wrong code is counted, so the transaction must stand; only then is it refused. */
export function refuseWrong({ wrong, ...done }: Done) {
  if (wrong) throw new Refusal('invalid', 'care-code-wrong')
  return done
}
/** Whether a code is right; after so many wrong ones the station takes over by telephone. */
export async function tryCode(tx: Tx, ctx: Context, { visit }: VisitFacts, typed: string, right: string) {
  const most = (await parameter(tx, 'CARE_CODE_TRIES', dateOf(ctx.clock.now()))).value
  if (visit.tries >= most) throw new Refusal('conflict', 'care-code-locked')
  if (typed === right) return true
  await tx
    .update(careVisits)
    .set({ tries: visit.tries + 1 })
    .where(eq(careVisits.id, visit.id))
  return false
}

/** An aide comes on the day of the order and on no other. */
function mustBeItsDay({ order }: VisitFacts, today: string) {
  if (order.state !== 'accepted')
    throw new Refusal('conflict', 'not-in-this-state', {
      entity: 'order',
      state: order.state,
      move: 'check_in',
    })
  if (order.wishedOn !== today) throw new Refusal('conflict', 'visit-other-day', { on: order.wishedOn })
}

/** Whether this visit was written down already: a second time counts nothing and takes nothing away. */
const isIn = ({ visit, order }: VisitFacts) =>
  visit.checkedInAt !== null && ['accepted', 'done', 'confirmed'].includes(order.state)

/** 到户登记: the aide types the code that hangs in the house. */
export const checkIn = async (ctx: Context, { orderId, code }: { orderId: string; code: string }) =>
  refuseWrong(
    await ctx.transact(async (tx): Promise<Done> => {
      const was = await findVisit(tx, orderId)
      authorize(ctx.actor, 'visit.check_in', was)
      if (isIn(was)) return { id: orderId }
      const at = ctx.clock.now()
      mustBeItsDay(was, dateOf(at))
      if (!(await tryCode(tx, ctx, was, code, houseCode(ctx.vault, was.care))))
        return { id: orderId, wrong: true }
      const came = { checkedInAt: at, checkedInVia: 'code' as const, checkedInBy: ctx.actor.personId! }
      await tx.update(careVisits).set(came).where(eq(careVisits.id, was.visit.id))
      await record(tx, ctx, 'visit.check_in', { subject: orderId })
      return { id: orderId }
    }),
  )

/** 电话登记: the aide has no signal, or the code is lost: the station hears from the person that somebody is there. */
export const checkInByPhone = (ctx: Context, { orderId, on }: { orderId: string; on: string }) =>
  ctx.transact(async (tx) => {
    const was = await findVisit(tx, orderId)
    authorize(ctx.actor, 'visit.check_in_by_phone', was)
    if (isIn(was)) return { id: orderId }
    mustBeItsDay(was, on)
    const at = ctx.clock.now()
    if (on > dateOf(at)) throw new Refusal('invalid', 'visit-in-the-future')
    const came = { checkedInAt: at, checkedInVia: 'phone' as const, checkedInBy: ctx.actor.personId! }
    await tx.update(careVisits).set(came).where(eq(careVisits.id, was.visit.id))
    await record(tx, ctx, 'visit.check_in_by_phone', { subject: orderId })
    return { id: orderId }
  })

type Leaving = { orderId: string; photos?: readonly Buffer[] }
/** 离开: the work is done, with a photograph of it where the aide took one; the family is asked whether it is. */
export async function leaveVisit(ctx: Context, { orderId, photos = [] }: Leaving) {
  authorize(ctx.actor, 'visit.leave', await findVisit(ctx.db, orderId))
  const kept = await keepPhotos(ctx, photos)
  return ctx.transact(async (tx) => {
    const was = await findVisit(tx, orderId)
    authorize(ctx.actor, 'visit.leave', was)
    if (was.visit.leftAt && was.order.state !== 'accepted') return { id: orderId }
    if (!was.visit.checkedInAt) throw new Refusal('conflict', 'visit-not-begun')
    const at = ctx.clock.now()
    const change = { doneAt: at, doneBy: ctx.actor.personId!, doneOn: was.order.wishedOn, reason: null }
    await carryWithin(tx, ctx, was.order, { how: 'finish', change, tells: tellFamily })
    await tx.update(careVisits).set({ leftAt: at }).where(eq(careVisits.id, was.visit.id))
    await shelvePhotos(tx, ctx, { ownerId: was.supplierId, subject: was.visit.id }, kept)
    await record(tx, ctx, 'visit.leave', { subject: orderId }, { photos: kept.length })
    return { id: orderId }
  })
}
