import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { parameter } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { type Call, findCall, namesOf } from '../proposal/find-call.ts'
import { collusionFlags } from './collusion.ts'
import { suspectsOf } from './collusion-facts.ts'
import { refuseFinalsPending } from './consultation/finals-pending.ts'
import { type Opened, openedOf } from './opened.ts'
import { reading } from './reading.ts'

async function flagsOf(db: Reader, call: Call, all: readonly Opened[]) {
  const on = dateOf(call.openedAt!)
  const limits = {
    tolerance: (await parameter(db, 'COLLUSION_PRICE', on)).value,
    alike: (await parameter(db, 'COLLUSION_TEXT', on)).value,
  }
  const given = [call.requirement, ...call.criteria.map((c) => c.guidance)]
  const flags = collusionFlags(await suspectsOf(db, call, all), given, limits)
  return { limits, flags, compared: all.length }
}

/** 串通线索, for a member of the panel: between letters, never between names. */
export async function readPanelSignals(ctx: Context, tenderId: string) {
  const { panel, call, all } = await reading(ctx, tenderId)
  authorize(ctx.actor, 'signals.read', panel.call)
  const alias = (id: string) => all.find((p) => p.id === id)?.alias ?? ''
  const { flags, ...found } = await flagsOf(ctx.db, panel.call, all)
  const shown = flags.map((f) => ({ ...f, between: f.between.map(alias) }))
  return { call: { id: call.id, title: call.title }, ...found, flags: shown }
}

/** The same for supervision, by name; nobody sees any before the opening, nor while they talk: who came and for how much is the panel's alone. */
export async function readSignals(ctx: Context, tenderId: string) {
  authorize(ctx.actor, 'signals.watch', {})
  const call = await findCall(ctx.db, tenderId)
  if (!call.openedAt) throw new Refusal('conflict', 'not-opened-yet')
  refuseFinalsPending(call)
  const all = await openedOf(ctx.db, tenderId)
  const names = await namesOf(
    ctx.db,
    all.map((p) => p.supplierId),
  )
  const name = (id: string) => names.get(all.find((p) => p.id === id)?.supplierId ?? '') ?? ''
  const { flags, ...found } = await flagsOf(ctx.db, call, all)
  const shown = flags.map((f) => ({ ...f, between: f.between.map(name) }))
  return { call: { id: call.id, title: call.title, refNo: call.refNo }, ...found, flags: shown }
}
