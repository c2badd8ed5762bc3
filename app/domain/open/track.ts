import { and, eq, isNotNull } from 'drizzle-orm'
import { z } from 'zod'
import {
  contracts,
  hallTopics,
  meetings,
  needs,
  payments,
  plans,
  rounds,
  suggestions,
  surveys,
  tenders,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { codeOf, proofOf } from '../ask/suggestion/find-suggestion.ts'
import type { Context } from '../context.ts'
import { readRef } from '../reference.ts'
import { Refusal } from '../refusal.ts'
import { found } from './track-found.ts'
import { purchaseFinders } from './track-purchase.ts'
import { sealedFinders } from './track-sealed.ts'

export const trackForm = z
  .object({
    refNo: z.string({ error: 'form.ref' }).trim().min(1, 'form.ref').max(40, 'form.ref'),
    tail: z
      .string()
      .trim()
      .regex(/^(\d{4}|\d{6})$/, 'form.tail')
      .optional(),
  })
  .strict()

const plan = (id: string) => `/projects/${id}`

/** An ask with a telephone opens to its last four digits; one without to anybody, and its words to its code. */
async function ownAsk(ctx: Context, refNo: string, tail: string | undefined) {
  const ask = await found(
    ctx.db.select({ phoneTail: suggestions.phoneTail }).from(suggestions).where(eq(suggestions.refNo, refNo)),
  )
  const knows = tail !== undefined && (tail === ask.phoneTail || tail === codeOf(ctx, refNo))
  if (!knows && (tail !== undefined || ask.phoneTail)) throw new Refusal('missing', 'no-such-number')
  const to = `/suggestions/${refNo}`
  return knows ? { to, refNo, proof: proofOf(ctx, refNo) } : { to }
}

/** A topic nobody has answered yet is its proposer's alone; afterwards everybody's. */
async function ownTopic({ db, actor }: Context, refNo: string) {
  const topic = await found(
    db
      .select({ id: hallTopics.id, state: hallTopics.state, personId: hallTopics.personId })
      .from(hallTopics)
      .where(eq(hallTopics.refNo, refNo)),
  )
  const own = topic.personId !== null && topic.personId === actor.personId
  if (topic.state === 'proposed' && !own) throw new Refusal('missing', 'no-such-number')
  return `/meetings/topics/${topic.id}`
}

/** Where each kind of number leads; everything here is public. */
const finders: Record<string, (db: Reader, refNo: string) => Promise<string>> = {
  HY: async (db, refNo) => {
    const called = and(eq(meetings.refNo, refNo), isNotNull(meetings.noticedAt))
    return `/meetings/${(await found(db.select({ id: meetings.id }).from(meetings).where(called))).id}`
  },
  XQ: async (db, refNo) => {
    const { id } = await found(db.select({ id: needs.id }).from(needs).where(eq(needs.refNo, refNo)))
    return `/needs/${id}`
  },
  DC: async (db, refNo) =>
    `/surveys/${(await found(db.select({ id: surveys.id }).from(surveys).where(eq(surveys.refNo, refNo)))).id}`,
  PJ: async (db, refNo) =>
    `/votes/${(await found(db.select({ id: rounds.id }).from(rounds).where(eq(rounds.refNo, refNo)))).id}`,
  JH: async (db, refNo) =>
    plan((await found(db.select({ id: plans.id }).from(plans).where(eq(plans.refNo, refNo)))).id),
  CG: async (db, refNo) =>
    plan((await found(db.select({ id: tenders.planId }).from(tenders).where(eq(tenders.refNo, refNo)))).id),
  HT: async (db, refNo) =>
    plan(
      (await found(db.select({ id: contracts.planId }).from(contracts).where(eq(contracts.refNo, refNo)))).id,
    ),
  ...purchaseFinders,
  ZF: async (db, refNo) => {
    const paid = db
      .select({ id: contracts.planId })
      .from(payments)
      .innerJoin(contracts, eq(contracts.id, payments.contractId))
      .where(eq(payments.refNo, refNo))
    return `${plan((await found(paid)).id)}#money`
  },
}

/** 查进度: from a number spoken over the telephone to the page that tells how the matter stands; of an ask, with the proof that it is one's own. */
export async function track(ctx: Context, { refNo, tail }: z.output<typeof trackForm>) {
  const ref = readRef(refNo)
  if (ref?.startsWith('TY')) return ownAsk(ctx, ref, tail)
  if (ref?.startsWith('YT')) return { to: await ownTopic(ctx, ref) }
  const sealed = ref && sealedFinders[ref.slice(0, 2)]
  if (sealed) return { to: await sealed(ctx, ref) }
  const find = ref && finders[ref.slice(0, 2)]
  if (!ref || !find) throw new Refusal('invalid', 'not-a-number-of-ours')
  return { to: await find(ctx.db, ref) }
}
