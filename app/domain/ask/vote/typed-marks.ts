import type { Mark } from '#db/vocabulary.ts'
import { Refusal } from '../../refusal.ts'
import type { Round } from './phase.ts'

/** What a ballot's form sends: ticks, points by item, or ranks by item; and whether it is meant to be blank. */
export type TypedBallot = {
  choices?: string[] | undefined
  points?: Record<string, number> | undefined
  ranks?: Record<string, number> | undefined
  blank?: 'yes' | undefined
}

const given = (typed: Record<string, number> | undefined) =>
  Object.entries(typed ?? {}).filter(([, n]) => n > 0)

function ranked(typed: TypedBallot['ranks']): string[] {
  const inOrder = given(typed).sort(([, a], [, b]) => a - b)
  const twice = inOrder.find(([, n], i) => inOrder[i + 1]?.[1] === n)
  if (twice) throw new Refusal('invalid', 'same-rank', { n: twice[1] })
  return inOrder.map(([needId]) => needId)
}

/** The marks of a ballot as its kind has them; a rank left out between two others is passed over. */
export function marksIn(kind: Round['ballotKind'], typed: TypedBallot): Mark[] {
  if (kind === 'points') return given(typed.points).map(([needId, n]): Mark => [needId, n])
  if (kind === 'ranking') return ranked(typed.ranks)
  return typed.choices ?? []
}
