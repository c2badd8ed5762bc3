import { and, eq, inArray, or } from 'drizzle-orm'
import { oversights } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import type { DeskItem } from '../../desk-item.ts'
import { fixedDue } from '../../due.ts'
import type { Oversight } from './find-oversight.ts'

type Said = Pick<DeskItem, 'key' | 'kind' | 'due' | 'since'> | null

/** What an objection asks of a seat now. */
async function asks(db: Reader, o: Oversight, ctx: Context): Promise<Said> {
  const role = ctx.actor.seat?.role
  if (o.state === 'raised') {
    const due = await fixedDue(db, 'OVERSIGHT_ANSWER', { from: o.raisedAt, at: o.answerDueAt })
    if (role === 'committee_director') return { key: 'oversight.answer', kind: 'act', due, since: o.raisedAt }
    if (role !== 'supervision_member') return null
    const late = ctx.clock.now() >= o.answerDueAt
    return late
      ? { key: 'oversight.escalate', kind: 'act', due: null, since: o.answerDueAt }
      : { key: 'oversight.wait', kind: 'wait', due, since: o.raisedAt }
  }
  if (o.state === 'answered' && role === 'supervision_member')
    return { key: 'oversight.judge', kind: 'act', due: null, since: o.answeredAt! }
  if (o.state !== 'escalated' || !role?.endsWith('_approver')) return null
  const due = await fixedDue(db, 'OVERSIGHT_RULE', { from: o.escalatedAt!, at: o.rulingDueAt! })
  return { key: 'oversight.rule', kind: 'act', due, since: o.escalatedAt! }
}

/** Objections of the supervision committee to answer, to judge, to take further, to rule on. */
export async function deskOfOversight(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const seat = ctx.actor.seat
  const roles = ['committee_director', 'supervision_member', 'street_approver', 'district_approver']
  if (!seat || !roles.includes(seat.role)) return []
  const rows = await db
    .select()
    .from(oversights)
    .where(
      and(
        inArray(oversights.state, ['raised', 'answered', 'escalated']),
        or(eq(oversights.committeeId, seat.partyId), eq(oversights.rulerId, seat.partyId)),
      ),
    )
  const items = rows.map(async (o): Promise<DeskItem[]> => {
    const said = await asks(db, o, ctx)
    const about = { params: { no: o.refNo }, matter: o.matterTitle, chapter: null }
    return said ? [{ ...said, ...about, link: `/desk/oversight/${o.id}` }] : []
  })
  return (await Promise.all(items)).flat()
}
