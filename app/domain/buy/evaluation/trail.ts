import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import { journal, methods, proposals, tenders } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { TrailEntry } from '../../trail-entry.ts'
import { finalsPending } from './consultation/finals-pending.ts'
import { isResultOut } from './secret-acts.ts'

const told = {
  'panel.draw': 'panel.draw',
  'tender.open': 'tender.open',
  'consultation.ask': 'consultation.ask',
  'tender.open_finals': 'tender.open_finals',
  'tender.evaluate': 'tender.evaluate',
} as const

/** Done by a member of the panel, of whom nothing is told. */
const ofPanel: readonly string[] = ['tender.evaluate', 'consultation.ask']

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

const came = ['opened', 'disqualified', 'scored', 'awarded', 'not_awarded'] as const
/** How many were opened, of a run whose journal line keeps it to itself for the talks. */
const cameTo = (db: Reader, tenderId: string) =>
  db.$count(proposals, and(eq(proposals.tenderId, tenderId), inArray(proposals.state, [...came])))

async function runsOf(db: Reader, planId: string) {
  const rows = await db
    .select({ tender: tenders, method: methods })
    .from(tenders)
    .innerJoin(methods, eq(methods.id, tenders.methodId))
    .where(and(eq(tenders.planId, planId), isNotNull(tenders.publishedAt)))
  return rows.map(({ tender, method }) => ({ ...tender, method }))
}

/** The panel drawn (by which seed, not who), the opening, and the signed report. Until the result is out the seed is only the fingerprint it was promised by. */
export async function trailOfEvaluation(db: Reader, planId: string): Promise<TrailEntry[]> {
  const runs = await runsOf(db, planId)
  const open = new Set<string>()
  for (const { id } of runs) if (await isResultOut(db, id)) open.add(id)
  const talked = new Map<string, number>()
  for (const { id, method } of runs) if (method.finalOffers) talked.set(id, await cameTo(db, id))
  const lines = await db.select().from(journal).where(eq(journal.threadId, planId))
  return lines.flatMap((line): TrailEntry[] => {
    const run = runs.find((t) => t.id === line.subject)
    const action = told[line.action as keyof typeof told]
    if (!run || !action) return []
    // While they talk, not even how many came is told.
    const key = action === 'tender.open' && finalsPending(run) ? 'tender.open-talks' : action
    const detail = (line.detail ?? {}) as Told
    const opening = action === 'tender.open' || action === 'tender.open_finals'
    const seed = open.has(run.id) ? detail.seed : run.drawCommit
    return [
      {
        at: line.at,
        chapter: 'buy',
        key,
        params: { n: key === 'tender.open' ? (talked.get(run.id) ?? openedOf(detail)) : (detail.size ?? 0) },
        byPartyId: run.buyerId,
        byRole: ofPanel.includes(action) ? null : line.role,
        paper: opening ? { label: run.refNo, href: `/tenders/${run.id}/opening` } : null,
        hash: (key === 'panel.draw' ? seed : detail.hash) ?? null,
      },
    ]
  })
}
