import { plainCell } from '#app/ports/sheet.ts'

/** Nothing in a cell may be taken for a formula by a spreadsheet. */
export const cell = (text: string) => `"${plainCell(text).replaceAll('"', '""')}"`
export const day = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
/** 分 as 元 with two decimals. */
export const yuan = (fen: number) =>
  `${fen < 0 ? '-' : ''}${Math.floor(Math.abs(fen) / 100)}.${String(Math.abs(fen) % 100).padStart(2, '0')}`
/** A table any office opens: UTF-8 with a mark, one head, then its rows as they are. */
export const csvOf = (head: readonly string[], rows: readonly string[]) =>
  `\ufeff${[head.map(cell).join(','), ...rows].join('\r\n')}\r\n`
