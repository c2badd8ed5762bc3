import type { parties } from '#db/schema/index.ts'
import { Refusal } from '../../refusal.ts'
import type { Call } from './find-call.ts'

export type Supplier = typeof parties.$inferSelect

const kindBars: Partial<Record<Supplier['kind'], (call: Call) => string | null>> = {
  organisation: () => null,
  enterprise: () => null,
  individual: (call) => (call.method.individuals ? null : 'individuals-not-on-this-route'),
  community_group: (call) => (call.method.groups ? null : 'groups-not-on-this-route'),
}

/** Why a body may not propose here (102号令 第六条; 实施条例 第十八条), or null. */
export function whyMayNotPropose(call: Call, supplier: Supplier): string | null {
  const near = [call.buyerId, ...call.posterIds, ...call.centreIds]
  if (near.includes(supplier.id)) return 'too-near-to-propose'
  const ofKind = kindBars[supplier.kind]
  if (!ofKind) return 'not-a-supplier'
  if (ofKind(call)) return ofKind(call)
  if (supplier.kind === 'community_group' && !supplier.custodianId) return 'group-needs-custodian'
  if (supplier.credit === 'abnormal_list') return 'on-abnormal-list'
  return supplier.credit === 'dishonest' ? 'on-dishonest-list' : null
}

export function refuseIneligible(call: Call, supplier: Supplier) {
  const why = whyMayNotPropose(call, supplier)
  if (why) throw new Refusal('forbidden', why)
}
