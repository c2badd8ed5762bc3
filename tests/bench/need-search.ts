import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, count, desc, inArray, isNotNull, like, or } from 'drizzle-orm'
import { openStore } from '#db/client.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { needs } from '#db/schema/index.ts'
import type { Store } from '#db/store.ts'
import { listed } from '#domain/ask/need/listed.ts'
import { searchNeeds } from '#domain/ask/need/search-needs.ts'
import { fillNeeds, titlesOf } from './many-needs.ts'
import type { Row } from './measure.ts'

const WORDS = 40

async function byLike({ db }: Store, word: string) {
  const said = and(
    inArray(needs.state, listed),
    isNotNull(needs.publishedAt),
    or(like(needs.title, `%${word}%`), like(needs.targetGroup, `%${word}%`)),
  )
  const rows = await db
    .select({ id: needs.id })
    .from(needs)
    .where(said)
    .orderBy(desc(needs.publishedAt))
    .limit(20)
  const [all] = await db.select({ n: count() }).from(needs).where(said)
  return { ids: rows.map((r) => r.id), count: all!.n }
}

/** Words of one to eight characters: common, rare, and some that stand nowhere. */
const wordsOf = () =>
  titlesOf(WORDS).map(({ title, chance }, i) => {
    const text = i % 10 === 9 ? '从来没有人写过' : title
    const length = 1 + (i % 8)
    const from = chance.below(Math.max(1, text.length - length + 1))
    return text.slice(from, from + length)
  })

/** CPU time, so that a busy machine does not decide it. */
const timed = async <T>(run: () => Promise<T>) => {
  const before = process.cpuUsage()
  const value = await run()
  const { user, system } = process.cpuUsage(before)
  return { value, ms: (user + system) / 1_000 }
}
const p95 = (all: number[]) => all.sort((a, b) => a - b)[Math.floor(all.length * 0.95)]!

/** B9: the first page and the count of a word among 100 000 needs, against LIKE in the same run; nothing LIKE finds may be missing. */
export async function needSearch(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const url = `file:${folder}/needs.sqlite`
  await migrate(url)
  fillNeeds(`${folder}/needs.sqlite`)
  const store = await openStore(url)
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (const words of wordsOf()) {
    await searchNeeds(store.db, { words })
    const found = await timed(() => searchNeeds(store.db, { words }))
    const said = await timed(() => byLike(store, words))
    if (found.value.count !== Math.min(1_001, said.value.count))
      throw new Error(`B9 lost something of ${words}`)
    if (found.value.ids.join() !== said.value.ids.join()) throw new Error(`B9 another first page of ${words}`)
    ours.push(found.ms)
    theirs.push(said.ms)
  }
  await store.close()
  rmSync(folder, { recursive: true, force: true })
  const [own, likes] = [p95(ours), p95(theirs)]
  const say = (ms: number) => `${ms.toFixed(2)} CPU-ms`
  return [
    { bench: 'B9 p95', limit: say(5), ours: say(own), ratio: own / 5, must: 10, goal: 1, spread: '' },
    {
      ...{ bench: 'B9 against LIKE / 40', limit: say(likes / 40), ours: say(own), ratio: (own * 40) / likes },
      ...{ must: 10, goal: 1, spread: '' },
    },
  ]
}
