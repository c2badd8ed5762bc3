import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { newId } from '#db/dialect.ts'
import { kiosks, rounds } from '#db/schema/index.ts'
import type { Context } from '../../../context.ts'
import { record } from '../../../journal.ts'
import { authorize, may } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import { communityOfBody } from '../desk.ts'
import { findRound, helperBodies } from '../find-round.ts'
import { checkOpen } from '../identify-voter.ts'
import { phaseOf } from '../phase.ts'
import { seatOf } from './kiosk-seat.ts'

type Unlock = { roundId: string; spot: string }
/** 解锁投票机: for one open round at one place; what the browser keeps from now on knows the machine and nobody. */
export async function unlockKiosk(ctx: Context, { roundId, spot }: Unlock) {
  const { id } = await ctx.transact(async (tx) => {
    const round = await findRound(tx, roundId)
    authorize(ctx.actor, 'kiosk.unlock', { bodies: await helperBodies(tx, round.communityId) })
    checkOpen(round, ctx.clock.now())
    const at = { unlockedBy: ctx.actor.personId!, unlockedAt: ctx.clock.now() }
    const kiosk = { id: newId(), roundId, partyId: ctx.actor.seat!.partyId, spot, ...at }
    await tx.insert(kiosks).values(kiosk)
    await record(tx, ctx, 'kiosk.unlock', { subject: roundId }, { kiosk: kiosk.id })
    return { id: kiosk.id }
  })
  return { id, seat: seatOf(ctx, id) }
}

/** 锁上: by staff from their own desk. */
export const lockKiosk = (ctx: Context, { kioskId }: { kioskId: string }) =>
  ctx.transact(async (tx) => {
    const [kiosk] = await tx.select().from(kiosks).where(eq(kiosks.id, kioskId))
    if (!kiosk) throw new Refusal('missing', 'no-such-kiosk')
    const round = await findRound(tx, kiosk.roundId)
    authorize(ctx.actor, 'kiosk.lock', { bodies: await helperBodies(tx, round.communityId) })
    await tx
      .update(kiosks)
      .set({ lockedAt: ctx.clock.now(), turnHash: null })
      .where(and(eq(kiosks.id, kioskId), isNull(kiosks.lockedAt)))
    await record(tx, ctx, 'kiosk.lock', { subject: kiosk.roundId }, { kiosk: kioskId })
    return { id: kioskId }
  })

/** The rounds a helper may unlock a machine for now, and the machines that stand unlocked. */
export async function readUnlock(ctx: Context) {
  const partyId = ctx.actor.seat?.partyId ?? ''
  authorize(ctx.actor, 'kiosk.unlock', { bodies: [partyId] })
  const communityId = (await communityOfBody(ctx.db, partyId)) ?? ''
  const found = await ctx.db
    .select()
    .from(rounds)
    .where(and(eq(rounds.communityId, communityId), eq(rounds.state, 'sealed')))
  const open = found.filter((round) => phaseOf(round, ctx.clock.now()) === 'open')
  const standing = await ctx.db
    .select({ id: kiosks.id, spot: kiosks.spot, roundId: kiosks.roundId, unlockedAt: kiosks.unlockedAt })
    .from(kiosks)
    .where(and(inArray(kiosks.roundId, [...open.map((round) => round.id), '']), isNull(kiosks.lockedAt)))
    .orderBy(desc(kiosks.unlockedAt), desc(kiosks.id))
  return {
    rounds: open.map(({ id, name, closesAt }) => ({ id, name, closesAt })),
    kiosks: standing.map((kiosk) => ({ ...kiosk, name: open.find((r) => r.id === kiosk.roundId)!.name })),
    mayLock: may(ctx.actor, 'kiosk.lock', { bodies: [partyId] }),
  }
}
