import { and, eq, ne } from 'drizzle-orm'
import { participations } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { parameter } from '../../parameters.ts'
import { Refusal } from '../../refusal.ts'
import type { Channel } from './take-part.ts'

/** 上门代录: how many the actor has entered in this round, and how many one helper may; of this entry itself none counts. */
export async function homeVisits(db: Reader, ctx: Context, roundId: string, besides = '') {
  const { value } = await parameter(db, 'ASSISTED_CAP', dateOf(ctx.clock.now()))
  const own = and(
    eq(participations.roundId, roundId),
    eq(participations.helperId, ctx.actor.personId ?? ''),
    eq(participations.channel, 'assisted'),
    ne(participations.rollEntryId, besides),
  )
  return { n: await db.$count(participations, own), most: value }
}

/** Who works from door to door has no desk: what he enters is help at home, whatever it is called. */
export const servesDesk = ({ actor }: Context) => actor.seat?.role !== 'grid_worker'

/** One helper enters so many ballots at homes and no more, and none of them as if the voter had come to the station. */
export async function checkHelp(
  db: Reader,
  ctx: Context,
  at: { roundId: string; entryId: string; channel: Channel },
) {
  if (at.channel === 'desk' && !servesDesk(ctx)) throw new Refusal('forbidden', 'desk-is-at-the-station')
  if (at.channel !== 'assisted') return
  const { n, most } = await homeVisits(db, ctx, at.roundId, at.entryId)
  if (n >= most) throw new Refusal('conflict', 'helped-too-many', { n: most })
}
