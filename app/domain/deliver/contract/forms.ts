import { z } from 'zod'
import { terminationCauses } from '#db/vocabulary.ts'
import { readMoney } from '../../money.ts'

const words = (missing: string, most = 1000) =>
  z.string({ error: missing }).trim().min(1, missing).max(most, 'form.deliver.too-long')
const extra = (most = 2000) => z.string().trim().max(most, 'form.deliver.too-long').optional()

/** One box ticked arrives as a string, several as a list. */
const ticked = z.preprocess(
  (typed) => (typed === undefined || typed === '' ? undefined : [typed].flat()),
  z.array(z.string().max(80)).max(20).optional(),
)

const linkageFields = {
  committeeId: words('form.contract.committee', 40),
  workerId: words('form.contract.worker', 40),
  goal: words('form.linkage.goal', 300),
  communityDuty: words('form.linkage.duty', 500),
  communityContribution: words('form.linkage.contribution', 500),
  organisationDuty: words('form.linkage.duty', 500),
  organisationContribution: words('form.linkage.contribution', 500),
  workerDuty: words('form.linkage.duty', 500),
  workerContribution: words('form.linkage.contribution', 500),
  /** 主体、关键性工作: the indicators that may not be subcontracted. */
  core: ticked,
  special: extra(),
  contacts: extra(500),
}
/** What a handler writes; price, term, milestones and indicators come from the award. */
export const contractForm = z.object(linkageFields)
export type ContractWords = z.output<typeof contractForm>

export const confirmLinkageForm = z.object({
  sector: z.enum(['community', 'organisation', 'social_worker'], { error: 'form.linkage.sector' }),
  duty: words('form.linkage.duty', 500),
  contribution: words('form.linkage.contribution', 500),
})
export type ConfirmLinkage = z.output<typeof confirmLinkageForm> & { contractId: string }

export const signForm = z.object({ agree: z.literal('yes', { error: 'form.contract.agree' }) })
export const nothingForm = z.object({})

/** 解除原因, and why in words; 转包 stands on a finding that was reported up. */
export const terminateForm = z.object({
  cause: z.enum(terminationCauses, { error: 'form.contract.cause' }),
  reason: words('form.contract.reason'),
  recovered: z
    .string()
    .optional()
    .transform((typed, ctx) => {
      if (!typed?.trim()) return null
      const amount = readMoney(typed)
      if (amount !== null) return amount
      ctx.addIssue({ code: 'custom', message: 'form.contract.recovered' })
      return z.NEVER
    }),
  ground: extra(500),
})
export type Terminate = z.output<typeof terminateForm> & { contractId: string }
