import { and, eq, or } from 'drizzle-orm'
import { persons, reissuedSlips, rollEntries } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findPublicRound } from './find-round.ts'
import { handOut } from './paper.ts'
import { phaseOf, type Round } from './phase.ts'
import { lastChange } from './slip-change.ts'
import { codeHashOf } from './slip-code.ts'

/** Refuses outside the voting time, with the reason. */
export function checkOpen(round: Round, now: Date): void {
  const phase = phaseOf(round, now)
  if (phase === 'open') return
  if (phase === 'waiting' || phase === 'draft') throw new Refusal('conflict', 'round-not-open-yet')
  throw new Refusal('conflict', phase === 'void' ? 'round-is-void' : 'round-closed')
}

/** The place on the roll that a slip's code opens; a slip that was made void says so. */
export async function entryByCode(db: Reader, ctx: Context, roundId: string, code: string) {
  const codeHash = codeHashOf(ctx.vault, roundId, code)
  const [changed] = await db
    .select()
    .from(reissuedSlips)
    .where(and(eq(reissuedSlips.roundId, roundId), eq(reissuedSlips.codeHash, codeHash)))
  const own = changed ? eq(rollEntries.id, changed.rollEntryId) : eq(rollEntries.codeHash, codeHash)
  const [entry] = await db
    .select()
    .from(rollEntries)
    .where(and(eq(rollEntries.roundId, roundId), own))
  if (!entry) throw new Refusal('invalid', 'code-not-on-the-roll')
  const last = await lastChange(db, entry.id)
  if (last && last.codeHash !== codeHash) throw new Refusal('conflict', 'slip-void')
  return entry
}

/** The places on the roll of whoever is signed in: by his person or his telephone. */
export async function entriesOf(db: Reader, roundId: string, personId: string | null) {
  if (!personId) return []
  const [person] = await db
    .select({ phoneHash: persons.phoneHash })
    .from(persons)
    .where(eq(persons.id, personId))
  const isPerson = eq(rollEntries.personId, personId)
  const mine = person?.phoneHash ? or(isPerson, eq(rollEntries.phoneHash, person.phoneHash)) : isPerson
  return db
    .select()
    .from(rollEntries)
    .where(and(eq(rollEntries.roundId, roundId), mine))
}

/** 验明身份: with the code on the slip, or as the person signed in; answers with a ballot paper for half an hour. */
export async function identifyVoter(
  ctx: Context,
  { roundId, code }: { roundId: string; code: string | null },
) {
  const round = await findPublicRound(ctx.db, roundId)
  authorize(ctx.actor, 'ballot.cast', round)
  checkOpen(round, ctx.clock.now())
  const entry = code ? await entryByCode(ctx.db, ctx, roundId, code) : await onlyEntry(ctx, roundId)
  return { id: roundId, paper: handOut(ctx, { roundId, entryId: entry.id, choices: [], castAt: null }) }
}
async function onlyEntry(ctx: Context, roundId: string) {
  const entries = await entriesOf(ctx.db, roundId, ctx.actor.personId)
  if (entries.length > 1) throw new Refusal('invalid', 'several-on-the-roll')
  if (!entries[0]) throw new Refusal('invalid', 'not-on-the-roll')
  return entries[0]
}
