import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { approvalDelegations, budgetLines, parties, places, planApprovals, plans } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { dateOf } from '../../../dates.ts'
import { fen } from '../../../money.ts'
import { parameter } from '../../../parameters.ts'
import { authorize } from '../../../policy/index.ts'
import { linesOfBuyer } from '../../../treasury/list-lines.ts'
import { type Delegation, isInForce, usedOf } from './find-delegation.ts'

/** What a committee's director signed in the street's stead, the latest first. */
const signedUnder = (db: Reader, delegationId: string) =>
  db
    .select({
      id: plans.id,
      title: plans.title,
      titleEn: plans.titleEn,
      amount: plans.amount,
      at: planApprovals.at,
    })
    .from(plans)
    .innerJoin(planApprovals, eq(planApprovals.planId, plans.id))
    .where(
      and(
        eq(plans.delegationId, delegationId),
        eq(plans.state, 'approved'),
        eq(planApprovals.step, 'delegate'),
        isNull(planApprovals.voidedAt),
      ),
    )
    .orderBy(desc(planApprovals.at))

async function rowsOf(db: Reader, streetId?: string) {
  return db
    .select({
      delegation: approvalDelegations,
      community: { id: places.id, name: places.name, nameEn: places.nameEn },
      committee: parties.name,
      line: budgetLines.name,
    })
    .from(approvalDelegations)
    .innerJoin(places, eq(places.id, approvalDelegations.communityId))
    .innerJoin(parties, eq(parties.id, approvalDelegations.committeeId))
    .innerJoin(budgetLines, eq(budgetLines.id, approvalDelegations.lineId))
    .where(streetId ? eq(approvalDelegations.streetId, streetId) : undefined)
    .orderBy(asc(places.code), desc(approvalDelegations.version))
}

const placeOf = ({ streetId, communityId }: Delegation) => `${streetId} ${communityId}`
/** The newest version of each place that has begun. */
const newestBegun = (rows: Array<{ delegation: Delegation }>, today: string) => {
  const newest = new Map<string, number>()
  for (const { delegation } of rows) {
    const before = newest.get(placeOf(delegation)) ?? 0
    if (delegation.from <= today && delegation.version > before)
      newest.set(placeOf(delegation), delegation.version)
  }
  return newest
}

/** Every delegation there is or was, with what was done under it, for anybody to read: who granted it is an office, not a person. */
export async function listDelegations(db: Reader, today: string, streetId?: string) {
  const rows = await rowsOf(db, streetId)
  const newest = newestBegun(rows, today)
  return Promise.all(
    rows.map(async ({ delegation, ...around }) => {
      const { grantedBy: _g, withdrawnBy: _w, streetId: _s, ...told } = delegation
      const last = newest.get(placeOf(delegation)) ?? 0
      const stands = told.version === last && isInForce(delegation, today)
      const over = told.version < last || told.to < today
      return {
        ...{ ...told, ...around, stands, over },
        ...(stands ? await usedOf(db, delegation) : { used: null, left: null, plans: null }),
        signed: await signedUnder(db, delegation.id),
      }
    }),
  )
}
export type Delegated = Awaited<ReturnType<typeof listDelegations>>[number]

/** The page of a street's approver: what is delegated, to whom it can be, and on which line. */
export async function delegationsDesk(ctx: Context) {
  const streetId = ctx.actor.seat?.partyId ?? ''
  authorize(ctx.actor, 'delegation.grant', { streetId })
  const today = dateOf(ctx.clock.now())
  const { value, source } = await parameter(ctx.db, 'COMMITTEE_APPROVES_MAX', today)
  const lines = await linesOfBuyer(ctx.db, streetId)
  return {
    today,
    most: { limit: fen(value), source },
    delegations: await listDelegations(ctx.db, today, streetId),
    committees: await ctx.db
      .select({ id: parties.id, name: parties.name })
      .from(parties)
      .where(and(eq(parties.kind, 'committee'), eq(parties.streetId, streetId)))
      .orderBy(asc(parties.name)),
    lines: lines.map(({ line, pool }) => ({
      id: line.id,
      name: line.name,
      pool: pool.name,
      year: pool.year,
    })),
  }
}
