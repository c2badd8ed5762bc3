import { eq } from 'drizzle-orm'
import { contractFilings, methods, plans } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { overseersOf } from '../../../buy/challenge/find-complaint.ts'
import { findPlan } from '../../../buy/plan/find-plan.ts'
import type { Context } from '../../../context.ts'
import { dateOf } from '../../../dates.ts'
import { record } from '../../../journal.ts'
import { notify } from '../../../notify.ts'
import { authorize } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import { type Contract, findContract } from '../find-contract.ts'
import type { Filing } from './forms.ts'

export const filingOf = async (db: Reader, contractId: string) =>
  (await db.select().from(contractFilings).where(eq(contractFilings.contractId, contractId)))[0] ?? null

/** 备案 is asked of what the law governs; routes below the threshold file nothing. */
export async function asksFiling(db: Reader, { planId }: Pick<Contract, 'planId'>): Promise<boolean> {
  const [route] = await db
    .select({ mark: methods.mark })
    .from(plans)
    .innerJoin(methods, eq(methods.id, plans.methodId))
    .where(eq(plans.id, planId))
  return route?.mark === 'statute'
}

/** 合同副本备案 (政府采购法 第四十七条): the buyer sends a copy to the finance side, and both are told. */
export const fileContract = (
  ctx: Context,
  { contractId, filedOn, receiptNo }: Filing & { contractId: string },
) =>
  ctx.transact(async (tx) => {
    const was = await findContract(tx, contractId)
    authorize(ctx.actor, 'contract.file', was)
    if (!was.buyerSignedAt) throw new Refusal('conflict', 'contract-not-signed')
    if (!(await asksFiling(tx, was))) throw new Refusal('conflict', 'filing-not-asked')
    if (await filingOf(tx, contractId)) throw new Refusal('conflict', 'contract-already-filed')
    const filedAt = ctx.clock.now()
    if (filedOn < dateOf(was.buyerSignedAt) || filedOn > dateOf(filedAt))
      throw new Refusal('invalid', 'filing-date')
    const by = { filedBy: ctx.actor.personId!, filedAt }
    await tx.insert(contractFilings).values({ contractId, filedOn, receiptNo: receiptNo ?? null, ...by })
    const { buyer } = await findPlan(tx, was.planId)
    for (const partyId of await overseersOf(tx, buyer))
      await notify(
        tx,
        ctx,
        { role: 'district_finance', partyId },
        'contract-filed',
        `/contracts/${contractId}`,
        {
          contract: was.refNo,
        },
      )
    await record(tx, ctx, 'contract.file', { subject: contractId, threadId: was.planId }, { filedOn })
    return { id: contractId }
  })
