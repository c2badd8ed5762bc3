import { acceptanceStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

export const acceptance = machine('acceptance', acceptanceStates, {
  conclude: { from: ['opened'], to: 'concluded' },
  publish: { from: ['concluded'], to: 'published' },
})
