import { suggestionStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

export const suggestion = machine('suggestion', suggestionStates, {
  adopt: { from: ['submitted'], to: 'adopted' },
  merge: { from: ['submitted'], to: 'merged' },
  answer: { from: ['submitted'], to: 'answered' },
})
