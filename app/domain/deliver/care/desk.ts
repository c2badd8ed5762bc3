import { and, eq, inArray } from 'drizzle-orm'
import { careComplaints, cares } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { kinOf } from '../../buy/framework/kinship.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import type { DeskItem } from '../../desk-item.ts'
import { dueOf } from '../../due.ts'
import { may } from '../../policy/index.ts'
import { findComplaint } from './complain.ts'
import { caresFor, findCare } from './find-care.ts'
import { visitsInStates, visitsOfAide } from './find-visit.ts'

const chapter = 'deliver' as const
type Item = Pick<DeskItem, 'key' | 'matter' | 'since' | 'link'> & Partial<DeskItem>
const item = (of: Item): DeskItem => ({ chapter, due: null, kind: 'act', ...of })

/** Applications to assess and to decide, at the station, the centre and the buyer. */
async function ofApplications(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const waiting = await db
    .select()
    .from(cares)
    .where(inArray(cares.state, ['applied', 'assessed']))
  const items: DeskItem[] = []
  for (const one of waiting) {
    const act = one.state === 'applied' ? ('care.assess' as const) : ('care.grant' as const)
    if (!may(ctx.actor, act, await findCare(db, one.id))) continue
    const due = await dueOf(db, ctx, 'CARE_DECISION', dateOf(one.appliedAt))
    items.push(item({ key: act, matter: one.refNo, since: one.appliedAt, link: `/care/${one.id}`, due }))
  }
  return items
}

async function ofComplaints(db: Reader, ctx: Context, state: 'made' | 'escalated'): Promise<DeskItem[]> {
  const act = state === 'made' ? ('careComplaint.answer' as const) : ('careComplaint.rule' as const)
  const rows = await db.select().from(careComplaints).where(eq(careComplaints.state, state))
  const items: DeskItem[] = []
  for (const { id, refNo, madeAt } of rows) {
    if (!may(ctx.actor, act, await findComplaint(db, id))) continue
    const due = state === 'made' ? await dueOf(db, ctx, 'CARE_COMPLAINT', dateOf(madeAt)) : null
    items.push(item({ key: act, matter: refNo, since: madeAt, link: `/care/complaints/${id}`, due }))
  }
  return items
}

async function ofProvider(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const placed = await visitsInStates(db, 'supplierId', [ctx.actor.seat!.partyId])
  const items = placed
    .filter(({ order }) => order.state === 'placed')
    .map(async ({ order, item: name }) =>
      item({
        ...{ key: 'visit.accept', matter: name, since: order.placedAt, link: `/care/visits/${order.id}` },
        due: await dueOf(db, ctx, 'ORDER_ACCEPT', dateOf(order.placedAt)),
      }),
    )
  return Promise.all(items)
}

async function ofFamily(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const me = ctx.actor.personId!
  const people = [me, ...(await kinOf(db, me)).map((k) => k.personId)]
  const ids = (await caresFor(db, people)).map(({ care }) => care.id)
  const rows = (await visitsInStates(db, 'careId', ids)).filter(({ order }) => order.state === 'done')
  const answered = await db
    .select()
    .from(careComplaints)
    .where(
      and(inArray(careComplaints.careId, ids.length > 0 ? ids : ['']), eq(careComplaints.state, 'answered')),
    )
  const toConfirm = rows.map(async ({ order, item: name }) =>
    item({
      ...{ key: 'visit.confirm', matter: name, since: order.doneAt!, link: `/care/visits/${order.id}` },
      due: await dueOf(db, ctx, 'ORDER_CONFIRM', dateOf(order.doneAt!)),
    }),
  )
  const replies = answered.map((c) =>
    item({
      key: 'careComplaint.settle',
      matter: c.refNo,
      since: c.repliedAt!,
      link: `/care/complaints/${c.id}`,
    }),
  )
  return [...(await Promise.all(toConfirm)), ...replies]
}

async function ofAide(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const { personId, seat } = ctx.actor
  const today = await visitsOfAide(db, personId!, seat!.partyId, dateOf(ctx.clock.now()))
  return today
    .filter(({ order }) => order.state === 'accepted')
    .map(({ visit, order, item: name }) =>
      item({
        ...{ key: 'visit.come', matter: name, params: { hour: visit.hour } },
        ...{ since: order.acceptedAt ?? order.placedAt, link: `/care/visits/${order.id}` },
      }),
    )
}

/** 居家服务: what waits for the family, the aide, the provider, the station, the centre and the buyer. */
export async function deskOfCare(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const { seat, personId } = ctx.actor
  if (!personId) return []
  const role = seat?.role ?? 'resident'
  if (role === 'resident' || role === 'family_agent') return ofFamily(db, ctx)
  if (role === 'care_aide') return ofAide(db, ctx)
  if (role === 'station_clerk' || role === 'centre_officer') return ofApplications(db, ctx)
  if (/^(street|district)_handler$/.test(role))
    return [...(await ofApplications(db, ctx)), ...(await ofComplaints(db, ctx, 'escalated'))]
  if (role === 'social_worker') return ofProvider(db, ctx)
  return role.startsWith('org_')
    ? [...(await ofProvider(db, ctx)), ...(await ofComplaints(db, ctx, 'made'))]
    : []
}
