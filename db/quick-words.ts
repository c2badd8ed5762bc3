import { Column, Name, Param, type Query, SQL, StringChunk, Table } from 'drizzle-orm'
import { quickInserts } from './quick-inserts.ts'

type Dialect = {
  escapeName: (name: string) => string
  sqlToQuery: (words: SQL, source?: 'indexes') => Query
}
type Inside = { queryChunks: readonly unknown[]; shouldInlineParams: boolean }
type Says = (piece: never, query: Query) => void
type Say = (piece: unknown, query: Query) => void

const put = (query: Query, value: unknown) => {
  query.sql += '?'
  query.params.push(value)
}
const words = (piece: StringChunk, query: Query) => {
  for (const part of piece.value) query.sql += part
}
/** What drizzle itself says of a piece. */
const byDrizzle =
  (make: Dialect['sqlToQuery']): Say =>
  (piece, query) => {
    const whole = make(new SQL([piece] as never))
    query.sql += whole.sql
    query.params.push(...whole.params)
  }

/** The full name of a table or a column, made once. */
function names(leave: Say) {
  const known = new WeakMap<object, string>()
  return (piece: object, query: Query) => {
    let name = known.get(piece)
    if (name === undefined) {
      const own = { sql: '', params: [] }
      leave(piece, own)
      known.set(piece, own.sql)
      name = own.sql
    }
    query.sql += name
  }
}
const params = (leave: Say, say: Say) => (piece: Param, query: Query) => {
  const { value, encoder } = piece
  if (typeof value === 'object' && value !== null && 'getSQL' in value) return leave(piece, query)
  const stored = value === null ? null : encoder.mapToDriverValue(value)
  if (stored instanceof SQL) return say(stored, query)
  put(query, stored)
}
const wholes = (leave: Say, say: Say) => (piece: SQL, query: Query) => {
  const { queryChunks, shouldInlineParams } = piece as unknown as Inside
  if (shouldInlineParams) return leave(piece, query)
  for (const one of queryChunks) say(one, query)
}
const lists = (say: Say) => (piece: readonly unknown[], query: Query) => {
  query.sql += '('
  for (const [at, one] of piece.entries()) {
    if (at > 0) query.sql += ', '
    say(one, query)
  }
  query.sql += ')'
}

/** Says any piece of a query; how each kind is said is looked up once a kind. */
function speaker(dialect: Dialect, leave: Say): Say {
  const full = names(leave)
  const known = new WeakMap<object, Says>()
  const say: Say = (piece, query) => {
    if (piece === undefined) return
    if (typeof piece !== 'object' || piece === null) return put(query, piece)
    const kind = Object.getPrototypeOf(piece) as object | null
    const how = (kind && known.get(kind)) ?? find(piece, kind)
    ;(how as Say)(piece, query)
  }
  const name = (piece: Name, query: Query) => {
    query.sql += dialect.escapeName(piece.value)
  }
  const kinds: ReadonlyArray<readonly [abstract new (...of: never[]) => object, Says]> = [
    [StringChunk, words],
    [Name, name],
    [Array, lists(say)],
    [SQL, wholes(leave, say)],
    [Column, full],
    [Table, full],
    [Param, params(leave, say)],
  ]
  const find = (piece: object, kind: object | null): Says => {
    const how = kinds.find(([of]) => piece instanceof of)?.[1] ?? leave
    if (kind) known.set(kind, how)
    return how
  }
  return say
}

/** Puts the words of a query together in one pass, where drizzle makes an object of every piece and joins them again and again; a piece that is not known here is left to drizzle. */
export function quickWords<Database extends object>(database: Database): Database {
  const { dialect } = database as unknown as { dialect: Dialect }
  const slow = dialect.sqlToQuery.bind(dialect)
  const say = speaker(dialect, byDrizzle(slow))
  dialect.sqlToQuery = (asked, source) => {
    if (source) return slow(asked, source)
    const query: Query = { sql: '', params: [] }
    say(asked, query)
    return query
  }
  quickInserts(dialect)
  return database
}
