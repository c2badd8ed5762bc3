import { desc, eq, isNotNull } from 'drizzle-orm'
import { z } from 'zod'
import {
  contracts,
  frameworkProviders,
  frameworks,
  orderRatings,
  orders,
  parties,
  persons,
  ratingLooks,
  ratings,
  serviceUsers,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { flagLookOutcomes } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { parameter } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { type Alarm, alarmsIn, type Heard, type Limits } from './alarms.ts'
import { priorNow } from './weigh.ts'

/** What a person says who looked at a signal. */
export const alarmLookForm = z
  .object({
    outcome: z.enum(flagLookOutcomes, { error: 'form.flags.outcome' }),
    words: z
      .string({ error: 'form.flags.words' })
      .trim()
      .min(5, 'form.flags.words')
      .max(500, 'form.flags.words'),
  })
  .strict()
type Look = z.output<typeof alarmLookForm> & { key: string }

async function limitsOn(db: Reader, on: string): Promise<Limits> {
  const of = async (code: string) => (await parameter(db, code, on)).value
  return {
    drift: (await of('RATING_DRIFT')) / 100,
    days: await of('RATING_DRIFT_DAYS'),
    alike: await of('RATING_ALIKE'),
    oneHand: await of('RATING_ONE_HAND'),
    least: await of('RATING_MIN_CELL'),
    spread: (await priorNow(db, on)).spread,
  }
}

/**
 * Orders as the signals see them: what a body does under one agreement stands for a contract. Only a drift is looked
 * for: who orders every week says the same every week, and going from one body to another is what residents choose for.
 */
async function heardOfOrders(db: Reader): Promise<Heard[]> {
  const rows = await db
    .select({ r: orderRatings, contractId: orders.providerId })
    .from(orderRatings)
    .innerJoin(orders, eq(orders.id, orderRatings.orderId))
  return rows.map(({ r, contractId }) => ({
    ...{ contractId, supplierId: r.supplierId, who: null, level: r.level, words: null },
    ...{ at: r.givenAt.getTime(), enteredBy: null },
  }))
}

async function alarmsNow({ db, clock }: Pick<Context, 'db' | 'clock'>): Promise<Alarm[]> {
  const rows = await db
    .select({ r: ratings, supplierId: contracts.supplierId, u: serviceUsers })
    .from(ratings)
    .innerJoin(contracts, eq(contracts.id, ratings.contractId))
    .innerJoin(serviceUsers, eq(serviceUsers.id, ratings.serviceUserId))
    .where(isNotNull(ratings.givenAt))
  const heard = rows.map(({ r, supplierId, u }) => ({
    ...{ contractId: r.contractId, supplierId, who: u.personId ?? u.phoneHash },
    ...{ level: r.level!, words: r.words, at: r.givenAt!.getTime(), enteredBy: r.enteredBy },
  }))
  return alarmsIn(
    [...heard, ...(await heardOfOrders(db))],
    await limitsOn(db, dateOf(clock.now())),
    clock.now(),
  )
}
const keyOf = ({ kind, subject }: Alarm) => `${kind}~${subject}`

async function named(db: Reader, alarms: readonly Alarm[]) {
  const titles = new Map((await db.select().from(contracts)).map((c) => [c.id, c.title]))
  const agreements = await db
    .select({ id: frameworkProviders.id, title: frameworks.title })
    .from(frameworkProviders)
    .innerJoin(frameworks, eq(frameworks.id, frameworkProviders.frameworkId))
  for (const { id, title } of agreements) titles.set(id, title)
  const bodies = new Map((await db.select().from(parties)).map((p) => [p.id, p.name]))
  const name = (id: string) => titles.get(id) ?? bodies.get(id) ?? ''
  return alarms.map((a) => ({ ...a, key: keyOf(a), about: a.subject.split('~').map(name) }))
}
const looksAt = (db: Reader) =>
  db
    .select({ look: ratingLooks, by: persons.name })
    .from(ratingLooks)
    .leftJoin(persons, eq(persons.id, ratingLooks.personId))
    .orderBy(desc(ratingLooks.at), desc(ratingLooks.id))

/** 评价预警: each signal with its figures and what was found; nobody who rated is named. */
export async function readAlarms(ctx: Context) {
  authorize(ctx.actor, 'flag.read', {})
  const looks = await looksAt(ctx.db)
  const alarms = await named(ctx.db, await alarmsNow(ctx))
  const lookOf = (a: Alarm) =>
    looks.filter(({ look }) => look.kind === a.kind && look.subject === a.subject).map(shownLook)
  return { alarms: alarms.map((a) => ({ ...a, looks: lookOf(a) })) }
}
const shownLook = ({ look, by }: Awaited<ReturnType<typeof looksAt>>[number]) => ({
  ...{ id: look.id, outcome: look.outcome, words: look.words, at: look.at, by },
})
export type ShownAlarm = Awaited<ReturnType<typeof readAlarms>>['alarms'][number]

/** One signal that stands now. */
export async function readAlarm(ctx: Context, key: string) {
  const found = (await readAlarms(ctx)).alarms.find((a) => a.key === key)
  if (!found) throw new Refusal('missing', 'no-such-flag')
  return found
}

/** 核看: a person looked, and says what it came to; the signal and every score stay as they are. */
export async function lookAtAlarm(ctx: Context, { key, outcome, words }: Look) {
  authorize(ctx.actor, 'flag.look', {})
  const { kind, subject } = await readAlarm(ctx, key)
  return ctx.transact(async (tx) => {
    authorize(ctx.actor, 'flag.look', {})
    const look = { kind, subject, outcome, words, personId: ctx.actor.personId!, at: ctx.clock.now() }
    const [made] = await tx.insert(ratingLooks).values(look).returning({ id: ratingLooks.id })
    await record(tx, ctx, 'flag.look', { subject: made!.id }, { kind, outcome })
    return { id: made!.id }
  })
}
