import { expect, test } from 'vitest'
import { sheetReadings } from '#db/schema/index.ts'
import { closeBox } from '#domain/ask/vote/close-box.ts'
import { receiptStands } from '#domain/ask/vote/receipt.ts'
import { readBatches } from '#domain/ask/vote/sheets/read-batches.ts'
import { readLetters } from '#domain/ask/vote/sheets/read-letters.ts'
import { voidRound } from '#domain/ask/vote/void-round.ts'
import { onPaper, readBy, returnedBatch } from '#tests/support/channels.ts'
import { refused } from '#tests/support/round-votes.ts'
import { castBy, closing, openRound } from '#tests/support/vote.ts'
import { world } from '#tests/support/world.ts'

test('a void round keeps nobody’s reading of a sheet that still waited for other eyes', async () => {
  const town = await world()
  const round = await openRound(town)
  const batchId = await returnedBatch(town, round, 2)
  await readBy(town, round, batchId, 'clerk', { line: 1, voter: 0, item: 0 })
  await readBy(town, round, batchId, 'clerk', { line: 2, voter: 1, item: 0 })
  await readBy(town, round, batchId, 'station', { line: 2, voter: 1, item: 1 })
  expect(await town.db.$count(sheetReadings)).toBe(3)
  await voidRound(town.as('director'), { roundId: round.id, reason: '名册有误' })
  expect(await town.db.$count(sheetReadings)).toBe(0)
})

test('after the close a paper voter’s receipt is printed as a letter: it stands in the round, and says nothing of his choice', async () => {
  const town = await world()
  const round = await openRound(town, { quorumPercent: 0 })
  await castBy(town, round, 7, [0])
  await onPaper(town, round, [
    { voter: 0, item: 1 },
    { voter: 1, blank: true },
    { voter: 2, voided: 'unreadable' },
  ])
  const stray = await returnedBatch(town, round, 1, 2)
  await readBy(town, round, stray, 'clerk', { line: 2, voter: 3, item: 2 })
  for (const who of ['clerk', 'station'])
    await readBy(town, round, stray, who, { line: 1, voter: 3, item: 2 })
  expect((await readBatches(town.as('clerk'), round.id)).prints).toBe(false)
  expect(await refused(readLetters(town.as('clerk'), round.id))).toBe('letters-after-close')
  town.clock.set(closing)
  await closeBox(town.as('director'), { roundId: round.id })
  expect(await town.db.$count(sheetReadings)).toBe(0)
  for (const who of ['station', 'handler', 'resident1', null] as const)
    expect(await refused(readLetters(town.as(who), round.id))).not.toBe('not refused')
  expect((await readBatches(town.as('clerk'), round.id)).prints).toBe(true)
  const { letters } = await readLetters(town.as('clerk'), round.id)
  expect(letters.map(({ spoiled }) => spoiled).sort()).toEqual([null, null, null, 'unreadable'].sort())
  for (const { receiptNo } of letters)
    expect(await receiptStands(town.db, round.id, receiptNo.replaceAll(' ', ''))).toMatchObject({
      channel: 'paper',
    })
  const printed = JSON.stringify(letters)
  for (const hidden of [...round.needIds, 'XQ-', 'blank', 'seal']) expect(printed).not.toContain(hidden)
})
