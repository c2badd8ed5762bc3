import { type Bar, notSeatedAt, notWho, row } from './terms.ts'

type OfPanel = { buyerId: string; panelIds: readonly string[] }
type OfBidder = { supplierId: string }
const handlers = ['street_handler', 'district_handler'] as const
const ofBidder = (s: OfBidder) => s.supplierId
const onlyPanel: Bar<OfPanel> = {
  key: 'only-the-panel',
  when: (actor, s) => !s.panelIds.includes(actor.personId ?? ''),
}
const onPanel = row<OfPanel>({ by: 'person', bars: [onlyPanel] })
/** The buyer's own hand in an evaluation, never by somebody who sits on the panel or holds a post at a bidder. */
const besidePanel = row<OfPanel & { bidderIds: readonly string[] }>({
  by: handlers,
  at: (s) => s.buyerId,
  bars: [
    notWho('panel-does-not-decide', (s) => s.panelIds),
    notSeatedAt('sod-bidder-decides', (s) => s.bidderIds),
  ],
})

/** 评审: what is asked of bidders while it runs, what the buyer checks, and what reopens it. */
export const evaluationRows = {
  'supplement.ask': onPanel,
  'supplement.answer': row<OfBidder>({ by: ['org_editor', 'org_signer'], at: ofBidder }),
  'priceCorrection.find': onPanel,
  'priceCorrection.agree': onPanel,
  'priceCorrection.answer': row<OfBidder>({ by: ['org_signer'], at: ofBidder }),
  /** 磋商: any member writes it, another one confirms it, the buyer's own where what is asked was changed (214号 第二十条). */
  'consultation.write': onPanel,
  'consultation.ask': row<OfPanel & { confirmers: readonly string[] }>({
    by: 'person',
    bars: [
      onlyPanel,
      { key: 'another-member-confirms', when: (actor, s) => !s.confirmers.includes(actor.personId ?? '') },
    ],
  }),
  /** 最后报价: written by the bidder's people, sent by its signer. */
  'finalOffer.write': row<OfBidder>({ by: ['org_editor', 'org_signer'], at: ofBidder }),
  'finalOffer.send': row<OfBidder>({ by: ['org_signer'], at: ofBidder }),
  'buyerCheck.give': besidePanel,
  'evaluation.reopen': besidePanel,
  'report.reopen': onPanel,
  /** 串通线索: for the panel as letters, for supervision by name. */
  'signals.read': onPanel,
  'signals.watch': row<object>({ by: ['auditor', 'district_approver'] }),
} as const
