import { eq } from 'drizzle-orm'
import { sha256 } from '#app/ports/vault.ts'
import { files } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from './context.ts'
import { invoiceKind, invoiceKinds, mostInvoiceBytes } from './invoice-kind.ts'
import { Refusal } from './refusal.ts'

/** What a paper proves; each is sealed for its own purpose. */
export type PaperPurpose = 'invoice' | 'voucher'
export type KeptPaper = { hash: string; sealedHash: string; mime: string; size: number }

/** Looks at a paper's bytes and puts them away sealed: they carry account numbers. `hash` is of the bytes as sent. */
export async function keepPaper(ctx: Context, purpose: PaperPurpose, bytes: Buffer): Promise<KeptPaper> {
  if (bytes.length === 0 || bytes.length > mostInvoiceBytes)
    throw new Refusal('invalid', `${purpose}-too-large`)
  const mime = await invoiceKind(bytes)
  if (!mime) throw new Refusal('invalid', `${purpose}-kind`)
  const sealed = Buffer.from(ctx.vault.seal(purpose, bytes.toString('base64')))
  const { sha256: sealedHash } = await ctx.files.put(sealed)
  return { hash: sha256(bytes), sealedHash, mime, size: bytes.length }
}

type Of = { purpose: PaperPurpose; subject: string; ownerId: string }
/** Writes that a kept paper belongs to something; never public. */
export async function filePaper(tx: Tx, ctx: Context, { purpose, subject, ownerId }: Of, kept: KeptPaper) {
  const { sealedHash, mime, size } = kept
  const name = `${purpose}.${invoiceKinds[mime]}`
  const own = { name, isPublic: false, ownerId, subject, createdAt: ctx.clock.now() }
  const [made] = await tx
    .insert(files)
    .values({ sha256: sealedHash, mime, size, ...own })
    .returning({ id: files.id })
  return made!.id
}

/** The bytes of a filed paper; refuses where they are not what was filed. */
export async function openPaper(
  ctx: Context,
  purpose: PaperPurpose,
  { fileId, hash }: { fileId: string | null; hash: string | null },
) {
  const [file] = fileId ? await ctx.db.select().from(files).where(eq(files.id, fileId)) : []
  const sealed = file ? await ctx.files.get(file.sha256) : null
  if (!file || !sealed) throw new Refusal('missing', `${purpose}-missing`)
  const bytes = Buffer.from(ctx.vault.open(purpose, sealed.toString()), 'base64')
  if (sha256(bytes) !== hash) throw new Refusal('conflict', `${purpose}-changed`)
  return { bytes, mime: file.mime, ending: invoiceKinds[file.mime] ?? 'bin' }
}
