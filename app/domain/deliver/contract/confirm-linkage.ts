import { and, eq, isNull } from 'drizzle-orm'
import { linkages } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findContract } from './find-contract.ts'
import type { ConfirmLinkage } from './forms.ts'
import { linkageOf } from './set-linkages.ts'

/** The card is confirmed before a contract is signed, and again once the social worker on it was changed. */
export const asksForCard = ({ state }: { state: string }) => state === 'draft' || state === 'published'

/** 三方确认: a sector says yes to its goal, duty and contribution, in its own words. */
export const confirmLinkage = (ctx: Context, { contractId, sector, duty, contribution }: ConfirmLinkage) =>
  ctx.transact(async (tx) => {
    const contract = await findContract(tx, contractId)
    const side = await linkageOf(tx, contractId, sector)
    authorize(ctx.actor, 'linkage.confirm', side)
    if (!asksForCard(contract)) throw new Refusal('conflict', 'contract-no-longer-draft')
    const done = await tx
      .update(linkages)
      .set({ duty, contribution, confirmedBy: ctx.actor.personId, confirmedAt: ctx.clock.now() })
      .where(and(eq(linkages.id, side.id), isNull(linkages.confirmedAt)))
      .returning({ id: linkages.id })
    if (done.length === 0) throw new Refusal('conflict', 'linkage-already-confirmed')
    await record(tx, ctx, 'linkage.confirm', { subject: contractId, threadId: contract.planId }, { sector })
    const open = contract.linkages.filter((l) => l.confirmedAt === null && l.id !== side.id)
    if (open.length === 0 && contract.state === 'draft')
      await notify(
        tx,
        ctx,
        { role: 'org_signer', partyId: contract.supplierId },
        'contract-to-sign',
        `/work/${contractId}/sign`,
      )
    return { id: contractId }
  })
