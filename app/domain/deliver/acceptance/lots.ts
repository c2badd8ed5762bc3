import { asc, eq } from 'drizzle-orm'
import { acceptanceLots, type acceptanceOpinions } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import { inLots } from '../../lots.ts'
import { serviceUsersOf } from '../diary/find-diary.ts'
import { cameOf } from '../diary/served.ts'

export type Lot = typeof acceptanceLots.$inferSelect
type Opinion = typeof acceptanceOpinions.$inferSelect
type Of = { required: number; lots: readonly Lot[] }

export const lotsOf = (db: Reader, acceptanceId: string): Promise<Lot[]> =>
  db
    .select()
    .from(acceptanceLots)
    .where(eq(acceptanceLots.acceptanceId, acceptanceId))
    .orderBy(asc(acceptanceLots.ordinal))

/** 抽取服务对象: everyone on the list in the order of the seed, those who came before those who never did. */
export async function drawLots(
  tx: Tx,
  { acceptanceId, contractId, seed }: { acceptanceId: string; contractId: string; seed: string },
) {
  const came = new Set(await cameOf(tx, contractId))
  const users = inLots(seed, await serviceUsersOf(tx, contractId), (u) => u.id)
  const order = [...users.filter((u) => came.has(u.id)), ...users.filter((u) => !came.has(u.id))]
  const rows = order.map((u, i) => ({ acceptanceId, serviceUserId: u.id, ordinal: i + 1 }))
  for (let at = 0; at < rows.length; at += 500)
    await tx.insert(acceptanceLots).values(rows.slice(at, at + 500))
}

/** Who is to be heard: the first of the lot, and for each who cannot be reached the next. */
const called = ({ required, lots }: Of) =>
  lots
    .filter((l) => l.unreached === null)
    .slice(0, required)
    .map((l) => l.serviceUserId)

/** Whether somebody's opinion counts; before there was a draw, everybody's did. */
export const isCalled = (of: Of, serviceUserId: string) =>
  of.lots.length === 0 || called(of).includes(serviceUserId)

/** Opinions that count, those beside them, and how many are still to be heard. */
export function counted({ required }: { required: number }, lots: readonly Lot[], said: readonly Opinion[]) {
  const of = { required, lots }
  const opinions = said.filter((o) => isCalled(of, o.serviceUserId))
  const reachable = lots.length === 0 ? required : called(of).length
  return {
    opinions,
    beside: said.filter((o) => !opinions.includes(o)),
    missing: Math.max(0, Math.min(required, reachable) - opinions.length),
  }
}
