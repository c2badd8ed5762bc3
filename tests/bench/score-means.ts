import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { migrate } from '#db/migrate.server.ts'
import { openSqlite } from '#db/sqlite.server.ts'
import { recomputeAverages } from '#domain/buy/evaluation/recompute.ts'
import { interleave, type Row } from './measure.ts'

const BIDS = 1_000
const MEMBERS = 7
const CRITERIA = 10

function fill(file: string) {
  const db = new Database(file)
  db.pragma('foreign_keys = OFF')
  const seat = db.prepare(
    "insert into panel_seat (id, tender_id, person_id, kind, ordinal, state) values (?, 'T', ?, 'expert', ?, 'declared_clear')",
  )
  const sheet = db.prepare(
    "insert into score_sheet (id, panel_seat_id, tender_id, state) values (?, ?, 'T', 'submitted')",
  )
  const score = db.prepare(
    'insert into score (id, sheet_id, proposal_id, criterion_id, points) values (?, ?, ?, ?, ?)',
  )
  db.transaction(() => {
    for (let m = 0; m < MEMBERS; m++) {
      seat.run(`S${m}`, `P${m}`, m + 1)
      sheet.run(`H${m}`, `S${m}`)
      for (let b = 0; b < BIDS; b++)
        for (let c = 0; c < CRITERIA; c++)
          score.run(`${m}-${b}-${c}`, `H${m}`, `B${b}`, `C${c}`, ((b * 31 + c * 17 + m * 7) % 4000) / 100)
    }
  })()
  return db
}

const cpu = async (work: () => unknown) => {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** B7: the averages of a thousand proposals by seven members on ten criteria, against the database's own aggregate. */
export async function scoreMeans(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const file = join(folder, 'scores.sqlite')
  await migrate(`file:${file}`)
  const raw = fill(file)
  const store = openSqlite(`file:${file}`)
  try {
    const aggregate = raw.prepare(
      `select s.proposal_id, s.criterion_id, round(avg(s.points), 2) as mean from score s
       join score_sheet h on h.id = s.sheet_id join panel_seat p on p.id = h.panel_seat_id and p.state = 'declared_clear'
       where h.tender_id = 'T' group by s.proposal_id, s.criterion_id`,
    )
    const limit = () => cpu(() => aggregate.all())
    const ours = () =>
      cpu(async () => {
        const averages = await recomputeAverages(store.db, 'T')
        if (averages.size !== BIDS || averages.get('B0')?.size !== CRITERIA)
          throw new Error('averages were lost')
      })
    for (const warm of [limit, ours, limit, ours]) await warm()
    const found = await interleave(9, limit, ours)
    const say = (value: number) => `${value.toFixed(0)} CPU-ms`
    return [
      { ...found, bench: 'B7 averages', limit: say(found.limit), ours: say(found.ours), must: 3, goal: 1.2 },
    ]
  } finally {
    await store.close()
    raw.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
