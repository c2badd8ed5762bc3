import { frameworkStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

export const framework = machine('framework', frameworkStates, {
  publish: { from: ['draft'], to: 'published' },
  close: { from: ['published'], to: 'closed' },
})
