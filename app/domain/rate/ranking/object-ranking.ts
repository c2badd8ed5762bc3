import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { merits, rankings, rankObjections } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { parameter } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import type { decideForm, meritForm, objectForm } from './forms.ts'
import { rankObjection } from './machine.ts'

type Of<Form extends z.ZodType> = z.output<Form> & { rankingId: string }

export async function findRanking(db: Reader, id: string) {
  const [found] = await db.select().from(rankings).where(eq(rankings.id, id))
  if (!found) throw new Refusal('missing', 'ranking-missing')
  const objections = await db.select().from(rankObjections).where(eq(rankObjections.rankingId, id))
  return { ...found, objections }
}
export type RankingFacts = Awaited<ReturnType<typeof findRanking>>

/** 定论: its days are over, nothing said against it is open, and nothing held. */
export const isFinal = (
  { objectionsUntil, objections }: Pick<RankingFacts, 'objectionsUntil' | 'objections'>,
  now: Date,
) => now >= objectionsUntil && objections.every((o) => o.state === 'dismissed')

/** 提出异议: a body on the list, once, within its days. */
export const objectRanking = (ctx: Context, { rankingId, words }: Of<typeof objectForm>) =>
  ctx.transact(async (tx) => {
    const was = await findRanking(tx, rankingId)
    const partyId = ctx.actor.seat?.partyId ?? ''
    authorize(ctx.actor, 'rankObjection.raise', { partyId })
    if (!was.lines.some((l) => l.partyId === partyId)) throw new Refusal('forbidden', 'not-on-the-ranking')
    if (ctx.clock.now() >= was.objectionsUntil) throw new Refusal('conflict', 'rank-objections-over')
    if (was.objections.some((o) => o.partyId === partyId))
      throw new Refusal('conflict', 'rank-objected-already')
    const raised = { raisedBy: ctx.actor.personId!, raisedAt: ctx.clock.now(), state: 'raised' as const }
    const [made] = await tx
      .insert(rankObjections)
      .values({ rankingId, partyId, words, ...raised })
      .returning({ id: rankObjections.id })
    await record(tx, ctx, 'rankObjection.raise', { subject: made!.id }, { partyId })
    return { id: rankingId }
  })

/** 答复异议: by another than published it; one that holds asks for a corrected ranking. */
export const decideObjection = (
  ctx: Context,
  { rankingId, objectionId, decided, answer }: Of<typeof decideForm>,
) =>
  ctx.transact(async (tx) => {
    const of = await findRanking(tx, rankingId)
    const was = of.objections.find((o) => o.id === objectionId)
    if (!was) throw new Refusal('missing', 'rank-objection-missing')
    authorize(ctx.actor, `rankObjection.${decided}`, { publishedBy: of.publishedBy, raisedBy: was.raisedBy })
    const said = { answer, decidedBy: ctx.actor.personId, decidedAt: ctx.clock.now() }
    await move(tx, rankObjections, rankObjection, was, decided, said)
    const role = of.kind === 'street' ? 'street_approver' : 'org_signer'
    const to = { role, partyId: was.partyId } as const
    await notify(tx, ctx, to, 'rank-objection-decided', `/desk/ranking/${rankingId}`, { period: of.period })
    await record(tx, ctx, `rankObjection.${decided}`, { subject: was.id })
    return { id: rankingId }
  })

/** 奖惩登记: on a final ranking only; a penalty only where the whole range lies below the line, never on one measure. */
export const decideMerit = (ctx: Context, { rankingId, kind, partyId, words }: Of<typeof meritForm>) =>
  ctx.transact(async (tx) => {
    const of = await findRanking(tx, rankingId)
    authorize(ctx.actor, 'merit.decide', of)
    const now = ctx.clock.now()
    if (!isFinal(of, now)) throw new Refusal('conflict', 'ranking-not-final')
    const line = of.lines.find((l) => l.partyId === partyId)
    if (!line) throw new Refusal('invalid', 'not-on-the-ranking')
    const today = dateOf(now)
    const code = kind === 'reward' ? 'RANK_REWARD' : 'RANK_PENALTY'
    const { value: at } = await parameter(tx, code, today)
    if (kind === 'reward' ? line.score < at : line.high >= at)
      throw new Refusal('conflict', `merit-no-${kind}`, { at })
    const same = and(eq(merits.rankingId, rankingId), eq(merits.partyId, partyId), eq(merits.kind, kind))
    if (await tx.$count(merits, same)) throw new Refusal('conflict', 'merit-already')
    const refNo = await nextRef(tx, 'JC', yearOf(today))
    const decided = { decidedBy: ctx.actor.personId!, decidedAt: now }
    const [made] = await tx
      .insert(merits)
      .values({ refNo, rankingId, kind, partyId, words, ...decided })
      .returning({ id: merits.id })
    await record(tx, ctx, 'merit.decide', { subject: made!.id }, { refNo, kind, partyId })
    return { id: rankingId }
  })
