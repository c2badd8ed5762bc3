import { eq, inArray } from 'drizzle-orm'
import { contracts, findings } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import type { DeskItem } from '../../desk-item.ts'
import { parameter } from '../../parameters.ts'
import type { Finding } from './find-finding.ts'

const forRaiser = {
  raised: 'finding.order',
  proof_given: 'finding.close',
  fix_ordered: 'finding.wait',
} as const

const keyFor = (
  f: Finding,
  ctx: Context,
  supplierId: string,
): { key: string; kind: DeskItem['kind'] } | null => {
  const { seat } = ctx.actor
  const now = ctx.clock.now()
  if (seat?.partyId === supplierId)
    return ['fix_ordered', 'escalated'].includes(f.state) ? { key: 'finding.prove', kind: 'act' } : null
  if (seat?.partyId !== f.raisedPartyId || seat.role !== f.raisedRole) return null
  if (f.state === 'fix_ordered' && f.dueAt && now >= f.dueAt) return { key: 'finding.escalate', kind: 'act' }
  const key = forRaiser[f.state as keyof typeof forRaiser]
  return key ? { key, kind: f.state === 'fix_ordered' ? 'wait' : 'act' } : null
}

/** Findings to order, to put right, to close, to take further. */
export async function deskOfSupervision(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const role = ctx.actor.seat?.role
  if (!role || !['org_editor', 'org_signer', 'centre_officer', 'grid_worker'].includes(role)) return []
  const { source, mark } = await parameter(db, 'FINDING_FIX', dateOf(ctx.clock.now()))
  const rows = await db
    .select({ f: findings, c: contracts })
    .from(findings)
    .innerJoin(contracts, eq(contracts.id, findings.contractId))
    .where(inArray(findings.state, ['raised', 'fix_ordered', 'proof_given', 'escalated']))
  return rows.flatMap(({ f, c }): DeskItem[] => {
    const said = keyFor(f, ctx, c.supplierId)
    const due = f.dueAt && f.state === 'fix_ordered' ? { at: f.dueAt, source, mark: mark as 'local' } : null
    return said
      ? [
          {
            ...said,
            matter: c.title,
            chapter: 'deliver',
            due,
            since: f.createdAt,
            link: `/desk/findings/${f.id}`,
          },
        ]
      : []
  })
}
