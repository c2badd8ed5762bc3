import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { parameter } from '../../parameters.ts'
import { pick } from '../../pick.ts'
import { authorize, may } from '../../policy/index.ts'
import { type Call, findCall } from '../proposal/find-call.ts'
import { proposalOf } from '../proposal/find-proposal.ts'
import { clocksOfChallenge, windowClock } from './bidder-clocks.ts'
import { challengesShown, findChallenge } from './find-challenge.ts'
import { matterOf, pointsOf, windowsOf } from './matters.ts'
import { remediesOf } from './remedy.ts'
import { mayObject } from './submit-challenge.ts'

const callShown = (call: Call) => ({
  id: call.id,
  title: call.title,
  refNo: call.refNo,
  statute: call.method.mark === 'statute',
})

/** Every window there is, and whether this reader may use it. */
async function windowsFor(ctx: Context, call: Call, supplierId: string) {
  const now = ctx.clock.now()
  const all = await windowsOf(ctx.db, ctx, call)
  return Promise.all(
    all.map(async (window) => {
      const { matter, from, ends } = window
      const able = await mayObject(ctx, ctx.db, call, supplierId, matter)
      const signs = able && may(ctx.actor, 'challenge.submit', { supplierId })
      return { matter, from, clock: await windowClock(ctx.db, ctx, call, window), open: now < ends, signs }
    }),
  )
}

async function ownOf(ctx: Context, ids: readonly string[], supplierId: string) {
  const all = await Promise.all(ids.map((id) => findChallenge(ctx.db, id)))
  const mine = all.filter((c) => supplierId && c.challengerId === supplierId)
  return Promise.all(
    mine.map(async (c) => ({
      ...pick(c, ['id', 'refNo', 'state', 'items', 'reply', 'remedy']),
      matter: matterOf(c),
      clocks: await clocksOfChallenge(ctx.db, ctx, c),
    })),
  )
}

/** 质疑答复期 as a challenge made today would have it. */
async function replyTerm(ctx: Context) {
  const { value, unit } = await parameter(ctx.db, 'CHALLENGE_REPLY', dateOf(ctx.clock.now()))
  return { value, unit }
}

/** The page of those who took part: until when they may object, to what, and what came of it. */
export async function readChallenges(ctx: Context, tenderId: string) {
  const call = await findCall(ctx.db, tenderId)
  const supplierId = ctx.actor.seat?.partyId ?? ''
  const own = supplierId ? await proposalOf(ctx.db, tenderId, supplierId) : null
  const shown = await challengesShown(ctx.db, tenderId)
  const windows = await windowsFor(ctx, call, supplierId)
  const mine = shown.map((c) => c.id)
  return {
    call: callShown(call),
    reply: await replyTerm(ctx),
    signedIn: ctx.actor.personId !== null,
    tookPart: own?.body != null,
    windows,
    shown,
    own: await ownOf(ctx, mine, supplierId),
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
  'remedy',
  'complaintEndsAt',
] as const
/** One challenge, to the two sides of it and to the auditor. */
export async function readChallenge(ctx: Context, challengeId: string) {
  const found = await findChallenge(ctx.db, challengeId)
  authorize(ctx.actor, 'challenge.read', found)
  const { call, state } = found
  return {
    challenge: { ...pick(found, shownOfChallenge), matter: matterOf(found), points: pointsOf(found.items) },
    call: callShown(call),
    // Upheld and without effect on the result is an outcome of its own.
    remedies: (await remediesOf(ctx.db, call)).filter((one, _, all) => one !== 'none' || all.length === 1),
    may: {
      admit: state === 'submitted' && may(ctx.actor, 'challenge.admit', found),
      decide: state === 'admitted' && may(ctx.actor, 'challenge.dismiss', found),
    },
  }
}
