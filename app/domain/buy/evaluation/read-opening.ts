import { and, eq, inArray, ne } from 'drizzle-orm'
import { parties, persons, proposals } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { authorize, may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { partnersOf } from '../proposal/consortium/terms.ts'
import { type Call, findCall } from '../proposal/find-call.ts'
import { readRecords } from '../seal/read-unseal.ts'
import { unansweredQuestions } from '../tender/find-tender.ts'
import { finalsPending } from './consultation/finals-pending.ts'
import { drawnFor } from './ties.ts'
import { isWitnessed } from './witness-opening.ts'

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
      body: proposals.body,
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
  sealMode,
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
  sealMode,
  noPrice: method.noPrice,
  minProposals: method.minProposals,
})

/** Who opened, and who was there. */
async function peopleOf(db: Reader, { openedBy, witnessId, witnessRole, witnessedAt }: Call) {
  const ids = [openedBy, witnessId].filter((id) => id !== null)
  const rows = ids.length ? await db.select().from(persons).where(inArray(persons.id, ids)) : []
  const nameOf = (id: string | null) => rows.find((one) => one.id === id)?.name ?? null
  return { opener: nameOf(openedBy), witness: nameOf(witnessId), witnessRole, witnessedAt }
}

/** The other parties of a consortium by name; of what was written, nothing. */
const withPartners = <R extends { body: Record<string, unknown> | null }>({ body, ...row }: R) => ({
  ...row,
  partners: partnersOf(body).map((p) => p.name),
})

/** What everyone may read: before the opening, that it has not been; not how many there are. Who came to a consultation is told with its final offers, not before. */
export async function readOpening(ctx: Context, tenderId: string) {
  const call = await findCall(ctx.db, tenderId)
  if (!call.publishedAt) throw new Refusal('missing', 'tender-missing')
  const talking = finalsPending(call)
  const record = call.openedAt && !talking ? await recordOf(ctx.db, tenderId) : []
  const by = call.openedAt ? await peopleOf(ctx.db, call) : null
  const split = call.sealMode === 'split' && !talking ? await readRecords(ctx.db, tenderId) : null
  const rows = record.filter((r) => r.price !== null).map(withPartners)
  return { call: callShown(call), by, record: rows, split, talking }
}

/** The page of the two who open: the handler and the witness. */
export async function readOpeningDesk(ctx: Context, tenderId: string) {
  const call = await findCall(ctx.db, tenderId)
  const opens = may(ctx.actor, 'tender.open', call)
  if (!opens) authorize(ctx.actor, 'tender.witness', call)
  const now = ctx.clock.now()
  const seats = await drawnFor(ctx.db, tenderId)
  return {
    call: callShown(call),
    early: now < call.deadline,
    by: await peopleOf(ctx.db, call),
    witnessed: isWitnessed(call, now),
    may: { open: opens, witness: may(ctx.actor, 'tender.witness', call) },
    unanswered: await unansweredQuestions(ctx.db, tenderId),
    suspended: call.suspended,
    drawn: seats.filter((s) => s.state !== 'recused').length,
  }
}
