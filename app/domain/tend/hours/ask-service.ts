import { hourServices } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { parameter } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { KEPT, mustBeKept } from './bank.ts'
import { openAccountOf } from './find-account.ts'
import type { AskService } from './forms.ts'
import { mustNameNoMoney } from './no-money.ts'
import { postHours } from './post-hours.ts'

/** 约服务: a neighbour asks for help; what it will take is kept of his hours until it is done. */
export const askService = (ctx: Context, typed: AskService) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'hourService.ask', {})
    const askerId = ctx.actor.personId!
    const { minutes, ...asked } = typed
    await mustBeKept(tx)
    mustNameNoMoney(typed.words)
    const account = await openAccountOf(tx, askerId)
    const madeAt = ctx.clock.now()
    const today = dateOf(madeAt)
    if (asked.servedOn < today) throw new Refusal('invalid', 'hours-day-past')
    const most = (await parameter(tx, 'HOURS_DAY_MAX', today)).value
    if (minutes > most) throw new Refusal('conflict', 'hours-day-full', { most: most / 60 })
    const refNo = await nextRef(tx, 'YG', yearOf(today))
    const of = { refNo, kind: 'neighbour' as const, askerId, communityId: ctx.actor.communityId }
    const [made] = await tx
      .insert(hourServices)
      .values({ ...asked, ...of, planned: minutes, state: 'asked', madeAt })
      .returning({ id: hourServices.id })
    const postings = [[account.id, -minutes] as const, [KEPT, minutes] as const]
    await postHours(tx, ctx, { kind: 'keep', source: `keep:${made!.id}`, serviceId: made!.id, postings })
    await record(tx, ctx, 'hourService.ask', { subject: made!.id }, { task: asked.task, minutes })
    return made!
  })
