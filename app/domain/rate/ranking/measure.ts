import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import {
  contracts,
  findings,
  indicatorReadings,
  indicators,
  milestones,
  payments,
  rectifications,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { dateOf } from '../../dates.ts'
import { paidInTime } from '../../deliver/payment/payment-clock.ts'
import { blocksOf } from '../../who/standing/blocks-of.ts'
import { ordersSaidOf } from '../rating/orders/order-summary.ts'
import { publicRatings } from '../rating/summary.ts'
import { timelinessOf } from '../record/record-of-party.ts'
import type { RankKind } from './formula.ts'
import type { Measured } from './score.ts'

const share = (n: number, of: number): Measured => ({
  value: of === 0 ? null : (100 * n) / of,
  counted: `${n} / ${of}`,
})
const points = (score: number) => ((score - 1) / 4) * 100

/** 居民满意度: the weighed score of every rating, of a body's orders too, 1 being 0 and 5 being 100, with its range. */
async function satisfaction(
  db: Reader,
  ids: readonly string[],
  on: string,
  partyId?: string,
): Promise<Measured> {
  const { summary } = await publicRatings(db, ids, on, partyId ? await ordersSaidOf(db, partyId) : undefined)
  const { weighed, count } = summary
  if (!weighed) return { value: null, counted: `${count}` }
  const { score, low, high } = weighed
  return { value: points(score), low: points(low), high: points(high), counted: `${count}` }
}

/** 指标完成: of each contract the last accepted reading of each indicator, at most its whole target. */
async function indicatorsOf(db: Reader, ids: string[]): Promise<Measured> {
  const rows = await db
    .select({
      id: indicators.id,
      target: indicators.target,
      value: indicatorReadings.value,
      at: milestones.ordinal,
    })
    .from(indicatorReadings)
    .innerJoin(milestones, eq(milestones.id, indicatorReadings.milestoneId))
    .innerJoin(indicators, eq(indicators.id, indicatorReadings.indicatorId))
    .where(and(inArray(milestones.contractId, ids), eq(milestones.state, 'accepted')))
    .orderBy(milestones.ordinal)
  const last = [...new Map(rows.map((r) => [r.id, r])).values()]
  const done = last.reduce((all, r) => all + Math.min(1, r.value / r.target), 0)
  return { value: last.length === 0 ? null : (100 * done) / last.length, counted: `${last.length}` }
}

async function ofOrganisation(db: Reader, partyId: string, ids: string[], now: Date) {
  const on = dateOf(now)
  const parts = await db.select().from(milestones).where(inArray(milestones.contractId, ids))
  const { inTime, of } = timelinessOf(parts, now)
  const found = await db.select().from(findings).where(inArray(findings.contractId, ids))
  const openFindings = found.filter((f) => f.state !== 'closed').length
  const blocks = (await blocksOf(db, partyId, on)).length
  return {
    satisfaction: await satisfaction(db, ids, on, partyId),
    indicators: await indicatorsOf(db, ids),
    timeliness: share(inTime, of),
    findings: { value: Math.max(0, 100 - 20 * openFindings), counted: `${openFindings}` },
    sanctions: { value: Math.max(0, 100 - 50 * blocks), counted: `${blocks}` },
  }
}

type Fix = Pick<typeof rectifications.$inferSelect, 'answeredAt' | 'dueAt' | 'state'>
/** 差评整改按期: answered within its days, and whoever rated did not ask for more. */
export const rightInTime = ({ answeredAt, dueAt, state }: Fix) =>
  answeredAt !== null && answeredAt < dueAt && state !== 'reopened'

async function ofStreet(db: Reader, ids: string[], now: Date) {
  const money = await db.select().from(payments).where(inArray(payments.contractId, ids))
  const owed = money.filter((p) => p.state !== 'declined' && (p.paidAt || now >= p.dueAt))
  const fixes = await db.select().from(rectifications).where(inArray(rectifications.contractId, ids))
  const judged = fixes.filter((f) => f.answeredAt || now >= f.dueAt)
  return {
    satisfaction: await satisfaction(db, ids, dateOf(now)),
    paid: share(owed.filter(paidInTime).length, owed.length),
    rectified: share(judged.filter(rightInTime).length, judged.length),
  }
}

/** Everything a formula may weigh of one body, counted now. */
export async function measuredOf(
  db: Reader,
  kind: RankKind,
  partyId: string,
  now: Date,
): Promise<Record<string, Measured>> {
  const side = kind === 'organisation' ? contracts.supplierId : contracts.buyerId
  const mine = await db
    .select({ id: contracts.id })
    .from(contracts)
    .where(and(eq(side, partyId), isNotNull(contracts.publishedAt)))
  const ids = mine.map(({ id }) => id)
  if (ids.length === 0) return {}
  return kind === 'organisation' ? ofOrganisation(db, partyId, ids, now) : ofStreet(db, ids, now)
}
