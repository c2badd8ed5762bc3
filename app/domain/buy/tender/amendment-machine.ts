import { amendmentStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

export const amendment = machine('amendment', amendmentStates, {
  publish: { from: ['draft'], to: 'published' },
})
