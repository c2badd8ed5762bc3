import { giftStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

/** What people decide of a gift. `settle` and `lose` follow from what the provider told; how far the money is, the ledger says. */
export const gift = machine('gift', giftStates, {
  accept: { from: ['pledged'], to: 'agreed' },
  decline: { from: ['pledged'], to: 'declined' },
  withdraw: { from: ['pledged', 'agreed'], to: 'withdrawn' },
  settle: { from: ['agreed'], to: 'received' },
  release: { from: ['received'], to: 'released' },
  refund: { from: ['received', 'released'], to: 'refunded' },
  lose: { from: ['received', 'released'], to: 'refunded' },
})
