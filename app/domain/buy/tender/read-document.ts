import { and, eq } from 'drizzle-orm'
import { sha256 } from '#app/ports/vault.ts'
import { tenderDocuments } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { documentRows } from './find-documents.ts'
import { findTender } from './find-tender.ts'

/** The bytes of one document: anybody's from publication on, before it only the buyer's own; an earlier version stays readable. */
export async function readDocument(ctx: Context, tenderId: string, documentId: string) {
  const [found] = await documentRows(ctx.db).where(
    and(eq(tenderDocuments.id, documentId), eq(tenderDocuments.tenderId, tenderId)),
  )
  const missing = new Refusal('missing', 'file-missing')
  if (!found) throw missing
  const tender = await findTender(ctx.db, tenderId)
  const isPublic = tender.publishedAt !== null && found.liveAt !== null
  if (!isPublic && !may(ctx.actor, 'tender.read', tender)) throw missing
  const bytes = await ctx.files.get(found.hash)
  if (!bytes || sha256(bytes) !== found.hash) throw missing
  return { ...found, bytes }
}
