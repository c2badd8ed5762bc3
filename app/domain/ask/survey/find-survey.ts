import { and, desc, eq, gt, isNull, lte, or } from 'drizzle-orm'
import type { SurveyQuestion } from '#db/schema/ask.ts'
import { places, surveys, surveyTemplates } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../refusal.ts'
import { gridsOfCommunity } from '../../where/bodies-of-community.ts'

const facts = {
  id: surveys.id,
  refNo: surveys.refNo,
  name: surveys.name,
  state: surveys.state,
  shortCode: surveys.shortCode,
  communityId: surveys.communityId,
  communityName: places.name,
  households: places.households,
  committeeId: surveys.committeeId,
  opensAt: surveys.opensAt,
  closesAt: surveys.closesAt,
  reportedAt: surveys.reportedAt,
  createdBy: surveys.createdBy,
  createdAt: surveys.createdAt,
  waveOf: surveys.waveOf,
  answerLimit: surveys.answerLimit,
  twoEntries: surveys.twoEntries,
  minAge: surveys.minAge,
  templateId: surveys.templateId,
  templateTitle: surveyTemplates.title,
  templateVersion: surveyTemplates.version,
  minCell: surveyTemplates.minCell,
  questions: surveyTemplates.questions,
}
const read = (db: Reader) =>
  db
    .select(facts)
    .from(surveys)
    .innerJoin(surveyTemplates, eq(surveyTemplates.id, surveys.templateId))
    .innerJoin(places, eq(places.id, surveys.communityId))
    .$dynamic()

/** A question about a place is answered with one of the community's own grids. */
export async function withPlaces<S extends { communityId: string; questions: SurveyQuestion[] }>(
  db: Reader,
  survey: S,
) {
  if (!survey.questions.some(({ kind }) => kind === 'place')) return survey
  const options = (await gridsOfCommunity(db, survey.communityId)).map(({ name }) => name)
  const questions = survey.questions.map((q) => (q.kind === 'place' ? { ...q, options } : q))
  return { ...survey, questions }
}

export type Survey = Awaited<ReturnType<typeof findSurvey>>

/** A survey with its fixed questions. */
export async function findSurvey(db: Reader, id: string) {
  const [found] = await read(db).where(eq(surveys.id, id))
  if (!found) throw new Refusal('missing', 'survey')
  return withPlaces(db, found)
}

/** By the short code of the link, the QR or the poster; letters people mistake for one another are the same. */
export async function findSurveyByCode(db: Reader, typed: string) {
  const code = typed
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replaceAll('o', '0')
    .replaceAll(/[il]/g, '1')
    .replaceAll('u', 'v')
  const [found] = await read(db).where(eq(surveys.shortCode, code))
  if (!found || found.state === 'draft') throw new Refusal('missing', 'survey')
  return withPlaces(db, found)
}

export const surveysOf = (db: Reader, committeeId: string) =>
  read(db).where(eq(surveys.committeeId, committeeId)).orderBy(desc(surveys.createdAt))

/** Where a survey stands at an instant; open and over are made by time, never stored. */
export function standing(survey: Pick<Survey, 'state' | 'opensAt' | 'closesAt'>, now: Date) {
  if (survey.state !== 'published') return survey.state
  if (now < survey.opensAt) return 'not_open' as const
  return now < survey.closesAt ? ('open' as const) : ('over' as const)
}

/** What can be answered now, in one community or everywhere. */
export const openSurveys = (db: Reader, now: Date, communityId?: string) =>
  read(db)
    .where(
      and(
        eq(surveys.state, 'published'),
        lte(surveys.opensAt, now),
        gt(surveys.closesAt, now),
        communityId ? eq(surveys.communityId, communityId) : undefined,
      ),
    )
    .orderBy(surveys.closesAt)

/** Reported surveys of a community, newest first: what a need may cite. */
export const reportedSurveys = (db: Reader, communityId: string) =>
  read(db)
    .where(and(eq(surveys.communityId, communityId), eq(surveys.state, 'reported')))
    .orderBy(desc(surveys.closesAt))

/** 调查报告 of a community for everyone, the newest ten. */
export const newestReports = (db: Reader, communityId: string) =>
  db
    .select({
      id: surveys.id,
      name: surveys.name,
      closesAt: surveys.closesAt,
      reportedAt: surveys.reportedAt,
    })
    .from(surveys)
    .where(and(eq(surveys.communityId, communityId), eq(surveys.state, 'reported')))
    .orderBy(desc(surveys.closesAt))
    .limit(10)

/** What a committee may ask with: what the product brought, and its own. */
export const templatesInUse = (db: Reader, committeeId: string) =>
  db
    .select()
    .from(surveyTemplates)
    .where(or(isNull(surveyTemplates.committeeId), eq(surveyTemplates.committeeId, committeeId)))
    .orderBy(surveyTemplates.code, desc(surveyTemplates.version))

/** 轮次: the surveys of one row of waves, by their dates. */
export const wavesOf = (db: Reader, survey: Pick<Survey, 'id' | 'waveOf' | 'committeeId'>) =>
  read(db)
    .where(
      and(
        eq(surveys.committeeId, survey.committeeId),
        or(eq(surveys.id, survey.waveOf ?? survey.id), eq(surveys.waveOf, survey.waveOf ?? survey.id)),
      ),
    )
    .orderBy(surveys.opensAt)
