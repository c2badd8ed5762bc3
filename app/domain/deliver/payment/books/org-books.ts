import { and, eq } from 'drizzle-orm'
import { inspections, parties } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { yearOf } from '../../../dates.ts'
import { type Fen, sum, zero } from '../../../money.ts'
import { Refusal } from '../../../refusal.ts'
import { giftsOfYear } from './gifts-of.ts'
import { type Receipt, receiptsOf } from './receipts.ts'
import { costsOf, missingStatements, type Statement, statementDue, statementOf } from './statements.ts'

/** Whose books stand open: every body that serves. */
const kinds: readonly string[] = ['organisation', 'enterprise', 'community_group', 'individual']

async function bodyNamed(db: Reader, partyId: string) {
  const [body] = await db
    .select({ id: parties.id, name: parties.name, kind: parties.kind })
    .from(parties)
    .where(eq(parties.id, partyId))
  if (!body || !kinds.includes(body.kind)) throw new Refusal('missing', 'org-missing')
  return body
}

const totalOf = (rows: readonly Receipt[]) => sum(rows.map(({ amount }) => amount))
/** 收入按来源, the largest first. */
export const bySource = (rows: readonly Receipt[]) =>
  [...new Set(rows.map(({ source }) => source))]
    .map((source) => ({ source, amount: totalOf(rows.filter((r) => r.source === source)) }))
    .sort((a, b) => b.amount - a.amount)

/** 项目收支: what the ledger paid for each, beside what the body says it spent on it. */
function byProject(rows: readonly Receipt[], said: Statement | null) {
  const spent = new Map<string | null, Fen>(said?.spent.map(({ planId, amount }) => [planId, amount]))
  return [...new Map(rows.map((r) => [r.planId, r.project]))].map(([planId, title]) => ({
    ...{ planId, title },
    received: totalOf(rows.filter((r) => r.planId === planId)),
    spent: spent.get(planId) ?? null,
  }))
}

async function inspectionOf(db: Reader, partyId: string, year: number) {
  const [found] = await db
    .select({ result: inspections.result, concludedOn: inspections.concludedOn })
    .from(inspections)
    .where(and(eq(inspections.partyId, partyId), eq(inspections.year, year)))
  return found ?? null
}

/** 公开账本: one body's year, its income and gifts counted from the ledger, its costs as it filed them. */
export async function orgBooks(db: Reader, partyId: string, asked: string | null, today: string) {
  const body = await bodyNamed(db, partyId)
  const all = await receiptsOf(db, partyId)
  const missing = await missingStatements(db, partyId, today)
  const years = [...new Set([yearOf(today), yearOf(today) - 1, ...all.map(({ year }) => year)])].sort(
    (a, b) => b - a,
  )
  const year = years.find((y) => String(y) === asked) ?? yearOf(today)
  const receipts = all.filter((r) => r.year === year)
  const said = body.kind === 'organisation' ? await statementOf(db, partyId, year) : null
  return {
    ...{ body, year, years, receipts, missing },
    income: bySource(receipts),
    total: receipts.length > 0 ? totalOf(receipts) : zero,
    projects: byProject([...receipts, ...ofSpent(all, said, year)], said).filter(hasFigure),
    gifts: await giftsOfYear(db, partyId, year),
    statement: said && { ...said, costs: costsOf(said) },
    due: year < yearOf(today) ? await statementDue(db, year, today) : null,
    inspection: await inspectionOf(db, partyId, year),
  }
}
export type OrgBooks = Awaited<ReturnType<typeof orgBooks>>

const hasFigure = (p: { received: Fen; spent: Fen | null }) => p.received !== 0 || p.spent !== null
/** A project paid for in an earlier year on which money was still spent: it stands with nothing received. */
const ofSpent = (all: readonly Receipt[], said: Statement | null, year: number) =>
  all
    .filter((r) => r.year !== year && said?.spent.some(({ planId }) => planId === r.planId))
    .map((r) => ({ ...r, amount: zero }))
