import { roundStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

export const round = machine('round', roundStates, {
  seal: { from: ['draft'], to: 'sealed' },
  unseal: { from: ['sealed'], to: 'draft' },
  count: { from: ['sealed'], to: 'counted' },
  announce: { from: ['counted'], to: 'announced' },
  void: { from: ['draft', 'sealed', 'counted'], to: 'void' },
})
