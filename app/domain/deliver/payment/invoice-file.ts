import { and, eq, ne, or } from 'drizzle-orm'
import { contracts, files, payments, settlements } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { filePaper, type KeptPaper, keepPaper, openPaper } from '../../paper-file.ts'
import { authorize, may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findPayment, type PaymentFacts, subjectOf } from './find-payment.ts'

const purpose = 'invoice'
export type KeptInvoice = KeptPaper
export const keepInvoice = (ctx: Context, bytes: Buffer) => keepPaper(ctx, purpose, bytes)

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
  const seen = used ?? (await settledOn(tx, { supplierId, invoiceNo, hash }))
  if (!seen) return
  const reason = seen.no === invoiceNo ? 'invoice-no-used' : 'invoice-file-used'
  throw new Refusal('conflict', reason, { refNo: seen.refNo })
}

/** The same of the claims for a month's orders. */
async function settledOn(tx: Tx, { supplierId, invoiceNo, hash }: Omit<Of, 'paymentId'>) {
  const by = settlements
  const [used] = await tx
    .select({ refNo: by.refNo, no: by.invoiceNo })
    .from(by)
    .where(
      and(
        eq(by.supplierId, supplierId),
        ne(by.state, 'returned'),
        or(eq(by.invoiceNo, invoiceNo), hash ? eq(by.invoiceHash, hash) : undefined),
      ),
    )
  return used
}

/** Writes which file a payment's invoice is. */
export async function attachInvoice(
  tx: Tx,
  ctx: Context,
  { id, ownerId }: { id: string; ownerId: string },
  kept: KeptInvoice,
) {
  const invoiceFileId = await filePaper(tx, ctx, { purpose, subject: id, ownerId }, kept)
  await tx.update(payments).set({ invoiceHash: kept.hash, invoiceFileId }).where(eq(payments.id, id))
}

/** The invoice of a payment for those who pay, check or asked for it; nobody else ever. */
export async function readInvoice(ctx: Context, paymentId: string) {
  const p = await findPayment(ctx.db, paymentId)
  authorize(ctx.actor, 'invoice.read', subjectOf(p))
  const { bytes, mime, ending } = await openPaper(ctx, purpose, {
    fileId: p.invoiceFileId,
    hash: p.invoiceHash,
  })
  return { bytes, mime, name: `${p.refNo}.${ending}` }
}

/** The invoice's file to whoever may open it: its kind, size in bytes and fingerprint. */
export async function invoiceShown(ctx: Context, p: PaymentFacts) {
  if (!p.invoiceFileId || !may(ctx.actor, 'invoice.read', subjectOf(p))) return null
  const [file] = await ctx.db.select().from(files).where(eq(files.id, p.invoiceFileId))
  return file ? { kind: file.name.split('.').at(-1)!, size: file.size, hash: p.invoiceHash ?? '' } : null
}
