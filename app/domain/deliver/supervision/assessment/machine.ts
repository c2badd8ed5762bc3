import { assessmentStates } from '#db/vocabulary.ts'
import { machine } from '../../../machine.ts'

export const assessment = machine('assessment', assessmentStates, {
  publish: { from: ['opened'], to: 'published' },
})
