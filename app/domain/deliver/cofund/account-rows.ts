import { and, eq } from 'drizzle-orm'
import { budgetLines, fundPools } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import { zero } from '../../money.ts'

type Receiver = { id: string; name: string }
type Pot = { refNo: string; title: string }

/** The charity pool of the body that receives: apart from every pool of an office. */
async function poolOf(tx: Tx, { id, name }: Receiver, today: string) {
  const year = Number(today.slice(0, 4))
  const code = `GIFT-${year}`
  const mine = and(eq(fundPools.ownerId, id), eq(fundPools.code, code))
  const [known] = await tx.select({ id: fundPools.id }).from(fundPools).where(mine)
  if (known) return known.id
  const [made] = await tx
    .insert(fundPools)
    .values({
      ...{ code, name, source: 'charity', ownerId: id, year, total: zero, approvedOn: today },
      rules: 'cofund',
    })
    .returning({ id: fundPools.id })
  return made!.id
}

/** A line of its own for one pot, on which nothing of the treasury ever stands. */
export async function openCofundLine(tx: Tx, receiver: Receiver, { refNo, title }: Pot, today: string) {
  const poolId = await poolOf(tx, receiver, today)
  const [line] = await tx
    .insert(budgetLines)
    .values({ poolId, code: refNo, name: title, buyerId: receiver.id, amount: zero })
    .returning({ id: budgetLines.id })
  return line!.id
}
