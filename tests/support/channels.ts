import { newId } from '#db/dialect.ts'
import { paperBatches } from '#db/schema/index.ts'
import type { sheetVoids } from '#db/vocabulary.ts'
import { beginTurn, castAtKiosk, type Held, markAtKiosk } from '#domain/ask/vote/kiosk/kiosk-turn.ts'
import { unlockKiosk } from '#domain/ask/vote/kiosk/unlock-kiosk.ts'
import { takeBack } from '#domain/ask/vote/paper.ts'
import { issueBatch, returnBatch } from '#domain/ask/vote/sheets/issue-batch.ts'
import { readSheet } from '#domain/ask/vote/sheets/read-sheet.ts'
import type { ReadyRound } from './vote.ts'
import type { Town } from './world.ts'

export const codeOf = (round: ReadyRound, voter: number) => round.slips[voter]!.code

/** A machine in the hall of the station. */
export const kioskIn = async (town: Town, round: ReadyRound, who = 'station') =>
  (await unlockKiosk(town.as(who), { roundId: round.id, spot: '服务站大厅' })).seat

/** A voter at the machine as far as the check page; `held` is what his browser carries. */
export async function standAt(town: Town, round: ReadyRound, seat: string, voter: number, item: number) {
  const ctx = town.as(null)
  const { paper } = await beginTurn(ctx, { seat, code: codeOf(round, voter) })
  const turn = takeBack(ctx, round.id, paper)!.turn!
  const begun: Held = { seat, paper, turn }
  const marked = await markAtKiosk(ctx, begun, { choices: [round.needIds[item]!] })
  return { begun, held: { seat, paper: marked.paper, turn } satisfies Held }
}
export async function castAt(town: Town, round: ReadyRound, seat: string, voter: number, item: number) {
  const { held } = await standAt(town, round, seat, voter, item)
  return castAtKiosk(town.as(null), held)
}

/** So many sheets that went out and came back filled in. */
export async function returnedBatch(town: Town, round: ReadyRound, used: number, size = used) {
  const issue = { roundId: round.id, building: '1号楼', size, carrierId: 'grid' }
  const { id } = await issueBatch(town.as('clerk'), issue)
  await returnBatch(town.as('clerk'), { batchId: id, used, unused: size - used })
  return id
}
/** A batch as if it had gone out and come back, without its acts: for many at once. */
export const batchRow = (town: Town, round: ReadyRound, ordinal: number, used: number) =>
  town.transact(async (tx) => {
    const id = newId()
    const at = town.clock.now()
    const by = { carrierId: 'grid', issuedBy: 'clerk', issuedAt: at, returnedBy: 'clerk', returnedAt: at }
    await tx
      .insert(paperBatches)
      .values({ ...by, id, roundId: round.id, ordinal, building: '1号楼', size: used, used, unused: 0 })
    return id
  })

type Sheet = { line: number; voter: number; item: number }
/** One pair of eyes on one sheet. */
export const readBy = (town: Town, round: ReadyRound, batchId: string, who: string, sheet: Sheet) =>
  readSheet(town.as(who), {
    batchId,
    line: sheet.line,
    code: codeOf(round, sheet.voter),
    choices: [round.needIds[sheet.item]!],
  })

type OnPaper = { voter: number } & (
  | { item: number }
  | { blank: true }
  | { voided: (typeof sheetVoids)[number] }
)
/** Sheets that went out, came back, and were read alike by two. */
export async function onPaper(town: Town, round: ReadyRound, sheets: readonly OnPaper[]) {
  const batchId = await returnedBatch(town, round, sheets.length)
  for (const who of ['station', 'grid'])
    for (const [at, sheet] of sheets.entries())
      await readSheet(town.as(who), {
        batchId,
        line: at + 1,
        code: codeOf(round, sheet.voter),
        ...('item' in sheet ? { choices: [round.needIds[sheet.item]!] } : {}),
        ...('blank' in sheet ? { blank: 'yes' as const } : {}),
        ...('voided' in sheet ? { voided: sheet.voided } : {}),
      })
}
