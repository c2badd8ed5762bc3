import { Column, type SQL, sql } from 'drizzle-orm'

type Fields = readonly { field: unknown }[]
type Dialect = {
  buildSelection: (fields: Fields, options?: { isSingleTable?: boolean }) => SQL
  sqlToQuery: (words: SQL) => { sql: string }
}
type Branch = { next: WeakMap<Column, Branch>; alone?: SQL; joined?: SQL }

const branch = (): Branch => ({ next: new WeakMap() })

/** Where this very list of columns is kept; undefined where the list holds more than columns. */
function placeOf(root: Branch, fields: Fields): Branch | undefined {
  let at = root
  for (const { field } of fields) {
    if (!(field instanceof Column)) return undefined
    let next = at.next.get(field)
    if (!next) {
      next = branch()
      at.next.set(field, next)
    }
    at = next
  }
  return at
}

/** Keeps the words of a list of columns once they were made: drizzle makes them anew for every query, which costs more than most queries. */
export function keepSelections<Database extends object>(database: Database): Database {
  const { dialect } = database as unknown as { dialect: Dialect }
  const make = dialect.buildSelection.bind(dialect)
  const root = branch()
  dialect.buildSelection = (fields, options = {}) => {
    const place = placeOf(root, fields)
    if (!place) return make(fields, options)
    const key = options.isSingleTable ? 'alone' : 'joined'
    place[key] ??= sql.raw(dialect.sqlToQuery(make(fields, options)).sql)
    return place[key]
  }
  return database
}
