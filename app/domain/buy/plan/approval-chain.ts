import type { approvalSteps, Role } from '#db/vocabulary.ts'

export type Step = (typeof approvalSteps)[number]

/** 审批链: who signs a plan and in which order, every step by another person; the handler signs by submitting. */
export const chain: readonly Step[] = ['handler', 'finance', 'approver']

const steps: Partial<Record<Role, Step>> = {
  street_handler: 'handler',
  district_handler: 'handler',
  street_finance: 'finance',
  district_finance: 'finance',
  street_approver: 'approver',
  district_approver: 'approver',
}
/** The step a role signs. */
export const stepOf = (role: Role): Step | null => steps[role] ?? null

/** The role that signs a step at a buyer of this kind. */
export const roleFor = (step: Step, buyerKind: string): Role =>
  `${buyerKind === 'district_office' ? 'district' : 'street'}_${step}` as Role

/** The first step of the chain nobody has signed yet. */
export const nextStep = (signed: readonly Step[]): Step | null =>
  chain.find((step) => !signed.includes(step)) ?? null
