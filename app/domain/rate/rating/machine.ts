import { ratingStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

export const rating = machine('rating', ratingStates, {
  give: { from: ['invited'], to: 'given' },
  reply: { from: ['given'], to: 'replied' },
  hide: { from: ['given', 'replied'], to: 'hidden' },
  restore: { from: ['hidden'], to: 'given' },
})
