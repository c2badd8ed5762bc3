import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import { contracts, parties, rankings, rankObjections } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, endOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { deadlineOf } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { type Formula, formulaOn, type RankKind } from './formula.ts'
import { measuredOf } from './measure.ts'
import { placed, scoreOf } from './score.ts'

/** 2026Q1: the quarter a day lies in. */
export const periodOf = (on: string) => `${on.slice(0, 4)}Q${Math.ceil(Number(on.slice(5, 7)) / 3)}`

/** Every body of a kind that can be scored today: those whose residents were not heard enough are left out. */
export async function linesNow(db: Reader, formula: Formula, now: Date) {
  const side = formula.kind === 'organisation' ? contracts.supplierId : contracts.buyerId
  const kinds =
    formula.kind === 'organisation'
      ? (['organisation', 'enterprise', 'community_group', 'individual'] as const)
      : (['street_office'] as const)
  const bodies = await db
    .selectDistinct({ id: parties.id, name: parties.name })
    .from(contracts)
    .innerJoin(parties, eq(parties.id, side))
    .where(and(isNotNull(contracts.publishedAt), inArray(parties.kind, [...kinds])))
  const scored = []
  for (const { id, name } of bodies) {
    const score = scoreOf(formula.weights, await measuredOf(db, formula.kind, id, now))
    if (score) scored.push({ ...score, partyId: id, name })
  }
  return placed(scored)
}

/** The published one that this one would correct: a quarter has one, unless an objection to it was upheld. */
async function correctedBy(db: Reader, kind: RankKind, period: string) {
  const [was] = await db
    .select()
    .from(rankings)
    .where(and(eq(rankings.kind, kind), eq(rankings.period, period)))
    .orderBy(desc(rankings.publishedAt), desc(rankings.refNo))
    .limit(1)
  if (!was) return null
  const upheld = and(eq(rankObjections.rankingId, was.id), eq(rankObjections.state, 'upheld'))
  if ((await db.$count(rankObjections, upheld)) === 0)
    throw new Refusal('conflict', 'ranking-already', { period })
  return was.id
}

/** 公布排名: counted now by the formula in force, with its ranges; objections run from here. */
export const publishRanking = (ctx: Context, { kind }: { kind: RankKind }) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'ranking.publish', {})
    const now = ctx.clock.now()
    const today = dateOf(now)
    const period = periodOf(today)
    const corrects = await correctedBy(tx, kind, period)
    const formula = await formulaOn(tx, kind, today)
    const lines = await linesNow(tx, formula, now)
    if (lines.length < 2) throw new Refusal('conflict', 'ranking-too-few')
    const refNo = await nextRef(tx, 'PM', yearOf(today))
    const objectionsUntil = endOf(await deadlineOf(tx, ctx.calendar, 'RANK_OBJECTION', today))
    const [made] = await tx
      .insert(rankings)
      .values({
        ...{ refNo, kind, period, corrects, lines, objectionsUntil },
        ...{ formulaVersion: formula.version, weights: formula.weights },
        ...{ publishedBy: ctx.actor.personId!, publishedAt: now },
      })
      .returning({ id: rankings.id })
    await record(tx, ctx, 'ranking.publish', { subject: made!.id }, { refNo, kind, period, n: lines.length })
    return { id: made!.id }
  })
