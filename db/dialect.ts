import { randomBytes } from 'node:crypto'
import * as p from 'drizzle-orm/pg-core'
import * as s from 'drizzle-orm/sqlite-core'
import type { Fen } from './vocabulary.ts'

/** Which engine this process speaks: fixed when loaded, so that one build serves both. */
export const isPg = /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? '')

// Epoch milliseconds in both engines, Date in TypeScript: raw comparisons then read the same.
const pgInstant = p.customType<{ data: Date; driverData: number | string }>({
  dataType: () => 'bigint',
  toDriver: (d) => d.getTime(),
  fromDriver: (v) => new Date(Number(v)),
})

const sqlite = {
  text: (name = '') => s.text(name),
  int: () => s.integer(),
  real: () => s.real(),
  fen: () => s.integer().$type<Fen>(),
  instant: () => s.integer({ mode: 'timestamp_ms' }),
  bool: () => s.integer({ mode: 'boolean' }),
  json: <T>() => s.text({ mode: 'json' }).$type<T>(),
  oneOf: <const V extends readonly [string, ...string[]]>(values: V) =>
    s.text({ enum: values as unknown as [...V] }),
}
const pg = {
  text: (name = '') => p.text(name),
  int: () => p.integer(),
  real: () => p.doublePrecision(),
  fen: () => p.bigint({ mode: 'number' }),
  instant: () => pgInstant(),
  bool: () => p.boolean(),
  json: <T>() => p.jsonb().$type<T>(),
  oneOf: (values: readonly [string, ...string[]]) => p.text({ enum: values as [string, ...string[]] }),
}
export const { text, int, real, fen, instant, bool, json, oneOf } = (isPg
  ? pg
  : sqlite) as unknown as typeof sqlite

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const LETTERS = 20
let chance = Buffer.alloc(0)
let used = 0
/** A random public key of a row: 100 bits, no order and no time in it. Chance is fetched for two hundred keys at once. */
export function newId() {
  if (used + LETTERS > chance.length) {
    chance = randomBytes(200 * LETTERS)
    used = 0
  }
  let id = ''
  for (const end = used + LETTERS; used < end; used += 1) id += alphabet[chance[used]! & 31]
  return id
}
export const key = () =>
  text()
    .primaryKey()
    .$defaultFn(() => newId())

export const table = (isPg ? p.pgTable : s.sqliteTable) as unknown as typeof s.sqliteTable
export const index = (isPg ? p.index : s.index) as unknown as typeof s.index
export const uniqueIndex = (isPg ? p.uniqueIndex : s.uniqueIndex) as unknown as typeof s.uniqueIndex
export const primaryKey = (isPg ? p.primaryKey : s.primaryKey) as unknown as typeof s.primaryKey
export const check = (isPg ? p.check : s.check) as unknown as typeof s.check
