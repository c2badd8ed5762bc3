import { handoverStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

/** 任职交接: signed by who leaves, or by who appoints for him; taken over by who follows, or given back with what is wanting. */
export const handover = machine('handover', handoverStates, {
  receive: { from: ['signed'], to: 'received' },
  return: { from: ['signed'], to: 'returned' },
})
