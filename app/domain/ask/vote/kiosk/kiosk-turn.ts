import { and, eq, isNull } from 'drizzle-orm'
import { sha256 } from '#app/ports/vault.ts'
import { newId } from '#db/dialect.ts'
import { kiosks } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { authorize } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import { castOwn } from '../cast-vote.ts'
import { findRound } from '../find-round.ts'
import { checkOpen, entryByCode } from '../identify-voter.ts'
import { markTyped } from '../mark-paper.ts'
import { handOut, type Paper, takeBack } from '../paper.ts'
import type { TypedBallot } from '../typed-marks.ts'
import { type Kiosk, kioskAt } from './kiosk-seat.ts'

/** What a request at a machine carries: the machine's own token, the voter's paper, the turn its form was made in. */
export type Held = { seat: string | null; paper: string | null; turn?: string | undefined }

/** 轮到一位: the slip's code begins a turn; every page and form of an earlier one is worth nothing from now on. */
export async function beginTurn(ctx: Context, { seat, code }: { seat: string | null; code: string }) {
  const kiosk = await kioskAt(ctx.db, ctx, seat)
  const round = await findRound(ctx.db, kiosk.roundId)
  authorize(ctx.actor, 'ballot.cast', round)
  checkOpen(round, ctx.clock.now())
  const entry = await entryByCode(ctx.db, ctx, round.id, code)
  const turn = newId()
  await ctx.transact(async (tx) => {
    const unlocked = and(eq(kiosks.id, kiosk.id), isNull(kiosks.lockedAt))
    await tx
      .update(kiosks)
      .set({ turnHash: sha256(turn) })
      .where(unlocked)
    return { id: kiosk.id }
  })
  return { paper: handOut(ctx, { roundId: round.id, entryId: entry.id, choices: [], castAt: null, turn }) }
}

/** The machine and the paper of whoever stands before it; the pages of anybody earlier are refused. */
async function standing(db: Reader, ctx: Context, held: Held): Promise<{ kiosk: Kiosk; paper: Paper }> {
  const kiosk = await kioskAt(db, ctx, held.seat)
  const paper = takeBack(ctx, kiosk.roundId, held.paper)
  const inTurn = paper?.turn !== undefined && kiosk.turnHash === sha256(paper.turn)
  const ofTurn = held.turn === undefined || held.turn === paper?.turn
  if (!paper || !inTurn || !ofTurn) throw new Refusal('forbidden', 'kiosk-turn-over')
  return { kiosk, paper }
}
export const paperAtKiosk = async (ctx: Context, held: Held) => (await standing(ctx.db, ctx, held)).paper

/** Writes the choices on the paper, to be checked. */
export async function markAtKiosk(ctx: Context, held: Held, typed: TypedBallot) {
  return markTyped(ctx, await paperAtKiosk(ctx, held), typed)
}

/** Casts what stands on the paper and wipes the choices off it. */
export async function castAtKiosk(ctx: Context, held: Held) {
  const { paper } = await standing(ctx.db, ctx, held)
  await ctx.transact(async (tx) => {
    await standing(tx, ctx, held)
    return castOwn(tx, ctx, paper, 'kiosk')
  })
  const castAt = ctx.clock.now().getTime()
  return { id: paper.roundId, paper: handOut(ctx, { ...paper, choices: [], blank: false, castAt }) }
}

/** 下一位: nothing of the last voter is left on the machine. */
export async function endTurn(ctx: Context, seat: string | null) {
  const kiosk = await kioskAt(ctx.db, ctx, seat)
  if (!kiosk.turnHash) return { id: kiosk.id }
  return ctx.transact(async (tx) => {
    await tx.update(kiosks).set({ turnHash: null }).where(eq(kiosks.id, kiosk.id))
    return { id: kiosk.id }
  })
}

/** 锁上: at the machine itself, by whoever stands there; only staff open it again. */
export async function lockHere(ctx: Context, seat: string | null) {
  const kiosk = await kioskAt(ctx.db, ctx, seat)
  return ctx.transact(async (tx) => {
    await tx.update(kiosks).set({ lockedAt: ctx.clock.now(), turnHash: null }).where(eq(kiosks.id, kiosk.id))
    return { id: kiosk.id }
  })
}
