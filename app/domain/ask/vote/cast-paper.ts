import type { Context } from '../../context.ts'
import { castVote } from './cast-vote.ts'
import { paperIn } from './mark-paper.ts'
import { handOut } from './paper.ts'

/** Casts what stands on the voter's paper, and wipes the choices off it; the time is told to nobody but him. */
export async function castPaper(ctx: Context, roundId: string, sealed: string | null) {
  const paper = paperIn(ctx, roundId, sealed)
  await castVote(ctx, paper)
  return {
    id: roundId,
    paper: handOut(ctx, { ...paper, choices: [], blank: false, castAt: ctx.clock.now().getTime() }),
  }
}
