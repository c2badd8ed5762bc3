import { and, desc, eq, gte, inArray } from 'drizzle-orm'
import { needs, suggestions } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { needStates } from '#db/vocabulary.ts'
import { supportersOfNeed } from '../need/find-supporters.ts'
import { nearNeeds } from '../need/near-needs.ts'
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
const NEAR = 30
const NEWEST = 60
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

/** Live needs that share words with what is being written, and the newest of the community beside them. */
async function needsNear(db: Reader, { communityId, words }: Sought) {
  const near = await nearNeeds(db, { communityId, words: words ?? '', states: [...live], most: NEAR })
  const columns = {
    id: needs.id,
    title: needs.title,
    evidence: needs.evidence,
    category: needs.category,
    state: needs.state,
  }
  const here = and(eq(needs.communityId, communityId), inArray(needs.state, [...live]))
  const newest = await db
    .select(columns)
    .from(needs)
    .where(here)
    .orderBy(desc(needs.publishedAt))
    .limit(NEWEST)
  const missing = near.filter((id) => !newest.some((n) => n.id === id))
  return missing.length === 0
    ? newest
    : [
        ...newest,
        ...(await db.select(columns).from(needs).where(inArray(needs.id, missing)).orderBy(needs.id)),
      ]
}

/** What was lately asked for here and nobody has taken up yet. */
const asksNear = (db: Reader, { communityId, now }: Sought) =>
  db
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
        eq(suggestions.communityId, communityId),
        eq(suggestions.state, 'submitted'),
        gte(suggestions.createdAt, new Date(now.getTime() - RECENT)),
      ),
    )
    .orderBy(desc(suggestions.createdAt))
    .limit(200)

type NeedNear = Awaited<ReturnType<typeof needsNear>>[number]
const shownNeed = async (db: Reader, { id, title, category, state }: NeedNear): Promise<Similar> => ({
  kind: 'need',
  ref: id,
  title,
  category,
  also: await supportersOfNeed(db, id),
  state,
})

type AskNear = Awaited<ReturnType<typeof asksNear>>[number]
const shownAsk = async (db: Reader, { id, refNo, category, state }: AskNear): Promise<Similar> => ({
  kind: 'suggestion',
  ref: refNo,
  title: null,
  category,
  also: await supportersOfSuggestion(db, id),
  state,
})

/** What neighbours already asked for here, the likest first, so that one tap does instead of a second ask. */
export async function findSimilar(db: Reader, sought: Sought): Promise<Similar[]> {
  const asked = await needsNear(db, sought)
  const waiting = await asksNear(db, sought)
  const likeNeeds = rank(
    asked.map((need) => ({ ...need, text: `${need.title}${need.evidence}` })),
    sought,
  )
  const likeAsks = rank(
    waiting.filter(({ kind }) => kind === sought.kind),
    { ...sought, category: null },
  )
  return [
    ...(await Promise.all(likeNeeds.map((need) => shownNeed(db, need)))),
    ...(await Promise.all(likeAsks.map((ask) => shownAsk(db, ask)))),
  ].slice(0, SHOWN)
}
