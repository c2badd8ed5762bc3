import type { Context } from '../../context.ts'
import { countdown } from '../../countdown.ts'
import { dateOf } from '../../dates.ts'
import { parameter } from '../../parameters.ts'
import { pick } from '../../pick.ts'
import { authorize, may } from '../../policy/index.ts'
import { complaintClock } from './bidder-clocks.ts'
import { complainUntil } from './file-complaint.ts'
import { findChallenge } from './find-challenge.ts'
import { type ComplaintFacts, complaintOf, findComplaint } from './find-complaint.ts'
import { pointsOf } from './matters.ts'
import { remediesOf } from './remedy.ts'

const shownOfComplaint = [
  'id',
  'refNo',
  'items',
  'state',
  'filedAt',
  'acceptedAt',
  'dueAt',
  'outcome',
  'remedy',
  'decision',
  'decidedAt',
  'suspendedUntil',
  'suspendGround',
  'resumedAt',
] as const

/** The challenge's items it takes up, in the challenge's own words. */
const taken = ({ challenge, points }: ComplaintFacts) =>
  pointsOf(challenge.items).filter((_, at) => (points ?? [at]).includes(at))

function actsOf({ actor, clock }: Context, found: ComplaintFacts) {
  const { state, suspendedUntil, resumedAt } = found
  const stands = suspendedUntil !== null && !resumedAt && clock.now() < suspendedUntil
  return {
    accept: state === 'filed' && may(actor, 'complaint.accept', found),
    resume: state === 'accepted' && stands && may(actor, 'complaint.resume', found),
    decide: state === 'accepted' && may(actor, 'complaint.decide', found),
    /** Who took it up waits for another to decide it. */
    waits: state === 'accepted' && found.acceptedBy === actor.personId,
  }
}

/** One complaint, to the complainant, the buyer and the district that decides it. */
export async function readComplaint(ctx: Context, complaintId: string) {
  const found = await findComplaint(ctx.db, complaintId)
  authorize(ctx.actor, 'complaint.read', found)
  const { challenge, call } = found
  const most = await parameter(ctx.db, 'SUSPEND_MAX', dateOf(ctx.clock.now()))
  const { copiesAt } = found
  return {
    copies: copiesAt && {
      at: copiesAt,
      clock: await countdown(ctx.db, ctx, 'COMPLAINT_COPY', dateOf(found.acceptedAt!)),
    },
    complaint: { ...pick(found, shownOfComplaint), points: taken(found) },
    challenge: { ...pick(challenge, ['id', 'refNo', 'items', 'reply']), by: challenge.challenger },
    call: { id: call.id, title: call.title, contracted: call.state === 'contracted' },
    suspend: { most: most.value, source: most.source },
    remedies: await remediesOf(ctx.db, call),
    may: actsOf(ctx, found),
  }
}

/** The challenger's own page: until when it may complain, of which of its items, and what came of it. */
export async function readOwnComplaint(ctx: Context, tenderId: string, challengeId: string) {
  const was = await findChallenge(ctx.db, challengeId)
  authorize(ctx.actor, 'complaint.file', was)
  const filed = await complaintOf(ctx.db, challengeId)
  const until = await complainUntil(ctx.db, ctx, was)
  return {
    call: { id: tenderId, title: was.call.title },
    challenge: { id: was.id, refNo: was.refNo, reply: was.reply, points: pointsOf(was.items) },
    clock: until && (await complaintClock(ctx.db, ctx, was, until)),
    open: filed === null && until !== null && ctx.clock.now() < until,
    complaint: filed && (await readComplaint(ctx, filed.id)).complaint,
  }
}
