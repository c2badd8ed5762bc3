import { meetingStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

export const meeting = machine('meeting', meetingStates, {
  call: { from: ['draft'], to: 'called' },
  postpone: { from: ['called'], to: 'called' },
  cancel: { from: ['draft', 'called'], to: 'cancelled' },
  hold: { from: ['called'], to: 'held' },
  fall_short: { from: ['called'], to: 'no_quorum' },
  resolve: { from: ['held'], to: 'resolved' },
  execute: { from: ['resolved'], to: 'executed' },
  report: { from: ['executed'], to: 'reported' },
})
