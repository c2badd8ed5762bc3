import { oversightStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

export const oversight = machine('oversight', oversightStates, {
  answer: { from: ['raised'], to: 'answered' },
  settle: { from: ['answered'], to: 'settled' },
  escalate: { from: ['raised', 'answered'], to: 'escalated' },
  rule: { from: ['escalated'], to: 'ruled' },
})
