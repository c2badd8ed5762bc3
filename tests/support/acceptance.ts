import { findAcceptance } from '#domain/deliver/acceptance/find-acceptance.ts'
import { enterOpinion } from '#domain/deliver/acceptance/give-opinion.ts'
import { signAcceptance } from '#domain/deliver/acceptance/sign-acceptance.ts'
import { indicatorsOf } from '#domain/deliver/milestone/find-milestone.ts'
import type { Town } from './world.ts'

type Db = Pick<Town, 'db'>
/** Every indicator of an acceptance's contract, found as claimed, or not. */
export async function itemsOf({ db }: Db, acceptanceId: string, asClaimed = true) {
  const { milestone } = await findAcceptance(db, acceptanceId)
  const known = await indicatorsOf(db, milestone.contractId)
  return known.map((i) => ({ indicatorId: i.id, asClaimed }))
}
/** Whom the lot fell on, in its order; the last of them may not be needed. */
export const lotOrder = async ({ db }: Db, acceptanceId: string) =>
  (await findAcceptance(db, acceptanceId)).lots.map((l) => l.serviceUserId)

/** The clerk hears those the lot fell on, in its order, at these levels. */
export async function hear(town: Town, acceptanceId: string, levels: readonly number[]) {
  const order = await lotOrder(town, acceptanceId)
  for (const [i, level] of levels.entries())
    await enterOpinion(town.as('clerk'), { acceptanceId, serviceUserId: order[i]!, channel: 'paper', level })
}

/** One of the group signs, every indicator as claimed. */
export const sign = async (town: Town, acceptanceId: string, key: string, met = true) =>
  signAcceptance(town.as(key), {
    ...{ acceptanceId, met, words: met ? '符合合同' : '探访记录不全' },
    items: await itemsOf(town, acceptanceId),
  })
/** Five heard, three signed, met. */
export async function acceptWell(town: Town, acceptanceId: string) {
  const { missing } = await findAcceptance(town.db, acceptanceId)
  await hear(town, acceptanceId, Array<number>(missing).fill(5))
  for (const key of ['acceptor', 'director', 'centre']) await sign(town, acceptanceId, key)
}
