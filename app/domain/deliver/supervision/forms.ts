import { z } from 'zod'
import { findingKinds } from '#db/vocabulary.ts'

const words = (missing: string, most = 2000) =>
  z.string({ error: missing }).trim().min(1, missing).max(most, 'form.deliver.too-long')

export const raiseFindingForm = z.object({
  kind: z.enum(findingKinds, { error: 'form.finding.kind' }).default('ordinary'),
  words: words('form.finding.words'),
})
export type RaiseFinding = z.input<typeof raiseFindingForm> & { contractId: string }
/** 暂缓拨付 is ticked with the order, by the centre only. */
export const orderForm = z.object({ freezes: z.literal('yes').optional() })
export type OrderFix = { findingId: string; freezes?: boolean }
export const proofForm = z.object({ proof: words('form.finding.proof') })
export type GiveProof = z.output<typeof proofForm> & { findingId: string }
export const closingForm = z.object({ closing: words('form.finding.closing') })
export type Closing = z.output<typeof closingForm> & { findingId: string }
