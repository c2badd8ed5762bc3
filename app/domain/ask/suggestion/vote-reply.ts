import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { needs, roundItems, rounds } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

/** 票决答复: what the last announced round said of the need an ask became, while that need is out; null otherwise. */
export async function voteReplyOf(db: Reader, needId: string | null) {
  if (!needId) return null
  const [found] = await db
    .select({
      words: needs.reason,
      roundId: rounds.id,
      roundName: rounds.name,
      at: rounds.announcedAt,
    })
    .from(roundItems)
    .innerJoin(rounds, eq(rounds.id, roundItems.roundId))
    .innerJoin(needs, eq(needs.id, roundItems.needId))
    .where(and(eq(needs.id, needId), eq(needs.state, 'not_selected'), isNotNull(rounds.announcedAt)))
    .orderBy(desc(rounds.announcedAt))
    .limit(1)
  return found?.words && found.at ? { ...found, words: found.words, at: found.at } : null
}
