import { and, eq, isNotNull } from 'drizzle-orm'
import { journal, tenders } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { TrailEntry } from '../../trail-entry.ts'

const told = {
  'panel.draw': 'panel.draw',
  'tender.open': 'tender.open',
  'tender.evaluate': 'tender.evaluate',
} as const

type Told = {
  seed?: string
  size?: number
  hash?: string
  /** Opened by one key: a receipt each. By shares: how many held, and whose seal was broken. */
  receipts?: unknown[]
  opened?: number
  broken?: unknown[]
}
const openedOf = ({ receipts, opened = 0, broken = [] }: Told) => receipts?.length ?? opened + broken.length

/** The panel drawn (by which seed, not who), the opening, and the signed report. */
export async function trailOfEvaluation(db: Reader, planId: string): Promise<TrailEntry[]> {
  const runs = await db
    .select()
    .from(tenders)
    .where(and(eq(tenders.planId, planId), isNotNull(tenders.publishedAt)))
  const lines = await db.select().from(journal).where(eq(journal.threadId, planId))
  return lines.flatMap((line): TrailEntry[] => {
    const run = runs.find((t) => t.id === line.subject)
    const key = told[line.action as keyof typeof told]
    if (!run || !key) return []
    const detail = (line.detail ?? {}) as Told
    const opening = key === 'tender.open'
    return [
      {
        at: line.at,
        chapter: 'buy',
        key,
        params: { n: opening ? openedOf(detail) : (detail.size ?? 0) },
        byPartyId: run.buyerId,
        byRole: key === 'tender.evaluate' ? null : line.role,
        paper: opening ? { label: run.refNo, href: `/tenders/${run.id}/opening` } : null,
        hash: detail.seed ?? detail.hash ?? null,
      },
    ]
  })
}
