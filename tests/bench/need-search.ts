import { randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { and, count, desc, inArray, isNotNull, like, or } from 'drizzle-orm'
import { openStore } from '#db/client.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { needs } from '#db/schema/index.ts'
import type { Store } from '#db/store.ts'
import { listed } from '#domain/ask/need/listed.ts'
import { searchNeeds } from '#domain/ask/need/search-needs.ts'
import { searchedOf, searchedText } from '#domain/ask/need/terms.ts'
import type { Row } from './measure.ts'

const NEEDS = 100_000
const WORDS = 40
const who =
  '独居高龄 失能 空巢 残疾 留守 务工 新居民 退休职工 低保家庭 孕产妇 小学生 初中生 待业青年 单亲家庭'.split(
    ' ',
  )
const what =
  '每周探访 助餐送餐 助浴助洁 康复训练 课后托管 暑期托管 法律咨询 心理陪伴 楼道照明 停车改造 垃圾分类 技能培训 就业帮扶 亲子阅读 防诈骗课堂 口述史'.split(
    ' ',
  )
const where = '东片 西片 南片 北片 一期 二期 三期 老楼 新区 村口'.split(' ')
const pick = (from: readonly string[]) => from[randomInt(from.length)]!

const titled = (i: number) => `${pick(where)}${pick(who)}${pick(what)}${i % 7 === 0 ? '与家属支持' : ''}`

const need = `insert into need (id, ref_no, community_id, committee_id, street_id, grid_ids, category, item_type, title,
  evidence, target_group, beneficiaries, outcome, estimate, urgency, severity, negative_answers, state, drafted_by,
  published_at, created_at, searched) values (?, ?, ?, ?, 'S1', '[]', 'ELDER', 'service', ?, '', ?, 1, '', 100, 1, 1,
  '{}', 'published', 'clerk', ?, 0, ?)`
const term = 'insert into need_term (id, need_id, community_id, term, at) values (?, ?, ?, ?, ?)'

/** Fills the two tables by the driver itself: the words are measured, not the way they got there. */
function fill(file: string) {
  const db = new Database(file)
  db.pragma('foreign_keys = off')
  const [addNeed, addTerm] = [db.prepare(need), db.prepare(term)]
  const start = Date.UTC(2025, 0, 1)
  let terms = 0
  db.transaction(() => {
    for (let i = 0; i < NEEDS; i++) {
      const row = { id: `n${String(i).padStart(6, '0')}`, title: titled(i), targetGroup: pick(who) }
      const [community, at] = [i % 2 ? 'C1' : 'C2', start + i * 60_000]
      addNeed.run(row.id, `XQ-${i}`, community, community, row.title, row.targetGroup, at, searchedText(row))
      for (const one of searchedOf(row)) addTerm.run(`t${terms++}`, row.id, community, one, at)
    }
  })()
  db.pragma('analysis_limit = 1000')
  db.exec('analyze')
  db.close()
}

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
  Array.from({ length: WORDS }, (_, i) => {
    const text = i % 10 === 9 ? '从来没有人写过' : titled(i)
    const length = 1 + (i % 8)
    const from = randomInt(Math.max(1, text.length - length + 1))
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
  fill(`${folder}/needs.sqlite`)
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
