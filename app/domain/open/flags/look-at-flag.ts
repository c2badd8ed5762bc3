import { z } from 'zod'
import { flagLooks } from '#db/schema/index.ts'
import { flagLookOutcomes } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { flagStands } from './read-desk.ts'

/** What a person says who looked at a signal. */
export const lookForm = z
  .object({
    outcome: z.enum(flagLookOutcomes, { error: 'form.flags.outcome' }),
    words: z
      .string({ error: 'form.flags.words' })
      .trim()
      .min(5, 'form.flags.words')
      .max(500, 'form.flags.words'),
  })
  .strict()
type Look = z.output<typeof lookForm> & { code: string; subject: string }

/** 核看: a person looked at a signal, and says what it came to; the signal itself stays. */
export async function lookAtFlag(ctx: Context, { code, subject, outcome, words }: Look) {
  authorize(ctx.actor, 'flag.look', {})
  const flag = await flagStands(ctx.db, code, subject)
  if (!flag) throw new Refusal('missing', 'no-such-flag')
  return ctx.transact(async (tx) => {
    authorize(ctx.actor, 'flag.look', {})
    const look = { code: flag.code, subject, outcome, words, personId: ctx.actor.personId! }
    const [made] = await tx
      .insert(flagLooks)
      .values({ ...look, at: ctx.clock.now() })
      .returning({ id: flagLooks.id })
    await record(tx, ctx, 'flag.look', { subject: made!.id }, { code: flag.code, outcome })
    return { id: made!.id }
  })
}
