import { and, desc, eq, gte, inArray } from 'drizzle-orm'
import { needs, suggestions } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { needStates } from '#db/vocabulary.ts'
import { supportersOfNeed } from '../need/find-supporters.ts'
import { supportersOfSuggestion } from './find-suggestion.ts'
import { likeness } from './likeness.ts'

type Sought = {
  communityId: string
  category?: string | null
  kind: string
  words?: string | undefined
  now: Date
}
/** Nothing in it is a resident's own words: a suggestion not yet adopted shows only its category and place. */
export type Similar = {
  kind: 'need' | 'suggestion'
  ref: string
  title: string | null
  category: string | null
  also: number
  state: string
}

const live: ReadonlyArray<(typeof needStates)[number]> = [
  'published',
  'accepted',
  'shortlisted',
  'selected',
  'in_purchase',
]
const SHOWN = 3
const RECENT = 90 * 86_400_000

const rank = <T extends { text: string; category: string | null }>(
  rows: readonly T[],
  { words, category }: Sought,
) =>
  rows
    .map((row) => ({
      row,
      score: (words ? likeness(words, row.text) : 0) + (category && row.category === category ? 0.2 : 0),
    }))
    .filter(({ score }) => score > 0.15)
    .sort((a, b) => b.score - a.score)
    .slice(0, SHOWN)
    .map(({ row }) => row)

/** What neighbours already asked for here, the likest first, so that one tap does instead of a second ask. */
export async function findSimilar(db: Reader, sought: Sought): Promise<Similar[]> {
  const needRows = await db
    .select({
      id: needs.id,
      title: needs.title,
      evidence: needs.evidence,
      category: needs.category,
      state: needs.state,
    })
    .from(needs)
    .where(and(eq(needs.communityId, sought.communityId), inArray(needs.state, [...live])))
    .orderBy(desc(needs.publishedAt))
    .limit(200)
  const asked = await db
    .select({
      id: suggestions.id,
      refNo: suggestions.refNo,
      text: suggestions.words,
      category: suggestions.category,
      state: suggestions.state,
      kind: suggestions.kind,
    })
    .from(suggestions)
    .where(
      and(
        eq(suggestions.communityId, sought.communityId),
        eq(suggestions.state, 'submitted'),
        gte(suggestions.createdAt, new Date(sought.now.getTime() - RECENT)),
      ),
    )
    .limit(200)
  const likeNeeds = rank(
    needRows.map((n) => ({ ...n, text: `${n.title}${n.evidence}`, category: n.category as string | null })),
    sought,
  )
  const likeAsks = rank(
    asked.filter((a) => a.kind === sought.kind),
    { ...sought, category: null },
  )
  return [
    ...(await Promise.all(
      likeNeeds.map(async (n) => ({
        kind: 'need' as const,
        ref: n.id,
        title: n.title,
        category: n.category,
        also: await supportersOfNeed(db, n.id),
        state: n.state,
      })),
    )),
    ...(await Promise.all(
      likeAsks.map(async (a) => ({
        kind: 'suggestion' as const,
        ref: a.refNo,
        title: null,
        category: a.category,
        also: await supportersOfSuggestion(db, a.id),
        state: a.state,
      })),
    )),
  ].slice(0, SHOWN)
}
