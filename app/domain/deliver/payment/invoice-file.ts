import { and, eq, ne, or } from 'drizzle-orm'
import { sha256 } from '#app/ports/vault.ts'
import { contracts, files, payments } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { authorize, may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findPayment, type PaymentFacts, subjectOf } from './find-payment.ts'
import { invoiceKind, invoiceKinds, mostInvoiceBytes } from './invoice-kind.ts'

const purpose = 'invoice'
export type KeptInvoice = { hash: string; sealedHash: string; mime: string; size: number }

/** Looks at an invoice's bytes and puts them away sealed: they carry an account number. `hash` is of the bytes as sent. */
export async function keepInvoice(ctx: Context, bytes: Buffer): Promise<KeptInvoice> {
  if (bytes.length === 0 || bytes.length > mostInvoiceBytes) throw new Refusal('invalid', 'invoice-too-large')
  const mime = await invoiceKind(bytes)
  if (!mime) throw new Refusal('invalid', 'invoice-kind')
  const sealed = Buffer.from(ctx.vault.seal(purpose, bytes.toString('base64')))
  const { sha256: sealedHash } = await ctx.files.put(sealed)
  return { hash: sha256(bytes), sealedHash, mime, size: bytes.length }
}

type Of = { supplierId: string; invoiceNo: string; hash: string | null; paymentId?: string }
/** One invoice is paid once: its number and its file serve one living payment of a supplier (不得重复报销). */
export async function onlyOnce(tx: Tx, { supplierId, invoiceNo, hash, paymentId }: Of) {
  const [used] = await tx
    .select({ refNo: payments.refNo, no: payments.invoiceNo })
    .from(payments)
    .innerJoin(contracts, eq(contracts.id, payments.contractId))
    .where(
      and(
        eq(contracts.supplierId, supplierId),
        ne(payments.state, 'declined'),
        paymentId ? ne(payments.id, paymentId) : undefined,
        or(eq(payments.invoiceNo, invoiceNo), hash ? eq(payments.invoiceHash, hash) : undefined),
      ),
    )
  if (!used) return
  const reason = used.no === invoiceNo ? 'invoice-no-used' : 'invoice-file-used'
  throw new Refusal('conflict', reason, { refNo: used.refNo })
}

/** Writes which file a payment's invoice is. */
export async function attachInvoice(
  tx: Tx,
  ctx: Context,
  { id, ownerId }: { id: string; ownerId: string },
  kept: KeptInvoice,
) {
  const [made] = await tx
    .insert(files)
    .values({
      sha256: kept.sealedHash,
      mime: kept.mime,
      size: kept.size,
      name: `invoice.${invoiceKinds[kept.mime]}`,
      isPublic: false,
      ownerId,
      subject: id,
      createdAt: ctx.clock.now(),
    })
    .returning({ id: files.id })
  await tx
    .update(payments)
    .set({ invoiceHash: kept.hash, invoiceFileId: made!.id })
    .where(eq(payments.id, id))
}

/** The invoice of a payment for those who pay, check or asked for it; nobody else ever. */
export async function readInvoice(ctx: Context, paymentId: string) {
  const p = await findPayment(ctx.db, paymentId)
  authorize(ctx.actor, 'invoice.read', subjectOf(p))
  const [file] = p.invoiceFileId ? await ctx.db.select().from(files).where(eq(files.id, p.invoiceFileId)) : []
  const sealed = file ? await ctx.files.get(file.sha256) : null
  if (!file || !sealed) throw new Refusal('missing', 'invoice-missing')
  const bytes = Buffer.from(ctx.vault.open(purpose, sealed.toString()), 'base64')
  if (sha256(bytes) !== p.invoiceHash) throw new Refusal('conflict', 'invoice-changed')
  return { bytes, mime: file.mime, name: `${p.refNo}.${invoiceKinds[file.mime] ?? 'bin'}` }
}

/** The invoice's file to whoever may open it: its kind, size in bytes and fingerprint. */
export async function invoiceShown(ctx: Context, p: PaymentFacts) {
  if (!p.invoiceFileId || !may(ctx.actor, 'invoice.read', subjectOf(p))) return null
  const [file] = await ctx.db.select().from(files).where(eq(files.id, p.invoiceFileId))
  return file ? { kind: file.name.split('.').at(-1)!, size: file.size, hash: p.invoiceHash ?? '' } : null
}
