import { and, eq, lte } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { surveySheets, surveys } from '#db/schema/index.ts'
import { coverBuildings } from '#domain/ask/survey/cover-buildings.ts'
import { printSheets } from '#domain/ask/survey/print-sheets.ts'
import { readReport } from '#domain/ask/survey/read-report.ts'
import { surveyWith } from '#tests/support/survey.ts'
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
