import { type Fen, readMoney, sum } from '../../../money.ts'
import type { BudgetLine } from '../body.ts'
import type { BudgetKind } from '../sections.ts'
import { linePriced } from './line-priced.ts'

/** The columns of the sheet, in order. */
export const columns = ['kind', 'label', 'quantity', 'unit', 'unitPrice', 'amount'] as const
export const mostLines = 30
type Column = (typeof columns)[number]
export type RowFault = {
  line: number
  key: 'kind' | 'label' | 'amount' | 'quantity' | 'unit-price' | 'product'
}
type Cells = Record<Column, string>
type KindOf = (words: string) => BudgetKind | undefined

const cellsOf = (row: readonly string[]) =>
  Object.fromEntries(columns.map((column, at) => [column, row[at] ?? ''])) as Cells
const isBlank = (row: readonly string[]) => row.every((cell) => cell === '')
/** The row of headings: names no kind of cost, and has no figure where the amount would be. */
const isHeading = (row: readonly string[], kindOf: KindOf) =>
  !kindOf(row[0] ?? '') && !/\d/.test(row[columns.indexOf('amount')] ?? '')

const howMany = (words: string) => {
  const n = Number(words.normalize('NFKC').replace(/[,\s]/g, ''))
  return Number.isFinite(n) && n > 0 ? n : null
}
const positive = (words: string): Fen | null => {
  const amount = readMoney(words)
  return amount !== null && amount > 0 ? amount : null
}

type Read = { line: BudgetLine } | { fault: RowFault['key'] }
/** One row as a line of the budget, or the first thing wrong with it. */
function lineOf(cells: Cells, kindOf: KindOf): Read {
  const kind = kindOf(cells.kind)
  if (!kind) return { fault: 'kind' }
  if (cells.label.length < 2 || cells.label.length > 60) return { fault: 'label' }
  const amount = positive(cells.amount)
  if (amount === null) return { fault: 'amount' }
  const quantity = cells.quantity === '' ? undefined : howMany(cells.quantity)
  if (quantity === null) return { fault: 'quantity' }
  const unitPrice = cells.unitPrice === '' ? undefined : positive(cells.unitPrice)
  if (unitPrice === null) return { fault: 'unit-price' }
  const line = {
    kind,
    label: cells.label,
    amount,
    quantity,
    unitPrice,
    unit: cells.unit.slice(0, 12) || undefined,
  }
  return linePriced(line) ? { line } : { fault: 'product' }
}

/** 读预算表: every row of a sheet that is filled, with its number as the sheet has it; all or nothing is for whoever asks. */
export function readRows(rows: ReadonlyArray<readonly string[]>, kindOf: KindOf) {
  const filled = rows
    .map((row, at) => ({ row, line: at + 1 }))
    .filter(({ row, line }) => !isBlank(row) && !(line === 1 && isHeading(row, kindOf)))
  const read = filled.map(({ row, line }) => ({ at: line, ...lineOf(cellsOf(row), kindOf) }))
  const lines = read.flatMap((one) => ('line' in one ? [one.line] : []))
  const faults: RowFault[] = read.flatMap((one) => ('fault' in one ? [{ line: one.at, key: one.fault }] : []))
  return { lines, faults, total: sum(lines.map((l) => l.amount)) }
}
