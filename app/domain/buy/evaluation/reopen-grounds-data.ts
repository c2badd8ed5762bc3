import type { evaluationGrounds } from '#db/vocabulary.ts'

type Law = { source: string; mark: 'statute'; certainty: 'E' }
const order87 = (item: string): Law => ({
  source: `财政部令第87号 第六十四条第${item}项；政府采购法实施条例 第四十四条`,
  mark: 'statute',
  certainty: 'E',
})
/** 重新评审: a report is opened again on one of these and on nothing else, each with its source. */
export const reopenGrounds: Readonly<Record<(typeof evaluationGrounds)[number], Law>> = {
  sum_wrong: order87('一'),
  out_of_range: order87('二'),
  objective_differs: order87('三'),
  score_extreme: order87('四'),
}
