import type { Role } from '#db/vocabulary.ts'
import type { Actor } from '../who/actor.ts'
import { notSeatedAt, notWho, onlyWho, row } from './terms.ts'

type OfContract = {
  buyerId: string
  supplierId: string
  draftedBy: string
  committeeIds: readonly string[]
  centreIds: readonly string[]
  stationIds: readonly string[]
  gridIds: readonly string[]
  linkages: ReadonlyArray<{ personId: string | null }>
}
type OfAward = { buyerId: string }
type OfLinkage = {
  sector: 'community' | 'organisation' | 'social_worker'
  partyId: string | null
  personId: string | null
}
type OfAcceptance = OfContract & {
  handledBy: readonly string[]
  openedBy: string
  buyerSignerId: string | null
  signedBy: readonly string[]
}
type OfChange = OfContract & { changeBy: string }
type OfSubcontract = OfContract & { subcontractorId: string }
type OfMilestone = OfContract & { claimedBy: string | null }
type OfVisit = { centreId: string; supplierId: string }
type OfFinding = { raisedRole: string; raisedPartyId: string; supplierId: string }

const handlers: Role[] = ['street_handler', 'district_handler']
const approvers: Role[] = ['street_approver', 'district_approver']
const buyers: Role[] = [
  ...handlers,
  ...approvers,
  'street_finance',
  'district_finance',
  'street_acceptor',
  'district_acceptor',
]
const doers: Role[] = ['org_editor', 'org_signer', 'social_worker']
const acceptors: Role[] = ['street_acceptor', 'district_acceptor']
const watchers: Role[] = ['centre_officer', 'grid_worker']
const readers: Role[] = [
  ...buyers,
  ...doers,
  ...watchers,
  'centre_auditor',
  'auditor',
  'committee_director',
  'committee_clerk',
  'supervision_member',
  'station_clerk',
]
const group: Role[] = [...acceptors, 'committee_director', 'centre_officer']

/** 监督与处置相分离: nobody judges work of a body he holds a seat at. */
const notOfSupplier = notSeatedAt<{ supplierId: string }>('sod-supplier-judges', (s) => s.supplierId)
const isAcceptor = (a: Actor) => a.seat !== null && acceptors.includes(a.seat.role)

const linkageSeat = { community: 'committee_director', organisation: 'org_signer' } as const
const otherSector = {
  key: 'linkage-other-sector',
  when: (a: Actor, s: OfLinkage) =>
    s.sector === 'social_worker'
      ? a.personId !== s.personId
      : a.seat?.role !== linkageSeat[s.sector] || a.seat.partyId !== s.partyId,
}
const accepts = row<OfAcceptance>({
  by: group,
  at: (s) => [s.buyerId, ...s.committeeIds, ...s.centreIds],
  bars: [
    notOfSupplier,
    notWho('acceptance-already-signed', (s) => s.signedBy),
    {
      key: 'sod-handler-accepts',
      when: (a, s) => isAcceptor(a) && [...s.handledBy, s.openedBy].includes(a.personId!),
    },
    { key: 'sod-signer-accepts', when: (a, s) => isAcceptor(a) && s.buyerSignerId === a.personId },
  ],
})
const raiserOnly = row<OfFinding>({
  by: watchers,
  at: (s) => s.raisedPartyId,
  bars: [notOfSupplier, { key: 'finding-other-side', when: (a, s) => a.seat?.role !== s.raisedRole }],
})
const visits = row<OfVisit>({ by: ['centre_officer'], at: (s) => s.centreId, bars: [notOfSupplier] })
const auditsVoucher = row<OfVisit>({
  by: ['centre_officer', 'centre_auditor'],
  at: (s) => s.centreId,
  bars: [notOfSupplier],
})
const centreOnly = row<OfContract>({ by: ['centre_officer'], at: (s) => s.centreIds, bars: [notOfSupplier] })
const onlyAssessor = onlyWho<{ personId: string }>('only-the-assessor', (s) => s.personId)
const assesses = row<OfContract & { personId: string }>({
  by: ['expert'],
  bars: [onlyAssessor, notOfSupplier, notSeatedAt('sod-buyer-assesses', (s) => s.buyerId)],
})
const publishes = row<OfContract>({
  by: [...handlers, ...approvers],
  at: (s) => s.buyerId,
  bars: [notOfSupplier],
})
const checks = row<OfMilestone>({
  by: ['centre_officer'],
  at: (s) => s.centreIds,
  bars: [notOfSupplier, notWho('sod-claimant-checks', (s) => s.claimedBy)],
})

const decidesYear = row<OfContract & { givenBy: string }>({
  by: approvers,
  at: (s) => s.buyerId,
  bars: [notOfSupplier, notWho('sod-reviewer-decides', (s) => s.givenBy)],
})

const notDrafter = notWho<OfChange>('sod-change-drafter', (s) => s.changeBy)
const decidesChange = row<OfChange>({
  by: approvers,
  at: (s) => s.buyerId,
  bars: [notOfSupplier, notDrafter],
})

const consents = row<OfSubcontract>({
  by: approvers,
  at: (s) => s.buyerId,
  bars: [notOfSupplier, notSeatedAt('sod-subcontractor-consents', (s) => s.subcontractorId)],
})

/** 服务: contract, work, check, acceptance. Who delivers never judges; who handled or signed never accepts. */
export const deliverRows = {
  'contract.draw_up': row<OfAward>({ by: handlers, at: (s) => s.buyerId }),
  'contract.revise': row<OfContract>({ by: handlers, at: (s) => s.buyerId }),
  /** 合同示范文本: the district's own, in versions. */
  'contractTemplate.revise': row<object>({ by: ['district_approver'] }),
  'contract.list': row<object>({ by: readers }),
  'contract.read': row<OfContract>({
    by: readers,
    at: (s) => [s.buyerId, s.supplierId, ...s.committeeIds, ...s.centreIds, ...s.stationIds, ...s.gridIds],
    watched: true,
  }),
  'linkage.confirm': row<OfLinkage>({ by: ['committee_director', ...doers], bars: [otherSector] }),
  'joint_log.write': row<OfLinkage>({ by: ['committee_director', ...doers], bars: [otherSector] }),
  'contract.sign_by_supplier': row<OfContract>({ by: ['org_signer'], at: (s) => s.supplierId }),
  'contract.sign': row<OfContract & { writtenBy: readonly string[] }>({
    by: approvers,
    at: (s) => s.buyerId,
    bars: [notWho('sod-drafter-signs', (s) => s.writtenBy), notOfSupplier],
  }),
  'contract.publish': publishes,
  'contract.file': row<OfContract>({ by: handlers, at: (s) => s.buyerId }),
  /** 1+1+1: the centre reviews, the buyer's approver decides, another of the buyer's draws up the next year. */
  'yearReview.give': row<OfContract>({
    by: ['centre_officer'],
    at: (s) => s.centreIds,
    bars: [notOfSupplier],
  }),
  'yearReview.pass': decidesYear,
  'yearReview.fail': decidesYear,
  'contract.renew': row<OfContract & { decidedBy: string | null }>({
    by: handlers,
    at: (s) => s.buyerId,
    bars: [notWho('sod-year-decider-renews', (s) => s.decidedBy)],
  }),
  'contract.complete': publishes,
  'contract.terminate': row<OfContract>({ by: approvers, at: (s) => s.buyerId, bars: [notOfSupplier] }),

  'change.draft': row<OfContract>({
    by: ['org_editor', 'org_signer', ...handlers],
    at: (s) => [s.supplierId, s.buyerId],
  }),
  'change.opine': row<OfChange>({
    by: ['centre_officer'],
    at: (s) => s.centreIds,
    bars: [notOfSupplier, notDrafter],
  }),
  'change.acknowledge': row<OfChange>({ by: ['committee_director'], at: (s) => s.committeeIds }),
  'change.approve': decidesChange,
  'change.reject': decidesChange,

  'subcontract.request': row<OfContract>({ by: ['org_editor', 'org_signer'], at: (s) => s.supplierId }),
  'subcontract.consent': consents,
  'subcontract.decline': consents,
  'subcontract.register_onward': row<OfContract>({
    by: ['org_editor', 'org_signer'],
    at: (s) => s.supplierId,
  }),

  'service_user.add': row<OfContract>({ by: doers, at: (s) => s.supplierId }),
  'service_user.read': row<OfContract>({
    by: [...doers, 'centre_officer', 'committee_clerk', 'committee_director', 'station_clerk'],
    at: (s) => [s.supplierId, ...s.committeeIds, ...s.centreIds, ...s.stationIds],
  }),
  'diary.record': row<OfContract>({ by: doers, at: (s) => s.supplierId }),
  'unit_cost.list': row<object>({
    by: ['centre_officer', 'centre_auditor', 'auditor', ...handlers, ...approvers],
  }),

  'milestone.pass_by_publication': publishes,
  'milestone.claim': row<OfContract>({ by: ['org_editor', 'org_signer'], at: (s) => s.supplierId }),
  'milestone.check': checks,
  'milestone.return': checks,
  'milestone.accept': accepts,

  'acceptance.open': row<OfContract>({ by: handlers, at: (s) => s.buyerId, bars: [notOfSupplier] }),
  'acceptance.opine': row<{ servedId: string | null }>({
    by: 'person',
    bars: [{ key: 'not-served', when: (_, s) => s.servedId === null }],
  }),
  'acceptance.enter': row<OfContract>({
    by: ['committee_clerk', 'station_clerk'],
    at: (s) => [...s.committeeIds, ...s.stationIds],
    bars: [notOfSupplier],
  }),
  'acceptance.sign': accepts,
  'acceptance.conclude': accepts,
  'acceptance.publish': accepts,
  /** 重新验收: a result is taken back by the side that watches, never by who handled or delivered. */
  'acceptance.reopen': row<OfContract>({
    by: ['centre_officer'],
    at: (s) => s.centreIds,
    bars: [notOfSupplier],
  }),

  'finding.raise': row<OfContract>({
    by: watchers,
    at: (s) => [...s.centreIds, ...s.gridIds],
    bars: [notOfSupplier],
  }),
  'finding.order': raiserOnly,
  'finding.reorder': raiserOnly,
  'finding.close': raiserOnly,
  'finding.escalate': raiserOnly,
  /** 服务中心可以暂缓下一笔: the grid orders a fix, but holds no money. */
  'finding.freeze': row<OfFinding>({
    by: ['centre_officer'],
    at: (s) => s.raisedPartyId,
    bars: [notOfSupplier, { key: 'finding-other-side', when: (a, s) => a.seat?.role !== s.raisedRole }],
  }),
  /** 检查计划、现场检查、凭证抽查: the centre's own, read by its auditor too. */
  'inspection.plan': row<{ centreId: string }>({ by: ['centre_officer'], at: (s) => s.centreId }),
  'inspection.read': row<{ centreId: string }>({
    by: ['centre_officer', 'centre_auditor'],
    at: (s) => s.centreId,
  }),
  'inspection.add': visits,
  'inspection.record': visits,
  'inspection.skip': visits,
  'voucherCheck.agree': auditsVoucher,
  'voucherCheck.differ': auditsVoucher,
  /** 中期、末期评估: set up and made public by the centre, scored by people from outside who recuse themselves where tied. */
  'assessment.open': centreOnly,
  'assessment.read': row<OfContract>({ by: ['centre_officer', 'centre_auditor'], at: (s) => s.centreIds }),
  'assessment.publish': centreOnly,
  'assessor.declare': assesses,
  'assessor.recuse': row<{ personId: string }>({ by: ['expert'], bars: [onlyAssessor] }),
  'assessor.score': assesses,
  'assessor.replace': centreOnly,
  /** 年度财务情况: a body's signer files its own. */
  'statement.file': row<{ partyId: string }>({ by: ['org_signer'], at: (s) => s.partyId }),
  'finding.prove': row<{ supplierId: string }>({ by: ['org_editor', 'org_signer'], at: (s) => s.supplierId }),
} as const
