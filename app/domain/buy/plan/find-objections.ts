import { asc, eq } from 'drizzle-orm'
import { directObjections, parties, plans } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { Refusal } from '../../refusal.ts'
import { directGround } from './direct-grounds-data.ts'

export type Objection = typeof directObjections.$inferSelect
type OfNotice = {
  id: string
  directGround: string | null
  directNoticeOn: string | null
  directNoticeUntil: string | null
  method: { direct: boolean }
}

export const objectionsOf = (db: Reader, planId: string) =>
  db
    .select()
    .from(directObjections)
    .where(eq(directObjections.planId, planId))
    .orderBy(asc(directObjections.raisedAt))

/** Whether a notice must stand before the requirement is written. */
export const asksNotice = (plan: Pick<OfNotice, 'directGround' | 'method'>) =>
  plan.method.direct && directGround(plan.directGround)?.notice === true
/** 采购意向公开 is asked of every route that has it, but not in an emergency. */
export const asksIntention = (plan: Pick<OfNotice, 'directGround'>, method: { intentionDays: number }) =>
  method.intentionDays > 0 && directGround(plan.directGround)?.intention !== false

/** 公示期满、异议已答复: refuses a single-source purchase before that, or where an objection was right. */
export async function mustBeCleared(db: Reader, ctx: Pick<Context, 'clock'>, plan: OfNotice) {
  if (!asksNotice(plan)) return
  if (!plan.directNoticeUntil) throw new Refusal('conflict', 'direct-notice-missing')
  const all = await objectionsOf(db, plan.id)
  if (all.some(({ upheld }) => upheld)) throw new Refusal('conflict', 'direct-objection-upheld')
  if (dateOf(ctx.clock.now()) <= plan.directNoticeUntil)
    throw new Refusal('conflict', 'direct-notice-running', { until: plan.directNoticeUntil })
  if (all.some(({ upheld }) => upheld === null)) throw new Refusal('conflict', 'direct-objection-open')
}

export async function supplierName(db: Reader, planId: string): Promise<string> {
  const [found] = await db
    .select({ name: parties.name })
    .from(plans)
    .innerJoin(parties, eq(parties.id, plans.soleSupplierId))
    .where(eq(plans.id, planId))
  return found?.name ?? ''
}
