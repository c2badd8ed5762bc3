import { eq } from 'drizzle-orm'
import { orders, parties, persons, places } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { type Fen, fen, inYuan, minus, plus } from '../../money.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { blocksOf } from '../../who/standing/blocks-of.ts'
import { type Framework, findChosen, orderedOf, type Serving } from './find-framework.ts'
import type { OrderWords } from './forms.ts'
import { agentsOf } from './kinship.ts'

/** The least age of each band. */
export const youngest = { under18: 0, '18-35': 18, '36-59': 36, '60-79': 60, '80+': 80 } as const

/** Who a person is to an agreement: where she lives, and the ground of its buyer. */
async function livesAt(tx: Tx, buyerId: string, personId: string) {
  const [found] = await tx
    .select({
      communityId: persons.communityId,
      ageBand: persons.ageBand,
      parentId: places.parentId,
      groundId: parties.placeId,
      buyer: parties.kind,
    })
    .from(persons)
    .leftJoin(places, eq(places.id, persons.communityId))
    .leftJoin(parties, eq(parties.id, buyerId))
    .where(eq(persons.id, personId))
  return found
}
/** For whom the agreement is: of the buyer's own ground, and of the age it says. */
export async function mustBeServed(tx: Tx, { buyerId, ageFrom, plan }: Serving, personId: string) {
  const person = await livesAt(tx, buyerId, personId)
  if (!person?.communityId) throw new Refusal('forbidden', 'framework-elsewhere')
  const { communityId } = plan
  const near = communityId ? communityId === person.communityId : person.parentId === person.groundId
  if (!near && (communityId || person.buyer !== 'district_office'))
    throw new Refusal('forbidden', 'framework-elsewhere')
  if (ageFrom !== null && (!person.ageBand || youngest[person.ageBand] < ageFrom))
    throw new Refusal('forbidden', 'framework-other-age', { n: ageFrom })
}

type Chosen = Awaited<ReturnType<typeof findChosen>>
/** Orders are taken while the agreement runs and of a provider who signed it and whom nothing bars today. */
async function mustBeServing(tx: Tx, { framework, ...of }: Chosen, wishedOn: string, today: string) {
  if (framework.state !== 'published') throw new Refusal('conflict', 'framework-not-open')
  if (today < framework.from || today > framework.to) throw new Refusal('conflict', 'framework-not-running')
  if (wishedOn < today || wishedOn > framework.to) throw new Refusal('invalid', 'order-date-outside')
  if (of.provider !== 'signed') throw new Refusal('conflict', 'provider-not-serving')
  const barred = await blocksOf(tx, of.supplierId!, today)
  if (barred.length > 0) throw new Refusal('conflict', 'provider-not-serving')
}

type Wanted = { personId: string; amount: Fen; wishedOn: string }
/** 订单合计不超过协议上限: nor one person's of a month beyond what the agreement gives each. */
async function mustBeWithin(tx: Tx, { id, ceiling, perPerson }: Framework, wanted: Wanted) {
  const { personId, amount, wishedOn } = wanted
  if (plus(await orderedOf(tx, id), amount) > ceiling) throw new Refusal('conflict', 'framework-spent')
  if (perPerson === null) return
  const own = await orderedOf(tx, id, { personId, month: wishedOn.slice(0, 7) })
  if (plus(own, amount) > perPerson)
    throw new Refusal('conflict', 'framework-month-spent', { left: inYuan(minus(perPerson, own)).toFixed(2) })
}

/** Of whom it is ordered, for how much; refused where person, place, days, provider or money do not fit. */
async function mustFit(tx: Tx, ctx: Context, typed: Omit<OrderWords, 'words'> & { frameworkId: string }) {
  const { personId, quantity, wishedOn } = typed
  const chosen = await findChosen(tx, typed)
  const { framework, price, supplierId } = chosen
  await mustBeServed(tx, framework, personId)
  if (price === null) throw new Refusal('missing', 'order-item-missing')
  if (supplierId === null) throw new Refusal('missing', 'provider-missing')
  const amount = fen(price * quantity)
  await mustBeServing(tx, chosen, wishedOn, dateOf(ctx.clock.now()))
  await mustBeWithin(tx, framework, { personId, amount, wishedOn })
  return { supplierId, amount }
}

type Placing = OrderWords & { frameworkId: string }
/** Places an order inside a transaction of whoever may; `careId`: the grant that it is taken from. */
export async function placeWithin(
  tx: Tx,
  ctx: Context,
  { words, ...typed }: Placing,
  careId: string | null = null,
) {
  const fitting = await mustFit(tx, ctx, typed)
  const placedAt = ctx.clock.now()
  const refNo = await nextRef(tx, 'DD', yearOf(dateOf(placedAt)))
  const wordsSealed = words ? ctx.vault.seal('order', words) : null
  const by = { placedBy: ctx.actor.personId!, placedAt, state: 'placed' as const, careId }
  const [made] = await tx
    .insert(orders)
    .values({ ...typed, ...fitting, ...by, refNo, wordsSealed })
    .returning({ id: orders.id })
  const to = { role: 'org_editor' as const, partyId: fitting.supplierId }
  const link = careId ? `/care/visits/${made!.id}` : `/orders/${made!.id}`
  await notify(tx, ctx, to, 'order-placed', link, { no: refNo })
  return { id: made!.id, ...fitting }
}

/** 下单: the resident, or a family member who acts for her, chooses service, provider and day. */
export const placeOrder = (ctx: Context, typed: Placing) =>
  ctx.transact(async (tx) => {
    const { personId, frameworkId } = typed
    authorize(ctx.actor, 'order.place', { personId, agentIds: await agentsOf(tx, personId) })
    const { id, amount } = await placeWithin(tx, ctx, typed)
    await record(tx, ctx, 'order.place', { subject: id }, { frameworkId, amount })
    return { id }
  })
