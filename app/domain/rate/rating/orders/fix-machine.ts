import { rectificationStates } from '#db/vocabulary.ts'
import { machine } from '../../../machine.ts'

/** 订单整改: answered by the body that served, accepted or reopened by whoever rated. */
export const orderFix = machine('orderFix', rectificationStates, {
  answer: { from: ['opened', 'reopened'], to: 'answered' },
  accept: { from: ['answered'], to: 'accepted_by_rater' },
  reopen: { from: ['answered'], to: 'reopened' },
})
