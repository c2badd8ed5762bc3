import { minorWorkStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

/** 民生微实事: quotes compared, an order signed, parts accepted and paid; its own way, no purchase of service. */
export const minorWork = machine('minorWork', minorWorkStates, {
  call: { from: ['draft'], to: 'calling' },
  choose: { from: ['calling'], to: 'chosen' },
  sign: { from: ['chosen'], to: 'working' },
  set_aside: { from: ['chosen'], to: 'calling' },
  decline: { from: ['chosen'], to: 'calling' },
  finish: { from: ['working'], to: 'finished' },
  cancel: { from: ['draft', 'calling'], to: 'cancelled' },
})
