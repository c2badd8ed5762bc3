import { eq } from 'drizzle-orm'
import { files } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { askOf } from './ask-low-price.ts'
import { findPanel, ownSeat, refuseUnread } from './find-panel.ts'

/** The paper that came with an explanation, to a member who may read. */
export async function readExplanationFile(ctx: Context, tenderId: string, proposalId: string) {
  const panel = await findPanel(ctx.db, tenderId)
  ownSeat(panel, ctx)
  authorize(ctx.actor, 'proposal.read', panel.call)
  refuseUnread(panel)
  const { fileId } = await askOf(ctx.db, tenderId, proposalId)
  const [file] = fileId ? await ctx.db.select().from(files).where(eq(files.id, fileId)) : []
  const bytes = file && (await ctx.files.get(file.sha256))
  if (!file || !bytes) throw new Refusal('missing', 'file-missing')
  return { bytes, mime: file.mime, hash: file.sha256, name: file.name }
}
