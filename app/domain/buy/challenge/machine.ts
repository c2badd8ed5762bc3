import { challengeStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

export const challenge = machine('challenge', challengeStates, {
  admit: { from: ['submitted'], to: 'admitted' },
  reject: { from: ['submitted'], to: 'inadmissible' },
  uphold: { from: ['admitted'], to: 'upheld' },
  uphold_in_part: { from: ['admitted'], to: 'partly_upheld' },
  dismiss: { from: ['admitted'], to: 'dismissed' },
  withdraw: { from: ['submitted', 'admitted'], to: 'withdrawn' },
})
