import { and, eq } from 'drizzle-orm'
import { lowPriceAsks } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, endOf } from '../../dates.ts'
import { notify } from '../../notify.ts'
import { deadlineOf } from '../../parameters.ts'
import { Refusal } from '../../refusal.ts'
import type { Call } from '../proposal/find-call.ts'
import { masked } from './masked.ts'
import { lowPrices, openedOf } from './opened.ts'

export const asksOf = (db: Reader, tenderId: string) =>
  db.select().from(lowPriceAsks).where(eq(lowPriceAsks.tenderId, tenderId))
export type LowPriceAsk = Awaited<ReturnType<typeof asksOf>>[number]

export async function askOf(db: Reader, tenderId: string, proposalId: string): Promise<LowPriceAsk> {
  const [found] = await db
    .select()
    .from(lowPriceAsks)
    .where(and(eq(lowPriceAsks.tenderId, tenderId), eq(lowPriceAsks.proposalId, proposalId)))
  if (!found) throw new Refusal('missing', 'low-price-not-asked')
  return found
}

/** 要求说明: once qualification is settled, each bidder whose price is very low is asked why, by a set time. */
export async function askLowPrices(tx: Tx, ctx: Context, call: Call) {
  const flags = await lowPrices(tx, call, await openedOf(tx, call.id))
  if (flags.length === 0) return
  const askedAt = ctx.clock.now()
  const dueAt = endOf(await deadlineOf(tx, ctx.calendar, 'LOW_PRICE_REPLY', dateOf(askedAt)))
  for (const { p } of flags) {
    const made = await tx
      .insert(lowPriceAsks)
      .values({ tenderId: call.id, proposalId: p.id, askedAt, dueAt })
      .onConflictDoNothing()
      .returning({ id: lowPriceAsks.id })
    if (made.length === 0) continue
    for (const role of ['org_signer', 'org_editor'] as const)
      await notify(
        tx,
        ctx,
        { role, partyId: p.supplierId },
        'low-price-asked',
        `/tenders/${call.id}/low-price`,
        {
          tender: call.title,
        },
      )
  }
}

/** Nobody is judged before he has answered, or let the time for it pass. */
export async function refuseUnheard(db: Reader, ctx: Context, tenderId: string) {
  const now = ctx.clock.now()
  const waits = (await asksOf(db, tenderId)).filter((ask) => ask.answeredAt === null && now < ask.dueAt)
  if (waits.length > 0) throw new Refusal('conflict', 'low-price-waits')
}

/** The bidder's explanation as the panel reads it: without a name. */
export const saidOf = (ask: LowPriceAsk | undefined, names: readonly string[], now: Date) =>
  ask
    ? {
        words: ask.words ? masked(ask.words, names) : null,
        withFile: ask.fileId !== null,
        answeredAt: ask.answeredAt,
        dueAt: ask.dueAt,
        waits: ask.answeredAt === null && now < ask.dueAt,
      }
    : null
