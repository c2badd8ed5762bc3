import { z } from 'zod'
import { sanctionGroundCodes } from './grounds-data.ts'

const words = (key: string, least: number, most = 4000) =>
  z.string({ error: key }).trim().min(least, key).max(most, 'form.bid.long')

export const reportSanctionForm = z
  .object({
    partyId: z.string({ error: 'form.required' }).min(1, 'form.required').max(64, 'form.required'),
    ground: z.enum(sanctionGroundCodes, { error: 'form.required' }),
    facts: words('form.sanction.facts', 20),
  })
  .strict()
export const defendForm = z.object({ defence: words('form.sanction.defence', 20) }).strict()
export const decideSanctionForm = z
  .object({
    years: z.coerce
      .number({ error: 'form.sanction.years' })
      .int('form.sanction.years')
      .min(1, 'form.sanction.years')
      .max(3, 'form.sanction.years'),
    decision: words('form.sanction.decision', 20),
  })
  .strict()
export const dismissSanctionForm = z.object({ decision: words('form.sanction.decision', 20) }).strict()
export const liftSanctionForm = z.object({ ground: words('form.sanction.decision', 20, 1000) }).strict()
export const serveForm = z.object({}).strict()
