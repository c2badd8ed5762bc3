import { z } from 'zod'
import { readMoney } from '../../../money.ts'
import { typedDate } from '../../../typed-date.ts'

const words = (missing: string, least = 5, most = 1000) =>
  z.string({ error: missing }).trim().min(least, missing).max(most, 'form.deliver.too-long')
const ticked = z.preprocess(
  (typed) => (typed === undefined || typed === '' ? [] : [typed].flat()),
  z.array(z.string().max(80)).min(1, 'form.subcontract.indicators').max(20, 'form.subcontract.indicators'),
)

/** 分包申请: which part, which indicators, to whom, and its share of the price. */
export const subcontractForm = z
  .object({
    body: words('form.subcontract.body', 2, 80),
    part: words('form.subcontract.part'),
    indicators: ticked,
    percent: z.coerce
      .number({ error: 'form.subcontract.percent' })
      .int('form.subcontract.percent')
      .min(1, 'form.subcontract.percent')
      .max(99, 'form.subcontract.percent'),
    reason: words('form.subcontract.reason'),
  })
  .strict()
export type RequestSubcontract = z.output<typeof subcontractForm> & { contractId: string }

export const subcontractDecisionForm = z.object({ decision: words('form.subcontract.decision') }).strict()
export type DecideSubcontract = z.output<typeof subcontractDecisionForm> & { subcontractId: string }

export const onwardForm = z
  .object({
    amount: z.string({ error: 'form.subcontract.amount' }).transform((typed, ctx) => {
      const amount = readMoney(typed)
      if (amount !== null && amount > 0) return amount
      ctx.addIssue({ code: 'custom', message: 'form.subcontract.amount' })
      return z.NEVER
    }),
    paidOn: typedDate('form.date'),
    receiptNo: words('form.subcontract.receipt', 2, 40),
  })
  .strict()
export type RegisterOnward = z.output<typeof onwardForm> & { subcontractId: string }
