import { awardStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

export const award = machine('award', awardStates, {
  confirm: { from: ['proposed'], to: 'confirmed' },
  notify: { from: ['confirmed'], to: 'notified' },
  take_effect: { from: ['notified'], to: 'effective' },
  cancel: { from: ['proposed', 'confirmed', 'notified', 'effective'], to: 'cancelled' },
  decline: { from: ['notified', 'effective'], to: 'declined' },
})
