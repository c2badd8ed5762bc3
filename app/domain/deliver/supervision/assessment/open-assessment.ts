import { and, eq } from 'drizzle-orm'
import { newId } from '#db/dialect.ts'
import { assessments } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { dateOf } from '../../../dates.ts'
import { record } from '../../../journal.ts'
import { parameter } from '../../../parameters.ts'
import { authorize } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import { type ContractFacts, findContract } from '../../contract/find-contract.ts'
import { milestonesOf } from '../../milestone/find-milestone.ts'
import { assessorPool, drawInto, poolHash } from './draw-assessors.ts'
import { sheetOf } from './find-assessment.ts'
import type { OpenAssessment } from './forms.ts'

async function mayOpen(tx: Tx, c: ContractFacts, kind: 'midterm' | 'final', today: string) {
  const of = and(eq(assessments.contractId, c.id), eq(assessments.kind, kind))
  const [made] = await tx.select({ id: assessments.id }).from(assessments).where(of)
  if (made) throw new Refusal('conflict', 'assessment-already')
  if (c.state !== 'published' && c.state !== 'completed')
    throw new Refusal('conflict', 'contract-not-running')
  const parts = (await milestonesOf(tx, c.id)).filter((m) => m.gate !== 'publication')
  const claimed = kind === 'midterm' ? parts.some((m) => m.claimedAt) : parts.every((m) => m.claimedAt)
  if (!claimed && today <= c.to) throw new Refusal('conflict', 'assessment-early')
}

/** 组织中期、末期评估: assessors are drawn from outside by a seed; the sheet is the one in force. */
export const openAssessment = (ctx: Context, { contractId, kind }: OpenAssessment) =>
  ctx.transact(async (tx) => {
    const contract = await findContract(tx, contractId)
    authorize(ctx.actor, 'assessment.open', contract)
    const now = ctx.clock.now()
    const today = dateOf(now)
    await mayOpen(tx, contract, kind, today)
    const places = (await parameter(tx, 'ASSESSORS', today)).value
    const pool = await assessorPool(tx, contract, today)
    if (pool.length < places) throw new Refusal('conflict', 'assessors-too-few', { n: places })
    const seed = newId() + newId()
    const sheet = await sheetOf(tx, kind)
    const lot = { seed, listHash: poolHash(pool), size: places }
    const by = { openedBy: ctx.actor.personId!, openedAt: now }
    const [made] = await tx
      .insert(assessments)
      .values({ contractId, kind, formId: sheet.id, state: 'opened', ...lot, ...by })
      .returning({ id: assessments.id })
    await drawInto(tx, ctx, { id: made!.id, seed, contract }, { before: [], places })
    await record(
      tx,
      ctx,
      'assessment.open',
      { subject: made!.id, threadId: contract.planId },
      { kind, ...lot },
    )
    return { id: made!.id, contractId }
  })
