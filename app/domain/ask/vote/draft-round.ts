import { eq, inArray } from 'drizzle-orm'
import { newId } from '#db/dialect.ts'
import { fundPools, needs, parties, places, roundItems, rounds } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, endOf, startOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { followNeeds } from '../need/follow-needs.ts'
import { findRound, slateOf } from './find-round.ts'
import type { RoundInput } from './forms.ts'

async function committeeOf(db: Reader, committeeId: string | undefined) {
  const [found] = await db
    .select({
      id: parties.id,
      streetId: parties.streetId,
      communityId: places.id,
      households: places.households,
    })
    .from(parties)
    .innerJoin(places, eq(places.id, parties.placeId))
    .where(eq(parties.id, committeeId ?? ''))
  if (!found?.streetId) throw new Refusal('forbidden', 'needs-another-seat')
  return { ...found, streetId: found.streetId }
}

/** The needs of a slate, in the order of their numbers; each of this community, still free, and within the budget. */
async function slateFor(db: Reader, input: RoundInput, communityId: string, listed: readonly string[]) {
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
  if (input.maxChoices > found.length)
    throw new Refusal('invalid', 'more-choices-than-needs', { n: found.length })
  return found.sort((a, b) => (a.refNo < b.refNo ? -1 : 1))
}

async function checkPool(db: Reader, input: RoundInput) {
  const [pool] = await db.select().from(fundPools).where(eq(fundPools.id, input.poolId))
  if (!pool) throw new Refusal('invalid', 'no-such-pool')
  if (input.budget > pool.total) throw new Refusal('invalid', 'budget-over-pool')
}

const ruleOf = (input: RoundInput) => ({
  name: input.name,
  electorate: input.electorate,
  poolId: input.poolId,
  budget: input.budget,
  maxChoices: input.maxChoices,
  budgetCapped: input.budgetCapped === 'yes',
  unit: input.unit,
  thresholdPercent: input.thresholdPercent,
  quorumPercent: input.quorumPercent,
  opensAt: startOf(input.opensOn),
  closesAt: endOf(input.closesOn),
})
const listSlate = (tx: Tx, roundId: string, slate: Awaited<ReturnType<typeof slateFor>>) =>
  tx
    .insert(roundItems)
    .values(slate.map((n, i) => ({ roundId, needId: n.id, ordinal: i + 1, cost: n.estimate })))

/** The committee puts a slate, a budget and a rule together; the needs on it wait for the round. */
export const draftRound = (ctx: Context, input: RoundInput) =>
  ctx.transact(async (tx) => {
    const committee = await committeeOf(tx, ctx.actor.seat?.partyId)
    authorize(ctx.actor, 'round.draft', { committeeId: committee.id })
    await checkPool(tx, input)
    const slate = await slateFor(tx, input, committee.communityId, [])
    const [id, now] = [newId(), ctx.clock.now()]
    await tx.insert(rounds).values({
      ...ruleOf(input),
      id,
      refNo: await nextRef(tx, 'PJ', yearOf(dateOf(now))),
      communityId: committee.communityId,
      committeeId: committee.id,
      streetId: committee.streetId,
      households: committee.households ?? 0,
      state: 'draft',
      createdBy: ctx.actor.personId!,
      createdAt: now,
    })
    await listSlate(tx, id, slate)
    await followNeeds(
      tx,
      ctx,
      slate.map((n) => n.id),
      'shortlist',
    )
    await record(tx, ctx, 'round.draft', { subject: id }, { needs: slate.length })
    return { id }
  })

/** Changes a round nobody has sealed yet. A different unit needs its roll again. */
export const changeRound = (ctx: Context, { id, ...input }: RoundInput & { id: string }) =>
  ctx.transact(async (tx) => {
    const was = await findRound(tx, id)
    authorize(ctx.actor, 'round.change', was)
    if (was.state !== 'draft') throw new Refusal('conflict', 'round-sealed')
    await checkPool(tx, input)
    const listed = (await slateOf(tx, id)).map((item) => item.needId)
    const slate = await slateFor(tx, input, was.communityId, listed)
    const next = slate.map((n) => n.id)
    await tx.delete(roundItems).where(eq(roundItems.roundId, id))
    await followNeeds(
      tx,
      ctx,
      listed.filter((n) => !next.includes(n)),
      'unlist',
    )
    await followNeeds(
      tx,
      ctx,
      next.filter((n) => !listed.includes(n)),
      'shortlist',
    )
    await listSlate(tx, id, slate)
    const slipsAt = input.unit === was.unit ? was.slipsAt : null
    await tx
      .update(rounds)
      .set({ ...ruleOf(input), slipsAt })
      .where(eq(rounds.id, id))
    await record(tx, ctx, 'round.change', { subject: id }, { needs: slate.length })
    return { id }
  })
