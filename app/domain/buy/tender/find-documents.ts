import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { files, tenderDocuments } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

/** Every file of a tender, also those not live yet and those replaced. */
export const documentRows = (db: Reader) =>
  db
    .select({
      id: tenderDocuments.id,
      tenderId: tenderDocuments.tenderId,
      amendmentId: tenderDocuments.amendmentId,
      liveAt: tenderDocuments.liveAt,
      replacedAt: tenderDocuments.replacedAt,
      name: files.name,
      mime: files.mime,
      size: files.size,
      hash: files.sha256,
    })
    .from(tenderDocuments)
    .innerJoin(files, eq(files.id, tenderDocuments.fileId))
    .$dynamic()

/** The documents that stand now, in the order they came. */
export const documentsOf = (db: Reader, tenderId: string) =>
  documentRows(db)
    .where(
      and(
        eq(tenderDocuments.tenderId, tenderId),
        isNotNull(tenderDocuments.liveAt),
        isNull(tenderDocuments.replacedAt),
      ),
    )
    .orderBy(tenderDocuments.addedAt, tenderDocuments.id)
/** Files that an amendment nobody has published yet would bring: read by whoever may publish it. */
export const waitingDocuments = (db: Reader, tenderId: string) =>
  documentRows(db).where(and(eq(tenderDocuments.tenderId, tenderId), isNull(tenderDocuments.liveAt)))
export type TenderDocument = Awaited<ReturnType<typeof documentsOf>>[number]
