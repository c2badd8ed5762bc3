import { and, desc, eq } from 'drizzle-orm'
import {
  contracts,
  parties,
  payments,
  visitPlans,
  visits,
  voucherChecks,
  vouchers,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { dateOf } from '../../../dates.ts'
import { pick } from '../../../pick.ts'
import { authorize, may } from '../../../policy/index.ts'
import { partyNames } from '../../contract/public-contract.ts'
import { photoBytes, photosOf } from '../../diary/photos.ts'
import { papersIn } from './find-paper.ts'
import { findVisit, findVoucherCheck, type VisitFacts, type VoucherCheckFacts } from './find-visit.ts'
import { monthOf, underCentre } from './plan-visits.ts'
import { riskPoints } from './risk-data.ts'

const visitsIn = (db: Reader, planId: string) =>
  db
    .select({
      id: visits.id,
      contractId: visits.contractId,
      state: visits.state,
      why: visits.why,
      reason: visits.reason,
    })
    .from(visits)
    .where(eq(visits.visitPlanId, planId))

const checksIn = (db: Reader, planId: string) =>
  db
    .select({
      id: voucherChecks.id,
      state: voucherChecks.state,
      title: contracts.title,
      year: vouchers.year,
      no: vouchers.no,
    })
    .from(voucherChecks)
    .innerJoin(contracts, eq(contracts.id, voucherChecks.contractId))
    .innerJoin(vouchers, eq(vouchers.id, voucherChecks.voucherId))
    .where(eq(voucherChecks.visitPlanId, planId))

const titlesOf = (db: Reader) =>
  db
    .select({ id: contracts.id, title: contracts.title, supplier: parties.name })
    .from(contracts)
    .innerJoin(parties, eq(parties.id, contracts.supplierId))

async function shownPlan(db: Reader, plan: typeof visitPlans.$inferSelect) {
  const of = new Map((await titlesOf(db)).map((c) => [c.id, c]))
  const all = await visitsIn(db, plan.id)
  const to = all.filter(({ why }) => why !== 'unplanned')
  return {
    ...pick(plan, ['id', 'month', 'seed', 'figures', 'madeAt']),
    rows: plan.risks.map((risk) => ({
      ...risk,
      title: of.get(risk.contractId)?.title ?? '',
      supplier: of.get(risk.contractId)?.supplier ?? '',
      visit: to.find((v) => v.contractId === risk.contractId) ?? null,
    })),
    extra: all
      .filter(({ why }) => why === 'unplanned')
      .map((visit) => ({ ...visit, title: of.get(visit.contractId)?.title ?? '' })),
    checks: await checksIn(db, plan.id),
    papers: (await papersIn(db, plan.id)).map((one) => ({
      ...pick(one, ['id', 'state', 'title', 'no']),
      book: one.entry !== null,
    })),
  }
}

/** The month's plan of a centre with how it was made; another month by its name. */
export async function visitsPage(ctx: Context, asked: string | null) {
  const centreId = ctx.actor.seat?.partyId ?? ''
  authorize(ctx.actor, 'inspection.read', { centreId })
  const now = monthOf(dateOf(ctx.clock.now()))
  const month = asked && /^\d{4}-\d\d$/.test(asked) ? asked : now
  const months = await ctx.db
    .select({ month: visitPlans.month })
    .from(visitPlans)
    .where(eq(visitPlans.centreId, centreId))
    .orderBy(desc(visitPlans.month))
  const of = and(eq(visitPlans.centreId, centreId), eq(visitPlans.month, month))
  const [plan] = await ctx.db.select().from(visitPlans).where(of)
  const plans = month === now && may(ctx.actor, 'inspection.plan', { centreId })
  const running = plans ? await underCentre(ctx.db, ctx) : []
  return {
    month,
    others: months.map((m) => m.month).filter((m) => m !== month),
    plan: plan ? await shownPlan(ctx.db, plan) : null,
    points: riskPoints.map(({ code, points }) => ({ code, points })),
    mayPlan: !plan && plans,
    running: running.map((c) => pick(c, ['id', 'title'])),
  }
}

async function factsOf(ctx: Context, v: VisitFacts | VoucherCheckFacts) {
  authorize(ctx.actor, 'inspection.read', v)
  const names = await partyNames(ctx.db, [v.supplierId])
  return {
    ...{ id: v.id, month: v.month, words: v.words, settledAt: v.settledAt, findingId: v.findingId },
    contractId: v.contractId,
    title: v.contract.title,
    supplier: names[v.supplierId] ?? '',
    today: dateOf(ctx.clock.now()),
  }
}

/** One visit: the form on a phone, or what was seen. */
export async function visitPage(ctx: Context, id: string) {
  const v = await findVisit(ctx.db, id)
  const { state, why, reason, visitedOn, present, asked, checks } = v
  return {
    ...(await factsOf(ctx, v)),
    ...{ state, why, reason, visitedOn, present, asked, checks },
    photoIds: (await photosOf(ctx.db, [id])).map((photo) => photo.id),
    mayRecord: state === 'planned' && may(ctx.actor, 'inspection.record', v),
  }
}

/** The bytes of one photograph of a visit, for the centre alone: people may be seen on it. */
export async function visitPhoto(ctx: Context, visitId: string, fileId: string) {
  authorize(ctx.actor, 'inspection.read', await findVisit(ctx.db, visitId))
  return photoBytes(ctx, { subject: visitId, fileId })
}

/** One voucher as printed, beside the invoice and the work it paid for. */
export async function voucherCheckPage(ctx: Context, id: string) {
  const v = await findVoucherCheck(ctx.db, id)
  const facts = await factsOf(ctx, v)
  const [row] = await ctx.db
    .select({ voucher: vouchers, payment: payments })
    .from(vouchers)
    .innerJoin(payments, eq(payments.id, vouchers.paymentId))
    .where(eq(vouchers.id, v.voucherId))
  const { voucher, payment } = row!
  return {
    ...facts,
    state: v.state,
    voucher: pick(voucher, ['year', 'no', 'dated', 'amount', 'accountTail']),
    payment: pick(payment, ['id', 'refNo', 'amount', 'payeeName', 'invoiceNo', 'paidOn', 'paidAt']),
    mayCheck: v.state === 'drawn' && may(ctx.actor, 'voucherCheck.agree', v),
  }
}
