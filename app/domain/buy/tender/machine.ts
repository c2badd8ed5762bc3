import { tenderStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

export const tender = machine('tender', tenderStates, {
  submit: { from: ['draft'], to: 'in_review' },
  return: { from: ['in_review'], to: 'draft' },
  publish: { from: ['in_review'], to: 'published' },
  open: { from: ['published'], to: 'opened' },
  evaluate: { from: ['opened'], to: 'evaluated' },
  reopen: { from: ['evaluated'], to: 'opened' },
  award: { from: ['evaluated'], to: 'awarded' },
  // An upheld objection: the award is gone, and the report it rested on may be opened again.
  reconsider: { from: ['awarded'], to: 'evaluated' },
  contract: { from: ['awarded'], to: 'contracted' },
  cancel: { from: ['draft', 'in_review', 'published', 'opened', 'evaluated', 'awarded'], to: 'cancelled' },
  fail: { from: ['published', 'opened', 'evaluated', 'awarded'], to: 'failed' },
})
