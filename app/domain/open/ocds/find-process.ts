import { and, asc, desc, eq, isNotNull } from 'drizzle-orm'
import {
  awards,
  budgetLines,
  contracts,
  fundPools,
  methods,
  needs,
  ocdsReleases,
  parties,
  planNeeds,
  plans,
  tenders,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { type Bid, bidsOf } from './find-bids.ts'
import { type Agreement, agreementOf, type Minor, minorOf } from './find-other-ways.ts'
import { type Profile, profileOf } from './profile.ts'

/** What every section of a release stands on. */
export type Process = {
  profile: Profile
  ocid: string
  seq: number
  /** The releases made of this process so far, the latest last. */
  before: Array<{ id: string; tags: string[] }>
  /** The process that failed before this one, if it did. */
  failed: string | null
  plan: typeof plans.$inferSelect
  method: typeof methods.$inferSelect
  line: typeof budgetLines.$inferSelect
  pool: typeof fundPools.$inferSelect
  buyer: typeof parties.$inferSelect
  needs: Array<typeof needs.$inferSelect>
  /** The tender, once it was published. */
  tender: typeof tenders.$inferSelect | null
  awards: Array<typeof awards.$inferSelect>
  contracts: Array<typeof contracts.$inferSelect>
  /** What was proposed; nothing, not even how many, until an award was made public. */
  bids: Bid[]
  /** The call it is told of: a tender, an agreement or minor works. */
  callId: string | null
  /** The agreement or the minor works it is bought through instead of a tender, once public. */
  agreement: Agreement | null
  minor: Minor | null
}

const releasesOfPlan = (db: Reader, planId: string) =>
  db
    .select({
      id: ocdsReleases.id,
      ocid: ocdsReleases.ocid,
      tag: ocdsReleases.tag,
      tenderId: ocdsReleases.tenderId,
    })
    .from(ocdsReleases)
    .where(eq(ocdsReleases.planId, planId))
    .orderBy(asc(ocdsReleases.ordinal))
type Made = Awaited<ReturnType<typeof releasesOfPlan>>[number]

/** The process of a tender: its own, or the plan's that no tender has taken yet, or a new one after one that failed. */
function numberOf(prefix: string, refNo: string, made: readonly Made[], tenderId: string | null) {
  const ocids = [...new Set(made.map((r) => r.ocid))]
  const own = made.find((r) => tenderId !== null && r.tenderId === tenderId)?.ocid
  const free = ocids.find((ocid) => made.every((r) => r.ocid !== ocid || r.tenderId === null))
  const latest = ocids.at(-1)
  if (own) return { ocid: own, failed: ocids[ocids.indexOf(own) - 1] ?? null }
  if (free) return { ocid: free, failed: ocids[ocids.indexOf(free) - 1] ?? null }
  const nth = ocids.length + 1
  return { ocid: `${prefix}-${refNo}${nth > 1 ? `-R${nth}` : ''}`, failed: latest ?? null }
}

const planRow = (db: Reader, planId: string) =>
  db
    .select({ plan: plans, method: methods, line: budgetLines, pool: fundPools, buyer: parties })
    .from(plans)
    .innerJoin(methods, eq(methods.id, plans.methodId))
    .innerJoin(budgetLines, eq(budgetLines.id, plans.lineId))
    .innerJoin(fundPools, eq(fundPools.id, budgetLines.poolId))
    .innerJoin(parties, eq(parties.id, plans.buyerId))
    .where(eq(plans.id, planId))

async function needsOf(db: Reader, planId: string) {
  const rows = await db
    .select({ need: needs })
    .from(planNeeds)
    .innerJoin(needs, eq(needs.id, planNeeds.needId))
    .where(eq(planNeeds.planId, planId))
    .orderBy(asc(needs.refNo))
  return rows.map((row) => row.need)
}

/** What is public of a tender and after it: notified awards, published contracts, nothing else. */
async function afterPublication(db: Reader, tenderId: string | null, today: string) {
  const none = { tender: null, awards: [], contracts: [], bids: [], agreement: null, minor: null }
  if (tenderId === null) return none
  const [tender] = await db.select().from(tenders).where(eq(tenders.id, tenderId))
  if (!tender) {
    const agreement = await agreementOf(db, tenderId, today)
    return { ...none, agreement, minor: agreement ? null : await minorOf(db, tenderId) }
  }
  const given = await db
    .select()
    .from(awards)
    .where(and(eq(awards.tenderId, tenderId), isNotNull(awards.notifiedAt)))
    .orderBy(asc(awards.createdAt), desc(awards.rank))
  const signed = await db
    .select()
    .from(contracts)
    .where(and(eq(contracts.tenderId, tenderId), isNotNull(contracts.publishedAt)))
    .orderBy(asc(contracts.createdAt))
  const bids = given.length > 0 ? await bidsOf(db, tenderId) : []
  return { ...none, tender, awards: given, contracts: signed, bids }
}

/** Everything public of one contracting process as it stands on a day, in this transaction; null where there is no such plan. */
export async function findProcess(
  db: Reader,
  planId: string,
  callId: string | null,
  today: string,
): Promise<Process | null> {
  const [row] = await planRow(db, planId)
  if (!row) return null
  const profile = await profileOf(db)
  const made = await releasesOfPlan(db, planId)
  const { ocid, failed } = numberOf(profile.prefix, row.plan.refNo, made, callId)
  const before = made.filter((r) => r.ocid === ocid).map(({ id, tag }) => ({ id, tags: tag.split(',') }))
  return {
    ...row,
    profile,
    ocid,
    failed,
    before,
    seq: before.length + 1,
    needs: await needsOf(db, planId),
    callId,
    ...(await afterPublication(db, callId, today)),
  }
}
