import { eq, inArray } from 'drizzle-orm'
import { newId } from '#db/dialect.ts'
import { persons, places, reissuedSlips, rollEntries, rollLoads, rounds } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { rollSources } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findRound } from './find-round.ts'
import type { Round } from './phase.ts'
import { type RollLine, readRoll } from './read-roll.ts'
import { measureRoll } from './roll-measure.ts'
import { codeHashOf, newSlipCode } from './slip-code.ts'

/** So many rows an insert or a look-up: both engines cap the values of one statement. */
export const chunksOf = <T>(rows: readonly T[], size = 500): T[][] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, i) => rows.slice(i * size, (i + 1) * size))

/** Signed-in residents are known by the telephone on the roll. */
async function personsBy(tx: Tx, hashes: readonly string[]): Promise<Map<string, string>> {
  const known = new Map<string, string>()
  for (const some of chunksOf(hashes)) {
    const found = await tx
      .select({ id: persons.id, phoneHash: persons.phoneHash })
      .from(persons)
      .where(inArray(persons.phoneHash, some))
    for (const { id, phoneHash } of found) if (phoneHash) known.set(phoneHash, id)
  }
  return known
}

/** Entries get a code nobody has seen; the slips bring those that are printed. */
async function replaceRoll(tx: Tx, ctx: Context, roundId: string, lines: readonly RollLine[]) {
  const hashed = lines.map((line) => ({
    line,
    phoneHash: line.phone && ctx.vault.keyed('phone', line.phone),
  }))
  const people = await personsBy(
    tx,
    hashed.flatMap(({ phoneHash }) => phoneHash ?? []),
  )
  await tx.delete(reissuedSlips).where(eq(reissuedSlips.roundId, roundId))
  await tx.delete(rollEntries).where(eq(rollEntries.roundId, roundId))
  const rows = hashed.map(({ line, phoneHash }) => ({
    id: newId(),
    roundId,
    codeHash: codeHashOf(ctx.vault, roundId, `${newId()}${newSlipCode()}`),
    label: line.label,
    householdKey: line.householdKey,
    personId: (phoneHash && people.get(phoneHash)) || null,
    phoneHash,
    ageBand: line.ageBand,
    representative: line.representative,
    nonlocal: line.nonlocal,
    livedMonths: line.livedMonths,
    gridId: line.gridId,
    building: line.building,
  }))
  for (const some of chunksOf(rows)) await tx.insert(rollEntries).values(some)
}

/** A roll as typed, held to its round: its age, its residence, the grids of its community. */
async function linesFor(db: Reader, round: Round, roll: string) {
  const grids = await db
    .select({ id: places.id, name: places.name, code: places.code })
    .from(places)
    .where(eq(places.parentId, round.communityId))
  return readRoll(roll, round.unit, round, grids)
}

type Load = { roundId: string; roll: string; source?: (typeof rollSources)[number] }
/** 名册: replaces the roll of an unsealed round with what was brought in, all or nothing; its difference is kept. */
export const loadRoll = (ctx: Context, { roundId, roll, source = 'typed' }: Load) =>
  ctx.transact(async (tx) => {
    const round = await findRound(tx, roundId)
    authorize(ctx.actor, 'round.load_roll', round)
    if (round.state !== 'draft') throw new Refusal('conflict', 'round-sealed')
    const { lines, faults } = await linesFor(tx, round, roll)
    if (faults.length)
      throw new Refusal('invalid', 'roll-has-faults', { n: faults.length, line: faults[0]!.line })
    if (lines.length === 0) throw new Refusal('invalid', 'roll-empty')
    const measure = await measureRoll(tx, round, lines)
    await replaceRoll(tx, ctx, roundId, lines)
    await tx.update(rounds).set({ slipsAt: null }).where(eq(rounds.id, roundId))
    const loaded = { roundId, source, loadedBy: ctx.actor.personId!, loadedAt: ctx.clock.now() }
    await tx.insert(rollLoads).values({ ...loaded, ...measure })
    await record(tx, ctx, 'round.load_roll', { subject: roundId }, { entries: lines.length })
    return { id: roundId, entries: lines.length }
  })

/** 试导入: what is wrong with a roll, line by line, or what it would change; nothing is kept. */
export async function tryRoll(ctx: Context, { roundId, roll }: { roundId: string; roll: string }) {
  const round = await findRound(ctx.db, roundId)
  authorize(ctx.actor, 'round.load_roll', round)
  const { lines, faults } = await linesFor(ctx.db, round, roll)
  return { faults, measure: faults.length ? null : await measureRoll(ctx.db, round, lines) }
}
