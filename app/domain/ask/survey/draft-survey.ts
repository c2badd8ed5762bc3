import { eq } from 'drizzle-orm'
import { newId } from '#db/dialect.ts'
import { surveys, surveyTemplates } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { dateOf, endOf, startOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { bodiesOfCommunity } from '../../where/bodies-of-community.ts'
import { communityOfSeat } from '../community-of-seat.ts'
import type { DraftSurvey } from './forms.ts'

/** Drafts a survey of the committee's own community from one fixed version of a template. */
export const draftSurvey = (ctx: Context, input: DraftSurvey) =>
  ctx.transact(async (tx) => {
    const communityId = await communityOfSeat(tx, ctx)
    const { committeeId } = await bodiesOfCommunity(tx, communityId)
    authorize(ctx.actor, 'survey.draft', { committeeId })
    const [template] = await tx.select().from(surveyTemplates).where(eq(surveyTemplates.id, input.templateId))
    if (!template) throw new Refusal('missing', 'survey-template')
    const now = ctx.clock.now()
    if (input.closes < input.opens) throw new Refusal('invalid', 'ends-before-it-begins')
    if (endOf(input.closes) <= now) throw new Refusal('invalid', 'survey-ends-in-the-past')
    const [made] = await tx
      .insert(surveys)
      .values({
        refNo: await nextRef(tx, 'DC', yearOf(dateOf(now))),
        templateId: template.id,
        name: input.name,
        communityId,
        committeeId,
        state: 'draft',
        shortCode: newId().slice(0, 7),
        opensAt: startOf(input.opens),
        closesAt: endOf(input.closes),
        createdBy: ctx.actor.personId!,
        createdAt: now,
      })
      .returning({ id: surveys.id })
    await record(tx, ctx, 'survey.draft', { subject: made!.id }, { templateId: template.id })
    return { id: made!.id }
  })
