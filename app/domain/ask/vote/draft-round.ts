import { and, eq, ne } from 'drizzle-orm'
import { newId } from '#db/dialect.ts'
import { parties, places, rollEntries, roundItems, rounds } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { followNeeds } from '../need/follow-needs.ts'
import { listBodies } from './bodies.ts'
import { checkNotOfFile } from './file-of-round.ts'
import { findRound, needsOn, slateOf } from './find-round.ts'
import { checkGround } from './ground.ts'
import type { RoundInput } from './round-form.ts'
import { ruleColumns } from './round-rule.ts'
import { checkPool, checkStep, listSlate, slateFor } from './slate-input.ts'

/** The committee that drafts, with its community. */
export async function committeeOf(db: Reader, committeeId: string | undefined) {
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

/** 重来: only a void round of the same committee is repeated, and once. */
async function checkRerun(db: Reader, rerunOf: string | undefined, committeeId: string) {
  if (!rerunOf) return null
  const was = await findRound(db, rerunOf)
  if (was.committeeId !== committeeId) throw new Refusal('forbidden', 'not-your-body')
  if (was.state !== 'void') throw new Refusal('conflict', 'rerun-of-a-void-round')
  await checkNotOfFile(db, rerunOf)
  const live = and(eq(rounds.rerunOf, rerunOf), ne(rounds.state, 'void'))
  if (await db.$count(rounds, live)) throw new Refusal('conflict', 'rerun-already')
  return rerunOf
}

/** Where the money comes from, and the resolution it rests on, if any. */
async function checkSource(db: Reader, input: RoundInput, communityId: string) {
  await checkPool(db, input)
  await checkGround(db, input.resolutionId, communityId)
}

type Committee = Awaited<ReturnType<typeof committeeOf>>
type Columns = Omit<ReturnType<typeof ruleColumns>, 'poolId'> & {
  poolId: string | null
  rerunOf: string | null
}
/** The row of a new draft, with its number. */
export async function putRound(tx: Tx, ctx: Context, committee: Committee, columns: Columns) {
  const [id, now] = [newId(), ctx.clock.now()]
  await tx.insert(rounds).values({
    ...columns,
    id,
    committeeId: committee.id,
    streetId: committee.streetId,
    refNo: await nextRef(tx, 'PJ', yearOf(dateOf(now))),
    communityId: committee.communityId,
    households: committee.households ?? 0,
    state: 'draft',
    createdBy: ctx.actor.personId!,
    createdAt: now,
  })
  return id
}

/** The committee puts a slate, a budget and a rule together; the needs on it wait for the round. */
export const draftRound = (ctx: Context, input: RoundInput) =>
  ctx.transact(async (tx) => {
    const committee = await committeeOf(tx, ctx.actor.seat?.partyId)
    authorize(ctx.actor, 'round.draft', { committeeId: committee.id })
    const rerunOf = await checkRerun(tx, input.rerunOf, committee.id)
    await checkSource(tx, input, committee.communityId)
    const slate = await slateFor(tx, input, committee.communityId, [])
    const rule = ruleColumns(input, slate.length)
    checkStep(rule, slate)
    const id = await putRound(tx, ctx, committee, { ...rule, rerunOf })
    await listSlate(tx, id, slate)
    const home = { committeeId: committee.id, streetId: committee.streetId }
    await listBodies(tx, id, { ...input, ...home, blocs: rule.blocs })
    const needIds = slate.map((n) => n.id)
    await followNeeds(tx, ctx, needIds, 'shortlist')
    await record(tx, ctx, 'round.draft', { subject: id }, { needs: slate.length, rerunOf })
    return { id }
  })

type Slate = Awaited<ReturnType<typeof slateFor>>
/** Puts another slate in the place of the one before; needs that left it are free again. */
async function changeSlate(tx: Tx, ctx: Context, roundId: string, listed: readonly string[], slate: Slate) {
  const next = slate.map((n) => n.id)
  await tx.delete(roundItems).where(eq(roundItems.roundId, roundId))
  const gone = listed.filter((n) => !next.includes(n))
  const more = next.filter((n) => !listed.includes(n))
  await followNeeds(tx, ctx, gone, 'unlist')
  await followNeeds(tx, ctx, more, 'shortlist')
  await listSlate(tx, roundId, slate)
}

/** Changes a round nobody has sealed. Another unit or another rule of who may vote needs its roll again, for the old one was held to the old rule. */
export const changeRound = (ctx: Context, { id, ...input }: RoundInput & { id: string }) =>
  ctx.transact(async (tx) => {
    const was = await findRound(tx, id)
    authorize(ctx.actor, 'round.change', was)
    if (was.state !== 'draft') throw new Refusal('conflict', 'round-sealed')
    await checkNotOfFile(tx, id)
    await checkSource(tx, input, was.communityId)
    const listed = needsOn(await slateOf(tx, id))
    const slate = await slateFor(tx, input, was.communityId, listed)
    const rule = ruleColumns(input, slate.length)
    checkStep(rule, slate)
    await changeSlate(tx, ctx, id, listed, slate)
    const { committeeId, streetId } = was
    await listBodies(tx, id, { ...input, committeeId, streetId, blocs: rule.blocs })
    const asked = ['unit', 'minAge', 'residence', 'residenceMonths'] as const
    const sameRoll = asked.every((of) => rule[of] === was[of])
    if (!sameRoll) await tx.delete(rollEntries).where(eq(rollEntries.roundId, id))
    const slipsAt = sameRoll ? was.slipsAt : null
    await tx
      .update(rounds)
      .set({ ...rule, slipsAt })
      .where(eq(rounds.id, id))
    await record(tx, ctx, 'round.change', { subject: id }, { needs: slate.length, version: was.version })
    return { id }
  })
