import { asc, eq } from 'drizzle-orm'
import { ballots } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { bodiesOf } from './bodies.ts'
import { ballotsOf } from './count-round.ts'
import { findPublicRound, slateOf } from './find-round.ts'
import { itemsOf, ruleOf } from './published.ts'
import { tally } from './tally.ts'
import { turnoutOf } from './turnout.ts'

/** A result that may be read: announced, or counted and read by those who count it. Before the close there is none. */
export async function findCounted(ctx: Context, roundId: string) {
  const round = await findPublicRound(ctx.db, roundId)
  const readable =
    round.state === 'announced' || (round.state === 'counted' && may(ctx.actor, 'round.read_count', round))
  if (!readable) throw new Refusal('missing', 'no-result-yet')
  return round
}

/** Recounts from the opened ballots by the sealed rule: no total is stored anywhere. */
export async function recount(db: Reader, round: Awaited<ReturnType<typeof findCounted>>) {
  const slate = await slateOf(db, round.id)
  const opened = await ballotsOf(db, round.id)
  const turnout = await turnoutOf(db, round.id)
  const bodies = await bodiesOf(db, round.id)
  const rule = ruleOf(round, turnout.households, bodies)
  return { slate, opened, turnout, rule, bodies, tally: tally(opened, itemsOf(slate), rule) }
}

/** The hashes of all sealed ballots, sorted: whoever kept his receipt finds his own among them. */
export async function sealHashes(db: Reader, roundId: string): Promise<string[]> {
  const found = await db
    .select({ sealHash: ballots.sealHash })
    .from(ballots)
    .where(eq(ballots.roundId, roundId))
    .orderBy(asc(ballots.sealHash))
  return found.map((ballot) => ballot.sealHash)
}
