import { sha256 } from '#app/ports/vault.ts'
import { assessors } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import { expertPool } from '../../../buy/evaluation/eligible.ts'
import { drawnFor, tiesOf } from '../../../buy/evaluation/ties.ts'
import { findCall } from '../../../buy/proposal/find-call.ts'
import type { Context } from '../../../context.ts'
import { dateOf } from '../../../dates.ts'
import { inLots } from '../../../lots.ts'
import { notify } from '../../../notify.ts'
import type { ContractFacts } from '../../contract/find-contract.ts'

/** 第三方评估人员: experts of the register in standing, with no seat or tie to either side, who did not choose this supplier. */
export async function assessorPool(db: Reader, { tenderId }: ContractFacts, on: string): Promise<string[]> {
  const call = await findCall(db, tenderId)
  const sat = new Set((await drawnFor(db, tenderId)).map((s) => s.personId))
  const { pool } = await expertPool(db, call, on)
  const free: string[] = []
  for (const { id } of pool)
    if (!sat.has(id) && (await tiesOf(db, tenderId, id, on)).length === 0) free.push(id)
  return free.sort()
}
export const poolHash = (ids: readonly string[]) => sha256(ids.join('\n'))

type Draw = { id: string; seed: string; contract: ContractFacts }
/** Puts the next of the lot into so many places, after those drawn before; as many as there are. */
export async function drawInto(
  tx: Tx,
  ctx: Context,
  { id, seed, contract }: Draw,
  { before, places }: { before: readonly string[]; places: number },
) {
  const free = (await assessorPool(tx, contract, dateOf(ctx.clock.now()))).filter((p) => !before.includes(p))
  const drawn = inLots(seed, free, (personId) => personId).slice(0, places)
  for (const [at, personId] of drawn.entries()) {
    const ordinal = before.length + at + 1
    await tx.insert(assessors).values({ assessmentId: id, personId, ordinal, state: 'drawn' })
    const params = { title: contract.title }
    await notify(tx, ctx, { personId }, 'assessor-drawn', `/panel/assessments/${id}`, params)
  }
  return drawn.length
}
