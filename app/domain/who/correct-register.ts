import { and, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { parties, persons, places, seats, sessions } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import { communityKinds } from '#db/vocabulary.ts'
import type { Context } from '../context.ts'
import { dateOf } from '../dates.ts'
import { record } from '../journal.ts'
import { notify } from '../notify.ts'
import { authorize } from '../policy/index.ts'
import { Refusal } from '../refusal.ts'
import { registerPartyForm, registerPersonForm, registerPlaceForm } from './register-forms.ts'
import { mustBePlace, mustHaveGround } from './register-ground.ts'
import { personBy } from './register-standing.ts'
import { counts } from './seat/counts.ts'
import { needsSecond } from './seat/posts.ts'
import { supplierKinds } from './standing/read-body.ts'

const { name, households, phone } = registerPlaceForm.shape
const nameEn = z.string().trim().max(120, 'form.long').optional()
export const placeFactsForm = z
  .object({
    ...{ name, nameEn, phone, households, population: households, adults: households },
    communityKind: z.enum(communityKinds, { error: 'form.required' }).optional(),
  })
  .strict()
export const bodyPlaceForm = registerPartyForm
  .pick({ name: true, placeId: true, streetId: true })
  .extend({ nameEn })
  .strict()
export const personFactsForm = registerPersonForm
  .extend({ phone: registerPersonForm.shape.phone.unwrap(), newPhone: registerPersonForm.shape.phone })
  .partial({ name: true })
  .strict()
  .refine((p) => p.newPhone || p.name || p.communityId, { path: ['newPhone'], message: 'form.person-facts' })

/** Only what was typed stays: a field left empty is emptied. */
const orNull = <T extends object>(typed: T, names: readonly (keyof T)[]) =>
  Object.fromEntries(names.map((key) => [key, typed[key] ?? null])) as { [K in keyof T]: T[K] | null }

/** A place by its id, for who keeps the register. */
export async function registeredPlace(ctx: Context, placeId: string) {
  authorize(ctx.actor, 'register.enter', {})
  const place = await mustBePlace(ctx.db, placeId)
  if (!place) throw new Refusal('missing', 'place-unknown')
  return place
}
/** A body by its id, for who keeps the register. */
export async function registeredBody(ctx: Context, partyId: string) {
  authorize(ctx.actor, 'register.enter', {})
  const [party] = await ctx.db.select().from(parties).where(eq(parties.id, partyId))
  if (!party) throw new Refusal('missing', 'party')
  return { ...party, supplies: (supplierKinds as readonly string[]).includes(party.kind) }
}

/** Puts right what is known of a place; its code and level stay, since everything below begins with them. */
export const correctPlace = (
  ctx: Context,
  { placeId, ...typed }: z.output<typeof placeFactsForm> & { placeId: string },
) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'register.enter', {})
    const was = await mustBePlace(tx, placeId)
    const known = orNull(typed, ['nameEn', 'phone', 'households', 'population', 'adults', 'communityKind'])
    const row = { ...known, name: typed.name }
    await tx.update(places).set(row).where(eq(places.id, placeId))
    await record(tx, ctx, 'place.correct', { subject: placeId }, { was: was?.name ?? null, ...row })
    return { placeId }
  })

/** Puts right what a body is called and where it stands; its kind, its code and its standing have pages of their own. */
export const correctBody = (
  ctx: Context,
  { partyId, ...typed }: z.output<typeof bodyPlaceForm> & { partyId: string },
) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'register.enter', {})
    const [was] = await tx.select().from(parties).where(eq(parties.id, partyId))
    if (!was) throw new Refusal('missing', 'party')
    await mustHaveGround(tx, { ...typed, kind: was.kind })
    const row = { ...orNull(typed, ['nameEn', 'placeId', 'streetId']), name: typed.name }
    await tx.update(parties).set(row).where(eq(parties.id, partyId))
    await record(tx, ctx, 'party.correct', { subject: partyId }, { was: was.name, ...row })
    return { partyId }
  })

/** The posts of a person that only count confirmed; with another telephone the second person looks again. */
async function confirmAgain(tx: Tx, ctx: Context, personId: string) {
  const now = counts(dateOf(ctx.clock.now()))
  const held = await tx
    .select()
    .from(seats)
    .where(and(eq(seats.personId, personId), now))
  const weighed = held.filter(({ role }) => needsSecond(role))
  if (weighed.some(({ role }) => role === 'security_auditor')) {
    const all = await tx
      .select()
      .from(seats)
      .where(and(eq(seats.role, 'security_auditor'), now))
    if (all.every((seat) => seat.personId === personId))
      throw new Refusal('conflict', 'last-security-auditor')
  }
  const ids = weighed.map(({ id }) => id)
  const waits = { awaits: true, confirmedAt: null, confirmedBy: null }
  if (ids.length) await tx.update(seats).set(waits).where(inArray(seats.id, ids))
}

async function newTelephone(tx: Tx, ctx: Context, personId: string, typed: string) {
  const phoneHash = ctx.vault.keyed('phone', typed)
  if ((await tx.$count(persons, eq(persons.phoneHash, phoneHash))) > 0)
    throw new Refusal('conflict', 'phone-known')
  await confirmAgain(tx, ctx, personId)
  const open = and(eq(sessions.personId, personId), isNull(sessions.endedAt))
  await tx.update(sessions).set({ endedAt: ctx.wall.now() }).where(open)
  return { phoneHash, phoneSealed: ctx.vault.seal('phone', typed), phoneTail: typed.slice(-4) }
}

async function newCommunity(db: Reader, communityId: string) {
  if ((await mustBePlace(db, communityId))?.level !== 'community')
    throw new Refusal('invalid', 'place-unknown')
  return { communityId, gridId: null }
}

/** Another telephone, name or community of a person known by his telephone so far; never one's own. */
export const correctPerson = (ctx: Context, typed: z.output<typeof personFactsForm>) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'register.enter', {})
    const personId = await personBy(tx, ctx, typed.phone)
    authorize(ctx.actor, 'person.correct', { personId })
    const row = {
      ...(typed.name ? { name: typed.name } : {}),
      ...(typed.communityId ? await newCommunity(tx, typed.communityId) : {}),
      ...(typed.newPhone ? await newTelephone(tx, ctx, personId, typed.newPhone) : {}),
    }
    await tx.update(persons).set(row).where(eq(persons.id, personId))
    await notify(tx, ctx, { personId }, 'person-corrected', '/me')
    const changed = Object.keys(row).filter((key) => ['name', 'communityId', 'phoneTail'].includes(key))
    await record(tx, ctx, 'person.correct', { subject: personId }, { changed })
    return { personId }
  })
