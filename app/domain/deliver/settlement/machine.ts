import { settlementStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

/** 订单月结: what was returned frees its orders, and the month may be claimed again; paid like any payment. */
export const settlement = machine('settlement', settlementStates, {
  check: { from: ['claimed'], to: 'checked' },
  return: { from: ['claimed', 'checked'], to: 'returned' },
  approve: { from: ['checked'], to: 'approved' },
  submit: { from: ['approved'], to: 'submitted' },
  confirm: { from: ['submitted'], to: 'paid' },
  bounce: { from: ['submitted'], to: 'bounced' },
  correct: { from: ['bounced'], to: 'checked' },
})
