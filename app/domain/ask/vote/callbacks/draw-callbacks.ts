import { randomInt } from 'node:crypto'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { callbacks, participations, persons, rollEntries } from '#db/schema/index.ts'
import type { callbackOutcomes } from '#db/vocabulary.ts'
import type { Context } from '../../../context.ts'
import { dateOf } from '../../../dates.ts'
import { record } from '../../../journal.ts'
import { parameter } from '../../../parameters.ts'
import { authorize } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import { findRound } from '../find-round.ts'
import { helpedChannels } from '../help-limit.ts'
import { phaseOf } from '../phase.ts'

const shuffled = <T>(rows: readonly T[]): T[] => {
  const all = [...rows]
  for (let i = all.length - 1; i > 0; i--) {
    const j = randomInt(i + 1)
    ;[all[i], all[j]] = [all[j]!, all[i]!]
  }
  return all
}

/** Ballots that one person entered for another, at home or at the desk: whoever would pass the draw cannot by naming the other. */
const helpedIn = (roundId: string) =>
  and(eq(participations.roundId, roundId), inArray(participations.channel, helpedChannels))

/** 抽取回访: of the ballots put in for somebody else, a share drawn by lot; drawing again only adds what is still missing. */
export const drawCallbacks = (ctx: Context, { roundId }: { roundId: string }) =>
  ctx.transact(async (tx) => {
    const round = await findRound(tx, roundId)
    authorize(ctx.actor, 'callback.draw', round)
    const phase = phaseOf(round, ctx.clock.now())
    if (phase !== 'open' && phase !== 'closed') throw new Refusal('conflict', 'callbacks-while-open')
    const on = dateOf(ctx.clock.now())
    const share = await parameter(tx, 'CALLBACK_SHARE', on)
    const least = await parameter(tx, 'CALLBACK_LEAST', on)
    const helped = await tx
      .select({ rollEntryId: participations.rollEntryId, helperId: participations.helperId })
      .from(participations)
      .where(helpedIn(roundId))
    if (helped.length === 0) throw new Refusal('conflict', 'nobody-helped-yet')
    const drawn = await tx
      .select({ rollEntryId: callbacks.rollEntryId })
      .from(callbacks)
      .where(eq(callbacks.roundId, roundId))
    const want = Math.min(
      helped.length,
      Math.max(least.value, Math.ceil((helped.length * share.value) / 100)),
    )
    const fresh = helped.filter((h) => !drawn.some((d) => d.rollEntryId === h.rollEntryId))
    const more = shuffled(fresh).slice(0, Math.max(0, want - drawn.length))
    const by = { roundId, drawnBy: ctx.actor.personId!, drawnAt: ctx.clock.now() }
    for (const { rollEntryId, helperId } of more)
      await tx.insert(callbacks).values({ ...by, rollEntryId, helperId: helperId ?? '' })
    await record(tx, ctx, 'callback.draw', { subject: roundId }, { drawn: more.length, of: helped.length })
    return { id: roundId, drawn: more.length }
  })

type Answer = {
  roundId: string
  callbackId: string
  outcome: (typeof callbackOutcomes)[number]
  note?: string | undefined
}
/** What the voter said when he was asked; the choices are never asked. */
export const recordCallback = (ctx: Context, input: Answer) =>
  ctx.transact(async (tx) => {
    const round = await findRound(tx, input.roundId)
    const own = and(eq(callbacks.id, input.callbackId), eq(callbacks.roundId, round.id))
    const [drawn] = await tx.select().from(callbacks).where(own)
    if (!drawn) throw new Refusal('missing', 'no-such-callback')
    authorize(ctx.actor, 'callback.record', { ...round, helperId: drawn.helperId })
    if (drawn.outcome) throw new Refusal('conflict', 'callback-answered')
    const { outcome, note } = input
    if (outcome === 'not_mine' && !note) throw new Refusal('invalid', 'callback-needs-note')
    const called = { calledBy: ctx.actor.personId, calledAt: ctx.clock.now() }
    await tx
      .update(callbacks)
      .set({ outcome, note: note ?? null, ...called })
      .where(own)
    await record(tx, ctx, 'callback.record', { subject: round.id }, { outcome })
    return { id: round.id }
  })

/** 回访名单: whom to ask, who helped, and what was said. */
export async function readCallbacks(ctx: Context, roundId: string) {
  const round = await findRound(ctx.db, roundId)
  authorize(ctx.actor, 'callback.draw', round)
  const list = await ctx.db
    .select({
      id: callbacks.id,
      label: rollEntries.label,
      representative: rollEntries.representative,
      householdKey: rollEntries.householdKey,
      channel: participations.channel,
      helper: persons.name,
      outcome: callbacks.outcome,
      note: callbacks.note,
    })
    .from(callbacks)
    .innerJoin(rollEntries, eq(rollEntries.id, callbacks.rollEntryId))
    .leftJoin(participations, eq(participations.rollEntryId, callbacks.rollEntryId))
    .leftJoin(persons, eq(persons.id, callbacks.helperId))
    .where(eq(callbacks.roundId, roundId))
    .orderBy(asc(rollEntries.householdKey), asc(rollEntries.label))
  const helped = await ctx.db.$count(participations, helpedIn(roundId))
  return { round: { id: round.id, name: round.name, phase: phaseOf(round, ctx.clock.now()) }, list, helped }
}
