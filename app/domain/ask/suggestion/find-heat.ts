import { and, asc, eq, gte, ne, or } from 'drizzle-orm'
import { heatTopics, suggestions } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { dateOf } from '../../dates.ts'
import { masked } from '../../masked-words.ts'
import { parameter } from '../../parameters.ts'
import { bigramsOf, plainOf, shareOf } from './likeness.ts'

const DAY = 86_400_000
const ALIKE = 0.4
const MOST = 5_000
type Row = Awaited<ReturnType<typeof recent>>[number]
type Cluster = { rows: Row[]; pairs: ReadonlySet<string>; group: string }
/** Asks that say the same thing; nothing in it is one resident's own words. */
export type Heat = {
  key: string
  kind: Row['kind']
  category: Row['category']
  gridId: string | null
  /** What all of them have in common, as they wrote it; empty where that is less than a word. */
  label: string
  refNos: string[]
  ids: string[]
  since: Date
}

/** 代办 that is answered was one person's business and is done: help asked for often is help given often. */
const aMatter = or(ne(suggestions.kind, 'errand'), ne(suggestions.state, 'answered'))
const recent = (db: Reader, communityId: string, from: Date) =>
  db
    .select({
      id: suggestions.id,
      refNo: suggestions.refNo,
      kind: suggestions.kind,
      category: suggestions.category,
      gridId: suggestions.gridId,
      words: suggestions.words,
      createdAt: suggestions.createdAt,
    })
    .from(suggestions)
    .where(and(eq(suggestions.communityId, communityId), gte(suggestions.createdAt, from), aMatter))
    .orderBy(asc(suggestions.createdAt), asc(suggestions.id))
    .limit(MOST)

/** What was already looked at does not come back; only as many new asks as make a topic do. */
async function settled(db: Reader, communityId: string): Promise<Set<string>> {
  const rows = await db
    .select({ ids: heatTopics.suggestionIds })
    .from(heatTopics)
    .where(eq(heatTopics.communityId, communityId))
  return new Set(rows.flatMap(({ ids }) => ids ?? []))
}

function cluster(rows: readonly Row[]): Cluster[] {
  const clusters: Cluster[] = []
  for (const row of rows) {
    const pairs = bigramsOf(row.words)
    const group = `${row.kind}:${row.category ?? ''}`
    const home = clusters.find((c) => c.group === group && shareOf(c.pairs, pairs) > ALIKE)
    if (home) home.rows.push(row)
    else clusters.push({ rows: [row], pairs, group })
  }
  return clusters
}

/** The longest run of characters every text has; a word of one or of eleven characters names nothing. */
export function commonWords(texts: readonly string[]): string {
  const [first = '', ...rest] = texts.map(plainOf)
  for (let length = Math.min(10, first.length); length >= 2; length--)
    for (let from = 0; from + length <= first.length; from++) {
      const piece = first.slice(from, from + length)
      if (rest.every((text) => text.includes(piece))) return piece
    }
  return ''
}

const heatOf = ({ rows }: Cluster): Heat => {
  const [first] = rows as [Row, ...Row[]]
  const grids = new Set(rows.map((r) => r.gridId))
  return {
    key: first.refNo,
    kind: first.kind,
    category: first.category,
    gridId: grids.size === 1 ? first.gridId : null,
    label: commonWords(rows.map((r) => masked(r.words))),
    refNos: rows.map((r) => r.refNo),
    ids: rows.map((r) => r.id),
    since: first.createdAt,
  }
}

/** Topics that repeat in a community (议题热度): like asks of the last days, as many as the rule says, not yet looked at. */
export async function findHeat(db: Reader, communityId: string, now: Date): Promise<Heat[]> {
  const today = dateOf(now)
  const [days, least] = [await parameter(db, 'HEAT_DAYS', today), await parameter(db, 'HEAT_COUNT', today)]
  const known = await settled(db, communityId)
  const rows = await recent(db, communityId, new Date(now.getTime() - days.value * DAY))
  return cluster(rows.filter(({ id }) => !known.has(id)))
    .filter((c) => c.rows.length >= least.value)
    .map(heatOf)
    .sort((a, b) => b.ids.length - a.ids.length)
}
