import { inflateRawSync } from 'node:zlib'

/** A column of a sheet that is written: its heading, and how wide it stands. */
export type SheetColumn = { head: string; width?: number }
export type Sheet = {
  name: string
  columns: readonly SheetColumn[]
  rows: ReadonlyArray<ReadonlyArray<string | number | null>>
}

const MOST_BYTES = 64 * 1024 * 1024
const MOST_ROWS = 20_001
const MOST_COLUMNS = 40

const END = 0x06054b50
const ENTRY = 0x02014b50

/**
 * Whether a file is an archive that unpacks to no more than `MOST_BYTES`: every part is unpacked under that cap before
 * anything parses it, so that a small file that would fill the memory is refused.
 */
function isSmallArchive(bytes: Buffer): boolean {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== END) return false
  let left = MOST_BYTES
  let at = bytes.readUInt32LE(end + 16)
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n--) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) return false
    const size = unpackedSize(bytes, at, left)
    if (size === null || size > left) return false
    left -= size
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return true
}

function unpackedSize(bytes: Buffer, entry: number, most: number): number | null {
  const method = bytes.readUInt16LE(entry + 10)
  const packed = bytes.readUInt32LE(entry + 20)
  const local = bytes.readUInt32LE(entry + 42)
  if (local + 30 > bytes.length) return null
  const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  if (from + packed > bytes.length) return null
  if (method === 0) return packed
  if (method !== 8 || most < 1) return null
  try {
    return inflateRawSync(bytes.subarray(from, from + packed), { maxOutputLength: most }).length
  } catch {
    return null
  }
}

type Cell = { text?: unknown; value?: unknown }
/** What a person sees in a cell; a date as it is written in a file. */
function wordsOf({ value, text }: Cell): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'object' && 'result' in value) return String(value.result ?? '')
  return typeof text === 'string' ? text : String(value)
}
const plain = (words: string) => words.replace(/[\t\r\n]+/g, ' ').trim()

/** The first sheet of an Excel file, row for row as it stands there (blank rows kept); null: no such file, or too big a one. */
export async function readSheet(bytes: Buffer): Promise<string[][] | null> {
  if (!isSmallArchive(bytes)) return null
  const { default: excel } = await import('exceljs')
  const book = new excel.Workbook()
  try {
    await book.xlsx.load(bytes as never)
  } catch {
    return null
  }
  const sheet = book.worksheets[0]
  if (!sheet || sheet.rowCount > MOST_ROWS || sheet.columnCount > MOST_COLUMNS) return null
  const rows: string[][] = []
  for (let n = 1; n <= sheet.rowCount; n++) {
    const row = sheet.getRow(n)
    rows.push(Array.from({ length: row.cellCount }, (_, i) => plain(wordsOf(row.getCell(i + 1)))))
  }
  return rows
}

/** 1980-01-01, the first day an archive can name. */
const NO_DAY = 0x21
/** Takes the times out of an archive: the same rows always give the same bytes, and nothing tells when they were saved. */
function withoutTimes(bytes: Buffer): Buffer {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  let at = bytes.readUInt32LE(end + 16)
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n--) {
    for (const time of [at + 12, bytes.readUInt32LE(at + 42) + 10]) {
      bytes.writeUInt16LE(0, time)
      bytes.writeUInt16LE(NO_DAY, time + 2)
    }
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return bytes
}

/** An Excel file of sheets; every text stays text, so that no cell is taken for a formula. */
export async function writeSheets(sheets: readonly Sheet[]): Promise<Buffer> {
  const { default: excel } = await import('exceljs')
  const book = new excel.Workbook()
  book.created = new Date(0)
  book.modified = new Date(0)
  for (const { name, columns, rows } of sheets) {
    const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.columns = columns.map(({ head, width = 16 }) => ({ header: head, width, style: { numFmt: '@' } }))
    sheet.getRow(1).font = { bold: true }
    for (const row of rows) sheet.addRow([...row])
  }
  return withoutTimes(Buffer.from(await book.xlsx.writeBuffer()))
}
