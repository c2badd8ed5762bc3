import { changeStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

export const change = machine('change', changeStates, {
  approve: { from: ['draft'], to: 'approved' },
  reject: { from: ['draft'], to: 'rejected' },
})
