import { and, eq, gt, gte, inArray, lt, ne, sql } from 'drizzle-orm'
import { contracts, diaryEntries, hourEntries, hourPostings, hourServices } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { type hourEntryKinds, riskyHourTasks } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { dateOf, endOf, startOf } from '../../dates.ts'
import { deadlineOf, parameter } from '../../parameters.ts'
import { Refusal } from '../../refusal.ts'
import type { HourAccount } from './find-account.ts'

type Claimed = { personId: string; servedOn: string; minutes: number; serviceId?: string }
/** 每日上限: what a person claims of one day, confirmed or not, stays within the figure. */
export async function mustFitTheDay(db: Reader, { personId, servedOn, minutes, serviceId = '' }: Claimed) {
  const s = hourServices
  const [known] = await db
    .select({ n: sql<number>`coalesce(sum(${s.minutes}), 0)`.mapWith(Number) })
    .from(s)
    .where(
      and(
        eq(s.volunteerId, personId),
        eq(s.servedOn, servedOn),
        inArray(s.state, ['claimed', 'confirmed']),
        ne(s.id, serviceId),
      ),
    )
  const most = (await parameter(db, 'HOURS_DAY_MAX', servedOn)).value
  if ((known?.n ?? 0) + minutes > most) throw new Refusal('conflict', 'hours-day-full', { most: most / 60 })
}

/** 如实、及时记录 (民政部令第67号): after the day, and within its working days. */
export async function mustBeInTime(db: Reader, ctx: Context, servedOn: string) {
  const now = ctx.clock.now()
  if (servedOn > dateOf(now)) throw new Refusal('invalid', 'hours-in-the-future')
  const last = await deadlineOf(db, ctx.calendar, 'HOURS_RECORD', servedOn)
  if (now >= endOf(last)) throw new Refusal('conflict', 'hours-too-late', { last })
}

/** 志愿服务条例 第十七条: who does something risky is insured on that day. */
export function mustBeInsured({ insuredUntil }: Pick<HourAccount, 'insuredUntil'>, task: string, on: string) {
  if (riskyHourTasks.includes(task) && (insuredUntil === null || insuredUntil < on))
    throw new Refusal('conflict', 'hours-uninsured')
}

/** 不重复申报: a day on which he wrote a paid diary for the same body is paid work, not volunteering. */
export async function mustNotBePaid(db: Reader, personId: string, hostId: string, servedOn: string) {
  const paid = await db
    .select({ id: diaryEntries.id })
    .from(diaryEntries)
    .innerJoin(contracts, eq(contracts.id, diaryEntries.contractId))
    .where(
      and(
        eq(diaryEntries.recordedBy, personId),
        eq(diaryEntries.heldOn, servedOn),
        eq(contracts.supplierId, hostId),
      ),
    )
    .limit(1)
  if (paid.length > 0) throw new Refusal('conflict', 'hours-paid-already')
}

type Yearly = {
  accountId: string
  kind: Extract<(typeof hourEntryKinds)[number], 'give' | 'grant'>
  code: string
  minutes: number
}
/** A yearly figure: what one account gave away, or was granted, this year, and what is to be added. */
export async function mustFitTheYear(db: Reader, ctx: Context, { accountId, kind, code, minutes }: Yearly) {
  const today = dateOf(ctx.clock.now())
  const [known] = await db
    .select({ n: sql<number>`coalesce(sum(abs(${hourPostings.minutes})), 0)`.mapWith(Number) })
    .from(hourPostings)
    .innerJoin(hourEntries, eq(hourEntries.id, hourPostings.entryId))
    .where(
      and(
        eq(hourPostings.accountId, accountId),
        eq(hourEntries.kind, kind),
        kind === 'give' ? lt(hourPostings.minutes, 0) : gt(hourPostings.minutes, 0),
        gte(hourEntries.at, startOf(`${today.slice(0, 4)}-01-01`)),
      ),
    )
  const most = (await parameter(db, code, today)).value
  if ((known?.n ?? 0) + minutes > most)
    throw new Refusal('conflict', 'hours-year-full', { most: most / 60, left: most - (known?.n ?? 0) })
}
