import { and, eq, lte } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { rollEntries, surveySheets, surveys } from '#db/schema/index.ts'
import { coverBuildings } from '#domain/ask/survey/cover-buildings.ts'
import { printSheets, readCoverage } from '#domain/ask/survey/print-sheets.ts'
import { readReport } from '#domain/ask/survey/read-report.ts'
import { answersOf, reportNow, surveyWith } from '#tests/support/survey.ts'
import { sealedRound } from '#tests/support/vote.ts'
import { world } from '#tests/support/world.ts'

test('the report tells each building by quarters of its households, and nothing of one that sent few', async () => {
  const town = await world()
  const { id: surveyId } = await surveyWith(town)
  const back = async (building: string, households: number, used: number) => {
    const sheets = households
    const { batchId } = await printSheets(town.as('clerk'), { surveyId, building, households, sheets })
    const rows = await town.db.select().from(surveySheets).where(eq(surveySheets.batchId, batchId))
    const first = Math.min(...rows.map(({ no }) => no))
    const some = and(eq(surveySheets.batchId, batchId), lte(surveySheets.no, first + used - 1))
    await town.transact((tx) => tx.update(surveySheets).set({ used: true }).where(some))
  }
  for (const [building, households, used] of [
    ['1号楼', 20, 15],
    ['2号楼', 20, 14],
    ['3号楼', 40, 10],
    ['4号楼', 40, 9],
    ['5号楼', 40, 4],
    ['6号楼', 3, 3],
  ] as const)
    await back(building, households, used)
  const quarters = (await coverBuildings(town.db, surveyId, 5)).map(({ building, from }) => [building, from])
  expect(quarters).toEqual([
    ['1号楼', 75],
    ['2号楼', 50],
    ['3号楼', 25],
    ['4号楼', 0],
    ['5号楼', null],
    ['6号楼', null],
  ])
  expect((await readReport(town.as(null), surveyId)).buildings).toEqual([])
  await town.transact((tx) => tx.update(surveys).set({ state: 'reported' }).where(eq(surveys.id, surveyId)))
  const { buildings } = await readReport(town.as(null), surveyId)
  expect(buildings).toHaveLength(6)
  expect(JSON.stringify(buildings)).not.toMatch(/used|"(9|10|14|15)"/)
})

test('coverage is told against the last sealed roll: its buildings, its grids and the whole, as they stood at the report', async () => {
  const town = await world()
  const round = await sealedRound(town)
  const onRoll = (n: number) => ({ gridId: n < 30 ? 'G1' : 'G2', building: n < 20 ? '1 号楼' : '２号楼' })
  const entries = await town.db.select().from(rollEntries).where(eq(rollEntries.roundId, round.id))
  await town.transact(async (tx) => {
    for (const [n, { id }] of entries.entries())
      await tx.update(rollEntries).set(onRoll(n)).where(eq(rollEntries.id, id))
  })
  const { id: surveyId } = await surveyWith(town)
  const print = { surveyId, building: '1号楼', households: 10, sheets: 10 }
  const { batchId } = await printSheets(town.as('clerk'), print)
  const off = { surveyId, building: '3号楼', households: 100, sheets: 40 }
  const other = await printSheets(town.as('clerk'), off)
  await town.transact((tx) => tx.update(surveySheets).set({ used: true }))
  const desk = await readCoverage(town.as('clerk'), surveyId)
  expect(desk.batches.map((b) => [b.id, b.households, b.onRoll])).toEqual([
    [batchId, 10, 20],
    [other.batchId, 100, null],
  ])
  expect(desk.unsent).toEqual([{ building: '２号楼', households: 20 }])
  await expect(readCoverage(town.as('clerk2'), surveyId)).rejects.toMatchObject({ kind: 'forbidden' })
  const rows = Array.from({ length: 20 }, () => ({ gridId: 'G1', answers: { Q1: '老年' } }))
  await answersOf(town, surveyId, rows)
  await reportNow(town, surveyId)
  const { report, buildings } = await readReport(town.as(null), surveyId)
  expect(report!.roll).toMatchObject({ households: 40, coverage: 0.5 })
  expect(report!.grids.find(({ count }) => count === 20)).toMatchObject({ onRoll: 30, rollCoverage: 20 / 30 })
  expect(buildings).toEqual([
    { building: '1号楼', households: 20, onRoll: true, sent: true, from: 50 },
    { building: '3号楼', households: 100, onRoll: false, sent: true, from: 25 },
    { building: '２号楼', households: 20, onRoll: true, sent: false, from: null },
  ])
  await town.transact((tx) => tx.update(rollEntries).set({ building: '9号楼' }))
  expect((await readReport(town.as(null), surveyId)).buildings).toEqual(buildings)
})
