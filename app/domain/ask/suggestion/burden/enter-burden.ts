import { newId } from '#db/dialect.ts'
import { burdenForms } from '#db/schema/index.ts'
import type { Context } from '../../../context.ts'
import { record } from '../../../journal.ts'
import { authorize } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import { bodiesOfCommunity } from '../../../where/bodies-of-community.ts'
import { communityOfSeat } from '../../community-of-seat.ts'
import { dutyNamed } from '../ask-duty.ts'
import type { EnterBurden } from './forms.ts'
import { lastMonths } from './months.ts'

/** Enters a table, certificate, ledger or report that a department asked of the committee in one month of the last twelve. */
export const enterBurden = (ctx: Context, { month, hours, duty, ...asked }: EnterBurden) =>
  ctx.transact(async (tx) => {
    const communityId = await communityOfSeat(tx, ctx)
    const { committeeId } = await bodiesOfCommunity(tx, communityId)
    authorize(ctx.actor, 'burden.enter', { committeeId })
    const now = ctx.clock.now()
    if (!lastMonths(now).includes(month)) throw new Refusal('invalid', 'burden-month')
    const { typed } = await dutyNamed(tx, ctx, { dutyId: null, dutyOutside: false }, duty)
    const id = newId()
    await tx.insert(burdenForms).values({
      ...{ ...asked, ...typed, id, communityId, committeeId, month },
      minutes: Math.round(hours * 60),
      enteredBy: ctx.actor.personId!,
      enteredAt: now,
    })
    await record(tx, ctx, 'burden.enter', { subject: id }, { month, kind: asked.kind, copies: asked.copies })
    return { id, month }
  })
