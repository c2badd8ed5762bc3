import type { Role } from '#db/vocabulary.ts'
import type { Actor } from '../who/actor.ts'
import { type Bar, notSeatedAt, notWho, onlyWho, row } from './terms.ts'

type Family = { personId: string; agentIds: readonly string[] }
/** Who is around a person who is cared for: her family, her community, the centre, the buyer, who may serve her. */
type OfCare = Family & {
  bodyIds: readonly string[]
  centreIds: readonly string[]
  buyerId: string
  supplierIds: readonly string[]
  kinIds: readonly string[]
  assessedBy: string | null
}
type OfVisit = OfCare & { supplierId: string; aideId: string | null }

const clerks: Role[] = ['committee_clerk', 'station_clerk']
const handlers: Role[] = ['street_handler', 'district_handler']
const bidders: Role[] = ['org_editor', 'org_signer']
const dispatchers: Role[] = [...bidders, 'social_worker']

const isFamily = ({ personId }: Actor, s: Family) =>
  personId !== null && (personId === s.personId || s.agentIds.includes(personId))
const sits = ({ seat }: Actor, roles: readonly Role[], at: readonly string[]) =>
  seat !== null && roles.includes(seat.role) && at.includes(seat.partyId)
const isClerk = (a: Actor, s: OfCare) => sits(a, clerks, s.bodyIds)

const family: Bar<Family> = { key: 'care-of-others', when: (a, s) => !isFamily(a, s) }
const familyOrClerk: Bar<OfCare> = {
  key: 'care-of-others',
  when: (a, s) => !isFamily(a, s) && !isClerk(a, s),
}
const careReader: Bar<OfCare> = {
  key: 'care-not-yours',
  when: (a, s) =>
    !isFamily(a, s) &&
    !isClerk(a, s) &&
    !sits(a, ['centre_officer'], s.centreIds) &&
    !sits(a, handlers, [s.buyerId]),
}
const visitReader: Bar<OfVisit> = {
  key: 'care-not-yours',
  when: (a, s) =>
    !isFamily(a, s) &&
    !isClerk(a, s) &&
    !sits(a, dispatchers, [s.supplierId]) &&
    !(sits(a, ['care_aide'], [s.supplierId]) && a.personId === s.aideId),
}
const complaintReader: Bar<OfVisit> = {
  key: 'care-not-yours',
  when: (a, s) =>
    !isFamily(a, s) && !isClerk(a, s) && !sits(a, bidders, [s.supplierId]) && !sits(a, handlers, [s.buyerId]),
}
const notKin = notWho<OfCare>('sod-own-kin', (s) => s.kinIds)
const notServing = notSeatedAt<OfCare>('sod-provider-assesses', (s) => s.supplierIds)
const notOfSupplier = notSeatedAt<{ supplierId: string }>('sod-supplier-judges', (s) => s.supplierId)
const notAide = notWho<OfVisit>('aide-confirms-himself', (s) => s.aideId)

const byFamily = row<OfVisit>({ by: 'person', bars: [notAide, family] })
const byFamilyOrClerk = row<OfCare>({ by: 'person', bars: [familyOrClerk] })
const complains = row<OfVisit>({ by: 'person', bars: [familyOrClerk] })
const decides = row<OfCare>({
  by: handlers,
  at: (s) => s.buyerId,
  bars: [notKin, notWho('sod-assessor-grants', (s) => s.assessedBy), notServing],
})
const dispatches = row<OfVisit>({ by: dispatchers, at: (s) => s.supplierId })
const attends = row<OfVisit>({
  by: ['care_aide'],
  at: (s) => s.supplierId,
  bars: [onlyWho('visit-of-another-aide', (s) => s.aideId), notKin],
})
const forHer = (by: Role[]) =>
  row<OfVisit>({ by, at: (s) => s.bodyIds, bars: [notKin, notAide, notOfSupplier] })

/** 居家服务: who asks, who assesses, who grants, who comes, who says that he came; never the same side twice. */
export const careRows = {
  'care.apply': byFamilyOrClerk,
  'care.read': row<OfCare>({ by: 'person', bars: [careReader] }),
  'care.assess': row<OfCare>({
    by: ['station_clerk', 'centre_officer'],
    at: (s) => [...s.bodyIds, ...s.centreIds],
    bars: [notKin, notServing],
  }),
  'care.grant': decides,
  'care.refuse': decides,
  'care.end': row<OfCare>({ by: handlers, at: (s) => s.buyerId }),
  'care.renew_code': byFamilyOrClerk,
  'care.list': row<object>({ by: [...clerks, 'centre_officer', ...handlers] }),

  'visit.order': byFamilyOrClerk,
  'visit.read': row<OfVisit>({ by: 'person', bars: [visitReader] }),
  'visit.accept': dispatches,
  'visit.refuse': dispatches,
  'visit.list': row<object>({ by: ['care_aide'] }),
  'visit.check_in': attends,
  'visit.leave': attends,
  'visit.confirm_by_code': attends,
  'visit.check_in_by_phone': forHer(['station_clerk']),
  'visit.confirm_for_her': forHer(clerks),
  'visit.confirm': byFamily,
  'visit.redo': byFamily,
  'visit.cancel': byFamilyOrClerk,

  'careComplaint.make': complains,
  'careComplaint.settle': complains,
  'careComplaint.escalate': complains,
  'careComplaint.read': row<OfVisit>({ by: 'person', bars: [complaintReader] }),
  'careComplaint.answer': row<OfVisit>({ by: bidders, at: (s) => s.supplierId }),
  'careComplaint.rule': row<OfVisit>({ by: handlers, at: (s) => s.buyerId, bars: [notOfSupplier, notKin] }),
} as const
