import { type Sheet, writeSheets } from '#app/ports/sheet.ts'

/** An Excel file of sheets as a download; the name is ours, never a resident's words. */
export const download = async (sheets: readonly Sheet[], name: string) =>
  new Response(new Uint8Array(await writeSheets(sheets)), {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  })
