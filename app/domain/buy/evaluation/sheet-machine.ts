import { scoreSheetStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

export const scoreSheet = machine('scoreSheet', scoreSheetStates, {
  submit: { from: ['draft'], to: 'submitted' },
  return: { from: ['submitted'], to: 'draft' },
})
