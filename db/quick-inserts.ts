import { type Column, getTableColumns, Param, SQL, StringChunk, type Table } from 'drizzle-orm'

type Row = Record<string, Param | SQL>
type Asked = {
  table: Table
  values: Row[] | SQL
  onConflict?: SQL[]
  returning?: readonly { field: unknown }[]
  withList?: readonly unknown[]
  select?: boolean
}
type Dialect = {
  casing: { getColumnCasing: (column: Column) => string }
  escapeName: (name: string) => string
  buildInsertQuery: (asked: Asked) => SQL
  buildSelection: (fields: readonly { field: unknown }[], options: { isSingleTable: boolean }) => SQL
}
type Into = { head: StringChunk; columns: ReadonlyArray<readonly [string, Column]> }

const [comma, next, close, nothing, returns] = [', ', '), (', ')', 'null', ' returning '].map(
  (words) => new StringChunk(words),
)
/** What is written in a column: what was given, else what the column has of itself. */
function valueIn(given: Param | SQL | undefined, column: Column) {
  if (given !== undefined && !(given instanceof Param && given.value === undefined)) return given
  const own: unknown = column.default ?? column.defaultFn?.() ?? column.onUpdateFn?.()
  if (own === undefined) return nothing
  return own instanceof SQL ? own : new Param(own, column)
}
function intoOf(dialect: Dialect, table: Table): Into {
  const columns = Object.entries(getTableColumns(table)) as Array<readonly [string, Column]>
  const names = columns.map(([, one]) => dialect.escapeName(dialect.casing.getColumnCasing(one)))
  return { columns, head: new StringChunk([' (', names.join(', '), ') values (']) }
}

/** Keeps the words that every row put into a table begins with: drizzle makes them anew for each row. */
export function quickInserts(of: object) {
  const dialect = of as Dialect
  const make = dialect.buildInsertQuery.bind(dialect)
  const known = new WeakMap<Table, Into>()
  const begin = new StringChunk('insert into ')
  dialect.buildInsertQuery = (asked) => {
    const { table, values, onConflict = [], returning, withList, select } = asked
    if (select || !Array.isArray(values) || withList?.length) return make(asked)
    const into = known.get(table) ?? intoOf(dialect, table)
    known.set(table, into)
    const pieces: unknown[] = [begin, table, into.head]
    for (const [at, row] of values.entries()) {
      if (at > 0) pieces.push(next)
      for (const [i, [name, column]] of into.columns.entries())
        if (i > 0) pieces.push(comma, valueIn(row[name], column))
        else pieces.push(valueIn(row[name], column))
    }
    pieces.push(close, ...onConflict)
    if (returning) pieces.push(returns, dialect.buildSelection(returning, { isSingleTable: true }))
    return Object.assign(new SQL([]), { queryChunks: pieces })
  }
}
