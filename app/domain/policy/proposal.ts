import type { Actor } from '../who/actor.ts'
import { type Bar, notSeatedAt, notWho, onlyWho, row } from './terms.ts'

type OfBuyer = { buyerId: string }
export type OfCall = OfBuyer & { posterIds: readonly string[]; centreIds: readonly string[] }
type OfBidder = OfCall & { supplierId: string }
type OfPanel = OfBuyer & { panelIds: readonly string[] }
type OfOpening = OfBuyer & { witnessId: string | null }
type OfWitness = OfPanel & { posterIds: readonly string[]; requirementBy: string }
type OfMember = { personId: string }
type OfBid = OfPanel & { bidderIds: readonly string[] }
type OfAward = OfBid & { proposedBy: string | null; supplierId: string }
type OfChallenge = OfBid & { challengerId: string }
type OfComplaint = OfBid & {
  complainantId: string
  overseerIds: readonly string[]
  handledBy: readonly string[]
  concernedIds: readonly string[]
  acceptedBy: string | null
}

export const bidders = ['org_editor', 'org_signer'] as const
const handlers = ['street_handler', 'district_handler'] as const
const approvers = ['street_approver', 'district_approver'] as const
const buyers = [...handlers, ...approvers, 'street_finance', 'district_finance'] as const

const keepers = [
  ...buyers,
  'street_acceptor',
  'district_acceptor',
  'supervision_member',
  'committee_director',
  'centre_auditor',
  'auditor',
] as const

const sitsAt = (actor: Actor, partyIds: readonly string[]) =>
  actor.seats.some((seat) => seat.role !== 'resident' && partyIds.includes(seat.partyId))
/** 实施条例 第十八条, 政府采购法 第十二条: who buys, posted the need, designs or checks does not bid. */
export const near: Bar<OfCall>[] = [
  { key: 'buyers-people-do-not-propose', when: (actor, s) => sitsAt(actor, [s.buyerId]) },
  { key: 'posters-do-not-propose', when: (actor, s) => sitsAt(actor, s.posterIds) },
  { key: 'designers-do-not-propose', when: (actor, s) => sitsAt(actor, s.centreIds) },
]
const ofBidder = (s: { supplierId: string }) => s.supplierId
const ofBuyer = (s: OfBuyer) => s.buyerId
const drafting = row<OfBidder>({ by: bidders, at: ofBidder, bars: near })
const signing = row<OfBidder>({ by: ['org_signer'], at: ofBidder, bars: near })
const handling = row<OfBuyer>({ by: handlers, at: ofBuyer })
/** 开启见证: of the community that asked, the buyer's own approver, or any auditor. */
const witnessFromHere: Bar<OfWitness> = {
  key: 'not-your-body',
  when: ({ seat }, s) => {
    if (!seat || seat.role === 'auditor') return false
    const bodies = seat.role === 'supervision_member' ? s.posterIds : [s.buyerId]
    return !bodies.includes(seat.partyId)
  },
}
/** A member of the panel, as himself, whatever seat he acts in. */
const member = row<OfMember>({ by: 'person', bars: [onlyWho('only-the-member', (s) => s.personId)] })
const onPanel = row<OfPanel>({
  by: 'person',
  bars: [{ key: 'only-the-panel', when: (actor, s) => !s.panelIds.includes(actor.personId ?? '') }],
})
const offPanel = notWho<OfPanel>('panel-does-not-decide', (s) => s.panelIds)
/** 采购人员回避 (政府采购法 第十二条): who holds a post at any body that came decides nothing between them. */
const offBidders = notSeatedAt<OfBid>('sod-bidder-decides', (s) => s.bidderIds)
const deciding = row<OfChallenge>({
  by: approvers,
  at: ofBuyer,
  bars: [offPanel, offBidders, notSeatedAt('challenger-does-not-decide', (s) => s.challengerId)],
})
/** 投诉处理: by the finance post or the approver of the district over the buyer, never by who had a hand in what is complained of. */
const supervisors = ['district_finance', 'district_approver'] as const
const rulingBars: Bar<OfComplaint>[] = [
  notWho('panel-does-not-decide', (s) => s.panelIds),
  notWho('sod-handled-decides', (s) => s.handledBy),
  notSeatedAt('challenger-does-not-decide', (s) => s.complainantId),
  offBidders,
]
const overseeing = (bars: Bar<OfComplaint>[]) =>
  row<OfComplaint>({ by: supervisors, at: (s) => s.overseerIds, bars })
const ruling = overseeing(rulingBars)

/** Proposals, the panel, the award and challenges. */
export const proposalRows = {
  'proposal.draft': drafting,
  'proposal.submit': signing,
  'proposal.withdraw': signing,
  'proposal.confirm': signing,
  'proposal.consent': member,
  'proposal.read': onPanel,
  'proposal.disqualify': onPanel,
  'tender.open': row<OfOpening>({
    by: handlers,
    at: ofBuyer,
    bars: [notWho('sod-witness-opens', (s) => s.witnessId)],
  }),
  'tender.witness': row<OfWitness>({
    by: ['supervision_member', ...approvers, 'auditor'],
    bars: [witnessFromHere, notWho('sod-handler-witnesses', (s) => [s.requirementBy, ...s.panelIds])],
  }),
  /** 分持密钥: mode, keepers and dry run are the buyer's; a share is its keeper's alone; the opening is of any two of the three. */
  'tender.seal': handling,
  'keeper.serve': row<OfMember>({
    by: keepers,
    bars: [onlyWho('not-a-keeper-here', (s) => s.personId)],
  }),
  'tender.unseal': row<{ keeperIds: readonly string[] }>({
    by: keepers,
    bars: [{ key: 'not-a-keeper-here', when: (actor, s) => !s.keeperIds.includes(actor.personId ?? '') }],
  }),
  'tender.evaluate': onPanel,
  'panel.draw': handling,
  'panel.watch': row<OfBuyer>({ by: buyers, at: ofBuyer }),
  'panel.vote': member,
  'lowPrice.explain': row<{ supplierId: string }>({ by: bidders, at: ofBidder }),
  'panelSeat.declare_clear': member,
  'panelSeat.recuse': member,
  'scoreSheet.draft': member,
  'scoreSheet.submit': member,
  'scoreSheet.return': member,
  'report.draw_up': onPanel,
  'report.read': row<OfPanel>({
    by: 'person',
    bars: [
      {
        key: 'report-not-yet-yours',
        when: (actor, s) =>
          !s.panelIds.includes(actor.personId ?? '') &&
          !(actor.seat?.partyId === s.buyerId && (buyers as readonly string[]).includes(actor.seat.role)),
      },
    ],
  }),
  'report.sign': member,
  'award.propose': row<OfBid>({ by: handlers, at: ofBuyer, bars: [offPanel, offBidders] }),
  'award.read': row<OfBuyer>({ by: buyers, at: ofBuyer }),
  'award.confirm': row<OfAward>({
    by: approvers,
    at: ofBuyer,
    bars: [
      notWho('sod-award-proposer', (s) => s.proposedBy),
      notWho('panel-does-not-decide', (s) => s.panelIds),
      offBidders,
    ],
  }),
  'award.notify': row<OfBid>({ by: handlers, at: ofBuyer, bars: [offPanel, offBidders] }),
  /** 逾期不签: the buyer notes that the winner let the time for signing pass. */
  'award.lapse': row<OfAward>({ by: approvers, at: ofBuyer, bars: [offBidders] }),
  'award.decline': row<OfAward>({ by: ['org_signer'], at: ofBidder }),
  'award.feedback': row<{ supplierId: string }>({ by: bidders, at: ofBidder }),
  'challenge.submit': row<{ supplierId: string }>({ by: ['org_signer'], at: ofBidder }),
  'challenge.read': row<OfChallenge>({
    by: [...buyers, ...bidders, 'auditor'],
    at: (s) => [s.buyerId, s.challengerId],
  }),
  'challenge.withdraw': row<OfChallenge>({ by: ['org_signer'], at: (s) => s.challengerId }),
  'challenge.admit': row<OfChallenge>({ by: handlers, at: ofBuyer, bars: [offPanel, offBidders] }),
  'challenge.reject': row<OfChallenge>({ by: handlers, at: ofBuyer, bars: [offPanel, offBidders] }),
  'complaint.file': row<{ challengerId: string }>({ by: ['org_signer'], at: (s) => s.challengerId }),
  'complaint.accept': ruling,
  'complaint.resume': ruling,
  /** 受理与决定分开: who took it up does not decide it. */
  'complaint.decide': overseeing([...rulingBars, notWho('sod-accepted-decides', (s) => s.acceptedBy)]),
  'complaint.read': row<OfComplaint>({
    by: [...buyers, ...bidders],
    at: (s) => [s.buyerId, s.complainantId, ...s.overseerIds, ...s.concernedIds],
  }),
  'challenge.uphold': deciding,
  'challenge.uphold_in_part': deciding,
  'challenge.dismiss': deciding,
} as const
