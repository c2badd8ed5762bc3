import { and, eq, isNull } from 'drizzle-orm'
import { newId } from '#db/dialect.ts'
import { hallBodies, hallMembers, places } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { bodiesOfCommunity } from '../../where/bodies-of-community.ts'
import { communityOfSeat } from '../community-of-seat.ts'
import { findBody } from './find-body.ts'
import { fits, ruleOf } from './find-rule.ts'
import type { MemberRow } from './forms.ts'

/** Sets up a body of the community under one kind of rule; its roll or its size follows. */
export const openBody = (ctx: Context, { ruleCode, name }: { ruleCode: string; name: string }) =>
  ctx.transact(async (tx) => {
    const communityId = await communityOfSeat(tx, ctx)
    const { committeeId } = await bodiesOfCommunity(tx, communityId)
    authorize(ctx.actor, 'hall_body.keep', { committeeId })
    const now = ctx.clock.now()
    const rule = await ruleOf(tx, ruleCode, { communityId, on: dateOf(now) })
    const [place] = await tx
      .select({ kind: places.communityKind })
      .from(places)
      .where(eq(places.id, communityId))
    if (!fits(rule, place?.kind ?? null)) throw new Refusal('conflict', 'rule-other-kind')
    const id = newId()
    const createdBy = ctx.actor.personId!
    await tx
      .insert(hallBodies)
      .values({ id, communityId, committeeId, ruleCode, name, createdBy, createdAt: now })
    await record(tx, ctx, 'hall_body.open', { subject: id }, { ruleCode })
    return { id }
  })

/** Writes the roll anew; meetings already called keep the roll they were called with. */
export const setMembers = (ctx: Context, { bodyId, members }: { bodyId: string; members: MemberRow[] }) =>
  ctx.transact(async (tx) => {
    const body = await findBody(tx, bodyId)
    authorize(ctx.actor, 'hall_body.keep', body)
    const now = ctx.clock.now()
    const rule = await ruleOf(tx, body.ruleCode, { communityId: body.communityId, on: dateOf(now) })
    if (rule.counted) throw new Refusal('conflict', 'body-is-counted')
    await tx
      .update(hallMembers)
      .set({ endedAt: now })
      .where(and(eq(hallMembers.bodyId, bodyId), isNull(hallMembers.endedAt)))
    await tx.insert(hallMembers).values(members.map((m, at) => ({ ...m, bodyId, ordinal: at + 1 })))
    await record(tx, ctx, 'hall_body.set_members', { subject: bodyId }, { members: members.length })
    return { id: bodyId }
  })

/** Says how many a counted body is, and where that number is from. */
export const setSize = (
  ctx: Context,
  { bodyId, size, sizeSource }: { bodyId: string; size: number; sizeSource: string },
) =>
  ctx.transact(async (tx) => {
    const body = await findBody(tx, bodyId)
    authorize(ctx.actor, 'hall_body.keep', body)
    const on = dateOf(ctx.clock.now())
    if (!(await ruleOf(tx, body.ruleCode, { communityId: body.communityId, on })).counted)
      throw new Refusal('conflict', 'body-is-named')
    await tx.update(hallBodies).set({ size, sizeSource }).where(eq(hallBodies.id, bodyId))
    await record(tx, ctx, 'hall_body.set_size', { subject: bodyId }, { size })
    return { id: bodyId }
  })
