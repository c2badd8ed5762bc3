import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { experts, expertTies, parties, persons, socialWorkers } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import { grades, organisationForms, tieKinds } from '#db/vocabulary.ts'
import type { Context } from '../context.ts'
import { addMonths, dateOf } from '../dates.ts'
import { record } from '../journal.ts'
import { authorize } from '../policy/index.ts'
import { Refusal } from '../refusal.ts'
import { typedDate } from '../typed-date.ts'
import { bodyBy, personBy } from './register-standing.ts'
import { askCodeForm } from './sign-in/forms.ts'

const { phone } = askCodeForm.shape
const id = (error: string) => z.string({ error }).min(1, error).max(64, error)
export const tieForm = z
  .object({
    phone,
    partyId: id('form.required'),
    relation: z.enum(tieKinds, { error: 'form.required' }),
    until: typedDate('form.date').optional(),
  })
  .strict()
export const soloistForm = z.object({ phone, custodianId: id('form.required') }).strict()
export const bodyFactsForm = z
  .object({
    partyId: id('form.required'),
    form: z.enum(organisationForms, { error: 'form.required' }).optional(),
    grade: z.enum(grades, { error: 'form.required' }).optional(),
    gradeUntil: typedDate('form.date').optional(),
    custodianId: id('form.required').optional(),
  })
  .strict()
  .refine((b) => Boolean(b.grade) === Boolean(b.gradeUntil), {
    path: ['gradeUntil'],
    message: 'form.grade-until',
  })
  .refine((b) => b.form || b.grade || b.custodianId, { path: ['form'], message: 'form.body-facts' })

/** 申报关系: what ties an expert to a body, and until when it lasted; he is kept off its purchases (实施条例 第九条). */
export const declareTie = (ctx: Context, { phone: telephone, partyId, ...tie }: z.output<typeof tieForm>) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'register.enter', {})
    const expertId = await personBy(tx, ctx, telephone)
    const [expert] = await tx.select({ id: experts.id }).from(experts).where(eq(experts.id, expertId))
    if (!expert) throw new Refusal('invalid', 'no-such-expert')
    await bodyBy(tx, partyId)
    const [made] = await tx
      .insert(expertTies)
      .values({ ...tie, expertId, partyId, until: tie.until ?? null })
      .returning({ id: expertTies.id })
    await record(tx, ctx, 'expert.declare_tie', { subject: expertId }, { partyId, until: tie.until ?? null })
    return { tieId: made!.id }
  })

/** 托管机构: an organisation in good standing, which keeps the money of a group or of a social worker alone. */
async function custodianBy(tx: Tx, partyId: string) {
  const found = await bodyBy(tx, partyId)
  if (found.kind !== 'organisation' || found.credit !== 'normal')
    throw new Refusal('invalid', 'custodian-unfit')
  return found.id
}
async function licensed(tx: Tx, personId: string, today: string) {
  const [held] = await tx
    .select({ until: socialWorkers.registeredUntil })
    .from(socialWorkers)
    .where(eq(socialWorkers.id, personId))
  if (!held || held.until < today) throw new Refusal('invalid', 'not-licensed')
}

/** A licensed social worker alone, as a body that may bid: himself, and who keeps the money. */
export const registerSoloist = (ctx: Context, { phone: telephone, ...typed }: z.output<typeof soloistForm>) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'register.enter', {})
    const personId = await personBy(tx, ctx, telephone)
    await licensed(tx, personId, dateOf(ctx.clock.now()))
    if ((await tx.$count(parties, eq(parties.personId, personId))) > 0)
      throw new Refusal('conflict', 'party-known')
    const custodianId = await custodianBy(tx, typed.custodianId)
    const [person] = await tx.select({ name: persons.name }).from(persons).where(eq(persons.id, personId))
    const alone = { kind: 'individual' as const, name: person!.name, personId, custodianId }
    const [party] = await tx
      .insert(parties)
      .values({ ...alone, createdAt: ctx.clock.now() })
      .returning({ id: parties.id })
    await record(tx, ctx, 'party.register', { subject: party!.id }, { kind: 'individual', custodianId })
    return { partyId: party!.id }
  })

/** What an organisation is, its grade and until when, and who keeps a group's money; only what was typed changes. */
export const noteBody = (ctx: Context, { partyId, ...known }: z.output<typeof bodyFactsForm>) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'register.enter', {})
    const was = await bodyBy(tx, partyId, ['individual'])
    if (known.custodianId) {
      if (was.kind !== 'community_group' && was.kind !== 'individual')
        throw new Refusal('invalid', 'needs-no-custodian')
      await custodianBy(tx, known.custodianId)
    }
    if (known.gradeUntil && known.gradeUntil > addMonths(dateOf(ctx.clock.now()), 60))
      throw new Refusal('invalid', 'grade-beyond-five-years')
    await tx.update(parties).set(known).where(eq(parties.id, partyId))
    await record(tx, ctx, 'party.note', { subject: partyId }, known)
    return { partyId }
  })

/** Bodies a fact can be noted of, and those that can keep another's money. */
export async function bodyChoices(db: Reader) {
  const all = await db
    .select({ id: parties.id, name: parties.name, kind: parties.kind })
    .from(parties)
    .orderBy(parties.name)
  const supplier = ['organisation', 'enterprise', 'community_group', 'individual']
  return {
    all,
    noted: all.filter(({ kind }) => supplier.includes(kind)),
    custodians: all.filter(({ kind }) => kind === 'organisation'),
  }
}
