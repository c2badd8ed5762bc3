import { and, eq, gt, inArray, isNull, lte, ne } from 'drizzle-orm'
import { lowPriceAsks, panelSeats, proposals, scoreSheets, tenders } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import type { DeskItem } from '../../desk-item.ts'
import { fixedDue } from '../../due.ts'
import { may } from '../../policy/index.ts'
import { findCall } from '../proposal/find-call.ts'
import { besideRounds, finalsToSend } from './consultation/desk.ts'
import { deskOfAsked } from './desk-asked.ts'
import { emptyPlaces } from './draw-seat.ts'
import { reportDue } from './report-clock.ts'
import { drawnFor } from './ties.ts'
import { isWitnessed } from './witness-opening.ts'

const witnesses = ['supervision_member', 'street_approver', 'district_approver', 'auditor']
type Tender = typeof tenders.$inferSelect
const about = (t: Tender, since: Date): Omit<DeskItem, 'key' | 'link' | 'kind'> => ({
  matter: t.title,
  chapter: 'buy',
  due: null,
  since,
})

/** What one tender past its deadline asks of its handler, by who is drawn for its panel so far. */
function afterDeadline(t: Tender, drawn: Awaited<ReturnType<typeof drawnFor>>, now: Date): DeskItem[] {
  const desk = `/desk/tenders/${t.id}`
  const past = about(t, t.deadline)
  const list: DeskItem[] = []
  if (drawn.length === 0 || emptyPlaces(drawn).length > 0)
    list.push({ ...past, key: 'panel.draw', link: `${desk}/panel`, kind: 'act' })
  if (t.state === 'published' && isWitnessed(t, now))
    list.push({ ...past, key: 'tender.open-now', link: `${desk}/opening`, kind: 'act' })
  else if (t.state === 'published')
    list.push({ ...past, key: 'tender.wait-witness', link: `${desk}/opening`, kind: 'wait' })
  else if (drawn.length > 0)
    list.push({ ...about(t, t.openedAt!), key: 'panel.wait', link: `${desk}/panel`, kind: 'wait' })
  return list
}

/** Of the buyer's handler: panels to draw, tenders to open, evaluations under way. */
async function ofHandler(db: Reader, ctx: Context, partyId: string): Promise<DeskItem[]> {
  const now = ctx.clock.now()
  const mine = await db
    .select()
    .from(tenders)
    .where(
      and(
        eq(tenders.buyerId, partyId),
        inArray(tenders.state, ['published', 'opened']),
        lte(tenders.deadline, now),
      ),
    )
  const opens = mine.filter((t) => may(ctx.actor, 'tender.open', t))
  const each = opens.map(async (t) => afterDeadline(t, await drawnFor(db, t.id), now))
  return (await Promise.all(each)).flat()
}

/** Of whoever may witness: tenders past their deadline that nobody has witnessed yet. */
async function ofWitness(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const now = ctx.clock.now()
  const due = await db
    .select()
    .from(tenders)
    .where(and(eq(tenders.state, 'published'), lte(tenders.deadline, now)))
  const items: DeskItem[] = []
  for (const t of due.filter((one) => one.sealMode === 'simple' && !isWitnessed(one, now))) {
    const call = await findCall(db, t.id)
    if (!may(ctx.actor, 'tender.witness', call)) continue
    const link = `/desk/tenders/${t.id}/opening`
    items.push({ ...about(t, t.deadline), key: 'tender.witness', link, kind: 'act' })
  }
  return items
}

/** Of a bidder: a very low price it is asked about, a final offer. */
async function ofAsked(db: Reader, ctx: Context, partyId: string): Promise<DeskItem[]> {
  const rows = await db
    .select({ tender: tenders, ask: lowPriceAsks })
    .from(lowPriceAsks)
    .innerJoin(proposals, eq(proposals.id, lowPriceAsks.proposalId))
    .innerJoin(tenders, eq(tenders.id, lowPriceAsks.tenderId))
    .where(
      and(
        eq(proposals.supplierId, partyId),
        isNull(lowPriceAsks.answeredAt),
        gt(lowPriceAsks.dueAt, ctx.clock.now()),
      ),
    )
  const cheap = rows.map(async ({ tender, ask }) => ({
    ...about(tender, ask.askedAt),
    due: await fixedDue(db, 'LOW_PRICE_REPLY', { from: ask.askedAt, at: ask.dueAt }),
    key: 'low-price.explain',
    link: `/tenders/${tender.id}/low-price`,
    kind: 'act' as const,
  }))
  return [...(await Promise.all(cheap)), ...(await finalsToSend(db, ctx, partyId))]
}

type Seat = typeof panelSeats.$inferSelect
const nextOf = (t: Tender, seat: Seat, locked: boolean): Pick<DeskItem, 'key' | 'link' | 'kind'> | null => {
  const link = `/panel/${t.id}`
  if (t.state === 'published') return { key: 'panel.drawn', link, kind: 'wait' }
  if (seat.state === 'drawn') return { key: 'panel.declare', link: `${link}/declare`, kind: 'act' }
  if (t.report) return seat.signedAt ? null : { key: 'panel.sign', link: `${link}/report`, kind: 'act' }
  return locked ? { key: 'panel.locked', link, kind: 'wait' } : { key: 'panel.score', link, kind: 'act' }
}

/** Of each member, in whatever seat he acts: declare, score, sign. */
async function ofMember(db: Reader, ctx: Context, personId: string): Promise<DeskItem[]> {
  const rows = await db
    .select({ tender: tenders, seat: panelSeats, sheet: scoreSheets.state })
    .from(panelSeats)
    .innerJoin(tenders, eq(tenders.id, panelSeats.tenderId))
    .leftJoin(scoreSheets, eq(scoreSheets.panelSeatId, panelSeats.id))
    .where(
      and(
        eq(panelSeats.personId, personId),
        ne(panelSeats.state, 'recused'),
        inArray(tenders.state, ['published', 'opened']),
      ),
    )
  const items: DeskItem[] = []
  for (const { tender, seat, sheet } of rows) {
    const next = nextOf(tender, seat, sheet === 'submitted')
    const due = sheet === 'submitted' ? await reportDue(db, ctx, tender.id) : null
    if (next) items.push({ ...about(tender, tender.openedAt ?? tender.deadline), due, ...next })
  }
  return items
}

export async function deskOfEvaluation(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const { personId, seat } = ctx.actor
  if (!personId) return []
  const handles = seat && ['street_handler', 'district_handler'].includes(seat.role)
  return [
    ...(handles ? await ofHandler(db, ctx, seat.partyId) : []),
    ...(seat && witnesses.includes(seat.role) ? await ofWitness(db, ctx) : []),
    ...(seat && ['org_editor', 'org_signer'].includes(seat.role) ? await ofAsked(db, ctx, seat.partyId) : []),
    ...(await deskOfAsked(db, ctx)),
    ...(await besideRounds(db, ctx, personId, await ofMember(db, ctx, personId))),
  ]
}
