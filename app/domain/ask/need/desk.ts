import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import type { DeskItem } from '../../desk-item.ts'
import { may } from '../../policy/index.ts'
import { dueBy } from '../due-by.ts'
import { needWriters } from './find-need.ts'
import { needsOfCommittee, needsToDecide } from './list-needs.ts'

const written = ['draft', 'returned', 'published']

async function ofCommittee(db: Reader, ctx: Context, partyId: string): Promise<DeskItem[]> {
  const publishes = may(ctx.actor, 'need.publish', { committeeId: partyId })
  const due = await dueBy(db, ctx, 'NEED_DECISION')
  const mine = await needsOfCommittee(db, partyId)
  return mine
    .filter((n) => written.includes(n.state))
    .map((n) => ({
      key:
        n.state === 'published'
          ? 'need.wait'
          : n.state === 'returned'
            ? 'need.rewrite'
            : publishes
              ? 'need.publish'
              : 'need.write',
      matter: n.title,
      amount: n.estimate,
      chapter: 'ask',
      due: n.state === 'published' ? due(n.dueAt) : null,
      since: n.publishedAt ?? n.createdAt,
      link: n.state === 'published' ? `/needs/${n.id}` : `/desk/needs/${n.id}`,
      kind: n.state === 'published' ? 'wait' : 'act',
    }))
}

async function ofStreet(db: Reader, ctx: Context, partyId: string): Promise<DeskItem[]> {
  const due = await dueBy(db, ctx, 'NEED_DECISION')
  const rows = await needsToDecide(db, partyId)
  const writers = await needWriters(
    db,
    rows.map(({ need }) => need),
  )
  return rows.map(({ need: n, communityName }) => ({
    key: 'need.decide',
    params: { place: communityName },
    matter: n.title,
    amount: n.estimate,
    chapter: 'ask',
    due: due(n.dueAt),
    since: n.publishedAt ?? n.createdAt,
    link: `/desk/needs/${n.id}`,
    kind: may(ctx.actor, 'need.accept', { ...n, writtenBy: writers.get(n.id)! }) ? 'act' : 'wait',
  }))
}

/** Needs to write, to publish and to decide. */
export async function deskOfNeed(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const { seat } = ctx.actor
  if (!seat) return []
  if (seat.role === 'committee_clerk' || seat.role === 'committee_director')
    return ofCommittee(db, ctx, seat.partyId)
  return seat.role === 'street_approver' ? ofStreet(db, ctx, seat.partyId) : []
}
