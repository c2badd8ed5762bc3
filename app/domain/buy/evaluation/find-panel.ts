import { and, eq } from 'drizzle-orm'
import { panelSeats, panelVotes, persons, scoreSheets, scores } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import { type Call, findCall } from '../proposal/find-call.ts'
import { emptyPlaces } from './draw-seat.ts'

export type PanelSeat = typeof panelSeats.$inferSelect & { name: string }
export type Panel = Awaited<ReturnType<typeof findPanel>>

export const seatsOf = async (db: Reader, tenderId: string): Promise<PanelSeat[]> => {
  const rows = await db
    .select({ seat: panelSeats, name: persons.name })
    .from(panelSeats)
    .innerJoin(persons, eq(persons.id, panelSeats.personId))
    .where(eq(panelSeats.tenderId, tenderId))
    .orderBy(panelSeats.ordinal)
  return rows.map(({ seat, name }) => ({ ...seat, name }))
}

/** Whole and declared: only then may a word be read. */
const isReady = (call: Call, all: readonly PanelSeat[], seats: readonly PanelSeat[]) =>
  emptyPlaces(all).length === 0 &&
  seats.length >= call.method.panelMin &&
  seats.length % 2 === 1 &&
  seats.every((s) => s.state === 'declared_clear')

/** The panel of one tender: who sits, whether all have declared, who has locked a sheet. */
export async function findPanel(db: Reader, tenderId: string) {
  const call = await findCall(db, tenderId)
  const all = await seatsOf(db, tenderId)
  const seats = all.filter((s) => s.state !== 'recused')
  const sheets = await db.select().from(scoreSheets).where(eq(scoreSheets.tenderId, tenderId))
  const live = sheets.filter((s) => seats.some((seat) => seat.id === s.panelSeatId))
  return {
    call,
    all,
    seats,
    sheets: live,
    ready: isReady(call, all, seats),
    locked: seats.length > 0 && live.length === seats.length && live.every((s) => s.state === 'submitted'),
  }
}

/** The actor's own seat on the panel; one who is recused, or sits on none, finds nothing here. */
export function ownSeat(panel: Pick<Panel, 'seats'>, ctx: Context): PanelSeat {
  const mine = panel.seats.find((s) => s.personId === ctx.actor.personId)
  if (!mine) throw new Refusal('missing', 'panel-seat-missing')
  return mine
}

export function refuseUnread(panel: Pick<Panel, 'ready' | 'call'>) {
  if (panel.call.state === 'published') throw new Refusal('conflict', 'not-opened-yet')
  if (panel.call.state === 'failed' || panel.call.state === 'cancelled')
    throw new Refusal('conflict', 'evaluation-over')
  if (!panel.ready) throw new Refusal('conflict', 'declare-first')
}

/** Votes and scores are taken until the report is drawn up. */
export function refuseOver(panel: Pick<Panel, 'call'>) {
  if (panel.call.state !== 'opened' || panel.call.report) throw new Refusal('conflict', 'evaluation-over')
}

export const votesOf = (db: Reader, tenderId: string) =>
  db.select().from(panelVotes).where(eq(panelVotes.tenderId, tenderId))
export type PanelVote = Awaited<ReturnType<typeof votesOf>>[number]

/** Every score of the sheets that count, with the seat that gave it. */
export const scoresOf = (db: Reader, tenderId: string) =>
  db
    .select({
      id: scores.id,
      sheetId: scores.sheetId,
      seatId: scoreSheets.panelSeatId,
      proposalId: scores.proposalId,
      criterionId: scores.criterionId,
      points: scores.points,
      bands: scores.bands,
      comment: scores.comment,
    })
    .from(scores)
    .innerJoin(scoreSheets, eq(scoreSheets.id, scores.sheetId))
    .innerJoin(
      panelSeats,
      and(eq(panelSeats.id, scoreSheets.panelSeatId), eq(panelSeats.state, 'declared_clear')),
    )
    .where(eq(scoreSheets.tenderId, tenderId))
export type Score = Awaited<ReturnType<typeof scoresOf>>[number]
