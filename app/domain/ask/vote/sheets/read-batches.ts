import { asc, eq, inArray } from 'drizzle-orm'
import { paperSheets, parties, persons, seats, sheetReadings } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { authorize, may } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import { findRound, helperBodies, slateOf } from '../find-round.ts'
import { phaseOf } from '../phase.ts'
import { shownRound } from '../read-round.ts'
import { boxOf } from '../trustees/find-trustees.ts'
import { batchesOf, findBatch } from './find-batch.ts'

const namesOf = async (db: Reader, ids: ReadonlyArray<string | null>) => {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))]
  const found = wanted.length
    ? await db.select({ id: persons.id, name: persons.name }).from(persons).where(inArray(persons.id, wanted))
    : []
  return new Map(found.map(({ id, name }) => [id, name]))
}

/** Whoever may carry sheets out: those who sit in the bodies that help here. */
const carriersOf = (db: Reader, bodies: readonly string[]) =>
  db
    .selectDistinct({ id: persons.id, name: persons.name, body: parties.name })
    .from(seats)
    .innerJoin(persons, eq(persons.id, seats.personId))
    .innerJoin(parties, eq(parties.id, seats.partyId))
    .where(inArray(seats.partyId, [...bodies, '']))
    .orderBy(asc(parties.name), asc(persons.name))

type Counts = { counted: number; blank: number; void: number; waiting: number; differing: number }
async function countsOf(db: Reader, batchIds: readonly string[]): Promise<Map<string, Counts>> {
  const some = [...batchIds, '']
  const sheets = await db.select().from(paperSheets).where(inArray(paperSheets.batchId, some))
  const readings = await db
    .select({ batchId: sheetReadings.batchId, line: sheetReadings.line })
    .from(sheetReadings)
    .where(inArray(sheetReadings.batchId, some))
  return new Map(
    batchIds.map((id) => {
      const own = sheets.filter((sheet) => sheet.batchId === id)
      const lines = readings.filter((one) => one.batchId === id).map((one) => one.line)
      const differing = lines.filter((line, i) => lines.indexOf(line) !== i).length
      const counts = {
        counted: own.filter((sheet) => sheet.outcome === 'counted' && !sheet.blank).length,
        blank: own.filter((sheet) => sheet.blank).length,
        void: own.filter((sheet) => sheet.outcome === 'void').length,
        waiting: new Set(lines).size - differing,
        differing,
      }
      return [id, counts]
    }),
  )
}

/** 纸质票: the batches of a round, what became of each, and what whoever looks may do. */
export async function readBatches(ctx: Context, roundId: string) {
  const found = await findRound(ctx.db, roundId)
  const bodies = await helperBodies(ctx.db, found.communityId)
  if (!may(ctx.actor, 'paper.start_over', { bodies })) authorize(ctx.actor, 'paper.read', { bodies })
  const batches = await batchesOf(ctx.db, roundId)
  const counts = await countsOf(
    ctx.db,
    batches.map((batch) => batch.id),
  )
  const names = await namesOf(
    ctx.db,
    batches.map((batch) => batch.carrierId),
  )
  return {
    round: { id: roundId, name: found.name, phase: phaseOf(found, ctx.clock.now()) },
    batches: batches.map((batch) => ({
      ...batch,
      carrier: names.get(batch.carrierId) ?? '',
      counts: counts.get(batch.id)!,
    })),
    carriers: await carriersOf(ctx.db, bodies),
    mayIssue: may(ctx.actor, 'paper.issue', { bodies }),
    prints: may(ctx.actor, 'round.print_slips', found) && Boolean((await boxOf(ctx.db, roundId))?.closedAt),
  }
}

/** Every sheet of a batch that anybody entered: settled ones, and those that still wait for other eyes. */
async function linesOf(db: Reader, batchId: string) {
  const settled = await db
    .select()
    .from(paperSheets)
    .where(eq(paperSheets.batchId, batchId))
    .orderBy(asc(paperSheets.line))
  const open = await db
    .select({ line: sheetReadings.line, reading: sheetReadings.reading, readerId: sheetReadings.readerId })
    .from(sheetReadings)
    .where(eq(sheetReadings.batchId, batchId))
    .orderBy(asc(sheetReadings.line), asc(sheetReadings.reading))
  const readers = settled.flatMap((s) => [s.firstReader, s.secondReader, s.thirdReader])
  const names = await namesOf(db, [...open.map((one) => one.readerId), ...readers])
  const named = (ids: ReadonlyArray<string | null>) => ids.flatMap((id) => (id ? [names.get(id) ?? ''] : []))
  return {
    sheets: settled.map(({ line, outcome, voided, blank, firstReader, secondReader, thirdReader }) => {
      return { line, outcome, voided, blank, readers: named([firstReader, secondReader, thirdReader]) }
    }),
    open: [...new Set(open.map((one) => one.line))].map((line) => {
      const ids = open.filter((one) => one.line === line).map((one) => one.readerId)
      return { line, differs: ids.length > 1, readers: named(ids) }
    }),
  }
}

/** One batch, line by line: read once, read apart, counted, or void with its reason; never what was marked. */
export async function readBatch(ctx: Context, batchId: string, roundId: string) {
  const { batch, round, bodies } = await findBatch(ctx.db, batchId)
  if (batch.roundId !== roundId) throw new Refusal('missing', 'no-such-batch')
  const restarts = may(ctx.actor, 'paper.start_over', { bodies })
  if (!restarts) authorize(ctx.actor, 'paper.read', { bodies })
  const names = await namesOf(ctx.db, [batch.carrierId])
  return {
    ...(await linesOf(ctx.db, batchId)),
    round: await shownRound(ctx.db, round, ctx.clock.now()),
    slate: await slateOf(ctx.db, roundId),
    batch: { ...batch, carrier: names.get(batch.carrierId) ?? '' },
    reads: may(ctx.actor, 'paper.read', { bodies }),
    returns: may(ctx.actor, 'paper.return', { bodies }),
    restarts,
  }
}
