import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { countdown } from '../../countdown.ts'
import { dateOf } from '../../dates.ts'
import { pick } from '../../pick.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { windowClock } from '../challenge/bidder-clocks.ts'
import { challengesShown } from '../challenge/find-challenge.ts'
import { windowsOf } from '../challenge/matters.ts'
import type { Report } from '../evaluation/compose-report.ts'
import { seatsOf } from '../evaluation/find-panel.ts'
import { partiesOfAward } from '../proposal/consortium/parties-of.ts'
import { type Call, findCall } from '../proposal/find-call.ts'
import { findProposal, findSupplier, type Proposal } from '../proposal/find-proposal.ts'
import { documentHash } from '../tender/document-hash.ts'
import { versionsOf } from '../tender/versions.ts'
import { type Award, awardsOf, isLive } from './find-award.ts'
import { cameToOpening, failedOpened, ownFeedback } from './own-feedback.ts'

const published = async (db: Reader, tenderId: string) =>
  (await awardsOf(db, tenderId)).filter((a) => a.notifiedAt !== null)

/** 成交公告 as everyone may read it: nothing before it is published. */
export async function readResult(db: Reader, tenderId: string) {
  const call = await findCall(db, tenderId)
  const notices = await published(db, tenderId)
  const [last] = notices
  if (!last) throw new Refusal('missing', 'result-not-published')
  const seats = await seatsOf(db, tenderId)
  const { id, refNo, title, planId, reportHash, reportAt, ceiling, openedAt, publishedAt } = call
  return {
    tender: { id, refNo, title, planId, reportHash, reportAt, ceiling, openedAt, publishedAt },
    method: {
      name: call.method.name,
      nameEn: call.method.nameEn,
      noPrice: call.method.noPrice,
      ...pick(call.method, ['code', 'mark', 'basis', 'certainty', 'bidUnit']),
    },
    buyer: { name: call.buyer.name, nameEn: call.buyer.nameEn },
    award: last,
    parties: await partiesOfAward(db, last.id),
    documents: call.documents.map(({ id, name, hash }) => ({ id, name, hash })),
    documentHash: (await versionsOf(db, tenderId)).at(-1)?.hash ?? documentHash(call),
    notices,
    report: call.report as unknown as Report,
    members: seats
      .filter((s) => s.state !== 'recused')
      .map(({ ordinal, kind, name, dissent, signedAt }) => ({ ordinal, kind, name, dissent, signedAt })),
    recused: seats.filter((s) => s.state === 'recused').map(({ ordinal, kind }) => ({ ordinal, kind })),
    challenges: await challengesShown(db, tenderId),
  }
}
export type Result = Awaited<ReturnType<typeof readResult>>

/** The mean of all that were scored, criterion by criterion. */
const meansOf = ({ criteria }: Report, scored: Report['rows']) =>
  Object.fromEntries(
    criteria.map(({ code }) => [
      code,
      scored.length
        ? Math.round((scored.reduce((all, r) => all + r.averages![code]!, 0) / scored.length) * 100) / 100
        : 0,
    ]),
  )

type Noticed = { call: Call; award: Award | null }
/** Until when the result may be objected to, where there is none what was done of it; and by when the winner signs. */
async function clocksOf(ctx: Context, { call, award }: Noticed, wins: boolean) {
  const windows = await windowsOf(ctx.db, ctx, call)
  const step = windows.findLast(({ matter }) => matter === 'opening' || matter === 'evaluation')!
  const from = award ? dateOf(award.notifiedAt!) : step.from
  const window = award ? { matter: 'result' as const, from, ends: award.windowEndsAt! } : step
  return {
    object: await windowClock(ctx.db, ctx, call, window),
    sign: wins && award && isLive(award) ? await countdown(ctx.db, ctx, 'SIGN_CONTRACT', from) : null,
  }
}

/** 得分: one's own beside the mean and the winner's; where there is no report, none. */
function pointsOf(report: Report | null, mine: string, chosen: string | undefined) {
  const { criteria, scores, rows } = report ?? { criteria: [], scores: [], rows: [] }
  const scored = rows.filter((r) => r.averages !== null)
  const own = scores.filter((s) => s.proposalId === mine)
  const best = rows.find((r) => r.proposalId === chosen)
  return {
    criteria,
    means: report ? meansOf(report, scored) : {},
    words: own.filter((s) => s.comment).map(({ code, comment }) => ({ code, comment: comment! })),
    own,
    winner: mine === chosen || !best ? null : pick(best, ['supplier', 'averages', 'total', 'price']),
    of: scored.length,
  }
}

/** What is said of one that no report speaks of: its seal did not hold, or the call failed before there was one. */
async function rowOf(db: Reader, { supplierId, endGround, endReason, price, firstPrice }: Proposal) {
  const { name: supplier } = await findSupplier(db, supplierId)
  const prices = firstPrice === null ? {} : { price: price!, firstPrice }
  return {
    supplier,
    averages: null,
    total: null,
    rank: null,
    ground: endGround,
    reason: endReason,
    ...prices,
  }
}

/** 反馈单: to each bidder its own scores, the mean of all, its rank, and why; where the call failed after its opening, why. */
export async function readFeedback(ctx: Context, tenderId: string, proposalId: string) {
  const call = await findCall(ctx.db, tenderId)
  const [award = null] = await published(ctx.db, tenderId)
  if (!award && !failedOpened(call)) throw new Refusal('missing', 'result-not-published')
  const mine = await findProposal(ctx.db, proposalId)
  if (mine.tenderId !== tenderId) throw new Refusal('missing', 'proposal-missing')
  authorize(ctx.actor, 'award.feedback', mine)
  if (!cameToOpening(mine)) throw new Refusal('missing', 'proposal-missing')
  const report = award ? (call.report as unknown as Report) : null
  const wins = award?.proposalId === proposalId
  return {
    tender: pick(call, ['id', 'title']),
    award: award && pick(award, ['state']),
    failed: award ? null : call.endReason,
    row: report?.rows.find((r) => r.proposalId === proposalId) ?? (await rowOf(ctx.db, mine)),
    ...pointsOf(report, proposalId, award?.proposalId),
    wins,
    clocks: await clocksOf(ctx, { call, award }, wins),
    state: mine.state,
  }
}
export type Feedback = Awaited<ReturnType<typeof readFeedback>>

/** The page of the result: before it is published, only that it is not. */
export async function readResultPage(ctx: Context, tenderId: string) {
  const { db } = ctx
  const { id, refNo, title, state, publishedAt } = await findCall(db, tenderId)
  if (!publishedAt) throw new Refusal('missing', 'tender-missing')
  const out = (await published(db, tenderId)).length > 0
  const result = out ? await readResult(db, tenderId) : null
  return {
    call: { id, refNo, title, state },
    result,
    feedback: await ownFeedback(ctx, tenderId),
    objecting: result !== null && ctx.clock.now() < result.award.windowEndsAt!,
  }
}
