import { offerStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

/** 爱心商家、实物捐助: posted by a partner, listed by the buyer of the service it goes with, ended by the partner. */
export const partnerOffer = machine('partnerOffer', offerStates, {
  list: { from: ['posted'], to: 'listed' },
  decline: { from: ['posted'], to: 'declined' },
  end: { from: ['listed'], to: 'ended' },
})
