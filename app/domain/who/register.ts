import { eq, inArray } from 'drizzle-orm'
import type { z } from 'zod'
import { parties, persons, places } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../context.ts'
import { record } from '../journal.ts'
import { authorize } from '../policy/index.ts'
import { Refusal } from '../refusal.ts'
import type { registerPartyForm, registerPersonForm, registerPlaceForm } from './register-forms.ts'
import { mustBePlace, mustHaveGround } from './register-ground.ts'
import { usccHolds } from './uscc.ts'

const digitsOf = { district: 6, street: 9, community: 12, grid: 15 } as const
const above = { street: 'district', community: 'street', grid: 'community' } as const

/** 6 + 3 + 3 + 3 digits: a place lies within the one above it, and its code begins with that one's. */
async function mustLieWithin(tx: Tx, { level, code, parentId }: z.output<typeof registerPlaceForm>) {
  const parent = await mustBePlace(tx, parentId)
  const fits = level === 'district' ? !parent : parent?.level === above[level] && code.startsWith(parent.code)
  if (!fits || code.length !== digitsOf[level]) throw new Refusal('invalid', 'place-code-level')
}

/** Registers a place of the tree 区-街道-社区-网格. */
export const registerPlace = (ctx: Context, input: z.output<typeof registerPlaceForm>) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'register.enter', {})
    const [same] = await tx.select({ id: places.id }).from(places).where(eq(places.code, input.code))
    if (same) throw new Refusal('conflict', 'place-known')
    await mustLieWithin(tx, input)
    const [place] = await tx.insert(places).values(input).returning({ id: places.id })
    await record(tx, ctx, 'place.register', { subject: place!.id }, { code: input.code })
    return { placeId: place!.id }
  })

/** Registers a body; a credit code that fails its check digit passes only with a reason, which is logged. */
export const registerParty = (ctx: Context, input: z.output<typeof registerPartyForm>) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'register.enter', {})
    if (input.uscc && !usccHolds(input.uscc) && !input.usccOverride)
      throw new Refusal('invalid', 'uscc-check-digit')
    const known = input.uscc
      ? await tx.select({ id: parties.id }).from(parties).where(eq(parties.uscc, input.uscc))
      : []
    if (known.length) throw new Refusal('conflict', 'party-known')
    await mustHaveGround(tx, input)
    const [party] = await tx
      .insert(parties)
      .values({ ...input, createdAt: ctx.clock.now() })
      .returning({ id: parties.id })
    await record(
      tx,
      ctx,
      'party.register',
      { subject: party!.id },
      { uscc: input.uscc ?? null, override: input.usccOverride ?? null },
    )
    return { partyId: party!.id }
  })

/** Registers a person by surname and title; the telephone is how he signs in. */
export const registerPerson = (ctx: Context, input: z.output<typeof registerPersonForm>) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'register.enter', {})
    const phoneHash = input.phone ? ctx.vault.keyed('phone', input.phone) : null
    const known = phoneHash
      ? await tx.select({ id: persons.id }).from(persons).where(eq(persons.phoneHash, phoneHash))
      : []
    if (known.length) throw new Refusal('conflict', 'phone-known')
    if (input.communityId && (await mustBePlace(tx, input.communityId))?.level !== 'community')
      throw new Refusal('invalid', 'place-unknown')
    const sealed = input.phone
      ? { phoneHash, phoneSealed: ctx.vault.seal('phone', input.phone), phoneTail: input.phone.slice(-4) }
      : {}
    const [person] = await tx
      .insert(persons)
      .values({
        name: input.name,
        communityId: input.communityId ?? null,
        ...sealed,
        createdAt: ctx.clock.now(),
      })
      .returning({ id: persons.id })
    await record(tx, ctx, 'person.register', { subject: person!.id })
    return { personId: person!.id }
  })

/** What a new entry can lie within. */
export async function registerChoices(db: Reader) {
  const all = await db
    .select({ id: places.id, name: places.name, code: places.code, level: places.level })
    .from(places)
    .orderBy(places.code)
  const offices = await db
    .select({ id: parties.id, name: parties.name })
    .from(parties)
    .where(eq(parties.kind, 'street_office'))
  const bodies = await db
    .select({ id: parties.id, name: parties.name })
    .from(parties)
    .where(inArray(parties.kind, ['organisation', 'enterprise', 'community_group']))
    .orderBy(parties.name)
  return { places: all, offices, bodies }
}
