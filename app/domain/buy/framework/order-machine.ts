import { orderStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

/** 服务订单: done is what the provider says, confirmed what the resident says. */
export const order = machine('order', orderStates, {
  accept: { from: ['placed'], to: 'accepted' },
  refuse: { from: ['placed'], to: 'refused' },
  finish: { from: ['accepted'], to: 'done' },
  redo: { from: ['done'], to: 'accepted' },
  confirm: { from: ['done'], to: 'confirmed' },
  cancel: { from: ['placed', 'accepted'], to: 'cancelled' },
})
