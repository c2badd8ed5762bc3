import { hourServices } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { KEPT, POOL } from './bank.ts'
import { mustBeInsured, mustBeInTime, mustFitTheDay } from './caps.ts'
import { accountOf, openAccountOf } from './find-account.ts'
import { findService, type ServiceFacts } from './find-service.ts'
import type { ClaimHours } from './forms.ts'
import { hourService as machine } from './machine.ts'
import { postHours } from './post-hours.ts'

export const linkTo = (id: string) => `/hours/services/${id}`
type One = { serviceId: string }

/** 接单: somebody with an account takes what a neighbour asked for; never his own. */
export const takeService = (ctx: Context, { serviceId }: One) =>
  ctx.transact(async (tx) => {
    const was = await findService(tx, serviceId)
    authorize(ctx.actor, 'hourService.take', was)
    const volunteerId = ctx.actor.personId!
    mustBeInsured(await openAccountOf(tx, volunteerId), was.task, was.servedOn)
    await move(tx, hourServices, machine, was, 'take', { volunteerId, takenAt: ctx.clock.now() })
    await notify(tx, ctx, { personId: was.askerId! }, 'hours-taken', linkTo(serviceId), { no: was.refNo })
    await record(tx, ctx, 'hourService.take', { subject: serviceId })
    return { id: serviceId }
  })

/** 去不了: whoever took it gives it back, and another may take it. */
export const giveUpService = (ctx: Context, { serviceId }: One) =>
  ctx.transact(async (tx) => {
    const was = await findService(tx, serviceId)
    authorize(ctx.actor, 'hourService.give_up', was)
    await move(tx, hourServices, machine, was, 'give_up', { volunteerId: null, takenAt: null })
    await notify(tx, ctx, { personId: was.askerId! }, 'hours-given-up', linkTo(serviceId), { no: was.refNo })
    await record(tx, ctx, 'hourService.give_up', { subject: serviceId })
    return { id: serviceId }
  })

/** What was kept for a service goes back to whoever asked for it; where his account was closed meanwhile, to the pool. */
export async function freeKept(tx: Tx, ctx: Context, { id, askerId, planned }: ServiceFacts) {
  const account = await accountOf(tx, askerId!)
  if (!account || planned === null) throw new Refusal('missing', 'hours-account-missing')
  const into = account.closedAt ? POOL : account.id
  const postings = [[KEPT, -planned] as const, [into, planned] as const]
  await postHours(tx, ctx, { kind: 'free', source: `close:${id}`, serviceId: id, postings })
}

/** 取消: whoever asked needs it no more; his hours are free again. */
export const cancelService = (ctx: Context, { serviceId }: One) =>
  ctx.transact(async (tx) => {
    const was = await findService(tx, serviceId)
    authorize(ctx.actor, 'hourService.cancel', was)
    await move(tx, hourServices, machine, was, 'cancel')
    await freeKept(tx, ctx, was)
    if (was.volunteerId)
      await notify(tx, ctx, { personId: was.volunteerId }, 'hours-cancelled', linkTo(serviceId), {
        no: was.refNo,
      })
    await record(tx, ctx, 'hourService.cancel', { subject: serviceId })
    return { id: serviceId }
  })

/** 申报时长: what it really took, never more than was kept for it; the neighbour has the other word. */
export const claimService = (ctx: Context, { serviceId, servedOn, minutes }: One & ClaimHours) =>
  ctx.transact(async (tx) => {
    const was = await findService(tx, serviceId)
    authorize(ctx.actor, 'hourService.claim', was)
    const personId = ctx.actor.personId!
    mustBeInsured(await openAccountOf(tx, personId), was.task, servedOn)
    if (minutes > was.planned!) throw new Refusal('conflict', 'hours-more-than-kept', { kept: was.planned! })
    await mustBeInTime(tx, ctx, servedOn)
    await mustFitTheDay(tx, { personId, servedOn, minutes, serviceId })
    await move(tx, hourServices, machine, was, 'claim', { servedOn, minutes, claimedAt: ctx.clock.now() })
    await notify(tx, ctx, { personId: was.askerId! }, 'hours-claimed', linkTo(serviceId), { no: was.refNo })
    await record(tx, ctx, 'hourService.claim', { subject: serviceId }, { minutes })
    return { id: serviceId }
  })
