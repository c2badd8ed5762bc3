import { caseFileStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

/** 个案: open while somebody works on it. */
export const caseFile = machine('caseFile', caseFileStates, {
  close: { from: ['open'], to: 'closed' },
  reopen: { from: ['closed'], to: 'open' },
})
