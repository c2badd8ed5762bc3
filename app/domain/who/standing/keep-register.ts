import { and, desc, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import { inspections, listings, parties } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { bodyBy } from '../register-standing.ts'
import type { inspectionForm, liftListForm, listForm, registrationForm } from './forms.ts'

type Of<Form extends z.ZodType> = z.output<Form> & { partyId: string }
const also = ['individual']
const tell = (tx: Tx, ctx: Context, partyId: string, what: string) =>
  notify(tx, ctx, { role: 'org_signer', partyId }, what, '/desk/body')

/** 登记信息: how it is registered, under whom, until when; a body of one's own keeps no register of it. */
export const noteRegistration = (ctx: Context, { partyId, ...known }: Of<typeof registrationForm>) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'register.keep', { partyId })
    const was = await bodyBy(tx, partyId, also)
    if (known.filedOn && was.kind !== 'community_group') throw new Refusal('invalid', 'only-groups-are-filed')
    if (known.registration && was.kind === 'community_group')
      throw new Refusal('invalid', 'groups-are-filed-not-registered')
    const change = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined))
    if (Object.keys(change).length === 0) throw new Refusal('invalid', 'nothing-to-note')
    await tx.update(parties).set(change).where(eq(parties.id, partyId))
    await record(tx, ctx, 'party.register_facts', { subject: partyId }, change)
    return { partyId }
  })

/** 年度检查结论; entered again, the year's result is corrected. */
export const noteInspection = (ctx: Context, { partyId, ...found }: Of<typeof inspectionForm>) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'register.keep', { partyId })
    await bodyBy(tx, partyId)
    const now = ctx.clock.now()
    if (found.concludedOn > dateOf(now)) throw new Refusal('invalid', 'standing-in-the-future')
    if (found.concludedOn < `${found.year}-01-01`) throw new Refusal('invalid', 'inspection-before-its-year')
    const row = { ...found, partyId, enteredBy: ctx.actor.personId, at: now }
    await tx
      .insert(inspections)
      .values(row)
      .onConflictDoUpdate({ target: [inspections.partyId, inspections.year], set: row })
    await tell(tx, ctx, partyId, 'inspection-noted')
    await record(tx, ctx, 'party.inspect', { subject: partyId }, found)
    return { partyId }
  })

/** The register's one word on a body, from the lists it stands on today. */
async function retell(tx: Tx, ctx: Context, partyId: string) {
  const today = dateOf(ctx.clock.now())
  const all = await tx
    .select()
    .from(listings)
    .where(eq(listings.partyId, partyId))
    .orderBy(desc(listings.from))
  const on = all.filter(({ from, to }) => from <= today && (!to || today < to))
  const worst = on.find(({ list }) => list === 'dishonest') ?? on[0]
  const said = worst
    ? { credit: worst.list, creditSince: worst.from, creditNote: worst.ground }
    : { credit: 'normal' as const, creditSince: all[0]?.to ?? null, creditNote: all[0]?.liftGround ?? null }
  await tx.update(parties).set(said).where(eq(parties.id, partyId))
}

/** 列入名录: from which day, on which ground, and until when where it ends by itself. */
export const enterList = (ctx: Context, { partyId, ...entry }: Of<typeof listForm>) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'register.keep', { partyId })
    await bodyBy(tx, partyId, also)
    const now = ctx.clock.now()
    if (entry.from > dateOf(now)) throw new Refusal('invalid', 'standing-in-the-future')
    const standing = and(eq(listings.partyId, partyId), eq(listings.list, entry.list), isNull(listings.to))
    if ((await tx.$count(listings, standing)) > 0) throw new Refusal('conflict', 'on-that-list-already')
    const row = { ...entry, to: entry.to ?? null, partyId, enteredBy: ctx.actor.personId, at: now }
    const [made] = await tx.insert(listings).values(row).returning({ id: listings.id })
    await retell(tx, ctx, partyId)
    await tell(tx, ctx, partyId, 'body-listed')
    await record(tx, ctx, 'party.list', { subject: partyId }, entry)
    return { partyId, listingId: made!.id }
  })

/** 移出名录: the first day it no longer stands there, and why. */
export const liftList = (ctx: Context, { partyId, listingId, to, ground }: Of<typeof liftListForm>) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'register.keep', { partyId })
    const [was] = await tx.select().from(listings).where(eq(listings.id, listingId))
    if (!was || was.partyId !== partyId) throw new Refusal('missing', 'listing-missing')
    if (was.to && was.to <= dateOf(ctx.clock.now())) throw new Refusal('conflict', 'listing-over')
    if (to <= was.from) throw new Refusal('invalid', 'lifted-before-listed')
    const lifted = { to, liftGround: ground, liftedBy: ctx.actor.personId }
    await tx.update(listings).set(lifted).where(eq(listings.id, listingId))
    await retell(tx, ctx, partyId)
    await tell(tx, ctx, partyId, 'body-unlisted')
    await record(tx, ctx, 'party.unlist', { subject: partyId }, { list: was.list, to, ground })
    return { partyId }
  })
