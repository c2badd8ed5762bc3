import { desc, eq, inArray } from 'drizzle-orm'
import { contracts, parties } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { type Fen, fen } from '../../money.ts'
import { authorize, may } from '../../policy/index.ts'
import { balancesOf } from '../../treasury/balances.ts'
import { findContract } from '../contract/find-contract.ts'
import { servedBy } from './served.ts'

export type UnitCost = {
  paid: Fen
  people: number
  personTimes: number
  perPerson: Fen | null
  perTime: Fen | null
}

/** 单位成本: what the ledger has as paid, what came back taken off, by the different people reached, and by person-times beside it; nothing where nobody was. */
export async function unitCostOf(db: Reader, contractId: string): Promise<UnitCost> {
  const { paid } = await balancesOf(db, { contractId })
  const { people, personTimes } = await servedBy(db, contractId)
  const each = (n: number) => (n > 0 && paid > 0 ? fen(Math.round(paid / n)) : null)
  return { paid, people, personTimes, perPerson: each(people), perTime: each(personTimes) }
}

/** 各项目单位成本, at the centre and the buyer: contracts they may read, side by side. */
export async function unitCostsPage(ctx: Context) {
  authorize(ctx.actor, 'unit_cost.list', {})
  const rows = await ctx.db
    .select({ id: contracts.id, title: contracts.title, supplier: parties.name, to: contracts.to })
    .from(contracts)
    .innerJoin(parties, eq(parties.id, contracts.supplierId))
    .where(inArray(contracts.state, ['published', 'completed', 'terminated']))
    .orderBy(desc(contracts.publishedAt))
    .limit(100)
  const shown = []
  for (const row of rows)
    if (may(ctx.actor, 'contract.read', await findContract(ctx.db, row.id)))
      shown.push({ ...row, cost: await unitCostOf(ctx.db, row.id) })
  return shown
}
