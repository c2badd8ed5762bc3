import { PassThrough } from 'node:stream'

export type Sheet = { name: string; rows: ReadonlyArray<ReadonlyArray<string | number | null>> }

/** Nothing in a cell may be taken for a formula, whichever program opens the file. */
export const plainCell = (text: string) => (/^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text)

/** An Excel file, written a row at a time so that a long one does not fill the memory. */
export async function workbook(sheets: readonly Sheet[]): Promise<Buffer> {
  const { default: ExcelJS } = await import('exceljs')
  const stream = new PassThrough()
  const parts: Buffer[] = []
  stream.on('data', (part: Buffer) => parts.push(part))
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream })
  for (const { name, rows } of sheets) {
    const sheet = book.addWorksheet(name)
    for (const row of rows)
      sheet.addRow(row.map((cell) => (typeof cell === 'string' ? plainCell(cell) : cell))).commit()
    sheet.commit()
  }
  await book.commit()
  return Buffer.concat(parts)
}

/** The file as a download; the name is ours, never a resident's words. */
export const download = (file: Buffer, name: string) =>
  new Response(new Uint8Array(file), {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  })
