import { z } from 'zod'
import { approvalSteps } from '#db/vocabulary.ts'
import { typedDate } from '../../typed-date.ts'
import { typedMoney } from '../../typed-money.ts'

const words = (key: string, least: number, most = 2000) =>
  z.string({ error: key }).trim().min(least, key).max(most, 'form.long')
const date = typedDate('form.date')

export const money = typedMoney('form.money')
const ids = z.preprocess(
  (v) => (v === undefined ? [] : Array.isArray(v) ? v : [v]),
  z.array(z.string().max(64)).min(1, 'form.plan.needs').max(20),
)

const planFields = z.object({
  needIds: ids,
  lineId: z.string({ error: 'form.plan.line' }).min(1, 'form.plan.line').max(64),
  methodId: z.string({ error: 'form.plan.route' }).min(1, 'form.plan.route').max(64),
  title: words('form.plan.title', 4, 60),
  amount: money,
  from: date,
  to: date,
  quantity: words('form.plan.quantity', 4, 500),
  goals: words('form.plan.goals', 10),
  whoseDuty: words('form.plan.duty', 4),
  whyNotDirect: words('form.plan.direct', 4),
  individualReason: z.string().trim().max(1000, 'form.long').optional(),
  sensitive: z.preprocess((v) => v === 'yes' || v === true, z.boolean()).default(false),
})
const inOrder = { path: ['to'], message: 'form.plan.order' }

export const draftPlanForm = planFields.refine((p) => p.from < p.to, inOrder)
export type DraftPlan = z.output<typeof draftPlanForm>

/** Without an opinion only where the handler is not the first to sign. */
export const submitPlanForm = z.object({ opinion: z.string().trim().max(500, 'form.long').default('') })
/** `version` is what the signer read: an edit in between refuses the signature. */
export const signPlanForm = z.object({
  version: z.coerce.number({ error: 'form.plan.version' }).int(),
  opinion: words('form.plan.opinion', 2, 500),
})
export type SignPlan = z.output<typeof signPlanForm>
export const declinePlanForm = z.object({
  how: z.enum(['return', 'reject'], { error: 'form.plan.how' }),
  reason: words('form.plan.reason', 4, 1000),
})
export type DeclinePlan = z.output<typeof declinePlanForm>
/** `version` is the chain the approver read; a step left empty is none. */
export const chainForm = z.object({
  version: z.coerce.number({ error: 'form.plan.version' }).int(),
  steps: z.preprocess(
    (typed) => (Array.isArray(typed) ? typed.filter(Boolean) : []),
    z.array(z.enum(approvalSteps, { error: 'form.chain.step' })).max(approvalSteps.length),
  ),
  ground: words('form.chain.ground', 6, 500),
})
export type SetChain = z.output<typeof chainForm>
export const announceForm = z.object({})
