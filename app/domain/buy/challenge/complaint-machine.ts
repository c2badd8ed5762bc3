import { complaintStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

export const complaint = machine('complaint', complaintStates, {
  accept: { from: ['filed'], to: 'accepted' },
  decide: { from: ['accepted'], to: 'decided' },
})
