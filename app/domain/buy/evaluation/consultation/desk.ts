import { and, eq, isNull, ne } from 'drizzle-orm'
import { consultations, finalOffers, methods, panelSeats, proposals, tenders } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import type { DeskItem } from '../../../desk-item.ts'
import { fixedDue } from '../../../due.ts'
import { findPanel, votesOf } from '../find-panel.ts'
import { openedOf } from '../opened.ts'
import { isQualified } from '../verdicts.ts'
import { consultationOf } from './find-consultation.ts'
import { confirmersOf } from './write-consultation.ts'

const running = [eq(tenders.state, 'opened'), isNull(tenders.finalsOpenedAt)]

/** Of a bidder that was asked: a final offer to send, or one that is sent and may be replaced. */
export async function finalsToSend(db: Reader, ctx: Context, partyId: string): Promise<DeskItem[]> {
  const rows = await db
    .select({ tender: tenders, round: consultations, sent: finalOffers.sealHash })
    .from(consultations)
    .innerJoin(tenders, eq(tenders.id, consultations.tenderId))
    .innerJoin(proposals, and(eq(proposals.tenderId, tenders.id), eq(proposals.supplierId, partyId)))
    .leftJoin(finalOffers, eq(finalOffers.proposalId, proposals.id))
    .where(and(eq(consultations.state, 'asked'), eq(proposals.state, 'opened'), ...running))
  const open = rows.filter(({ round }) => ctx.clock.now() < round.dueAt!)
  return Promise.all(
    open.map(async ({ tender, round, sent }) => ({
      key: sent ? 'final.sent' : 'final.send',
      matter: tender.title,
      amount: tender.ceiling,
      chapter: 'buy' as const,
      due: await fixedDue(db, 'FINAL_OFFER', { from: round.askedAt!, at: round.dueAt! }),
      since: round.askedAt!,
      link: `/tenders/${tender.id}/final`,
      kind: sent ? ('wait' as const) : ('act' as const),
    })),
  )
}

type Step = { key: string; kind: DeskItem['kind'] }
/** What the round asks of one member: to write it, to confirm it, or to wait for the hour. */
async function stepOf(db: Reader, ctx: Context, tenderId: string): Promise<Step | null> {
  const was = await consultationOf(db, tenderId)
  if (was?.state === 'asked') return { key: 'panel.finals-wait', kind: 'wait' }
  const panel = await findPanel(db, tenderId)
  if (!panel.ready || !isQualified(panel, await votesOf(db, tenderId), await openedOf(db, tenderId)))
    return null
  if (!was) return { key: 'panel.consult', kind: 'act' }
  const confirms = confirmersOf(panel.seats, was).includes(ctx.actor.personId ?? '')
  return confirms
    ? { key: 'panel.confirm-consult', kind: 'act' }
    : { key: 'panel.consult-wait', kind: 'wait' }
}

/** Of each member of a panel whose route has the round, once the conditions are checked. */
async function roundsToLead(db: Reader, ctx: Context, personId: string): Promise<DeskItem[]> {
  const rows = await db
    .select({ tender: tenders })
    .from(panelSeats)
    .innerJoin(tenders, eq(tenders.id, panelSeats.tenderId))
    .innerJoin(methods, eq(methods.id, tenders.methodId))
    .where(
      and(
        eq(panelSeats.personId, personId),
        ne(panelSeats.state, 'recused'),
        eq(methods.finalOffers, true),
        ...running,
      ),
    )
  const items: DeskItem[] = []
  for (const { tender } of rows) {
    const step = await stepOf(db, ctx, tender.id)
    const link = `/panel/${tender.id}/consultation`
    if (step)
      items.push({ ...step, matter: tender.title, chapter: 'buy', due: null, since: tender.openedAt!, link })
  }
  return items
}

/** While final offers are talked over and awaited, their round takes the place of scoring on a member's desk. */
export async function besideRounds(db: Reader, ctx: Context, personId: string, items: DeskItem[]) {
  const rounds = await roundsToLead(db, ctx, personId)
  const led = (item: DeskItem) =>
    item.key === 'panel.score' && rounds.some((r) => r.link === `${item.link}/consultation`)
  return [...items.filter((item) => !led(item)), ...rounds]
}
