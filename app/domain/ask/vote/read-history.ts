import type { Context } from '../../context.ts'
import { findPublicRound } from './find-round.ts'
import { kinOf, versionsOf } from './versions.ts'

/** The older versions of a round, and the void round it repeats or the one that repeats it. */
export async function readHistory(ctx: Context, roundId: string) {
  const round = await findPublicRound(ctx.db, roundId)
  return { versions: await versionsOf(ctx.db, roundId), ...(await kinOf(ctx.db, round)) }
}
