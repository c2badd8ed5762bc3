import { z } from 'zod'
import { typedMoney } from '../../../typed-money.ts'
import { budgetColumns, budgetLine } from '../../proposal/budget/line-form.ts'
import { filledRows, maybe, words } from '../../proposal/typed.ts'

const hex64 = z
  .string({ error: 'form.consultation.stamp' })
  .regex(/^[0-9a-f]{64}$/, 'form.consultation.stamp')

/** 磋商记录和最后报价通知, in the words every bidder reads. */
export const consultationForm = z
  .object({
    words: words('form.consultation.words', 10, 4000),
    changes: maybe(words('form.consultation.changes', 10, 4000)),
    days: z.coerce
      .number({ error: 'form.consultation.days' })
      .int('form.consultation.days')
      .min(1, 'form.consultation.days')
      .max(60, 'form.consultation.days'),
  })
  .strict()
export type ConsultationWords = z.output<typeof consultationForm>
export const confirmConsultationForm = z.object({ stamp: hex64 }).strict()

/** 最后报价: the price; its lines, if they are to be others than in proportion; and what else is promised. */
export const finalOfferForm = z
  .object({
    price: typedMoney('form.bid.money'),
    lines: z.preprocess(filledRows(...budgetColumns), z.array(budgetLine).max(30, 'form.bid.long')),
    commitment: maybe(words('form.final.commitment', 4, 1000)),
  })
  .strict()
export type FinalWords = z.output<typeof finalOfferForm>
