import type { Reader } from '#db/store.ts'
import { finalsPending } from './consultation/finals-pending.ts'
import { type Panel, type PanelVote, votesOf } from './find-panel.ts'
import { beforePanel, lowPrices, type Opened } from './opened.ts'

/** Majority of the panel, once every member has spoken on every one; null before. */
export function verdicts(
  panel: Panel,
  votes: readonly PanelVote[],
  about: PanelVote['about'],
  asked: readonly Opened[],
) {
  const of = (p: Opened) =>
    votes.filter(
      (v) => v.about === about && v.proposalId === p.id && panel.seats.some((s) => s.id === v.panelSeatId),
    )
  if (asked.some((p) => of(p).length < panel.seats.length)) return null
  return asked.map((p) => {
    const noes = of(p).filter((v) => !v.passes)
    return { p, passes: noes.length * 2 < panel.seats.length, noes }
  })
}

/** Every member has spoken on every proposal. */
export const isQualified = (panel: Panel, votes: readonly PanelVote[], all: readonly Opened[]) =>
  all.length > 0 && verdicts(panel, votes, 'qualification', beforePanel(all)) !== null

/** Nothing of price or standing is left to decide, and no final offer is awaited: scoring may begin. */
export async function mayScore(db: Reader, panel: Panel, all: readonly Opened[]) {
  if (finalsPending(panel.call)) return false
  const votes = await votesOf(db, panel.call.id)
  if (!isQualified(panel, votes, all)) return false
  const asked = (await lowPrices(db, panel.call, all)).map(({ p }) => p)
  return asked.length === 0 || verdicts(panel, votes, 'low_price', asked) !== null
}
