import { visitStates } from '#db/vocabulary.ts'
import { machine } from '../../../machine.ts'

export const inspection = machine('inspection', visitStates, {
  record: { from: ['planned'], to: 'recorded' },
  skip: { from: ['planned'], to: 'skipped' },
})
