import type { Context } from '../../context.ts'
import { announcedIntentions } from '../plan/list-plans.ts'
import { liveTenderOf, otherWayOf } from '../plan/tender-of-plan.ts'
import { closedTenders, openTenders } from './list-tenders.ts'

type Row = Awaited<ReturnType<typeof openTenders>>[number]
const shown = ({ tender: t, plan, method, buyer }: Row) => ({
  id: t.id,
  refNo: t.refNo,
  title: t.title,
  state: t.state,
  ceiling: t.ceiling,
  deadline: t.deadline,
  questionsClose: t.questionsClose,
  endReason: t.endReason,
  from: plan.from,
  quantity: plan.quantity,
  method: { code: method.code, name: method.name, nameEn: method.nameEn },
  individuals: method.individuals,
  buyer: { name: buyer.name, nameEn: buyer.nameEn },
})
export type ShownTender = ReturnType<typeof shown>

/** 意向已经落地: its call is being written, or its agreement or its asking for quotes is public. */
const isTakenUp = async ({ db }: Context, planId: string) =>
  (await liveTenderOf(db, planId)) !== null || ((await otherWayOf(db, planId))?.state ?? 'draft') !== 'draft'

/** What can be proposed to now, what is announced, what is over. */
export async function tenderList(ctx: Context) {
  const now = ctx.clock.now()
  const announced = await announcedIntentions(ctx.db)
  const ahead = []
  for (const { plan, method, buyer } of announced)
    if (plan.state !== 'rejected' && !(await isTakenUp(ctx, plan.id)))
      ahead.push({
        id: plan.id,
        refNo: plan.refNo,
        title: plan.title,
        amount: plan.amount,
        quantity: plan.quantity,
        from: plan.from,
        on: plan.intentionOn!,
        method: { name: method.name, nameEn: method.nameEn },
        buyer: { name: buyer.name, nameEn: buyer.nameEn },
      })
  const [open, closed] = [await openTenders(ctx.db, now), await closedTenders(ctx.db, now)]
  return { now, open: open.map(shown), closed: closed.map(shown), ahead }
}
