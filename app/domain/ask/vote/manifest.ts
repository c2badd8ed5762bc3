import { asc, eq } from 'drizzle-orm'
import { sha256 } from '#app/ports/vault.ts'
import { places, rollEntries } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { dateOf } from '../../dates.ts'
import { type BodyOfRound, bodiesOf } from './bodies.ts'
import { canonicalJson, type Json } from './canonical-json.ts'
import { slateOf } from './find-round.ts'
import { groundOf } from './ground.ts'
import type { Round } from './phase.ts'
import { boxOf, trusteesOf } from './trustees/find-trustees.ts'

/** The roll as one hash: every entry with its random key, so that no name can be tried out against it. */
async function rollOf(db: Reader, roundId: string) {
  const roll = await db
    .select()
    .from(rollEntries)
    .where(eq(rollEntries.roundId, roundId))
    .orderBy(asc(rollEntries.id))
  const lines = roll.map((e) => [
    e.id,
    e.codeHash,
    e.label,
    e.representative,
    e.householdKey,
    e.personId,
    e.phoneHash,
    e.ageBand,
    e.nonlocal,
    e.livedMonths,
  ])
  return { hash: sha256(lines.map((line) => JSON.stringify(line)).join('\n')), size: roll.length }
}

const ballotWords = (r: Round) => ({
  kind: r.ballotKind,
  maxChoices: r.maxChoices,
  pointsTotal: r.pointsTotal,
  pointsEach: r.pointsEach,
})
const countWords = (r: Round) => ({
  rule: r.rule,
  utility: r.utility,
  completion: r.completion,
  addStep: r.addStep,
  thresholdPercent: r.thresholdPercent,
  tieOrder: r.tieOrder,
  budget: r.budget,
  poolId: r.poolId,
})
const electorateWords = (r: Round) => ({
  words: r.electorate,
  unit: r.unit,
  minAge: r.minAge,
  residence: r.residence,
  residenceMonths: r.residenceMonths,
  quorumPercent: r.quorumPercent,
  households: r.households,
})

/** Only where there is one: what was sealed before has no such words. */
async function groundWords(db: Reader, { resolutionId }: Round): Promise<Record<string, Json>> {
  const ground = await groundOf(db, resolutionId)
  return ground ? { ground: { meeting: ground.meetingRef, resolution: ground.ordinal } } : {}
}

/** 回避: said of a body only where it declared so before the seal; what was sealed before has no such words. */
const bodyWords = ({ bloc, partyId, abstainsSealed }: BodyOfRound) => ({
  bloc,
  id: partyId,
  ...(abstainsSealed ? { abstains: true } : {}),
})

/** 清单: everything fixed before a round opens; its SHA-256 is the seal (amounts in 分, instants in epoch milliseconds). */
export async function manifestOf(db: Reader, round: Round): Promise<string> {
  const [place] = await db.select().from(places).where(eq(places.id, round.communityId))
  const slate = await slateOf(db, round.id)
  const bodies = await bodiesOf(db, round.id)
  const three = await trusteesOf(db, round.id)
  const box = await boxOf(db, round.id)
  return canonicalJson({
    round: round.refNo,
    id: round.id,
    version: round.version,
    rerunOf: round.rerunOf,
    name: round.name,
    community: { id: round.communityId, name: place!.name },
    level: round.level,
    electorate: electorateWords(round),
    ballot: ballotWords(round),
    count: countWords(round),
    blocs: round.blocs?.map(({ bloc, weight }) => ({ bloc, weight })) ?? null,
    bodies: bodies.map(bodyWords),
    opensAt: round.opensAt.getTime(),
    closesAt: round.closesAt.getTime(),
    lastDay: dateOf(new Date(round.closesAt.getTime() - 1)),
    slate: slate.map(({ refNo, title, cost }) => ({ id: refNo, title, cost })),
    roll: await rollOf(db, round.id),
    publicKey: round.publicKey,
    trustees: three.map(({ kind, name, body }) => ({ kind, name, body })),
    signingKey: box?.signingKey ?? null,
    ...(await groundWords(db, round)),
  })
}

/** What the seal of a round is now: whatever of it was touched, it is another. */
export const sealHashOf = async (db: Reader, round: Round): Promise<string> =>
  sha256(await manifestOf(db, round))
