import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { ballotScan } from '#domain/ask/vote/count/scan-ballots.ts'
import { interleave, type Row } from './measure.ts'

const BALLOTS = 1_000_000
const CHUNK = 3_000
const items = Array.from({ length: 60 }, (_, nth) => ({
  id: `XQ-2026-${String(nth + 1).padStart(4, '0')}`,
  cost: 1_000_000 + nth * 50_000,
}))

/** Five different numbers below sixty, by a generator with a seed: every run counts the same ballots. */
function* drawn() {
  let seed = 20_261_123
  const next = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) | 0
    return (seed >>> 8) % items.length
  }
  for (let n = 0; n < BALLOTS; n++) {
    const choices = new Set<number>()
    while (choices.size < 5) choices.add(next())
    yield JSON.stringify([...choices].toSorted((a, b) => a - b).map((at) => items[at]!.id))
  }
}

function fill(db: Database.Database) {
  db.exec(
    'create table opened_ballot (round_id text not null, ordinal integer not null, choices text not null, primary key (round_id, ordinal))',
  )
  const insert = db.prepare("insert into opened_ballot values ('R', ?, ?)")
  db.transaction(() => {
    let ordinal = 0
    for (const choices of drawn()) insert.run(++ordinal, choices)
  })()
}

const cpu = (work: () => void) => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return Promise.resolve((user + system) / 1000)
}

/** B4: a million ballots counted from their stored words, rule checks included, against one scan of the table. */
export async function tallyMillion(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const db = new Database(join(folder, 'ballots.sqlite'))
  try {
    fill(db)
    const scan = db.prepare('select sum(length(choices)) from opened_ballot').pluck()
    const chunk = db
      .prepare(
        'select cast(group_concat(choices, char(10)) as blob) from opened_ballot where round_id = ? and ordinal between ? and ?',
      )
      .pluck()
    const ours = () => {
      const counted = ballotScan({ items, maxChoices: 5, budget: 20_000_000 })
      for (let at = 1; at <= BALLOTS; at += CHUNK) {
        const fault = counted.push(chunk.get('R', at, at + CHUNK - 1) as Buffer)
        if (fault) throw new Error(`ballot ${at - 1 + fault.ballot}: ${fault.why}`)
      }
      const votes = counted.votes().reduce((a, b) => a + b, 0)
      if (counted.ballots() !== BALLOTS || votes !== BALLOTS * 5) throw new Error('ballots were lost')
    }
    ours()
    const found = await interleave(
      5,
      () => cpu(() => scan.get()),
      () => cpu(ours),
    )
    const say = (value: number) => `${value.toFixed(0)} CPU-ms`
    return [
      { ...found, bench: 'B4 tally 1 M', limit: say(found.limit), ours: say(found.ours), must: 15, goal: 3 },
    ]
  } finally {
    db.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
