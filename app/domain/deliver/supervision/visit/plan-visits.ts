import { and, eq } from 'drizzle-orm'
import { newId } from '#db/dialect.ts'
import { type VisitRisk, visitPlans, visits, voucherChecks } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { dateOf } from '../../../dates.ts'
import { record } from '../../../journal.ts'
import { parameter } from '../../../parameters.ts'
import { authorize } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import type { Contract } from '../../contract/find-contract.ts'
import { contractsOf } from '../../contract/list-contracts.ts'
import { signsOf, thresholdsOf } from '../signs.ts'
import { drawPapers } from './draw-papers.ts'
import { drawVouchers } from './draw-vouchers.ts'
import { riskOf, sampleOf } from './risk.ts'

export const monthOf = (date: string) => date.slice(0, 7)

/** The running contracts a centre looks after. */
export async function underCentre(db: Reader, ctx: Context): Promise<Contract[]> {
  const today = dateOf(ctx.clock.now())
  const all = (await contractsOf(db, ctx.actor)).map(({ contract }) => contract)
  return all.filter((c) => c.state === 'published' && c.from <= today && today <= c.to)
}

/** The figures a plan is made by: the signs' and the sample's. */
async function figuresOf(db: Reader, on: string) {
  const read = async (code: string) => (await parameter(db, code, on)).value
  return {
    ...(await thresholdsOf(db, on)),
    from: await read('VISIT_RISK'),
    share: await read('VISIT_SHARE'),
    least: await read('VISIT_LEAST'),
    vouchers: await read('VOUCHER_SHARE'),
  }
}
export type PlanFigures = Awaited<ReturnType<typeof figuresOf>>

async function refuseSecond(tx: Tx, centreId: string, month: string) {
  const of = and(eq(visitPlans.centreId, centreId), eq(visitPlans.month, month))
  const [made] = await tx.select({ id: visitPlans.id }).from(visitPlans).where(of)
  if (made) throw new Refusal('conflict', 'inspections-planned-already')
}

/** Puts down who is visited and which vouchers are looked at. */
async function setDown(tx: Tx, visitPlanId: string, risks: readonly VisitRisk[], drawn: readonly Voucher[]) {
  const to = risks.flatMap(({ contractId, why }) =>
    why ? [{ visitPlanId, contractId, why, state: 'planned' as const }] : [],
  )
  const checks = drawn.map(({ id, contractId }) => ({
    ...{ visitPlanId, contractId },
    voucherId: id,
    state: 'drawn' as const,
  }))
  if (to.length > 0) await tx.insert(visits).values(to)
  if (checks.length > 0) await tx.insert(voucherChecks).values(checks)
  return { visits: to.length, vouchers: checks.length }
}
type Voucher = { id: string; contractId: string }

/** 制定月度检查计划: the seed is made with the plan, and one plan a month is made, so nobody draws until it suits him. */
export const planVisits = (ctx: Context) =>
  ctx.transact(async (tx) => {
    const centreId = ctx.actor.seat?.partyId ?? ''
    authorize(ctx.actor, 'inspection.plan', { centreId })
    const now = ctx.clock.now()
    const today = dateOf(now)
    const month = monthOf(today)
    await refuseSecond(tx, centreId, month)
    const mine = await underCentre(tx, ctx)
    if (mine.length === 0) throw new Refusal('conflict', 'inspections-nothing-runs')
    const figures = await figuresOf(tx, today)
    const seed = newId() + newId()
    const signed: Array<ReturnType<typeof riskOf>> = []
    for (const c of mine) signed.push(riskOf(c.id, await signsOf(tx, c, today), figures))
    const risks = sampleOf(seed, signed, figures)
    const by = { madeBy: ctx.actor.personId!, madeAt: now }
    const [made] = await tx
      .insert(visitPlans)
      .values({ centreId, month, seed, risks, figures, ...by })
      .returning({ id: visitPlans.id })
    const ids = mine.map(({ id }) => id)
    const drawn = await drawVouchers(tx, ids, { seed, share: figures.vouchers })
    const counts = await setDown(tx, made!.id, risks, drawn)
    const papers = await drawPapers(tx, made!.id, centreId, { seed, share: figures.vouchers })
    await record(tx, ctx, 'inspection.plan', { subject: made!.id }, { month, seed, ...counts, papers })
    return { id: made!.id }
  })
