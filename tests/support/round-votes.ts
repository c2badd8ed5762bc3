import type { Mark } from '#db/vocabulary.ts'
import { castVote } from '#domain/ask/vote/cast-vote.ts'
import { identifyVoter } from '#domain/ask/vote/identify-voter.ts'
import { takeBack } from '#domain/ask/vote/paper.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { ReadyRound } from './vote.ts'
import type { Town } from './world.ts'

/** The key of what refused some work, or that nothing did. */
export const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'not refused',
    (e: Refusal) => e.reason ?? String(e),
  )

/** One voter's ballot by the numbers of the slate: an item, or an item with its points. */
export async function vote(
  town: Town,
  round: ReadyRound,
  voter: number,
  marks: ReadonlyArray<number | [item: number, points: number]>,
  blank = false,
) {
  const ctx = town.as(null)
  const { paper } = await identifyVoter(ctx, { roundId: round.id, code: round.slips[voter]!.code })
  const { entryId } = takeBack(ctx, round.id, paper)!
  const needOf = (n: number) => round.needIds[n] ?? 'nowhere'
  const choices = marks.map((m): Mark => (Array.isArray(m) ? [needOf(m[0]), m[1]] : needOf(m)))
  await castVote(ctx, { roundId: round.id, entryId, choices, blank })
  return entryId
}
