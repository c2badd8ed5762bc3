import type { Context } from '../../context.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { openAttachment } from '../proposal/attachments.ts'
import { namesOf } from '../proposal/find-call.ts'
import { asksOf, saidOf } from './ask-low-price.ts'
import { differences, wideSpreads } from './differences.ts'
import { findPanel, ownSeat, type Panel, refuseUnread, scoresOf, votesOf } from './find-panel.ts'
import { masked } from './masked.ts'
import { bodyOf, hardGrounds, lowPrices, type Opened, openedOf, stillIn } from './opened.ts'
import { isQualified, mayScore } from './verdicts.ts'

/** Only a member who has declared, of a panel that all have declared on, gets past this. */
async function reading(ctx: Context, tenderId: string) {
  const panel = await findPanel(ctx.db, tenderId)
  const mine = ownSeat(panel, ctx)
  authorize(ctx.actor, 'proposal.read', panel.call)
  refuseUnread(panel)
  const { id, title, state, criteria, reportHash, ceiling, method } = panel.call
  const call = { id, title, state, criteria, reportHash, ceiling, noPrice: method.noPrice }
  return { panel, mine, call, all: await openedOf(ctx.db, tenderId) }
}

const giveaways = async (ctx: Context, all: readonly Opened[]) => {
  const suppliers = all.map((p) => p.supplierId)
  const bodies = await namesOf(ctx.db, suppliers)
  return [...bodies.values(), ...all.flatMap((p) => bodyOf(p).team.map((m) => m.name))]
}

/** What is checked yes or no: facts, without a name. */
const factsOf = (panel: Panel, p: Opened, names: readonly string[]) => {
  const body = bodyOf(p)
  const lead = body.team.find((m) => m.leads)
  return {
    id: p.id,
    alias: p.alias!,
    price: p.price!,
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
    hard: hardGrounds(panel.call, p),
    indicators: body.indicators ?? [],
    lines: (body.budget?.lines ?? []).map((l) => ({ ...l, label: masked(l.label, names) })),
    files: body.attachments.map((a, at) => ({ at: at + 1, mime: a.mime, size: a.size, hash: a.hash })),
  }
}

export async function readQualification(ctx: Context, tenderId: string) {
  const { panel, mine, call, all } = await reading(ctx, tenderId)
  const names = await giveaways(ctx, all)
  const given = await votesOf(ctx.db, tenderId)
  const votes = given.filter((v) => v.panelSeatId === mine.id)
  const flags = await lowPrices(ctx.db, panel.call, all)
  const qualified = isQualified(panel, given, all)
  const asks = await asksOf(ctx.db, tenderId)
  return {
    settled: { qualification: qualified, low_price: qualified && (await mayScore(ctx.db, panel, all)) },
    call: { ...call, qualification: panel.call.qualification },
    proposals: all.map((p) => ({
      ...factsOf(panel, p, names),
      tests: flags.find((f) => f.p.id === p.id)?.tests ?? [],
      said: saidOf(
        asks.find((ask) => ask.proposalId === p.id),
        names,
        ctx.clock.now(),
      ),
    })),
    votes: votes.map(({ proposalId, about, passes, ground, words }) => ({
      proposalId,
      about,
      passes,
      ground,
      words,
    })),
  }
}

/** One part of one proposal beside the criterion it is judged by, and the member's own score of it. */
export async function readPart(ctx: Context, tenderId: string, proposalId: string, code: string) {
  const { panel, mine, call, all } = await reading(ctx, tenderId)
  const valid = stillIn(all)
  const p = valid.find((one) => one.id === proposalId)
  const criterion = call.criteria.find((c) => c.code === code && c.kind !== 'formula')
  if (!p || !criterion) throw new Refusal('missing', 'criterion-missing')
  const names = await giveaways(ctx, all)
  const own = (await scoresOf(ctx.db, tenderId)).filter((s) => s.seatId === mine.id)
  const sheet = panel.sheets.find((s) => s.panelSeatId === mine.id)
  return {
    call,
    criterion,
    facts: factsOf(panel, p, names),
    words: masked(bodyOf(p).plan[code] ?? '', names),
    mine: own.find((s) => s.proposalId === proposalId && s.criterionId === criterion.id) ?? null,
    own: own
      .filter((s) => s.proposalId === proposalId)
      .map(({ criterionId, points }) => ({ criterionId, points })),
    proposals: valid.map(({ id, alias }) => ({ id, alias: alias! })),
    size: panel.seats.length,
    submitted: panel.sheets.filter((s) => s.state === 'submitted').length,
    declaredAt: mine.declaredAt,
    locked: sheet?.state === 'submitted' || (sheet?.submittedAt != null && criterion.kind === 'subjective'),
  }
}

/** Once all are locked: where facts differ, and which of the member's scores need words. */
export async function readDifferences(ctx: Context, tenderId: string) {
  const { panel, mine, call, all } = await reading(ctx, tenderId)
  if (!panel.locked) return { call, ready: false as const, differ: [], wide: [] }
  const valid = stillIn(all)
  const given = await scoresOf(ctx.db, tenderId)
  const seen = (c: { proposalId: string; criterionId: string; low: number; high: number }) => ({
    ...c,
    alias: valid.find((p) => p.id === c.proposalId)!.alias!,
    name: call.criteria.find((k) => k.id === c.criterionId)!.name,
    mine:
      given.find(
        (s) => s.seatId === mine.id && s.proposalId === c.proposalId && s.criterionId === c.criterionId,
      ) ?? null,
  })
  return {
    call,
    ready: true as const,
    differ: differences(call.criteria, valid, given).map(seen),
    wide: (await wideSpreads(ctx.db, panel.call, valid, given)).map(seen),
  }
}

/** The bytes of one attachment, to a member who may read. */
export async function readAttachment(ctx: Context, tenderId: string, proposalId: string, hash: string) {
  const { all } = await reading(ctx, tenderId)
  if (!all.some((p) => p.id === proposalId)) throw new Refusal('missing', 'file-missing')
  return openAttachment(ctx, ctx.db, proposalId, hash)
}
