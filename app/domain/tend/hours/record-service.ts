import { eq } from 'drizzle-orm'
import { hourServices, parties } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Role } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { mustBeKept } from './bank.ts'
import { mustBeInsured, mustBeInTime, mustFitTheDay, mustNotBePaid } from './caps.ts'
import { openAccountOf } from './find-account.ts'
import type { RecordService } from './forms.ts'
import { mustNameNoMoney } from './no-money.ts'

/** Kinds of bodies that host volunteers, and who there says that the hours were served. */
export const hostSeats: Partial<Record<string, Role>> = {
  committee: 'committee_clerk',
  station: 'station_clerk',
  organisation: 'org_editor',
}

async function findHost(tx: Tx, hostId: string) {
  const [host] = await tx.select().from(parties).where(eq(parties.id, hostId))
  const role = host && hostSeats[host.kind]
  if (!host || !role) throw new Refusal('missing', 'hours-host-missing')
  return { ...host, role }
}

/** 记录服务: the volunteer says what he did for a body and for how long; nothing is booked before the body says so too. */
export const recordService = (ctx: Context, typed: RecordService) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'hourService.record', {})
    const volunteerId = ctx.actor.personId!
    const { servedOn, minutes, task, hostId, words } = typed
    await mustBeKept(tx)
    mustNameNoMoney(words)
    mustBeInsured(await openAccountOf(tx, volunteerId), task, servedOn)
    const host = await findHost(tx, hostId)
    await mustBeInTime(tx, ctx, servedOn)
    await mustFitTheDay(tx, { personId: volunteerId, servedOn, minutes })
    await mustNotBePaid(tx, volunteerId, hostId, servedOn)
    const madeAt = ctx.clock.now()
    const refNo = await nextRef(tx, 'YG', yearOf(dateOf(madeAt)))
    const state = { state: 'claimed' as const, madeAt, claimedAt: madeAt, communityId: ctx.actor.communityId }
    const [made] = await tx
      .insert(hourServices)
      .values({ ...typed, ...state, refNo, kind: 'public', volunteerId })
      .returning({ id: hourServices.id })
    const to = { role: host.role, partyId: hostId }
    await notify(tx, ctx, to, 'hours-claimed', `/hours/services/${made!.id}`, { no: refNo })
    await record(tx, ctx, 'hourService.record', { subject: made!.id }, { task, minutes })
    return made!
  })
