import type { LoaderFunctionArgs } from '@remix-run/node'
import { type Translate, translator } from '#app/i18n/index.ts'
import type { Sheet } from '#app/ports/sheet.ts'
import type { Context } from '#domain/context.ts'
import { pageLoader } from './page-loader.server.ts'
import { preferences } from './preferences.server.ts'
import { download } from './workbook.server.ts'

type Spec<Read> = {
  /** The read of the page itself, so that a file holds what its page shows and asks the same rules. */
  read: (ctx: Context, params: Record<string, string>, url: URL) => Promise<Read>
  sheets: (read: Read, t: Translate) => readonly Sheet[]
  /** The name without its ending; ours, never anybody's words. */
  name: (read: Read) => string
}

/** 导出 Excel：a list as its page shows it, in the reader's language. */
export const listSheet =
  <Read>({ read, sheets, name }: Spec<Read>) =>
  async (args: LoaderFunctionArgs) => {
    const found = await pageLoader(read)(args)
    const t = translator((await preferences(args.request)).lang)
    return download(sheets(found, t), `${name(found)}.xlsx`)
  }

type Cell = string | number | null
type Column<Row> = readonly [head: string, cell: (row: Row) => Cell, width?: number]
/** A sheet with one row for each of a list, told column by column. */
export const sheetOf = <Row>(
  name: string,
  rows: readonly Row[],
  columns: ReadonlyArray<Column<Row>>,
): Sheet => ({
  // A sheet's name may be no longer than 31 characters, and holds none of these signs.
  name: name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31),
  columns: columns.map(([head, , width]) => ({ head, width: width ?? 16 })),
  rows: rows.map((row) => columns.map(([, cell]) => cell(row))),
})
