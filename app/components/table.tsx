import type { ReactNode } from 'react'

export type Column = { head: string; money?: boolean }
export type TableRow = { key: string; cells: readonly ReactNode[]; sum?: boolean }
type TableProps = {
  caption: ReactNode
  columns: readonly Column[]
  rows: readonly TableRow[]
  captionHidden?: boolean
}

const sumsIn = (columns: readonly Column[]) => columns.filter(({ money }) => money).length
const lead = (columns: readonly Column[]) => {
  const sums = sumsIn(columns)
  return sums > 1 ? 'lead-money lead-named' : sums === 1 ? 'lead-money' : ''
}

/** Four sums and more need a desk's width, six a smaller face beside. */
const widths = (sums: number) => (sums > 5 ? 'stack some many' : sums > 3 ? 'stack some' : 'stack')

/** A table that on a phone becomes one card a row: first cell and sum on top, the rest with their labels; of several sums the top one says which it is. */
export const Table = ({ caption, columns, rows, captionHidden }: TableProps) => {
  const cash = lead(columns)
  return (
    <table className={widths(sumsIn(columns))}>
      <caption className={captionHidden ? 'vh' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ head, money }) => (
            <th key={head} scope="col" className={money ? 'money' : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className={`${cash} ${row.sum ? 'sum' : ''}`.trim() || undefined}>
            {columns.map(({ head, money }, at) =>
              at === 0 ? (
                <th key={head} scope="row">
                  {row.cells[at]}
                </th>
              ) : (
                <td key={head} data-label={head} className={money ? 'money' : undefined}>
                  {row.cells[at]}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
