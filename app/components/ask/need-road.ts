import type { needStates } from '#db/vocabulary.ts'
import type { TagKind } from '../tag.tsx'

type State = (typeof needStates)[number]
type Point = { at: 'ask' | 'buy' | 'rate'; here: number; tag: TagKind }

/** Where on the road a need stands, and how its state is marked. */
export const needPoint: Record<State, Point> = {
  draft: { at: 'ask', here: 10, tag: 'plain' },
  published: { at: 'ask', here: 30, tag: 'wait' },
  returned: { at: 'ask', here: 20, tag: 'wait' },
  redirected: { at: 'ask', here: 40, tag: 'plain' },
  refused: { at: 'ask', here: 40, tag: 'plain' },
  accepted: { at: 'ask', here: 60, tag: 'live' },
  shortlisted: { at: 'ask', here: 70, tag: 'live' },
  selected: { at: 'ask', here: 90, tag: 'done' },
  not_selected: { at: 'ask', here: 80, tag: 'plain' },
  in_purchase: { at: 'buy', here: 40, tag: 'live' },
  delivered: { at: 'rate', here: 20, tag: 'done' },
  merged: { at: 'ask', here: 40, tag: 'plain' },
  withdrawn: { at: 'ask', here: 40, tag: 'plain' },
}
