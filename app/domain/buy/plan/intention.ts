import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { deadlineOf, parameter } from '../../parameters.ts'
import { Refusal } from '../../refusal.ts'
import { asksIntention } from './find-objections.ts'

type Announced = { directGround: string | null; intentionOn: string | null }
type Asking = { intentionDays: number }

async function termOf(db: Reader, code: string, on: string) {
  const { value, unit } = await parameter(db, code, on)
  return { value, unit }
}
/** 采购意向公开: how long before the purchase, by the figure in force on a date; a route only says whether it asks one. */
export const intentionTerm = (db: Reader, on: string) => termOf(db, 'INTENTION_NOTICE', on)
/** What stands in no row of a route: the days of the law, for its intention and for objections to its result. */
export const lawTerms = async (db: Reader, on: string) => ({
  intention: await intentionTerm(db, on),
  objection: await termOf(db, 'CHALLENGE_WINDOW_RESULT', on),
})
export type LawTerms = Awaited<ReturnType<typeof lawTerms>>

/** The first day a purchase may begin after its intention was made public; null: it is not, or none is asked. */
export const intentionUntil = async (
  db: Reader,
  { calendar }: Pick<Context, 'calendar'>,
  plan: Announced,
  method: Asking,
) =>
  plan.intentionOn && asksIntention(plan, method)
    ? deadlineOf(db, calendar, 'INTENTION_NOTICE', plan.intentionOn)
    : null

/** 采购意向公开 comes first, and stands for its days (财库〔2020〕10号). */
export async function mustBeAnnounced(db: Reader, ctx: Context, plan: Announced, method: Asking) {
  if (!asksIntention(plan, method)) return
  const earliest = await intentionUntil(db, ctx, plan, method)
  if (!earliest) throw new Refusal('conflict', 'intention-not-public')
  if (dateOf(ctx.clock.now()) < earliest) throw new Refusal('conflict', 'intention-too-young', { earliest })
}
