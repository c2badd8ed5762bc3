import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { parameter } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { findMilestone } from '../milestone/find-milestone.ts'
import { checkPage } from '../milestone/milestone-page.ts'
import { opinionsRequired } from './satisfaction.ts'

/** What a handler sees before opening: the centre's finding, and how many service users will have to be heard. */
export async function openPage(ctx: Context, milestoneId: string) {
  const m = await findMilestone(ctx.db, milestoneId)
  authorize(ctx.actor, 'acceptance.open', m.contract)
  const page = await checkPage(ctx, milestoneId)
  const on = dateOf(ctx.clock.now())
  const [least, share] = [
    await parameter(ctx.db, 'OPINIONS_MIN', on),
    await parameter(ctx.db, 'OPINIONS_SHARE', on),
  ]
  const { people, users } = page.served
  return {
    ...page,
    required: opinionsRequired({ least: least.value, share: share.value, served: people, users }),
  }
}
