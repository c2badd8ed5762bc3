import { and, eq, inArray } from 'drizzle-orm'
import { cares } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import { findFramework } from '../../buy/framework/find-framework.ts'
import { mustBeServed } from '../../buy/framework/place-order.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { mustBeEligible } from './eligibility.ts'
import { aroundPerson } from './find-care.ts'
import type { ApplyCare } from './forms.ts'

async function mustBeFirst(tx: Tx, { personId, frameworkId }: ApplyCare) {
  const live = await tx
    .select({ id: cares.id })
    .from(cares)
    .where(
      and(
        eq(cares.personId, personId),
        eq(cares.frameworkId, frameworkId),
        inArray(cares.state, ['applied', 'assessed', 'granted']),
      ),
    )
  if (live.length > 0) throw new Refusal('conflict', 'care-asked-already')
}

/** 申请居家服务: the person, her family or her community asks; whom the place does not serve is told so at once. */
export const applyForCare = (ctx: Context, { address, ...typed }: ApplyCare) =>
  ctx.transact(async (tx) => {
    const around = await aroundPerson(tx, typed.personId, typed.frameworkId)
    authorize(ctx.actor, 'care.apply', { ...around, assessedBy: null })
    const { state, to } = around.framework
    if (state !== 'published' || to < dateOf(ctx.clock.now()))
      throw new Refusal('conflict', 'framework-not-open')
    await mustBeServed(tx, await findFramework(tx, typed.frameworkId), typed.personId)
    const appliedAt = ctx.clock.now()
    const today = dateOf(appliedAt)
    await mustBeEligible(tx, today, { ...typed, ageBand: around.person.ageBand })
    await mustBeFirst(tx, { ...typed, address })
    const refNo = await nextRef(tx, 'JJ', yearOf(today))
    const addressSealed = ctx.vault.seal('care', address)
    const by = { appliedBy: ctx.actor.personId!, appliedAt, state: 'applied' as const }
    const [made] = await tx
      .insert(cares)
      .values({ ...typed, ...by, refNo, addressSealed })
      .returning({ id: cares.id })
    for (const partyId of around.bodyIds)
      await notify(tx, ctx, { role: 'station_clerk', partyId }, 'care-applied', `/care/${made!.id}`, {
        no: refNo,
      })
    await record(tx, ctx, 'care.apply', { subject: made!.id })
    return { id: made!.id }
  })
