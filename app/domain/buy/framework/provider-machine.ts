import { providerStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

/** 入围供应商: joins at any time while the agreement is open. */
export const provider = machine('provider', providerStates, {
  reapply: { from: ['declined', 'ended'], to: 'applied' },
  admit: { from: ['applied'], to: 'admitted' },
  decline: { from: ['applied'], to: 'declined' },
  sign: { from: ['admitted'], to: 'signed' },
  end: { from: ['admitted', 'signed'], to: 'ended' },
})
