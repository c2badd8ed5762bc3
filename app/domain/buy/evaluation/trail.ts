import { and, eq, isNotNull } from 'drizzle-orm'
import { journal, tenders } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { TrailEntry } from '../../trail-entry.ts'
import { isResultOut } from './secret-acts.ts'

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

/** The panel drawn (by which seed, not who), the opening, and the signed report. Until the result is out the seed is only the fingerprint it was promised by. */
export async function trailOfEvaluation(db: Reader, planId: string): Promise<TrailEntry[]> {
  const runs = await db
    .select()
    .from(tenders)
    .where(and(eq(tenders.planId, planId), isNotNull(tenders.publishedAt)))
  const open = new Set<string>()
  for (const { id } of runs) if (await isResultOut(db, id)) open.add(id)
  const lines = await db.select().from(journal).where(eq(journal.threadId, planId))
  return lines.flatMap((line): TrailEntry[] => {
    const run = runs.find((t) => t.id === line.subject)
    const key = told[line.action as keyof typeof told]
    if (!run || !key) return []
    const detail = (line.detail ?? {}) as Told
    const opening = key === 'tender.open'
    const seed = open.has(run.id) ? detail.seed : run.drawCommit
    return [
      {
        at: line.at,
        chapter: 'buy',
        key,
        params: { n: opening ? openedOf(detail) : (detail.size ?? 0) },
        byPartyId: run.buyerId,
        byRole: key === 'tender.evaluate' ? null : line.role,
        paper: opening ? { label: run.refNo, href: `/tenders/${run.id}/opening` } : null,
        hash: (key === 'panel.draw' ? seed : detail.hash) ?? null,
      },
    ]
  })
}
