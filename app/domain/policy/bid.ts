import { bidders, near, type OfCall } from './proposal.ts'
import { row } from './terms.ts'

type OfPartner = OfCall & { partnerId: string }

/** A body's own cabinet, and its word in a consortium that another body leads. */
export const bidRows = {
  'cabinet.keep': row<{ partyId: string }>({ by: bidders, at: (s) => s.partyId }),
  'consortium.read': row<OfPartner>({ by: bidders, at: (s) => s.partnerId, bars: near }),
  'consortium.consent': row<OfPartner>({ by: ['org_signer'], at: (s) => s.partnerId, bars: near }),
} as const
