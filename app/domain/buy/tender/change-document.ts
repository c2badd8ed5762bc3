import { and, eq, isNull } from 'drizzle-orm'
import { tenderDocuments } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { mustBeNew, putDocument } from './add-document.ts'
import { putAmendment } from './draft-amendment.ts'
import { findTender, type TenderFacts } from './find-tender.ts'
import type { DocumentChange } from './forms.ts'
import { shelvePublic, type Upload } from './paper.ts'

const said = ({ name, hash }: { name: string; hash: string }) => `${name} ${hash.slice(0, 16)}`

/** What the new file takes the place of; nothing when it is one more. */
function replaced(tender: TenderFacts, replacesId: string | undefined) {
  if (!replacesId) return null
  const found = tender.documents.find((one) => one.id === replacesId)
  if (!found) throw new Refusal('missing', 'file-missing')
  return found
}

/** 更正附件: after publication a file comes only by an amendment, always material. */
export async function draftDocumentChange(
  ctx: Context,
  { tenderId, replacesId, reason, newDeadline, ...upload }: DocumentChange & Upload & { tenderId: string },
) {
  authorize(ctx.actor, 'amendment.draft', await findTender(ctx.db, tenderId))
  const paper = await shelvePublic(ctx, upload)
  return ctx.transact(async (tx) => {
    const tender = await findTender(tx, tenderId)
    authorize(ctx.actor, 'amendment.draft', tender)
    const was = replaced(tender, replacesId)
    await mustBeNew(tx, tenderId, paper, was !== null)
    if (newDeadline && newDeadline <= tender.deadline) throw new Refusal('invalid', 'deadline-only-later')
    const change = {
      was: was ? said(was) : '',
      now: said(paper),
      material: true,
      newDeadline: newDeadline ?? null,
    }
    const { id } = await putAmendment(tx, ctx, tender, { ...change, field: 'document', reason })
    await putDocument(tx, ctx, paper, {
      tenderId,
      buyerId: tender.buyerId,
      amendmentId: id,
      replacesId: was?.id,
    })
    return { id }
  })
}

/** With the amendment its file goes live, and the one it replaces steps back; both stay readable. */
export async function swapDocuments(tx: Tx, ctx: Context, amendmentId: string) {
  const at = ctx.clock.now()
  const [made] = await tx
    .update(tenderDocuments)
    .set({ liveAt: at })
    .where(and(eq(tenderDocuments.amendmentId, amendmentId), isNull(tenderDocuments.liveAt)))
    .returning({ replacesId: tenderDocuments.replacesId })
  if (made?.replacesId)
    await tx.update(tenderDocuments).set({ replacedAt: at }).where(eq(tenderDocuments.id, made.replacesId))
}
