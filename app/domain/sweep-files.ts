import { and, gt, inArray, isNull, lte, or } from 'drizzle-orm'
import type { Clock } from '#app/ports/clock.ts'
import type { Files } from '#app/ports/files/files.ts'
import { files } from '#db/schema/index.ts'
import type { Store } from '#db/store.ts'

const day = 86_400_000
const many = 500

/** Removes bytes that no document has named for a day: put away by their owner, or left by an act that was refused. */
export async function sweepFiles(
  { db, transact }: Pick<Store, 'db' | 'transact'>,
  shelf: Files,
  wall: Clock,
) {
  const before = new Date(wall.now().getTime() - day)
  await transact((tx) => tx.delete(files).where(lte(files.droppedAt, before)))
  const old = await shelf.olderThan(before)
  for (let at = 0; at < old.length; at += many) {
    const some = old.slice(at, at + many)
    const living = or(isNull(files.droppedAt), gt(files.droppedAt, before))
    const rows = await db
      .select({ hash: files.sha256 })
      .from(files)
      .where(and(inArray(files.sha256, some), living))
    const named = new Set(rows.map(({ hash }) => hash))
    for (const hash of some) if (!named.has(hash)) await shelf.drop(hash, before)
  }
}
