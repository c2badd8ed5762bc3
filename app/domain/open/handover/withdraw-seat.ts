import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import { type Ending, endSeat } from '../../who/seat/end-seat.ts'
import { isHandedOver, isPost, type Post, standingHandover } from './find-handover.ts'
import { mattersOfPost } from './matters-of-post.ts'

/** 免职: never silently while the post has something open: first it is handed over, by its holder or by who appoints. */
export const withdrawSeat = (ctx: Context, said: Ending) =>
  ctx.transact((tx) => endSeat(tx, ctx, said, (seat) => mustBeHandedOver(tx, ctx, seat)))

async function mustBeHandedOver(tx: Tx, ctx: Context, seat: Post) {
  if (!isPost(seat) || isHandedOver(await standingHandover(tx, seat.id))) return
  const { length: n } = await mattersOfPost(tx, ctx, seat)
  if (n > 0) throw new Refusal('conflict', 'seat-has-open-matters', { n })
}
