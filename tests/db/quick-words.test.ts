import SQLite from 'better-sqlite3'
import { and, asc, count, desc, eq, exists, inArray, isNull, like, ne, not, or, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { alias, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'
import { keepSelections } from '#db/kept-selections.ts'
import { quickWords } from '#db/quick-words.ts'

const needs = sqliteTable('need', {
  id: integer('id').primaryKey(),
  title: text('title'),
  likeId: integer(),
  open: integer({ mode: 'boolean' }).notNull().default(true),
  madeAt: integer({ mode: 'timestamp_ms' }),
  facts: text({ mode: 'json' }).$type<object>(),
  code: text().$defaultFn(() => 'made'),
})
const others = alias(needs, 'other')
const options = { casing: 'snake_case' } as const
const plain = drizzle(new SQLite(':memory:'), options)
const quick = quickWords(keepSelections(drizzle(new SQLite(':memory:'), options)))

type Db = typeof plain
const at = new Date('2026-03-02T01:00:00Z')
const row = { id: 1, title: '助餐"', madeAt: at, facts: { n: 1 } }
const liked = (db: Db) => db.select({ id: others.id }).from(others).where(eq(others.likeId, needs.id))
const queries: [string, (db: Db) => { toSQL: () => unknown }][] = [
  ['all of a table', (db) => db.select().from(needs)],
  ['one by its key', (db) => db.select().from(needs).where(eq(needs.id, 1))],
  [
    'conditions within conditions',
    (db) =>
      db
        .select({ id: needs.id })
        .from(needs)
        .where(
          or(and(eq(needs.open, false), isNull(needs.title), undefined), not(like(needs.title, '%餐%'))),
        ),
  ],
  [
    'one of several',
    (db) =>
      db
        .select()
        .from(needs)
        .where(inArray(needs.id, [1, 2, 3])),
  ],
  [
    'one of those of another query',
    (db) =>
      db
        .select()
        .from(needs)
        .where(inArray(needs.id, liked(db))),
  ],
  [
    'where another is',
    (db) =>
      db
        .select()
        .from(needs)
        .where(exists(liked(db))),
  ],
  ['a moment', (db) => db.select().from(needs).where(ne(needs.madeAt, at))],
  [
    'an order, a page',
    (db) => db.select().from(needs).orderBy(desc(needs.madeAt), asc(needs.id)).limit(5).offset(10),
  ],
  [
    'a join to itself',
    (db) =>
      db
        .select()
        .from(needs)
        .leftJoin(others, and(eq(others.id, needs.likeId), eq(others.open, true))),
  ],
  ['a subquery', (db) => db.select().from(liked(db).as('some'))],
  [
    'something beside',
    (db) =>
      db
        .with(db.$with('some').as(liked(db)))
        .select()
        .from(needs),
  ],
  [
    'groups',
    (db) =>
      db
        .select({ of: needs.likeId, n: count() })
        .from(needs)
        .groupBy(needs.likeId)
        .having(sql`${count()} > ${2}`),
  ],
  [
    'words of our own',
    (db) =>
      db
        .select({ month: sql<string>`substr(${needs.title}, 1, ${7})`.as('month'), none: sql`${null}` })
        .from(needs)
        .where(sql`${needs.id} not in ${liked(db)} and ${needs.title} = ${'a'} and ${needs.id} in ${[1, 2]}`)
        .orderBy(sql`month`),
  ],
  [
    'values in the words',
    (db) => db.select().from(needs).where(sql`${needs.title} = ${"it's"}`.inlineParams()),
  ],
  [
    'places kept free',
    (db) =>
      db
        .select()
        .from(needs)
        .where(eq(needs.id, sql.placeholder('id'))),
  ],
  [
    'both of two',
    (db) =>
      db
        .select({ id: needs.id })
        .from(needs)
        .union(db.select({ id: others.id }).from(others)),
  ],
  ['a row', (db) => db.insert(needs).values(row)],
  [
    'a row that says what it was given',
    (db) => db.insert(needs).values({ title: null }).returning({ id: needs.id }),
  ],
  [
    'several rows',
    (db) => db.insert(needs).values([row, { id: 2, title: undefined }, { likeId: sql`1 + ${2}` }]),
  ],
  ['a row once', (db) => db.insert(needs).values(row).onConflictDoNothing()],
  [
    'a row, or a change of it',
    (db) =>
      db
        .insert(needs)
        .values(row)
        .onConflictDoUpdate({ target: needs.id, set: { likeId: sql`${needs.likeId} + ${1}`, open: false } })
        .returning(),
  ],
  ['rows from a query', (db) => db.insert(needs).select(db.select().from(others))],
  [
    'a row beside a query',
    (db) =>
      db
        .with(db.$with('some').as(liked(db)))
        .insert(needs)
        .values(row),
  ],
  [
    'a change',
    (db) =>
      db
        .update(needs)
        .set({ title: '助浴', madeAt: at, facts: null, likeId: sql`${needs.likeId} + 1` })
        .where(and(eq(needs.id, 1), eq(needs.open, true)))
        .returning({ id: needs.id }),
  ],
  ['what is taken away', (db) => db.delete(needs).where(inArray(needs.id, [1]))],
]

test.each(queries)('put together quickly, the words and values are drizzle’s own: %s', (_name, query) => {
  const expected = query(plain).toSQL()
  expect(query(quick).toSQL()).toEqual(expected)
  expect(query(quick).toSQL()).toEqual(expected)
})
