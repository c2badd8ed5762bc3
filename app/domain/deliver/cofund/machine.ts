import { potStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

export const pot = machine('pot', potStates, {
  close: { from: ['open'], to: 'closed' },
})
