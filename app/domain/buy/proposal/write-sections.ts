import { eq } from 'drizzle-orm'
import { parties } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { Refusal } from '../../refusal.ts'
import { usccHolds } from '../../who/uscc.ts'
import { partsAsked } from './body.ts'
import { refuseOverCap } from './budget/caps.ts'
import { editProposal, type Sitting } from './edit-proposal.ts'
import type { BudgetSheet, OrganisationWords, Promised, RecordWords, TextWords } from './forms.ts'
import { bankOf } from './typed.ts'

/** A code of an early pilot may fail its check digit lawfully: it is warned of, and the override is on record. */
async function checkCode(tx: Tx, ctx: Context, { supplier }: Sitting, override?: string) {
  if (!supplier.uscc || usccHolds(supplier.uscc) || supplier.usccOverride) return
  if (!override) throw new Refusal('invalid', 'credit-code-fails', { code: supplier.uscc })
  await tx.update(parties).set({ usccOverride: override }).where(eq(parties.id, supplier.id))
  await record(tx, ctx, 'party.override_uscc', { subject: supplier.id }, { reason: override })
}

/** 机构情况: the register's facts are reused, not retyped. */
export const confirmOrganisation = (ctx: Context, input: OrganisationWords & { tenderId: string }) =>
  editProposal(
    ctx,
    input.tenderId,
    async (sitting, tx) => {
      await checkCode(tx, ctx, sitting, input.override)
      const { name, kind, uscc, form, grade, gradeUntil, registeredYear } = sitting.supplier
      const typed = { contact: input.contact, bank: bankOf(input) }
      return { organisation: { name, kind, uscc, form, grade, gradeUntil, registeredYear, ...typed } }
    },
    { part: 'organisation', seen: input.seen },
  )

/** One part of the plan, written to one criterion of the score sheet. */
export const writePart = (
  ctx: Context,
  input: { tenderId: string; code: string; words: string; seen?: string },
) =>
  editProposal(
    ctx,
    input.tenderId,
    ({ call, body }) => {
      if (!partsAsked(call.criteria).some((c) => c.code === input.code))
        throw new Refusal('missing', 'criterion-missing')
      return { plan: { ...body.plan, [input.code]: input.words } }
    },
    { part: `plan.${input.code}`, seen: input.seen },
  )

/** 业绩和财务 */
export const writeRecord = (
  ctx: Context,
  { tenderId, experience, finance, seen }: RecordWords & { tenderId: string },
) => editProposal(ctx, tenderId, () => ({ experience, finance }), { part: 'record', seen })

/** 常备文稿: begun from the cabinet, changed for this call. */
export const writeTexts = (ctx: Context, { tenderId, texts, seen }: TextWords & { tenderId: string }) =>
  editProposal(ctx, tenderId, () => ({ texts }), { part: 'texts', seen })

export const writeBudget = (
  ctx: Context,
  { tenderId, price, lines, seen }: BudgetSheet & { tenderId: string },
) =>
  editProposal(
    ctx,
    tenderId,
    async ({ call }, tx) => {
      if (price > call.ceiling) throw new Refusal('invalid', 'price-over-ceiling')
      await refuseOverCap(tx, { price, lines }, dateOf(ctx.clock.now()))
      return { budget: { price, lines } }
    },
    { part: 'budget', seen },
  )

/** What is promised, indicator by indicator; less than was asked is refused at once. */
export const promiseIndicators = (
  ctx: Context,
  { tenderId, promised, seen }: Promised & { tenderId: string },
) =>
  editProposal(
    ctx,
    tenderId,
    ({ call }) => ({
      indicators: call.indicators.map((asked) => {
        const value = promised.find((p) => p.code === asked.code)?.value
        if (value === undefined) throw new Refusal('invalid', 'indicator-not-promised', { name: asked.name })
        if (value < asked.target) throw new Refusal('invalid', 'indicator-below-asked', { name: asked.name })
        return { ...asked, promised: value }
      }),
    }),
    { part: 'indicators', seen },
  )

/** 诚信承诺书 */
export const giveIntegrity = (ctx: Context, { tenderId }: { tenderId: string }) =>
  editProposal(ctx, tenderId, () => ({
    integrity: { at: ctx.clock.now().getTime(), by: ctx.actor.personId! },
  }))
