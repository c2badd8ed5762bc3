/** What a proposal is made of, in the order of its task list. */
export const sections = [
  'organisation',
  'team',
  'plan',
  'budget',
  'indicators',
  'attachments',
  'integrity',
] as const
export type Section = (typeof sections)[number]

/** 预算科目 */
export const budgetKinds = [
  'staff',
  'activity',
  'material',
  'volunteer',
  'expert',
  'publicity',
  'transport',
  'management',
] as const
export type BudgetKind = (typeof budgetKinds)[number]
