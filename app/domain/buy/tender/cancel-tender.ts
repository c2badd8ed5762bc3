import { tenders } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { awardsOf, isLive } from '../award/find-award.ts'
import { roleFor } from '../plan/approval-chain.ts'
import { layDownPlan } from '../plan/lay-down-plan.ts'
import { forgetUnopenedFinals } from '../seal/lend-share.ts'
import { endGroundsFor } from './end-grounds-data.ts'
import { findTender, type TenderFacts } from './find-tender.ts'
import { tellFollowers } from './follow-tender.ts'
import { tender as machine } from './machine.ts'
import { tellBidders } from './tell-bidders.ts'

type Ending = { tenderId: string; reason: string; ground?: string }

function groundFor(was: TenderFacts, code?: string) {
  const among = endGroundsFor(was)
  const chosen = code ?? (was.publishedAt ? 'major-change' : 'withdrawn')
  const ground = among.find((one) => one.code === chosen)
  if (!ground) throw new Refusal('invalid', 'end-ground-not-now')
  return ground
}

async function tellAll(tx: Tx, ctx: Context, was: TenderFacts, reason: string) {
  await tellBidders(tx, ctx, was, 'tender-cancelled', { reason })
  await tellFollowers(tx, ctx, was, 'followed-cancelled')
  const handler = { role: roleFor('handler', was.buyer.kind), partyId: was.buyerId }
  const words = { tender: was.title, reason }
  await notify(tx, ctx, handler, 'tender-cancelled', `/desk/tenders/${was.id}`, words)
}

/** 终止采购: on a listed ground, public with its words; what was sealed stays sealed; where the task is gone, the money goes back. */
export const cancelTender = (ctx: Context, { tenderId, ground: code, reason }: Ending) =>
  ctx.transact(async (tx) => {
    const was = await findTender(tx, tenderId)
    authorize(ctx.actor, 'tender.cancel', was)
    if ((await awardsOf(tx, tenderId)).some(isLive)) throw new Refusal('conflict', 'award-stands')
    machine.next(was.state, 'cancel')
    const ground = groundFor(was, code)
    await move(tx, tenders, machine, was, 'cancel', {
      endReason: reason,
      endGround: ground.code,
      ...(was.openedAt ? {} : { keyWrapped: null }),
    })
    await forgetUnopenedFinals(tx, was)
    if (ground.releases) await layDownPlan(tx, ctx, was.planId)
    await tellAll(tx, ctx, was, reason)
    const detail = { reason, ground: ground.code }
    await record(tx, ctx, 'tender.cancel', { subject: tenderId, threadId: was.planId }, detail)
    return { id: tenderId }
  })
