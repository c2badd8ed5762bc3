import type { Role } from '#db/vocabulary.ts'
import { type Bar, notSeatedAt, notWho, onlyWho, row } from './terms.ts'

type OfContract = { buyerId: string; supplierId: string }
type OfPot = OfContract & { receiverId: string }
type OfGift = OfPot & {
  payerId: string
  payerPartyId: string | null
  openedBy: string
  acceptedBy: readonly string[]
}

const handlers: Role[] = ['street_handler', 'district_handler']
const finance: Role[] = ['street_finance', 'district_finance']
const notOfPayee = notSeatedAt<OfContract>('sod-payee-handles', (s) => s.supplierId)
/** 资金移动: whoever sends it or gives it back is neither side of the agreement, nor who asked, nor who accepted. */
const moves = row<OfGift>({
  by: finance,
  at: (s) => s.buyerId,
  bars: [
    notSeatedAt('sod-payee-handles', (s) => [s.supplierId, s.receiverId]),
    notWho('sod-giver-moves', (s) => s.payerId),
    notWho('sod-opener-moves', (s) => s.openedBy),
    notWho('sod-accepter-moves', (s) => s.acceptedBy),
  ],
})
const answers = row<OfGift>({
  by: ['org_signer'],
  at: (s) => s.receiverId,
  bars: [notWho('sod-giver-answers', (s) => s.payerId)],
})
const givers = row<OfGift>({ by: 'person', bars: [onlyWho('not-your-gift', (s) => s.payerId)] })
const sides: Bar<OfGift> = {
  key: 'not-your-gift',
  when: (actor, s) =>
    actor.personId !== s.payerId &&
    !actor.seats.some(({ partyId }) => [s.buyerId, s.receiverId, s.payerPartyId].includes(partyId)),
}

/** 共同出资、定向捐赠: beside the treasury's money, never in its place. */
export const cofundRows = {
  'pot.open': row<OfContract>({ by: handlers, at: (s) => s.buyerId, bars: [notOfPayee] }),
  'pot.close': row<OfPot>({ by: handlers, at: (s) => s.buyerId, bars: [notOfPayee] }),
  'gift.pledge': row<OfPot>({
    by: 'person',
    bars: [notSeatedAt('gift-from-within', (s) => [s.buyerId, s.supplierId, s.receiverId])],
  }),
  'gift.accept': answers,
  'gift.decline': answers,
  'gift.withdraw': givers,
  'gift.pay': givers,
  'gift.release': moves,
  'gift.refund': moves,
  /** What the provider told, read again, brings these about; no seat does. */
  'gift.settle': row<object>({ by: [] }),
  'gift.lose': row<object>({ by: [] }),
  /** 共建资金's desk: who asks, who moves, and who is given to; each sees what is of its own body. */
  'cofund.read': row<object>({ by: ['org_signer', ...handlers, ...finance] }),
  'gift.read': row<OfGift>({ by: 'person', bars: [sides] }),
  'payee.connect': row<{ partyId: string }>({ by: ['org_signer'], at: (s) => s.partyId }),
  'fundraiser.certify': row<object>({ by: ['district_handler'] }),
  'cofund.reconcile': row<object>({ by: ['district_finance', 'auditor', 'system_admin'] }),
  'cofund.replay': row<object>({ by: ['system_admin'] }),
} as const
