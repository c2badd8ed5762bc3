import { z } from 'zod'
import { endGrounds } from './end-grounds-data.ts'
import { words } from './forms.ts'

const says = z.enum(['yes', 'no', 'na'], { error: 'form.review.says' })
export const reviewForm = z.object({
  kind: z.enum(['general', 'key'], { error: 'form.review.kind' }),
  says: z.record(z.string().max(20), says).default({}),
  notes: z.record(z.string().max(20), z.string().trim().max(500, 'form.long').default('')).default({}),
  opinion: words('form.review.opinion', 4, 2000),
})
export type ReviewWords = z.output<typeof reviewForm>

/** 终止采购 names its ground from the list, and says it in words. */
export const endForm = z.object({
  ground: z.enum(
    endGrounds.map((one) => one.code),
    { error: 'form.end.ground' },
  ),
  reason: words('form.reason', 4, 1000),
})
