import { and, eq, gt, inArray, isNotNull, isNull, ne } from 'drizzle-orm'
import {
  buyerChecks,
  methods,
  panelSeats,
  priceCorrections,
  proposals,
  supplements,
  tenders,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import type { DeskItem } from '../../desk-item.ts'
import { fixedDue } from '../../due.ts'
import { may } from '../../policy/index.ts'

type Tender = typeof tenders.$inferSelect
const item = (t: Tender, since: Date, rest: Pick<DeskItem, 'key' | 'link' | 'kind' | 'due'>): DeskItem => ({
  matter: t.title,
  chapter: 'buy',
  since,
  ...rest,
})
const page = (t: Tender, name: string) => `/tenders/${t.id}/${name}`
/** Of a bidder: what the panel asks it to supply. */
async function ofSupplied(db: Reader, ctx: Context, partyId: string): Promise<DeskItem[]> {
  const open = [isNull(supplements.answeredAt), gt(supplements.dueAt, ctx.clock.now())]
  const rows = await db
    .select({ tender: tenders, row: supplements })
    .from(supplements)
    .innerJoin(proposals, eq(proposals.id, supplements.proposalId))
    .innerJoin(tenders, eq(tenders.id, supplements.tenderId))
    .where(and(eq(proposals.supplierId, partyId), ...open))
  const items = rows.map(async ({ tender: t, row }) => {
    const to = { key: 'supplement.answer', link: page(t, 'supplement'), kind: 'act' as const }
    const due = await fixedDue(db, 'SUPPLEMENT_REPLY', { from: row.askedAt, at: row.dueAt })
    return item(t, row.askedAt, { ...to, due })
  })
  return Promise.all(items)
}
/** Of a bidder: a corrected price it has to confirm. */
async function ofCorrected(db: Reader, ctx: Context, partyId: string): Promise<DeskItem[]> {
  const open = [isNull(priceCorrections.answeredAt), gt(priceCorrections.dueAt, ctx.clock.now())]
  const rows = await db
    .select({ tender: tenders, row: priceCorrections })
    .from(priceCorrections)
    .innerJoin(proposals, eq(proposals.id, priceCorrections.proposalId))
    .innerJoin(tenders, eq(tenders.id, priceCorrections.tenderId))
    .where(and(eq(proposals.supplierId, partyId), ...open))
  const items = rows.map(async ({ tender: t, row }) => {
    const to = { key: 'price-correction.answer', link: page(t, 'price-correction'), kind: 'act' as const }
    const due = await fixedDue(db, 'CORRECTION_REPLY', { from: row.agreedAt!, at: row.dueAt! })
    return item(t, row.agreedAt!, { ...to, due })
  })
  return Promise.all(items)
}

/** Of the buyer's handler: tenders opened on a route whose qualification is the buyer's to check. */
async function ofBuyer(db: Reader, ctx: Context, partyId: string): Promise<DeskItem[]> {
  const rows = await db
    .select({ tender: tenders, check: buyerChecks.id })
    .from(tenders)
    .innerJoin(methods, eq(methods.id, tenders.methodId))
    .leftJoin(buyerChecks, eq(buyerChecks.tenderId, tenders.id))
    .where(and(eq(tenders.buyerId, partyId), eq(tenders.state, 'opened'), eq(methods.buyerQualifies, true)))
  return rows
    .filter(
      ({ tender, check }) =>
        check === null && may(ctx.actor, 'buyerCheck.give', { ...tender, panelIds: [], bidderIds: [] }),
    )
    .map(({ tender: t }) =>
      item(t, t.openedAt!, {
        key: 'buyer-check.give',
        link: `/desk/tenders/${t.id}/qualification`,
        kind: 'act',
        due: null,
      }),
    )
}

/** Of each member: a correction another one found that he has not read yet. */
async function ofMember(db: Reader, personId: string): Promise<DeskItem[]> {
  const rows = await db
    .select({ tender: tenders, seatId: panelSeats.id, row: priceCorrections })
    .from(priceCorrections)
    .innerJoin(tenders, eq(tenders.id, priceCorrections.tenderId))
    .innerJoin(panelSeats, eq(panelSeats.tenderId, tenders.id))
    .innerJoin(proposals, eq(proposals.id, priceCorrections.proposalId))
    .where(
      and(
        eq(panelSeats.personId, personId),
        ne(panelSeats.state, 'recused'),
        eq(tenders.state, 'opened'),
        isNull(tenders.report),
        isNull(priceCorrections.agreedAt),
        isNotNull(proposals.body),
        inArray(proposals.state, ['opened']),
      ),
    )
  return rows
    .filter(({ row, seatId }) => !row.agreedBy.includes(seatId))
    .map(({ tender: t, row }) =>
      item(t, row.foundAt, {
        key: 'price-correction.agree',
        link: `/panel/${t.id}/ask/${row.proposalId}`,
        kind: 'act',
        due: null,
      }),
    )
}

/** Of supervision: evaluations under way, whose signs of collusion are there to be looked at. */
async function ofSupervision(db: Reader): Promise<DeskItem[]> {
  const open = await db.select().from(tenders).where(eq(tenders.state, 'opened'))
  return open.map((t) =>
    item(t, t.openedAt!, {
      key: 'signals.watch',
      link: `/desk/tenders/${t.id}/signals`,
      kind: 'wait',
      due: null,
    }),
  )
}

/** What is asked of people while an evaluation runs. */
export async function deskOfAsked(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const { personId, seat } = ctx.actor
  const bids = seat && ['org_editor', 'org_signer'].includes(seat.role)
  const buys = seat && ['street_handler', 'district_handler'].includes(seat.role)
  return [
    ...(bids ? await ofSupplied(db, ctx, seat.partyId) : []),
    ...(bids ? await ofCorrected(db, ctx, seat.partyId) : []),
    ...(buys ? await ofBuyer(db, ctx, seat.partyId) : []),
    ...(personId ? await ofMember(db, personId) : []),
    ...(seat?.role === 'auditor' ? await ofSupervision(db) : []),
  ]
}
