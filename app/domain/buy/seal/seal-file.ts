import { gathered, looksSealed, openParts, sealedSize } from '#app/ports/envelope.ts'
import { sha256 } from '#app/ports/vault.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import type { Attachment } from '../proposal/body.ts'
import type { Call } from '../proposal/find-call.ts'
import { mostBytes, nameOf, readPaper, type Upload } from '../tender/paper.ts'
import { fileBound, sealBytes } from './envelopes.ts'
import { openedFileKey } from './open-envelope.ts'

type To = { call: Call; supplierId: string }
/** What the browser says of a file it sealed itself: nobody here can look. Its kind is told from its bytes after the opening. */
export type SealedThere = { size: number; hash: string }

/** Seals the bytes to the tender's key before they touch a disk. */
export async function sealFile(ctx: Context, { call, supplierId }: To, upload: Upload): Promise<Attachment> {
  const { hash, ...paper } = await readPaper(upload)
  const bidder = { tenderId: call.id, supplierId }
  const bound = fileBound(bidder, hash)
  const sealed =
    call.sealMode === 'split'
      ? await sealBytes(call.publicKey!, bound, [upload.bytes])
      : Buffer.from(ctx.vault.sealTo(call.publicKey!, upload.bytes.toString('base64'), bound))
  const { sha256: sealedHash } = await ctx.files.put(sealed)
  return { ...paper, hash, sealedHash, bound }
}

/** Keeps a file that came sealed; its length must be that of a sealed file of the size it claims. */
export async function keepSealed(
  ctx: Context,
  { call, supplierId }: To,
  { name, bytes, size, hash }: Upload & SealedThere,
): Promise<Attachment> {
  if (call.sealMode !== 'split') throw new Refusal('conflict', 'seal-without-keepers')
  if (size < 1 || size > mostBytes) throw new Refusal('invalid', 'file-too-large')
  if (!looksSealed(bytes) || bytes.length !== sealedSize(size))
    throw new Refusal('invalid', 'parcel-not-sealed')
  const paper = nameOf(name)
  const { sha256: sealedHash } = await ctx.files.put(bytes)
  const bidder = { tenderId: call.id, supplierId }
  return { ...paper, size, hash, sealedHash, bound: fileBound(bidder, hash) }
}

/** One file after the opening, with the key that was taken out then; it leaves as what its bytes are, whatever it was called. */
export async function openFile(ctx: Context, file: Attachment) {
  const key = openedFileKey(ctx, file)
  const bytes = Buffer.from(await gathered(openParts(key, ctx.files.parts(file.sealedHash))))
  key.fill(0)
  if (sha256(bytes) !== file.hash) throw new Refusal('conflict', 'proposal-seal-broken', { no: file.name })
  const { mime, name } = await readPaper({ name: file.name, bytes })
  return { ...file, mime, name, bytes }
}
