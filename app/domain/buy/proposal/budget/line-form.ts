import { z } from 'zod'
import { typedMoney } from '../../../typed-money.ts'
import { budgetKinds } from '../sections.ts'
import { maybe, number, optional, words } from '../typed.ts'
import { linePriced } from './line-priced.ts'

const money = typedMoney('form.bid.money')
/** A row counts once anything is typed in it: nobody's figures vanish without a word. */
export const budgetColumns = ['label', 'amount', 'unit', 'quantity', 'unitPrice'] as const

/** One line of a sheet as it is typed: what for, how much, and how many at what price where its writer says so. */
export const budgetLine = z
  .object({
    kind: z.enum(budgetKinds, { error: 'form.bid.line-kind' }),
    label: words('form.bid.line-label', 2, 60),
    amount: money,
    unit: optional(12),
    quantity: maybe(number('form.bid.quantity')),
    unitPrice: maybe(money),
  })
  .refine(linePriced, { path: ['amount'], message: 'form.bid.line-product' })
