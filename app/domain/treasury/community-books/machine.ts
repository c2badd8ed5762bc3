import { bookStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

/** 记账: an entry counts once another person approved it; what was returned is entered anew. */
export const bookEntry = machine('bookEntry', bookStates, {
  approve: { from: ['entered'], to: 'approved' },
  return: { from: ['entered'], to: 'returned' },
})
