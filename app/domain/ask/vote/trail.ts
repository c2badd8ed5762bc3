import { and, eq, inArray } from 'drizzle-orm'
import { journal, needs, roundItems, rounds } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { TrailEntry } from '../../trail-entry.ts'
import { recount } from './find-result.ts'
import type { Round } from './phase.ts'

type Told = { round: Round; refNo: string; title: string }

async function announced(db: Reader, { round, refNo, title }: Told): Promise<TrailEntry> {
  const { tally } = await recount(db, round)
  const step = tally.steps.find((s) => s.id === refNo)!
  return {
    at: round.announcedAt!,
    chapter: 'ask',
    key: `round.${step.outcome}`,
    params: { title, votes: step.votes, ballots: tally.ballots, line: tally.line },
    byPartyId: round.committeeId,
    byRole: 'committee_director',
    paper: { label: round.refNo, href: `/votes/${round.id}/result#${refNo}` },
    hash: round.countHash,
    seal: { key: 'round', no: round.refNo },
    amount: step.cost,
  }
}
const sealed = ({ round, title }: Told): TrailEntry => ({
  at: round.sealedAt!,
  chapter: 'ask',
  key: 'round.seal',
  params: { title, name: round.name },
  byPartyId: round.committeeId,
  byRole: 'committee_director',
  paper: { label: round.refNo, href: `/votes/${round.id}` },
  hash: round.sealHash,
})
async function voided(db: Reader, { round, title }: Told): Promise<TrailEntry[]> {
  const steps = await db
    .select({ at: journal.at, byRole: journal.role, byPartyId: journal.partyId })
    .from(journal)
    .where(and(eq(journal.subject, round.id), eq(journal.action, 'round.void')))
  return steps.map((step) => ({
    ...step,
    chapter: 'ask',
    key: 'round.void',
    params: { title, name: round.name },
    words: round.voidReason,
    paper: { label: round.refNo, href: `/votes/${round.id}` },
  }))
}

/** What rounds decided about these needs: sealed, announced, or void with its ground. */
export async function trailOfVote(db: Reader, needIds: readonly string[]): Promise<TrailEntry[]> {
  if (needIds.length === 0) return []
  const found = await db
    .select({ round: rounds, refNo: needs.refNo, title: needs.title })
    .from(roundItems)
    .innerJoin(rounds, eq(rounds.id, roundItems.roundId))
    .innerJoin(needs, eq(needs.id, roundItems.needId))
    .where(inArray(roundItems.needId, [...needIds]))
  const entries = found
    .filter(({ round }) => round.sealedAt)
    .map(async (told) => [
      sealed(told),
      ...(told.round.state === 'announced' ? [await announced(db, told)] : []),
      ...(told.round.state === 'void' ? await voided(db, told) : []),
    ])
  return (await Promise.all(entries)).flat()
}
