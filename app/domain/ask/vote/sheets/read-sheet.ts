import { and, asc, eq } from 'drizzle-orm'
import { paperSheets, sheetReadings } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Mark, sheetVoids } from '#db/vocabulary.ts'
import type { Context } from '../../../context.ts'
import { record } from '../../../journal.ts'
import { authorize } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import { spoilIn, tellVoter } from '../cast-vote.ts'
import { checkChoices } from '../choices.ts'
import { ballotItemsOf } from '../find-round.ts'
import { entryByCode } from '../identify-voter.ts'
import { plainOf } from '../marks.ts'
import { phaseOf, type Round } from '../phase.ts'
import { castIn, type Entry } from '../take-part.ts'
import { boxOf } from '../trustees/find-trustees.ts'
import { marksIn, type TypedBallot } from '../typed-marks.ts'
import { type Batch, batchesOf, findBatch } from './find-batch.ts'

type Void = (typeof sheetVoids)[number]
type Read = {
  batchId: string
  line: number
  code?: string | undefined
  voided?: Void | undefined
} & TypedBallot
type Sheet = { entry: Entry | null; marks: Mark[]; blank: boolean; voided: Void | null }
type Reading = typeof sheetReadings.$inferSelect
type At = { batch: Batch; round: Round; line: number }

/** Sheets that came back in time are read until the box is closed. */
async function checkReadable(tx: Tx, ctx: Context, { batch, round, line }: At) {
  const phase = phaseOf(round, ctx.clock.now())
  if (phase !== 'open' && phase !== 'closed') throw new Refusal('conflict', 'sheets-read-while-open')
  if ((await boxOf(tx, round.id))?.closedAt) throw new Refusal('conflict', 'box-already-closed')
  if (!batch.returnedAt) throw new Refusal('conflict', 'batch-not-returned')
  if (line < 1 || line > batch.size) throw new Refusal('invalid', 'no-such-line', { n: batch.size })
  const at = and(eq(paperSheets.batchId, batch.id), eq(paperSheets.line, line))
  if (await tx.$count(paperSheets, at)) throw new Refusal('conflict', 'sheet-settled')
  const read = await tx.$count(paperSheets, eq(paperSheets.batchId, batch.id))
  if (read >= (batch.used ?? 0)) throw new Refusal('conflict', 'batch-read-whole', { n: batch.used ?? 0 })
}

/** What one pair of eyes saw on a sheet: whose slip, and what is marked or why it is void. */
async function seen(tx: Tx, ctx: Context, round: Round, input: Read): Promise<Sheet> {
  const voided = input.voided ?? null
  const blank = input.blank === 'yes'
  if (voided === 'no_slip') return { entry: null, marks: [], blank: false, voided }
  if (!input.code) throw new Refusal('invalid', 'sheet-without-slip')
  const entry = await entryByCode(tx, ctx, round.id, input.code)
  const typed = marksIn(round.ballotKind, input)
  if (voided) return { entry, marks: [], blank: false, voided }
  return { entry, marks: checkChoices(round, await ballotItemsOf(tx, round.id), typed, blank), blank, voided }
}

async function hashed(tx: Tx, ctx: Context, { batch, round, line }: At, sheet: Sheet) {
  const keyed = (words: string) => ctx.vault.keyed('sheet', `${batch.id}:${line}:${words}`)
  const plain = plainOf(round, await ballotItemsOf(tx, round.id), sheet.marks)
  return { slipHash: keyed(sheet.entry?.id ?? 'none'), marksHash: keyed(sheet.voided ?? plain) }
}

/** A void sheet uses up its voter's place, unless nobody knows whose it is or that place was used elsewhere. */
const spoil = async (tx: Tx, ctx: Context, entry: Entry | null, voided: Void): Promise<string | null> =>
  entry && voided !== 'used_elsewhere' && voided !== 'no_slip' ? spoilIn(tx, ctx, entry, voided) : null

type Readers = { firstReader: string; secondReader: string; thirdReader: string | null }
/** Both saw the same: the ballot goes into the box or the sheet is void, and the readings are gone. */
async function settle(tx: Tx, ctx: Context, { batch, round, line }: At, sheet: Sheet, readers: Readers) {
  const { entry, voided, blank } = sheet
  const helperId = ctx.actor.personId
  const receiptNo = voided
    ? await spoil(tx, ctx, entry, voided)
    : await castIn(tx, ctx, round, entry!, { channel: 'paper', helperId, choices: sheet.marks, blank })
  const outcome = voided ? 'void' : 'counted'
  await tx.insert(paperSheets).values({ batchId: batch.id, line, outcome, voided, blank, ...readers })
  await forgetReadings(tx, batch.id, line)
  await record(
    tx,
    ctx,
    'paper.settle',
    { subject: round.id },
    { batch: batch.ordinal, line, outcome, voided },
  )
  if (entry && receiptNo) await tellVoter(tx, ctx, { round, entry, receiptNo })
}
/** Takes away what was compared: from then on nothing says what anybody read. */
export const forgetReadings = (tx: Tx, batchId: string, line: number) =>
  tx.delete(sheetReadings).where(and(eq(sheetReadings.batchId, batchId), eq(sheetReadings.line, line)))

/** When a round ends, counted or void, nobody's reading of any sheet of it is left. */
export async function forgetAllReadings(tx: Tx, roundId: string) {
  for (const { id } of await batchesOf(tx, roundId))
    await tx.delete(sheetReadings).where(eq(sheetReadings.batchId, id))
}

const alike = (a: Reading, b: Pick<Reading, 'slipHash' | 'marksHash'>) =>
  a.slipHash === b.slipHash && a.marksHash === b.marksHash

/** 逐张录入: read by one, then by another who does not see what the first typed; where they differ, by a third. */
export const readSheet = (ctx: Context, input: Read) =>
  ctx.transact(async (tx) => {
    const { batch, round, bodies } = await findBatch(tx, input.batchId)
    authorize(ctx.actor, 'paper.read', { bodies })
    const at = { batch, round, line: input.line }
    await checkReadable(tx, ctx, at)
    const before = await readingsOf(tx, batch.id, input.line)
    const readerId = ctx.actor.personId!
    if (before.some((one) => one.readerId === readerId)) throw new Refusal('conflict', 'another-reads')
    const sheet = await seen(tx, ctx, round, input)
    const now = await hashed(tx, ctx, at, sheet)
    const answer = { id: batch.id, roundId: round.id, line: input.line }
    if (before.some((one) => alike(one, now))) {
      const third = before.length === 2 ? readerId : null
      const secondReader = before[1]?.readerId ?? readerId
      const readers = { firstReader: before[0]!.readerId, secondReader, thirdReader: third }
      await settle(tx, ctx, at, sheet, readers)
      return { ...answer, state: 'settled' as const }
    }
    if (before.length === 2) throw new Refusal('conflict', 'readings-all-differ')
    const reading = before.length + 1
    await tx.insert(sheetReadings).values({ batchId: batch.id, line: input.line, reading, readerId, ...now })
    return { ...answer, state: reading === 1 ? ('first' as const) : ('differs' as const) }
  })

const readingsOf = (tx: Tx, batchId: string, line: number): Promise<Reading[]> =>
  tx
    .select()
    .from(sheetReadings)
    .where(and(eq(sheetReadings.batchId, batchId), eq(sheetReadings.line, line)))
    .orderBy(asc(sheetReadings.reading))
