import { findingStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

export const finding = machine('finding', findingStates, {
  order: { from: ['raised'], to: 'fix_ordered' },
  prove: { from: ['fix_ordered', 'escalated'], to: 'proof_given' },
  reorder: { from: ['proof_given'], to: 'fix_ordered' },
  close: { from: ['proof_given'], to: 'closed' },
  escalate: { from: ['fix_ordered', 'proof_given'], to: 'escalated' },
})
