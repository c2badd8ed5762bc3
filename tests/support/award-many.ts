import { standingClock } from '#app/ports/clock.ts'
import { memoryFiles } from '#app/ports/files/memory-files.ts'
import { openVault } from '#app/ports/vault.ts'
import { workCalendar } from '#app/ports/work-calendar.ts'
import { openStore } from '#db/client.server.ts'
import { proposeAward } from '#domain/buy/award/propose-award.ts'

/** A second process whose handler proposes the award of one tender many times over: `tsx award-many.ts <json>`. */
const { url, tenderId, at, n } = JSON.parse(process.argv[2]!) as Record<'url' | 'tenderId', string> &
  Record<'at' | 'n', number>
const store = await openStore(url)
const clock = standingClock(new Date(at))
const seat = { id: 'seat-handler', role: 'street_handler' as const, partyId: 'S1' }
const ctx = {
  actor: { personId: 'handler', seat, seats: [seat], communityId: null },
  db: store.db,
  transact: store.transact,
  scrub: store.scrub,
  clock,
  wall: clock,
  calendar: workCalendar([]),
  files: memoryFiles(),
  vault: openVault('a test secret of no worth, thirty-two and more'),
}
const done = await Promise.allSettled(Array.from({ length: n }, () => proposeAward(ctx, { tenderId })))
await store.close()
const words = done.map((d) => (d.status === 'fulfilled' ? 'won' : (d.reason as { reason?: string }).reason))
process.stdout.write(`${JSON.stringify(words)}\n`)
