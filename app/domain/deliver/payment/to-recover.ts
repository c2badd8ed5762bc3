import { eq } from 'drizzle-orm'
import { recoveries } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { atLeastNought, type Fen, minus, plus, shareOf, sum, zero } from '../../money.ts'
import { balancesOf } from '../../treasury/balances.ts'
import { milestonesOf } from '../milestone/find-milestone.ts'

/**
 * What a supplier owes back if its contract ended now, in 分: what was paid less what accepted work has earned.
 * An advance is earned as the work is accepted, in proportion to the prices of the tranches that need acceptance.
 * `due`: what accepted work has earned beyond what was paid, so that it is the buyer who owes.
 */
export async function toRecover(
  db: Reader,
  contract: { id: string; price: Fen },
): Promise<{ paid: Fen; earned: Fen; owed: Fen; due: Fen }> {
  const { paid } = await balancesOf(db, { contractId: contract.id })
  const worked = (await milestonesOf(db, contract.id)).filter((m) => m.gate !== 'publication')
  const accepted = worked.filter((m) => m.state === 'accepted')
  const [done, whole] = [accepted, worked].map((parts) => sum(parts.map((m) => m.price))) as [Fen, Fen]
  const share = whole > 0 ? plus(done, shareOf(minus(contract.price, whole), done, whole)) : zero
  const earned = atLeastNought(minus(share, sum(accepted.map((m) => m.withheld ?? zero))))
  const [owed, due] = [minus(paid, earned), minus(earned, paid)].map(atLeastNought) as [Fen, Fen]
  return { paid, earned, owed, due }
}

/** What an ended contract owes back, what has come back, each receipt, and what is still out. */
export async function recoveryOf(db: Reader, contract: { id: string; recovered: Fen | null }) {
  const owed = contract.recovered ?? zero
  const receipts = await db
    .select({
      id: recoveries.id,
      refNo: recoveries.refNo,
      amount: recoveries.amount,
      year: recoveries.year,
      no: recoveries.no,
      receivedOn: recoveries.receivedOn,
    })
    .from(recoveries)
    .where(eq(recoveries.contractId, contract.id))
    .orderBy(recoveries.at, recoveries.refNo)
  const received = sum(receipts.map((r) => r.amount))
  return { owed, received, out: minus(owed, received), receipts }
}
export type Recovery = Awaited<ReturnType<typeof recoveryOf>>
