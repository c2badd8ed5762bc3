import SQLite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { keepStatements } from '#db/kept-statements.ts'

const open = () => {
  const connection = keepStatements(new SQLite(':memory:'))
  connection.exec(
    "CREATE TABLE need (id INTEGER PRIMARY KEY, title TEXT); INSERT INTO need VALUES (1, '助餐'), (2, '电梯')",
  )
  return connection
}

test('a query is compiled once, and each use of it begins afresh', () => {
  const connection = open()
  const asArrays = connection.prepare('SELECT * FROM need WHERE id = ?').raw()
  expect(asArrays.get(1)).toEqual([1, '助餐'])
  const again = connection.prepare('SELECT * FROM need WHERE id = ?')
  expect(again).toBe(asArrays)
  expect(again.get(2)).toEqual({ id: 2, title: '电梯' })
  expect(connection.prepare('INSERT INTO need VALUES (?, ?)').run(3, '巡诊').changes).toBe(1)
  expect(connection.prepare('INSERT INTO need VALUES (?, ?)').run(4, '理发').changes).toBe(1)
})

test('a query that is still being read is not lent to another', () => {
  const connection = open()
  const seen: unknown[] = []
  for (const one of connection.prepare('SELECT id FROM need ORDER BY id').iterate())
    seen.push(one, ...connection.prepare('SELECT id FROM need ORDER BY id').all())
  expect(seen).toHaveLength(6)
})

test('of many queries only the last five hundred are kept', () => {
  const connection = open()
  const first = connection.prepare('SELECT 0')
  for (let nth = 1; nth <= 500; nth++) connection.prepare(`SELECT ${nth}`)
  expect(connection.prepare('SELECT 500')).toBe(connection.prepare('SELECT 500'))
  expect(connection.prepare('SELECT 0')).not.toBe(first)
})

test('a kept query sees a table that was changed after it was compiled', () => {
  const connection = open()
  expect(connection.prepare('SELECT * FROM need WHERE id = 1').get()).toEqual({ id: 1, title: '助餐' })
  connection.exec('ALTER TABLE need ADD COLUMN state TEXT')
  expect(connection.prepare('SELECT * FROM need WHERE id = 1').get()).toEqual({
    id: 1,
    title: '助餐',
    state: null,
  })
})
