import { and, eq } from 'drizzle-orm'
import { sha256 } from '#app/ports/vault.ts'
import { files, proposals } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { mustHaveRoom } from '../../file-room.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { keepSealed, openFile, type SealedThere, sealFile } from '../seal/seal-file.ts'
import type { Upload } from '../tender/paper.ts'
import type { Attachment } from './body.ts'
import { dropCopies, keepCopy, putCopy } from './consortium/agreement-copy.ts'
import { agreeOn } from './consortium/form-consortium.ts'
import { editProposal } from './edit-proposal.ts'
import { findPublicCall } from './find-call.ts'
import type { Proposal } from './find-proposal.ts'

export const mostFiles = 6

type Attaching = Upload & { tenderId: string; agreement?: boolean; sealedThere?: SealedThere | undefined }
/** What of a sealed file the shelf knows: its bytes, its owner, and neither its name nor its kind. */
const noteSealed = (tx: Tx, ctx: Context, was: Pick<Proposal, 'id' | 'supplierId'>, made: Attachment) =>
  tx.insert(files).values({
    sha256: made.sealedHash,
    mime: 'application/octet-stream',
    size: made.size,
    name: 'sealed',
    ownerId: was.supplierId,
    subject: was.id,
    createdAt: ctx.clock.now(),
  })

/** Attaches one file; its name and kind stay in the sealed draft. The consortium's agreement is one that every party agrees to. */
export async function attachFile(ctx: Context, { tenderId, agreement, sealedThere, ...upload }: Attaching) {
  const call = await findPublicCall(ctx.db, tenderId)
  if (!call.publicKey) throw new Refusal('conflict', 'tender-not-collecting')
  await mustHaveRoom(ctx.db, ctx.actor.seat?.partyId ?? '', upload.bytes.length)
  const to = { call, supplierId: ctx.actor.seat?.partyId ?? '' }
  authorize(ctx.actor, 'proposal.draft', { ...call, supplierId: to.supplierId })
  const made = await (sealedThere
    ? keepSealed(ctx, to, { ...upload, ...sealedThere })
    : sealFile(ctx, to, upload))
  const plain = { hash: made.hash, bytes: upload.bytes }
  const copy = agreement && !sealedThere ? await putCopy(ctx, { tenderId, ...to }, plain) : null
  return editProposal(ctx, tenderId, async (sitting, tx) => {
    const { body, was } = sitting
    const agreed = agreement ? await agreeOn(tx, ctx, sitting, made.hash) : {}
    if (copy) await keepCopy(tx, ctx, was, copy)
    if (body.attachments.some((a) => a.hash === made.hash)) return agreed
    if (body.attachments.length >= mostFiles) throw new Refusal('invalid', 'too-many-files', { n: mostFiles })
    await mustHaveRoom(tx, was.supplierId, made.size)
    await noteSealed(tx, ctx, was, made)
    return { ...agreed, attachments: [...body.attachments, made] }
  })
}

/** Puts one file away; its bytes follow, unless a proposal that was submitted before still names them. */
export const dropFile = (ctx: Context, { tenderId, hash }: { tenderId: string; hash: string }) =>
  editProposal(ctx, tenderId, async ({ body, was }, tx) => {
    const dropped = body.attachments.find((a) => a.hash === hash)
    if (dropped && was.version === 0)
      await tx
        .update(files)
        .set({ droppedAt: ctx.wall.now() })
        .where(and(eq(files.subject, was.id), eq(files.sha256, dropped.sealedHash)))
    const { consortium } = body
    const agreed = consortium?.agreement === hash ? { consortium: { ...consortium, agreement: null } } : {}
    if (consortium?.agreement === hash) await dropCopies(tx, ctx, was.id)
    return { ...agreed, attachments: body.attachments.filter((a) => a.hash !== hash) }
  })

/** The bytes of one attachment after the opening; whoever calls has authorised the reader. */
export async function openAttachment(ctx: Context, db: Reader, proposalId: string, hash: string) {
  const [p] = await db
    .select()
    .from(proposals)
    .where(and(eq(proposals.id, proposalId)))
  const body = p?.body as { attachments?: Attachment[] } | null
  const found = body?.attachments?.find((a) => a.hash === hash)
  if (!p || !found) throw new Refusal('missing', 'file-missing')
  if (found.key) return openFile(ctx, found)
  const sealed = await ctx.files.get(found.sealedHash)
  const call = await findPublicCall(db, p.tenderId)
  if (!sealed || !call.keyWrapped) throw new Refusal('missing', 'file-missing')
  const bytes = Buffer.from(ctx.vault.openWith(call.keyWrapped, sealed.toString(), found.bound), 'base64')
  if (sha256(bytes) !== found.hash) throw new Refusal('conflict', 'proposal-seal-broken', { no: found.name })
  return { ...found, bytes }
}
