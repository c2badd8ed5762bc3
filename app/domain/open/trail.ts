import { inArray } from 'drizzle-orm'
import { parties } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { masked } from '../masked-words.ts'
import type { TrailEntry } from '../trail-entry.ts'
import { byNeeds, byPlan } from './trail-sources.ts'

/** A fact of the trail with the name of the office that did it. */
export type ToldEntry = TrailEntry & { by: string | null }

async function named(db: Reader, entries: TrailEntry[]): Promise<ToldEntry[]> {
  const ids = [...new Set(entries.flatMap((e) => (e.byPartyId ? [e.byPartyId] : [])))]
  const names = ids.length
    ? await db.select({ id: parties.id, name: parties.name }).from(parties).where(inArray(parties.id, ids))
    : []
  const name = new Map(names.map((n) => [n.id, n.name]))
  return entries.map((e) => ({
    ...e,
    ...(e.words ? { words: masked(e.words) } : {}),
    by: e.byPartyId ? (name.get(e.byPartyId) ?? null) : null,
  }))
}

/** Every dated fact of a project from its needs' first day, the oldest first; of needs alone where there is no project yet. */
export async function trailOf(
  db: Reader,
  planId: string | null,
  needIds: readonly string[],
): Promise<ToldEntry[]> {
  const asked = await Promise.all(byNeeds.map((source) => source(db, needIds)))
  const after = planId === null ? [] : await Promise.all(byPlan.map((source) => source(db, planId)))
  const entries = [...asked, ...after].flat().sort((a, b) => a.at.getTime() - b.at.getTime())
  return named(db, entries)
}
