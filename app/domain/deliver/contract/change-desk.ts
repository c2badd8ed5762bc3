import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { contractChanges, contracts, linkages } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import type { DeskItem } from '../../desk-item.ts'
import { may } from '../../policy/index.ts'
import { type ChangeFacts, findChange, lowers, subjectOf, waitsForCommittee } from './find-change.ts'

/** Changes that name another social worker, for the committee on the card. */
async function toAcknowledge(db: Reader, partyId: string): Promise<DeskItem[]> {
  const rows = await db
    .select({ c: contractChanges, title: contracts.title })
    .from(contractChanges)
    .innerJoin(contracts, eq(contracts.id, contractChanges.contractId))
    .innerJoin(linkages, eq(linkages.contractId, contracts.id))
    .where(
      and(
        eq(contractChanges.state, 'draft'),
        isNotNull(contractChanges.workerId),
        isNull(contractChanges.acknowledgedAt),
        eq(linkages.sector, 'community'),
        eq(linkages.partyId, partyId),
      ),
    )
  return rows.map(({ c, title }) => ({
    key: 'change.acknowledge',
    matter: title,
    chapter: 'deliver',
    due: null,
    since: c.draftedAt,
    link: `/work/${c.contractId}/changes/${c.id}`,
    kind: 'act',
  }))
}

/** Whose move a change waits for, as this person sees it. */
function moveOf(ctx: Context, c: ChangeFacts) {
  const forOpinion = lowers(c) && !c.opinionAt
  if (forOpinion && may(ctx.actor, 'change.opine', subjectOf(c))) return 'change.opine'
  if (forOpinion) return 'change.wait-opinion'
  if (waitsForCommittee(c)) return 'change.wait-committee'
  return may(ctx.actor, 'change.approve', subjectOf(c)) ? 'change.decide' : 'change.wait'
}
const acts = ['change.opine', 'change.decide']

/** The changes a seat has to do with: a supplier's or a buyer's own; the centre those of its places. */
function ownOf({ role, partyId }: { role: string; partyId: string }) {
  if (role.startsWith('org_')) return eq(contracts.supplierId, partyId)
  return role.endsWith('_approver') ? eq(contracts.buyerId, partyId) : undefined
}

/** Changes of contracts that wait: for the centre's opinion, the committee, then the approver's decision. */
export async function deskOfChange(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const { seat } = ctx.actor
  if (seat?.role === 'committee_director') return toAcknowledge(db, seat.partyId)
  if (!seat || !/_approver$|^centre_officer$|^org_/.test(seat.role)) return []
  const rows = await db
    .select({ id: contractChanges.id })
    .from(contractChanges)
    .innerJoin(contracts, eq(contracts.id, contractChanges.contractId))
    .where(and(eq(contractChanges.state, 'draft'), ownOf(seat)))
  const items: DeskItem[] = []
  for (const { id } of rows) {
    const c = await findChange(db, id)
    const key = moveOf(ctx, c)
    if (!acts.includes(key) && seat.role === 'centre_officer') continue
    items.push({
      ...{ key, matter: c.contract.title, chapter: 'deliver', due: null, since: c.draftedAt },
      link: `/work/${c.contractId}/changes/${c.id}`,
      kind: acts.includes(key) ? 'act' : 'wait',
    })
  }
  return items
}
