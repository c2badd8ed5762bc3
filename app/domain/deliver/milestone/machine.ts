import { milestoneStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

export const milestone = machine('milestone', milestoneStates, {
  claim: { from: ['planned', 'returned'], to: 'claimed' },
  check: { from: ['claimed'], to: 'checked' },
  return: { from: ['claimed', 'checked'], to: 'returned' },
  accept: { from: ['checked'], to: 'accepted' },
  reopen: { from: ['accepted'], to: 'returned' },
  pass_by_publication: { from: ['planned'], to: 'accepted' },
})
