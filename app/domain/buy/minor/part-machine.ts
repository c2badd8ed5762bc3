import { minorPartStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

/** 进度款: one part of the works, from what the supplier says is done to the voucher. */
export const minorPart = machine('minorPart', minorPartStates, {
  report: { from: ['planned'], to: 'reported' },
  return: { from: ['reported'], to: 'planned' },
  accept: { from: ['reported'], to: 'accepted' },
  pay: { from: ['accepted'], to: 'paid' },
})
