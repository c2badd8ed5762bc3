import { and, desc, eq } from 'drizzle-orm'
import { parties, yearStatements } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { addMonths, dateOf, yearOf } from '../../../dates.ts'
import { type Fen, sum } from '../../../money.ts'
import { parameter } from '../../../parameters.ts'
import { receiptsOf } from './receipts.ts'

/** The last version of what a body said of a year; who filed it stays in the journal. */
export async function statementOf(db: Reader, partyId: string, year: number) {
  const [last] = await db
    .select()
    .from(yearStatements)
    .where(and(eq(yearStatements.partyId, partyId), eq(yearStatements.year, year)))
    .orderBy(desc(yearStatements.version))
    .limit(1)
  if (!last) return null
  const { id: _, filedBy: __, partyId: ___, ...said } = last
  return said
}
export type Statement = NonNullable<Awaited<ReturnType<typeof statementOf>>>

type Costs = Pick<Statement, 'spent' | 'otherService' | 'management' | 'fundraising' | 'otherCosts'>
/** 全年费用合计, and 管理费用 as a share of it; no share where nothing was spent. */
export function costsOf({ spent, otherService, management, fundraising, otherCosts }: Costs) {
  const projects = sum(spent.map(({ amount }) => amount))
  const total: Fen = sum([projects, otherService, management, fundraising, otherCosts])
  return { projects, total, managementShare: total > 0 ? management / total : null }
}

/** The last day on which a year's statement is in time. */
export async function statementDue(db: Reader, year: number, today: string) {
  const { value } = await parameter(db, 'YEAR_STATEMENT_DUE', today)
  return addMonths(`${year}-12-31`, value)
}

/** 待公开的年度: years that are over, in which public or given money reached an organisation, and of which nothing is filed. */
export async function statementsToFile(db: Reader, partyId: string, today: string) {
  const [party] = await db.select({ kind: parties.kind }).from(parties).where(eq(parties.id, partyId))
  if (party?.kind !== 'organisation') return []
  const years = [...new Set((await receiptsOf(db, partyId)).map(({ year }) => year))].sort((a, b) => a - b)
  const waiting = []
  for (const year of years.filter((y) => y < yearOf(today)))
    if (!(await statementOf(db, partyId, year)))
      waiting.push({ year, due: await statementDue(db, year, today) })
  return waiting
}

/** 未公开的年度: those of them that are overdue. */
export const missingStatements = async (db: Reader, partyId: string, today: string) =>
  (await statementsToFile(db, partyId, today)).filter(({ due }) => due < today)

/** Years a body may file for: those that are over and in which money reached it, the latest first; at least the last one. */
export async function yearsToFile(db: Reader, partyId: string, now: Date) {
  const last = yearOf(dateOf(now)) - 1
  const known = (await receiptsOf(db, partyId)).map(({ year }) => year).filter((year) => year < last)
  return [...new Set([last, ...known])].sort((a, b) => b - a)
}
