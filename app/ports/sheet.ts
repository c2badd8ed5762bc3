import { inflateRawSync } from 'node:zlib'
import type { Feature, Image, Sheet as Written } from 'write-excel-file/node'

/** A column of a sheet that is written: its heading, and how wide it stands. */
export type SheetColumn = { head: string; width?: number }
/** A sheet that is written; with columns it has a bold heading that stays in sight, and its cells are text. */
export type Sheet = {
  name: string
  columns?: readonly SheetColumn[]
  rows: ReadonlyArray<ReadonlyArray<string | number | null>>
}

const MOST_BYTES = 64 * 1024 * 1024
const MOST_ROWS = 20_001
const MOST_COLUMNS = 40
const MOST_WORDS = 32_767

const END = 0x06054b50
const ENTRY = 0x02014b50

/**
 * Whether a file is an archive that unpacks to no more than `MOST_BYTES`: every part is unpacked under that cap before
 * anything parses it, so that a small file that would fill the memory is refused.
 */
function isSmallArchive(bytes: Buffer): boolean {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== END) return false
  const entries = bytes.readUInt16LE(end + 10)
  if (entries === 0xffff) return false
  let left = MOST_BYTES
  let at = bytes.readUInt32LE(end + 16)
  for (let n = entries; n > 0; n--) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) return false
    const part = unpacked(bytes, at, left)
    if (part === null || part.length > left || part.length !== bytes.readUInt32LE(at + 24)) return false
    if (!isSmallPart(part)) return false
    left -= part.length
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return true
}

function unpacked(bytes: Buffer, entry: number, most: number): Buffer | null {
  const method = bytes.readUInt16LE(entry + 10)
  const packed = bytes.readUInt32LE(entry + 20)
  const local = bytes.readUInt32LE(entry + 42)
  if (local + 30 > bytes.length) return null
  const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  if (from + packed > bytes.length) return null
  const part = bytes.subarray(from, from + packed)
  if (method === 0) return part
  if (method !== 8 || most < 1) return null
  try {
    return inflateRawSync(part, { maxOutputLength: most })
  } catch {
    return null
  }
}

/** Whether no row or cell of a part stands far outside: whatever lies between would be filled up with blanks. */
function isSmallPart(part: Buffer): boolean {
  const text = part.toString('latin1')
  let rows = 0
  for (const _ of text.matchAll(/<(?:[\w.-]+:)?row[\s/>]/g)) if (++rows > MOST_ROWS) return false
  for (const [, place = ''] of text.matchAll(/(?<![\w.-]|\sxmlns:)r=["']([^"']*)/g)) {
    const [, letters, row] = /^([A-Z]{0,2})(\d{1,5})$/.exec(place) ?? []
    if (letters === undefined || Number(row) > MOST_ROWS || columnOf(letters) > MOST_COLUMNS) return false
  }
  return true
}
const columnOf = (letters: string) => [...letters].reduce((n, one) => n * 26 + one.charCodeAt(0) - 64, 0)

/** What a person sees in a cell; a date as it is written in a file. */
function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  const words = value instanceof Date ? value.toISOString().slice(0, 10) : String(value)
  return words.replace(/[\t\r\n]+/g, ' ').trim()
}

/** The first sheet of an Excel file, row for row as it stands there (blank rows kept); null: no such file, or too big a one. */
export async function readSheet(bytes: Buffer): Promise<string[][] | null> {
  if (!isSmallArchive(bytes)) return null
  const { readSheet: readFirst } = await import('read-excel-file/universal')
  try {
    const rows: unknown[][] = await readFirst(new Uint8Array(bytes).buffer)
    const isLong = (cell: unknown) => typeof cell === 'string' && cell.length > MOST_WORDS
    return rows.some((row) => row.some(isLong)) ? null : rows.map((row) => row.map(wordsOf))
  } catch {
    return null
  }
}

/** Nothing in a cell may be taken for a formula, whichever program opens the file. */
export const plainCell = (text: string) => (/^[\t\r]|^\s*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text)

// The writer looks texts up in a plain object, so that a word every object has would be lost.
const safeCell = (text: string) => (text in {} ? `'${text}` : plainCell(text))

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
  const { default: write } = await import('write-excel-file/node')
  return withoutTimes(await write(sheets.map(written), { features: [textColumns] }).toBuffer())
}

const BOLD = { type: String, fontWeight: 'bold' } as const
const TEXT = { type: String, format: '@' } as const
const TEXT_STYLE = '2'
// Headings come first and so take style 1, text style 2: a whole column is given it, so that what is typed below stays text.
const textColumns: Feature<Image['content']> = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml) =>
          xml.includes(` s="${TEXT_STYLE}"`) ? xml.replaceAll('<col ', `<col style="${TEXT_STYLE}" `) : xml,
      },
    },
  },
}

function written({ name, columns, rows }: Sheet): Written<Image['content']> {
  const style = columns ? TEXT : { type: String }
  const cells = rows.map((row) =>
    row.map((cell) => (typeof cell === 'string' ? { value: safeCell(cell), ...style } : cell)),
  )
  if (!columns) return { sheet: name, data: cells }
  const heads = columns.map(({ head }) => ({ value: safeCell(head), ...BOLD }))
  const blank = columns.map(() => TEXT)
  return {
    sheet: name,
    data: [heads, ...(cells.length > 0 ? cells : [blank])],
    columns: columns.map(({ width = 16 }) => ({ width })),
    stickyRowsCount: 1,
  }
}
