import { needStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

export const need = machine('need', needStates, {
  publish: { from: ['draft', 'returned'], to: 'published' },
  accept: { from: ['published'], to: 'accepted' },
  return: { from: ['published'], to: 'returned' },
  redirect: { from: ['published'], to: 'redirected' },
  refuse: { from: ['published'], to: 'refused' },
  shortlist: { from: ['accepted', 'not_selected'], to: 'shortlisted' },
  select: { from: ['shortlisted'], to: 'selected' },
  pass_over: { from: ['shortlisted'], to: 'not_selected' },
  unlist: { from: ['shortlisted'], to: 'accepted' },
  purchase: { from: ['accepted', 'selected'], to: 'in_purchase' },
  deliver: { from: ['in_purchase'], to: 'delivered' },
  resume: { from: ['delivered'], to: 'in_purchase' },
  merge: {
    from: ['draft', 'published', 'accepted', 'returned', 'shortlisted', 'selected', 'not_selected'],
    to: 'merged',
  },
  withdraw: { from: ['draft', 'published', 'accepted', 'returned', 'not_selected'], to: 'withdrawn' },
})
