import { and, desc, eq, inArray, ne, or } from 'drizzle-orm'
import { hourEntries, hourPostings, hourServices, parties } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { parameter } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findBank } from './bank.ts'
import { familyOf } from './family.ts'
import { accountOf } from './find-account.ts'
import { namesOf } from './find-service.ts'
import { hourRules } from './hours-page.ts'
import { hostSeats } from './record-service.ts'

/** Every entry of one account, the oldest first, with what stood there after it. */
export async function entriesOf(db: Reader, accountId: string) {
  const rows = await db
    .select({
      id: hourEntries.id,
      kind: hourEntries.kind,
      at: hourEntries.at,
      minutes: hourPostings.minutes,
      refNo: hourServices.refNo,
      task: hourServices.task,
      on: hourServices.servedOn,
      host: parties.name,
    })
    .from(hourPostings)
    .innerJoin(hourEntries, eq(hourEntries.id, hourPostings.entryId))
    .leftJoin(hourServices, eq(hourServices.id, hourEntries.serviceId))
    .leftJoin(parties, eq(parties.id, hourServices.hostId))
    .where(eq(hourPostings.accountId, accountId))
    .orderBy(hourEntries.at, desc(hourPostings.minutes), hourEntries.id)
  let stands = 0
  return rows.map((row) => {
    stands += row.minutes
    return { ...row, stands }
  })
}

/** One's own services on either side, the newest first. */
async function servicesOf(db: Reader, personId: string) {
  const s = hourServices
  const rows = await db
    .select()
    .from(s)
    .where(or(eq(s.volunteerId, personId), eq(s.askerId, personId)))
    .orderBy(desc(s.madeAt))
    .limit(30)
  return rows.map(({ id, refNo, task, state, servedOn, minutes, planned, askerId }) => ({
    ...{ id, refNo, task, state, on: servedOn, minutes: minutes ?? planned ?? 0 },
    asked: askerId === personId,
  }))
}

function signedIn({ actor }: Context) {
  if (!actor.personId) throw new Refusal('forbidden', 'sign-in-first')
  return actor.personId
}

/** 我的义工银行: what stands there, what waits for a word, whom it may be given to. */
export async function myHours(ctx: Context) {
  const personId = signedIn(ctx)
  const bank = await findBank(ctx.db)
  const account = await accountOf(ctx.db, personId)
  const family = account ? await familyOf(ctx.db, personId) : []
  const heir = account?.heirId ? (await namesOf(ctx.db, [account.heirId])).get(account.heirId) : null
  return {
    bank: bank?.name ?? null,
    account: account && {
      ...{ minutes: account.minutes, closed: account.closedAt !== null },
      ...{ insuredUntil: account.insuredUntil, heir: heir ?? null },
    },
    family,
    services: await servicesOf(ctx.db, personId),
    entries: account ? (await entriesOf(ctx.db, account.id)).reverse().slice(0, 20) : [],
    rules: await hourRules(ctx.db, dateOf(ctx.clock.now())),
  }
}

/** 时长记录单, for printing: every entry of one's own account; a record of this platform and no certificate. */
export async function statementOf(ctx: Context) {
  const personId = signedIn(ctx)
  const account = await accountOf(ctx.db, personId)
  if (!account) throw new Refusal('missing', 'hours-no-account')
  authorize(ctx.actor, 'hourAccount.read', account)
  const bank = await findBank(ctx.db)
  return {
    name: (await namesOf(ctx.db, [personId])).get(personId) ?? '',
    bank: bank?.name ?? '',
    openedAt: account.openedAt,
    minutes: account.minutes,
    printedAt: ctx.clock.now(),
    entries: await entriesOf(ctx.db, account.id),
  }
}

/** Whom a volunteer may have served: the bodies of his own community, and organisations. */
export async function recordPage(ctx: Context) {
  signedIn(ctx)
  authorize(ctx.actor, 'hourService.record', {})
  const kinds = Object.keys(hostSeats) as Array<'committee'>
  const all = await ctx.db
    .select({ id: parties.id, name: parties.name, kind: parties.kind, placeId: parties.placeId })
    .from(parties)
    .where(and(inArray(parties.kind, kinds), ne(parties.credit, 'dishonest')))
    .orderBy(parties.name)
  const { communityId } = ctx.actor
  const near = all.filter((p) => p.kind !== 'organisation' && p.placeId === communityId)
  const today = dateOf(ctx.clock.now())
  return {
    hosts: [...near, ...all.filter((p) => p.kind === 'organisation')].map(({ id, name }) => ({ id, name })),
    today,
    most: (await parameter(ctx.db, 'HOURS_DAY_MAX', today)).value,
  }
}

/** What asking for help begins with: how many minutes there are. */
export async function askPage(ctx: Context) {
  const personId = signedIn(ctx)
  authorize(ctx.actor, 'hourService.ask', {})
  const account = await accountOf(ctx.db, personId)
  return { minutes: account && !account.closedAt ? account.minutes : null, today: dateOf(ctx.clock.now()) }
}
