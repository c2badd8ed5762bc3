import { and, eq } from 'drizzle-orm'
import { parties, persons, providerFacts } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { authorize, may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { callsOf, ours } from './ask-provider.ts'
import { findGift, findPot, type GiftFacts, giftSubject, potSubject } from './find-gift.ts'
import { isFrozen } from './frozen.ts'
import { agreementOf, leftOf, payerOf } from './pledge-gift.ts'
import { publicPot } from './public-cofund.ts'
import { whereIs } from './sums.ts'

/** A pot as everybody sees it, and whether whoever looks may pledge or close it. */
export async function potPage(ctx: Context, potId: string) {
  const pot = await publicPot(ctx.db, potId)
  if (!pot) throw new Refusal('missing', 'pot-missing')
  const subject = potSubject(await findPot(ctx.db, potId))
  const open = pot.state === 'open' && pot.certificateNo === null
  return {
    pot,
    open,
    online: Boolean(ctx.funding),
    signedIn: ctx.actor.personId !== null,
    pledges: open && may(ctx.actor, 'gift.pledge', subject),
    closes: pot.state === 'open' && may(ctx.actor, 'pot.close', subject),
  }
}

/** The agreement as it would be signed now, and how much is still wanted. */
export async function pledgePage(ctx: Context, potId: string) {
  const pot = await findPot(ctx.db, potId)
  authorize(ctx.actor, 'gift.pledge', potSubject(pot))
  const { name, kind } = await payerOf(ctx.db, ctx)
  return {
    pot: { id: pot.id, title: pot.title },
    kind,
    left: await leftOf(ctx.db, pot),
    agreement: await agreementOf(ctx.db, pot, name, null),
  }
}

async function nameOf(db: Reader, { payerId, payerPartyId }: GiftFacts): Promise<string> {
  if (payerPartyId) {
    const [body] = await db.select({ name: parties.name }).from(parties).where(eq(parties.id, payerPartyId))
    return body?.name ?? ''
  }
  const [person] = await db.select({ name: persons.name }).from(persons).where(eq(persons.id, payerId))
  return person?.name ?? ''
}

async function mayOf(ctx: Context, gift: GiftFacts) {
  const subject = await giftSubject(ctx.db, gift)
  const acts = ['accept', 'decline', 'withdraw', 'pay', 'release', 'refund'] as const
  return Object.fromEntries(acts.map((act) => [act, may(ctx.actor, `gift.${act}`, subject)])) as Record<
    (typeof acts)[number],
    boolean
  >
}

/** What the provider settled where that was in another currency than the books are kept in. */
async function settledOf(db: Reader, giftId: string) {
  const f = providerFacts
  const [fact] = await db
    .select({ amount: f.settledAmount, currency: f.settledCurrency, rate: f.rate })
    .from(f)
    .where(and(eq(f.giftId, giftId), eq(f.kind, 'funded')))
  const { amount, currency, rate } = fact ?? {}
  return amount != null && currency && currency !== ours ? { amount, currency, rate: rate ?? null } : null
}

/** One agreement with how far its money is, for both sides of it and for the buyer. */
export async function giftPage(ctx: Context, giftId: string) {
  const gift = await findGift(ctx.db, giftId)
  authorize(ctx.actor, 'gift.read', await giftSubject(ctx.db, gift))
  const { where, balances } = await whereIs(ctx.db, giftId)
  const calls = await callsOf(ctx.db, { giftId })
  const page = calls.filter(({ kind, state }) => kind === 'open' && state === 'done').at(-1)
  const failed = calls.filter(({ state, lastError }) => state === 'dead' && lastError)
  const { pot, agreement, payerId: _, payerPartyId: __, ...facts } = gift
  return {
    gift: { ...facts, payer: await nameOf(ctx.db, gift) },
    agreement,
    pot: { id: pot.id, title: pot.title, receiver: pot.receiver, part: pot.milestone.title },
    contract: {
      id: pot.contractId,
      planId: pot.milestone.contract.planId,
      title: pot.milestone.contract.title,
    },
    accepted: pot.milestone.state === 'accepted',
    frozen: await isFrozen(ctx.db, giftId),
    payAt: gift.state === 'agreed' ? (page?.goTo ?? null) : null,
    asked: calls.some(({ kind, state }) => kind === 'open' && state === 'waiting'),
    refundFailed: where === 'refund_due' && failed.some(({ kind }) => kind === 'refund'),
    may: await mayOf(ctx, gift),
    settled: await settledOf(ctx.db, giftId),
    ...{ where, held: balances.co_fund_held, fee: balances.fee },
  }
}
