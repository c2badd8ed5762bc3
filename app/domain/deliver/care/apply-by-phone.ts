import { eq } from 'drizzle-orm'
import { persons } from '#db/schema/index.ts'
import { openFrameworks } from '../../buy/framework/find-framework.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { applyForCare } from './apply-care.ts'
import { criteriaOn } from './eligibility.ts'
import type { ApplyCare } from './forms.ts'

/** 代为申请: at the committee or the station, for a resident whose telephone is known. */
export async function applyByPhone(
  ctx: Context,
  { phone, ...typed }: Omit<ApplyCare, 'personId'> & { phone: string },
) {
  authorize(ctx.actor, 'care.list', {})
  const [found] = await ctx.db
    .select({ id: persons.id })
    .from(persons)
    .where(eq(persons.phoneHash, ctx.vault.keyed('phone', phone)))
  if (!found) throw new Refusal('missing', 'kin-phone-unknown')
  return applyForCare(ctx, { ...typed, personId: found.id })
}

/** What the desk asks for whom under. */
export async function applyForOthersPage(ctx: Context) {
  authorize(ctx.actor, 'care.list', {})
  const on = dateOf(ctx.clock.now())
  const open = (await openFrameworks(ctx.db)).filter((f) => f.state === 'published' && f.to >= on)
  return {
    frameworks: open.map(({ id, title, forWhom }) => ({ id, title, forWhom })),
    criteria: await criteriaOn(ctx.db, on),
  }
}
