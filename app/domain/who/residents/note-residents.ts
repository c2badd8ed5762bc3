import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { parties, persons, places } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { bandOf, type OneResident, type rollForm } from './forms.ts'

/** The community whose committee or station one acts for. */
async function ownCommunity(db: Reader, { actor }: Context) {
  const [found] = await db
    .select({ id: places.id, name: places.name })
    .from(parties)
    .innerJoin(places, eq(places.id, parties.placeId))
    .where(and(eq(parties.id, actor.seat?.partyId ?? ''), eq(places.level, 'community')))
  if (!found) throw new Refusal('missing', 'community')
  return found
}
const gridsOf = (db: Reader, communityId: string) =>
  db
    .select({ id: places.id, name: places.name })
    .from(places)
    .where(and(eq(places.parentId, communityId), eq(places.level, 'grid')))
    .orderBy(places.code)

type Noted = { name?: string | undefined; ageBand: OneResident['ageBand']; gridId: string | null }
async function insertPerson(tx: Tx, ctx: Context, phone: string, row: Noted & { communityId: string }) {
  const tail = phone.slice(-4)
  const sealed = {
    phoneHash: ctx.vault.keyed('phone', phone),
    phoneSealed: ctx.vault.seal('phone', phone),
    phoneTail: tail,
  }
  const [made] = await tx
    .insert(persons)
    .values({ ...row, name: row.name ?? tail, ...sealed, createdAt: ctx.clock.now() })
    .returning({ id: persons.id })
  return made!.id
}

/** Whoever signed in before anybody noted him is called by the end of his number until he is given a name. */
const named = (was: { name: string; phoneTail: string | null }, name: string | undefined) =>
  name && was.name === was.phoneTail ? { name } : {}

/** One person noted as living here; who is registered in another community is not taken from it. */
async function noteOne(tx: Tx, ctx: Context, communityId: string, phone: string, { name, ...known }: Noted) {
  const phoneHash = ctx.vault.keyed('phone', phone)
  const [was] = await tx.select().from(persons).where(eq(persons.phoneHash, phoneHash))
  if (!was) return insertPerson(tx, ctx, phone, { name, ...known, communityId })
  if (was.communityId && was.communityId !== communityId)
    throw new Refusal('conflict', 'resident-elsewhere', { tail: phone.slice(-4) })
  const row = { ...known, gridId: known.gridId ?? was.gridId, ...named(was, name), communityId }
  await tx.update(persons).set(row).where(eq(persons.id, was.id))
  await notify(tx, ctx, { personId: was.id }, 'resident-noted', '/me')
  return was.id
}

/** 居民登记: where a person lives and his age in bands, as the community's desk saw it; what care and orders by age rest on. */
export const noteResident = (ctx: Context, { phone, gridId, ...known }: OneResident) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'resident.note', {})
    const { id: communityId } = await ownCommunity(tx, ctx)
    const grids = await gridsOf(tx, communityId)
    if (gridId && !grids.some(({ id }) => id === gridId)) throw new Refusal('invalid', 'place-unknown')
    const personId = await noteOne(tx, ctx, communityId, phone, { ...known, gridId: gridId ?? null })
    await record(tx, ctx, 'resident.note', { subject: personId })
    return { personId }
  })

/** The same for a whole roll: all of it, or nothing and which line is wrong. */
export const noteRoll = (ctx: Context, { rows }: z.output<typeof rollForm>) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'resident.note', {})
    const { id: communityId } = await ownCommunity(tx, ctx)
    const grids = new Map((await gridsOf(tx, communityId)).map(({ id, name }) => [name, id]))
    for (const { line, told, grid } of rows) {
      if (grid && !grids.has(grid)) throw new Refusal('invalid', 'roll-grid', { line: String(line), grid })
      const [phone, name, age] = told
      const gridId = (grid && grids.get(grid)) || null
      await noteOne(tx, ctx, communityId, phone, { name, ageBand: bandOf(age), gridId })
    }
    await record(tx, ctx, 'resident.note', { subject: communityId }, { n: rows.length })
    return { n: rows.length }
  })

/** How many are noted here, by age; nobody's name. */
export async function residentsPage(ctx: Context) {
  authorize(ctx.actor, 'resident.note', {})
  const community = await ownCommunity(ctx.db, ctx)
  const noted = await ctx.db
    .select({ ageBand: persons.ageBand })
    .from(persons)
    .where(eq(persons.communityId, community.id))
  return {
    community: community.name,
    grids: await gridsOf(ctx.db, community.id),
    n: noted.length,
    aged: noted.filter(({ ageBand }) => ageBand).length,
    old: noted.filter(({ ageBand }) => ageBand === '60-79' || ageBand === '80+').length,
  }
}
