import { and, asc, eq, inArray } from 'drizzle-orm'
import { awards, proposals } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, endOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { deadlineOf } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { awaitsReevaluation, refuseHeld } from '../challenge/holds.ts'
import { barsOf } from '../evaluation/opened.ts'
import { versionsOf } from '../evaluation/report-annexes.ts'
import { roleFor } from '../plan/approval-chain.ts'
import { type Call, findCall } from '../proposal/find-call.ts'
import { type AloneAnswers, checkAlone } from './alone.ts'
import { awardsOf, findAward, isLive } from './find-award.ts'
import { award as machine } from './machine.ts'

/** Which evaluation an award would rest on now: one more than reports that were opened again. */
const runOf = async (db: Reader, tenderId: string) => (await versionsOf(db, tenderId)).length + 1

/** The ranking without those already chosen once: the next in rank is the first of these. */
export async function candidates(db: Reader, tenderId: string) {
  const run = await runOf(db, tenderId)
  const chosen = (await awardsOf(db, tenderId)).filter((a) => a.run === run).map((a) => a.proposalId)
  const ranked = await db
    .select()
    .from(proposals)
    .where(and(eq(proposals.tenderId, tenderId), inArray(proposals.state, ['scored', 'not_awarded'])))
    .orderBy(asc(proposals.rank))
  return ranked.filter((p) => p.rank !== null && !chosen.includes(p.id))
}

type Choice = {
  tenderId: string
  proposalId?: string | undefined
  reason?: string | undefined
  alone?: AloneAnswers | undefined
}
async function chosenOf(db: Reader, { tenderId, proposalId, reason }: Choice) {
  const list = await candidates(db, tenderId)
  const [first] = list
  const chosen = proposalId ? list.find((p) => p.id === proposalId) : first
  if (!first || !chosen) throw new Refusal('conflict', 'nobody-left-in-rank')
  if (chosen.id !== first.id && !reason) throw new Refusal('invalid', 'out-of-rank-needs-reason')
  return chosen
}

async function refuseProposing(tx: Tx, { id, state }: Pick<Call, 'id' | 'state'>) {
  if (!['evaluated', 'awarded'].includes(state)) throw new Refusal('conflict', 'evaluation-not-over')
  if (await awaitsReevaluation(tx, id)) throw new Refusal('conflict', 'reevaluation-awaited')
  if ((await awardsOf(tx, id)).some(isLive)) throw new Refusal('conflict', 'award-already-proposed')
}

async function refuseBarred(tx: Tx, ctx: Context, chosen: Awaited<ReturnType<typeof chosenOf>>) {
  const [barred] = await barsOf(tx, chosen, dateOf(ctx.clock.now()))
  if (barred) throw new Refusal('conflict', 'award-to-barred')
}

/** 按顺序确定: the first in rank is put forward; any other only with a lawful reason on record. */
export const proposeAward = (ctx: Context, input: Choice) =>
  ctx.transact(async (tx) => {
    const call = await findCall(tx, input.tenderId)
    authorize(ctx.actor, 'award.propose', call)
    await refuseProposing(tx, call)
    const chosen = await chosenOf(tx, input)
    await refuseBarred(tx, ctx, chosen)
    const about = { supplierId: chosen.supplierId, buyerId: call.buyerId }
    const [made] = await tx
      .insert(awards)
      .values({
        tenderId: call.id,
        proposalId: chosen.id,
        run: await runOf(tx, call.id),
        rank: chosen.rank!,
        price: chosen.price!,
        state: 'proposed',
        proposedBy: ctx.actor.personId!,
        reason: input.reason ?? null,
        alone: await checkAlone(tx, ctx, about, input.alone),
        createdAt: ctx.clock.now(),
      })
      .returning({ id: awards.id })
    const approver = { role: roleFor('approver', call.buyer.kind), partyId: call.buyerId }
    await notify(tx, ctx, approver, 'award-to-confirm', `/desk/tenders/${call.id}/award`, {
      tender: call.title,
    })
    await record(tx, ctx, 'award.propose', { subject: made!.id }, { rank: chosen.rank })
    return { id: made!.id, tenderId: call.id }
  })

/** The day from which the confirmation is counted: the report's, or that on which the award before this one ended. */
export async function confirmFrom(db: Reader, tenderId: string, reportAt: Date) {
  const ended = (await awardsOf(db, tenderId)).map((a) => a.endedAt?.getTime() ?? 0)
  return dateOf(new Date(Math.max(reportAt.getTime(), ...ended)))
}

/** By when the winner is confirmed. */
export async function confirmBy(db: Reader, ctx: Context, tenderId: string, reportAt: Date | null) {
  if (!reportAt) return null
  const from = await confirmFrom(db, tenderId, reportAt)
  return endOf(await deadlineOf(db, ctx.calendar, 'CONFIRM_WINNER', from))
}

type Confirmation = { awardId: string; lateReason?: string | undefined }
/** 确定成交供应商: within its days or with the reason why not, by another person than put it forward, who sat on no panel of it. */
export const confirmAward = (ctx: Context, { awardId, lateReason }: Confirmation) =>
  ctx.transact(async (tx) => {
    const was = await findAward(tx, awardId)
    authorize(ctx.actor, 'award.confirm', was)
    const now = ctx.clock.now()
    await refuseHeld(tx, was.tenderId, now)
    const by = await confirmBy(tx, ctx, was.tenderId, was.call.reportAt)
    const late = by !== null && now >= by
    if (late && !lateReason) throw new Refusal('invalid', 'confirm-late-needs-reason')
    await move(tx, awards, machine, was, 'confirm', {
      confirmedBy: ctx.actor.personId,
      confirmedAt: now,
      lateReason: late ? lateReason! : null,
    })
    const handler = { role: roleFor('handler', was.call.buyer.kind), partyId: was.buyerId }
    const link = `/desk/tenders/${was.tenderId}/award`
    await notify(tx, ctx, handler, 'award-to-publish', link, { tender: was.call.title })
    await record(tx, ctx, 'award.confirm', { subject: awardId }, { rank: was.rank })
    return { id: awardId, tenderId: was.tenderId }
  })
