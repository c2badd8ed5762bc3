import { and, eq } from 'drizzle-orm'
import { sha256 } from '#app/ports/vault.ts'
import { supplements } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { Refusal } from '../../refusal.ts'
import { findCall } from '../proposal/find-call.ts'
import { readPaper, type Upload } from '../tender/paper.ts'
import type { Supplement } from './ask-supplement.ts'
import { keepPaper } from './keep-paper.ts'
import { ownProposal } from './own-proposal.ts'

export async function supplementOf(db: Reader, tenderId: string, proposalId: string): Promise<Supplement> {
  const [found] = await db
    .select()
    .from(supplements)
    .where(and(eq(supplements.tenderId, tenderId), eq(supplements.proposalId, proposalId)))
  if (!found) throw new Refusal('missing', 'supplement-not-asked')
  return found
}
async function ownSupplement(db: Reader, ctx: Context, tenderId: string) {
  const own = await ownProposal(db, ctx, 'supplement.answer', tenderId)
  return { own, asked: await supplementOf(db, tenderId, own.id) }
}

type Said = { tenderId: string; words: string; file?: Upload }
/** 补正答复: the bidder's words and paper, once, in time; it cannot change what was sealed. */
export async function answerSupplement(ctx: Context, { tenderId, words, file }: Said) {
  await ownSupplement(ctx.db, ctx, tenderId)
  const paper = file ? await readPaper(file) : null
  if (file) await ctx.files.put(file.bytes)
  return ctx.transact(async (tx) => {
    const { own, asked } = await ownSupplement(tx, ctx, tenderId)
    const at = ctx.clock.now()
    if (asked.answeredAt) throw new Refusal('conflict', 'supplement-answered')
    if (at >= asked.dueAt) throw new Refusal('conflict', 'supplement-over')
    const fileId = await keepPaper(tx, ctx, own, paper)
    const said = { words, fileId, answeredBy: ctx.actor.personId, answeredAt: at }
    await tx.update(supplements).set(said).where(eq(supplements.id, asked.id))
    const call = await findCall(tx, tenderId)
    for (const personId of call.panelIds)
      await notify(tx, ctx, { personId }, 'supplement-answered', `/panel/${tenderId}/qualification`, {
        tender: call.title,
      })
    const detail = { hash: sha256(words), file: paper?.hash ?? null }
    await record(tx, ctx, 'supplement.answer', { subject: own.id }, detail)
    return { id: tenderId }
  })
}

/** What the bidder is asked to supply, by when, and what it said. */
export async function readOwnSupplement(ctx: Context, tenderId: string) {
  const { asked } = await ownSupplement(ctx.db, ctx, tenderId)
  const { id, title, refNo } = await findCall(ctx.db, tenderId)
  const { items, wanted, askedAt, dueAt, words, answeredAt, fileId } = asked
  return {
    call: { id, title, refNo },
    asked: { items, wanted, askedAt, dueAt, words, answeredAt, withFile: fileId !== null },
    open: answeredAt === null && ctx.clock.now() < dueAt,
  }
}
