import { consultationStates } from '#db/vocabulary.ts'
import { machine } from '../../../machine.ts'

export const consultation = machine('consultation', consultationStates, {
  ask: { from: ['written'], to: 'asked' },
  open: { from: ['asked'], to: 'opened' },
})
