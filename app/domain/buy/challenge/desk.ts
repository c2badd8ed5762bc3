import { and, eq, inArray } from 'drizzle-orm'
import { challenges, complaints, tenders } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import type { DeskItem } from '../../desk-item.ts'
import { parameter } from '../../parameters.ts'
import { may } from '../../policy/index.ts'
import { findComplaint } from './find-complaint.ts'

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

/** Complaints to take up and to rule on, at the district that is over the buyer. */
async function complaintsTo(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const rows = await db
    .select({ c: complaints, title: tenders.title })
    .from(complaints)
    .innerJoin(tenders, eq(tenders.id, complaints.tenderId))
    .where(inArray(complaints.state, ['filed', 'accepted']))
  const items: DeskItem[] = []
  for (const { c, title } of rows) {
    const act = c.state === 'filed' ? 'complaint.accept' : 'complaint.decide'
    if (!may(ctx.actor, act, await findComplaint(db, c.id))) continue
    const due = c.dueAt && { at: c.dueAt, source: '政府采购法 第五十六条', mark: 'statute' as const }
    const about = { params: { no: c.refNo }, matter: title, chapter: 'buy' as const, since: c.filedAt }
    items.push({ ...about, key: act, due, link: `/desk/complaints/${c.id}`, kind: 'act' })
  }
  return items
}

/** Challenges to admit and to answer, by the day the law gives. */
export async function deskOfChallenge(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const { seat } = ctx.actor
  if (!seat || !/^(street|district)_(handler|approver|finance)$/.test(seat.role)) return []
  const complained = /^district_(approver|finance)$/.test(seat.role) ? await complaintsTo(db, ctx) : []
  if (seat.role.endsWith('_finance')) return complained
  const rows = await db
    .select({ c: challenges, title: tenders.title })
    .from(challenges)
    .innerJoin(tenders, eq(tenders.id, challenges.tenderId))
    .where(and(eq(tenders.buyerId, seat.partyId), inArray(challenges.state, ['submitted', 'admitted'])))
  if (rows.length === 0) return complained
  const { source } = await parameter(db, 'CHALLENGE_REPLY', dateOf(ctx.clock.now()))
  const challenged = rows.map(
    (row): DeskItem => ({
      ...keyOf(row, seat.role),
      params: { no: row.c.refNo },
      matter: row.title,
      chapter: 'buy',
      due: { at: row.c.replyDueAt, source, mark: 'statute' },
      since: row.c.submittedAt,
      link: `/desk/challenges/${row.c.id}`,
    }),
  )
  return [...complained, ...challenged]
}
