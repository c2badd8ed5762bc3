import { count, eq } from 'drizzle-orm'
import { newId } from '#db/dialect.ts'
import { paperBatches, paperSheets, seats } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { record } from '../../../journal.ts'
import { authorize } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import { findRound, helperBodies } from '../find-round.ts'
import { phaseOf } from '../phase.ts'
import { findBatch } from './find-batch.ts'

type Issue = { roundId: string; building: string; size: number; carrierId: string }

async function checkCarrier(db: Reader, carrierId: string, bodies: readonly string[]) {
  const held = await db.select({ partyId: seats.partyId }).from(seats).where(eq(seats.personId, carrierId))
  if (!held.some((seat) => bodies.includes(seat.partyId))) throw new Refusal('invalid', 'carrier-not-here')
}

/** 发出: so many numbered sheets for one building, to whoever carries them; the numbers run from one. */
export const issueBatch = (ctx: Context, input: Issue) =>
  ctx.transact(async (tx) => {
    const round = await findRound(tx, input.roundId)
    const bodies = await helperBodies(tx, round.communityId)
    authorize(ctx.actor, 'paper.issue', { bodies })
    const phase = phaseOf(round, ctx.clock.now())
    if (phase !== 'waiting' && phase !== 'open') throw new Refusal('conflict', 'sheets-while-sealed')
    await checkCarrier(tx, input.carrierId, bodies)
    const [before] = await tx
      .select({ n: count() })
      .from(paperBatches)
      .where(eq(paperBatches.roundId, round.id))
    const [id, ordinal] = [newId(), before!.n + 1]
    const issued = { issuedBy: ctx.actor.personId!, issuedAt: ctx.clock.now() }
    await tx.insert(paperBatches).values({ ...input, ...issued, id, ordinal })
    await record(tx, ctx, 'paper.issue', { subject: round.id }, { batch: ordinal, size: input.size })
    return { id, roundId: round.id }
  })

type Return = { batchId: string; used: number; unused: number; missingGround?: string | undefined }
/** 收回: every sheet of a batch is accounted for, filled in, unused, or missing with its ground. */
export const returnBatch = (ctx: Context, { batchId, used, unused, missingGround }: Return) =>
  ctx.transact(async (tx) => {
    const { batch, round, bodies } = await findBatch(tx, batchId)
    authorize(ctx.actor, 'paper.return', { bodies })
    if (phaseOf(round, ctx.clock.now()) !== 'open') throw new Refusal('conflict', 'sheets-return-while-open')
    if (await tx.$count(paperSheets, eq(paperSheets.batchId, batchId)))
      throw new Refusal('conflict', 'batch-being-read')
    const missing = batch.size - used - unused
    if (missing < 0) throw new Refusal('invalid', 'more-sheets-than-issued', { n: batch.size })
    if (missing > 0 && !missingGround) throw new Refusal('invalid', 'missing-sheets-ground', { n: missing })
    const returned = { returnedBy: ctx.actor.personId, returnedAt: ctx.clock.now() }
    await tx
      .update(paperBatches)
      .set({ used, unused, missingGround: missing > 0 ? missingGround : null, ...returned })
      .where(eq(paperBatches.id, batchId))
    const told = { batch: batch.ordinal, used, unused, missing }
    await record(tx, ctx, 'paper.return', { subject: round.id }, told)
    return { id: batchId, roundId: round.id }
  })
