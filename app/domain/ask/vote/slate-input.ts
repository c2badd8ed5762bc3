import { eq, inArray } from 'drizzle-orm'
import { fundPools, needs, roundItems } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Fen } from '../../money.ts'
import { Refusal } from '../../refusal.ts'
import { mostRuns } from './count/completions.ts'
import type { RoundInput } from './round-form.ts'

/** The needs of a slate, in the order of their numbers; each of this community, still free, and within the budget. */
export async function slateFor(
  db: Reader,
  input: RoundInput,
  communityId: string,
  listed: readonly string[],
) {
  const found = await db
    .select()
    .from(needs)
    .where(inArray(needs.id, [...new Set(input.needIds)]))
  const free = (n: (typeof found)[number]) =>
    ['accepted', 'not_selected'].includes(n.state) || listed.includes(n.id)
  if (found.length !== new Set(input.needIds).size || found.some((n) => n.communityId !== communityId))
    throw new Refusal('invalid', 'need-of-another-community')
  const taken = found.find((n) => !free(n))
  if (taken) throw new Refusal('conflict', 'need-not-free', { need: taken.refNo })
  const dear = found.find((n) => n.estimate > input.budget)
  if (dear) throw new Refusal('invalid', 'need-over-budget', { need: dear.refNo })
  if ((input.maxChoices ?? 1) > found.length)
    throw new Refusal('invalid', 'more-choices-than-needs', { n: found.length })
  return found.sort((a, b) => (a.refNo < b.refNo ? -1 : 1))
}

/** add1 must come to an end: a step so small that it would be raised too many times is refused beforehand. */
export function checkStep(rule: { addStep: Fen | null }, slate: ReadonlyArray<{ estimate: Fen }>) {
  const dearest = Math.max(...slate.map((n) => n.estimate))
  const least = Math.ceil(dearest / mostRuns / 100)
  if (rule.addStep !== null && rule.addStep * mostRuns < dearest)
    throw new Refusal('invalid', 'step-too-small', { least })
}

export async function checkPool(db: Reader, input: RoundInput) {
  const [pool] = await db.select().from(fundPools).where(eq(fundPools.id, input.poolId))
  if (!pool) throw new Refusal('invalid', 'no-such-pool')
  if (input.budget > pool.total) throw new Refusal('invalid', 'budget-over-pool')
}

/** 备选 in their printed order. */
export const listSlate = (tx: Tx, roundId: string, slate: Awaited<ReturnType<typeof slateFor>>) =>
  tx
    .insert(roundItems)
    .values(slate.map((n, i) => ({ roundId, needId: n.id, ordinal: i + 1, cost: n.estimate })))
