import { z } from 'zod'
import { typedMoney } from '../../../typed-money.ts'

const blank = (value: unknown) => (value === '' ? undefined : value)
const money = typedMoney('form.statement.money', { zero: true })
const words = (max: number) => z.preprocess(blank, z.string().trim().max(max, 'form.long').optional())

/** 年度财务情况: a body's own figures of a year that is over; nought is a figure, an empty field is none. */
export const statementForm = z
  .object({
    otherIncome: money,
    otherGifts: money,
    spent: z
      .array(z.object({ planId: z.string().min(1).max(64), amount: money }).strict())
      .max(100)
      .default([]),
    otherService: money,
    management: money,
    fundraising: money,
    otherCosts: money,
    giftsSpent: money,
    giftUse: words(500),
    auditor: words(80),
    auditNo: words(40),
    sure: z.literal('yes', { error: 'form.statement.sure' }),
  })
  .strict()
  .refine((s) => s.giftsSpent === 0 || s.giftUse, { path: ['giftUse'], message: 'form.statement.use' })
  .refine((s) => !s.auditor === !s.auditNo, { path: ['auditNo'], message: 'form.statement.audit' })
  .refine((s) => new Set(s.spent.map(({ planId }) => planId)).size === s.spent.length, {
    path: ['spent'],
    message: 'form.statement.twice',
  })
export type StatementWords = z.output<typeof statementForm>
