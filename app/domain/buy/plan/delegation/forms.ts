import { z } from 'zod'
import { categories } from '#db/vocabulary.ts'
import { typedDate } from '../../../typed-date.ts'
import { typedMoney } from '../../../typed-money.ts'

const words = (error: string, least: number, most: number) =>
  z.string({ error }).trim().min(least, error).max(most, 'form.long')
const id = z.string({ error: 'form.required' }).min(1, 'form.required').max(64)

export const grantDelegationForm = z.object({
  committeeId: id,
  lineId: id,
  perPurchase: typedMoney('form.money'),
  perYear: typedMoney('form.money'),
  categories: z
    .array(z.enum(categories, { error: 'form.delegation.categories' }), {
      error: 'form.delegation.categories',
    })
    .min(1, 'form.delegation.categories')
    .max(categories.length),
  from: typedDate('form.delegation.dates'),
  to: typedDate('form.delegation.dates'),
  source: words('form.delegation.source', 6, 300),
})
export type GrantDelegation = z.output<typeof grantDelegationForm>

export const withdrawDelegationForm = z.object({
  delegationId: id,
  ground: words('form.delegation.ground', 4, 300),
})
export type WithdrawDelegation = z.output<typeof withdrawDelegationForm>
