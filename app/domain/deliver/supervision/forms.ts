import { z } from 'zod'

const words = (missing: string, most = 2000) =>
  z.string({ error: missing }).trim().min(1, missing).max(most, 'form.deliver.too-long')

export const raiseFindingForm = z.object({ words: words('form.finding.words') })
export type RaiseFinding = z.output<typeof raiseFindingForm> & { contractId: string }
export const proofForm = z.object({ proof: words('form.finding.proof') })
export type GiveProof = z.output<typeof proofForm> & { findingId: string }
export const closingForm = z.object({ closing: words('form.finding.closing') })
export type Closing = z.output<typeof closingForm> & { findingId: string }
