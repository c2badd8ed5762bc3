import { z } from 'zod'
import { optional } from './forms.ts'

export const searchForm = z.object({
  words: z.string().trim().max(40, 'form.long').default(''),
  methodCode: optional(z.string().max(40)),
  buyerId: optional(z.string().max(64)),
})
export type SearchWords = z.output<typeof searchForm>
export const dropSearchForm = z.object({ searchId: z.string().min(1).max(64) })
