import SQLite from 'better-sqlite3'
import pg from 'pg'
import { postgresUp } from './migrate-postgres.server.ts'
import { newestIn } from './newer-than-code.ts'
import { lockFile } from './sqlite.server.ts'

/** The database to move from was not brought up to this release. */
export const otherRelease = 'database-of-another-release'
/** The database to move to holds rows already. */
export const notEmpty = 'database-not-empty'

type Column = { table: string; column: string; type: string }
type Folders = { sqlite: string; postgres: string }
type Row = Record<string, unknown>

const BATCH = 500
const quoted = (name: string) => `"${name}"`

const inColumns = `select table_name as "table", column_name as "column", data_type as type
  from information_schema.columns where table_schema = 'public' order by table_name, ordinal_position`
const inForeignKeys = `select conrelid::regclass::text as "table", conname as name, pg_get_constraintdef(oid) as words
  from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by conname`

/** What SQLite keeps as 0 and 1, or as the words of JSON, is said in PostgreSQL's own way. */
const told: Record<string, (value: unknown) => unknown> = {
  boolean: (value) => (value === null ? null : value === 1),
  jsonb: (value) => (value === null ? null : JSON.parse(String(value))),
}
const rowOf = (columns: Column[], row: Row): Row =>
  Object.fromEntries(
    columns.map(({ column, type }) => [column, told[type]?.(row[column]) ?? row[column] ?? null]),
  )

function* batchesOf(from: SQLite.Database, columns: Column[]) {
  const names = columns.map(({ column }) => quoted(column)).join(', ')
  const batch: Row[] = []
  for (const row of from.prepare(`select ${names} from ${quoted(columns[0]!.table)}`).iterate()) {
    batch.push(rowOf(columns, row as Row))
    if (batch.length === BATCH) yield batch.splice(0)
  }
  if (batch.length > 0) yield batch
}

/** Answers how many rows went over; the two tables are counted afterwards, and must agree. */
async function copyTable(from: SQLite.Database, to: pg.Client, columns: Column[]) {
  const table = quoted(columns[0]!.table)
  const insert = `insert into ${table} select * from json_populate_recordset(null::${table}, $1)`
  for (const batch of batchesOf(from, columns)) await to.query(insert, [JSON.stringify(batch)])
  const { n } = from.prepare(`select count(*) as n from ${table}`).get() as { n: number }
  const { rows } = await to.query(`select count(*)::int as n from ${table}`)
  if (rows[0].n !== n) throw new Error(`${table} has ${rows[0].n} rows, not ${n}`)
  return n
}

async function mustBeEmpty(to: pg.Client, tables: Column[][]) {
  for (const [first] of tables) {
    const { rows } = await to.query(`select exists (select 1 from ${quoted(first!.table)}) as there`)
    if (rows[0].there) throw new Error(notEmpty)
  }
}

function mustBeOfThisRelease(from: SQLite.Database, folder: string) {
  const known = from.prepare(`select 1 from sqlite_master where name = '__drizzle_migrations'`).get()
  const at = known && (from.prepare('select max(created_at) as at from __drizzle_migrations').get() as Row).at
  if (Number(at ?? 0) !== newestIn(folder)) throw new Error(otherRelease)
}

/** All tables in one transaction. What refers to what is asked once, at the end, over all rows. */
async function copyAll(from: SQLite.Database, to: pg.Client, say: (table: string, rows: number) => void) {
  const { rows: columns } = await to.query<Column>(inColumns)
  const tables = Object.values(Object.groupBy(columns, ({ table }) => table)) as Column[][]
  await mustBeEmpty(to, tables)
  const { rows: references } = await to.query(inForeignKeys)
  for (const { table, name } of references)
    await to.query(`alter table ${table} drop constraint ${quoted(name)}`)
  for (const one of tables) say(one[0]!.table, await copyTable(from, to, one))
  for (const { table, name, words } of references)
    await to.query(`alter table ${table} add constraint ${quoted(name)} ${words}`)
}

async function inOneTransaction(url: string, work: (to: pg.Client) => Promise<void>) {
  const to = new pg.Client({ connectionString: url })
  await to.connect()
  try {
    await to.query('begin')
    await work(to)
    await to.query('commit')
  } finally {
    await to.end()
  }
}

/** Moves a stopped SQLite database into an empty PostgreSQL one: all of it, or nothing. The file stays as it is. */
export async function moveToPostgres(
  { file, url, folders }: { file: string; url: string; folders: Folders },
  say: (table: string, rows: number) => void,
) {
  const from = new SQLite(file, { fileMustExist: true })
  const lock = lockFile(file)
  try {
    mustBeOfThisRelease(from, folders.sqlite)
    await postgresUp(url, folders.postgres)
    await inOneTransaction(url, (to) => copyAll(from, to, say))
  } finally {
    from.close()
    lock.close()
  }
}
