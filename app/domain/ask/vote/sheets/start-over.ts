import { and, eq } from 'drizzle-orm'
import { sheetReadings } from '#db/schema/index.ts'
import type { Context } from '../../../context.ts'
import { record } from '../../../journal.ts'
import { authorize } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import { findBatch } from './find-batch.ts'
import { forgetReadings } from './read-sheet.ts'

type StartOver = { batchId: string; line: number; ground: string }
/** 重新录入: where all three read something else, or somebody slipped, the sheet is read anew by two, with a ground. */
export const startOver = (ctx: Context, { batchId, line, ground }: StartOver) =>
  ctx.transact(async (tx) => {
    const { batch, round, bodies } = await findBatch(tx, batchId)
    authorize(ctx.actor, 'paper.start_over', { bodies })
    const at = and(eq(sheetReadings.batchId, batchId), eq(sheetReadings.line, line))
    if (!(await tx.$count(sheetReadings, at))) throw new Refusal('conflict', 'nothing-to-start-over')
    await forgetReadings(tx, batchId, line)
    await record(tx, ctx, 'paper.start_over', { subject: round.id }, { batch: batch.ordinal, line, ground })
    return { id: batchId, roundId: round.id }
  })
