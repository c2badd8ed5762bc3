import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { deadlineOf } from '../../parameters.ts'
import { Refusal } from '../../refusal.ts'
import { readTopic, submitSuggestionForm, type Topic } from './forms.ts'
import type { Sent } from './keep-evidence.ts'
import { submitSuggestion } from './submit-suggestion.ts'

type Draft = {
  topic?: Topic | undefined
  communityId?: string | undefined
  gridId?: string | undefined
  where?: string | undefined
  building?: string | undefined
  words?: string | undefined
  spoken?: boolean | undefined
  phone?: string | undefined
}

/** Submits what four pages asked for; a draft that is no longer whole is refused, not guessed. */
export async function submitDraft(ctx: Context, { topic, ...rest }: Draft, sent: Sent = {}) {
  const whole = submitSuggestionForm.safeParse({ ...rest, ...(topic ? readTopic(topic) : {}) })
  if (!whole.success) throw new Refusal('invalid', 'ask-draft-gone')
  return submitSuggestion(ctx, whole.data, sent)
}

/** The day by which an ask sent now is answered. */
export const replyDueOn = (ctx: Context) =>
  deadlineOf(ctx.db, ctx.calendar, 'SUGGESTION_REPLY', dateOf(ctx.clock.now()))
