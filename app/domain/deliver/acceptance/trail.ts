import { and, eq, isNotNull } from 'drizzle-orm'
import { acceptanceOpinions, acceptanceSigns, acceptances, contracts, milestones } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { TrailEntry } from '../../trail-entry.ts'
import { grounds } from '../contract/templates-data.ts'

const publishedOf = (db: Reader, planId: string) =>
  db
    .select({ a: acceptances, m: milestones, c: contracts })
    .from(acceptances)
    .innerJoin(milestones, eq(milestones.id, acceptances.milestoneId))
    .innerJoin(contracts, eq(contracts.id, milestones.contractId))
    .where(and(eq(contracts.planId, planId), isNotNull(acceptances.publishedAt)))
type Row = Awaited<ReturnType<typeof publishedOf>>[number]

async function result(db: Reader, { a, m, c }: Row): Promise<TrailEntry> {
  const n = await db.$count(acceptanceOpinions, eq(acceptanceOpinions.acceptanceId, a.id))
  const signs = await db.select().from(acceptanceSigns).where(eq(acceptanceSigns.acceptanceId, a.id))
  return {
    at: a.publishedAt!,
    chapter: 'deliver',
    key: a.met === 1 ? 'acceptance.met' : 'acceptance.not-met',
    params: { title: m.title, n, satisfaction: a.satisfaction ?? 0 },
    words: signs.map((s) => s.words).join('\n'),
    byPartyId: c.buyerId,
    ground: grounds.acceptance,
    paper: { label: c.refNo, href: `/acceptances/${a.id}` },
    seal: { key: 'acceptance', no: `${c.refNo}/${m.ordinal}` },
    amount: a.met === 1 ? m.price : null,
  }
}

const takenBack = ({ a, m }: Row): TrailEntry[] =>
  a.reopenedAt
    ? [
        {
          at: a.reopenedAt,
          chapter: 'deliver',
          key: 'acceptance.reopened',
          params: { title: m.title },
          words: a.reopenReason,
          byRole: 'centre_officer',
        },
      ]
    : []

/** Published acceptance results: who signed by post, how many were heard, how satisfied, the seal beside it; and which were taken back. */
export async function trailOfAcceptance(db: Reader, planId: string): Promise<TrailEntry[]> {
  const rows = await publishedOf(db, planId)
  return [...(await Promise.all(rows.map((row) => result(db, row)))), ...rows.flatMap(takenBack)]
}
