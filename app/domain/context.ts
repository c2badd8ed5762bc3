import type { Clock } from '#app/ports/clock.ts'
import type { Files } from '#app/ports/files/files.ts'
import type { Capabilities } from '#app/ports/payments/funding-provider.ts'
import type { Vault } from '#app/ports/vault.ts'
import type { WorkCalendar } from '#app/ports/work-calendar.ts'
import type { Reader, Store, Transact } from '#db/store.ts'
import type { Actor } from './who/actor.ts'

/** Everything a command may touch. Nothing in the domain reaches past it. */
export type Context = {
  actor: Actor
  db: Reader
  transact: Transact
  /** After a commit that erased something: no earlier copy of it stays in the database's own files. */
  scrub: Store['scrub']
  /** The product's clock: deadlines, records. A demonstration may move it forward. */
  clock: Clock
  /** The real clock: signing in, sessions, limits. */
  wall: Clock
  calendar: WorkCalendar
  files: Files
  vault: Vault
  /** What the provider beside the treasury can do; absent: there is none, and nothing may be paid online. */
  funding?: Capabilities | undefined
}
