import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { masked } from '../../masked-words.ts'
import { authorize, may } from '../../policy/index.ts'
import { findService, namesOf, type ServiceFacts } from './find-service.ts'
import { hourService as machine } from './machine.ts'

/** What this reader may do with a service now. */
function actsOf(ctx: Context, was: ServiceFacts) {
  const open = new Set<string>(machine.open(was.state))
  const can = (
    act: 'take' | 'give_up' | 'cancel' | 'claim' | 'withdraw' | 'confirm' | 'decline' | 'counter',
  ) => open.has(act) && may(ctx.actor, `hourService.${act}`, was)
  return {
    take: can('take'),
    giveUp: can('give_up'),
    cancel: can('cancel'),
    claim: can('claim'),
    withdraw: can('withdraw'),
    confirm: can('confirm'),
    decline: can('decline'),
    counter: can('counter'),
    audit:
      (was.state === 'claimed' || was.state === 'confirmed') &&
      !was.auditedAt &&
      may(ctx.actor, 'hourService.audit', was),
  }
}

/** One service: while it is only asked for, to whoever may take it and without a name; afterwards to its sides, the bank and its auditors. */
export async function servicePage(ctx: Context, id: string) {
  const was = await findService(ctx.db, id)
  authorize(ctx.actor, 'hourService.read', was)
  const names = await namesOf(ctx.db, [was.askerId, was.volunteerId])
  const isOwn = was.askerId === ctx.actor.personId
  const sides = isOwn || was.state !== 'asked'
  return {
    service: {
      ...{ id, refNo: was.refNo, kind: was.kind, task: was.task, state: was.state },
      words: sides ? was.words : masked(was.words),
      ...{ on: was.servedOn, planned: was.planned, minutes: was.minutes, reason: was.reason },
      ...{ auditWords: was.auditWords, auditedAt: was.auditedAt, decidedAt: was.decidedAt },
    },
    host: was.host?.name ?? null,
    asker: was.askerId && (was.state !== 'asked' || isOwn) ? (names.get(was.askerId) ?? null) : null,
    volunteer: was.volunteerId ? (names.get(was.volunteerId) ?? null) : null,
    today: dateOf(ctx.clock.now()),
    acts: actsOf(ctx, was),
  }
}
