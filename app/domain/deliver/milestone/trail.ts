import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm'
import { contracts, journal, milestones } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { TrailEntry } from '../../trail-entry.ts'
import type { Milestone } from './find-milestone.ts'

const told = ['milestone.claim', 'milestone.check', 'milestone.return']

type Step = typeof journal.$inferSelect
/** What was said with it: of a check its finding, of a return its reason. */
const wordsOf = ({ action }: Step, m: Milestone) =>
  action === 'milestone.check' ? m.finding : action === 'milestone.return' ? m.returnReason : null

const entryOf = (step: Step, m: Milestone): TrailEntry => {
  const number = (name: string) => Number(step.detail?.[name] ?? 0)
  return {
    at: step.at,
    chapter: 'deliver',
    key: step.action,
    params: {
      title: m.title,
      entries: number('entries'),
      personTimes: number('personTimes'),
      people: number('people'),
    },
    words: wordsOf(step, m),
    byPartyId: step.partyId,
    byRole: step.role,
    paper: null,
  }
}

/** Claims, checks and returns of a project's milestones, as the journal has them; acceptances tell their own. */
export async function trailOfMilestone(db: Reader, planId: string): Promise<TrailEntry[]> {
  const rows = await db
    .select({ m: milestones })
    .from(milestones)
    .innerJoin(contracts, eq(contracts.id, milestones.contractId))
    .where(and(eq(contracts.planId, planId), isNotNull(contracts.publishedAt)))
  const ids = rows.map(({ m }) => m.id)
  if (ids.length === 0) return []
  const steps = await db
    .select()
    .from(journal)
    .where(and(inArray(journal.subject, ids), inArray(journal.action, told)))
    .orderBy(asc(journal.at))
  return steps
    .filter((step) => step.detail?.acceptance === undefined)
    .map((step) => entryOf(step, rows.find(({ m }) => m.id === step.subject)!.m))
}
