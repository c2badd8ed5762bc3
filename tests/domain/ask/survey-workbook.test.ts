import { strFromU8, unzipSync } from 'fflate'
import readBook from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { answerSheets, reportSheets } from '#app/http/survey-workbook.server.ts'
import { plainCell, writeSheets } from '#app/ports/sheet.ts'
import { readReport } from '#domain/ask/survey/read-report.ts'
import { takeAnswers } from '#domain/ask/survey/take-answers.ts'
import { answersOf, everyKind, reportNow, surveyWith } from '#tests/support/survey.ts'
import { world } from '#tests/support/world.ts'

async function cellsIn(file: Buffer) {
  const cells: unknown[] = []
  for (const { data } of await readBook(file)) cells.push(...data.flat().filter((cell) => cell !== null))
  return cells
}
const formulasIn = (file: Buffer) =>
  Object.entries(unzipSync(file)).filter(
    ([at, part]) => at.includes('sheet') && /<f[\s>/]/.test(strFromU8(part)),
  )

test('nothing typed by anyone becomes a formula in a file', async () => {
  const bad = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    ' =1',
    '\u3000＝1',
    '\n@x',
    '=HYPERLINK("http://x","y")',
  ]
  for (const text of bad) expect(plainCell(text)).toBe(`'${text}`)
  expect(plainCell('楼道=暗')).toBe('楼道=暗')
  const file = await writeSheets([{ name: '表', rows: bad.map((text) => [text, 1]) }])
  expect(formulasIn(file)).toEqual([])
  const cells = await cellsIn(file)
  expect(cells.filter((cell) => cell === 1).length).toBe(bad.length)
  expect(cells.filter((cell) => String(cell).startsWith("'")).length).toBe(bad.length)
})

test('the file of a report hides what the report hides; the raw file has no name, time or place of writing', async () => {
  const town = await world()
  const { id } = await surveyWith(town)
  const rows = Array.from({ length: 40 }, (_, i) => ({
    gridId: 'G1',
    answers: { Q1: i < 3 ? '青年' : '老年', Q7: i === 0 ? '=cmd|calc' : `说法${i}` },
  }))
  await answersOf(town, id, rows)
  await reportNow(town, id)
  const { survey, report } = await readReport(town.as(null), id)
  const open = await cellsIn(await writeSheets(reportSheets(survey, report!)))
  const words = open.map(String)
  const numbers = open.filter((cell) => typeof cell === 'number')
  expect(numbers).toContain(40)
  expect(numbers.filter((n) => n === 3 || n === 37)).toEqual([])
  expect(words.filter((text) => text === '不公布').length).toBeGreaterThan(2)
  expect(words.join()).not.toContain('说法')
  const raw = await cellsIn(
    await writeSheets(answerSheets(await takeAnswers(town.as('clerk'), { surveyId: id }))),
  )
  const heads = raw.slice(0, everyKind.length + 3)
  expect(heads).toEqual(['渠道', '哪个网格', expect.any(String), ...everyKind.map(({ text }) => text)])
  expect(raw).toContain("'=cmd|calc")
  expect(raw.filter((cell) => cell instanceof Date)).toEqual([])
})
