import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import type { DeskItem } from '../../desk-item.ts'
import { may } from '../../policy/index.ts'
import { type Survey, standing, surveysOf } from './find-survey.ts'

const keys = {
  draft: 'survey.publish',
  over: 'survey.report',
  closed: 'survey.report',
  open: 'survey.collect',
} as const

function itemOf(survey: Survey, now: Date): DeskItem | null {
  const stands = standing(survey, now)
  const key = Object.hasOwn(keys, stands) ? keys[stands as keyof typeof keys] : null
  if (!key) return null
  return {
    key,
    matter: survey.name,
    chapter: 'ask',
    due: stands === 'open' ? { at: survey.closesAt, source: survey.refNo, mark: 'local' } : null,
    since: stands === 'over' ? survey.closesAt : survey.createdAt,
    link: `/desk/surveys/${survey.id}`,
    kind: stands === 'open' ? 'wait' : 'act',
  }
}

/** Surveys to publish, to collect and to report, for the committee's clerk. */
export async function deskOfSurvey(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const { seat } = ctx.actor
  if (!seat || !may(ctx.actor, 'survey.report', { committeeId: seat.partyId })) return []
  const all = await surveysOf(db, seat.partyId)
  return all.map((survey) => itemOf(survey, ctx.clock.now())).filter((item) => item !== null)
}
