import { eq } from 'drizzle-orm'
import { panelSeats, panelVotes, scoreSheets, scores } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { type Call, findCall } from '../proposal/find-call.ts'
import { codeOf } from './draw.ts'
import { drawOf, inDrawnOrder, passBy } from './draw-record.ts'
import { emptyPlaces, takeSeats } from './draw-seat.ts'
import { eligibleForBodies } from './eligible.ts'
import { findPanel, ownSeat, type PanelSeat } from './find-panel.ts'
import { panelSeat as machine } from './panel-machine.ts'
import { drawnFor, tiesOf } from './ties.ts'

/** What one who stands down had given does not count. */
async function forgetWork(tx: Tx, seatId: string) {
  const [sheet] = await tx.select().from(scoreSheets).where(eq(scoreSheets.panelSeatId, seatId))
  if (sheet) await tx.delete(scores).where(eq(scores.sheetId, sheet.id))
  if (sheet) await tx.delete(scoreSheets).where(eq(scoreSheets.id, sheet.id))
  await tx.delete(panelVotes).where(eq(panelVotes.panelSeatId, seatId))
}

/** 递补: the next in the same draw who has no tie to those who came; whoever is passed by is written down with why. */
async function nextInDraw(tx: Tx, ctx: Context, call: Call, gone: Pick<PanelSeat, 'kind'>) {
  const draw = await drawOf(tx, call.id)
  if (!draw || (gone.kind !== 'expert' && gone.kind !== 'resident')) return null
  const on = dateOf(ctx.clock.now())
  const sat = new Set((await drawnFor(tx, call.id)).map((s) => codeOf(ctx.vault, call.id, s.personId)))
  const passed: Array<{ code: string; ground: string }> = []
  let next: { id: string } | null = null
  for (const { code, person } of await inDrawnOrder(tx, ctx, { call, draw, kind: gone.kind })) {
    if (sat.has(code) || draw.passed.some((one) => one.code === code)) continue
    const [tie] = person ? await tiesOf(tx, call.id, person.id, on) : [{ relation: 'not_standing' }]
    if (tie) passed.push({ code, ground: tie.relation })
    else next = person
    if (next) break
  }
  await passBy(tx, ctx, draw, passed)
  return next
}

/** Takes one member off, and puts the next of the draw in the place; a body names its own stand-in. */
export async function standDown(tx: Tx, ctx: Context, call: Call, was: PanelSeat, reason: string) {
  await move(tx, panelSeats, machine, was, 'recuse', { reason, declaredAt: ctx.clock.now() })
  await forgetWork(tx, was.id)
  const next = await nextInDraw(tx, ctx, call, was)
  const filled = next && { personId: next.id, kind: was.kind, replaces: was.id }
  if (filled) await takeSeats(tx, ctx, call, was.drawSeed ?? '', [filled])
  else
    for (const role of ['street_handler', 'district_handler'] as const)
      await notify(
        tx,
        ctx,
        { role, partyId: call.buyerId },
        'panel-place-empty',
        `/desk/tenders/${call.id}/panel`,
      )
  const detail = { ordinal: was.ordinal, kind: was.kind, replaced: next !== null }
  await record(tx, ctx, 'panelSeat.recuse', { subject: call.id, threadId: call.planId }, detail)
}

/** 自动核对利害关系: whoever the product can see to be tied to a bidder is off the panel before a word is read. */
export async function recuseTied(tx: Tx, ctx: Context, call: Call) {
  const on = dateOf(ctx.clock.now())
  const { seats } = await findPanel(tx, call.id)
  for (const seat of seats) {
    const [tie] = await tiesOf(tx, call.id, seat.personId, on)
    if (tie) await standDown(tx, ctx, call, seat, tie.relation)
  }
}

function refuseAfter(call: Call) {
  if (!['published', 'opened'].includes(call.state)) throw new Refusal('conflict', 'evaluation-over')
}

/** 申请回避: a member says so himself, before reading or on recognising someone. */
export const recuse = (ctx: Context, { tenderId, reason }: { tenderId: string; reason: string }) =>
  ctx.transact(async (tx) => {
    const panel = await findPanel(tx, tenderId)
    const mine = ownSeat(panel, ctx)
    authorize(ctx.actor, 'panelSeat.recuse', mine)
    refuseAfter(panel.call)
    if (panel.call.report) throw new Refusal('conflict', 'evaluation-over')
    await standDown(tx, ctx, panel.call, mine, reason)
    return { id: tenderId }
  })

/** 声明没有利害关系: by each member, against the names of those who came, before a word of theirs can be read. */
export const declareClear = (ctx: Context, { tenderId }: { tenderId: string }) =>
  ctx.transact(async (tx) => {
    const panel = await findPanel(tx, tenderId)
    const mine = ownSeat(panel, ctx)
    authorize(ctx.actor, 'panelSeat.declare_clear', mine)
    if (panel.call.state !== 'opened') throw new Refusal('conflict', 'not-opened-yet')
    const [tie] = await tiesOf(tx, tenderId, mine.personId, dateOf(ctx.clock.now()))
    if (tie) throw new Refusal('forbidden', 'tie-found')
    await move(tx, panelSeats, machine, mine, 'declare_clear', { declaredAt: ctx.clock.now() })
    await record(tx, ctx, 'panelSeat.declare_clear', { subject: tenderId })
    return { id: tenderId }
  })

/** A body whose member stood down names another, against the same list and the same ties. */
export const nameStandIn = (ctx: Context, { tenderId, personId }: { tenderId: string; personId: string }) =>
  ctx.transact(async (tx) => {
    const call = await findCall(tx, tenderId)
    authorize(ctx.actor, 'panel.draw', call)
    refuseAfter(call)
    const on = dateOf(ctx.clock.now())
    const rows = await drawnFor(tx, tenderId)
    const bodies = await eligibleForBodies(tx, call, on)
    const fits = (kind: string) =>
      (kind === 'buyer' || kind === 'centre') && bodies[kind].some((p) => p.id === personId)
    const place = emptyPlaces(rows).find((s) => fits(s.kind))
    if (!place || rows.some((r) => r.personId === personId))
      throw new Refusal('invalid', 'panel-member-not-eligible')
    if ((await tiesOf(tx, tenderId, personId, on)).length > 0) throw new Refusal('forbidden', 'tie-found')
    await takeSeats(tx, ctx, call, place.drawSeed ?? '', [{ personId, kind: place.kind, replaces: place.id }])
    await record(
      tx,
      ctx,
      'panel.name_stand_in',
      { subject: tenderId, threadId: call.planId },
      { kind: place.kind },
    )
    return { id: tenderId }
  })
