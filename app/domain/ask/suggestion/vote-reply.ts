import { and, desc, eq, isNotNull, ne } from 'drizzle-orm'
import { journal, needs, roundItems, rounds } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

/**
 * 票决答复: what the last announced round that did not select a need said of it, as it was written then, whatever became
 * of the need since; null where no round passed it over.
 */
export async function voteReplyOf(db: Reader, needId: string | null) {
  if (!needId) return null
  const [found] = await db
    .select({
      detail: journal.detail,
      state: needs.state,
      roundId: rounds.id,
      roundName: rounds.name,
      at: rounds.announcedAt,
    })
    .from(roundItems)
    .innerJoin(rounds, eq(rounds.id, roundItems.roundId))
    .innerJoin(needs, eq(needs.id, roundItems.needId))
    .innerJoin(journal, and(eq(journal.subject, needs.id), eq(journal.action, 'need.pass_over')))
    .where(and(eq(needs.id, needId), isNotNull(rounds.announcedAt), ne(roundItems.outcome, 'selected')))
    .orderBy(desc(journal.at), desc(rounds.announcedAt))
    .limit(1)
  const words = found?.detail?.reason
  if (!found?.at || typeof words !== 'string' || words === '') return null
  const { roundId, roundName, at, state } = found
  return { words, roundId, roundName, at, free: state === 'not_selected' }
}
