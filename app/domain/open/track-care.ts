import { eq } from 'drizzle-orm'
import { careComplaints, cares, settlements } from '#db/schema/index.ts'
import type { Context } from '../context.ts'
import { findComplaint } from '../deliver/care/complain.ts'
import { findCare } from '../deliver/care/find-care.ts'
import { findSettlement } from '../deliver/settlement/find-settlement.ts'
import { publicSettlements } from '../deliver/settlement/public-settlements.ts'
import { may } from '../policy/index.ts'
import { Refusal } from '../refusal.ts'

/** Care is nobody's business: a number that is not there and one of others are answered alike. */
const onlyConcerned = (ctx: Context, after: string) =>
  new Refusal('forbidden', ctx.actor.personId ? 'number-of-others' : 'number-sealed', { after })

async function care(ctx: Context, refNo: string) {
  const [found] = await ctx.db.select({ id: cares.id }).from(cares).where(eq(cares.refNo, refNo))
  if (found && may(ctx.actor, 'care.read', await findCare(ctx.db, found.id))) return `/care/${found.id}`
  throw onlyConcerned(ctx, '/care')
}
async function complaint(ctx: Context, refNo: string) {
  const of = eq(careComplaints.refNo, refNo)
  const [found] = await ctx.db.select({ id: careComplaints.id }).from(careComplaints).where(of)
  if (found && may(ctx.actor, 'careComplaint.read', await findComplaint(ctx.db, found.id)))
    return `/care/complaints/${found.id}`
  throw onlyConcerned(ctx, '/care')
}
/** The claim for those who work on it; for anybody else the agreement's public list, where it stands there. */
async function settlement(ctx: Context, refNo: string) {
  const of = eq(settlements.refNo, refNo)
  const [found] = await ctx.db.select().from(settlements).where(of)
  if (found && may(ctx.actor, 'settlement.read', await findSettlement(ctx.db, found.id)))
    return `/desk/settlements/${found.id}`
  const { frameworkId } = found ?? {}
  const listed = frameworkId ? await publicSettlements(ctx.db, frameworkId) : []
  if (listed.some((claim) => claim.refNo === refNo)) return `/frameworks/${frameworkId}#settled`
  throw onlyConcerned(ctx, '/desk/settlements')
}

/** Numbers of home care: each leads whom it concerns. */
export const careFinders = { JJ: care, TX: complaint, JS: settlement }
