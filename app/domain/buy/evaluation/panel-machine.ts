import { panelSeatStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

export const panelSeat = machine('panelSeat', panelSeatStates, {
  declare_clear: { from: ['drawn'], to: 'declared_clear' },
  recuse: { from: ['drawn', 'declared_clear'], to: 'recused' },
})
