import { files } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { mustHaveRoom } from '../../file-room.ts'
import type { Paper } from '../tender/paper.ts'

type Own = { id: string; supplierId: string }
/** A paper that a bidder gives during the evaluation, kept with its proposal; null where there is none. */
export async function keepPaper(tx: Tx, ctx: Context, own: Own, paper: Paper | null) {
  if (!paper) return null
  const { hash, ...about } = paper
  await mustHaveRoom(tx, own.supplierId, about.size)
  const [made] = await tx
    .insert(files)
    .values({ ...about, sha256: hash, ownerId: own.supplierId, subject: own.id, createdAt: ctx.clock.now() })
    .returning({ id: files.id })
  return made!.id
}
