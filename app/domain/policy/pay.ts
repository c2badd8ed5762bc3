import type { Role } from '#db/vocabulary.ts'
import { notSeatedAt, notWho, row } from './terms.ts'

type OfPayment = {
  buyerId: string
  supplierId: string
  committeeIds: readonly string[]
  centreIds: readonly string[]
  requestedBy: string | null
  checkedBy: string | null
  approvedBy: string | null
}
type OfContract = { buyerId: string; supplierId: string }
type OfBook = {
  ownerId: string
  streetId: string
  approverId: string
  otherIds: readonly string[]
  committeeIds: readonly string[]
}

const asks: Role[] = ['org_editor', 'org_signer']
const handlers: Role[] = ['street_handler', 'district_handler']
const finance: Role[] = ['street_finance', 'district_finance']
/** Whoever issues the voucher is a third person: the approver of the office, or its second finance officer. */
const payers: Role[] = ['street_approver', 'district_approver', ...finance]
const watchers: Role[] = [
  'centre_officer',
  'centre_auditor',
  'supervision_member',
  'committee_director',
  'auditor',
]
/** Every side of a contract sees its money move. */
const readers: Role[] = [
  ...asks,
  'social_worker',
  ...handlers,
  ...payers,
  'street_acceptor',
  'district_acceptor',
  ...watchers,
]

const notOfPayee = notSeatedAt<OfContract>('sod-payee-handles', (s) => s.supplierId)
const notRequester = notWho<OfPayment>('sod-requester-handles', (s) => s.requestedBy)
const notChecker = notWho<OfPayment>('sod-checker-approves', (s) => s.checkedBy)
const notApprover = notWho<OfPayment>('sod-approver-pays', (s) => s.approvedBy)
const pays = row<OfPayment>({
  by: payers,
  at: (s) => s.buyerId,
  bars: [notOfPayee, notRequester, notWho<OfPayment>('sod-checker-pays', (s) => s.checkedBy), notApprover],
})

const checks = row<OfPayment>({ by: handlers, at: (s) => s.buyerId, bars: [notOfPayee, notRequester] })
const approves = row<OfPayment>({
  by: finance,
  at: (s) => s.buyerId,
  bars: [notOfPayee, notRequester, notChecker],
})

/** 议行分设: who sits on the other side of a community touches nothing on this one. */
const notOtherSide = notSeatedAt<OfBook>('sod-two-desks', (s) => s.otherIds)
const booked = row<OfBook & { enteredBy: string }>({
  by: ['committee_director', 'street_finance'],
  at: (s) => s.approverId,
  bars: [notOtherSide, notWho('sod-enterer-approves', (s) => s.enteredBy)],
})

/** 资金拨付: who asks, who checks, who approves and who pays are four different people (申请、审核、审批、支付相分离). */
export const payRows = {
  'plan.tell_apart': row<{ buyerId: string; writtenBy: readonly string[] }>({
    by: finance,
    at: (s) => s.buyerId,
    bars: [notWho('sod-drafter-approves', (s) => s.writtenBy)],
  }),
  'payment.request': row<OfContract>({ by: asks, at: (s) => s.supplierId }),
  'payment.check': checks,
  'payment.approve': approves,
  'payment.submit': pays,
  'payment.confirm': pays,
  'payment.bounce': pays,
  /** What an online provider told, read again, brings it about; no seat does. */
  'payment.lose': row<object>({ by: [] }),
  'bank.import': row<{ buyerId: string }>({ by: payers, at: (s) => s.buyerId }),
  'bank.read': row<{ buyerId: string }>({ by: payers, at: (s) => s.buyerId }),
  'bank.match': row<OfPayment & { submittedBy: string | null }>({
    by: payers,
    at: (s) => s.buyerId,
    bars: [notOfPayee, notRequester, notWho('sod-submitter-matches', (s) => s.submittedBy)],
  }),
  'bank.set_aside': row<{ buyerId: string; broughtBy: string }>({
    by: payers,
    at: (s) => s.buyerId,
    bars: [notWho('sod-bringer-sets-aside', (s) => s.broughtBy)],
  }),
  'payment.correct': row<OfPayment>({ by: asks, at: (s) => s.supplierId }),
  'payment.decline': row<OfPayment>({
    by: [...handlers, ...finance],
    at: (s) => s.buyerId,
    bars: [notOfPayee, notRequester],
  }),
  'recovery.register': row<OfContract & { terminatedBy: string | null }>({
    by: finance,
    at: (s) => s.buyerId,
    bars: [
      notSeatedAt('sod-payee-handles', (s) => s.supplierId),
      notWho('sod-ender-recovers', (s) => s.terminatedBy),
    ],
  }),
  /** 订单月结: asked, checked, approved and paid by four people, as any payment is. */
  'settlement.list': row<object>({ by: [...asks, ...handlers, ...payers] }),
  'settlement.read': row<OfContract>({
    by: [...asks, ...handlers, ...payers],
    at: (s) => [s.supplierId, s.buyerId],
  }),
  'settlement.claim': row<OfContract>({ by: asks, at: (s) => s.supplierId }),
  'settlement.check': checks,
  'settlement.approve': approves,
  'settlement.return': row<OfPayment>({
    by: [...handlers, ...finance],
    at: (s) => s.buyerId,
    bars: [notOfPayee, notRequester],
  }),
  'settlement.submit': pays,
  'settlement.confirm': pays,
  'settlement.bounce': pays,
  'settlement.correct': row<OfPayment>({ by: asks, at: (s) => s.supplierId }),
  /** 居委会账、服务站账: entered by the clerk of that side, approved by another person, read by who watches. */
  'bookEntry.enter': row<OfBook>({
    by: ['committee_clerk', 'station_clerk'],
    at: (s) => s.ownerId,
    bars: [notOtherSide],
  }),
  'bookEntry.approve': booked,
  'bookEntry.return': booked,
  'bookEntry.read': row<OfBook>({
    by: ['committee_clerk', 'committee_director', 'supervision_member', 'station_clerk', 'street_finance'],
    at: (s) => [s.ownerId, s.streetId, ...s.committeeIds],
  }),
  'invoice.read': row<OfPayment>({
    by: [...asks, ...handlers, ...payers, 'centre_auditor', 'auditor'],
    at: (s) => [s.buyerId, s.supplierId, ...s.centreIds],
    watched: true,
  }),
  'voucher.read': row<OfPayment>({
    by: [...handlers, ...payers, 'centre_auditor'],
    at: (s) => [s.buyerId, ...s.centreIds],
  }),
  'payment.list': row<object>({ by: readers }),
  'payment.read': row<OfContract & { committeeIds: readonly string[]; centreIds: readonly string[] }>({
    by: readers,
    at: (s) => [s.buyerId, s.supplierId, ...s.committeeIds, ...s.centreIds],
    watched: true,
  }),
} as const
