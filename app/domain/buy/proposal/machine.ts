import { proposalStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

export const proposal = machine('proposal', proposalStates, {
  submit: { from: ['draft', 'submitted', 'needs_confirmation', 'withdrawn'], to: 'submitted' },
  withdraw: { from: ['submitted', 'needs_confirmation'], to: 'withdrawn' },
  unsettle: { from: ['submitted'], to: 'needs_confirmation' },
  confirm: { from: ['needs_confirmation'], to: 'submitted' },
  open: { from: ['submitted'], to: 'opened' },
  disqualify: { from: ['opened'], to: 'disqualified' },
  score: { from: ['opened'], to: 'scored' },
  // 重新评审: the report is opened again on a listed ground.
  reopen: { from: ['scored'], to: 'opened' },
  // From not_awarded: the next in rank, where the first one declined or its award was cancelled.
  award: { from: ['scored', 'not_awarded'], to: 'awarded' },
  // Back into the ranking before a new evaluation.
  restore: { from: ['awarded', 'not_awarded'], to: 'scored' },
  pass_over: { from: ['scored', 'awarded'], to: 'not_awarded' },
})
