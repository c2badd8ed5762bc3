import { rankObjectionStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

export const rankObjection = machine('rankObjection', rankObjectionStates, {
  uphold: { from: ['raised'], to: 'upheld' },
  dismiss: { from: ['raised'], to: 'dismissed' },
})
