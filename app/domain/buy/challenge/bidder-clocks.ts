import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { type Countdown, countdownTo, countTo } from '../../countdown.ts'
import { dateOf } from '../../dates.ts'
import { isUnknownYear } from '../../due.ts'
import { awardsOf, isLive } from '../award/find-award.ts'
import { confirmBy } from '../award/propose-award.ts'
import type { Call as WholeCall } from '../proposal/find-call.ts'
import { type Matter, type Window, windowsOf } from './matters.ts'

type Call = Pick<WholeCall, 'id' | 'state' | 'deadline' | 'publishedAt' | 'openedAt' | 'reportAt' | 'method'>
type Route = Pick<Call['method'], 'code' | 'bidUnit' | 'mark' | 'basis' | 'certainty'>
const lastOf = (ends: Date) => dateOf(new Date(ends.getTime() - 1))

/** A clock that is the route's own: counted as its row counts, resting on what its row rests on. */
const ofRoute = (ctx: Context, method: Route, on: string, count: Countdown['count']): Countdown =>
  countTo(ctx, {
    code: method.code,
    on,
    count,
    mark: method.mark as Countdown['mark'],
    article: method.basis,
    certainty: method.certainty,
  })

/** 递交截止: until when proposals are taken. */
export const proposeClock = (ctx: Context, { deadline, method }: { deadline: Date; method: Route }) =>
  ofRoute(ctx, method, dateOf(deadline), method.bidUnit === 'wd' ? 'working' : 'calendar')

/** 质疑期 of one matter: the law's where the law governs, the route's own below it. */
export const windowClock = (
  db: Reader,
  ctx: Context,
  { method }: { method: Route },
  { matter, from, ends }: Pick<Window, 'matter' | 'from' | 'ends'>,
): Promise<Countdown> | Countdown => {
  if (method.mark !== 'statute') return ofRoute(ctx, method, lastOf(ends), 'working')
  const code = matter === 'result' ? 'CHALLENGE_WINDOW_RESULT' : 'CHALLENGE_WINDOW'
  return countdownTo(db, ctx, { code, from, on: lastOf(ends) })
}

type Raised = { submittedAt: Date; replyDueAt: Date; complaintEndsAt: Date | null }
/** 答复期 and, once there is an answer or none came, 投诉期. */
export async function clocksOfChallenge(db: Reader, ctx: Context, c: Raised) {
  const [from, due] = [dateOf(c.submittedAt), lastOf(c.replyDueAt)]
  return {
    reply: await countdownTo(db, ctx, { code: 'CHALLENGE_REPLY', from, on: due }),
    complaint: c.complaintEndsAt && (await complaintClock(db, ctx, c, c.complaintEndsAt)),
  }
}
export const complaintClock = (db: Reader, ctx: Context, c: Pick<Raised, 'replyDueAt'>, ends: Date) =>
  countdownTo(db, ctx, { code: 'COMPLAINT_WINDOW', from: lastOf(c.replyDueAt), on: lastOf(ends) })

/** Nothing is shown of a clock that ends in a year whose holidays nobody has entered. */
const ifKnown = <T, N>(clock: Promise<T>, none: N): Promise<T | N> =>
  clock.catch((error: unknown) => {
    if (isUnknownYear(error)) return none
    throw error
  })

async function openWindows(db: Reader, ctx: Context, call: Call) {
  const open: Array<{ matter: Matter; clock: Countdown }> = []
  for (const w of await windowsOf(db, ctx, call))
    if (ctx.clock.now() < w.ends) open.push({ matter: w.matter, clock: await windowClock(db, ctx, call, w) })
  return open
}

/** 确认成交供应商: runs until somebody is confirmed. */
async function confirmClock(db: Reader, ctx: Context, { id, state, reportAt }: Call) {
  const by = state === 'evaluated' ? await confirmBy(db, ctx, id, reportAt) : null
  if (!by || (await awardsOf(db, id)).some((a) => isLive(a) && a.confirmedAt)) return null
  return countdownTo(db, ctx, { code: 'CONFIRM_WINNER', from: dateOf(reportAt!), on: lastOf(by) })
}

/** Every clock that runs on a call now for whoever takes part in it, each with its article. */
export async function bidderClocks(db: Reader, ctx: Context, call: Call) {
  return {
    propose: proposeClock(ctx, call),
    confirm: await ifKnown(confirmClock(db, ctx, call), null),
    object: await ifKnown(openWindows(db, ctx, call), []),
  }
}
export type BidderClocks = Awaited<ReturnType<typeof bidderClocks>>
