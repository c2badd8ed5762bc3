import { and, inArray, isNotNull } from 'drizzle-orm'
import { suggestions } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { TrailEntry } from '../../trail-entry.ts'

/** The asks a need came from: when they were adopted and what they were told; never who asked or in which words. */
export async function trailOfSuggestion(db: Reader, needIds: readonly string[]): Promise<TrailEntry[]> {
  if (needIds.length === 0) return []
  const rows = await db
    .select()
    .from(suggestions)
    .where(and(inArray(suggestions.needId, [...needIds]), isNotNull(suggestions.repliedAt)))
  return rows.map((s) => ({
    at: s.repliedAt!,
    chapter: 'ask',
    key: s.state === 'merged' ? 'suggestion.merge' : 'suggestion.adopt',
    params: { refNo: s.refNo },
    words: s.reply,
    byPartyId: s.handlerPartyId,
    byRole: s.handlerRole,
    paper: { label: s.refNo, href: `/suggestions/${s.refNo}` },
  }))
}
