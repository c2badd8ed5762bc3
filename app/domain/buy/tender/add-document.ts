import { and, eq } from 'drizzle-orm'
import { files, tenderDocuments } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { mustHaveRoom } from '../../file-room.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { stillDraft } from './edit-tender.ts'
import { documentsOf } from './find-documents.ts'
import { findTender } from './find-tender.ts'
import { type Paper, shelvePublic, type Upload } from './paper.ts'

export const mostDocuments = 10

type Place = { tenderId: string; buyerId: string; amendmentId?: string; replacesId?: string; liveAt?: Date }
/** Registers a file whose bytes lie on the shelf already. */
export async function putDocument(tx: Tx, ctx: Context, paper: Paper, { buyerId, ...place }: Place) {
  const at = ctx.clock.now()
  const { hash, ...about } = paper
  await mustHaveRoom(tx, buyerId, about.size)
  const [file] = await tx
    .insert(files)
    .values({ ...about, sha256: hash, ownerId: buyerId, subject: place.tenderId, createdAt: at })
    .returning({ id: files.id })
  await tx
    .insert(tenderDocuments)
    .values({ ...place, fileId: file!.id, addedBy: ctx.actor.personId!, addedAt: at })
}

/** Refuses a document that is there already, or one too many. */
export async function mustBeNew(tx: Tx, tenderId: string, { hash }: Paper, replaces = false) {
  const there = await documentsOf(tx, tenderId)
  if (there.some((one) => one.hash === hash)) throw new Refusal('conflict', 'document-twice')
  if (!replaces && there.length >= mostDocuments)
    throw new Refusal('invalid', 'too-many-files', { n: mostDocuments })
}

/** 采购文件附件: the writer adds a file to a tender nobody has reviewed yet. */
export async function addDocument(ctx: Context, { tenderId, ...upload }: Upload & { tenderId: string }) {
  authorize(ctx.actor, 'tender.edit', await findTender(ctx.db, tenderId))
  const paper = await shelvePublic(ctx, upload)
  return ctx.transact(async (tx) => {
    const was = await findTender(tx, tenderId)
    authorize(ctx.actor, 'tender.edit', was)
    stillDraft(was)
    await mustBeNew(tx, tenderId, paper)
    await putDocument(tx, ctx, paper, { tenderId, buyerId: was.buyerId, liveAt: ctx.clock.now() })
    const about = { subject: tenderId, threadId: was.planId }
    await record(tx, ctx, 'tender.attach', about, { hash: paper.hash, size: paper.size })
    return { id: tenderId }
  })
}

export const dropDocument = (
  ctx: Context,
  { tenderId, documentId }: { tenderId: string; documentId: string },
) =>
  ctx.transact(async (tx) => {
    const was = await findTender(tx, tenderId)
    authorize(ctx.actor, 'tender.edit', was)
    stillDraft(was)
    const gone = await tx
      .delete(tenderDocuments)
      .where(and(eq(tenderDocuments.id, documentId), eq(tenderDocuments.tenderId, tenderId)))
      .returning({ id: tenderDocuments.id })
    if (gone.length === 0) throw new Refusal('missing', 'file-missing')
    await record(tx, ctx, 'tender.detach', { subject: tenderId, threadId: was.planId })
    return { id: tenderId }
  })
