import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm'
import { contracts, findings, journal } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { TrailEntry } from '../../trail-entry.ts'

/** What each step of a finding said. */
const wordsOf = (f: typeof findings.$inferSelect): Record<string, string | null> => ({
  'finding.order': f.words,
  'finding.prove': f.proof,
  'finding.close': f.closing,
  'finding.escalate': f.closing,
})
const told = ['finding.order', 'finding.prove', 'finding.close', 'finding.escalate']

/** Fix orders of a project and what became of them: what was found is told, by which post, never by name. */
export async function trailOfSupervision(db: Reader, planId: string): Promise<TrailEntry[]> {
  const rows = await db
    .select({ f: findings })
    .from(findings)
    .innerJoin(contracts, eq(contracts.id, findings.contractId))
    .where(and(eq(contracts.planId, planId), isNotNull(contracts.publishedAt)))
  const ids = rows.map(({ f }) => f.id)
  if (ids.length === 0) return []
  const steps = await db
    .select()
    .from(journal)
    .where(and(inArray(journal.subject, ids), inArray(journal.action, told)))
    .orderBy(asc(journal.at))
  return steps.map((step) => {
    const { f } = rows.find((row) => row.f.id === step.subject)!
    return {
      at: step.at,
      chapter: 'deliver',
      key: step.action === 'finding.order' && f.freezes ? 'finding.freeze' : step.action,
      words: wordsOf(f)[step.action] ?? null,
      byPartyId: step.partyId,
      byRole: step.role,
    }
  })
}
