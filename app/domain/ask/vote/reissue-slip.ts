import { and, eq } from 'drizzle-orm'
import { reissuedSlips, rollEntries } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findRound } from './find-round.ts'
import { phaseOf } from './phase.ts'
import { shownRound } from './read-round.ts'
import { changesOf, lastChange } from './slip-change.ts'
import { codeHashOf, newSlipCode } from './slip-code.ts'

/** The one place on the roll that a door, and where it has several a name, points at. */
async function entryAt(
  db: Reader,
  roundId: string,
  { householdKey, label }: Pick<Reissue, 'householdKey' | 'label'>,
) {
  const at = and(eq(rollEntries.roundId, roundId), eq(rollEntries.householdKey, householdKey))
  const found = await db
    .select()
    .from(rollEntries)
    .where(label ? and(at, eq(rollEntries.label, label)) : at)
    .limit(2)
  if (!found[0]) throw new Refusal('invalid', 'no-such-door')
  if (found[1]) throw new Refusal('invalid', 'several-at-door')
  return found[0]
}

type Reissue = {
  roundId: string
  householdKey: string
  label?: string | undefined
  act: 'reissue' | 'void'
  ground: string
}
/**
 * 作废与补发: one slip of a sealed round is worth nothing from now on; another code may take its place, shown this once. The
 * sealed roll itself is not touched, and how many were changed is published.
 */
export const reissueSlip = (ctx: Context, input: Reissue) =>
  ctx.transact(async (tx) => {
    const round = await findRound(tx, input.roundId)
    authorize(ctx.actor, 'round.reissue_slip', round)
    const phase = phaseOf(round, ctx.clock.now())
    if (phase !== 'waiting' && phase !== 'open') throw new Refusal('conflict', 'slips-changed-while-sealed')
    const entry = await entryAt(tx, round.id, input)
    const before = await lastChange(tx, entry.id)
    if (before && !before.codeHash && input.act === 'void') throw new Refusal('conflict', 'slip-void-already')
    const code = input.act === 'reissue' ? newSlipCode() : null
    await tx.insert(reissuedSlips).values({
      roundId: round.id,
      rollEntryId: entry.id,
      ordinal: (before?.ordinal ?? 0) + 1,
      codeHash: code && codeHashOf(ctx.vault, round.id, code),
      ground: input.ground,
      changedBy: ctx.actor.personId!,
      changedAt: ctx.clock.now(),
    })
    await record(tx, ctx, `round.${input.act}_slip`, { subject: round.id })
    const { representative, householdKey, building } = entry
    return { id: round.id, slip: { label: representative ?? entry.label, householdKey, building, code } }
  })

/** The page on which one slip is changed, with what was changed so far. */
export async function readReissue(ctx: Context, roundId: string) {
  const round = await findRound(ctx.db, roundId)
  authorize(ctx.actor, 'round.reissue_slip', round)
  const changes = await changesOf(ctx.db, roundId)
  return { round: await shownRound(ctx.db, round, ctx.clock.now()), changes }
}
