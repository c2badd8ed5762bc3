import Database from 'better-sqlite3'
import { seeded } from '#app/demo/seeded.ts'
import { searchedOf, searchedText } from '#domain/ask/need/terms.ts'

export const NEEDS = 100_000
const who =
  '独居高龄 失能 空巢 残疾 留守 务工 新居民 退休职工 低保家庭 孕产妇 小学生 初中生 待业青年 单亲家庭'.split(
    ' ',
  )
const what =
  '每周探访 助餐送餐 助浴助洁 康复训练 课后托管 暑期托管 法律咨询 心理陪伴 楼道照明 停车改造 垃圾分类 技能培训 就业帮扶 亲子阅读 防诈骗课堂 口述史'.split(
    ' ',
  )
const where = '东片 西片 南片 北片 一期 二期 三期 老楼 新区 村口'.split(' ')
type Chance = ReturnType<typeof seeded>

const titled = (chance: Chance, i: number) =>
  `${chance.pick(where)}${chance.pick(who)}${chance.pick(what)}${i % 7 === 0 ? '与家属支持' : ''}`

/** Titles such as the generated needs have, the same in every run, and the chance they were drawn with. */
export function titlesOf(n: number) {
  const chance = seeded('titles sought')
  return Array.from({ length: n }, (_, i) => ({ title: titled(chance, i), chance }))
}

const need = `insert into need (id, ref_no, community_id, committee_id, street_id, grid_ids, category, item_type, title,
  evidence, target_group, beneficiaries, outcome, estimate, urgency, severity, negative_answers, state, drafted_by,
  published_at, created_at, searched) values (?, ?, ?, ?, 'S1', '[]', 'ELDER', 'service', ?, '', ?, 1, '', 100, 1, 1,
  '{}', 'published', 'clerk', ?, 0, ?)`
const term = 'insert into need_term (id, need_id, community_id, term, at) values (?, ?, ?, ?, ?)'

/** Published needs of two communities, with what they are found by, put in by the driver itself: what reads them is measured, not the way they got there. */
export function fillNeeds(file: string, n = NEEDS) {
  const db = new Database(file)
  db.pragma('foreign_keys = off')
  const [addNeed, addTerm] = [db.prepare(need), db.prepare(term)]
  const [chance, start] = [seeded('many needs'), Date.UTC(2025, 0, 1)]
  let terms = 0
  db.transaction(() => {
    for (let i = 0; i < n; i++) {
      const id = `n${String(i).padStart(6, '0')}`
      const row = { id, title: titled(chance, i), targetGroup: chance.pick(who) }
      const [community, at] = [i % 2 ? 'C1' : 'C2', start + i * 60_000]
      addNeed.run(row.id, `XQ-${i}`, community, community, row.title, row.targetGroup, at, searchedText(row))
      for (const one of searchedOf(row)) addTerm.run(`t${terms++}`, row.id, community, one, at)
    }
  })()
  db.pragma('analysis_limit = 1000')
  db.exec('analyze')
  db.close()
}
