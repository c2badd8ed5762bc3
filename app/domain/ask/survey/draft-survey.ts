import { eq } from 'drizzle-orm'
import { newId } from '#db/dialect.ts'
import { surveys, surveyTemplates } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, endOf, startOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { bodiesOfCommunity } from '../../where/bodies-of-community.ts'
import { communityOfSeat } from '../community-of-seat.ts'
import { findSurvey } from './find-survey.ts'
import type { DraftSurvey } from './forms.ts'

/** The survey a row of waves began with; only a committee's own may be continued. */
async function firstWave(tx: Tx, committeeId: string, waveOf: string | undefined) {
  if (!waveOf) return null
  const earlier = await findSurvey(tx, waveOf)
  if (earlier.committeeId !== committeeId) throw new Refusal('missing', 'survey')
  return earlier.waveOf ?? earlier.id
}

async function templateToAsk(tx: Tx, id: string, committeeId: string) {
  const [template] = await tx.select().from(surveyTemplates).where(eq(surveyTemplates.id, id))
  if (!template || (template.committeeId ?? committeeId) !== committeeId)
    throw new Refusal('missing', 'survey-template')
  if (template.questions.length === 0) throw new Refusal('conflict', 'template-empty')
  return template
}

function datesOf({ opens, closes }: DraftSurvey, now: Date) {
  if (closes < opens) throw new Refusal('invalid', 'ends-before-it-begins')
  if (endOf(closes) <= now) throw new Refusal('invalid', 'survey-ends-in-the-past')
  return { opensAt: startOf(opens), closesAt: endOf(closes) }
}

/** Drafts a survey of the committee's own community from one fixed version of a template. */
export const draftSurvey = (ctx: Context, input: DraftSurvey) =>
  ctx.transact(async (tx) => {
    const communityId = await communityOfSeat(tx, ctx)
    const { committeeId } = await bodiesOfCommunity(tx, communityId)
    authorize(ctx.actor, 'survey.draft', { committeeId })
    const now = ctx.clock.now()
    const template = await templateToAsk(tx, input.templateId, committeeId)
    const [made] = await tx
      .insert(surveys)
      .values({
        refNo: await nextRef(tx, 'DC', yearOf(dateOf(now))),
        templateId: template.id,
        name: input.name,
        ...datesOf(input, now),
        communityId,
        committeeId,
        state: 'draft',
        shortCode: newId().slice(0, 7),
        createdBy: ctx.actor.personId!,
        createdAt: now,
        waveOf: await firstWave(tx, committeeId, input.waveOf),
        answerLimit: input.answerLimit ?? 'open',
        twoEntries: input.twoEntries === 'yes',
        minAge: input.minAge ?? 14,
      })
      .returning({ id: surveys.id })
    await record(tx, ctx, 'survey.draft', { subject: made!.id }, { templateId: template.id })
    return { id: made!.id }
  })
