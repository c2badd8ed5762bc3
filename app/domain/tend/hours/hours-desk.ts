import { desc, eq, ne } from 'drizzle-orm'
import { hourAccounts, hourServices, persons } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { authorize, may } from '../../policy/index.ts'
import { findBank, operatorOf, POOL } from './bank.ts'
import { doubleClaims } from './double-claims.ts'
import { findAccount } from './find-account.ts'
import { namesOf } from './find-service.ts'
import { entriesOf } from './my-hours.ts'
import { verifyHours } from './verify-hours.ts'

async function doublesOf(ctx: Context) {
  const found = await doubleClaims(ctx.db)
  const names = await namesOf(
    ctx.db,
    found.map(({ service }) => service.volunteerId),
  )
  return found.slice(0, 50).map(({ service: s, title }) => ({
    ...{ id: s.id, refNo: s.refNo, on: s.servedOn, minutes: s.minutes ?? 0, state: s.state, title },
    ...{ name: names.get(s.volunteerId ?? '') ?? '', audited: s.auditedAt !== null },
  }))
}

async function accountsOf(ctx: Context) {
  const rows = await ctx.db
    .select({ account: hourAccounts, name: persons.name })
    .from(hourAccounts)
    .innerJoin(persons, eq(persons.id, hourAccounts.personId))
    .orderBy(desc(hourAccounts.minutes), persons.name)
    .limit(300)
  return rows.map(({ account, name }) => ({
    ...{ id: account.id, name, minutes: account.minutes, insuredUntil: account.insuredUntil },
    closed: account.closedAt !== null,
  }))
}

/** 义工银行台账: to the organisation that keeps it, every account; to it and to the auditors, what was claimed twice and whether the book is sound. */
export async function hoursDesk(ctx: Context) {
  const operatorId = await operatorOf(ctx.db)
  const keeps = may(ctx.actor, 'hourBank.read', { operatorId })
  if (!keeps) authorize(ctx.actor, 'hourBank.audit', {})
  const [pool] = await ctx.db.select().from(hourAccounts).where(eq(hourAccounts.id, POOL))
  const recent = await ctx.db
    .select()
    .from(hourServices)
    .where(ne(hourServices.state, 'asked'))
    .orderBy(desc(hourServices.madeAt))
    .limit(50)
  return {
    keeps,
    bank: (await findBank(ctx.db))?.name ?? null,
    pool: pool?.minutes ?? 0,
    accounts: keeps ? await accountsOf(ctx) : [],
    services: recent.map(({ id, refNo, task, state, servedOn, minutes, planned }) => ({
      ...{ id, refNo, task, state, on: servedOn, minutes: minutes ?? planned ?? 0 },
    })),
    doubles: await doublesOf(ctx),
    faults: (await verifyHours(ctx.db)).length,
  }
}

/** One account to the organisation that keeps the bank. */
export async function accountPage(ctx: Context, accountId: string) {
  const operatorId = await operatorOf(ctx.db)
  authorize(ctx.actor, 'hourBank.read', { operatorId })
  const account = await findAccount(ctx.db, accountId)
  const names = await namesOf(ctx.db, [account.personId, account.heirId])
  const facts = { ...account, operatorId }
  const open = account.closedAt === null
  const { id, minutes, insuredUntil, policyNo, personId, closedAt, closedCause, closedGround } = account
  return {
    account: { id, minutes, insuredUntil, policyNo, personId, closedAt, closedCause, closedGround },
    name: names.get(account.personId) ?? '',
    heir: account.heirId !== null,
    entries: (await entriesOf(ctx.db, accountId)).reverse().slice(0, 50),
    today: dateOf(ctx.clock.now()),
    acts: {
      grant: open && may(ctx.actor, 'hourAccount.grant', facts),
      insure: open && may(ctx.actor, 'hourAccount.insure', facts),
      close: open && may(ctx.actor, 'hourAccount.close', facts),
    },
  }
}
