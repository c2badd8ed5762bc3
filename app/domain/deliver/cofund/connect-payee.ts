import { payeeAccounts, providerCalls } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { providerOf } from './ask-provider.ts'

/** 开通收款账户: a body asks to be paid through the provider; the provider says when it may be. */
export const connectPayee = (ctx: Context, { partyId }: { partyId: string }) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'payee.connect', { partyId })
    const provider = providerOf(ctx)
    const at = ctx.clock.now()
    const made = await tx
      .insert(payeeAccounts)
      .values({ provider, partyId, askedBy: ctx.actor.personId!, at })
      .onConflictDoNothing()
      .returning({ id: payeeAccounts.id })
    if (made.length === 0) throw new Refusal('conflict', 'payee-already-connected')
    const call = { provider, partyId, callKey: `payee:${partyId}`, createdAt: at }
    await tx.insert(providerCalls).values({ ...call, kind: 'connect', state: 'waiting' })
    await record(tx, ctx, 'payee.connect', { subject: partyId })
    return { id: partyId }
  })
