import { and, gt, inArray, isNotNull, isNull, lte, or } from 'drizzle-orm'
import type { Clock } from '#app/ports/clock.ts'
import type { Files } from '#app/ports/files/files.ts'
import { files, meetingFiles, suggestions } from '#db/schema/index.ts'
import type { Reader, Store } from '#db/store.ts'

const day = 86_400_000
const many = 500

/** Photographs and recordings that came with asks: these name their bytes themselves. */
async function sentWithAsks(db: Reader) {
  const sent = or(isNotNull(suggestions.photos), isNotNull(suggestions.voice))
  const rows = await db
    .select({ photos: suggestions.photos, voice: suggestions.voice })
    .from(suggestions)
    .where(sent)
  return rows.flatMap(({ photos, voice }) => [...(photos ?? []), ...(voice ? [voice] : [])])
}

/** Of some hashes those that a living document or a paper of a meeting names. */
async function namedAmong(db: Reader, some: string[], before: Date) {
  const living = or(isNull(files.droppedAt), gt(files.droppedAt, before))
  const rows = await db
    .select({ hash: files.sha256 })
    .from(files)
    .where(and(inArray(files.sha256, some), living))
  const papers = await db
    .select({ hash: meetingFiles.sha256 })
    .from(meetingFiles)
    .where(inArray(meetingFiles.sha256, some))
  return [...rows, ...papers].map(({ hash }) => hash)
}

/** Removes bytes that nothing has named for a day: put away by their owner, or left by an act that was refused. */
export async function sweepFiles(
  { db, transact }: Pick<Store, 'db' | 'transact'>,
  shelf: Files,
  wall: Clock,
) {
  const before = new Date(wall.now().getTime() - day)
  await transact((tx) => tx.delete(files).where(lte(files.droppedAt, before)))
  const old = await shelf.olderThan(before)
  const asked = new Set(old.length > 0 ? await sentWithAsks(db) : [])
  for (let at = 0; at < old.length; at += many) {
    const some = old.slice(at, at + many)
    const named = new Set(await namedAmong(db, some, before))
    for (const hash of some) if (!named.has(hash) && !asked.has(hash)) await shelf.drop(hash, before)
  }
}
