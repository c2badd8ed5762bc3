import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { needEvidence, surveys } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { dateOf } from '../../dates.ts'
import { parameter } from '../../parameters.ts'
import type { Need } from './find-need.ts'

export const evidenceOf = (db: Reader, needId: string) =>
  db
    .select({
      evidence: needEvidence,
      surveyName: surveys.name,
      surveyRef: surveys.refNo,
      surveyClosed: surveys.closesAt,
    })
    .from(needEvidence)
    .leftJoin(surveys, and(eq(needEvidence.kind, 'survey'), eq(surveys.id, needEvidence.refId)))
    .where(eq(needEvidence.needId, needId))
    .orderBy(asc(needEvidence.kind), desc(sql`coalesce(${needEvidence.share}, -1)`), asc(needEvidence.id))

/** The largest share a survey cited for each need gives; what the priority reads. */
export async function sharesOf(db: Reader, needIds: readonly string[]): Promise<Map<string, number>> {
  if (needIds.length === 0) return new Map()
  const rows = await db
    .select({ needId: needEvidence.needId, share: needEvidence.share })
    .from(needEvidence)
    .where(and(eq(needEvidence.kind, 'survey'), inArray(needEvidence.needId, [...needIds])))
  const shares = new Map<string, number>()
  for (const { needId, share } of rows) shares.set(needId, Math.max(share ?? 0, shares.get(needId) ?? 0))
  return shares
}

/** The same day so many months earlier; the last of the month where there is no such day. */
export function monthsBefore(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const at = year * 12 + month - 1 - months
  const last = new Date(Date.UTC(Math.floor(at / 12), (at % 12) + 1, 0)).getUTCDate()
  const two = (n: number) => String(n).padStart(2, '0')
  return `${Math.floor(at / 12)}-${two((at % 12) + 1)}-${two(Math.min(day, last))}`
}

/** Whether a need rests on a survey of its community that ended within the months the rule allows. */
export async function restsOnFreshSurvey(db: Reader, need: Need, today: string): Promise<boolean> {
  const { value: months } = await parameter(db, 'SURVEY_FRESH', today)
  const oldest = monthsBefore(today, months)
  const cited = await db
    .select({ closesAt: surveys.closesAt })
    .from(needEvidence)
    .innerJoin(surveys, eq(surveys.id, needEvidence.refId))
    .where(
      and(
        eq(needEvidence.needId, need.id),
        eq(needEvidence.kind, 'survey'),
        eq(surveys.state, 'reported'),
        eq(surveys.communityId, need.communityId),
      ),
    )
  return cited.some(({ closesAt }) => dateOf(new Date(closesAt.getTime() - 1)) >= oldest)
}
