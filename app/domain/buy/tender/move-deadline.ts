import { eq } from 'drizzle-orm'
import { amendments, tenders } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { addDays, dateOf, startOf } from '../../dates.ts'
import { lastDay, onCalendar, parameter } from '../../parameters.ts'
import { Refusal } from '../../refusal.ts'
import { amendmentsOf, type Tender, type TenderFacts } from './find-tender.ts'
import { ruleReasons } from './rule-reasons-data.ts'
import { earliestAfterChange, latestQuestions, workdayUpTo } from './tender-dates.ts'
import { keepVersion } from './versions.ts'

const onDay = (date: string, like: Date) =>
  new Date(startOf(date).getTime() + like.getTime() - startOf(dateOf(like)).getTime())

/** The working day a date is, or the next one after it. */
function workdayFrom(ctx: Context, date: string): string {
  let day = date
  while (!onCalendar(() => ctx.calendar.isWorkday(day))) day = addDays(day, 1)
  return day
}

/** The deadline a material change leaves: the one asked for, or where the law wants more days, the first working day it admits. */
export function lawfulDeadline(
  ctx: Context,
  { method, deadline }: TenderFacts,
  asked: Date | null,
): Date | null {
  const earliest = earliestAfterChange(ctx, method, dateOf(ctx.clock.now()))
  if (dateOf(asked ?? deadline) >= earliest) return asked
  return onDay(workdayFrom(ctx, earliest), deadline)
}

/** A later deadline leaves later room for questions, at the same time of day. */
export async function movedTo(
  db: Reader,
  ctx: Context,
  tender: TenderFacts,
  deadline: Date | null,
): Promise<Partial<Tender>> {
  if (!deadline) return {}
  if (deadline <= tender.deadline) throw new Refusal('conflict', 'deadline-only-later')
  const day = workdayUpTo(ctx, await latestQuestions(db, ctx, deadline))
  const latest = onDay(day, tender.questionsClose)
  return { deadline, questionsClose: latest > tender.questionsClose ? latest : tender.questionsClose }
}

/** Whether the answer itself may touch proposals, or the route wants some days between answer and deadline. */
async function dayAfterAnswer(db: Reader, ctx: Context, { method }: TenderFacts, affects: boolean) {
  const today = dateOf(ctx.clock.now())
  if (affects) return earliestAfterChange(ctx, method, today)
  if (method.lateAnswer !== 'extends') return null
  const { value, unit } = await parameter(db, 'ANSWER_LEAD', today)
  return lastDay(ctx.calendar, today, value, unit)
}

/** 答复顺延: an answer too near the deadline moves it by the route's own rule, published as a correction nobody chose. */
export async function extendForAnswer(tx: Tx, ctx: Context, tender: TenderFacts, affects: boolean) {
  const earliest = await dayAfterAnswer(tx, ctx, tender, affects)
  const now = ctx.clock.now()
  if (!earliest || dateOf(tender.deadline) >= earliest) return null
  const deadline = onDay(workdayFrom(ctx, earliest), tender.deadline)
  const ordinal = (await amendmentsOf(tx, tender.id)).length + 1
  const [made] = await tx
    .insert(amendments)
    .values({
      tenderId: tender.id,
      ordinal,
      field: 'deadline',
      was: String(tender.deadline.getTime()),
      now: String(deadline.getTime()),
      reason: affects ? ruleReasons.affects : ruleReasons.late,
      material: false,
      newDeadline: deadline,
      byRule: true,
      state: 'published',
      publishedBy: ctx.actor.personId,
      publishedAt: now,
    })
    .returning({ id: amendments.id })
  await tx
    .update(tenders)
    .set(await movedTo(tx, ctx, tender, deadline))
    .where(eq(tenders.id, tender.id))
  await keepVersion(tx, ctx, tender.id, made!.id)
  return { deadline, amendmentId: made!.id, ordinal }
}
