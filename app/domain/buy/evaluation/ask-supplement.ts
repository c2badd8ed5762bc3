import { eq } from 'drizzle-orm'
import { supplements } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, endOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { deadlineOf } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import type { Call } from '../proposal/find-call.ts'
import type { SupplementWords } from './ask-forms.ts'
import { findPanel, ownSeat, refuseOver, refuseUnread, votesOf } from './find-panel.ts'
import { masked } from './masked.ts'
import { priceWords } from './never-supplemented-data.ts'
import { openedOf, stillIn } from './opened.ts'
import { isQualified } from './verdicts.ts'

export type Supplement = typeof supplements.$inferSelect
export const supplementsOf = (db: Reader, tenderId: string): Promise<Supplement[]> =>
  db.select().from(supplements).where(eq(supplements.tenderId, tenderId))

const waits = (s: Supplement, now: Date) => s.answeredAt === null && now < s.dueAt

/** Nobody is judged on what he was asked to supply before he has, or has let the time pass. */
export async function refuseUnsupplied(db: Reader, ctx: Context, tenderId: string) {
  const now = ctx.clock.now()
  if ((await supplementsOf(db, tenderId)).some((s) => waits(s, now)))
    throw new Refusal('conflict', 'supplement-waits')
}

/** 不得超出响应文件的范围: not the price, and not what is scored. */
function refuseSubstance({ criteria }: Pick<Call, 'criteria'>, wanted: string) {
  if (priceWords.test(wanted)) throw new Refusal('invalid', 'supplement-never-price')
  const scored = criteria.find((c) => c.kind !== 'formula' && wanted.includes(c.name))
  if (scored) throw new Refusal('invalid', 'supplement-never-scored', { name: scored.name })
}

async function tellBidder(tx: Tx, ctx: Context, call: Pick<Call, 'id' | 'title'>, partyId: string) {
  const link = `/tenders/${call.id}/supplement`
  for (const role of ['org_signer', 'org_editor'] as const)
    await notify(tx, ctx, { role, partyId }, 'supplement-asked', link, { tender: call.title })
}

/** 澄清、说明或者补正 (87号令 第五十一条): one round a proposal, in writing, of listed items, with a clock. */
export const askSupplement = (
  ctx: Context,
  { tenderId, proposalId, ...asked }: SupplementWords & { tenderId: string },
) =>
  ctx.transact(async (tx) => {
    const panel = await findPanel(tx, tenderId)
    const mine = ownSeat(panel, ctx)
    authorize(ctx.actor, 'supplement.ask', panel.call)
    refuseUnread(panel)
    refuseOver(panel)
    const all = await openedOf(tx, tenderId)
    const p = stillIn(all).find((one) => one.id === proposalId)
    if (!p) throw new Refusal('missing', 'proposal-missing')
    if (isQualified(panel, await votesOf(tx, tenderId), all))
      throw new Refusal('conflict', 'qualification-settled')
    refuseSubstance(panel.call, asked.wanted)
    const askedAt = ctx.clock.now()
    const dueAt = endOf(await deadlineOf(tx, ctx.calendar, 'SUPPLEMENT_REPLY', dateOf(askedAt)))
    const made = await tx
      .insert(supplements)
      .values({ ...asked, tenderId, proposalId, askedBy: mine.id, askedAt, dueAt })
      .onConflictDoNothing()
      .returning({ id: supplements.id })
    if (made.length === 0) throw new Refusal('conflict', 'supplement-asked')
    await tellBidder(tx, ctx, panel.call, p.supplierId)
    const detail = { ordinal: mine.ordinal, items: asked.items }
    await record(tx, ctx, 'supplement.ask', { subject: proposalId }, detail)
    return { id: tenderId }
  })

/** What was asked and what came, as the panel reads it: without a name. */
export const suppliedOf = (s: Supplement | undefined, names: readonly string[], now: Date) =>
  s
    ? {
        items: s.items,
        wanted: s.wanted,
        words: s.words ? masked(s.words, names) : null,
        withFile: s.fileId !== null,
        answeredAt: s.answeredAt,
        dueAt: s.dueAt,
        waits: waits(s, now),
      }
    : null
