import { panelSeats } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { panelKinds } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { notify } from '../../notify.ts'
import type { Call } from '../proposal/find-call.ts'
import { drawnFor } from './ties.ts'

export type Drawn = { personId: string; kind: (typeof panelKinds)[number]; replaces?: string }
type Row = typeof panelSeats.$inferSelect

/** Seats people on the panel after those already there, and tells each. */
export async function takeSeats(
  tx: Tx,
  ctx: Context,
  call: Call,
  drawSeed: string,
  members: readonly Drawn[],
) {
  const before = (await drawnFor(tx, call.id)).length
  for (const [at, member] of members.entries()) {
    const ordinal = before + at + 1
    await tx.insert(panelSeats).values({ ...member, tenderId: call.id, ordinal, state: 'drawn', drawSeed })
    const params = { tender: call.title }
    await notify(tx, ctx, { personId: member.personId }, 'panel-drawn', `/panel/${call.id}`, params)
  }
}

/** Places of those who stood down that nobody fills yet. */
export const emptyPlaces = <S extends Pick<Row, 'id' | 'state' | 'replaces'>>(rows: readonly S[]): S[] =>
  rows.filter((r) => r.state === 'recused' && !rows.some((other) => other.replaces === r.id))
