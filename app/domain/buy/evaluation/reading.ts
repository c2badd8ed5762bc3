import type { Context } from '../../context.ts'
import { authorize } from '../../policy/index.ts'
import { asJudged, partnerNames } from '../proposal/as-judged.ts'
import { namesOf } from '../proposal/find-call.ts'
import { findPanel, ownSeat, type Panel, refuseUnread } from './find-panel.ts'
import { masked } from './masked.ts'
import { bodyOf, hardGrounds, type Opened, openedOf } from './opened.ts'

/** Only a member who has declared, of a panel that all have declared on, gets past this. */
export async function reading(ctx: Context, tenderId: string) {
  const panel = await findPanel(ctx.db, tenderId)
  const mine = ownSeat(panel, ctx)
  authorize(ctx.actor, 'proposal.read', panel.call)
  refuseUnread(panel)
  const { id, title, state, criteria, reportHash, ceiling, method } = panel.call
  const call = { id, title, state, criteria, reportHash, ceiling, noPrice: method.noPrice }
  return { panel, mine, call, all: await openedOf(ctx.db, tenderId) }
}

export const giveaways = async (ctx: Context, all: readonly Opened[]) => {
  const suppliers = all.map((p) => p.supplierId)
  const bodies = await namesOf(ctx.db, suppliers)
  const named = all.map(bodyOf).flatMap((body) => [...partnerNames(body), ...body.team.map((m) => m.name)])
  return [...bodies.values(), ...named]
}

/** What is checked yes or no: facts, without a name. */
export const factsOf = (panel: Panel, p: Opened, names: readonly string[], now: Date) => {
  const body = bodyOf(p)
  const lead = body.team.find((m) => m.leads)
  return {
    id: p.id,
    alias: p.alias!,
    price: p.price,
    ceiling: panel.call.ceiling,
    state: p.state,
    endGround: p.endGround,
    endReason: p.endReason,
    kind: body.organisation?.kind ?? '',
    form: body.organisation?.form ?? null,
    grade: body.organisation?.grade ?? null,
    gradeUntil: body.organisation?.gradeUntil ?? null,
    registeredYear: body.organisation?.registeredYear ?? null,
    leadLevel: lead?.level ?? null,
    leadUntil: lead?.registeredUntil ?? null,
    team: body.team.length,
    integrity: body.integrity !== null,
    hard: hardGrounds(panel.call, p, now),
    indicators: body.indicators ?? [],
    judged: asJudged(body, names),
    lines: (body.budget?.lines ?? []).map((l) => ({ ...l, label: masked(l.label, names) })),
    files: body.attachments.map((a, at) => ({ at: at + 1, mime: a.mime, size: a.size, hash: a.hash })),
  }
}
