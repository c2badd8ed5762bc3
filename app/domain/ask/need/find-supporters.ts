import { eq, inArray, or } from 'drizzle-orm'
import { needs, suggestions, supports } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

/** How many people asked for a need: those who raised it and those who said 我也需要, each once, merged needs included. */
export async function supportersOfNeed(db: Reader, needId: string): Promise<number> {
  const merged = await db.select({ id: needs.id }).from(needs).where(eq(needs.mergedInto, needId))
  const ids = [needId, ...merged.map((m) => m.id)]
  const asks = await db
    .select({ id: suggestions.id, personId: suggestions.personId })
    .from(suggestions)
    .where(inArray(suggestions.needId, ids))
  const said = await db
    .selectDistinct({ personId: supports.personId })
    .from(supports)
    .where(
      asks.length > 0
        ? or(
            inArray(supports.needId, ids),
            inArray(
              supports.suggestionId,
              asks.map((a) => a.id),
            ),
          )
        : inArray(supports.needId, ids),
    )
  const known = new Set([...said, ...asks].flatMap(({ personId }) => (personId ? [personId] : [])))
  return known.size + asks.filter((a) => a.personId === null).length
}
