import { eq } from 'drizzle-orm'
import { frameworks } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { TrailEntry } from '../../trail-entry.ts'
import { roleFor } from '../plan/approval-chain.ts'
import { findFramework, providersOf } from './find-framework.ts'

/** The agreement made public, and each body that joined; orders are nobody's business. */
export async function trailOfFramework(db: Reader, planId: string): Promise<TrailEntry[]> {
  const [row] = await db.select({ id: frameworks.id }).from(frameworks).where(eq(frameworks.planId, planId))
  if (!row) return []
  const framework = await findFramework(db, row.id)
  if (!framework.publishedAt) return []
  const office = { chapter: 'buy' as const, byPartyId: framework.buyerId }
  const byRole = roleFor('approver', framework.plan.buyer.kind)
  const paper = { label: framework.refNo, href: `/frameworks/${framework.id}` }
  const told: TrailEntry[] = [
    {
      ...office,
      byRole,
      paper,
      at: framework.publishedAt,
      key: 'framework.publish',
      ground: framework.plan.method.basis,
    },
  ]
  for (const { provider, name, nameEn } of await providersOf(db, framework.id))
    if (provider.signedAt)
      told.push({
        ...office,
        byRole,
        paper,
        at: provider.signedAt,
        key: 'framework.sign',
        params: { supplier: name, supplierEn: nameEn ?? '' },
      })
  return told
}
