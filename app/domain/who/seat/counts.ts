import { and, eq, gte, isNotNull, isNull, lte, or } from 'drizzle-orm'
import { seats } from '#db/schema/index.ts'

/** A seat counts on a date when it has begun, has not ended, and waits for nobody's confirmation. */
export const counts = (on: string) =>
  and(
    lte(seats.from, on),
    or(isNull(seats.to), gte(seats.to, on)),
    or(eq(seats.awaits, false), isNotNull(seats.confirmedAt)),
  )
