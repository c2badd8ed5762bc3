import { petitionStates } from '#db/vocabulary.ts'
import { machine } from '../../../machine.ts'

/** 信访事项: referred by whoever received it, then taken up, not taken up, or given back as another's; what is taken up is finished. */
export const petition = machine('petition', petitionStates, {
  accept: { from: ['referred'], to: 'accepted' },
  decline: { from: ['referred'], to: 'declined' },
  send_back: { from: ['referred'], to: 'sent_back' },
  finish: { from: ['accepted'], to: 'finished' },
})
