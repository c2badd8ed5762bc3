import { surveyStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

export const survey = machine('survey', surveyStates, {
  publish: { from: ['draft'], to: 'published' },
  close: { from: ['published'], to: 'closed' },
  report: { from: ['closed'], to: 'reported' },
})
