import { and, asc, eq, ne } from 'drizzle-orm'
import { rounds, roundVersions } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../refusal.ts'
import { findPublicRound } from './find-round.ts'

/** 旧版本: what was sealed before, and why it was opened up again. */
export const versionsOf = (db: Reader, roundId: string) =>
  db
    .select({
      version: roundVersions.version,
      sealHash: roundVersions.sealHash,
      sealedAt: roundVersions.sealedAt,
      unsealedAt: roundVersions.unsealedAt,
      reason: roundVersions.reason,
    })
    .from(roundVersions)
    .where(eq(roundVersions.roundId, roundId))
    .orderBy(asc(roundVersions.version))

/** The manifest of one version: the words whose SHA-256 is its seal. */
export async function manifestOfVersion(db: Reader, roundId: string, version: number): Promise<string> {
  const round = await findPublicRound(db, roundId)
  if (round.version === version && round.manifest) return round.manifest
  const [older] = await db
    .select({ manifest: roundVersions.manifest })
    .from(roundVersions)
    .where(and(eq(roundVersions.roundId, roundId), eq(roundVersions.version, version)))
  if (!older) throw new Refusal('missing', 'no-such-file')
  return older.manifest
}

/** 重来的一轮: the round that took the place of a void one, and the one it replaced. */
export async function kinOf(db: Reader, round: { id: string; rerunOf: string | null }) {
  const named = { id: rounds.id, name: rounds.name, refNo: rounds.refNo }
  const [next] = await db
    .select(named)
    .from(rounds)
    .where(and(eq(rounds.rerunOf, round.id), ne(rounds.state, 'draft'), ne(rounds.state, 'void')))
  const [before] = round.rerunOf
    ? await db.select(named).from(rounds).where(eq(rounds.id, round.rerunOf))
    : []
  return { next: next ?? null, before: before ?? null }
}
