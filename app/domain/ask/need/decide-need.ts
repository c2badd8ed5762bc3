import { needs } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { struckIn } from '../../masked-words.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { refuseGovernment } from '../suggestion/ask-duty.ts'
import { findDuplicates } from './find-duplicates.ts'
import { findNeed, type Need, withWriters } from './find-need.ts'
import { governmentDutyOf } from './find-need-duty.ts'
import { need } from './machine.ts'
import { hitsOf } from './negative-list.ts'

export type Decision = 'accept' | 'return' | 'redirect' | 'refuse'
type Decide = { needId: string; reason?: string | undefined; redirectTo?: string | undefined }

async function checkAcceptable(tx: Tx, was: Need, today: string) {
  const [hit] = hitsOf(was)
  if (hit) throw new Refusal('conflict', 'negative-list-hit', { article: hit.article })
  refuseGovernment(await governmentDutyOf(tx, was, today))
  if (was.itemType === 'referral') throw new Refusal('conflict', 'referral-is-not-bought')
}

/** Accepted in sight of what it may double: the journal keeps which. */
async function likeOf(tx: Tx, was: Need, decision: Decision) {
  const like = decision === 'accept' ? await findDuplicates(tx, was) : []
  return like.length > 0 ? { like: like.map(({ refNo }) => refNo) } : {}
}

/** The committee that asked hears what became of its need. */
const tellCommittee = (tx: Tx, ctx: Context, was: Need, decision: Decision) =>
  notify(
    tx,
    ctx,
    { role: 'committee_director', partyId: was.committeeId },
    'need-decided',
    `/needs/${was.id}`,
    { decision: `need.${decision}`, title: was.title },
  )

const decideNeed = (ctx: Context, decision: Decision, { needId, ...said }: Decide) =>
  ctx.transact(async (tx) => {
    const { reason, redirectTo } = struckIn(said)
    const was = await findNeed(tx, needId)
    authorize(ctx.actor, `need.${decision}`, await withWriters(tx, was))
    need.next(was.state, decision)
    const now = ctx.clock.now()
    if (decision === 'accept') await checkAcceptable(tx, was, dateOf(now))
    await move(tx, needs, need, was, decision, {
      decidedBy: ctx.actor.personId,
      decidedAt: now,
      reason: reason ?? null,
      redirectTo: redirectTo ?? null,
    })
    const late = was.dueAt !== null && now >= was.dueAt
    await tellCommittee(tx, ctx, was, decision)
    await record(
      tx,
      ctx,
      `need.${decision}`,
      { subject: needId, threadId: needId },
      { reason, redirectTo, late, ...(await likeOf(tx, was, decision)) },
    )
    return { id: needId }
  })

/** The street takes a need up: it may now be put to a round or bought. */
export const acceptNeed = (ctx: Context, input: { needId: string; reason?: string | undefined }) =>
  decideNeed(ctx, 'accept', input)
/** The street sends a need back to be written better, saying what is wanting. */
export const returnNeed = (ctx: Context, input: { needId: string; reason: string }) =>
  decideNeed(ctx, 'return', input)
/** The street sends a need to whose matter it is, saying to whom and why. */
export const redirectNeed = (ctx: Context, input: { needId: string; reason: string; redirectTo: string }) =>
  decideNeed(ctx, 'redirect', input)
/** The street says no, with the ground. */
export const refuseNeed = (ctx: Context, input: { needId: string; reason: string }) =>
  decideNeed(ctx, 'refuse', input)
