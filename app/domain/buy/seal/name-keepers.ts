import { eq } from 'drizzle-orm'
import { tenderKeepers, tenderKeys } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findCall } from '../proposal/find-call.ts'
import { checkBeforeCall } from './choose-mode.ts'
import { type Candidate, candidatesFor, type KeeperKind } from './find-keepers.ts'
import type { NamedKeepers } from './forms.ts'

function chosen(candidates: readonly Candidate[], named: NamedKeepers): Candidate[] {
  const kinds: KeeperKind[] = ['buyer', 'oversight', 'outside']
  const found = kinds.map((kind) => {
    const one = candidates.find((c) => c.kind === kind && c.personId === named[kind])
    if (!one) throw new Refusal('invalid', 'keeper-not-eligible')
    return one
  })
  if (new Set(found.map((c) => c.personId)).size < 3) throw new Refusal('invalid', 'trustee-twice')
  return found
}

/** 指定密钥保管人: naming them again makes another key. Only before the call is published: later a "no" would tell that somebody has sent something. */
export const nameKeepers = (ctx: Context, { tenderId, ...named }: NamedKeepers & { tenderId: string }) =>
  ctx.transact(async (tx) => {
    const call = await findCall(tx, tenderId)
    authorize(ctx.actor, 'tender.seal', call)
    checkBeforeCall(call)
    if (call.sealMode !== 'split') throw new Refusal('conflict', 'seal-without-keepers')
    const three = chosen(await candidatesFor(tx, call, dateOf(ctx.clock.now())), named)
    await tx.delete(tenderKeepers).where(eq(tenderKeepers.tenderId, tenderId))
    await tx.delete(tenderKeys).where(eq(tenderKeys.tenderId, tenderId))
    const namedAt = ctx.clock.now()
    const rows = three.map(({ role: _, ...one }, at) => ({ ...one, tenderId, ordinal: at + 1, namedAt }))
    await tx.insert(tenderKeepers).values(rows)
    await record(tx, ctx, 'tender.name_keepers', { subject: tenderId, threadId: call.planId })
    for (const { personId } of three)
      await notify(tx, ctx, { personId }, 'keeper-named', `/desk/tenders/${tenderId}/share`, {
        name: call.title,
      })
    return { id: tenderId }
  })
