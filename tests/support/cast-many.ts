import { standingClock } from '#app/ports/clock.ts'
import { memoryFiles } from '#app/ports/files/memory-files.ts'
import { openVault } from '#app/ports/vault.ts'
import { workCalendar } from '#app/ports/work-calendar.ts'
import { openStore } from '#db/client.server.ts'
import { castVote } from '#domain/ask/vote/cast-vote.ts'
import { nobody } from '#domain/who/actor.ts'

/** A second process that casts one voter's ballot many times over: `tsx cast-many.ts <json>`. */
const { url, roundId, entryId, choices, at, n } = JSON.parse(process.argv[2]!) as {
  url: string
  roundId: string
  entryId: string
  choices: string[]
  at: number
  n: number
}
const store = await openStore(url)
const clock = standingClock(new Date(at))
const ctx = {
  actor: nobody,
  db: store.db,
  transact: store.transact,
  scrub: store.scrub,
  clock,
  wall: clock,
  calendar: workCalendar([]),
  files: memoryFiles(),
  vault: openVault('a test secret of no worth, thirty-two and more'),
}
const casts = Array.from({ length: n }, (_, i) =>
  castVote(ctx, { roundId, entryId, choices: [choices[i % choices.length]!] }),
)
const done = await Promise.allSettled(casts)
await store.close()
process.stdout.write(`${done.filter((d) => d.status === 'fulfilled').length}\n`)
