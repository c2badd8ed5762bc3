import type { Context } from '../../context.ts'
import { may } from '../../policy/index.ts'
import { findRound } from './find-round.ts'
import { readResult } from './read-result.ts'
import { readDeskRound } from './read-round.ts'
import { turnoutTables } from './turnout.ts'

/** 工作底表: everything staff work with of a round; the turnout from the close on, the result from the count on for those who count, and for its street from the announcement. */
export async function readWorkbook(ctx: Context, roundId: string) {
  const { round, slate, roll, turnout } = await readDeskRound(ctx, roundId)
  const counted = round.phase === 'counted' || round.phase === 'announced'
  const closed = counted || round.phase === 'closed'
  const told =
    round.phase === 'announced' ||
    (counted && may(ctx.actor, 'round.read_count', await findRound(ctx.db, roundId)))
  return {
    round,
    slate,
    roll,
    turnout,
    tables: closed ? await turnoutTables(ctx.db, ctx, roundId) : null,
    result: told ? await readResult(ctx, roundId) : null,
  }
}
