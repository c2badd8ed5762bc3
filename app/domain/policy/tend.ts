import type { Role } from '#db/vocabulary.ts'
import type { Actor } from '../who/actor.ts'
import { type Bar, notSeatedAt, notWho, onlyWho, row } from './terms.ts'

type OfBank = { operatorId: string | null }
type Owned = { personId: string | null }
type OfAccount = OfBank & Owned & { heirId: string | null }
type OfService = OfBank & {
  askerId: string | null
  volunteerId: string | null
  hostId: string | null
  decidedBy: string | null
  state: string
}

const keepers: Role[] = ['org_editor', 'org_signer']
const hosts: Role[] = ['committee_clerk', 'committee_director', 'station_clerk', 'org_editor', 'org_signer']
const auditors: Role[] = ['centre_auditor', 'auditor']
const sits = ({ seat }: Actor, roles: readonly Role[], at: string | null) =>
  seat !== null && at !== null && roles.includes(seat.role) && seat.partyId === at

const isOther = (a: Actor, s: OfService) =>
  (a.personId !== null && a.personId === s.askerId) || sits(a, hosts, s.hostId)
/** 双方确认: the side that was served, a person or a body, never the one who served. */
const otherSide: Bar<OfService> = { key: 'hours-not-the-other-side', when: (a, s) => !isOther(a, s) }
const notHimself = notWho<OfService>('hours-confirmed-by-oneself', (s) => s.volunteerId)
const reader: Bar<OfService> = {
  key: 'hours-not-yours',
  when: (a, s) =>
    s.state !== 'asked' &&
    !isOther(a, s) &&
    a.personId !== s.volunteerId &&
    !sits(a, keepers, s.operatorId) &&
    !(a.seat !== null && auditors.includes(a.seat.role)),
}
const onlyVolunteer = onlyWho<OfService>('hours-of-another', (s) => s.volunteerId)
const onlyOwner = onlyWho<Owned>('hours-not-yours', (s) => s.personId)
const own = row<Owned>({ by: 'person', bars: [onlyOwner] })
const byVolunteer = row<OfService>({ by: 'person', bars: [onlyVolunteer] })
const byOtherSide = row<OfService>({ by: 'person', bars: [notHimself, otherSide] })
const notToOneself = notWho<OfAccount>('hours-to-oneself', (s) => [s.personId, s.heirId])
const atBank = (by: Role[]) => row<OfAccount>({ by, at: (s) => s.operatorId, bars: [notToOneself] })

const lenders: Role[] = [
  'committee_clerk',
  'committee_director',
  'station_clerk',
  'street_handler',
  'centre_officer',
  'org_editor',
  'org_signer',
]
type OfOwner = { ownerId: string }
type OfBooking = OfOwner & { personId: string }
const bookingReader: Bar<OfBooking> = {
  key: 'booking-not-yours',
  when: (a, s) => a.personId !== s.personId && !sits(a, lenders, s.ownerId),
}
const lends = row<OfBooking>({
  by: lenders,
  at: (s) => s.ownerId,
  bars: [notWho('booking-own', (s) => s.personId)],
})
const keepsResource = row<OfOwner>({ by: lenders, at: (s) => s.ownerId })

const handlers: Role[] = ['street_handler', 'district_handler']
type OfPartner = { partyId: string }
type OfOffer = OfPartner & { buyerId: string }
const notOfPartner = notSeatedAt<OfOffer>('offer-own-body', (s) => s.partyId)
const looksAtOffer = row<OfOffer>({ by: handlers, at: (s) => s.buyerId, bars: [notOfPartner] })

/** 义工银行: the volunteer and the other side each say so; the organisation that keeps the bank serves itself nothing. */
export const tendRows = {
  'hourBank.appoint': row<object>({ by: ['district_approver'] }),
  'hourBank.read': row<OfBank>({ by: keepers, at: (s) => s.operatorId }),
  'hourBank.audit': row<object>({ by: auditors }),

  'hourAccount.open': row<object>({ by: 'person' }),
  'hourAccount.read': own,
  'hourAccount.name_heir': own,
  'hourAccount.give': own,
  'hourAccount.pool': own,
  'hourAccount.grant': atBank(['org_signer']),
  'hourAccount.insure': atBank(keepers),
  'hourAccount.close': atBank(['org_signer']),

  'hourService.record': row<object>({ by: 'person' }),
  'hourService.ask': row<object>({ by: 'person' }),
  'hourService.read': row<OfService>({ by: 'person', bars: [reader] }),
  'hourService.take': row<OfService>({
    by: 'person',
    bars: [notWho('hours-for-oneself', (s) => s.askerId)],
  }),
  'hourService.give_up': byVolunteer,
  'hourService.cancel': row<OfService>({
    by: 'person',
    bars: [onlyWho('hours-of-another', (s) => s.askerId)],
  }),
  'hourService.claim': byVolunteer,
  'hourService.withdraw': byVolunteer,
  'hourService.confirm': byOtherSide,
  'hourService.decline': byOtherSide,
  'hourService.counter': row<OfService>({
    by: ['org_signer'],
    at: (s) => s.operatorId,
    bars: [notWho('hours-own-part', (s) => [s.volunteerId, s.askerId, s.decidedBy])],
  }),
  'hourService.audit': row<OfService>({
    by: ['centre_auditor'],
    bars: [
      notWho('hours-own-part', (s) => [s.volunteerId, s.askerId, s.decidedBy]),
      notSeatedAt('hours-host-audits', (s) => s.hostId),
    ],
  }),

  'partnerOffer.post': row<OfPartner>({ by: keepers, at: (s) => s.partyId }),
  'partnerOffer.read': row<OfOffer>({ by: [...keepers, ...handlers], at: (s) => [s.partyId, s.buyerId] }),
  'partnerOffer.list': looksAtOffer,
  'partnerOffer.decline': looksAtOffer,
  'partnerOffer.end': row<OfPartner>({ by: ['org_signer'], at: (s) => s.partyId }),
  'partnerOffer.take': row<object>({ by: 'person' }),
  'partnerOffer.honour': row<OfPartner & { usedBy: string | null }>({
    by: keepers,
    at: (s) => s.partyId,
    bars: [notWho('offer-own-use', (s) => s.usedBy)],
  }),
  'partnerOffer.receive': looksAtOffer,

  'resource.list': keepsResource,
  'resource.close': keepsResource,
  'booking.ask': row<object>({ by: 'person' }),
  'booking.read': row<OfBooking>({ by: 'person', bars: [bookingReader] }),
  'booking.lend': lends,
  'booking.refuse': lends,
  'booking.return': lends,
  'booking.cancel': row<OfBooking>({
    by: 'person',
    bars: [onlyWho('booking-of-another', (s) => s.personId)],
  }),
} as const
