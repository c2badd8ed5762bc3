import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { countdown } from '../../countdown.ts'
import { dateOf } from '../../dates.ts'
import { pick } from '../../pick.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { windowClock } from '../challenge/bidder-clocks.ts'
import { challengesShown } from '../challenge/find-challenge.ts'
import type { Report } from '../evaluation/compose-report.ts'
import { seatsOf } from '../evaluation/find-panel.ts'
import { partiesOfAward } from '../proposal/consortium/parties-of.ts'
import { findCall } from '../proposal/find-call.ts'
import { findProposal } from '../proposal/find-proposal.ts'
import { documentHash } from '../tender/document-hash.ts'
import { awardsOf, isLive } from './find-award.ts'
import { ownFeedback } from './own-feedback.ts'

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
    documentHash: documentHash(call),
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

type Noticed = Pick<Result, 'award' | 'method'>
/** Until when the result may be objected to, and by when the winner signs. */
async function clocksOf(ctx: Context, { award, method }: Noticed, wins: boolean) {
  const from = dateOf(award.notifiedAt!)
  const window = { matter: 'result' as const, from, ends: award.windowEndsAt! }
  return {
    object: await windowClock(ctx.db, ctx, { method }, window),
    sign: wins && isLive(award) ? await countdown(ctx.db, ctx, 'SIGN_CONTRACT', from) : null,
  }
}

/** 反馈单: to each bidder its own scores, the mean of all, its rank, and why. */
export async function readFeedback(ctx: Context, tenderId: string, proposalId: string) {
  const { tender, award, report, method } = await readResult(ctx.db, tenderId)
  const mine = await findProposal(ctx.db, proposalId)
  if (mine.tenderId !== tenderId) throw new Refusal('missing', 'proposal-missing')
  authorize(ctx.actor, 'award.feedback', mine)
  const row = report.rows.find((r) => r.proposalId === proposalId)
  if (!row) throw new Refusal('missing', 'proposal-missing')
  const scored = report.rows.filter((r) => r.averages !== null)
  const words = report.scores
    .filter((s) => s.proposalId === proposalId && s.comment)
    .map(({ code, comment }) => ({ code, comment: comment! }))
  const own = report.scores.filter((s) => s.proposalId === proposalId)
  const wins = award.proposalId === proposalId
  const best = report.rows.find((r) => r.proposalId === award.proposalId)
  return {
    tender,
    method,
    award,
    criteria: report.criteria,
    row,
    means: meansOf(report, scored),
    words,
    own,
    winner: wins || !best ? null : pick(best, ['supplier', 'averages', 'total', 'price']),
    of: scored.length,
    wins,
    clocks: await clocksOf(ctx, { award, method }, wins),
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
