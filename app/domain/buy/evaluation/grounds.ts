/** 无效响应: the only grounds on which a panel may put a proposal aside. */
export const grounds = [
  'abnormal_list',
  'dishonest',
  'barred',
  'integrity_missing',
  'over_ceiling',
  'lead_unlicensed',
  'not_qualified',
  'requirement_unmet',
  'collusion',
  'correction_refused',
] as const
/** Beyond the panel's choice: what a vote on a price, or the round of final offers itself, puts aside. */
export type Ground = (typeof grounds)[number] | 'low_price' | 'final_missing' | 'seal_broken'
