import SQLite from 'better-sqlite3'
import { count, eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { alias, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'
import { keepSelections } from '#db/kept-selections.ts'

const needs = sqliteTable('need', { id: integer('id').primaryKey(), title: text('title'), likeId: integer() })
const options = { casing: 'snake_case' } as const
const plain = drizzle(new SQLite(':memory:'), options)
const keeping = keepSelections(drizzle(new SQLite(':memory:'), options))

const others = alias(needs, 'other')
const queries: [string, (db: typeof plain) => { toSQL: () => unknown }][] = [
  ['one table', (db) => db.select().from(needs)],
  ['one table, other columns', (db) => db.select({ id: needs.id, like: needs.likeId }).from(needs)],
  ['the same columns in another order', (db) => db.select({ like: needs.likeId, id: needs.id }).from(needs)],
  ['the first of those columns', (db) => db.select({ id: needs.id }).from(needs)],
  ['a count beside a column', (db) => db.select({ id: needs.id, n: count() }).from(needs)],
  ['a join', (db) => db.select().from(needs).innerJoin(others, eq(others.id, needs.likeId))],
  [
    'a joined column alone',
    (db) => db.select({ id: needs.id }).from(needs).innerJoin(others, eq(others.id, needs.likeId)),
  ],
  ['what an insert returns', (db) => db.insert(needs).values({ title: '助餐' }).returning({ id: needs.id })],
]

test.each(queries)('kept or made anew, the words are the same: %s', (_name, query) => {
  const expected = query(plain).toSQL()
  expect(query(keeping).toSQL()).toEqual(expected)
  expect(query(keeping).toSQL()).toEqual(expected)
})

test('words are made once', () => {
  const { dialect } = keeping as unknown as { dialect: { buildSelection: (f: object[]) => object } }
  const fields = [{ field: needs.id }, { field: needs.title }]
  expect(dialect.buildSelection(fields)).toBe(dialect.buildSelection([...fields]))
})
