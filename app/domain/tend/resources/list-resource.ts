import { and, eq, inArray } from 'drizzle-orm'
import { bookings, resources } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { findResource } from './find-resource.ts'
import type { ResourceWords } from './forms.ts'

/** 列入资源清单: a body puts down what others may use of its own. */
export const listResource = (ctx: Context, { opens, closes, ...typed }: ResourceWords) =>
  ctx.transact(async (tx) => {
    const ownerId = ctx.actor.seat?.partyId ?? ''
    authorize(ctx.actor, 'resource.list', { ownerId })
    const addedAt = ctx.clock.now()
    const refNo = await nextRef(tx, 'ZK', yearOf(dateOf(addedAt)))
    const by = { ownerId, refNo, addedBy: ctx.actor.personId!, addedAt }
    const [made] = await tx
      .insert(resources)
      .values({ ...typed, ...by, opens: opens ?? null, closes: closes ?? null })
      .returning({ id: resources.id })
    await record(tx, ctx, 'resource.list', { subject: made!.id }, { kind: typed.kind, name: typed.name })
    return made!
  })

/** 移出清单: nothing new is asked for; what is lent is brought back first. */
export const closeResource = (ctx: Context, { resourceId }: { resourceId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findResource(tx, resourceId)
    authorize(ctx.actor, 'resource.close', was)
    const live = and(eq(bookings.resourceId, resourceId), inArray(bookings.state, ['asked', 'lent']))
    const [found] = await tx.select({ id: bookings.id }).from(bookings).where(live).limit(1)
    if (found) throw new Refusal('conflict', 'resource-booked')
    await tx.update(resources).set({ listed: !was.listed }).where(eq(resources.id, resourceId))
    await record(tx, ctx, 'resource.close', { subject: resourceId }, { listed: !was.listed })
    return { id: resourceId }
  })
