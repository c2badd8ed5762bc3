import { eq } from 'drizzle-orm'
import { sha256 } from '#app/ports/vault.ts'
import { lowPriceAsks } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import type { Fen } from '../../money.ts'
import { notify } from '../../notify.ts'
import { Refusal } from '../../refusal.ts'
import { findCall } from '../proposal/find-call.ts'
import { readPaper, type Upload } from '../tender/paper.ts'
import { askOf } from './ask-low-price.ts'
import { keepPaper } from './keep-paper.ts'
import { lowPrices, openedOf } from './opened.ts'
import { ownProposal } from './own-proposal.ts'

async function ownAsked(db: Reader, ctx: Context, tenderId: string) {
  const own = await ownProposal(db, ctx, 'lowPrice.explain', tenderId)
  return { own, ask: await askOf(db, tenderId, own.id) }
}

type Said = { tenderId: string; words: string; file?: Upload }
/** 书面说明: the bidder's reasons for a very low price, given once, before the panel judges it. */
export async function explainLowPrice(ctx: Context, { tenderId, words, file }: Said) {
  await ownAsked(ctx.db, ctx, tenderId)
  const paper = file ? await readPaper(file) : null
  if (file) await ctx.files.put(file.bytes)
  return ctx.transact(async (tx) => {
    const { own, ask } = await ownAsked(tx, ctx, tenderId)
    const at = ctx.clock.now()
    if (ask.answeredAt) throw new Refusal('conflict', 'low-price-answered')
    if (at >= ask.dueAt) throw new Refusal('conflict', 'low-price-reply-over')
    const fileId = await keepPaper(tx, ctx, own, paper)
    const said = { words, fileId, answeredBy: ctx.actor.personId, answeredAt: at }
    await tx.update(lowPriceAsks).set(said).where(eq(lowPriceAsks.id, ask.id))
    const call = await findCall(tx, tenderId)
    for (const personId of call.panelIds)
      await notify(tx, ctx, { personId }, 'low-price-explained', `/panel/${tenderId}/low-price`, {
        tender: call.title,
      })
    await record(
      tx,
      ctx,
      'lowPrice.explain',
      { subject: own.id },
      { hash: sha256(words), file: paper?.hash ?? null },
    )
    return { id: tenderId }
  })
}

/** What the bidder is asked, by when, and what it said. */
export async function readOwnAsk(ctx: Context, tenderId: string) {
  const { own, ask } = await ownAsked(ctx.db, ctx, tenderId)
  const call = await findCall(ctx.db, tenderId)
  const flags = await lowPrices(ctx.db, call, await openedOf(ctx.db, tenderId))
  const { askedAt, dueAt, words, answeredAt } = ask
  return {
    call: { id: call.id, title: call.title, refNo: call.refNo, ceiling: call.ceiling },
    price: own.price as Fen,
    figures: (flags.find(({ p }) => p.id === own.id)?.figures ?? []).filter((f) => f.trips),
    ask: { askedAt, dueAt, words, answeredAt, withFile: ask.fileId !== null },
    open: answeredAt === null && ctx.clock.now() < dueAt,
    on: dateOf(askedAt),
  }
}
