import { and, asc, eq, inArray, like } from 'drizzle-orm'
import { contracts, journal, milestones, payments, recoveries } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { TrailEntry } from '../../trail-entry.ts'

const said = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? value : '')

/** Steps taken in one instant stand in the order they must have been taken. */
const order = ['request', 'check', 'approve', 'submit', 'bounce', 'correct', 'confirm', 'lose', 'decline']
const rank = (action: string) => order.indexOf(action.replace('payment.', ''))

/** 追回款: each receipt registered after a termination. */
async function recovered(db: Reader, planId: string): Promise<TrailEntry[]> {
  const rows = await db
    .select({ back: recoveries, contractId: contracts.id, partyId: contracts.buyerId })
    .from(recoveries)
    .innerJoin(contracts, eq(contracts.id, recoveries.contractId))
    .where(eq(contracts.planId, planId))
    .orderBy(asc(recoveries.at), asc(recoveries.refNo))
  return rows.map(({ back, contractId, partyId }) => ({
    at: back.at,
    chapter: 'deliver' as const,
    key: 'recovery.register',
    params: { no: back.no },
    byPartyId: partyId,
    paper: { label: back.refNo, href: `/contracts/${contractId}#recovery` },
    amount: back.amount,
  }))
}

type Step = typeof journal.$inferSelect
type Asked = { p: typeof payments.$inferSelect; part: string }
/** Why it was declined, or why the bank sent it back. */
const wordsOf = ({ action }: Step, { reason }: Asked['p']) =>
  action === 'payment.decline' || (action === 'payment.bounce' && reason) ? reason : null

/** Steps that name their voucher; without one they went through an online provider. */
const byVoucher = ['payment.submit', 'payment.bounce', 'payment.confirm']
const entryOf = (step: Step, { p, part }: Asked): TrailEntry => {
  const paid = step.action === 'payment.confirm'
  const voucher = String(said(step.detail?.no ?? step.detail?.voucher))
  const online = voucher === '' && byVoucher.includes(step.action)
  return {
    at: step.at,
    chapter: 'deliver',
    key: online ? `${step.action}.online` : step.action,
    params: { title: part, no: voucher },
    words: wordsOf(step, p),
    byPartyId: step.partyId,
    byRole: step.role,
    ground: paid ? '政府采购法实施条例 第五十一条' : null,
    paper: { label: p.refNo, href: `/open/ledger/${p.id}` },
    seal: paid ? { key: 'paid', no: online ? String(said(step.detail?.receiptNo)) : voucher } : null,
    amount: paid || step.action === 'payment.request' ? p.amount : null,
  }
}

/** Every step of every payment of a project, and what came back; what is paid bears the seal with its voucher's number. */
export async function trailOfPayment(db: Reader, planId: string): Promise<TrailEntry[]> {
  const rows = await db
    .select({ p: payments, part: milestones.title })
    .from(payments)
    .innerJoin(contracts, eq(contracts.id, payments.contractId))
    .innerJoin(milestones, eq(milestones.id, payments.milestoneId))
    .where(eq(contracts.planId, planId))
  const ids = rows.map(({ p }) => p.id)
  const back = await recovered(db, planId)
  if (ids.length === 0) return back
  const steps = await db
    .select()
    .from(journal)
    .where(and(inArray(journal.subject, ids), like(journal.action, 'payment.%')))
    .orderBy(asc(journal.at))
  steps.sort((a, b) => a.at.getTime() - b.at.getTime() || rank(a.action) - rank(b.action))
  const told = steps.map((step) => entryOf(step, rows.find(({ p }) => p.id === step.subject)!))
  return [...told, ...back]
}
