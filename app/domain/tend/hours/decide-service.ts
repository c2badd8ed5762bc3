import { hourServices } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { ISSUED, KEPT, POOL } from './bank.ts'
import { mustFitTheDay } from './caps.ts'
import { freeKept, linkTo } from './carry-service.ts'
import { accountOf, openAccountOf } from './find-account.ts'
import { findService, type ServiceFacts } from './find-service.ts'
import { hourService as machine } from './machine.ts'
import { counterEntry, postHours } from './post-hours.ts'

type One = { serviceId: string }
type Reasoned = One & { reason: string }
const told = (tx: Tx, ctx: Context, was: ServiceFacts, how: string) =>
  notify(tx, ctx, { personId: was.volunteerId! }, how, linkTo(was.id), { no: was.refNo })

/** Where a neighbour's minutes go back to: his account, or the pool where it was closed meanwhile. */
async function backTo(tx: Tx, { askerId }: ServiceFacts) {
  const asker = askerId ? await accountOf(tx, askerId) : null
  return asker && !asker.closedAt ? asker.id : POOL
}

/** What a confirmed service books: issued for the public good, or out of what the neighbour kept for it, the rest back to him. */
async function book(tx: Tx, ctx: Context, was: ServiceFacts) {
  const mine = await openAccountOf(tx, was.volunteerId!)
  const served = was.minutes!
  const of = { source: `confirm:${was.id}`, serviceId: was.id }
  if (was.kind === 'public')
    return postHours(tx, ctx, {
      ...of,
      kind: 'earn',
      postings: [
        [ISSUED, -served],
        [mine.id, served],
      ],
    })
  const rest = was.planned! - served
  const back = await backTo(tx, was)
  const postings = [
    [KEPT, -was.planned!],
    [mine.id, served],
    [back, rest],
  ] as const
  return postHours(tx, ctx, { ...of, kind: 'spend', postings })
}

/** 双方确认: the body that hosted, or the neighbour who asked, says that it was so; only then the hours are booked. */
export const confirmService = (ctx: Context, { serviceId }: One) =>
  ctx.transact(async (tx) => {
    const was = await findService(tx, serviceId)
    authorize(ctx.actor, 'hourService.confirm', was)
    const { volunteerId: personId, servedOn, minutes } = was
    const decided = { decidedBy: ctx.actor.personId!, decidedAt: ctx.clock.now() }
    await move(tx, hourServices, machine, was, 'confirm', decided)
    await mustFitTheDay(tx, { personId: personId!, servedOn, minutes: minutes!, serviceId })
    await book(tx, ctx, was)
    await told(tx, ctx, was, 'hours-confirmed')
    await record(tx, ctx, 'hourService.confirm', { subject: serviceId }, { minutes })
    return { id: serviceId }
  })

/** 不确认: with the reason; a neighbour's kept hours are free again. */
export const declineService = (ctx: Context, { serviceId, reason }: Reasoned) =>
  ctx.transact(async (tx) => {
    const was = await findService(tx, serviceId)
    authorize(ctx.actor, 'hourService.decline', was)
    const decided = { reason, decidedBy: ctx.actor.personId!, decidedAt: ctx.clock.now() }
    await move(tx, hourServices, machine, was, 'decline', decided)
    if (was.kind === 'neighbour') await freeKept(tx, ctx, was)
    await told(tx, ctx, was, 'hours-declined')
    await record(tx, ctx, 'hourService.decline', { subject: serviceId })
    return { id: serviceId }
  })

/** 撤回申报: the volunteer takes his word back before it was answered. */
export const withdrawService = (ctx: Context, { serviceId }: One) =>
  ctx.transact(async (tx) => {
    const was = await findService(tx, serviceId)
    authorize(ctx.actor, 'hourService.withdraw', was)
    await move(tx, hourServices, machine, was, 'withdraw')
    if (was.kind === 'neighbour') await freeKept(tx, ctx, was)
    await record(tx, ctx, 'hourService.withdraw', { subject: serviceId })
    return { id: serviceId }
  })

/** 冲正: a confirmed service that was wrong is taken back by a counter-entry; nothing is wiped, and nobody who was part of it does it. */
export const counterService = (ctx: Context, { serviceId, reason }: Reasoned) =>
  ctx.transact(async (tx) => {
    const was = await findService(tx, serviceId)
    authorize(ctx.actor, 'hourService.counter', was)
    await move(tx, hourServices, machine, was, 'counter', { reason })
    // what was kept for it is long free: it goes back to whoever had asked
    const asker = await backTo(tx, was)
    await counterEntry(tx, ctx, {
      ...{ source: `confirm:${serviceId}`, memo: reason },
      backTo: (id) => (id === KEPT ? asker : id),
    })
    await told(tx, ctx, was, 'hours-countered')
    await record(tx, ctx, 'hourService.counter', { subject: serviceId }, { minutes: was.minutes })
    return { id: serviceId }
  })
