import { and, asc, count, eq, isNotNull } from 'drizzle-orm'
import { contracts, ratings } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Process } from './find-process.ts'
import { type Json, LEAST_PEOPLE } from './words.ts'

/** The contract of a rating, if with it another ten came in: then the total may be told again. */
export async function tenthOf(db: Reader, ratingId: string): Promise<{ tenderId: string } | null> {
  const [rated] = await db
    .select({ contractId: ratings.contractId, tenderId: contracts.tenderId })
    .from(ratings)
    .innerJoin(contracts, eq(contracts.id, ratings.contractId))
    .where(eq(ratings.id, ratingId))
  if (!rated) return null
  const [given] = await db
    .select({ n: count() })
    .from(ratings)
    .where(and(eq(ratings.contractId, rated.contractId), isNotNull(ratings.givenAt)))
  const n = given?.n ?? 0
  return n > 0 && n % LEAST_PEOPLE === 0 ? { tenderId: rated.tenderId } : null
}

/** 评价: the mean of every ten that came in, so that no step tells what one person said. */
export async function ratingsOf(db: Reader, p: Process): Promise<Json> {
  const said: Json[] = []
  for (const c of p.contracts) {
    const rows = await db
      .select({ level: ratings.level })
      .from(ratings)
      .where(and(eq(ratings.contractId, c.id), isNotNull(ratings.givenAt)))
      .orderBy(asc(ratings.givenAt), asc(ratings.id))
    const whole = rows.slice(0, rows.length - (rows.length % LEAST_PEOPLE)).map((r) => r.level ?? 0)
    if (whole.length === 0) continue
    const mean = Math.round((whole.reduce((a, b) => a + b, 0) * 10) / whole.length) / 10
    said.push({ id: c.refNo, relatedContract: c.refNo, count: whole.length, mean })
  }
  return said.length > 0 ? { participation: { ratings: said } } : {}
}
