import type { Mark } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import { checkChoices } from './choices.ts'
import { findPublicRound, slateOf } from './find-round.ts'
import { checkOpen } from './identify-voter.ts'
import { handOut, type Paper, takeBack } from './paper.ts'
import { marksIn, type TypedBallot } from './typed-marks.ts'

/** The paper a request carries, or a refusal that says to begin again. */
export function paperIn(ctx: Context, roundId: string, sealed: string | null): Paper {
  const paper = takeBack(ctx, roundId, sealed)
  if (!paper) throw new Refusal('forbidden', 'paper-gone')
  return paper
}

/** As `markPaper`, from what the form of this round's kind of ballot sent. */
export async function markTyped(ctx: Context, paper: Paper, typed: TypedBallot) {
  const { ballotKind } = await findPublicRound(ctx.db, paper.roundId)
  return markPaper(ctx, paper, marksIn(ballotKind, typed), typed.blank === 'yes')
}

/** Writes the choices on the voter's own paper, to be checked before it is cast; the server keeps none of them. */
export async function markPaper(ctx: Context, paper: Paper, choices: readonly Mark[], blank = false) {
  const round = await findPublicRound(ctx.db, paper.roundId)
  checkOpen(round, ctx.clock.now())
  const marked = checkChoices(round, await slateOf(ctx.db, round.id), choices, blank)
  return { id: round.id, paper: handOut(ctx, { ...paper, choices: marked, blank, castAt: null }) }
}
