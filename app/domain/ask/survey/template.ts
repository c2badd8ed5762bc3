import { and, desc, eq, ne } from 'drizzle-orm'
import { surveys, surveyTemplates } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { authorize, may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { bodiesOfCommunity } from '../../where/bodies-of-community.ts'
import { communityOfSeat } from '../community-of-seat.ts'
import { templatesInUse, withPlaces } from './find-survey.ts'

export type Template = typeof surveyTemplates.$inferSelect

/** A template this committee may use: its own, or one the product brought. */
export async function findTemplate(db: Reader, id: string, committeeId: string): Promise<Template> {
  const [found] = await db.select().from(surveyTemplates).where(eq(surveyTemplates.id, id))
  if (!found || (found.committeeId ?? committeeId) !== committeeId)
    throw new Refusal('missing', 'survey-template')
  return found
}

/** 已定版: once a survey with it is out, a version stays as it is for good. */
export async function isFixed(db: Reader, template: Template) {
  if (template.committeeId === null) return true
  const used = and(eq(surveys.templateId, template.id), ne(surveys.state, 'draft'))
  return (await db.$count(surveys, used)) > 0
}

/** The committee of the acting seat. */
export async function committeeOfSeat(db: Reader, ctx: Context) {
  return (await bodiesOfCommunity(db, await communityOfSeat(db, ctx))).committeeId
}

/** The next version of a code. */
export async function nextVersion(db: Reader, code: string) {
  const [last] = await db
    .select({ version: surveyTemplates.version })
    .from(surveyTemplates)
    .where(eq(surveyTemplates.code, code))
    .orderBy(desc(surveyTemplates.version))
    .limit(1)
  return (last?.version ?? 0) + 1
}

/** The templates of the acting seat's committee, each with whether it may still be written in. */
export async function readTemplates(ctx: Context) {
  const committeeId = await committeeOfSeat(ctx.db, ctx)
  authorize(ctx.actor, 'surveyTemplate.read', { committeeId })
  const all = await templatesInUse(ctx.db, committeeId)
  const templates = await Promise.all(all.map(async (it) => ({ ...it, fixed: await isFixed(ctx.db, it) })))
  return { templates, makes: may(ctx.actor, 'surveyTemplate.make', { committeeId }) }
}

/** One version, for whoever makes or looks over questionnaires. */
export async function readTemplate(ctx: Context, id: string) {
  const communityId = await communityOfSeat(ctx.db, ctx)
  const { committeeId } = await bodiesOfCommunity(ctx.db, communityId)
  authorize(ctx.actor, 'surveyTemplate.read', { committeeId })
  const template = await findTemplate(ctx.db, id, committeeId)
  const makes = may(ctx.actor, 'surveyTemplate.make', { committeeId })
  return { communityId, template, fixed: await isFixed(ctx.db, template), makes }
}

/** One question to be changed, or a new one; only in a version that may still be written in. */
export async function readQuestion(ctx: Context, id: string, questionId: string | null) {
  const { template, fixed } = await readTemplate(ctx, id)
  authorize(ctx.actor, 'surveyTemplate.edit', { committeeId: await committeeOfSeat(ctx.db, ctx) })
  if (fixed) throw new Refusal('conflict', 'template-fixed')
  const question = template.questions.find((q) => q.id === questionId) ?? null
  if (questionId !== null && !question) throw new Refusal('missing', 'survey-question')
  return { template, question }
}

/** The questions as a resident of this community would see them. */
export async function readPreview(ctx: Context, id: string) {
  const { template, communityId } = await readTemplate(ctx, id)
  const questions = (await withPlaces(ctx.db, { communityId, questions: template.questions })).questions
  return { template, questions }
}
