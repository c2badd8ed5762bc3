import { and, eq, gt } from 'drizzle-orm'
import { contracts } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import type { DeskItem } from '../../desk-item.ts'
import { may } from '../../policy/index.ts'
import { findContract } from '../contract/find-contract.ts'
import { recoveryOf } from './to-recover.ts'

type Side = typeof contracts.supplierId | typeof contracts.buyerId
/** Contracts ended with something to come back, of whoever stands on that side of them. */
const endedOf = (db: Reader, side: Side, partyId: string) =>
  db
    .select()
    .from(contracts)
    .where(and(eq(contracts.state, 'terminated'), gt(contracts.recovered, 0 as never), eq(side, partyId)))

/** Ended contracts that still owe money back: to register for finance, to pay back for the organisation. */
export async function deskOfRecovery(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const { seat } = ctx.actor
  if (!seat) return []
  const org = seat.role === 'org_signer'
  if (!org && !seat.role.endsWith('_finance')) return []
  const ended = await endedOf(db, org ? contracts.supplierId : contracts.buyerId, seat.partyId)
  const items: DeskItem[] = []
  for (const c of ended) {
    const { out } = await recoveryOf(db, c)
    if (out <= 0) continue
    const act = org || may(ctx.actor, 'recovery.register', await findContract(db, c.id))
    items.push({
      key: org ? 'recovery.repay' : 'recovery.register',
      matter: c.title,
      amount: out,
      chapter: 'deliver',
      due: null,
      since: c.endedAt ?? c.createdAt,
      link: `/desk/contracts/${c.id}#recovery`,
      kind: act ? 'act' : 'wait',
    })
  }
  return items
}
