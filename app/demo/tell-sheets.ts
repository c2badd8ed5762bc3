import { issueBatch, returnBatch } from '#domain/ask/vote/sheets/issue-batch.ts'
import { readSheet } from '#domain/ask/vote/sheets/read-sheet.ts'
import { inBatches } from './batch.ts'
import type { Story } from './story.ts'

const SHEETS = 50
const SPARE = 3

export type PaperBallot = { code: string; choices: string[] }
type Paper = {
  roundId: string
  communityId: string
  /** The day the sheets went out, and the day they came back. */
  out: string
  back: string
  /** The two who read every sheet, one after the other. */
  readers: readonly [string, string]
}

/** 纸质票: sheets go out by the batch, come back by number, and each is read by two who do not see each other's entry. */
export async function tellSheets(story: Story, paper: Paper, sheets: readonly PaperBallot[]) {
  const clerk = story.who('committee_clerk', paper.communityId)
  for (let from = 0; from < sheets.length; from += SHEETS) {
    const some = sheets.slice(from, from + SHEETS)
    const { id: batchId } = await issueBatch(story.as(clerk, `${paper.out} 09:00`), {
      roundId: paper.roundId,
      building: `${from / SHEETS + 1}号楼`,
      size: some.length + SPARE,
      carrierId: paper.readers[1],
    })
    const back = { batchId, used: some.length, unused: SPARE }
    await returnBatch(story.as(clerk, `${paper.back} 15:00`), back)
    for (const [nth, reader] of paper.readers.entries())
      await inBatches(some, ({ code, choices }, at) =>
        readSheet(story.as(reader, `${paper.back} ${16 + nth}:00`), { batchId, line: at + 1, code, choices }),
      )
  }
}
