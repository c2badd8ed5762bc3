import type { Context } from '../../../context.ts'
import { type Countdown, countdown, countdownTo } from '../../../countdown.ts'
import { dateOf } from '../../../dates.ts'
import { may } from '../../../policy/index.ts'
import type { Suggestion } from '../find-suggestion.ts'
import { isLive, openPetitions, type Petition, petitionOf } from './find-petition.ts'

/** The clocks a petition is on now: to be told and objected to, to be finished, to be reviewed. */
async function clocksOf(ctx: Context, of: Petition): Promise<Countdown[]> {
  const to = (code: string, from: Date, on: string) =>
    countdownTo(ctx.db, ctx, { code, from: dateOf(from), on })
  if (of.state === 'referred')
    return [
      await to('XINFANG_OBJECT', of.referredAt, of.objectDueOn),
      await to('XINFANG_NOTIFY', of.referredAt, of.notifyDueOn),
    ]
  if (of.state === 'accepted') {
    const code = of.extendedAt ? 'XINFANG_EXTEND' : 'XINFANG_FINISH'
    return [await to(code, of.acceptedAt!, of.finishDueOn!)]
  }
  return of.state === 'finished'
    ? [await countdown(ctx.db, ctx, 'XINFANG_REVIEW', dateOf(of.finishedAt!))]
    : []
}

/** 信访事项 as anyone with its number may know it; the reasons only for whose turn it is and who asked. */
export async function readPetition(ctx: Context, asked: Suggestion, inside: boolean) {
  const of = await petitionOf(ctx.db, asked.id)
  if (!of || of.state === 'sent_back') return null
  const { state, office, referredAt, acceptedAt, finishedAt, extendedAt } = of
  return {
    ...{ state, office, referredAt, acceptedAt, finishedAt, extendedAt },
    live: isLive(of),
    clocks: await clocksOf(ctx, of),
    ...(inside
      ? { reason: of.reason, extendReason: of.extendReason, opinionNo: of.opinionNo }
      : { reason: null, extendReason: null, opinionNo: null }),
  }
}

/** The clock each open petition among some asks is on, by its ask. */
export async function petitionClocks(ctx: Context, ids: readonly string[]): Promise<Map<string, Countdown>> {
  const clocks = new Map<string, Countdown>()
  for (const [id, of] of await openPetitions(ctx.db, ids)) {
    const clock = (await clocksOf(ctx, of)).at(-1)
    if (clock) clocks.set(id, clock)
  }
  return clocks
}

/** Which acts of a petition this seat may take now. */
export async function petitionActs(ctx: Context, asked: Suggestion) {
  const of = await petitionOf(ctx.db, asked.id)
  const live = isLive(of)
  const waits = asked.state === 'submitted'
  const takes = waits && of?.state === 'referred' && may(ctx.actor, 'petition.accept', asked)
  const ends = waits && of?.state === 'accepted' && may(ctx.actor, 'petition.finish', asked)
  return {
    refers: waits && !live && may(ctx.actor, 'petition.refer', asked),
    takes,
    sendsBack: takes && of?.fromPartyId !== asked.handlerPartyId,
    ends,
    extends: ends && of?.extendedAt === null,
  }
}
