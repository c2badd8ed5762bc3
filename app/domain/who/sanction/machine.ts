import { sanctionStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

/** In force and expired are read from its dates; nobody moves it there. */
export const sanction = machine('sanction', sanctionStates, {
  serve: { from: ['reported'], to: 'in_defence' },
  decide: { from: ['in_defence'], to: 'decided' },
  dismiss: { from: ['reported', 'in_defence'], to: 'dismissed' },
  lift: { from: ['decided'], to: 'lifted' },
})
