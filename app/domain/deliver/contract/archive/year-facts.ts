import { and, asc, eq, inArray, ne } from 'drizzle-orm'
import {
  acceptances,
  findings,
  indicatorReadings,
  indicators,
  milestones,
  type YearFacts,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Contract } from '../find-contract.ts'

const mean = (of: readonly number[]) =>
  of.length === 0 ? null : Math.round(of.reduce((all, one) => all + one, 0) / of.length)

/** 指标平均完成率, in percent: each indicator as it stood last, none for more than its whole. */
async function reached(db: Reader, contractId: string, parts: readonly { id: string }[]) {
  const promised = await db.select().from(indicators).where(eq(indicators.contractId, contractId))
  const ids = parts.map(({ id }) => id)
  const read = ids.length
    ? await db.select().from(indicatorReadings).where(inArray(indicatorReadings.milestoneId, ids))
    : []
  const last = promised.flatMap((one) => {
    const mine = ids.flatMap((id) => read.filter((r) => r.milestoneId === id && r.indicatorId === one.id))
    const value = mine.at(-1)?.value
    return value === undefined ? [] : [Math.min(100, (value / one.target) * 100)]
  })
  return mean(last)
}

async function content(db: Reader, parts: readonly { id: string }[]) {
  if (parts.length === 0) return null
  const heard = await db
    .select({ satisfaction: acceptances.satisfaction })
    .from(acceptances)
    .where(
      and(
        inArray(
          acceptances.milestoneId,
          parts.map(({ id }) => id),
        ),
        eq(acceptances.state, 'published'),
      ),
    )
  return mean(heard.flatMap(({ satisfaction }) => (satisfaction === null ? [] : [satisfaction])))
}

/** What the year came to: how much was accepted, how content those served were, what was reached, what is still wrong. */
export async function yearFacts(db: Reader, contract: Contract): Promise<YearFacts> {
  const parts = await db
    .select()
    .from(milestones)
    .where(eq(milestones.contractId, contract.id))
    .orderBy(asc(milestones.ordinal))
  const accepted = parts.filter((m) => m.state === 'accepted').reduce((all, m) => all + m.percent, 0)
  const open = await db.$count(
    findings,
    and(eq(findings.contractId, contract.id), ne(findings.state, 'closed')),
  )
  return {
    accepted,
    satisfaction: await content(db, parts),
    indicators: await reached(db, contract.id, parts),
    findings: open,
  }
}
