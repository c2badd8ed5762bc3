import { eq } from 'drizzle-orm'
import { minorParts, minorQuotes, minorWorks } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { type Fen, minus, negative, split } from '../../money.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { balancesOf } from '../../treasury/balances.ts'
import { post } from '../../treasury/post.ts'
import { findWork, type Quoted, quotesOf, refuseBarred, type WorkFacts } from './find-work.ts'
import type { ChooseQuote, PartWords } from './forms.ts'
import { minorWork as machine } from './machine.ts'

/** The price leaves the plan's reservation; what is left over returns to its line. */
async function setAside(tx: Tx, ctx: Context, was: WorkFacts, price: Fen) {
  const { reserved } = await balancesOf(tx, { planId: was.planId })
  if (price > reserved) throw new Refusal('conflict', 'contract-over-reservation')
  await post(tx, ctx, {
    kind: 'minor.encumber',
    source: `minor.encumber:${was.id}:${was.quoteId}`,
    lineId: was.plan.lineId,
    planId: was.planId,
    postings: [
      ['reserved', negative(reserved)],
      ['encumbered', price],
      ['appropriation', minus(reserved, price)],
    ],
  })
}

async function putParts(tx: Tx, workId: string, price: Fen, parts: readonly PartWords[]) {
  const amounts = split(
    price,
    parts.map(({ percent }) => percent),
  )
  const rows = parts.map(({ title }, at) => ({ workId, title, ordinal: at + 1, amount: amounts[at]! }))
  await tx.insert(minorParts).values(rows.map((row) => ({ ...row, state: 'planned' as const })))
}

/** The quote named, if there are enough to compare; another than the lowest needs its reason. */
async function compared(tx: Tx, ctx: Context, was: WorkFacts, { quoteId, reason }: ChooseQuote) {
  const at = ctx.clock.now()
  if (at < was.quotesUntil) throw new Refusal('conflict', 'minor-still-calling')
  const quotes = await quotesOf(ctx, tx, was)
  const { minProposals } = was.plan.method
  if (quotes.length < minProposals) throw new Refusal('conflict', 'minor-too-few', { n: minProposals })
  const left = quotes.filter(({ aside }) => !aside)
  const chosen = quotes.find(({ id }) => id === quoteId)
  if (!chosen) throw new Refusal('missing', 'minor-quote-missing')
  if (chosen.aside) throw new Refusal('conflict', 'minor-quote-set-aside')
  await refuseBarred(tx, chosen.supplierId, dateOf(at))
  if (chosen.price > left[0]!.price && reason.length < 4) throw new Refusal('invalid', 'minor-not-the-lowest')
  return { chosen, quotes }
}

/** 公开报价: from the choice on prices stand in the open, the chosen one with its day. */
async function unsealQuotes(tx: Tx, quotes: readonly Quoted[], chosenId: string, chosenAt: Date) {
  for (const { id, price, days } of quotes)
    await tx
      .update(minorQuotes)
      .set({ price, days, ...(id === chosenId ? { chosenAt } : {}) })
      .where(eq(minorQuotes.id, id))
}

/** 比价: at least so many quotes; the lowest, or another with its reason in words. */
export const chooseQuote = (ctx: Context, { workId, ...typed }: ChooseQuote & { workId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findWork(tx, workId)
    authorize(ctx.actor, 'minorWork.choose', was)
    machine.next(was.state, 'choose')
    const { chosen, quotes } = await compared(tx, ctx, was, typed)
    const { id: quoteId, price, supplierId } = chosen
    const reason = typed.reason || null
    const by = { chosenBy: ctx.actor.personId!, chosenAt: ctx.clock.now() }
    await move(tx, minorWorks, machine, was, 'choose', { ...by, quoteId, price, reason })
    await putParts(tx, workId, price, typed.parts)
    await setAside(tx, ctx, { ...was, quoteId }, price)
    await unsealQuotes(tx, quotes, quoteId, by.chosenAt)
    const to = { role: 'org_signer' as const, partyId: supplierId }
    await notify(tx, ctx, to, 'minor-chosen', `/minor-works/${workId}`, { work: was.title })
    await record(tx, ctx, 'minorWork.choose', { subject: workId, threadId: was.planId }, { price, reason })
    return { id: workId }
  })

/** 签订: the supplier's own signature under list, price and parts; work may begin. */
export const signWork = (ctx: Context, { workId }: { workId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findWork(tx, workId)
    authorize(ctx.actor, 'minorWork.sign', was)
    machine.next(was.state, 'sign')
    const at = ctx.clock.now()
    await refuseBarred(tx, was.supplierId!, dateOf(at))
    await move(tx, minorWorks, machine, was, 'sign', { signedBy: ctx.actor.personId!, signedAt: at })
    await record(tx, ctx, 'minorWork.sign', { subject: workId, threadId: was.planId })
    return { id: workId }
  })
