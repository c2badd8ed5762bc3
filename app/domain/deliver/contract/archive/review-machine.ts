import { yearReviewStates } from '#db/vocabulary.ts'
import { machine } from '../../../machine.ts'

/** 年度绩效评价: the centre gives it, the buyer decides; nothing is renewed but on one that passed. */
export const yearReview = machine('yearReview', yearReviewStates, {
  pass: { from: ['given'], to: 'passed' },
  fail: { from: ['given'], to: 'failed' },
})
