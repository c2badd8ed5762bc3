import { and, eq, inArray, isNull } from 'drizzle-orm'
import { rounds, trustees } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import type { DeskItem } from '../../../desk-item.ts'
import { may } from '../../../policy/index.ts'
import { phaseOf } from '../phase.ts'
import { boxOf } from './find-trustees.ts'

type Named = { round: typeof rounds.$inferSelect; confirmedAt: Date | null; namedAt: Date }
/** His next step in one round, or nothing: to confirm before the key is made, to come after the close. */
async function itemsOf(db: Reader, now: Date, { round, confirmedAt, namedAt }: Named): Promise<DeskItem[]> {
  const come = phaseOf(round, now) === 'closed'
  const confirm = round.state === 'draft' && !confirmedAt && !(await boxOf(db, round.id))
  if (!come && !confirm) return []
  return [
    {
      key: come ? 'trustee.come' : 'trustee.confirm',
      matter: round.name,
      amount: round.budget,
      chapter: 'ask',
      due: come ? null : { at: round.opensAt, source: round.refNo, mark: 'local' },
      since: come ? round.closesAt : namedAt,
      link: `/desk/rounds/${round.id}/share`,
      kind: come ? 'wait' : 'act',
    },
  ]
}

/** What waits for a trustee: to confirm, and after the close to come to the count. */
export async function deskOfTrustee(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const { personId } = ctx.actor
  if (!personId || !may(ctx.actor, 'trustee.serve', { personId })) return []
  const found = await db
    .select({ round: rounds, confirmedAt: trustees.confirmedAt, namedAt: trustees.namedAt })
    .from(trustees)
    .innerJoin(rounds, eq(rounds.id, trustees.roundId))
    .where(
      and(
        eq(trustees.personId, personId),
        inArray(rounds.state, ['draft', 'sealed']),
        isNull(rounds.countedAt),
      ),
    )
  return (await Promise.all(found.map((named) => itemsOf(db, ctx.clock.now(), named)))).flat()
}
