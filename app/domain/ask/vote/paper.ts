import type { Mark } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'

/** What a voter's browser holds for half an hour: whose ballot it is, what he has marked, when it was taken in. */
export type Paper = {
  roundId: string
  entryId: string
  choices: Mark[]
  /** 空白票: the voter said so. */
  blank?: boolean
  castAt: number | null
  /** At a machine: the turn it belongs to. */
  turn?: string
}
const halfAnHour = 30 * 60_000

/** Seals the paper so that the browser can keep it and nobody can read or forge it; the server keeps nothing. */
export const handOut = (ctx: Context, paper: Paper): string =>
  ctx.vault.seal('ballot-paper', JSON.stringify([paper, ctx.wall.now().getTime() + halfAnHour]))

const opened = (ctx: Context, sealed: string): string | null => {
  if (!/^[\w-]{40,4000}$/.test(sealed)) return null
  return ctx.vault.readable('ballot-paper', sealed)
}

/** The paper of this round, or null: none, forged, of another round, or older than half an hour. */
export function takeBack(ctx: Context, roundId: string, sealed: string | null): Paper | null {
  const words = sealed === null ? null : opened(ctx, sealed)
  if (words === null) return null
  const [paper, until] = JSON.parse(words) as [Paper, number]
  return paper.roundId === roundId && ctx.wall.now().getTime() < until ? paper : null
}
