import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { experts, listings, parties, persons, socialWorkers } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import { certLevels, creditStates } from '#db/vocabulary.ts'
import type { Context } from '../context.ts'
import { dateOf } from '../dates.ts'
import { record } from '../journal.ts'
import { authorize } from '../policy/index.ts'
import { Refusal } from '../refusal.ts'
import { typedDate } from '../typed-date.ts'
import { askCodeForm } from './sign-in/forms.ts'

const { phone } = askCodeForm.shape
const words = (most: number) =>
  z.string({ error: 'form.required' }).trim().min(1, 'form.required').max(most, 'form.long')
export const workerForm = z
  .object({
    phone,
    level: z.enum(certLevels, { error: 'form.required' }),
    certNo: words(40),
    registeredUntil: typedDate('form.date'),
    employerId: z.string().max(64).optional(),
  })
  .strict()
export const expertForm = z
  .object({
    phone,
    fields: words(200).transform((typed) => typed.split(/[、,，;；\s]+/).filter(Boolean)),
    employer: words(80),
    title: z.string().trim().max(40, 'form.long').optional(),
  })
  .strict()
export const standingForm = z
  .object({
    partyId: words(64),
    credit: z.enum(creditStates, { error: 'form.required' }),
    since: typedDate('form.date'),
    ground: words(200),
  })
  .strict()

/** Whoever is registered with this telephone. */
export async function personBy(tx: Tx, ctx: Context, telephone: string) {
  const [found] = await tx
    .select({ id: persons.id })
    .from(persons)
    .where(eq(persons.phoneHash, ctx.vault.keyed('phone', telephone)))
  if (!found) throw new Refusal('invalid', 'nobody-has-that-phone')
  return found.id
}
const bodies = ['organisation', 'enterprise', 'community_group']
/** A body that works for a purchaser; `also`: kinds that count here too. */
export async function bodyBy(tx: Tx, id: string, also: readonly string[] = []) {
  const [found] = await tx.select().from(parties).where(eq(parties.id, id))
  if (!found || ![...bodies, ...also].includes(found.kind)) throw new Refusal('invalid', 'body-unknown')
  return found
}

/** 持证社工: the certificate, until when it is registered, and who employs him; entered again it is brought up to date. */
export const registerWorker = (
  ctx: Context,
  { phone: telephone, employerId, ...held }: z.output<typeof workerForm>,
) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'register.enter', {})
    const id = await personBy(tx, ctx, telephone)
    if (employerId) await bodyBy(tx, employerId)
    const row = { ...held, employerId: employerId ?? null }
    await tx
      .insert(socialWorkers)
      .values({ ...row, id })
      .onConflictDoUpdate({ target: socialWorkers.id, set: row })
    await record(
      tx,
      ctx,
      'worker.register',
      { subject: id },
      { level: held.level, until: held.registeredUntil },
    )
    return { personId: id }
  })

/** 评审专家: what he judges, and who employs him, which ties him to it (实施条例 第九条). */
export const registerExpert = (ctx: Context, { phone: telephone, ...known }: z.output<typeof expertForm>) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'register.enter', {})
    const id = await personBy(tx, ctx, telephone)
    const row = { ...known, title: known.title ?? null }
    await tx
      .insert(experts)
      .values({ ...row, id })
      .onConflictDoUpdate({ target: experts.id, set: row })
    await record(tx, ctx, 'expert.register', { subject: id }, { fields: known.fields })
    return { personId: id }
  })

/** The same by its dates: off every other list from that day, on the one named. */
async function datedList(
  tx: Tx,
  ctx: Context,
  { partyId, credit, since, ground }: z.output<typeof standingForm>,
) {
  const open = await tx
    .select()
    .from(listings)
    .where(and(eq(listings.partyId, partyId), isNull(listings.to)))
  const by = ctx.actor.personId
  for (const was of open.filter(({ list }) => list !== credit))
    await tx
      .update(listings)
      .set({ to: since, liftGround: ground, liftedBy: by })
      .where(eq(listings.id, was.id))
  if (credit === 'normal' || open.some(({ list }) => list === credit)) return
  await tx
    .insert(listings)
    .values({ partyId, list: credit, from: since, ground, enteredBy: by, at: ctx.clock.now() })
}

/** 信用状况: what the registrar lists a body as, from which day and on which ground; bids follow it by themselves. */
export const noteStanding = (
  ctx: Context,
  { partyId, credit, since, ground }: z.output<typeof standingForm>,
) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'register.enter', {})
    const was = await bodyBy(tx, partyId)
    if (since > dateOf(ctx.clock.now())) throw new Refusal('invalid', 'standing-in-the-future')
    await tx
      .update(parties)
      .set({ credit, creditSince: since, creditNote: ground })
      .where(eq(parties.id, partyId))
    await datedList(tx, ctx, { partyId, credit, since, ground })
    await record(
      tx,
      ctx,
      'party.note_standing',
      { subject: partyId },
      { was: was.credit, credit, since, ground },
    )
    return { partyId }
  })
