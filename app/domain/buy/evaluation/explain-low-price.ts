import { eq } from 'drizzle-orm'
import { sha256 } from '#app/ports/vault.ts'
import { files, lowPriceAsks } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { mustHaveRoom } from '../../file-room.ts'
import { record } from '../../journal.ts'
import type { Fen } from '../../money.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findCall } from '../proposal/find-call.ts'
import { type Proposal, proposalOf } from '../proposal/find-proposal.ts'
import { type Paper, readPaper, type Upload } from '../tender/paper.ts'
import { askOf } from './ask-low-price.ts'
import { lowPrices, openedOf } from './opened.ts'

/** The bidder's own proposal that was asked about; to anybody else there is nothing here. */
async function ownAsked(db: Reader, ctx: Context, tenderId: string) {
  const partyId = ctx.actor.seat?.partyId ?? ''
  const own = partyId ? await proposalOf(db, tenderId, partyId) : null
  authorize(ctx.actor, 'lowPrice.explain', { supplierId: own?.supplierId ?? '' })
  return { own: own!, ask: await askOf(db, tenderId, own!.id) }
}

async function keep(tx: Tx, ctx: Context, own: Proposal, paper: Paper | null) {
  if (!paper) return null
  const { hash, ...about } = paper
  await mustHaveRoom(tx, own.supplierId, about.size)
  const [made] = await tx
    .insert(files)
    .values({ ...about, sha256: hash, ownerId: own.supplierId, subject: own.id, createdAt: ctx.clock.now() })
    .returning({ id: files.id })
  return made!.id
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
    const fileId = await keep(tx, ctx, own, paper)
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
    tests: flags.find(({ p }) => p.id === own.id)?.tests ?? [],
    ask: { askedAt, dueAt, words, answeredAt, withFile: ask.fileId !== null },
    open: answeredAt === null && ctx.clock.now() < dueAt,
    on: dateOf(askedAt),
  }
}
