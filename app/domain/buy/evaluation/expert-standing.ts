import { lte } from 'drizzle-orm'
import { expertStandings } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

/** Whether an expert of the register is in standing on a date: neither suspended, nor under a penalty, nor removed. */
export async function standingExperts(db: Reader, on: string) {
  const rows = await db.select().from(expertStandings).where(lte(expertStandings.from, on))
  const out = new Set(rows.filter((r) => r.to === null || r.to >= on).map((r) => r.expertId))
  return (expertId: string) => !out.has(expertId)
}
