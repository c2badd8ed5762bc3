import { and, eq, ne } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '#db/dialect.ts'
import { appraisalItems, appraisals, appraisalWorks, roundItems, rounds } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import { rollUnits } from '#db/vocabulary.ts'
import { committeeOf, putRound } from '../../ask/vote/draft-round.ts'
import { ruleColumns } from '../../ask/vote/round-rule.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { sum } from '../../money.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { typedDate } from '../../typed-date.ts'
import { type Delivered, deliveredIn } from './delivered.ts'

const words = (most: number, missing: string) =>
  z.string({ error: missing }).trim().min(1, missing).max(most, 'form.round.too-long')

export const appraisalForm = z
  .object({
    year: z.coerce
      .number({ error: 'form.appraisal.year' })
      .int('form.appraisal.year')
      .min(2020, 'form.appraisal.year')
      .max(2100, 'form.appraisal.year'),
    name: words(60, 'form.round.name'),
    electorate: words(200, 'form.round.electorate'),
    unit: z.enum(rollUnits, { error: 'form.round.unit' }),
    opensOn: typedDate('form.round.opens'),
    closesOn: typedDate('form.round.closes'),
  })
  .strict()
  .refine((r) => r.opensOn <= r.closesOn, { path: ['closesOn'], message: 'form.round.dates' })
type DraftAppraisal = z.output<typeof appraisalForm>

async function checkOnce(db: Reader, communityId: string, year: number) {
  const live = await db
    .select({ id: appraisals.id })
    .from(appraisals)
    .innerJoin(rounds, eq(rounds.id, appraisals.roundId))
    .where(and(eq(appraisals.communityId, communityId), eq(appraisals.year, year), ne(rounds.state, 'void')))
  if (live.length > 0) throw new Refusal('conflict', 'appraisal-already', { year })
}

/** More than half of the ballots, any number of ticks, no money: the plainest advisory rule. */
const columnsOf = (input: DraftAppraisal, items: Delivered[]) => ({
  ...ruleColumns(
    {
      ...input,
      ...{ poolId: '', budget: sum(items.map((c) => c.price)), needIds: [] },
      ...{ level: 'L0', ballotKind: 'approval', rule: 'greedy_threshold', thresholdPercent: 50 },
      ...{ quorumPercent: 0, maxChoices: items.length },
    },
    items.length,
  ),
  poolId: null,
  rerunOf: null,
})

type At = { roundId: string; id: string; at: number }
/** One thing delivered as one choice of the ballot. */
async function putItem(tx: Tx, { roundId, id: appraisalId, at }: At, one: Delivered) {
  const roundItemId = newId()
  const title = `${one.title}（${one.supplier}）`.slice(0, 200)
  const item = { id: roundItemId, roundId, refNo: one.refNo, title, ordinal: at + 1, cost: one.price }
  await tx.insert(roundItems).values(item)
  if (one.by === 'works') await tx.insert(appraisalWorks).values({ roundItemId, appraisalId, workId: one.id })
  else await tx.insert(appraisalItems).values({ roundItemId, appraisalId, contractId: one.id })
}

/** 发起年度评议: what was delivered that year stands on the ballot by itself; roll, slips and count go as for any advisory round. */
export const draftAppraisal = (ctx: Context, input: DraftAppraisal) =>
  ctx.transact(async (tx) => {
    const committee = await committeeOf(tx, ctx.actor.seat?.partyId)
    authorize(ctx.actor, 'round.draft', { committeeId: committee.id })
    const { year } = input
    await checkOnce(tx, committee.communityId, year)
    const items = await deliveredIn(tx, committee.communityId, year)
    if (items.length === 0) throw new Refusal('conflict', 'appraisal-nothing', { year })
    const roundId = await putRound(tx, ctx, committee, columnsOf(input, items))
    const id = newId()
    const { communityId } = committee
    await tx.insert(appraisals).values({ id, roundId, communityId, year, createdAt: ctx.clock.now() })
    for (const [at, one] of items.entries()) await putItem(tx, { roundId, id, at }, one)
    await record(tx, ctx, 'round.draft', { subject: roundId }, { items: items.length, appraisal: year })
    return { id: roundId }
  })
