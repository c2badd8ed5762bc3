import { and, eq, inArray } from 'drizzle-orm'
import { awards, proposals, tenders } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import type { DeskItem, Due } from '../../desk-item.ts'
import { dueOf } from '../../due.ts'
import { awardsOf, isLive } from './find-award.ts'
import { cameToOpening } from './own-feedback.ts'
import { confirmFrom } from './propose-award.ts'

/** Until when a result may be objected to, as it was announced. */
const objectionDue = (at: Date): Due => ({ at, source: 'desk.source.objection', mark: 'local' })

const handlers = ['street_handler', 'district_handler']
const approvers = ['street_approver', 'district_approver']
type Tender = typeof tenders.$inferSelect

async function ofTender(db: Reader, ctx: Context, t: Tender, handles: boolean): Promise<DeskItem[]> {
  const award = (await awardsOf(db, t.id)).find(isLive)
  const item = (key: string, since: Date, kind: DeskItem['kind'], due: DeskItem['due']): DeskItem[] => [
    {
      key,
      matter: t.title,
      ...(award ? { amount: award.price } : {}),
      chapter: 'buy',
      due,
      since,
      link: `/desk/tenders/${t.id}/award`,
      kind,
    },
  ]
  const confirmBy = async () => dueOf(db, ctx, 'CONFIRM_WINNER', await confirmFrom(db, t.id, t.reportAt!))
  if (!award) return handles ? item('award.propose', t.reportAt!, 'act', await confirmBy()) : []
  if (award.state === 'proposed')
    return item('award.confirm', award.createdAt, handles ? 'wait' : 'act', await confirmBy())
  if (award.state === 'confirmed' && handles)
    return item(
      'award.notify',
      award.confirmedAt!,
      'act',
      await dueOf(db, ctx, 'RESULT_PUBLISH', dateOf(award.confirmedAt!)),
    )
  if (award.state !== 'notified' || !handles) return []
  const due = objectionDue(award.windowEndsAt!)
  return ctx.clock.now() < award.windowEndsAt! ? item('award.window', award.notifiedAt!, 'wait', due) : []
}

async function ofBuyer(db: Reader, ctx: Context, partyId: string, handles: boolean): Promise<DeskItem[]> {
  const mine = await db
    .select()
    .from(tenders)
    .where(and(eq(tenders.buyerId, partyId), inArray(tenders.state, ['evaluated', 'awarded'])))
  return (await Promise.all(mine.map((t) => ofTender(db, ctx, t, handles)))).flat()
}

/** A bidder's feedback, for as long as it may still object. */
async function ofBidder(db: Reader, ctx: Context, partyId: string): Promise<DeskItem[]> {
  const rows = await db
    .select({ award: awards, tender: tenders, mine: proposals })
    .from(proposals)
    .innerJoin(tenders, eq(tenders.id, proposals.tenderId))
    .innerJoin(awards, and(eq(awards.tenderId, tenders.id), eq(awards.state, 'notified')))
    .where(eq(proposals.supplierId, partyId))
  return rows
    .filter(({ award, mine }) => cameToOpening(mine) && ctx.clock.now() < award.windowEndsAt!)
    .map(({ award, tender, mine }) => ({
      key: award.proposalId === mine.id ? 'award.yours' : 'award.feedback',
      matter: tender.title,
      chapter: 'buy',
      due: objectionDue(award.windowEndsAt!),
      since: award.notifiedAt!,
      link: `/tenders/${tender.id}/feedback/${mine.id}`,
      kind: 'wait',
    }))
}

export async function deskOfAward(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const { seat } = ctx.actor
  if (!seat) return []
  if (handlers.includes(seat.role)) return ofBuyer(db, ctx, seat.partyId, true)
  if (approvers.includes(seat.role)) return ofBuyer(db, ctx, seat.partyId, false)
  return ['org_editor', 'org_signer'].includes(seat.role) ? ofBidder(db, ctx, seat.partyId) : []
}
