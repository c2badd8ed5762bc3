import { z } from 'zod'
import { changeRationales } from '#db/vocabulary.ts'
import { readMoney } from '../../money.ts'

const words = (missing: string, most = 1000) =>
  z.string({ error: missing }).trim().min(5, missing).max(most, 'form.deliver.too-long')
const money = z
  .string()
  .optional()
  .transform((typed, ctx) => {
    if (!typed?.trim()) return null
    const amount = readMoney(typed)
    if (amount !== null) return amount
    ctx.addIssue({ code: 'custom', message: 'form.change.money' })
    return z.NEVER
  })

/** 合同变更: what may change and nothing else; there is no field for the subject or the supplier. */
export const changeForm = z
  .object({
    rationale: z.enum(changeRationales, { error: 'form.change.rationale' }),
    reason: words('form.change.reason'),
    more: money,
    less: money,
    to: z
      .string()
      .regex(/^\d{4}-\d\d-\d\d$/, 'form.change.to')
      .optional(),
    targets: z
      .array(
        z
          .object({
            code: z.string({ error: 'form.milestone.reading' }),
            target: z.coerce
              .number({ error: 'form.change.target' })
              .positive('form.change.target')
              .max(1e9, 'form.change.target')
              .optional(),
          })
          .strict(),
      )
      .default([]),
    workerId: z.string().max(40).optional(),
  })
  .strict()
export type DraftChange = z.output<typeof changeForm> & { contractId: string }

export const changeOpinionForm = z
  .object({
    favour: z.enum(['yes', 'no'], { error: 'form.change.favour' }),
    opinion: words('form.change.opinion'),
  })
  .strict()
export type OpineChange = z.output<typeof changeOpinionForm> & { changeId: string }

export const changeDecisionForm = z.object({ decision: words('form.change.decision') }).strict()
export type DecideChange = z.output<typeof changeDecisionForm> & { changeId: string }

/** 知悉换社工: a button with nothing typed. */
export const acknowledgeChangeForm = z.object({}).strict()
