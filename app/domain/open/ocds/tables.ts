import { cell as textCell } from '../../csv.ts'
import type { Json } from './words.ts'

const list = (value: unknown): Json[] => (Array.isArray(value) ? value : [])
const part = (value: unknown, ...names: string[]): unknown =>
  names.reduce<unknown>((at, name) => (at as Json | null | undefined)?.[name], value)
const names = (value: unknown) =>
  list(value)
    .map((v) => v.name)
    .join('；')
const day = (value: unknown) => (typeof value === 'string' ? value.slice(0, 10) : '')

const cell = (value: unknown) => (typeof value === 'number' ? `"${value}"` : textCell(String(value ?? '')))
/** A line of a table any office opens. */
export const lineOf = (cells: readonly unknown[]) => `${cells.map(cell).join(',')}\r\n`

type Table = { columns: readonly string[]; rows: (release: Json) => unknown[][] }
const head = (r: Json) => [r.ocid, r.title, part(r.buyer, 'name')]

const tenders: Table = {
  columns: ['ocid', 'title', 'buyer', 'status', 'method', 'value', 'from', 'until', 'tenderers'],
  rows: (r) => {
    const t = r.tender as Json | undefined
    if (!t || t.status === 'planned') return []
    const period = t.tenderPeriod as Json | undefined
    return [
      [
        ...head(r),
        t.status,
        t.procurementMethodDetails,
        part(t.value, 'amount'),
        day(period?.startDate),
        day(period?.endDate),
        t.numberOfTenderers,
      ],
    ]
  },
}
const awards: Table = {
  columns: ['ocid', 'title', 'buyer', 'award', 'status', 'date', 'supplier', 'value'],
  rows: (r) =>
    list(r.awards).map((a) => [
      ...head(r),
      a.id,
      a.status,
      day(a.date),
      names(a.suppliers),
      part(a.value, 'amount'),
    ]),
}
const supplierOf = (r: Json, contract: Json) =>
  names(list(r.awards).find((a) => a.id === contract.awardID)?.suppliers)
const contracts: Table = {
  columns: ['ocid', 'title', 'buyer', 'contract', 'status', 'signed', 'supplier', 'value', 'from', 'until'],
  rows: (r) =>
    list(r.contracts).map((c) => [
      ...head(r),
      c.id,
      c.status,
      day(c.dateSigned),
      supplierOf(r, c),
      part(c.value, 'amount'),
      day(part(c.period, 'startDate')),
      day(part(c.period, 'endDate')),
    ]),
}
const payments: Table = {
  columns: ['ocid', 'title', 'buyer', 'contract', 'payment', 'date', 'milestone', 'payer', 'payee', 'value'],
  rows: (r) =>
    list(r.contracts).flatMap((c) =>
      list(part(c, 'implementation', 'transactions')).map((t) => [
        ...head(r),
        c.id,
        t.id,
        day(t.date),
        part(t.relatedImplementationMilestone, 'title'),
        part(t.payer, 'name'),
        part(t.payee, 'name'),
        part(t.value, 'amount'),
      ]),
    ),
}

/** 表格: what people ask for in a spreadsheet, out of the compiled releases and nothing else. */
export const tables: Record<string, Table> = { tenders, awards, contracts, payments }
export const isTable = (name: string) => Object.hasOwn(tables, name)
