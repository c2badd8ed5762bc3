import { careComplaintStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

/** 服务投诉: the family settles it with the reply, or takes it to the buyer. */
export const careComplaint = machine('careComplaint', careComplaintStates, {
  answer: { from: ['made'], to: 'answered' },
  settle: { from: ['answered'], to: 'settled' },
  escalate: { from: ['made', 'answered'], to: 'escalated' },
  rule: { from: ['escalated'], to: 'ruled' },
})
