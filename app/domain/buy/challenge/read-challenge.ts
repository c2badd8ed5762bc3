import type { Context } from '../../context.ts'
import { pick } from '../../pick.ts'
import { authorize, may } from '../../policy/index.ts'
import { awardsOf, isLive } from '../award/find-award.ts'
import { findCall } from '../proposal/find-call.ts'
import { proposalOf } from '../proposal/find-proposal.ts'
import { challengesShown, findChallenge } from './find-challenge.ts'

/** The page of those who took part: until when they may object, and what came of it. */
export async function readChallenges(ctx: Context, tenderId: string) {
  const call = await findCall(ctx.db, tenderId)
  const supplierId = ctx.actor.seat?.partyId ?? ''
  const own = supplierId ? await proposalOf(ctx.db, tenderId, supplierId) : null
  const award = (await awardsOf(ctx.db, tenderId)).find((a) => isLive(a) && a.notifiedAt)
  const inTime = Boolean(award?.windowEndsAt && ctx.clock.now() < award.windowEndsAt)
  const shown = await challengesShown(ctx.db, tenderId)
  const mine = await Promise.all(shown.map((c) => findChallenge(ctx.db, c.id)))
  return {
    call: { id: call.id, title: call.title, refNo: call.refNo, statute: call.method.mark === 'statute' },
    signedIn: ctx.actor.personId !== null,
    tookPart: own?.body != null,
    signs: own?.body != null && may(ctx.actor, 'challenge.submit', { supplierId }),
    windowEndsAt: award?.windowEndsAt ?? null,
    inTime,
    shown,
    own: mine
      .filter((c) => supplierId && c.challengerId === supplierId)
      .map(({ id, refNo, state, items, replyDueAt, reply, complaintEndsAt }) => ({
        id,
        refNo,
        state,
        items,
        replyDueAt,
        reply,
        complaintEndsAt,
      })),
  }
}

const shownOfChallenge = [
  'id',
  'refNo',
  'challenger',
  'items',
  'state',
  'submittedAt',
  'replyDueAt',
  'reply',
  'repliedAt',
  'complaintEndsAt',
] as const
/** One challenge, to the two sides of it and to the auditor. */
export async function readChallenge(ctx: Context, challengeId: string) {
  const found = await findChallenge(ctx.db, challengeId)
  authorize(ctx.actor, 'challenge.read', found)
  const { call, state } = found
  return {
    challenge: pick(found, shownOfChallenge),
    call: { id: call.id, title: call.title, refNo: call.refNo, statute: call.method.mark === 'statute' },
    may: {
      admit: state === 'submitted' && may(ctx.actor, 'challenge.admit', found),
      decide: state === 'admitted' && may(ctx.actor, 'challenge.dismiss', found),
    },
  }
}
