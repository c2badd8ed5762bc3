import { eq, inArray } from 'drizzle-orm'
import { tenderKeepers, tenderKeys } from '#db/schema/index.ts'
import type { TwoKeys } from '../../ask/vote/trustees/forms.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findCall } from '../proposal/find-call.ts'
import { openText, pairOf } from './envelopes.ts'
import { keysOf, probe, type TenderKey } from './find-keepers.ts'
import { joinShares } from './join-shares.ts'

async function tryOne(ctx: Context, { tenderId, envelope, probe: sealed }: TenderKey, keys: TwoKeys) {
  const { key, pair } = await joinShares(ctx, tenderId, envelope, keys)
  const read = await openText(pairOf(key), probe.bound(tenderId, envelope), sealed)
  key.fill(0)
  if (read !== probe.words) throw new Refusal('conflict', 'call-shares-do-not-fit')
  return pair
}

/** 演练: two of the three open test words sealed like a proposal; required before the call is published, repeatable until the opening. */
export async function tryKeys(ctx: Context, { tenderId, ...keys }: TwoKeys & { tenderId: string }) {
  const call = await findCall(ctx.db, tenderId)
  authorize(ctx.actor, 'tender.seal', call)
  if (!['draft', 'in_review', 'published'].includes(call.state))
    throw new Refusal('conflict', 'not-before-the-opening')
  const made = await keysOf(ctx.db, tenderId)
  if (made.length === 0) throw new Refusal('conflict', 'call-key-not-made')
  const ids: string[] = []
  for (const one of made) ids.push(...(await tryOne(ctx, one, keys)).map((k) => k.id))
  return ctx.transact(async (tx) => {
    authorize(ctx.actor, 'tender.seal', await findCall(tx, tenderId))
    const triedAt = ctx.clock.now()
    await tx.update(tenderKeys).set({ triedAt }).where(eq(tenderKeys.tenderId, tenderId))
    await tx.update(tenderKeepers).set({ triedAt, provedAt: triedAt }).where(inArray(tenderKeepers.id, ids))
    await record(tx, ctx, 'tender.try_key', { subject: tenderId, threadId: call.planId })
    return { id: tenderId }
  })
}
