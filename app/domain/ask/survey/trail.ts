import { and, asc, eq, inArray } from 'drizzle-orm'
import { needEvidence, surveys } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { TrailEntry } from '../../trail-entry.ts'

/** The surveys that needs rest on, each with its sample and the largest share cited. */
export async function trailOfSurvey(db: Reader, needIds: readonly string[]): Promise<TrailEntry[]> {
  if (needIds.length === 0) return []
  const cited = await db
    .select({ survey: surveys, share: needEvidence.share, sample: needEvidence.sample })
    .from(needEvidence)
    .innerJoin(surveys, eq(surveys.id, needEvidence.refId))
    .where(and(eq(needEvidence.kind, 'survey'), inArray(needEvidence.needId, [...needIds])))
    .orderBy(asc(surveys.refNo), asc(needEvidence.share))
  const once = new Map(cited.map((c) => [c.survey.id, c]))
  return [...once.values()].map(({ survey, share, sample }) => ({
    at: survey.reportedAt ?? survey.closesAt,
    chapter: 'ask',
    key: 'survey.report',
    params: { name: survey.name, sample: sample ?? 0, share: Math.round((share ?? 0) * 100) },
    byPartyId: survey.committeeId,
    byRole: 'committee_clerk',
    paper: { label: survey.refNo, href: `/surveys/${survey.id}` },
  }))
}
