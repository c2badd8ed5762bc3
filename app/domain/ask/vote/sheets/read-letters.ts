import { and, asc, eq } from 'drizzle-orm'
import { participations, rollEntries } from '#db/schema/index.ts'
import type { Context } from '../../../context.ts'
import { authorize } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import { findRound } from '../find-round.ts'
import { shownRound } from '../read-round.ts'
import { spacedReceipt } from '../slip-code.ts'
import { boxOf } from '../trustees/find-trustees.ts'

/** 回执信: whoever voted on paper gets his receipt by letter, building by building; that he took part, never what he marked. */
export async function readLetters(ctx: Context, roundId: string) {
  const round = await findRound(ctx.db, roundId)
  authorize(ctx.actor, 'round.print_slips', round)
  if (!(await boxOf(ctx.db, roundId))?.closedAt) throw new Refusal('conflict', 'letters-after-close')
  const found = await ctx.db
    .select({
      label: rollEntries.label,
      representative: rollEntries.representative,
      householdKey: rollEntries.householdKey,
      building: rollEntries.building,
      receiptNo: participations.receiptNo,
      spoiled: participations.spoiled,
    })
    .from(participations)
    .innerJoin(rollEntries, eq(rollEntries.id, participations.rollEntryId))
    .where(and(eq(participations.roundId, roundId), eq(participations.channel, 'paper')))
    .orderBy(asc(rollEntries.building), asc(rollEntries.householdKey), asc(rollEntries.label))
  const letters = found.map(({ representative, ...one }) => ({
    ...one,
    label: representative ?? one.label,
    receiptNo: spacedReceipt(one.receiptNo),
  }))
  return { round: await shownRound(ctx.db, round, ctx.clock.now()), letters }
}
export type Letter = Awaited<ReturnType<typeof readLetters>>['letters'][number]
