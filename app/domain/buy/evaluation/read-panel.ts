import { experts } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { authorize, may } from '../../policy/index.ts'
import { publicRound } from './consultation/read-final.ts'
import { expertsNeeded } from './draw.ts'
import { tooEarly } from './draw-panel.ts'
import { drawOf, type PanelDraw } from './draw-record.ts'
import { emptyPlaces } from './draw-seat.ts'
import { eligibleForBodies } from './eligible.ts'
import { findPanel, ownSeat, type Panel, scoresOf, votesOf } from './find-panel.ts'
import { lowPrices, openedOf, stillIn } from './opened.ts'
import { leastPanel } from './panel-size.ts'
import { unscored } from './score.ts'
import { isResultOut } from './secret-acts.ts'
import { biddersOf, tiesOf } from './ties.ts'
import { isQualified, mayScore } from './verdicts.ts'

const callOf = ({ call }: Panel) => {
  const {
    id,
    refNo,
    title,
    state,
    deadline,
    openedAt,
    reportHash,
    reportAt,
    criteria,
    method,
    ceiling,
    endReason,
  } = call
  return {
    id,
    refNo,
    title,
    state,
    deadline,
    openedAt,
    reportHash,
    reportAt,
    criteria,
    ceiling,
    endReason,
    noPrice: method.noPrice,
  }
}

/** The fields experts of the register judge. */
const fieldsOf = async (db: Reader) =>
  [
    ...new Set((await db.select({ fields: experts.fields }).from(experts)).flatMap((e) => e.fields ?? [])),
  ].sort()

/** 抽取记录 at the desk: the seed itself only once the result is out; until then what it was promised by. */
async function drawSeen(db: Reader, call: Panel['call'], draw: PanelDraw) {
  const seed = (await isResultOut(db, call.id)) ? draw.seed : null
  return { at: draw.drawnAt, seed, commit: call.drawCommit, listHash: draw.listHash, pool: draw.pool.length }
}

/** 抽取页: how the panel stands, by number and kind; who the experts are is not told before the result. */
export async function readPanelDesk(ctx: Context, tenderId: string) {
  const panel = await findPanel(ctx.db, tenderId)
  authorize(ctx.actor, 'panel.watch', panel.call)
  const on = dateOf(ctx.clock.now())
  const bodies = await eligibleForBodies(ctx.db, panel.call, on)
  const draw = await drawOf(ctx.db, tenderId)
  const share = panel.call.method.expertShareMin
  const size = await leastPanel(ctx.db, panel.call, on)
  return {
    call: callOf(panel),
    seats: panel.all.map(({ ordinal, kind, state, signedAt }) => ({ ordinal, kind, state, signedAt })),
    locked: panel.sheets.filter((s) => s.state === 'submitted').length,
    empty: emptyPlaces(panel.all).map(({ kind }) => kind),
    least: { size, experts: expertsNeeded(size, share), share },
    bodies: {
      buyer: bodies.buyer.map(({ id, name, role }) => ({ id, name, role })),
      centre: bodies.centre.map(({ id, name, role }) => ({ id, name, role })),
    },
    draw: draw && (await drawSeen(ctx.db, panel.call, draw)),
    early: await tooEarly(ctx.db, ctx, panel.call),
    mayDraw: may(ctx.actor, 'panel.draw', panel.call),
    fields: await fieldsOf(ctx.db),
    buyerQualifies: panel.call.method.buyerQualifies && panel.call.openedAt !== null,
    round: await publicRound(ctx.db, ctx, panel.call),
  }
}

type OwnSeat = ReturnType<typeof ownSeat>
const ownSeatShown = ({ ordinal, kind, state, declaredAt, signedAt }: OwnSeat) => ({
  ordinal,
  kind,
  state,
  declaredAt,
  signedAt,
})

/** One member's way through the evaluation: what is done, what comes next. */
export async function readMyPanel(ctx: Context, tenderId: string) {
  const panel = await findPanel(ctx.db, tenderId)
  const mine = ownSeat(panel, ctx)
  authorize(ctx.actor, 'proposal.read', panel.call)
  const opened = panel.call.openedAt !== null
  const all = opened && panel.ready ? await openedOf(ctx.db, tenderId) : []
  const votes = await votesOf(ctx.db, tenderId)
  const own = (await scoresOf(ctx.db, tenderId)).filter((s) => s.seatId === mine.id)
  const judged = panel.call.criteria.filter((c) => c.kind !== 'formula')
  const flagged = all.length ? await lowPrices(ctx.db, panel.call, all) : []
  const mineIn = (about: string) => votes.some((v) => v.panelSeatId === mine.id && v.about === about)
  return {
    call: callOf(panel),
    mine: ownSeatShown(mine),
    size: panel.seats.length,
    ready: panel.ready,
    voted: mineIn('qualification'),
    qualified: isQualified(panel, votes, all),
    /** 最后报价, on a route that has them: to be asked for, awaited or over. */
    finals: panel.call.method.finalOffers ? { opened: panel.call.finalsOpenedAt !== null } : null,
    lowPrice: flagged.length > 0 ? { voted: mineIn('low_price') } : null,
    scoring: all.length > 0 && (await mayScore(ctx.db, panel, all)),
    proposals: stillIn(all).map(({ id, alias }) => ({ id, alias: alias! })),
    left: unscored(stillIn(all), judged, own),
    own: own.map(({ proposalId, criterionId, points }) => ({ proposalId, criterionId, points })),
    sheet: panel.sheets.find((s) => s.panelSeatId === mine.id)?.state ?? null,
    submitted: panel.sheets.filter((s) => s.state === 'submitted').length,
    locked: panel.locked,
  }
}
export type MyPanel = Awaited<ReturnType<typeof readMyPanel>>

/** 声明页: only the names of those who came, and what ties the product itself has found. */
export async function readDeclaration(ctx: Context, tenderId: string) {
  const panel = await findPanel(ctx.db, tenderId)
  const mine = ownSeat(panel, ctx)
  authorize(ctx.actor, 'panelSeat.declare_clear', mine)
  const bidders = panel.call.openedAt ? await biddersOf(ctx.db, tenderId) : []
  const ties = await tiesOf(ctx.db, tenderId, mine.personId, dateOf(ctx.clock.now()))
  return {
    call: callOf(panel),
    state: mine.state,
    bidders: bidders.map(({ partyId, name }) => ({ id: partyId, name })),
    ties: ties.map(({ partyId, relation }) => ({
      relation,
      name: bidders.find((b) => b.partyId === partyId)?.name ?? '',
    })),
  }
}
