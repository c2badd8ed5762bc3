import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import { findCounted, recount } from './find-result.ts'
import { publicFileNames } from './public-files.ts'

/** What the recount in a reader's browser is held against: the files of a round, and what its page says won. */
export async function readRecount(ctx: Context, roundId: string) {
  const round = await findCounted(ctx, roundId)
  if (round.level !== 'L1') throw new Refusal('missing', 'recount-of-advisory')
  const { slate, tally } = await recount(ctx.db, round)
  return {
    round: { id: round.id, refNo: round.refNo, name: round.name },
    files: publicFileNames(round.level),
    items: slate.map(({ refNo, title, titleEn, cost }) => ({
      id: refNo,
      title,
      titleEn,
      cost,
      won: tally.selected.includes(refNo),
    })),
  }
}
