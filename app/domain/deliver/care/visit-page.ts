import { asc, eq, inArray } from 'drizzle-orm'
import { careComplaints, persons } from '#db/schema/index.ts'
import { order as machine } from '../../buy/framework/order-machine.ts'
import type { Context } from '../../context.ts'
import { addDays, dateOf } from '../../dates.ts'
import { authorize, may } from '../../policy/index.ts'
import { isDate } from '../../typed-date.ts'
import { photoBytes, photosOf } from '../diary/photos.ts'
import { aideIdsOf } from './carry-visit.ts'
import { visitCode } from './codes.ts'
import { findVisit, type VisitFacts, visitsOfAide } from './find-visit.ts'

type Aide = { id: string; name: string }
async function aidesOf(ctx: Context, { supplierId, order }: VisitFacts): Promise<Aide[]> {
  const ids = await aideIdsOf(ctx.db, supplierId, order.wishedOn)
  return ctx.db
    .select({ id: persons.id, name: persons.name })
    .from(persons)
    .where(inArray(persons.id, ids.length > 0 ? ids : ['']))
    .orderBy(asc(persons.name))
}
async function nameOf(ctx: Context, id: string | null) {
  if (!id) return null
  const [found] = await ctx.db.select({ name: persons.name }).from(persons).where(eq(persons.id, id))
  return found?.name ?? null
}

/** What this reader may do with a visit now, by the order's state and by whether somebody came. */
function actsOf(ctx: Context, was: VisitFacts) {
  const { order, visit } = was
  const open = new Set<string>(machine.open(order.state))
  const came = visit.checkedInAt !== null
  const accepted = order.state === 'accepted'
  return {
    accept: (order.state === 'placed' || (accepted && !came)) && may(ctx.actor, 'visit.accept', was),
    refuse: open.has('refuse') && may(ctx.actor, 'visit.refuse', was),
    checkIn: accepted && !came && may(ctx.actor, 'visit.check_in', was),
    byPhone: accepted && !came && may(ctx.actor, 'visit.check_in_by_phone', was),
    leave: accepted && came && may(ctx.actor, 'visit.leave', was),
    code: open.has('confirm') && may(ctx.actor, 'visit.confirm_by_code', was),
    forHer: (open.has('confirm') || (accepted && came)) && may(ctx.actor, 'visit.confirm_for_her', was),
    confirm: open.has('confirm') && may(ctx.actor, 'visit.confirm', was),
    redo: open.has('redo') && may(ctx.actor, 'visit.redo', was),
    cancel: open.has('cancel') && !came && may(ctx.actor, 'visit.cancel', was),
    complain: came && may(ctx.actor, 'careComplaint.make', was),
  }
}

const factsOf = ({ order, visit }: VisitFacts) => ({
  ...{ id: order.id, refNo: order.refNo, state: order.state, quantity: order.quantity },
  ...{ wishedOn: order.wishedOn, hour: visit.hour, reason: order.reason, doneOn: order.doneOn },
  ...{ checkedInAt: visit.checkedInAt, leftAt: visit.leftAt, confirmedVia: visit.confirmedVia },
  ...{ item: order.item.name, unit: order.item.unit, quality: order.item.quality, supplier: order.supplier },
})

/** One visit to whoever it concerns: where to come for those who come, the code for the family alone. */
export async function visitPage(ctx: Context, orderId: string) {
  const was = await findVisit(ctx.db, orderId)
  authorize(ctx.actor, 'visit.read', was)
  const mine = may(ctx.actor, 'visit.redo', was)
  const acts = actsOf(ctx, was)
  const complaints = await ctx.db
    .select({ id: careComplaints.id, refNo: careComplaints.refNo, state: careComplaints.state })
    .from(careComplaints)
    .where(eq(careComplaints.orderId, orderId))
  const complainant = may(ctx.actor, 'careComplaint.read', was)
  return {
    visit: factsOf(was),
    careId: was.care.id,
    reads: may(ctx.actor, 'care.read', was.care),
    rates: was.order.state === 'confirmed' && may(ctx.actor, 'order.rate', was.order),
    person: was.person.name,
    address: ctx.vault.open('care', was.care.addressSealed),
    aide: await nameOf(ctx, was.visit.aideId),
    aides: acts.accept ? await aidesOf(ctx, was) : [],
    code: mine && ['accepted', 'done'].includes(was.order.state) ? visitCode(ctx.vault, was.visit) : null,
    complaints: complainant ? complaints : [],
    today: dateOf(ctx.clock.now()),
    route: ctx.actor.seat?.role === 'care_aide',
    photoIds: (await photosOf(ctx.db, [was.visit.id])).map(({ id }) => id),
    acts,
  }
}

/** The bytes of one photograph of a visit, for whoever the visit itself is shown to. */
export async function careVisitPhoto(ctx: Context, orderId: string, fileId: string) {
  const was = await findVisit(ctx.db, orderId)
  authorize(ctx.actor, 'visit.read', was)
  return photoBytes(ctx, { subject: was.visit.id, fileId })
}

/** 今日路线: the visits of an aide's day, in the order of the hours. */
export async function routePage(ctx: Context, day: string | null) {
  authorize(ctx.actor, 'visit.list', {})
  const today = dateOf(ctx.clock.now())
  const on = day && isDate(day) ? day : today
  const rows = await visitsOfAide(ctx.db, ctx.actor.personId!, ctx.actor.seat!.partyId, on)
  return {
    on,
    today,
    before: addDays(on, -1),
    after: addDays(on, 1),
    visits: rows.map(({ visit, order, item, unit, person }) => ({
      ...{ id: order.id, hour: visit.hour, state: order.state, item, quantity: order.quantity, unit, person },
      came: visit.checkedInAt !== null,
    })),
  }
}
