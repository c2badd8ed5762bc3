import type SQLite from 'better-sqlite3'

const MOST = 500

/** Keeps compiled statements by their words: compiling a query costs several times what running it does. What two turns did not use is let go. */
export function keepStatements(connection: SQLite.Database): SQLite.Database {
  let kept = new Map<string, SQLite.Statement>()
  let before = kept
  const compile = connection.prepare.bind(connection)
  const keep = (source: string, statement: SQLite.Statement) => {
    if (kept.size >= MOST / 2) {
      before = kept
      kept = new Map()
    }
    kept.set(source, statement)
    return statement
  }
  const prepare = (source: string) => {
    const known = kept.get(source)
    if (known && !known.busy) return asNew(known)
    const older = before.get(source)
    return keep(source, older && !older.busy ? asNew(older) : compile(source))
  }
  connection.prepare = prepare as typeof connection.prepare
  return connection
}

/** Whoever used it last may have asked for rows as arrays. */
const asNew = (statement: SQLite.Statement) => (statement.reader ? statement.raw(false) : statement)
