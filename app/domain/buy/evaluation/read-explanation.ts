import { eq } from 'drizzle-orm'
import { files } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { supplementOf } from './answer-supplement.ts'
import { askOf } from './ask-low-price.ts'
import { findPanel, ownSeat, refuseUnread } from './find-panel.ts'

type Kept = (db: Context['db'], tenderId: string, proposalId: string) => Promise<{ fileId: string | null }>
/** A paper a bidder gave during the evaluation, to a member who may read. */
async function readPaperOf(ctx: Context, tenderId: string, proposalId: string, kept: Kept) {
  const panel = await findPanel(ctx.db, tenderId)
  ownSeat(panel, ctx)
  authorize(ctx.actor, 'proposal.read', panel.call)
  refuseUnread(panel)
  const { fileId } = await kept(ctx.db, tenderId, proposalId)
  const [file] = fileId ? await ctx.db.select().from(files).where(eq(files.id, fileId)) : []
  const bytes = file && (await ctx.files.get(file.sha256))
  if (!file || !bytes) throw new Refusal('missing', 'file-missing')
  return { bytes, mime: file.mime, hash: file.sha256, name: file.name }
}

/** The paper that came with an explanation of a very low price. */
export const readExplanationFile = (ctx: Context, tenderId: string, proposalId: string) =>
  readPaperOf(ctx, tenderId, proposalId, askOf)
/** The paper that was supplied when the panel asked for it. */
export const readSupplementFile = (ctx: Context, tenderId: string, proposalId: string) =>
  readPaperOf(ctx, tenderId, proposalId, supplementOf)
