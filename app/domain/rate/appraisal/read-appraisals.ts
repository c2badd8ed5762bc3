import { and, desc, eq, inArray } from 'drizzle-orm'
import { appraisals, appraisalWorks, places, rounds } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { committeeOf } from '../../ask/vote/draft-round.ts'
import { recount } from '../../ask/vote/find-result.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { parameter } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { deliveredIn } from './delivered.ts'
import { appraisalIdsOf, appraisedIn } from './find-appraised.ts'
import { shareOf } from './share.ts'

type Found = {
  appraisal: typeof appraisals.$inferSelect
  round: typeof rounds.$inferSelect
  community: string
}

/** One announced appraisal, recounted from its opened ballots: of each project how many were satisfied. */
async function resultOf(db: Reader, { appraisal, round, community }: Found, least: number) {
  const { tally } = await recount(db, round)
  const items = await appraisedIn(db, appraisal.id)
  const votesOf = (refNo: string | null) => tally.steps.find((s) => s.id === refNo)?.votes ?? 0
  // 空白票: whoever hands one in is satisfied with none of it, and counts among those asked.
  const ballots = tally.ballots + tally.blank
  const shown = ballots >= least
  return {
    ...{ id: appraisal.id, year: appraisal.year, community, communityId: appraisal.communityId },
    ...{ roundId: round.id, ballots, least },
    projects: items.map(({ ordinal, refNo, ...project }) => ({
      ...project,
      said: shown ? { votes: votesOf(refNo), ...shareOf(votesOf(refNo), ballots) } : null,
    })),
  }
}
export type AppraisalResult = Awaited<ReturnType<typeof resultOf>>
export type AppraisedProject = AppraisalResult['projects'][number]

const announced = (db: Reader) =>
  db
    .select({ appraisal: appraisals, round: rounds, community: places.name })
    .from(appraisals)
    .innerJoin(rounds, eq(rounds.id, appraisals.roundId))
    .innerJoin(places, eq(places.id, appraisals.communityId))
    .$dynamic()
    .orderBy(desc(appraisals.year), places.code)

async function resultsOf(db: Reader, found: readonly Found[], on: string) {
  const least = (await parameter(db, 'RESULT_MIN_CELL', on)).value
  return Promise.all(found.map((one) => resultOf(db, one, least)))
}

/** 评议结果, the newest year first. */
export const publicAppraisals = async (db: Reader, on: string) => ({
  results: await resultsOf(db, await announced(db).where(eq(rounds.state, 'announced')).limit(60), on),
})

/** What residents said of one organisation, in every announced appraisal. */
export async function appraisalsOfParty(db: Reader, partyId: string, on: string) {
  const ids = await appraisalIdsOf(db, partyId)
  if (ids.length === 0) return []
  const found = await announced(db).where(and(eq(rounds.state, 'announced'), inArray(appraisals.id, ids)))
  return (await resultsOf(db, found, on)).map((r) => ({
    ...r,
    projects: r.projects.filter((p) => p.supplierId === partyId),
  }))
}

/** What residents said of one minor work, in every announced appraisal that asked about it. */
export async function appraisalsOfWork(db: Reader, workId: string, on: string) {
  const asked = await db
    .select({ id: appraisalWorks.appraisalId })
    .from(appraisalWorks)
    .where(eq(appraisalWorks.workId, workId))
  if (asked.length === 0) return []
  const ids = asked.map(({ id }) => id)
  const found = await announced(db).where(and(eq(rounds.state, 'announced'), inArray(appraisals.id, ids)))
  return (await resultsOf(db, found, on)).map((r) => ({
    ...r,
    projects: r.projects.filter((p) => p.id === workId),
  }))
}

/** The latest announced appraisal of a community, for whoever plans its next year. */
export async function lastAppraisal(db: Reader, communityId: string | null, on: string) {
  if (!communityId) return null
  const found = await announced(db)
    .where(and(eq(rounds.state, 'announced'), eq(appraisals.communityId, communityId)))
    .limit(1)
  return (await resultsOf(db, found, on))[0] ?? null
}

/** The page a committee begins an appraisal on: what was delivered, and what is already begun. */
export async function appraisalDesk(ctx: Context, wanted: string | null) {
  const committeeId = ctx.actor.seat?.partyId ?? ''
  authorize(ctx.actor, 'round.draft', { committeeId })
  const { communityId } = await committeeOf(ctx.db, committeeId)
  const now = yearOf(dateOf(ctx.clock.now()))
  const year = wanted && /^20\d\d$/.test(wanted) ? Number(wanted) : now
  const begun = await announced(ctx.db).where(eq(appraisals.communityId, communityId))
  return {
    year,
    years: [now - 1, now],
    delivered: await deliveredIn(ctx.db, communityId, year),
    begun: begun.map(({ appraisal, round }) => ({
      ...{ id: appraisal.id, year: appraisal.year, roundId: round.id, name: round.name },
    })),
  }
}
