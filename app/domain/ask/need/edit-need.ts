import { and, eq, inArray } from 'drizzle-orm'
import { needEvidence, needs } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { struckIn } from '../../masked-words.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { checkCatalogue } from './find-catalogue.ts'
import { findNeed, type Need } from './find-need.ts'
import { dutyOfNeed } from './find-need-duty.ts'
import type { DraftNeed, NegativeListAnswers } from './forms.ts'
import { checkGrids, publicWords } from './insert-need.ts'
import { writeTerms } from './write-terms.ts'

/** Loads a need that may still be written on: a draft, or one the street returned. */
export async function needBeingWritten(tx: Tx, ctx: Context, needId: string): Promise<Need> {
  const was = await findNeed(tx, needId)
  authorize(ctx.actor, 'need.edit', was)
  if (was.state !== 'draft' && was.state !== 'returned')
    throw new Refusal('conflict', 'need-no-longer-drafted')
  return was
}

async function write(tx: Tx, id: string, change: Partial<typeof needs.$inferInsert>) {
  const written = await tx
    .update(needs)
    .set(change)
    .where(and(eq(needs.id, id), inArray(needs.state, ['draft', 'returned'])))
    .returning({ id: needs.id })
  if (written.length === 0) throw new Refusal('conflict', 'moved-meanwhile')
}

/** A share cited for one category says nothing about another. */
const dropSurveys = (tx: Tx, needId: string) =>
  tx.delete(needEvidence).where(and(eq(needEvidence.needId, needId), eq(needEvidence.kind, 'survey')))

/** What was left out is taken back, not left as it was. */
const blanksOf = ({ catalogueId, startsOn, endsOn }: Omit<DraftNeed, 'duty' | 'like'>) => ({
  catalogueId: catalogueId ?? null,
  startsOn: startsOn ?? null,
  endsOn: endsOn ?? null,
})

/** Writes a draft anew; a changed need asks for a fresh look at the negative list. */
export const editNeed = (ctx: Context, { needId, duty, like: _, ...input }: DraftNeed & { needId: string }) =>
  ctx.transact(async (tx) => {
    const was = await needBeingWritten(tx, ctx, needId)
    await checkGrids(tx, was.communityId, input.gridIds)
    await checkCatalogue(tx, input)
    const another = was.itemType !== input.itemType ? { negativeAnswers: {} } : {}
    const typed = await dutyOfNeed(tx, ctx, duty)
    await write(tx, needId, { ...struckIn(input, publicWords), ...blanksOf(input), ...another, ...typed })
    await writeTerms(tx, needId)
    if (was.category !== input.category) await dropSurveys(tx, needId)
    await record(tx, ctx, 'need.edit', { subject: needId, threadId: needId }, {})
    return { id: needId }
  })

/** Keeps the answers to the six questions of the negative list. */
export const answerNegativeList = (
  ctx: Context,
  { needId, answers }: { needId: string; answers: NegativeListAnswers },
) =>
  ctx.transact(async (tx) => {
    await needBeingWritten(tx, ctx, needId)
    await write(tx, needId, { negativeAnswers: answers })
    await record(tx, ctx, 'need.answer_negative_list', { subject: needId, threadId: needId }, answers)
    return { id: needId }
  })
