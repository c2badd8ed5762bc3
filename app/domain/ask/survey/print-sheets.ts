import { and, eq, max, sql } from 'drizzle-orm'
import { places, surveyBatches, surveySheets } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { codeHashOf, spacedCode } from '../vote/slip-code.ts'
import { findSurvey, type Survey } from './find-survey.ts'
import type { PrintSheets } from './forms.ts'
import { checkGrid } from './keep-answer.ts'
import { buildingKey, rollHouseholds } from './roll-households.ts'
import { sheetCode } from './sheet.ts'

const CHUNK = 100

function checkBatch({ state, answerLimit }: Survey, households: number, sheets: number) {
  if (state !== 'draft' && state !== 'published') throw new Refusal('conflict', 'survey-takes-no-answers')
  if (answerLimit === 'slip' && sheets > households)
    throw new Refusal('invalid', 'survey-more-sheets-than-households')
}

async function nextNo(tx: Tx, surveyId: string) {
  const [last] = await tx
    .select({ no: max(surveySheets.no) })
    .from(surveySheets)
    .where(eq(surveySheets.surveyId, surveyId))
  return (last?.no ?? 0) + 1
}

/** 印卷: numbers and codes for the sheets of one building, whose households are the sample's roll there. */
export const printSheets = (
  ctx: Context,
  { surveyId, gridId, building, households, sheets }: PrintSheets & { surveyId: string },
) =>
  ctx.transact(async (tx) => {
    const survey = await findSurvey(tx, surveyId)
    authorize(ctx.actor, 'survey.print', survey)
    checkBatch(survey, households, sheets)
    await checkGrid(tx, survey, gridId)
    const first = await nextNo(tx, surveyId)
    const by = { createdBy: ctx.actor.personId!, createdAt: ctx.clock.now() }
    const [batch] = await tx
      .insert(surveyBatches)
      .values({ surveyId, gridId: gridId ?? null, building, households, first, sheets, ...by })
      .returning({ id: surveyBatches.id })
    const rows = Array.from({ length: sheets }, (_, i) => ({
      surveyId,
      batchId: batch!.id,
      no: first + i,
      codeHash: codeHashOf(ctx.vault, surveyId, sheetCode(ctx.vault, surveyId, first + i)),
    }))
    for (let at = 0; at < rows.length; at += CHUNK)
      await tx.insert(surveySheets).values(rows.slice(at, at + CHUNK))
    await record(tx, ctx, 'survey.print', { subject: surveyId }, { sheets, first })
    return { surveyId, batchId: batch!.id }
  })

/** The sheets of one batch with their codes, to be printed as often as needed. */
export async function readBatch(ctx: Context, surveyId: string, batchId: string) {
  const survey = await findSurvey(ctx.db, surveyId)
  authorize(ctx.actor, 'survey.print', survey)
  const [batch] = await ctx.db
    .select()
    .from(surveyBatches)
    .where(and(eq(surveyBatches.id, batchId), eq(surveyBatches.surveyId, surveyId)))
  if (!batch) throw new Refusal('missing', 'survey-batch')
  const sheets = Array.from({ length: batch.sheets }, (_, i) => {
    const no = batch.first + i
    return { no, code: spacedCode(sheetCode(ctx.vault, surveyId, no)) }
  })
  return { survey, building: batch.building, sheets }
}

/** What the last sealed roll has of each building, and its buildings that no sheet was printed for. */
async function besideRoll<Batch extends { building: string }>(
  ctx: Context,
  survey: Survey,
  batches: Batch[],
) {
  const roll = await rollHouseholds(ctx.db, survey.communityId, ctx.clock.now())
  const known = new Map(roll?.buildings.map((b) => [buildingKey(b.building), b.households]))
  const printed = new Set(batches.map(({ building }) => buildingKey(building)))
  return {
    rollRef: roll?.refNo ?? null,
    batches: batches.map((b) => ({ ...b, onRoll: known.get(buildingKey(b.building)) ?? null })),
    unsent: roll?.buildings.filter(({ building }) => !printed.has(buildingKey(building))) ?? [],
  }
}

/** 覆盖: building by building, how many sheets went out and came back against its households; for those who collect. */
export async function readCoverage(ctx: Context, surveyId: string) {
  const survey = await findSurvey(ctx.db, surveyId)
  authorize(ctx.actor, 'survey.print', survey)
  const batches = await ctx.db
    .select({
      id: surveyBatches.id,
      building: surveyBatches.building,
      grid: places.name,
      households: surveyBatches.households,
      sheets: surveyBatches.sheets,
      back: sql<number>`(select count(*) from ${surveySheets} where ${surveySheets.batchId} = ${surveyBatches.id} and ${eq(surveySheets.used, true)})`.mapWith(
        Number,
      ),
    })
    .from(surveyBatches)
    .leftJoin(places, eq(places.id, surveyBatches.gridId))
    .where(eq(surveyBatches.surveyId, surveyId))
    .orderBy(surveyBatches.first)
  return { survey, ...(await besideRoll(ctx, survey, batches)) }
}
