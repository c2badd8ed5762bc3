import { planStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

export const plan = machine('plan', planStates, {
  submit: { from: ['draft', 'returned'], to: 'in_review' },
  approve: { from: ['in_review'], to: 'approved' },
  return: { from: ['in_review'], to: 'returned' },
  reject: { from: ['in_review'], to: 'rejected' },
  edit: { from: ['draft', 'in_review', 'returned', 'approved'], to: 'draft' },
})
