import { eq } from 'drizzle-orm'
import { hourServices } from '#db/schema/index.ts'
import type { Context } from '../context.ts'
import { may } from '../policy/index.ts'
import { Refusal } from '../refusal.ts'
import { findService } from '../tend/hours/find-service.ts'

/** Says the same of a number that is not there and of one that is others'. */
const onlyConcerned = (ctx: Context, after: string) =>
  new Refusal('forbidden', ctx.actor.personId ? 'number-of-others' : 'number-sealed', { after })

async function service(ctx: Context, refNo: string) {
  const of = eq(hourServices.refNo, refNo)
  const [found] = await ctx.db.select({ id: hourServices.id }).from(hourServices).where(of)
  if (found && may(ctx.actor, 'hourService.read', await findService(ctx.db, found.id)))
    return `/hours/services/${found.id}`
  throw onlyConcerned(ctx, '/hours')
}

/** Numbers of the community's standing work: each leads whom it concerns. */
export const tendFinders = { YG: service }
