import { type PoolLine, panelDraws } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { onCalendar, parameter } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { type Call, findCall } from '../proposal/find-call.ts'
import { codeOf, expertsNeeded, listHash, ranked } from './draw.ts'
import { type Drawn, takeSeats } from './draw-seat.ts'
import { seedOf } from './draw-seed.ts'
import { eligibleForBodies, eligibleResidents, expertPool } from './eligible.ts'
import type { PanelShape } from './forms.ts'
import { leastPanel } from './panel-size.ts'
import { drawnFor } from './ties.ts'

/** How many working days before the deadline a panel may be drawn, while it is still too early; else null. */
export async function tooEarly(db: Reader, ctx: Context, call: Call): Promise<number | null> {
  const today = dateOf(ctx.clock.now())
  const { value } = await parameter(db, 'PANEL_DRAW', today)
  return onCalendar(() => ctx.calendar.between(today, dateOf(call.deadline))) > value ? value : null
}

async function refuseEarly(tx: Tx, ctx: Context, call: Call) {
  if (!['published', 'opened'].includes(call.state)) throw new Refusal('conflict', 'panel-not-now')
  const n = await tooEarly(tx, ctx, call)
  if (n !== null) throw new Refusal('conflict', 'panel-too-early', { n })
}

/** Odd, as large as the route and the budget ask, and with its share of experts. */
async function refuseShape(tx: Tx, call: Call, on: string, [size, numberOfExperts]: [number, number]) {
  if (size % 2 === 0) throw new Refusal('invalid', 'panel-even')
  const n = await leastPanel(tx, call, on)
  if (size < n) throw new Refusal('invalid', 'panel-too-small', { n })
  const least = expertsNeeded(size, call.method.expertShareMin)
  if (numberOfExperts < least) throw new Refusal('invalid', 'panel-few-experts', { n: least })
}

async function sittingForBodies(tx: Tx, call: Call, on: string, shape: PanelShape): Promise<Drawn[]> {
  const { buyer, centre } = await eligibleForBodies(tx, call, on)
  const named = [
    { kind: 'buyer', id: shape.buyerRepId, from: buyer },
    { kind: 'centre', id: shape.centreRepId, from: centre },
  ] as const
  return named.flatMap(({ kind, id, from }) => {
    if (!id) return []
    if (!from.some((p) => p.id === id)) throw new Refusal('invalid', 'panel-member-not-eligible')
    return [{ kind, personId: id }]
  })
}

type Lots = { call: Call; on: string; seed: string; shape: PanelShape }
/** Whom the lot falls on, and the list it was drawn from, as codes. */
async function byLot(tx: Tx, ctx: Context, { call, on, seed, shape }: Lots) {
  const coded = <P extends { id: string }>(people: readonly P[]) =>
    people.map((p) => ({ ...p, code: codeOf(ctx.vault, call.id, p.id) }))
  const { pool, leftOut } = await expertPool(tx, call, on, shape.field)
  const experts = coded(pool)
  const residents = shape.resident ? coded(await eligibleResidents(tx, call, on)) : []
  const lots = ranked(seed, experts).slice(0, shape.experts)
  const neighbour = ranked(seed, residents).slice(0, 1)
  if (lots.length < shape.experts || (shape.resident && neighbour.length === 0))
    throw new Refusal('conflict', 'panel-pool-too-small')
  const drawn: Drawn[] = [
    ...neighbour.map(({ id }) => ({ personId: id, kind: 'resident' as const })),
    ...lots.map(({ id }) => ({ personId: id, kind: 'expert' as const })),
  ]
  const line = (kind: PoolLine['kind']) => (p: { code: string }) => ({ code: p.code, kind })
  const list = [...experts.map(line('expert')), ...residents.map(line('resident'))]
  return { drawn, leftOut, list: list.sort((a, b) => (a.code < b.code ? -1 : 1)) }
}

/** 抽取评审小组: experts and the resident by lot, from the seed whose fingerprint the call was published with; who they are stays secret until the result. */
export const drawPanel = (ctx: Context, { tenderId, ...shape }: PanelShape & { tenderId: string }) =>
  ctx.transact(async (tx) => {
    const call = await findCall(tx, tenderId)
    authorize(ctx.actor, 'panel.draw', call)
    await refuseEarly(tx, ctx, call)
    if ((await drawnFor(tx, tenderId)).length > 0) throw new Refusal('conflict', 'panel-already-drawn')
    const on = dateOf(ctx.clock.now())
    const seed = seedOf(ctx, call)
    const { drawn, leftOut, list } = await byLot(tx, ctx, { call, on, seed, shape })
    const all = [...(await sittingForBodies(tx, call, on, shape)), ...drawn]
    await refuseShape(tx, call, on, [all.length, shape.experts])
    const listed = { seed, listHash: listHash(list), experts: shape.experts }
    const by = { drawnBy: ctx.actor.personId!, drawnAt: ctx.clock.now() }
    const kept = { tenderId, pool: list, leftOut, passed: [], field: shape.field, ...listed, ...by }
    await tx.insert(panelDraws).values(kept)
    await takeSeats(tx, ctx, call, seed, all)
    const detail = { ...listed, pool: list.length, size: all.length }
    await record(tx, ctx, 'panel.draw', { subject: tenderId, threadId: call.planId }, detail)
    return { id: tenderId }
  })
