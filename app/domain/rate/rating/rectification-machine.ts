import { rectificationStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

export const rectification = machine('rectification', rectificationStates, {
  answer: { from: ['opened', 'reopened'], to: 'answered' },
  accept: { from: ['answered'], to: 'accepted_by_rater' },
  reopen: { from: ['answered'], to: 'reopened' },
})
