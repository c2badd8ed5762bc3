import { questionStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

export const question = machine('question', questionStates, {
  answer: { from: ['asked'], to: 'answered' },
  reject: { from: ['asked'], to: 'rejected' },
})
