import { careStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

/** 居家服务: asked for, assessed by one, granted by another; over when the grant is ended. */
export const care = machine('care', careStates, {
  assess: { from: ['applied', 'assessed'], to: 'assessed' },
  grant: { from: ['assessed'], to: 'granted' },
  refuse: { from: ['applied', 'assessed'], to: 'refused' },
  end: { from: ['granted'], to: 'ended' },
})
