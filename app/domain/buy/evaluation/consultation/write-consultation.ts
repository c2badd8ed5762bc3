import { consultations } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { dateOf, endOf } from '../../../dates.ts'
import { record } from '../../../journal.ts'
import { move } from '../../../move.ts'
import { notify } from '../../../notify.ts'
import { lastDay, parameter } from '../../../parameters.ts'
import { authorize } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import { holdOn } from '../../challenge/holds.ts'
import { keepersOf } from '../../seal/find-keepers.ts'
import { findPanel, ownSeat, type Panel, refuseOver, refuseUnread, votesOf } from '../find-panel.ts'
import { openedOf } from '../opened.ts'
import { isQualified } from '../verdicts.ts'
import { finalsPending } from './finals-pending.ts'
import { type Consultation, consultationOf, remainingOf, stampOf } from './find-consultation.ts'
import type { ConsultationWords } from './forms.ts'
import { consultation as machine } from './machine.ts'

/** Between the check of the conditions and the scores, on a route that has the round, and only once. */
async function talking(tx: Tx, ctx: Context, tenderId: string) {
  const panel = await findPanel(tx, tenderId)
  const mine = ownSeat(panel, ctx)
  refuseUnread(panel)
  refuseOver(panel)
  if (!panel.call.method.finalOffers) throw new Refusal('conflict', 'no-final-offers-here')
  if (!finalsPending(panel.call)) throw new Refusal('conflict', 'finals-opened')
  if (!isQualified(panel, await votesOf(tx, tenderId), await openedOf(tx, tenderId)))
    throw new Refusal('conflict', 'qualification-first')
  const was = await consultationOf(tx, tenderId)
  if (was && was.state !== 'written') throw new Refusal('conflict', 'finals-asked')
  return { panel, mine, was }
}

/** How many working days may be given, by the figures of the day. */
export async function daysAllowed(db: Tx | Context['db'], on: string) {
  const read = async (code: string) => (await parameter(db, code, on)).value
  return { least: await read('FINAL_OFFER'), most: await read('FINAL_OFFER_MOST') }
}
async function refuseDays(tx: Tx, ctx: Context, days: number) {
  const { least, most } = await daysAllowed(tx, dateOf(ctx.clock.now()))
  if (days < least || days > most) throw new Refusal('invalid', 'final-days-out-of-bounds', { least, most })
}

const tellPanel = async (tx: Tx, ctx: Context, { call, seats }: Panel, message: string) => {
  for (const { personId } of seats)
    if (personId !== ctx.actor.personId)
      await notify(tx, ctx, { personId }, message, `/panel/${call.id}/consultation`, { tender: call.title })
}

type Writing = ConsultationWords & { tenderId: string }
/** 磋商记录: one member writes what all who remain are told, in the same words; until another confirms it, it may be written anew. */
export const writeConsultation = (ctx: Context, { tenderId, words, changes, days }: Writing) =>
  ctx.transact(async (tx) => {
    const { panel, mine } = await talking(tx, ctx, tenderId)
    authorize(ctx.actor, 'consultation.write', panel.call)
    if (changes && !panel.seats.some((s) => s.kind === 'buyer'))
      throw new Refusal('conflict', 'change-without-buyers-member')
    await refuseDays(tx, ctx, days)
    const said = { words, changes: changes ?? null, days, writtenBy: mine.id, writtenAt: ctx.clock.now() }
    await tx
      .insert(consultations)
      .values({ tenderId, state: 'written', ...said })
      .onConflictDoUpdate({ target: consultations.tenderId, set: said })
    await tellPanel(tx, ctx, panel, 'consultation-to-confirm')
    const detail = { ordinal: mine.ordinal, stamp: stampOf(said), changes: said.changes !== null }
    await record(tx, ctx, 'consultation.write', { subject: tenderId }, detail)
    return { id: tenderId }
  })

/** Who may confirm: not its writer; and where what is asked was changed, the buyer's own member, unless he wrote it (第二十条：须经采购人代表确认). */
export function confirmersOf(seats: Panel['seats'], was: Pick<Consultation, 'writtenBy' | 'changes'>) {
  const writer = seats.find((s) => s.id === was.writtenBy)
  const others = seats.filter((s) => s.id !== was.writtenBy)
  const asks = was.changes !== null && writer?.kind !== 'buyer'
  return (asks ? others.filter((s) => s.kind === 'buyer') : others).map((s) => s.personId)
}

async function tellAsked(tx: Tx, ctx: Context, { call }: Panel) {
  for (const { supplierId } of await remainingOf(tx, call.id))
    for (const role of ['org_signer', 'org_editor'] as const)
      await notify(tx, ctx, { role, partyId: supplierId }, 'finals-asked', `/tenders/${call.id}/final`, {
        tender: call.title,
      })
  for (const { personId } of await keepersOf(tx, call.id))
    await notify(tx, ctx, { personId }, 'finals-asked-keeper', `/desk/tenders/${call.id}/unseal`, {
      tender: call.title,
    })
}

type Confirming = { tenderId: string; stamp: string }
/** 要求最后报价: a second member confirms the words, and in that moment all who remain read the same and are asked for one sealed offer by the same hour. */
export const askFinals = (ctx: Context, { tenderId, stamp }: Confirming) =>
  ctx.transact(async (tx) => {
    const { panel, mine, was } = await talking(tx, ctx, tenderId)
    if (!was) throw new Refusal('conflict', 'consultation-not-written')
    authorize(ctx.actor, 'consultation.ask', { ...panel.call, confirmers: confirmersOf(panel.seats, was) })
    if (stampOf(was) !== stamp) throw new Refusal('conflict', 'consultation-is-another')
    if (await holdOn(tx, tenderId, ctx.clock.now())) throw new Refusal('conflict', 'tender-suspended')
    await refuseDays(tx, ctx, was.days)
    const askedAt = ctx.clock.now()
    const dueAt = endOf(lastDay(ctx.calendar, dateOf(askedAt), was.days, 'wd'))
    const askedIds = (await remainingOf(tx, tenderId)).map((p) => p.id)
    await move(tx, consultations, machine, was, 'ask', { confirmedBy: mine.id, askedAt, dueAt, askedIds })
    await tellAsked(tx, ctx, panel)
    await tellPanel(tx, ctx, panel, 'finals-asked-panel')
    const detail = { ordinal: mine.ordinal, stamp, dueAt: dueAt.toISOString() }
    await record(tx, ctx, 'consultation.ask', { subject: tenderId, threadId: panel.call.planId }, detail)
    return { id: tenderId }
  })
