import { and, eq } from 'drizzle-orm'
import { contractChanges, contracts } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import type { DeskItem } from '../../desk-item.ts'
import { may } from '../../policy/index.ts'
import { findChange, lowers, subjectOf } from './find-change.ts'

/** Changes of contracts that wait: for the centre's opinion, then for the approver's decision. */
export async function deskOfChange(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const { seat } = ctx.actor
  if (!seat || !/_approver$|^centre_officer$|^org_/.test(seat.role)) return []
  const own = seat.role.startsWith('org_')
    ? eq(contracts.supplierId, seat.partyId)
    : seat.role.endsWith('_approver')
      ? eq(contracts.buyerId, seat.partyId)
      : undefined
  const rows = await db
    .select({ id: contractChanges.id })
    .from(contractChanges)
    .innerJoin(contracts, eq(contracts.id, contractChanges.contractId))
    .where(and(eq(contractChanges.state, 'draft'), own))
  const items: DeskItem[] = []
  for (const { id } of rows) {
    const c = await findChange(db, id)
    const waits = lowers(c) && !c.opinionAt
    const opines = waits && may(ctx.actor, 'change.opine', subjectOf(c))
    const decides = !waits && may(ctx.actor, 'change.approve', subjectOf(c))
    if (!opines && !decides && seat.role === 'centre_officer') continue
    items.push({
      key: opines
        ? 'change.opine'
        : decides
          ? 'change.decide'
          : waits
            ? 'change.wait-opinion'
            : 'change.wait',
      matter: c.contract.title,
      chapter: 'deliver',
      due: null,
      since: c.draftedAt,
      link: `/work/${c.contractId}/changes/${c.id}`,
      kind: opines || decides ? 'act' : 'wait',
    })
  }
  return items
}
