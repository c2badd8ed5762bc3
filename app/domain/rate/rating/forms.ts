import { z } from 'zod'
import { hideGrounds } from '#db/vocabulary.ts'
import { recording } from '../../ask/suggestion/forms.ts'

export const level = z.coerce
  .number({ error: 'form.rating.level' })
  .int('form.rating.level')
  .min(1, 'form.rating.level')
  .max(5, 'form.rating.level')
export const said = z.string().trim().max(500, 'form.rating.long').optional()
const sentence = (missing: string) =>
  z.string({ error: missing }).trim().min(5, missing).max(1000, 'form.rating.long')

/** 五级评价: the level is all that must be said. */
export const ratingForm = z
  .object({
    level,
    words: said,
    photo: z
      .instanceof(File)
      .optional()
      .transform((file) => (file && file.size > 0 ? file : undefined))
      .refine((file) => !file || file.size <= 8 * 1024 * 1024, 'form.rating.photo-size'),
    voice: recording,
  })
  .strict()
/** By the link that was handed out, or as the signed-in person who was served in a contract. */
export type GiveRating = { level: number; words?: string; photo?: Buffer; voice?: Buffer } & (
  | { token: string; contractId?: never }
  | { contractId: string; token?: never }
)

/** What a clerk writes down for someone: from paper, or over the telephone. */
export const enterRatingForm = z
  .object({
    serviceUserId: z.string({ error: 'form.rating.who' }).min(1, 'form.rating.who').max(40),
    channel: z.enum(['paper', 'call'], { error: 'form.rating.channel' }),
    level,
    words: said,
  })
  .strict()
export type EnterRating = z.output<typeof enterRatingForm> & { contractId: string }

export const replyRatingForm = z.object({ reply: sentence('form.rating.reply') }).strict()
export type ReplyRating = z.output<typeof replyRatingForm> & { ratingId: string }
export const hideRatingForm = z
  .object({
    ground: z.enum(hideGrounds, { error: 'form.rating.ground' }),
    reason: sentence('form.rating.reason'),
  })
  .strict()
export const restoreRatingForm = z.object({ reason: sentence('form.rating.reason') }).strict()
export type RestoreRating = z.output<typeof restoreRatingForm> & { ratingId: string }
/** What a recording says, written down by somebody who heard it. */
export const writeDownForm = z.object({ words: sentence('form.rating.heard') }).strict()
export type WriteDown = z.output<typeof writeDownForm> & { ratingId: string }
export type HideRating = z.output<typeof hideRatingForm> & { ratingId: string }

export const answerRectificationForm = z.object({ answer: sentence('form.rectification.answer') }).strict()
export type AnswerRectification = z.output<typeof answerRectificationForm> & { rectificationId: string }
export const judgeRectificationForm = z
  .object({ judged: z.enum(['accept', 'reopen'], { error: 'form.rectification.judged' }), words: said })
  .strict()
  .refine(({ judged, words }) => judged === 'accept' || (words ?? '').length >= 2, {
    path: ['words'],
    message: 'form.rectification.words',
  })
export type JudgeRectification = z.output<typeof judgeRectificationForm> & {
  rectificationId: string
  token?: string
}
/** Nothing is asked: pressing the button is the invitation. */
export const inviteForm = z.object({}).strict()
