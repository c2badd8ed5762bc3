import { careSettlementStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

/** 月度结算: what was returned frees its visits, and the month may be claimed again. */
export const careSettlement = machine('careSettlement', careSettlementStates, {
  check: { from: ['claimed'], to: 'checked' },
  return: { from: ['claimed'], to: 'returned' },
})
