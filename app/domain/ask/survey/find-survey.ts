import { and, desc, eq, gt, lte } from 'drizzle-orm'
import { places, surveys, surveyTemplates } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../refusal.ts'

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

export type Survey = Awaited<ReturnType<typeof findSurvey>>

/** A survey with its fixed questions. */
export async function findSurvey(db: Reader, id: string) {
  const [found] = await read(db).where(eq(surveys.id, id))
  if (!found) throw new Refusal('missing', 'survey')
  return found
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
  return found
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

export const templatesInUse = (db: Reader) =>
  db.select().from(surveyTemplates).orderBy(surveyTemplates.code, desc(surveyTemplates.version))
