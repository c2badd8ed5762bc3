import { asc, eq } from 'drizzle-orm'
import { sha256 } from '#app/ports/vault.ts'
import { rollEntries } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { slateOf } from './find-round.ts'
import type { Round } from './phase.ts'

const ruleWords = (r: Round) => [
  r.id,
  r.refNo,
  r.name,
  r.communityId,
  r.electorate,
  r.poolId,
  r.budget,
  r.maxChoices,
  r.budgetCapped,
  r.unit,
  r.thresholdPercent,
  r.quorumPercent,
  r.households,
  r.opensAt.getTime(),
  r.closesAt.getTime(),
]

/** One hash of rule, slate and roll: whatever of them is touched after the seal, it is another. */
export async function sealHashOf(db: Reader, round: Round): Promise<string> {
  const slate = await slateOf(db, round.id)
  const roll = await db
    .select()
    .from(rollEntries)
    .where(eq(rollEntries.roundId, round.id))
    .orderBy(asc(rollEntries.id))
  const rollWords = roll.map((e) => [
    e.id,
    e.codeHash,
    e.label,
    e.householdKey,
    e.personId,
    e.phoneHash,
    e.ageBand,
  ])
  const slateWords = slate.map((item) => [item.needId, item.refNo, item.cost])
  return sha256(JSON.stringify([ruleWords(round), slateWords, sha256(JSON.stringify(rollWords))]))
}
