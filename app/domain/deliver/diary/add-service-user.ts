import { eq } from 'drizzle-orm'
import { persons, serviceUsers } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findContract } from '../contract/find-contract.ts'
import type { AddServiceUser } from './forms.ts'

/** 登记服务对象: a label, and where they agree the telephone's keyed hash, so that they may speak for themselves. */
export const addServiceUser = (ctx: Context, { contractId, label, phone }: AddServiceUser) => {
  const phoneHash = phone ? ctx.vault.keyed('phone', phone) : null
  return ctx.transact(async (tx) => {
    const contract = await findContract(tx, contractId)
    authorize(ctx.actor, 'service_user.add', contract)
    if (!['signed', 'published'].includes(contract.state))
      throw new Refusal('conflict', 'contract-not-running')
    const known = phoneHash
      ? await tx.select({ id: persons.id }).from(persons).where(eq(persons.phoneHash, phoneHash))
      : []
    const all = await tx.select().from(serviceUsers).where(eq(serviceUsers.contractId, contractId))
    if (phoneHash && all.some((u) => u.phoneHash === phoneHash))
      throw new Refusal('conflict', 'service-user-twice')
    const [made] = await tx
      .insert(serviceUsers)
      .values({
        contractId,
        label,
        phoneHash,
        personId: known[0]?.id ?? null,
        addedBy: ctx.actor.personId!,
        createdAt: ctx.clock.now(),
      })
      .returning({ id: serviceUsers.id })
    await record(tx, ctx, 'service_user.add', { subject: made!.id })
    return { id: made!.id, contractId }
  })
}
