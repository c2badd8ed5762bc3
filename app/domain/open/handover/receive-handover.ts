import { and, eq } from 'drizzle-orm'
import { caseFiles, handovers, socialWorkers } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findHandover, type Handover, subjectOf } from './find-handover.ts'
import type { ReturnHandover } from './forms.ts'
import { handover as machine } from './machine.ts'
import { sharesKept } from './shares-kept.ts'

/** 接收: whoever follows signs that he has it all; case files of the same body pass to him in the same breath. */
export const receiveHandover = (ctx: Context, { handoverId }: { handoverId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findHandover(tx, handoverId)
    authorize(ctx.actor, 'handover.receive', subjectOf(was))
    await mustKeepNoShare(tx, ctx, was)
    await move(tx, handovers, machine, was, 'receive', { receivedAt: ctx.clock.now() })
    const files = await passFiles(tx, was)
    await tellBack(tx, ctx, was, 'handover-received')
    await record(tx, ctx, 'handover.receive', { subject: was.id }, { role: was.role, files })
    return { id: was.id }
  })

/** A share of a key passes to nobody: first the box is opened, another is named, or the other two show that they open it without him. */
async function mustKeepNoShare(tx: Tx, ctx: Context, { fromId, partyId, role, seatId }: Handover) {
  const kept = await sharesKept(tx, ctx, { id: seatId, role, partyId, personId: fromId })
  if (kept.length > 0) throw new Refusal('conflict', 'handover-shares-kept', { n: kept.length })
}

/** 退回: what is wanting is said, and it is signed anew. */
export const returnHandover = (ctx: Context, { handoverId, words }: ReturnHandover) =>
  ctx.transact(async (tx) => {
    const was = await findHandover(tx, handoverId)
    authorize(ctx.actor, 'handover.return', subjectOf(was))
    await move(tx, handovers, machine, was, 'return', {
      returnedAt: ctx.clock.now(),
      returnWords: words,
    })
    await tellBack(tx, ctx, was, 'handover-returned')
    await record(tx, ctx, 'handover.return', { subject: was.id }, { role: was.role })
    return { id: was.id }
  })

/** Whoever signed is told, and so is the leaver for whom somebody else did. */
async function tellBack(tx: Tx, ctx: Context, { id, refNo, fromId, signedBy }: Handover, message: string) {
  for (const personId of new Set([signedBy ?? fromId, fromId]))
    await notify(tx, ctx, { personId }, message, `/desk/handovers/${id}`, { no: refNo })
}

/** 个案 go to a certified worker of the same body only; whoever gave them away reads them no longer. */
async function passFiles(tx: Tx, { role, fromId, toId, partyId }: Handover) {
  const theirs = and(eq(caseFiles.workerId, fromId), eq(caseFiles.supplierId, partyId))
  if (role !== 'social_worker' || (await tx.$count(caseFiles, theirs)) === 0) return 0
  const [worker] = await tx.select().from(socialWorkers).where(eq(socialWorkers.id, toId))
  if (worker?.employerId !== partyId) throw new Refusal('conflict', 'case-heir-unknown')
  const passed = await tx
    .update(caseFiles)
    .set({ workerId: toId })
    .where(theirs)
    .returning({ id: caseFiles.id })
  return passed.length
}
