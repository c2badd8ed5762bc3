import { assessorStates } from '#db/vocabulary.ts'
import { machine } from '../../../machine.ts'

export const assessor = machine('assessor', assessorStates, {
  declare: { from: ['drawn'], to: 'clear' },
  recuse: { from: ['drawn', 'clear'], to: 'recused' },
  score: { from: ['clear'], to: 'scored' },
  replace: { from: ['drawn', 'clear'], to: 'replaced' },
})
