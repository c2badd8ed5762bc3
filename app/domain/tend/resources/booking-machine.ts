import { bookingStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

/** 借用、预约: asked for, lent by the owner, brought back; what is refused or cancelled frees its time at once. */
export const booking = machine('booking', bookingStates, {
  lend: { from: ['asked'], to: 'lent' },
  refuse: { from: ['asked'], to: 'refused' },
  cancel: { from: ['asked', 'lent'], to: 'cancelled' },
  return: { from: ['lent'], to: 'returned' },
})
