import type { Context } from '../../context.ts'
import { authorize, may } from '../../policy/index.ts'
import { complainUntil } from './file-complaint.ts'
import { findChallenge } from './find-challenge.ts'
import { complaintOf, findComplaint } from './find-complaint.ts'

/** One complaint, to the complainant, the buyer and the district that decides it. */
export async function readComplaint(ctx: Context, complaintId: string) {
  const found = await findComplaint(ctx.db, complaintId)
  authorize(ctx.actor, 'complaint.read', found)
  const {
    id,
    refNo,
    items,
    state,
    filedAt,
    acceptedAt,
    dueAt,
    outcome,
    decision,
    decidedAt,
    challenge,
    call,
  } = found
  return {
    complaint: { id, refNo, items, state, filedAt, acceptedAt, dueAt, outcome, decision, decidedAt },
    challenge: {
      id: challenge.id,
      refNo: challenge.refNo,
      by: challenge.challenger,
      items: challenge.items,
      reply: challenge.reply,
    },
    call: { id: call.id, title: call.title, contracted: call.state === 'contracted' },
    may: {
      accept: state === 'filed' && may(ctx.actor, 'complaint.accept', found),
      decide: state === 'accepted' && may(ctx.actor, 'complaint.decide', found),
    },
  }
}

/** The challenger's own page: until when it may complain, and what came of it. */
export async function readOwnComplaint(ctx: Context, tenderId: string, challengeId: string) {
  const was = await findChallenge(ctx.db, challengeId)
  authorize(ctx.actor, 'complaint.file', was)
  const filed = await complaintOf(ctx.db, challengeId)
  const until = await complainUntil(ctx.db, ctx, was)
  return {
    call: { id: tenderId, title: was.call.title },
    challenge: { id: was.id, refNo: was.refNo, reply: was.reply },
    until,
    open: filed === null && until !== null && ctx.clock.now() < until,
    complaint: filed && (await readComplaint(ctx, filed.id)).complaint,
  }
}
