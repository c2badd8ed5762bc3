import { eq } from 'drizzle-orm'
import { orders, parties, persons, places } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { fen, inYuan, minus, plus } from '../../money.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { blocksOf } from '../../who/standing/blocks-of.ts'
import {
  type FrameworkFacts,
  findFramework,
  findProvider,
  orderedOf,
  type Provider,
} from './find-framework.ts'
import type { OrderWords } from './forms.ts'
import { agentsOf } from './kinship.ts'

/** The least age of each band. */
export const youngest = { under18: 0, '18-35': 18, '36-59': 36, '60-79': 60, '80+': 80 } as const

/** For whom the agreement is: of the buyer's own ground, and of the age it says. */
export async function mustBeServed(tx: Tx, framework: FrameworkFacts, personId: string) {
  const [person] = await tx.select().from(persons).where(eq(persons.id, personId))
  if (!person?.communityId) throw new Refusal('forbidden', 'framework-elsewhere')
  const [home] = await tx.select().from(places).where(eq(places.id, person.communityId))
  const [buyer] = await tx.select().from(parties).where(eq(parties.id, framework.buyerId))
  const { communityId } = framework.plan
  const near = communityId ? communityId === person.communityId : home?.parentId === buyer?.placeId
  if (!near && (communityId || buyer?.kind !== 'district_office'))
    throw new Refusal('forbidden', 'framework-elsewhere')
  const { ageFrom } = framework
  if (ageFrom !== null && (!person.ageBand || youngest[person.ageBand] < ageFrom))
    throw new Refusal('forbidden', 'framework-other-age', { n: ageFrom })
  return person
}

/** Orders are taken while the agreement runs and of a provider who signed it and whom nothing bars today. */
async function mustBeServing(
  tx: Tx,
  framework: FrameworkFacts,
  provider: Provider,
  wishedOn: string,
  today: string,
) {
  if (framework.state !== 'published') throw new Refusal('conflict', 'framework-not-open')
  if (today < framework.from || today > framework.to) throw new Refusal('conflict', 'framework-not-running')
  if (wishedOn < today || wishedOn > framework.to) throw new Refusal('invalid', 'order-date-outside')
  if (provider.state !== 'signed') throw new Refusal('conflict', 'provider-not-serving')
  const barred = await blocksOf(tx, provider.supplierId, today)
  if (barred.length > 0) throw new Refusal('conflict', 'provider-not-serving')
}

/** 订单合计不超过协议上限: nor one person's of a month beyond what the agreement gives each. */
async function mustBeWithin(
  tx: Tx,
  framework: FrameworkFacts,
  personId: string,
  amount: number,
  wishedOn: string,
) {
  const { id, ceiling, perPerson } = framework
  if (plus(await orderedOf(tx, id), fen(amount)) > ceiling) throw new Refusal('conflict', 'framework-spent')
  if (perPerson === null) return
  const own = await orderedOf(tx, id, { personId, month: wishedOn.slice(0, 7) })
  if (plus(own, fen(amount)) > perPerson)
    throw new Refusal('conflict', 'framework-month-spent', { left: inYuan(minus(perPerson, own)).toFixed(2) })
}

/** What is ordered, of whom, for how much; refused where person, place, days, provider or money do not fit. */
async function mustFit(tx: Tx, ctx: Context, framework: FrameworkFacts, typed: Omit<OrderWords, 'words'>) {
  const { personId, itemId, providerId, quantity, wishedOn } = typed
  await mustBeServed(tx, framework, personId)
  const item = framework.items.find((one) => one.id === itemId)
  if (!item) throw new Refusal('missing', 'order-item-missing')
  const provider = await findProvider(tx, framework.id, providerId)
  const amount = fen(item.price * quantity)
  await mustBeServing(tx, framework, provider, wishedOn, dateOf(ctx.clock.now()))
  await mustBeWithin(tx, framework, personId, amount, wishedOn)
  return { supplierId: provider.supplierId, amount }
}

type Placing = OrderWords & { frameworkId: string }
/** Places an order inside a transaction of whoever may; `careId`: the grant that it is taken from. */
export async function placeWithin(
  tx: Tx,
  ctx: Context,
  { words, ...typed }: Placing,
  careId: string | null = null,
) {
  const fitting = await mustFit(tx, ctx, await findFramework(tx, typed.frameworkId), typed)
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
