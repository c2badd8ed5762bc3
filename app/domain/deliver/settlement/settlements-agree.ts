import { eq } from 'drizzle-orm'
import { frameworks, settlements } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { balancesOf } from '../../treasury/balances.ts'

/** On which account the money of a claim stands. */
const accountOf = {
  claimed: 'requested',
  checked: 'requested',
  approved: 'requested',
  bounced: 'requested',
  submitted: 'in_transit',
  paid: 'paid',
  returned: null,
} as const

/** 订单月结 against the ledger: what an agreement's claims come to must be what its plan's entries say. */
export async function settlementsAgree(db: Reader) {
  const rows = await db
    .select({ claim: settlements, planId: frameworks.planId, refNo: frameworks.refNo })
    .from(settlements)
    .innerJoin(frameworks, eq(frameworks.id, settlements.frameworkId))
  const faults: Array<{ rule: string; of: string; found: string }> = []
  for (const planId of new Set(rows.map((row) => row.planId))) {
    const own = rows.filter((row) => row.planId === planId)
    const booked = await balancesOf(db, { planId })
    for (const account of ['requested', 'in_transit', 'paid'] as const) {
      const due = own
        .filter(({ claim }) => accountOf[claim.state] === account)
        .reduce((n, { claim }) => n + claim.amount, 0)
      if (due !== booked[account])
        faults.push({
          rule: 'settlements-agree',
          of: `${own[0]!.refNo} ${account}`,
          found: `${booked[account]} / ${due}`,
        })
    }
  }
  return faults
}
