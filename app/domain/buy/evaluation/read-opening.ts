import { and, eq, ne } from 'drizzle-orm'
import { parties, proposals } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { type Call, findCall } from '../proposal/find-call.ts'
import { unansweredQuestions } from '../tender/find-tender.ts'
import { drawnFor } from './ties.ts'

/** 开启记录: names, prices, receipts and fingerprints of what was opened; in the order of arrival. */
const recordOf = (db: Reader, tenderId: string) =>
  db
    .select({
      id: proposals.id,
      name: parties.name,
      price: proposals.price,
      receiptNo: proposals.receiptNo,
      sealHash: proposals.sealHash,
      version: proposals.version,
      submittedAt: proposals.submittedAt,
    })
    .from(proposals)
    .innerJoin(parties, eq(parties.id, proposals.supplierId))
    .where(and(eq(proposals.tenderId, tenderId), ne(proposals.state, 'draft')))
    .orderBy(proposals.submittedAt)

const callShown = ({
  id,
  refNo,
  title,
  state,
  deadline,
  openedAt,
  ceiling,
  endReason,
  planId,
  method,
}: Call) => ({
  id,
  refNo,
  title,
  state,
  deadline,
  openedAt,
  ceiling,
  endReason,
  planId,
  noPrice: method.noPrice,
  minProposals: method.minProposals,
})

/** What everyone may read: before the opening, that it has not been; not how many there are. */
export async function readOpening(ctx: Context, tenderId: string) {
  const call = await findCall(ctx.db, tenderId)
  if (!call.publishedAt) throw new Refusal('missing', 'tender-missing')
  const record = call.openedAt ? await recordOf(ctx.db, tenderId) : []
  return { call: callShown(call), record: record.filter((r) => r.price !== null) }
}

/** The handler's page before and at the opening. */
export async function readOpeningDesk(ctx: Context, tenderId: string) {
  const call = await findCall(ctx.db, tenderId)
  authorize(ctx.actor, 'tender.open', call)
  const seats = await drawnFor(ctx.db, tenderId)
  return {
    call: callShown(call),
    early: ctx.clock.now() < call.deadline,
    unanswered: await unansweredQuestions(ctx.db, tenderId),
    suspended: call.suspended,
    drawn: seats.filter((s) => s.state !== 'recused').length,
  }
}
