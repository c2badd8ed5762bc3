import { topicStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

export const topic = machine('topic', topicStates, {
  post: { from: ['proposed'], to: 'posted' },
  decline: { from: ['proposed', 'posted'], to: 'declined' },
  schedule: { from: ['posted'], to: 'scheduled' },
  release: { from: ['scheduled'], to: 'posted' },
})
