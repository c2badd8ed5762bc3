import { paymentStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

export const payment = machine('payment', paymentStates, {
  check: { from: ['requested'], to: 'checked' },
  approve: { from: ['checked'], to: 'approved' },
  submit: { from: ['approved', 'corrected'], to: 'submitted' },
  confirm: { from: ['submitted'], to: 'paid' },
  bounce: { from: ['submitted'], to: 'returned_by_bank' },
  correct: { from: ['returned_by_bank'], to: 'corrected' },
  lose: { from: ['paid'], to: 'returned_by_bank' },
  decline: { from: ['requested', 'checked'], to: 'declined' },
})
