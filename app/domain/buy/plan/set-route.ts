import { desc, eq } from 'drizzle-orm'
import { methods, places } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { inYuan } from '../../money.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import type { SetRoute } from './forms.ts'
import { type Method, methodsInForce } from './routes-for.ts'

async function findBase(tx: Tx, baseId: string) {
  const [base] = await tx.select().from(methods).where(eq(methods.id, baseId))
  if (!base) throw new Refusal('missing', 'route-base-missing')
  return base
}

const isOfLaw = (base: Method, { code }: Pick<SetRoute, 'code'>) =>
  base.mark === 'statute' && base.code === code
/** 采购限额标准: the least sum for which the law asks a procedure of its own; below it a place is free. */
const limitIn = (all: readonly Method[]) =>
  all
    .filter((m) => m.mark === 'statute' && m.service && !m.direct && !m.placeId)
    .reduce<Method['maxAmount']>(
      (least, m) => (least !== null && least < m.minAmount ? least : m.minAmount),
      null,
    )

/** What a place may not do: loosen a route of the law under any name, nor lead a route of its own past the law's limit. */
async function mustNotLoosen(tx: Tx, base: Method, to: SetRoute) {
  const all = await methodsInForce(tx, to.from)
  const root = all.find((m) => m.code === (base.sheetOf ?? base.code)) ?? base
  const limit = limitIn(all)
  const own = !isOfLaw(base, to)
  const below = limit === null || (to.maxAmount !== undefined && to.maxAmount < limit)
  if (own && (below || !base.service)) return
  if (root.mark !== 'statute')
    throw new Refusal('invalid', 'route-over-limit', { limit: inYuan(limit!).toLocaleString('en-US') })
  const shorter = own && (to.objectionDays ?? 0) < root.objectionDays
  if (to.minProposals < root.minProposals || to.bidDays < root.bidDays || shorter)
    throw new Refusal('invalid', 'route-fewer-than-law', { route: root.name })
}

/** 质疑期 of a route of the law is the law's: a number typed here would move no clock, so none is taken. */
function objectionDaysOf(base: Method, to: SetRoute) {
  const typed = to.objectionDays
  if (!isOfLaw(base, to)) {
    if (typed === undefined) throw new Refusal('invalid', 'route-objection-missing')
    return typed
  }
  if (typed !== undefined && typed !== base.objectionDays)
    throw new Refusal('invalid', 'route-objection-by-law', { route: base.name })
  return base.objectionDays
}

async function mustBeSane(tx: Tx, ctx: Context, to: SetRoute) {
  if (to.maxAmount !== undefined && to.maxAmount <= to.minAmount) throw new Refusal('invalid', 'route-bounds')
  if (to.from < dateOf(ctx.clock.now())) throw new Refusal('invalid', 'route-from-past')
  if (!to.placeId) return
  const [place] = await tx.select({ id: places.id }).from(places).where(eq(places.id, to.placeId))
  if (!place) throw new Refusal('invalid', 'route-place-missing')
}

/** Simple sealing stays with sums as small as the route it comes from: beyond them the key is split. */
const sealModeOf = (base: Method, { maxAmount }: Pick<SetRoute, 'maxAmount'>) =>
  maxAmount === undefined || maxAmount > (base.maxAmount ?? 0) ? ('split' as const) : base.sealMode

/** 最后报价 is for routes on which several compete by a price that is in one envelope with the rest. */
function finalOffersOf(base: Method, { finalOffers = base.finalOffers }: Pick<SetRoute, 'finalOffers'>) {
  const unfit = base.noPrice || base.twoEnvelopes || base.framework || base.direct || !base.service
  if (finalOffers && unfit) throw new Refusal('invalid', 'final-offers-not-on-this-route')
  return finalOffers
}

/** The number after the last, made from the last that anybody chose or that is in force: one delivered for a later day stands in nobody's way. */
async function nextVersion(tx: Tx, ctx: Context, base: Method, code: string) {
  const all = await tx.select().from(methods).where(eq(methods.code, code)).orderBy(desc(methods.version))
  const today = dateOf(ctx.clock.now())
  const last = all.find((m) => m.addedBy !== null || m.from <= today)
  if (last && last.id !== base.id) throw new Refusal('conflict', 'route-changed-meanwhile')
  return (all[0]?.version ?? 0) + 1
}

/** 设定采购方式: the next version of a route, or a route of the place's own; plans begun keep theirs. */
export const setRoute = (ctx: Context, { baseId, ground, ...to }: SetRoute) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'route.set', {})
    const base = await findBase(tx, baseId)
    await mustNotLoosen(tx, base, { baseId, ground, ...to })
    await mustBeSane(tx, ctx, { baseId, ground, ...to })
    const objectionDays = objectionDaysOf(base, { baseId, ground, ...to })
    const version = await nextVersion(tx, ctx, base, to.code)
    const sheetOf = base.sheetOf ?? base.code
    const own = { id: `${to.code}-${version}`, version, ground, maxAmount: to.maxAmount ?? null, sheetOf }
    const kept = { objectionDays, sealMode: sealModeOf(base, to), finalOffers: finalOffersOf(base, to) }
    const local = base.code === to.code ? {} : { mark: 'local', certainty: 'M' }
    const by = { addedBy: ctx.actor.personId, addedAt: ctx.clock.now(), placeId: to.placeId ?? null }
    await tx.insert(methods).values({ ...base, ...to, ...local, ...own, ...by, ...kept })
    await record(tx, ctx, 'route.set', { subject: own.id }, { code: to.code, version, from: to.from, ground })
    return { id: own.id }
  })
