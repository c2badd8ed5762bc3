import { hourServiceStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

/** 一次志愿服务: counted only when the other side said so; taken back only by a counter-entry. */
export const hourService = machine('hourService', hourServiceStates, {
  take: { from: ['asked'], to: 'taken' },
  give_up: { from: ['taken'], to: 'asked' },
  cancel: { from: ['asked', 'taken'], to: 'withdrawn' },
  claim: { from: ['taken'], to: 'claimed' },
  withdraw: { from: ['claimed'], to: 'withdrawn' },
  confirm: { from: ['claimed'], to: 'confirmed' },
  decline: { from: ['claimed'], to: 'declined' },
  counter: { from: ['confirmed'], to: 'countered' },
})
