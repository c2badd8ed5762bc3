import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isPg } from '#db/dialect.ts'
import { migrate } from '#db/migrate.server.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sanshe-rebuild-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const file = () => path.join(folder, 'test.sqlite')
/** Migrates as a release would that has these steps, written down as drizzle-kit does. */
const release = (...steps: string[][]) => {
  const at = path.join(folder, `release-${steps.length}`)
  mkdirSync(path.join(at, 'meta'), { recursive: true })
  const entries = steps.map((statements, idx) => {
    writeFileSync(path.join(at, `000${idx}_next.sql`), statements.join('--> statement-breakpoint\n'))
    return { idx, version: '6', when: 1_000 + idx, tag: `000${idx}_next`, breakpoints: true }
  })
  const journal = { version: '7', dialect: 'sqlite', entries }
  writeFileSync(path.join(at, 'meta/_journal.json'), JSON.stringify(journal))
  return migrate(`file:${file()}`, at)
}
function on<T>(work: (db: SQLite.Database) => T): T {
  const db = new SQLite(file())
  try {
    db.pragma('foreign_keys = ON')
    return work(db)
  } finally {
    db.close()
  }
}

const parent = 'FOREIGN KEY (`parent_id`) REFERENCES `parent`(`id`) ON UPDATE no action ON DELETE'
const first = [
  'CREATE TABLE `parent` (`id` text PRIMARY KEY NOT NULL, `name` text);\n',
  `CREATE TABLE \`dependent\` (\`id\` text PRIMARY KEY NOT NULL, \`parent_id\` text NOT NULL, ${parent} cascade);\n`,
  `CREATE TABLE \`loose\` (\`id\` text PRIMARY KEY NOT NULL, \`parent_id\` text, ${parent} set null);\n`,
  `CREATE TABLE \`firm\` (\`id\` text PRIMARY KEY NOT NULL, \`parent_id\` text NOT NULL, ${parent} no action);\n`,
]
/** The name becomes obligatory, which SQLite can only do by making the table anew. */
const rebuilt = (which = '') => [
  'PRAGMA foreign_keys=OFF;',
  "CREATE TABLE `__new_parent` (`id` text PRIMARY KEY NOT NULL, `name` text DEFAULT '' NOT NULL);\n",
  `INSERT INTO \`__new_parent\`("id", "name") SELECT "id", "name" FROM \`parent\`${which};`,
  'DROP TABLE `parent`;',
  'ALTER TABLE `__new_parent` RENAME TO `parent`;',
  'PRAGMA foreign_keys=ON;',
]
const children = ['dependent', 'loose', 'firm']
const settle = () =>
  on((db) => {
    db.exec(`insert into parent values ('p1', 'one'), ('p2', 'two')`)
    for (const child of children) db.exec(`insert into ${child} values ('c1', 'p1'), ('c2', 'p2')`)
  })
const rowsOf = (table: string) => on((db) => db.prepare(`select * from ${table} order by id`).all())

test.skipIf(isPg)(
  'a parent table made anew keeps the rows of its children, and their ties to it',
  async () => {
    await release(first)
    settle()
    const before = children.map(rowsOf)
    await release(first, rebuilt())
    expect(children.map(rowsOf)).toEqual(before)
    expect(before.map((rows) => rows.length)).toEqual([2, 2, 2])
    expect(rowsOf('parent')).toHaveLength(2)
    expect(() => on((db) => db.exec(`insert into parent values ('p3', null)`))).toThrow('NOT NULL')
    expect(() => on((db) => db.exec(`insert into firm values ('c3', 'nobody')`))).toThrow('FOREIGN KEY')
    on((db) => db.exec(`delete from firm; delete from parent where id = 'p1'`))
    expect(rowsOf('dependent')).toEqual([{ id: 'c2', parent_id: 'p2' }])
  },
)

test.skipIf(isPg)(
  'a migration that leaves a child without its parent is refused at this start and the next',
  async () => {
    await release(first)
    settle()
    const lossy = rebuilt(` WHERE "id" = 'p1'`)
    await expect(release(first, lossy)).rejects.toThrow('foreign keys broken after migration')
    await expect(release(first, lossy)).rejects.toThrow('foreign keys broken after migration')
    expect(rowsOf('dependent')).toHaveLength(2)
  },
)

test.skipIf(isPg)('a migration that fails halfway leaves the tables as they were', async () => {
  await release(first)
  settle()
  const before = children.map(rowsOf)
  await expect(release(first, [...rebuilt().slice(0, 4), 'SELECT nonsense;'])).rejects.toThrow()
  expect(children.map(rowsOf)).toEqual(before)
  expect(rowsOf('parent')).toHaveLength(2)
  await release(first, rebuilt())
  expect(children.map(rowsOf)).toEqual(before)
})
