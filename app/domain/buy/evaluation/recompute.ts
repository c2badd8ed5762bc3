import { and, eq, sql } from 'drizzle-orm'
import { panelSeats, scoreSheets, scores } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../refusal.ts'
import type { Report } from './compose-report.ts'

export type Averages = Map<string, Map<string, number>>

/** The average of all members by proposal and criterion, added up by the database in hundredths: exact, and read once. */
export async function recomputeAverages(db: Reader, tenderId: string): Promise<Averages> {
  const rows = await db
    .select({
      proposalId: scores.proposalId,
      criterionId: scores.criterionId,
      hundredths: sql<number>`sum(round(${scores.points} * 100))`,
      members: sql<number>`count(*)`,
    })
    .from(scores)
    .innerJoin(scoreSheets, eq(scoreSheets.id, scores.sheetId))
    .innerJoin(
      panelSeats,
      and(eq(panelSeats.id, scoreSheets.panelSeatId), eq(panelSeats.state, 'declared_clear')),
    )
    .where(eq(scoreSheets.tenderId, tenderId))
    .groupBy(scores.proposalId, scores.criterionId)
  const averages: Averages = new Map()
  for (const { proposalId, criterionId, hundredths, members } of rows) {
    const own = averages.get(proposalId) ?? new Map<string, number>()
    own.set(criterionId, Math.round(Number(hundredths) / Number(members)) / 100)
    averages.set(proposalId, own)
  }
  return averages
}

/** 公布前重算: what is made public is what the members' own sheets come to, to the hundredth; a score that was touched since stops it. */
export async function refuseTouchedScores(
  db: Reader,
  { id, report }: { id: string; report: Record<string, unknown> | null },
) {
  const { rows = [], criteria = [] } = (report ?? {}) as Partial<Report>
  const judged = criteria.filter((c) => c.kind !== 'formula')
  const now = await recomputeAverages(db, id)
  for (const { proposalId, averages } of rows)
    for (const c of averages ? judged : [])
      if ((now.get(proposalId)?.get(c.id) ?? 0) !== averages![c.code])
        throw new Refusal('conflict', 'scores-are-others', { name: c.name })
}
