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
  /** 逐项: each indicator of the contract, as claimed or not. */
  items: z
    .array(
      z.object({
        indicatorId: z.string({ error: 'form.acceptance.item' }),
        asClaimed: z
          .enum(['yes', 'no'], { error: 'form.acceptance.item' })
          .transform((said) => said === 'yes'),
      }),
    )
    .default([]),
})
/** 征求几位: the rule's number where nothing is typed. */
export const openForm = z.object({
  ask: z.coerce
    .number({ error: 'form.acceptance.ask' })
    .int('form.acceptance.ask')
    .min(1, 'form.acceptance.ask')
    .max(100_000, 'form.acceptance.ask')
    .optional(),
})
export type OpenAcceptance = z.output<typeof openForm> & { milestoneId: string }
/** 联系不上的: who it was and why. */
export const unreachedForm = z.object({
  serviceUserId: words('form.opinion.who', 40),
  reason: z.enum(['no_answer', 'moved', 'ill', 'declined'], { error: 'form.opinion.unreached' }),
})
export type MarkUnreached = z.output<typeof unreachedForm> & { acceptanceId: string }
/** 重新验收: why the result no longer stands. */
export const reopenForm = z.object({
  reason: z
    .string({ error: 'form.acceptance.reopen' })
    .trim()
    .min(10, 'form.acceptance.reopen')
    .max(500, 'form.deliver.too-long'),
})
export type ReopenAcceptance = z.output<typeof reopenForm> & { acceptanceId: string }
export type SignAcceptance = z.output<typeof signAcceptanceForm> & { acceptanceId: string }
