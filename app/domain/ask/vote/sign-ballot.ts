import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { roundBodies } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { bodiesOf, hasProposal } from './bodies.ts'
import { checkChoices } from './choices.ts'
import { findPublicRound, slateOf } from './find-round.ts'
import { checkOpen } from './identify-voter.ts'
import { idOf } from './marks.ts'

/** The body a person signs for in this round: that of his seat, if the round asks it. */
async function bodyHere(db: Reader, ctx: Context, roundId: string) {
  const bodies = await bodiesOf(db, roundId)
  authorize(ctx.actor, 'ballot.sign', { bodies: bodies.map((b) => b.partyId) })
  return bodies.find((b) => b.partyId === ctx.actor.seat?.partyId)!
}

/** 单位的票: open and signed; the last before the close counts. A body with an interest is told to abstain. */
export const signBallot = (ctx: Context, input: { roundId: string; choices: readonly string[] }) =>
  ctx.transact(async (tx) => {
    const round = await findPublicRound(tx, input.roundId)
    const body = await bodyHere(tx, ctx, round.id)
    checkOpen(round, ctx.clock.now())
    if (body.abstained) throw new Refusal('conflict', 'body-abstained')
    if (await hasProposal(tx, round.id, body.partyId)) throw new Refusal('conflict', 'body-has-interest')
    if (input.choices.length === 0) throw new Refusal('invalid', 'body-chose-nothing')
    const slate = await slateOf(tx, round.id)
    const chosen = checkChoices(round, slate, input.choices).map(idOf)
    const choices = slate.filter((item) => chosen.includes(item.choice)).map((item) => item.refNo)
    await tx
      .update(roundBodies)
      .set({ choices, castBy: ctx.actor.personId, castAt: ctx.clock.now() })
      .where(eq(roundBodies.id, body.id))
    await record(tx, ctx, 'ballot.sign', { subject: round.id }, { bloc: body.bloc })
    return { id: round.id }
  })

/** 回避: the body does not vote in this round, and leaves the denominator. */
export const abstainBody = (ctx: Context, { roundId }: { roundId: string }) =>
  ctx.transact(async (tx) => {
    const round = await findPublicRound(tx, roundId)
    const body = await bodyHere(tx, ctx, round.id)
    checkOpen(round, ctx.clock.now())
    if (body.abstained) throw new Refusal('conflict', 'body-abstained')
    const out = { abstained: 'interest', choices: null, castBy: ctx.actor.personId, castAt: ctx.clock.now() }
    await tx.update(roundBodies).set(out).where(eq(roundBodies.id, body.id))
    await record(tx, ctx, 'ballot.abstain', { subject: round.id }, { bloc: body.bloc })
    return { id: round.id }
  })

/** At the close: a body that came to have an interest after it voted abstains all the same. */
export async function setAsideInterested(tx: Tx, ctx: Context, roundId: string) {
  const voted = await tx
    .select()
    .from(roundBodies)
    .where(
      and(
        eq(roundBodies.roundId, roundId),
        isNotNull(roundBodies.choices),
        isNull(roundBodies.abstained),
        eq(roundBodies.bloc, 'organisation'),
      ),
    )
  for (const body of voted) {
    if (!(await hasProposal(tx, roundId, body.partyId))) continue
    await tx
      .update(roundBodies)
      .set({ abstained: 'interest', choices: null })
      .where(eq(roundBodies.id, body.id))
    await record(tx, ctx, 'ballot.abstain', { subject: roundId }, { bloc: body.bloc })
  }
}

/** The page of whoever signs for a body: the slate, and what the body has said so far. */
export async function readSign(ctx: Context, roundId: string) {
  const round = await findPublicRound(ctx.db, roundId)
  const body = await bodyHere(ctx.db, ctx, round.id)
  const slate = await slateOf(ctx.db, round.id)
  const chosen = slate.filter((item) => body.choices?.includes(item.refNo)).map((item) => item.choice)
  return { body, slate, chosen }
}
