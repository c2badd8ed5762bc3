import { uptime } from 'node:os'
import { desc } from 'drizzle-orm'
import { journal } from '#db/schema/index.ts'
import type { Store, Transact } from '#db/store.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Clock } from './ports/clock.ts'

/** 毫秒 by which clocks may differ before no deadline is safe. */
const TOLERANCE = 5_000
const FRESH = 1_000
type Clocks = { wall: Clock; shown: Clock; steady?: () => number }

/** A clock nobody can set, and that goes on while the machine sleeps. */
const sinceBoot = () => uptime() * 1_000

/**
 * Whether the time can be believed: the wall clock went as far as the steady one since the start, and stands no
 * earlier than the last act of the journal. A clock turned back would open again what a deadline had closed.
 */
export function guardClock(store: Store, { wall, shown, steady = sinceBoot }: Clocks) {
  const apart = () => wall.now().getTime() - steady()
  const atStart = apart()
  let last = { at: 0, readAt: Number.NEGATIVE_INFINITY }
  const lastAct = async () => {
    if (steady() - last.readAt <= FRESH) return last.at
    const [line] = await store.db.select({ at: journal.at }).from(journal).orderBy(desc(journal.at)).limit(1)
    last = { at: line?.at.getTime() ?? 0, readAt: steady() }
    return last.at
  }
  return async () =>
    Math.abs(apart() - atStart) <= TOLERANCE && shown.now().getTime() >= (await lastAct()) - TOLERANCE
}

/** Acts wait until the time can be believed again; reading goes on. */
export const whileSure =
  (transact: Transact, isSure: () => Promise<boolean>): Transact =>
  async (work) => {
    if (!(await isSure())) throw new Refusal('unsure', 'clock-unsure')
    return transact(work)
  }
