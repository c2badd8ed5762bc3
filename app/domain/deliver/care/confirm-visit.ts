import { eq } from 'drizzle-orm'
import { careVisits } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { careConfirmations } from '#db/vocabulary.ts'
import { carryWithin, tellProvider } from '../../buy/framework/carry-order.ts'
import { order as machine } from '../../buy/framework/order-machine.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { use } from './account.ts'
import { refuseWrong, tryCode } from './attend-visit.ts'
import { visitCode } from './codes.ts'
import { findVisit, type VisitFacts } from './find-visit.ts'
import type { ConfirmForHer } from './forms.ts'

type Via = { via: (typeof careConfirmations)[number]; sheetNo?: string }

/** The kept hours are used, and the provider may ask for its money. */
async function confirmed(tx: Tx, ctx: Context, was: VisitFacts, { via, sheetNo }: Via) {
  const { visit, order } = was
  const change = { closedAt: ctx.clock.now(), closedBy: ctx.actor.personId! }
  await carryWithin(tx, ctx, order, { how: 'confirm', change, tells: tellProvider })
  await use(tx, ctx, order.id)
  await tx
    .update(careVisits)
    .set({ confirmedVia: via, sheetNo: sheetNo || null })
    .where(eq(careVisits.id, visit.id))
  await record(tx, ctx, 'visit.confirm', { subject: order.id }, { via })
  return { id: order.id }
}

/** 确认服务: the person or her family, on their own page. */
export const confirmVisit = (ctx: Context, { orderId }: { orderId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findVisit(tx, orderId)
    authorize(ctx.actor, 'visit.confirm', was)
    return confirmed(tx, ctx, was, { via: 'page' })
  })

/** The code that only the family was shown, told to the aide at the door: the family's word, not his. */
export const confirmByCode = async (ctx: Context, { orderId, code }: { orderId: string; code: string }) =>
  refuseWrong(
    await ctx.transact(async (tx) => {
      const was = await findVisit(tx, orderId)
      authorize(ctx.actor, 'visit.confirm_by_code', was)
      machine.next(was.order.state, 'confirm')
      const right = visitCode(ctx.vault, was.visit)
      if (!(await tryCode(tx, ctx, was, code, right))) return { id: orderId, wrong: true as const }
      return confirmed(tx, ctx, was, { via: 'code' })
    }),
  )

/** An aide without a telephone cannot say that he left: with the signed sheet the station says it too. */
async function finished(tx: Tx, ctx: Context, was: VisitFacts) {
  if (was.order.state !== 'accepted' || !was.visit.checkedInAt) return was
  const at = ctx.clock.now()
  const change = { doneAt: at, doneBy: ctx.actor.personId!, doneOn: was.order.wishedOn, reason: null }
  await carryWithin(tx, ctx, was.order, { how: 'finish', change, tells: tellProvider })
  return findVisit(tx, was.order.id)
}

/** 代录确认: the station or the committee types a signed sheet in, or has called her; never the aide, never his body. */
export const confirmForHer = (ctx: Context, { orderId, ...via }: ConfirmForHer & { orderId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findVisit(tx, orderId)
    authorize(ctx.actor, 'visit.confirm_for_her', was)
    return confirmed(tx, ctx, await finished(tx, ctx, was), via)
  })
