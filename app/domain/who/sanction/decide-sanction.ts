import type { z } from 'zod'
import { sanctions } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { addDays, addMonths, dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findSanction, forceOf, type SanctionFacts } from './find-sanction.ts'
import type { decideSanctionForm, dismissSanctionForm, liftSanctionForm } from './forms.ts'
import { sanction as machine } from './machine.ts'

type Of<Form extends z.ZodType> = z.output<Form> & { sanctionId: string }
const toBody = (was: SanctionFacts) => ({ role: 'org_signer' as const, partyId: was.partyId })

/** 作出决定: after the body was heard or its time is over; one to three years from today (政府采购法 第七十七条). */
export const decideSanction = (
  ctx: Context,
  { sanctionId, years, decision }: Of<typeof decideSanctionForm>,
) =>
  ctx.transact(async (tx) => {
    const was = await findSanction(tx, sanctionId)
    authorize(ctx.actor, 'sanction.decide', was)
    if (years < 1 || years > 3) throw new Refusal('invalid', 'sanction-years')
    machine.next(was.state, 'decide')
    const now = ctx.clock.now()
    if (!was.defence && now < was.defenceEndsAt!) throw new Refusal('conflict', 'defence-runs')
    const from = dateOf(now)
    const to = addDays(addMonths(from, 12 * years), -1)
    const said = { decidedBy: ctx.actor.personId, decidedAt: now, decision, from, to }
    await move(tx, sanctions, machine, was, 'decide', said)
    await notify(tx, ctx, toBody(was), 'sanction-decided', `/sanctions/${was.id}`, { no: was.refNo })
    await record(tx, ctx, 'sanction.decide', { subject: was.id }, { refNo: was.refNo, from, to })
    return { id: was.id }
  })

/** 不予处罚 */
export const dismissSanction = (ctx: Context, { sanctionId, decision }: Of<typeof dismissSanctionForm>) =>
  ctx.transact(async (tx) => {
    const was = await findSanction(tx, sanctionId)
    authorize(ctx.actor, 'sanction.dismiss', was)
    const said = { decidedBy: ctx.actor.personId, decidedAt: ctx.clock.now(), decision }
    await move(tx, sanctions, machine, was, 'dismiss', said)
    if (was.servedAt)
      await notify(tx, ctx, toBody(was), 'sanction-dismissed', `/sanctions/${was.id}`, { no: was.refNo })
    await record(tx, ctx, 'sanction.dismiss', { subject: was.id }, { refNo: was.refNo })
    return { id: was.id }
  })

/** 提前解除, from today on, by another person than decided it. */
export const liftSanction = (ctx: Context, { sanctionId, ground }: Of<typeof liftSanctionForm>) =>
  ctx.transact(async (tx) => {
    const was = await findSanction(tx, sanctionId)
    authorize(ctx.actor, 'sanction.lift', was)
    const today = dateOf(ctx.clock.now())
    machine.next(was.state, 'lift')
    if (forceOf(was, today) !== 'in_force') throw new Refusal('conflict', 'sanction-not-in-force')
    const lifted = { liftedBy: ctx.actor.personId, liftedOn: today, liftGround: ground }
    await move(tx, sanctions, machine, was, 'lift', lifted)
    await notify(tx, ctx, toBody(was), 'sanction-lifted', `/sanctions/${was.id}`, { no: was.refNo })
    await record(tx, ctx, 'sanction.lift', { subject: was.id }, { refNo: was.refNo })
    return { id: was.id }
  })
