import { subcontractStates } from '#db/vocabulary.ts'
import { machine } from '../../../machine.ts'

export const subcontract = machine('subcontract', subcontractStates, {
  consent: { from: ['requested'], to: 'consented' },
  decline: { from: ['requested'], to: 'declined' },
})
