import { and, eq, inArray } from 'drizzle-orm'
import { challenges, tenders } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import type { DeskItem } from '../../desk-item.ts'
import { parameter } from '../../parameters.ts'

type Row = { c: typeof challenges.$inferSelect; title: string }

const keyOf = ({ c }: Row, role: string): Pick<DeskItem, 'key' | 'kind'> => {
  if (role.endsWith('_handler'))
    return c.state === 'submitted'
      ? { key: 'challenge.admit', kind: 'act' }
      : { key: 'challenge.wait', kind: 'wait' }
  return c.state === 'admitted'
    ? { key: 'challenge.decide', kind: 'act' }
    : { key: 'challenge.wait', kind: 'wait' }
}

/** Challenges to admit and to answer, by the day the law gives. */
export async function deskOfChallenge(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const { seat } = ctx.actor
  if (!seat || !/^(street|district)_(handler|approver)$/.test(seat.role)) return []
  const rows = await db
    .select({ c: challenges, title: tenders.title })
    .from(challenges)
    .innerJoin(tenders, eq(tenders.id, challenges.tenderId))
    .where(and(eq(tenders.buyerId, seat.partyId), inArray(challenges.state, ['submitted', 'admitted'])))
  if (rows.length === 0) return []
  const { source } = await parameter(db, 'CHALLENGE_REPLY', dateOf(ctx.clock.now()))
  return rows.map((row) => ({
    ...keyOf(row, seat.role),
    params: { no: row.c.refNo },
    matter: row.title,
    chapter: 'buy',
    due: { at: row.c.replyDueAt, source, mark: 'statute' },
    since: row.c.submittedAt,
    link: `/desk/challenges/${row.c.id}`,
  }))
}
