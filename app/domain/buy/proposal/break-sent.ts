import { eq } from 'drizzle-orm'
import { proposals } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { move } from '../../move.ts'
import type { Proposal } from './find-proposal.ts'
import { proposal as machine } from './machine.ts'

/** 撤回同意: what was sent names somebody who no longer agrees; it is not opened unless it is sent anew. */
export async function breakSent(tx: Tx, ctx: Context, was: Proposal) {
  const brokenAt = ctx.clock.now()
  if (was.state === 'submitted') await move(tx, proposals, machine, was, 'unsettle', { brokenAt })
  else if (was.state === 'needs_confirmation')
    await tx.update(proposals).set({ brokenAt }).where(eq(proposals.id, was.id))
}
