import { desc, eq, inArray } from 'drizzle-orm'
import { merits, parties, rankings, rankObjections } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { rankKinds } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { parameter } from '../../parameters.ts'
import { pick } from '../../pick.ts'
import { authorize, may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { type Formula, formulaOn, isRankKind, type RankKind } from './formula.ts'
import { measuredOf } from './measure.ts'
import { findRanking, isFinal, type RankingFacts } from './object-ranking.ts'
import { periodOf } from './publish-ranking.ts'
import { scoreOf } from './score.ts'

const shown = ['id', 'refNo', 'kind', 'period', 'formulaVersion', 'weights', 'lines', 'corrects'] as const
const standing = (r: RankingFacts, now: Date) => ({
  ...pick(r, shown),
  ...pick(r, ['publishedAt', 'objectionsUntil']),
  final: isFinal(r, now),
  open: r.objections.filter((o) => o.state === 'raised').length,
  upheld: r.objections.some((o) => o.state === 'upheld'),
})
export type ShownRanking = ReturnType<typeof standing>

async function rankingsOf(db: Reader, now: Date) {
  const rows = await db
    .select()
    .from(rankings)
    .orderBy(desc(rankings.publishedAt), desc(rankings.refNo))
    .limit(40)
  const said = rows.length
    ? await db
        .select()
        .from(rankObjections)
        .where(
          inArray(
            rankObjections.rankingId,
            rows.map((r) => r.id),
          ),
        )
    : []
  return rows.map((r) => standing({ ...r, objections: said.filter((o) => o.rankingId === r.id) }, now))
}

const meritsOf = async (db: Reader) =>
  (
    await db
      .select({ m: merits, name: parties.name, period: rankings.period })
      .from(merits)
      .innerJoin(parties, eq(parties.id, merits.partyId))
      .innerJoin(rankings, eq(rankings.id, merits.rankingId))
      .orderBy(desc(merits.decidedAt))
  ).map(({ m, ...more }) => ({
    ...pick(m, ['id', 'refNo', 'kind', 'partyId', 'words', 'decidedAt']),
    ...more,
  }))

const formulasOn = (db: Reader, on: string) => Promise.all(rankKinds.map((kind) => formulaOn(db, kind, on)))

/** 评分排名公开: the newest of each kind, the formulas in force, the register. */
export async function publicRanking(db: Reader, now: Date) {
  const all = await rankingsOf(db, now)
  const newest = rankKinds.flatMap((kind) => all.find((r) => r.kind === kind) ?? [])
  const earlier = all
    .filter((r) => !newest.includes(r))
    .map((r) => pick(r, ['id', 'refNo', 'kind', 'period']))
  const on = dateOf(now)
  const { value: least } = await parameter(db, 'RANK_SATISFACTION', on)
  return { newest, earlier, least, formulas: await formulasOn(db, on), merits: await meritsOf(db) }
}

/** The form of a new formula: the weights in force to begin from. */
export async function formulaPage(ctx: Context, kind: string) {
  authorize(ctx.actor, 'ranking.adopt', {})
  if (!isRankKind(kind)) throw new Refusal('missing', 'ranking-missing')
  const on = dateOf(ctx.clock.now())
  const { value: least } = await parameter(ctx.db, 'RANK_SATISFACTION', on)
  return { kind, weights: (await formulaOn(ctx.db, kind, on)).weights, least }
}

/** 机构得分 on its record, by the formula in force; null while too few residents were heard. */
export async function scoreNow(db: Reader, kind: RankKind, partyId: string, now: Date) {
  const formula: Formula = await formulaOn(db, kind, dateOf(now))
  return { formula, scored: scoreOf(formula.weights, await measuredOf(db, kind, partyId, now)) }
}

/** The desk: what is published, and what this seat may do. */
export async function rankingDesk(ctx: Context) {
  authorize(ctx.actor, 'ranking.read', {})
  const now = ctx.clock.now()
  return {
    rankings: (await rankingsOf(ctx.db, now)).map(({ lines, ...r }) => ({ ...r, n: lines.length })),
    formulas: await formulasOn(ctx.db, dateOf(now)),
    period: periodOf(dateOf(now)),
    may: { publish: may(ctx.actor, 'ranking.publish', {}), adopt: may(ctx.actor, 'ranking.adopt', {}) },
  }
}

/** One ranking with what is said against it; words of others only to who decides. */
export async function oneRanking(ctx: Context, id: string) {
  authorize(ctx.actor, 'ranking.read', {})
  const found = await findRanking(ctx.db, id)
  const partyId = ctx.actor.seat?.partyId ?? ''
  const district = ctx.actor.seat?.role.startsWith('district_') ?? false
  const name = (party: string) => found.lines.find((l) => l.partyId === party)?.name ?? ''
  const mine = found.lines.some((l) => l.partyId === partyId)
  const said = found.objections.some((o) => o.partyId === partyId)
  const now = ctx.clock.now()
  const decides = (raisedBy: string) =>
    may(ctx.actor, 'rankObjection.uphold', { publishedBy: found.publishedBy, raisedBy })
  return {
    ranking: standing(found, now),
    objections: found.objections
      .filter((o) => district || o.partyId === partyId)
      .map((o) => ({
        ...pick(o, ['id', 'words', 'state', 'answer', 'raisedAt', 'decidedAt']),
        ...{ name: name(o.partyId), decide: o.state === 'raised' && decides(o.raisedBy) },
      })),
    may: {
      object:
        mine && !said && now < found.objectionsUntil && may(ctx.actor, 'rankObjection.raise', { partyId }),
      merit: isFinal(found, now) && may(ctx.actor, 'merit.decide', found),
    },
  }
}
export type OneRanking = Awaited<ReturnType<typeof oneRanking>>
