import { and, eq } from 'drizzle-orm'
import type { AnySQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Tx } from '#db/store.ts'
import type { Machine, Moves } from './machine.ts'
import { Refusal } from './refusal.ts'

type Stateful = SQLiteTable & { id: AnySQLiteColumn; state: AnySQLiteColumn }

/** Takes one declared move, unless someone else moved the same row first. */
export async function move<T extends Stateful, S extends string, M extends Moves<S>>(
  tx: Tx,
  table: T,
  machine: Machine<S, M>,
  was: { id: string; state: S },
  name: keyof M & string,
  change: Partial<T['$inferInsert']> = {},
): Promise<S> {
  const state = machine.next(was.state, name)
  const moved = await tx
    .update(table)
    .set({ ...change, state } as never)
    .where(and(eq(table.id, was.id), eq(table.state, was.state)))
    .returning({ id: table.id })
  if (moved.length === 0) throw new Refusal('conflict', 'moved-meanwhile')
  return state
}
