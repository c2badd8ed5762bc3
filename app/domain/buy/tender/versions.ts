import { asc, eq } from 'drizzle-orm'
import { sha256 } from '#app/ports/vault.ts'
import { tenderVersions } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import { contentOf, type TenderDocumentText } from './document-content.ts'
import { findTender } from './find-tender.ts'

/** Every version of a tender's document that was ever public, the first one first; its words stay in their place. */
export const versionsOf = (db: Reader, tenderId: string) =>
  db
    .select({
      ordinal: tenderVersions.ordinal,
      hash: tenderVersions.hash,
      at: tenderVersions.at,
      amendmentId: tenderVersions.amendmentId,
    })
    .from(tenderVersions)
    .where(eq(tenderVersions.tenderId, tenderId))
    .orderBy(asc(tenderVersions.ordinal))

/** Keeps the document as it reads from this moment on; no version is ever written again. */
export async function keepVersion(tx: Tx, ctx: Context, tenderId: string, amendmentId: string | null = null) {
  const content = contentOf(await findTender(tx, tenderId))
  const ordinal = (await versionsOf(tx, tenderId)).length + 1
  const hash = sha256(content)
  await tx
    .insert(tenderVersions)
    .values({ tenderId, ordinal, amendmentId, content, hash, at: ctx.clock.now() })
  return { ordinal, hash }
}

async function rawVersion(ctx: Context, tenderId: string, ordinal?: number) {
  const tender = await findTender(ctx.db, tenderId)
  const missing = new Refusal('missing', 'version-missing')
  if (!tender.publishedAt) throw missing
  const all = await ctx.db.select().from(tenderVersions).where(eq(tenderVersions.tenderId, tenderId))
  const latest = Math.max(0, ...all.map((one) => one.ordinal))
  const found = all.find((one) => one.ordinal === (ordinal ?? latest))
  if (!found || sha256(found.content) !== found.hash) throw missing
  return { tender, latest, ...found }
}

/** 采购文件, one version as it stood: anybody's to read and print. */
export async function readVersion(ctx: Context, tenderId: string, ordinal?: number) {
  const { tender, latest, content, hash, at, ordinal: n } = await rawVersion(ctx, tenderId, ordinal)
  return {
    tender: { id: tender.id, refNo: tender.refNo, title: tender.title, state: tender.state },
    version: { ordinal: n, latest, hash, at },
    versions: await versionsOf(ctx.db, tenderId),
    document: JSON.parse(content) as TenderDocumentText,
  }
}

/** The very bytes the fingerprint is of. */
export const readVersionText = async (ctx: Context, tenderId: string, ordinal: number) =>
  (await rawVersion(ctx, tenderId, ordinal)).content
