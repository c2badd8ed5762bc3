import { and, asc, count, eq, gte, inArray, isNull, sql } from 'drizzle-orm'
import { hourAccounts, hourServices, parties, places } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { parameter } from '../../parameters.ts'
import { authorize, may } from '../../policy/index.ts'
import { findBank, ISSUED, POOL } from './bank.ts'

const codes = ['HOURS_DAY_MAX', 'HOURS_RECORD', 'HOURS_GIVE_MAX', 'HOURS_GRANT_MAX'] as const

/** The figures of the bank in force, each with its source and how binding it is. */
export async function hourRules(db: Reader, on: string) {
  const rows = await Promise.all(codes.map((code) => parameter(db, code, on)))
  return rows.map(({ code, value, source, mark }) => ({
    code: code as (typeof codes)[number],
    value,
    source,
    mark,
  }))
}

async function totals(db: Reader) {
  const [people] = await db
    .select({ n: count() })
    .from(hourAccounts)
    .where(and(eq(hourAccounts.kind, 'person'), isNull(hourAccounts.closedAt)))
  const own = await db
    .select()
    .from(hourAccounts)
    .where(inArray(hourAccounts.id, [POOL, ISSUED]))
  const of = (id: string) => own.find((one) => one.id === id)?.minutes ?? 0
  const [served] = await db
    .select({ n: count(), minutes: sql<number>`coalesce(sum(${hourServices.minutes}), 0)`.mapWith(Number) })
    .from(hourServices)
    .where(eq(hourServices.state, 'confirmed'))
  return { people: people?.n ?? 0, pool: of(POOL), services: served?.n ?? 0, minutes: served?.minutes ?? 0 }
}

/** What neighbours ask for, soonest first: what, where, when, how long; nobody's name. */
export const openAsks = (db: Reader, today: string) =>
  db
    .select({
      id: hourServices.id,
      task: hourServices.task,
      on: hourServices.servedOn,
      minutes: hourServices.planned,
      place: places.name,
    })
    .from(hourServices)
    .leftJoin(places, eq(places.id, hourServices.communityId))
    .where(and(eq(hourServices.state, 'asked'), gte(hourServices.servedOn, today)))
    .orderBy(asc(hourServices.servedOn), asc(hourServices.refNo))
    .limit(50)

/** 义工银行, for anybody: who keeps it, by which rules, how much was served, who asks for help. */
export async function hoursPage(ctx: Context) {
  const on = dateOf(ctx.clock.now())
  const bank = await findBank(ctx.db)
  return {
    bank: bank && { name: bank.name, partyId: bank.operatorId, since: bank.since },
    rules: await hourRules(ctx.db, on),
    totals: await totals(ctx.db),
    asks: (await openAsks(ctx.db, on)).map(({ minutes, ...ask }) => ({ ...ask, minutes: minutes ?? 0 })),
    signedIn: ctx.actor.personId !== null,
    keeps: bank !== null && may(ctx.actor, 'hourBank.read', bank),
    appoints: may(ctx.actor, 'hourBank.appoint', {}),
    audits: may(ctx.actor, 'hourBank.audit', {}),
  }
}

/** Who may be appointed: organisations of the register that are in good standing. */
export async function appointPage(ctx: Context) {
  authorize(ctx.actor, 'hourBank.appoint', {})
  const today = dateOf(ctx.clock.now())
  const known = await ctx.db
    .select()
    .from(parties)
    .where(eq(parties.kind, 'organisation'))
    .orderBy(parties.name)
  const fit = known.filter(
    (p) =>
      p.uscc &&
      p.credit === 'normal' &&
      !p.deregisteredOn &&
      !(p.certificateUntil && p.certificateUntil < today),
  )
  const bank = await findBank(ctx.db)
  return { bank: bank?.name ?? null, fit: fit.map(({ id, name }) => ({ id, name })) }
}
