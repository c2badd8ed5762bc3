import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import { frameworkProviders, frameworks, orders } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { fen, sum } from '../../money.ts'
import { standsAs } from './find-framework.ts'

const agreementsIn = (db: Reader, planIds: string[]) =>
  db
    .select({
      id: frameworks.id,
      planId: frameworks.planId,
      refNo: frameworks.refNo,
      state: frameworks.state,
      ceiling: frameworks.ceiling,
      to: frameworks.to,
    })
    .from(frameworks)
    .where(and(inArray(frameworks.planId, planIds), ne(frameworks.state, 'draft')))
const signedIn = (db: Reader, ids: string[]) =>
  db
    .select({ id: frameworkProviders.frameworkId, n: sql<number>`count(*)`.mapWith(Number) })
    .from(frameworkProviders)
    .where(and(inArray(frameworkProviders.frameworkId, ids), eq(frameworkProviders.state, 'signed')))
    .groupBy(frameworkProviders.frameworkId)
const confirmedIn = (db: Reader, ids: string[]) =>
  db
    .select({
      id: orders.frameworkId,
      n: sql<number>`count(*)`.mapWith(Number),
      total: sql<number>`sum(${orders.amount})`.mapWith(Number),
    })
    .from(orders)
    .where(and(inArray(orders.frameworkId, ids), eq(orders.state, 'confirmed')))
    .groupBy(orders.frameworkId)

/** The public agreement of each plan as it stands on a day: who serves under it, and what residents confirmed; never of whom. */
export async function agreementsOfPlans(db: Reader, planIds: string[], today: string) {
  const rows = planIds.length ? await agreementsIn(db, planIds) : []
  const ids = rows.map((r) => r.id)
  const signed = ids.length ? await signedIn(db, ids) : []
  const confirmed = ids.length ? await confirmedIn(db, ids) : []
  return new Map(
    rows.map(({ planId, ...written }) => {
      const row = { ...written, state: standsAs(written, today) }
      const providers = signed.find((s) => s.id === row.id)?.n ?? 0
      const done = confirmed.filter((c) => c.id === row.id)
      const total = sum(done.map((c) => fen(c.total)))
      return [
        planId,
        { kind: 'framework' as const, ...row, providers, confirmed: done[0]?.n ?? 0, accepted: total },
      ]
    }),
  )
}
export type AgreementOfPlan =
  Awaited<ReturnType<typeof agreementsOfPlans>> extends Map<string, infer A> ? A : never
