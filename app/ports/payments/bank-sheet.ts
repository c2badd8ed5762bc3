import { readSheet } from '../sheet.ts'
import type { Fault, FundingFact, Ingested } from './funding-provider.ts'

/** The columns of a bank's list, in their order: year, voucher, payee, sum in 元, outcome, receipt, day, reason. */
export const bankColumns = ['year', 'no', 'payee', 'amount', 'outcome', 'receipt', 'on', 'reason'] as const
/** The outcome as a bank writes it. */
export const outcomeWords = {
  paid: ['已付', '成功', '付讫', 'paid'],
  returned: ['退回', '退票', '失败', 'returned'],
}

type Kind = 'released' | 'returned'
const plain = (words = '') => words.normalize('NFKC').replace(/\s/g, '')
const kindOf = (said: string): Kind | null =>
  outcomeWords.paid.includes(said) ? 'released' : outcomeWords.returned.includes(said) ? 'returned' : null

/** 元 as a bank prints it, exact to 分; null: it is not a sum. */
function fenOf(typed: string): number | null {
  const [, whole, part = ''] = /^(\d{1,11})(?:\.(\d{1,2}))?$/.exec(typed.replace(/[,¥元]/g, '')) ?? []
  if (whole === undefined) return null
  const amount = Number(whole) * 100 + Number(part.padEnd(2, '0'))
  return amount > 0 ? amount : null
}
/** 2026-03-02, 2026/3/2 or 20260302 at noon of Shanghai; null: there is no such day. */
function dayOf(typed: string): number | null {
  const [, y, m, d] = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(typed) ?? []
  if (!y) return null
  const iso = `${y}-${m!.padStart(2, '0')}-${d!.padStart(2, '0')}`
  const at = Date.parse(`${iso}T12:00:00+08:00`)
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== iso ? null : at
}

type Cells = Record<(typeof bankColumns)[number], string>
const cellsOf = (row: readonly string[]) =>
  Object.fromEntries(bankColumns.map((name, i) => [name, plain(row[i])])) as Cells

/** The first thing wrong with a line, or nothing. */
function wrongWith(c: Cells, at: number): string | null {
  if (!/^\d{4}$/.test(c.year)) return 'year'
  if (c.no === '' || c.no.length > 40) return 'no'
  if (c.payee === '') return 'payee'
  if (fenOf(c.amount) === null) return 'amount'
  const kind = kindOf(c.outcome)
  if (!kind) return 'outcome'
  if (c.receipt === '' || c.receipt.length > 40) return 'receipt'
  const on = dayOf(c.on)
  if (on === null) return 'on'
  if (on > at + 12 * 3_600_000) return 'future'
  return kind === 'returned' && c.reason === '' ? 'reason' : null
}

const factOf = (c: Cells): FundingFact => ({
  id: `bank:${c.receipt}`,
  kind: kindOf(c.outcome)!,
  key: `${c.year}/${c.no}`,
  amount: fenOf(c.amount)!,
  at: dayOf(c.on)!,
  proof: c.receipt,
  payee: c.payee,
  reason: c.reason || undefined,
})

/** A list as text, a line a row, cells set apart by tabs: how a sheet that was tried comes back to be taken. */
const linesOf = (body: Buffer) =>
  body
    .toString('utf8')
    .split(/\r?\n/)
    .map((line) => line.split('\t'))

/** 银行明细表: every line as a fact, or its number in the sheet with what is wrong; a receipt twice is a fault of the second. */
export async function readBankSheet(body: Buffer, at: number): Promise<Ingested> {
  const rows = body.subarray(0, 2).toString('latin1') === 'PK' ? await readSheet(body) : linesOf(body)
  if (rows === null) return { facts: [], faults: [{ line: 0, reason: 'not-a-sheet' }] }
  const facts: Ingested['facts'] = []
  const faults: Fault[] = []
  const seen = new Set<string>()
  for (const [i, row] of rows.entries()) {
    if (i === 0 || row.every((cell) => cell === '')) continue
    const cells = cellsOf(row)
    const reason = wrongWith(cells, at) ?? (seen.has(cells.receipt) ? 'twice' : null)
    seen.add(cells.receipt)
    if (reason) faults.push({ line: i + 1, reason })
    else facts.push({ ...factOf(cells), line: i + 1 })
  }
  if (facts.length + faults.length === 0) faults.push({ line: 0, reason: 'empty' })
  return { facts, faults }
}
