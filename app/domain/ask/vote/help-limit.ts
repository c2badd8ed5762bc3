import { and, eq, ne } from 'drizzle-orm'
import { participations } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { parameter } from '../../parameters.ts'
import { may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import type { Channel } from './take-part.ts'

/** 代录: the channels by which one person enters a ballot that another chose; each has its cap. */
export const helpedChannels = ['desk', 'assisted'] as const
type Helped = (typeof helpedChannels)[number]
const capOf = { desk: 'DESK_CAP', assisted: 'ASSISTED_CAP' } as const
const tooMany = { desk: 'entered-too-many-here', assisted: 'helped-too-many' } as const

type At = { roundId: string; channel: Helped; besides?: string }
/** 代录: how many the actor has entered this way in this round, and how many one helper may; of this entry itself none counts. */
export async function enteredBy(db: Reader, ctx: Context, { roundId, channel, besides = '' }: At) {
  const { value } = await parameter(db, capOf[channel], dateOf(ctx.clock.now()))
  const own = and(
    eq(participations.roundId, roundId),
    eq(participations.helperId, ctx.actor.personId ?? ''),
    eq(participations.channel, channel),
    ne(participations.rollEntryId, besides),
  )
  return { n: await db.$count(participations, own), most: value }
}

/** Whether what he enters may be entered at the station's desk. */
export const servesDesk = ({ actor }: Context) => may(actor, 'ballot.serve', {})

/** One helper enters so many ballots at homes, and so many at the desk, and no more: calling one the other passes no cap. */
export async function checkHelp(
  db: Reader,
  ctx: Context,
  at: { roundId: string; entryId: string; channel: Channel },
) {
  const channel = helpedChannels.find((one) => one === at.channel)
  if (!channel) return
  if (channel === 'desk' && !servesDesk(ctx)) throw new Refusal('forbidden', 'desk-is-at-the-station')
  const { n, most } = await enteredBy(db, ctx, { roundId: at.roundId, channel, besides: at.entryId })
  if (n >= most) throw new Refusal('conflict', tooMany[channel], { n: most })
}
