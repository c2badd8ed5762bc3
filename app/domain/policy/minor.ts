import { notSeatedAt, notWho, row } from './terms.ts'

type OfBuyer = { buyerId: string }
type OfSupplier = { supplierId: string | null }
type Listed = OfBuyer & { draftedBy: string }

const handlers = ['street_handler', 'district_handler'] as const
const approvers = ['street_approver', 'district_approver'] as const
const finance = ['street_finance', 'district_finance'] as const
const acceptors = ['street_acceptor', 'district_acceptor'] as const
const bidders = ['org_editor', 'org_signer'] as const
const at = (s: OfBuyer) => s.buyerId
const other = [notWho<Listed>('sod-drafter-approves', (s) => s.draftedBy)]
/** 监督与处置相分离: nobody accepts work of a body he holds a post at. */
const notOfSupplier = notSeatedAt<OfSupplier>('sod-supplier-judges', (s) => s.supplierId)
const deciding = row<Listed>({ by: approvers, at, bars: other })
const accepting = row<Listed & OfSupplier & { chosenBy: string | null }>({
  by: acceptors,
  at,
  bars: [...other, notWho('sod-chooser-accepts', (s) => s.chosenBy), notOfSupplier],
})

/** 民生微实事, apart from purchases of service: list, quotes, choice, parts. */
export const minorRows = {
  'minorWork.draft': row<OfBuyer>({ by: handlers, at }),
  'minorWork.read': row<OfBuyer>({
    by: [...handlers, ...approvers, ...finance, ...acceptors, 'auditor'],
    at,
    watched: true,
  }),
  'minorWork.call': deciding,
  /** 政府采购法 第十二条: never by who holds a post at one that quoted. */
  'minorWork.choose': row<Listed & { quoterIds: readonly string[] }>({
    by: approvers,
    at,
    bars: [...other, notSeatedAt('sod-bidder-decides', (s) => s.quoterIds)],
  }),
  'minorWork.set_aside': row<OfBuyer>({ by: approvers, at }),
  'minorWork.cancel': row<OfBuyer>({ by: approvers, at }),
  'minorWork.sign': row<OfSupplier>({ by: ['org_signer'], at: (s) => s.supplierId ?? 'nobody' }),
  'minorWork.decline': row<OfSupplier>({ by: ['org_signer'], at: (s) => s.supplierId ?? 'nobody' }),
  'minorQuote.give': row<OfBuyer>({
    by: bidders,
    bars: [notSeatedAt('buyers-people-do-not-propose', at)],
  }),
  'minorQuote.enter': row<OfBuyer>({ by: handlers, at }),
  'minorPart.report': row<OfSupplier>({ by: bidders, at: (s) => s.supplierId ?? 'nobody' }),
  'minorPart.accept': accepting,
  'minorPart.return': accepting,
  'minorPart.pay': row<OfBuyer & OfSupplier & { acceptedBy: string | null }>({
    by: finance,
    at,
    bars: [
      notWho('sod-acceptor-pays', (s) => s.acceptedBy),
      notSeatedAt('sod-payee-handles', (s) => s.supplierId),
    ],
  }),
} as const
