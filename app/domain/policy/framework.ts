import { type Bar, notSeatedAt, notWho, row } from './terms.ts'

type OfBuyer = { buyerId: string }
type OfSupplier = { supplierId: string }
type Family = { personId: string; agentIds: readonly string[] }
type Kin = { bodies: readonly string[]; kinIds: readonly string[] }

const handlers = ['street_handler', 'district_handler'] as const
const approvers = ['street_approver', 'district_approver'] as const
const at = (s: OfBuyer) => s.buyerId
const ofFamily = (personId: string | null, s: Family) =>
  personId !== null && (personId === s.personId || s.agentIds.includes(personId))
/** The person herself, or a family member whom the committee has written down. */
const family: Bar<Family> = { key: 'not-for-this-person', when: (actor, s) => !ofFamily(actor.personId, s) }
const serving = row<OfSupplier>({
  by: ['org_editor', 'org_signer', 'social_worker'],
  at: (s) => s.supplierId,
})
/** Who is admitted, declined or let go is decided by nobody who holds a post there (政府采购法 第十二条). */
const admitting = row<OfBuyer & { supplierId: string | null }>({
  by: approvers,
  at,
  bars: [notSeatedAt('sod-bidder-decides', (s) => s.supplierId)],
})
const ofProvider = notSeatedAt<OfSupplier>('sod-supplier-rates', (s) => s.supplierId)
const byFamily = row<Family>({ by: 'person', bars: [family] })

/** Agreements, those admitted to them, the orders of residents and who acts for whom. */
export const frameworkRows = {
  'framework.draft': row<OfBuyer>({ by: handlers, at }),
  'framework.read': row<OfBuyer>({ by: [...handlers, ...approvers, 'auditor'], at, watched: true }),
  'framework.publish': row<OfBuyer & { writtenBy: readonly string[] }>({
    by: approvers,
    at,
    bars: [notWho('sod-drafter-approves', (s) => s.writtenBy)],
  }),
  'framework.close': row<OfBuyer>({ by: approvers, at }),
  'provider.apply': row<OfBuyer>({
    by: ['org_editor', 'org_signer'],
    bars: [notSeatedAt('buyers-people-do-not-propose', at)],
  }),
  'provider.admit': admitting,
  'provider.decline': admitting,
  'provider.end': admitting,
  'provider.sign': row<OfSupplier>({ by: ['org_signer'], at: (s) => s.supplierId }),
  'order.place': byFamily,
  'order.redo': byFamily,
  'order.confirm': byFamily,
  'order.cancel': byFamily,
  /** 评价: who was served rates, or who may order for her; never one of the body that served. */
  'order.rate': row<Family & OfSupplier>({ by: 'person', bars: [family, ofProvider] }),
  'order.accept': serving,
  'order.refuse': serving,
  'order.finish': serving,
  'order.list': row<object>({ by: ['org_editor', 'org_signer', 'social_worker'] }),
  /** Words of an order are for the family and the provider that carries it out. */
  'order.read': row<Family & OfSupplier>({
    by: 'person',
    bars: [
      {
        key: 'order-not-yours',
        when: (actor, s) =>
          !ofFamily(actor.personId, s) && !actor.seats.some((seat) => seat.partyId === s.supplierId),
      },
    ],
  }),
  /** 订单整改: the body that served answers, whoever rated says whether it is put right; the office that pays reads both. */
  'orderFix.read': row<OfBuyer & OfSupplier>({
    by: ['org_editor', 'org_signer', 'social_worker', ...handlers, ...approvers],
    at: (s) => [s.supplierId, s.buyerId],
  }),
  'orderFix.answer': row<OfSupplier>({ by: ['org_editor', 'org_signer'], at: (s) => s.supplierId }),
  'orderFix.accept': row<Family & OfSupplier>({ by: 'person', bars: [family, ofProvider] }),
  'orderFix.reopen': row<Family & OfSupplier>({ by: 'person', bars: [family, ofProvider] }),
  'kinship.write': row<Kin>({
    by: ['committee_clerk', 'station_clerk'],
    at: (s) => s.bodies,
    bars: [notWho('sod-own-kin', (s) => s.kinIds)],
  }),
  'kinship.end': row<Kin>({
    by: 'person',
    bars: [
      {
        key: 'kinship-not-yours',
        when: (actor, s) =>
          !s.kinIds.includes(actor.personId ?? '') &&
          !actor.seats.some(({ role, partyId }) => role !== 'resident' && s.bodies.includes(partyId)),
      },
    ],
  }),
} as const
