import { and, eq, inArray, ne } from 'drizzle-orm'
import { contracts, milestones, payments } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import type { DeskItem, Due } from '../../desk-item.ts'
import { parameter } from '../../parameters.ts'
import { may } from '../../policy/index.ts'
import { payableOf } from '../milestone/find-milestone.ts'
import { isResting } from './account-rest.ts'
import { waitingLines } from './bank-page.ts'
import { findPayment, type PaymentFacts, subjectOf } from './find-payment.ts'
import { heldLong } from './online/held-long.ts'
import { deskOfRecovery } from './recovery-desk.ts'

const live = ['requested', 'checked', 'approved', 'submitted', 'returned_by_bank', 'corrected'] as const
type Live = (typeof live)[number]
/** What each state waits for: the acts that take it on. */
const acts = {
  requested: 'payment.check',
  checked: 'payment.approve',
  approved: 'payment.submit',
  corrected: 'payment.submit',
  submitted: 'payment.confirm',
  returned_by_bank: 'payment.correct',
} as const satisfies Record<Live, string>

const dueOf = async (db: Reader, p: PaymentFacts): Promise<Due> => {
  const { source, mark } = await parameter(db, 'PAYMENT_CLOCK', dateOf(p.requestedAt))
  return { at: p.dueAt, source, mark: mark as Due['mark'] }
}

/** Accepted milestones of this organisation whose money nobody has asked for. */
async function toAsk(db: Reader, partyId: string): Promise<DeskItem[]> {
  const rows = await db
    .select({ m: milestones, c: contracts })
    .from(milestones)
    .innerJoin(contracts, eq(contracts.id, milestones.contractId))
    .where(
      and(
        eq(contracts.supplierId, partyId),
        eq(contracts.state, 'published'),
        eq(milestones.state, 'accepted'),
      ),
    )
  const asked = await db
    .select({ milestoneId: payments.milestoneId })
    .from(payments)
    .where(ne(payments.state, 'declined'))
  return rows
    .filter(({ m }) => !asked.some((a) => a.milestoneId === m.id))
    .map(({ m, c }) => ({
      key: 'payment.request',
      params: { title: m.title },
      matter: c.title,
      amount: payableOf(m),
      chapter: 'deliver' as const,
      due: null,
      since: m.acceptedAt ?? c.createdAt,
      link: `/work/${c.id}/payment/${m.id}`,
      kind: 'act' as const,
    }))
}

/** Lines of the bank's lists that nobody has matched. */
async function fromTheBank(db: Reader, ctx: Context, buyerId: string): Promise<DeskItem[]> {
  if (!may(ctx.actor, 'bank.read', { buyerId })) return []
  const { n, since, refNo } = await waitingLines(db, buyerId)
  if (n === 0) return []
  const about = { params: { n: String(n) }, matter: refNo, chapter: 'deliver' as const, due: null }
  return [{ key: 'bank.queue', ...about, since: since ?? ctx.clock.now(), link: '/desk/bank', kind: 'act' }]
}

type Side = typeof contracts.supplierId | typeof contracts.buyerId
/** The payments still on their way, of whoever stands on that side of their contract. */
const liveOf = (db: Reader, side: Side, partyId: string) =>
  db
    .select({ id: payments.id })
    .from(payments)
    .innerJoin(contracts, eq(contracts.id, payments.contractId))
    .where(and(inArray(payments.state, [...live]), eq(side, partyId)))

/** Somebody who may pay goes to the provider's page; the others wait for what the provider says. */
const onlineTurn = (ctx: Context, p: PaymentFacts): Pick<DeskItem, 'key' | 'kind'> =>
  p.releaseKey === null && may(ctx.actor, 'payment.submit', subjectOf(p))
    ? { key: 'payment.online', kind: 'act' }
    : { key: 'payment.wait.online', kind: 'wait' }

/** Whose acts these are; nothing for an approver while others are at it, unless the bank sent it back. */
function turnOf(ctx: Context, p: PaymentFacts, org: boolean): Pick<DeskItem, 'key' | 'kind'> | null {
  if (p.provider && p.state === 'submitted') return onlineTurn(ctx, p)
  const act = acts[p.state as Live]
  if (!isResting(p, ctx.clock.now()) && may(ctx.actor, act, subjectOf(p))) return { key: act, kind: 'act' }
  const looksOn = !org && ctx.actor.seat?.role.endsWith('approver') && p.state !== 'corrected'
  return looksOn ? null : { key: `payment.wait.${p.state}`, kind: 'wait' }
}

/** 滞留提醒: what the provider has held for long is told to who keeps the buyer's money and who pays it out. */
async function held(db: Reader, ctx: Context, p: PaymentFacts) {
  const long = /_(finance|approver)$/.test(ctx.actor.seat?.role ?? '') ? await heldLong(db, ctx, p) : null
  return long && { ...long, key: 'payment.held', kind: 'act' as const }
}

/** One payment on its way, for whom it waits and for whom that concerns. */
async function onItsWay(db: Reader, ctx: Context, id: string, org: boolean): Promise<DeskItem[]> {
  const p = await findPayment(db, id)
  const alarm = await held(db, ctx, p)
  const turn = alarm ?? turnOf(ctx, p, org)
  if (!turn) return []
  const since = p.submittedAt ?? p.approvedAt ?? p.checkedAt ?? p.requestedAt
  return [
    {
      ...{ due: alarm?.due ?? (await dueOf(db, p)), since, ...turn },
      params: { title: p.milestone.title, no: p.refNo },
      matter: p.contract.title,
      amount: p.amount,
      chapter: 'deliver',
      link: org ? `/work/${p.contractId}/payment/${p.milestoneId}` : `/desk/payments/${p.id}`,
    },
  ]
}

/** Payments to ask for, check, approve, pay, confirm and correct; and those one waits for. */
export async function deskOfPayment(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const { seat } = ctx.actor
  if (!seat) return []
  const org = seat.role === 'org_editor' || seat.role === 'org_signer'
  const buyer = /_(handler|finance|approver)$/.test(seat.role)
  if (!org && !buyer) return []
  const back = await deskOfRecovery(db, ctx)
  const rows = await liveOf(db, org ? contracts.supplierId : contracts.buyerId, seat.partyId)
  const items: DeskItem[] = [
    ...back,
    ...(org ? await toAsk(db, seat.partyId) : await fromTheBank(db, ctx, seat.partyId)),
  ]
  for (const { id } of rows) items.push(...(await onItsWay(db, ctx, id, org)))
  return items
}
