import { asc, eq, sql } from 'drizzle-orm'
import { reissuedSlips, rollEntries, rounds } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findRound } from './find-round.ts'
import { chunksOf } from './load-roll.ts'
import { codeHashOf, newSlipCode } from './slip-code.ts'

export type Slip = { label: string; householdKey: string; building: string | null; code: string }

function freshCodes(n: number): string[] {
  const codes = new Set<string>()
  while (codes.size < n) codes.add(newSlipCode())
  return [...codes]
}

/** The roll as slips are carried out: building by building. */
const inBuildings = (tx: Tx, roundId: string) =>
  tx
    .select()
    .from(rollEntries)
    .where(eq(rollEntries.roundId, roundId))
    .orderBy(asc(rollEntries.building), asc(rollEntries.householdKey), asc(rollEntries.label))

/** 投票码单: gives every entry a fresh code, shown this once; only their hashes stay, and earlier slips are worth nothing. */
export const printSlips = (ctx: Context, { roundId }: { roundId: string }) =>
  ctx.transact(async (tx) => {
    const round = await findRound(tx, roundId)
    authorize(ctx.actor, 'round.print_slips', round)
    if (round.state !== 'draft') throw new Refusal('conflict', 'round-sealed')
    const entries = await inBuildings(tx, roundId)
    if (entries.length === 0) throw new Refusal('conflict', 'roll-empty')
    const codes = freshCodes(entries.length)
    const coded = entries.map((e, i) => ({ ...e, codeHash: codeHashOf(ctx.vault, roundId, codes[i]!) }))
    const codeHash = sql`excluded.code_hash`
    for (const some of chunksOf(coded))
      await tx
        .insert(rollEntries)
        .values(some)
        .onConflictDoUpdate({ target: rollEntries.id, set: { codeHash } })
    await tx.delete(reissuedSlips).where(eq(reissuedSlips.roundId, roundId))
    await tx.update(rounds).set({ slipsAt: ctx.clock.now() }).where(eq(rounds.id, roundId))
    await record(tx, ctx, 'round.print_slips', { subject: roundId }, { slips: entries.length })
    return entries.map(
      ({ label, representative, householdKey, building }, i): Slip => ({
        label: representative ?? label,
        householdKey,
        building,
        code: codes[i]!,
      }),
    )
  })
