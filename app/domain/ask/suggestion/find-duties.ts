import { and, asc, eq, gte, isNull, lte, or } from 'drizzle-orm'
import { duties } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../refusal.ts'

export type Duty = typeof duties.$inferSelect

/** 权责清单 in force on a date: of every row its latest version that has begun and not ended. */
export async function dutiesOn(db: Reader, on: string): Promise<Duty[]> {
  const rows = await db
    .select()
    .from(duties)
    .where(and(lte(duties.from, on), or(isNull(duties.to), gte(duties.to, on))))
    .orderBy(asc(duties.code), asc(duties.version))
  return [...new Map(rows.map((row) => [row.code, row])).values()]
}

/** One row of the list as it stands on a date; refuses a number that is not on it. */
export async function dutyOf(db: Reader, code: string, on: string): Promise<Duty> {
  const found = (await dutiesOn(db, on)).find((duty) => duty.code === code)
  if (!found) throw new Refusal('invalid', 'no-such-duty')
  return found
}

export async function dutyById(db: Reader, id: string | null): Promise<Duty | null> {
  if (!id) return null
  const [found] = await db.select().from(duties).where(eq(duties.id, id))
  return found ?? null
}
