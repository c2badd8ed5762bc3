import { and, eq } from 'drizzle-orm'
import { contracts, visitPlans, visits, voucherChecks } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { addMonths, dateOf, startOf } from '../../../dates.ts'
import type { DeskItem } from '../../../desk-item.ts'
import { parameter } from '../../../parameters.ts'
import { papersToCheck } from './find-paper.ts'
import { monthOf, underCentre } from './plan-visits.ts'

type Row = { matter: string; id: string; since: Date; month: string }
type Kind = Pick<DeskItem, 'key'> & { path: string; due: (month: string) => DeskItem['due'] }
const item = ({ matter, id, since, month }: Row, { key, path, due }: Kind): DeskItem => ({
  ...{ key, matter, since, chapter: 'deliver', kind: 'act' },
  due: due(month),
  link: `/desk/visits/${path}${id}`,
})

const visitsToMake = (db: Reader, centreId: string): Promise<Row[]> =>
  db
    .select({ matter: contracts.title, id: visits.id, since: visitPlans.madeAt, month: visitPlans.month })
    .from(visits)
    .innerJoin(visitPlans, eq(visitPlans.id, visits.visitPlanId))
    .innerJoin(contracts, eq(contracts.id, visits.contractId))
    .where(and(eq(visitPlans.centreId, centreId), eq(visits.state, 'planned')))

const vouchersToCheck = (db: Reader, centreId: string): Promise<Row[]> =>
  db
    .select({
      matter: contracts.title,
      id: voucherChecks.id,
      since: visitPlans.madeAt,
      month: visitPlans.month,
    })
    .from(voucherChecks)
    .innerJoin(visitPlans, eq(visitPlans.id, voucherChecks.visitPlanId))
    .innerJoin(contracts, eq(contracts.id, voucherChecks.contractId))
    .where(and(eq(visitPlans.centreId, centreId), eq(voucherChecks.state, 'drawn')))

async function toPlan(db: Reader, ctx: Context, centreId: string): Promise<DeskItem[]> {
  const month = monthOf(dateOf(ctx.clock.now()))
  const of = and(eq(visitPlans.centreId, centreId), eq(visitPlans.month, month))
  const [made] = await db.select({ id: visitPlans.id }).from(visitPlans).where(of)
  const n = made ? 0 : (await underCentre(db, ctx)).length
  const since = startOf(`${month}-01`)
  const rest = { chapter: 'deliver', due: null, since, kind: 'act' } as const
  return n > 0
    ? [{ key: 'inspection.plan', params: { n }, matter: month, link: '/desk/visits', ...rest }]
    : []
}

/** A month's plan to make; visits and vouchers of it that wait until the month is over. */
export async function deskOfVisits(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const { seat } = ctx.actor
  const audits = seat?.role === 'centre_auditor'
  if (!seat || (seat.role !== 'centre_officer' && !audits)) return []
  const { source, mark } = await parameter(db, 'VISIT_SHARE', dateOf(ctx.clock.now()))
  const due = (month: string) => ({
    at: startOf(addMonths(`${month}-01`, 1)),
    ...{ source, mark: mark as 'local' },
  })
  const checks = [
    ...(await vouchersToCheck(db, seat.partyId)).map((row) =>
      item(row, { key: 'voucher-check', path: 'vouchers/', due }),
    ),
    ...(await papersToCheck(db, seat.partyId)).map((row) =>
      item({ ...row, matter: row.title }, { key: 'voucher-check', path: 'papers/', due }),
    ),
  ]
  if (audits) return checks
  const go = (await visitsToMake(db, seat.partyId)).map((row) =>
    item(row, { key: 'inspection.record', path: '', due }),
  )
  return [...(await toPlan(db, ctx, seat.partyId)), ...go, ...checks]
}
