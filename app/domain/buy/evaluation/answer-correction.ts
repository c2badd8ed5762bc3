import { eq } from 'drizzle-orm'
import { priceCorrections } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { Refusal } from '../../refusal.ts'
import { findCall } from '../proposal/find-call.ts'
import { refuseAsked } from './consultation/find-consultation.ts'
import { holdToCorrected } from './correct-price.ts'
import { ownProposal } from './own-proposal.ts'

async function ownCorrection(db: Reader, ctx: Context, tenderId: string) {
  const own = await ownProposal(db, ctx, 'priceCorrection.answer', tenderId)
  const [found] = await db.select().from(priceCorrections).where(eq(priceCorrections.proposalId, own.id))
  if (!found?.agreedAt) throw new Refusal('missing', 'correction-missing')
  return { own, found }
}

/** 修正后的报价经供应商确认后产生约束力，不确认的，其响应无效 (87号令 第五十九条). */
export const answerCorrection = (
  ctx: Context,
  { tenderId, says }: { tenderId: string; says: 'yes' | 'no' },
) =>
  ctx.transact(async (tx) => {
    const { own, found } = await ownCorrection(tx, ctx, tenderId)
    const at = ctx.clock.now()
    await refuseAsked(tx, tenderId)
    if (found.answeredAt) throw new Refusal('conflict', 'correction-answered')
    if (at >= found.dueAt!) throw new Refusal('conflict', 'correction-over')
    const said = { answer: says, answeredBy: ctx.actor.personId, answeredAt: at }
    await tx.update(priceCorrections).set(said).where(eq(priceCorrections.id, found.id))
    if (says === 'yes') await holdToCorrected(tx, found)
    const call = await findCall(tx, tenderId)
    for (const personId of call.panelIds)
      await notify(tx, ctx, { personId }, 'correction-answered', `/panel/${tenderId}/qualification`, {
        tender: call.title,
      })
    await record(tx, ctx, 'priceCorrection.answer', { subject: own.id }, { says })
    return { id: tenderId }
  })

/** What the panel reads in the bidder's papers, what the price becomes, and by when it answers. */
export async function readOwnCorrection(ctx: Context, tenderId: string) {
  const { found } = await ownCorrection(ctx.db, ctx, tenderId)
  const { id, title, refNo } = await findCall(ctx.db, tenderId)
  const { was, corrected, steps, words, dueAt, answer, answeredAt } = found
  return {
    call: { id, title, refNo },
    found: { was, corrected, steps, words, dueAt: dueAt!, answer, answeredAt },
    open: answeredAt === null && ctx.clock.now() < dueAt!,
  }
}
