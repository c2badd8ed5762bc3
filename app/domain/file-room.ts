import { and, eq, isNull, sum } from 'drizzle-orm'
import { files } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from './refusal.ts'

/** The most bytes the documents of one body take up together: 2 GiB. */
export const mostBytes = 2 * 1024 ** 3

/** Refuses one document more than a body has room for; what was put away takes none. */
export async function mustHaveRoom(db: Reader, ownerId: string, size: number) {
  const [kept] = await db
    .select({ bytes: sum(files.size) })
    .from(files)
    .where(and(eq(files.ownerId, ownerId), isNull(files.droppedAt)))
  if (Number(kept?.bytes ?? 0) + size > mostBytes) throw new Refusal('conflict', 'files-full')
}
