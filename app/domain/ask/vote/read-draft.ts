import { and, eq, inArray } from 'drizzle-orm'
import { fundPools, needs, parties } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { authorize } from '../../policy/index.ts'
import { bodiesOf } from './bodies.ts'
import { checkNotOfFile } from './file-of-round.ts'
import { findRound, needsOn, slateOf } from './find-round.ts'
import { groundsFor } from './ground.ts'

const freeNeeds = (db: Reader, committeeId: string) =>
  db
    .select({
      id: needs.id,
      refNo: needs.refNo,
      title: needs.title,
      estimate: needs.estimate,
      state: needs.state,
    })
    .from(needs)
    .where(
      and(
        eq(needs.committeeId, committeeId),
        inArray(needs.state, ['accepted', 'not_selected', 'shortlisted']),
      ),
    )
    .orderBy(needs.refNo)

const organisationsFor = (db: Reader) =>
  db
    .select({ id: parties.id, name: parties.name })
    .from(parties)
    .where(inArray(parties.kind, ['organisation', 'enterprise', 'community_group']))
    .orderBy(parties.name)
    .limit(200)

const communityOf = async (db: Reader, committeeId: string) =>
  (await db.select({ placeId: parties.placeId }).from(parties).where(eq(parties.id, committeeId)))[0]
    ?.placeId ?? ''

/** What a round can be drafted from: needs that are free, pools of money, and the void round it repeats, if it does. */
export async function readDraftPage(ctx: Context, roundId: string | null, rerunOf: string | null = null) {
  const round = roundId ? await findRound(ctx.db, roundId) : null
  const from = round ?? (rerunOf ? await findRound(ctx.db, rerunOf) : null)
  const committeeId = from?.committeeId ?? ctx.actor.seat?.partyId ?? ''
  authorize(ctx.actor, 'round.draft', { committeeId })
  if (from) await checkNotOfFile(ctx.db, from.id)
  const slate = from ? needsOn(await slateOf(ctx.db, from.id)) : []
  const free = await freeNeeds(ctx.db, committeeId)
  const pools = await ctx.db
    .select({ id: fundPools.id, name: fundPools.name, year: fundPools.year })
    .from(fundPools)
  const mine = round ? slate : []
  return {
    round,
    from,
    rerun: round ? null : from,
    slate,
    pools,
    needs: free.filter((n) => n.state !== 'shortlisted' || mine.includes(n.id)),
    grounds: await groundsFor(ctx.db, await communityOf(ctx.db, committeeId)),
    organisations: await organisationsFor(ctx.db),
    bodies: from ? await bodiesOf(ctx.db, from.id) : [],
  }
}
