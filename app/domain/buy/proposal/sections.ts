/** What a proposal is made of, in the order of its task list. */
export const sections = [
  'organisation',
  'consortium',
  'team',
  'plan',
  'record',
  'texts',
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

/** 常备文稿: how a body works, keeps those it serves safe, and deals with complaints; much the same in every proposal. */
export const textKinds = ['methods', 'safeguarding', 'complaints'] as const
export type TextKind = (typeof textKinds)[number]
