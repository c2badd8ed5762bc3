import type SQLite from 'better-sqlite3'

const MOST = 500

/** Keeps compiled statements by their words: compiling a query costs several times what running it does. */
export function keepStatements(connection: SQLite.Database): SQLite.Database {
  const kept = new Map<string, SQLite.Statement>()
  const compile = connection.prepare.bind(connection)
  const prepare = (source: string) => {
    const known = kept.get(source)
    kept.delete(source)
    const statement = known && !known.busy ? asNew(known) : compile(source)
    kept.set(source, statement)
    if (kept.size > MOST) kept.delete(kept.keys().next().value!)
    return statement
  }
  connection.prepare = prepare as typeof connection.prepare
  return connection
}

/** Whoever used it last may have asked for rows as arrays. */
const asNew = (statement: SQLite.Statement) => (statement.reader ? statement.raw(false) : statement)
