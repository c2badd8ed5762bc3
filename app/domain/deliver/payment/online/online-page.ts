import type { Reader } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { sum } from '../../../money.ts'
import { may } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import { callsOf } from '../../cofund/ask-provider.ts'
import { type PaymentFacts, subjectOf } from '../find-payment.ts'
import { mayGoOnline } from './online-law.ts'
import { factsOf, isDisputed, sentOn } from './payment-facts.ts'

/** Whether this payment could go out online now, by whom looks. */
async function isOffered(ctx: Context, p: PaymentFacts) {
  if (!may(ctx.actor, 'payment.submit', subjectOf(p))) return false
  if (!['approved', 'corrected'].includes(p.state)) return false
  return mayGoOnline(ctx.db, ctx, p).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Refusal) return false
      throw error
    },
  )
}

/** The page to pay on, for who may pay; whether one was asked for and has not come yet. */
async function pageOf(db: Reader, p: PaymentFacts) {
  const pages = (await callsOf(db, { paymentId: p.id })).filter(({ kind }) => kind === 'open')
  const waits = p.state === 'submitted' && p.releaseKey === null
  return {
    payAt: waits ? (pages.filter(({ state }) => state === 'done').at(-1)?.goTo ?? null) : null,
    asked: waits && pages.at(-1)?.state === 'waiting',
  }
}

/** How far an online payment is: for both sides of it. */
export async function onlineOf(ctx: Context, p: PaymentFacts) {
  const facts = await factsOf(ctx.db, p.id)
  const pays = may(ctx.actor, 'payment.submit', subjectOf(p))
  const page = p.provider && pays ? await pageOf(ctx.db, p) : { payAt: null, asked: false }
  return {
    ...page,
    offered: await isOffered(ctx, p),
    used: p.provider !== null,
    pays,
    held: p.releaseKey !== null && p.state === 'submitted',
    gone: p.provider !== null && p.state === 'returned_by_bank' && p.reason === null,
    disputed: isDisputed(facts),
    outstanding: p.state === 'paid' ? 0 : sentOn(facts),
    fee: sum(facts.map(({ fee }) => fee).filter((fee) => fee !== null)),
  }
}
export type Online = Awaited<ReturnType<typeof onlineOf>>
