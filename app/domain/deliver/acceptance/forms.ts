import { z } from 'zod'

const words = (missing: string, most = 2000) =>
  z.string({ error: missing }).trim().min(1, missing).max(most, 'form.deliver.too-long')
const level = z.coerce
  .number({ error: 'form.opinion.level' })
  .int('form.opinion.level')
  .min(1, 'form.opinion.level')
  .max(5, 'form.opinion.level')
const said = z.string().trim().max(500, 'form.deliver.too-long').optional()

export const opinionForm = z.object({ level, words: said })
export type GiveOpinion = z.output<typeof opinionForm> & { acceptanceId: string }

/** What a clerk writes down for someone: from paper, or over the telephone. */
export const enterOpinionForm = z.object({
  serviceUserId: words('form.opinion.who', 40),
  channel: z.enum(['paper', 'call'], { error: 'form.opinion.channel' }),
  level,
  words: said,
})
export type EnterOpinion = z.output<typeof enterOpinionForm> & { acceptanceId: string }

export const signAcceptanceForm = z.object({
  met: z.enum(['met', 'not'], { error: 'form.acceptance.met' }).transform((said) => said === 'met'),
  words: words('form.acceptance.words'),
})
export type SignAcceptance = z.output<typeof signAcceptanceForm> & { acceptanceId: string }
