import type { Signing } from '../buy/plan/approval-chain.ts'
import { stepOf } from '../buy/plan/approval-chain.ts'
import { type Bar, notSeatedAt, notWho, onlyWho, row } from './terms.ts'

type OfBuyer = { buyerId: string }
type Signed = OfBuyer & {
  /** Who drafted it, and who edited it since. */
  writtenBy: readonly string[]
  signedBy: readonly string[]
  nextStep: Signing | null
  aboveId: string | null
  delegateId: string | null
  /** Who wrote the needs it answers. */
  needsBy: readonly string[]
}
type OfTender = OfBuyer & { requirementBy: string }

const handlers = ['street_handler', 'district_handler'] as const
const approvers = ['street_approver', 'district_approver'] as const
const signers = [...handlers, 'street_finance', 'district_finance', ...approvers] as const
const bidders = ['org_editor', 'org_signer'] as const
const staff = [...signers, 'street_acceptor', 'district_acceptor', 'auditor', 'centre_auditor'] as const

const at = (s: OfBuyer) => s.buyerId
/** Each step of the chain belongs to one post. */
const itsTurn: Bar<Signed> = {
  key: 'not-your-step',
  when: ({ seat }, { nextStep }) => {
    if (nextStep === null || !seat) return true
    if (nextStep === 'above') return seat.role !== 'district_approver'
    if (nextStep === 'delegate') return seat.role !== 'committee_director'
    return stepOf(seat.role) !== nextStep
  },
}
/** Above a street's limit the last step is the district's; within its delegation, a committee director's who wrote none of the needs. */
const placeOfStep = ({ nextStep, aboveId, delegateId, buyerId }: Signed) => {
  if (nextStep === 'above') return aboveId
  return nextStep === 'delegate' ? delegateId : buyerId
}
const signing = row<Signed>({
  by: [...signers, 'committee_director'],
  at: placeOfStep,
  bars: [
    {
      key: 'sod-need-writer-approves',
      when: (actor, s) =>
        s.nextStep === 'delegate' && actor.personId !== null && s.needsBy.includes(actor.personId),
    },
    notWho('sod-signed-before', (s) => s.signedBy),
    notWho('sod-drafter-approves', (s) => s.writtenBy),
    itsTurn,
  ],
})
const reviewing = row<OfTender>({
  by: approvers,
  at,
  bars: [notWho('sod-requirement-reviewer', (s) => s.requirementBy)],
})
const writing = row<OfTender>({
  by: handlers,
  at,
  bars: [onlyWho('only-the-writer-edits', (s) => s.requirementBy)],
})
const handling = row<OfBuyer>({ by: handlers, at })
/** A district's finance officer keeps every pool's book, a street's only its own. */
const funding = row<{ ownerId: string }>({
  by: ['district_finance', 'street_finance'],
  bars: [
    {
      key: 'not-your-body',
      when: (actor, s) => actor.seat?.role === 'street_finance' && actor.seat.partyId !== s.ownerId,
    },
  ],
})

/** Plans, tenders, questions and amendments. */
export const buyRows = {
  'pool.set_up': funding,
  'line.set_up': funding,
  'pool.approve': row<{ ownerId: string }>({ by: approvers, at: (s) => s.ownerId }),
  'pool.read': row<{ ownerId: string }>({
    by: ['street_finance', 'district_finance', ...approvers],
    at: (s) => s.ownerId,
  }),
  'approvalChain.set': row<OfBuyer>({ by: approvers, at }),
  /** 委托居委会审批: the street's own approver gives it and takes it back. */
  'delegation.grant': row<{ streetId: string }>({ by: ['street_approver'], at: (s) => s.streetId }),
  'delegation.withdraw': row<{ streetId: string }>({ by: ['street_approver'], at: (s) => s.streetId }),
  'plan.read': row<OfBuyer & { aboveId?: string | null }>({
    by: staff,
    at: (s) => [s.buyerId, s.aboveId],
    watched: true,
  }),
  /** Who signs in the street's stead, and who watches him, read that plan and no other. */
  'plan.read_delegated': row<{ delegateId: string | null }>({
    by: ['committee_director', 'supervision_member'],
    at: (s) => s.delegateId,
  }),
  'plan.draft': handling,
  'plan.edit': handling,
  'plan.submit': handling,
  'plan.approve': signing,
  'plan.return': signing,
  'plan.reject': signing,
  'plan.post_notice': handling,
  'directNotice.object': row<OfBuyer & { soleSupplierId: string | null }>({
    by: bidders,
    bars: [
      notSeatedAt('asker-is-the-buyer', at),
      notSeatedAt('named-supplier-objects', (s) => s.soleSupplierId),
    ],
  }),
  'directNotice.answer': row<OfBuyer>({ by: approvers, at }),
  /** 采购方式 and 指导性目录: the district's for all, a street's own beside it. */
  'route.set': row<object>({ by: ['system_admin', 'district_approver'] }),
  /** 参数: the next version of a figure, as of the calendar. */
  'figure.set': row<object>({ by: ['system_admin', 'district_approver'] }),
  'catalogue.import': row<object>({ by: approvers }),
  'plan.announce': row<OfBuyer>({ by: [...handlers, ...approvers], at }),
  'tender.draft': handling,
  'tender.read': row<OfBuyer>({ by: staff, at, watched: true }),
  /** 关注: whoever signed in, for himself. */
  'tender.follow': row<object>({ by: 'person' }),
  /** 订阅: whoever signed in, for himself. */
  'tenderSearch.keep': row<object>({ by: 'person' }),
  'tender.edit': writing,
  'tender.submit': writing,
  'tender.review': reviewing,
  'tender.return': reviewing,
  'tender.publish': reviewing,
  'tender.cancel': row<OfBuyer>({ by: approvers, at }),
  'tender.fail': row<OfBuyer>({ by: handlers, at }),
  'question.ask': row<OfBuyer>({ by: bidders, bars: [notSeatedAt('asker-is-the-buyer', at)] }),
  'question.answer': handling,
  'question.reject': handling,
  'amendment.draft': handling,
  'amendment.publish': row<OfTender & { amendedBy: string | null }>({
    by: approvers,
    at,
    bars: [
      notWho('sod-requirement-reviewer', (s) => s.requirementBy),
      notWho('sod-drafter-publishes', (s) => s.amendedBy),
    ],
  }),
} as const
