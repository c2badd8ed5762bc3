import { expect, test } from 'vitest'
import { readSheet, writeSheets } from '#app/ports/sheet.ts'
import { overCaps } from '#domain/buy/proposal/budget/caps.ts'
import { columns, readRows } from '#domain/buy/proposal/budget/read-rows.ts'
import { trySheet } from '#domain/buy/proposal/budget/try-sheet.ts'
import { budgetForm } from '#domain/buy/proposal/forms.ts'
import { budgetKinds } from '#domain/buy/proposal/sections.ts'
import { writeBudget } from '#domain/buy/proposal/write-sections.ts'
import { yuan } from '#domain/money.ts'
import { publishedTender } from '#tests/support/tender.ts'
import { world } from '#tests/support/world.ts'

const kindOf = (words: string) => budgetKinds.find((kind) => kind === words)
const heading = ['科目', '做什么用', '数量', '单位', '单价（元）', '金额（元）']
const read = (...rows: string[][]) => readRows([heading, ...rows], kindOf)
const staff = ['staff', '社工两名', '2', '人', '50,000', '100000']

test('a row of a sheet is a line of the budget, or what is wrong with it and where it stands', () => {
  expect(read(staff, ['', '', '', '', '', ''], ['activity', '节日活动', '', '', '', '1.2万'])).toEqual({
    lines: [
      {
        kind: 'staff',
        label: '社工两名',
        quantity: 2,
        unit: '人',
        unitPrice: yuan(50_000),
        amount: yuan(100_000),
      },
      {
        kind: 'activity',
        label: '节日活动',
        quantity: undefined,
        unit: undefined,
        unitPrice: undefined,
        amount: yuan(12_000),
      },
    ],
    faults: [],
    total: yuan(112_000),
  })
  const wrong: Array<[string[], string]> = [
    [['人头费', '社工', '', '', '', '1'], 'kind'],
    [['', '社工', '', '', '', '1'], 'kind'],
    [['staff', '社', '', '', '', '1'], 'label'],
    [['staff', '长'.repeat(61), '', '', '', '1'], 'label'],
    [['staff', '社工', '', '', '', ''], 'amount'],
    [['staff', '社工', '', '', '', '0'], 'amount'],
    [['staff', '社工', '', '', '', '-100'], 'amount'],
    [['staff', '社工', '', '', '', '一千'], 'amount'],
    [['staff', '社工', '很多', '人', '1', '1'], 'quantity'],
    [['staff', '社工', '-1', '人', '1', '1'], 'quantity'],
    [['staff', '社工', '1', '人', '免费', '1'], 'unit-price'],
    [['staff', '社工', '2', '人', '50000', '100000.01'], 'product'],
    [['staff', '社工', '2', '人', '', '100000'], 'product'],
    [['staff', '社工'], 'amount'],
  ]
  const all = read(...wrong.map(([row]) => row))
  expect(all.faults).toEqual(wrong.map(([, key], at) => ({ line: at + 2, key })))
  expect(all.lines).toEqual([])
})

test('only a first row without a figure is a heading; a wrong first row is not swallowed', () => {
  expect(readRows([['人头费', '社工', '', '', '', '100']], kindOf).faults).toEqual([{ line: 1, key: 'kind' }])
  expect(readRows([staff], kindOf).lines).toHaveLength(1)
  expect(readRows([staff, heading], kindOf).faults).toEqual([{ line: 2, key: 'kind' }])
  expect(readRows([], kindOf)).toEqual({ lines: [], faults: [], total: 0 })
})

test('what is written to a sheet comes back from it, and what no sheet holds is no sheet', async () => {
  const bytes = await writeSheets([
    { name: '预算表', columns: columns.map((head) => ({ head })), rows: [staff] },
  ])
  const rows = await readSheet(bytes)
  expect(readRows(rows!, kindOf)).toMatchObject({ lines: [{ label: '社工两名' }], faults: [] })
  expect(await readSheet(Buffer.from('PK not a sheet'))).toBeNull()
})

test('quantity times unit price is the amount, to the 分, and neither stands alone', () => {
  const typed = (quantity: string, unitPrice: string, amount: string) =>
    budgetForm.safeParse({
      price: amount,
      lines: [{ kind: 'staff', label: '社工', amount, quantity, unitPrice }],
    }).success
  expect(typed('2.5', '100.02', '250.05')).toBe(true)
  expect(typed('', '', '250.05')).toBe(true)
  expect(typed('3', '0.333', '1')).toBe(false)
  for (const [quantity, unitPrice] of [
    ['2', ''],
    ['', '5'],
    ['2', '5.01'],
  ])
    expect(typed(quantity!, unitPrice!, '10'), `${quantity} ${unitPrice}`).toBe(false)
})

test('management over its cap is refused with the figure and its source, staff over its share is shown', async () => {
  const town = await world()
  const { id: tenderId } = await publishedTender(town)
  const sheet = (management: number, staffed: number) => ({
    price: yuan(100_000),
    lines: [
      { kind: 'management' as const, label: '管理费', amount: yuan(management) },
      { kind: 'staff' as const, label: '社工', amount: yuan(staffed) },
      { kind: 'activity' as const, label: '活动', amount: yuan(100_000 - management - staffed) },
    ],
  })
  const on = '2026-03-02'
  expect(await overCaps(town.db, sheet(10_000, 60_000), on)).toEqual([])
  const [fee, people] = await overCaps(town.db, sheet(10_000.01, 60_000.01), on)
  expect(fee).toMatchObject({ kind: 'management', percent: 10, most: yuan(10_000), refuses: true })
  expect(people).toMatchObject({ kind: 'staff', percent: 60, most: yuan(60_000), refuses: false })
  for (const cap of [fee, people]) expect(cap!.source).toMatch(/^区内/)
  const save = (...of: [number, number]) => writeBudget(town.as('editor1'), { tenderId, ...sheet(...of) })
  await expect(save(10_001, 10_000)).rejects.toMatchObject({ reason: 'budget-over-cap-management' })
  await save(10_000, 80_000)

  const rows = [heading, ['staff', '社工', '', '', '', '210000.01']]
  const tried = await trySheet(town.as('editor1'), { tenderId, rows, kindOf })
  expect(tried).toMatchObject({ over: true, total: yuan(210_000.01), ceiling: yuan(210_000) })
  for (const who of ['handler', 'expert1', 'resident1'])
    await expect(trySheet(town.as(who), { tenderId, rows, kindOf })).rejects.toMatchObject({
      kind: 'forbidden',
    })
})
