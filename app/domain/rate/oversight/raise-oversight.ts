import { and, eq, inArray } from 'drizzle-orm'
import { oversights, parties } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, endOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { deadlineOf } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { kinOfCommittee, watchedBy } from './find-oversight.ts'
import type { Matter } from './matter.ts'
import { type MatterKind, matterOf } from './matters.ts'

type Raise = { matter: MatterKind; matterId: string; words: string }

/** Who rules on an objection: the street; the district where the street itself bought. */
async function rulerOf(tx: Tx, streetId: string, { buyerId }: Matter) {
  if (buyerId !== streetId) return streetId
  const [district] = await tx
    .select({ id: parties.id })
    .from(parties)
    .where(eq(parties.kind, 'district_office'))
  return district?.id ?? streetId
}

async function checkNotOpen(tx: Tx, { matter, matterId }: Raise) {
  const open = and(
    eq(oversights.matter, matter),
    eq(oversights.matterId, matterId),
    inArray(oversights.state, ['raised', 'answered', 'escalated']),
  )
  if ((await tx.$count(oversights, open)) > 0) throw new Refusal('conflict', 'oversight-already-open')
}

/** 提出异议: to one decision, contract or payment of its community; the committee answers within its days. */
export const raiseOversight = (ctx: Context, input: Raise) =>
  ctx.transact(async (tx) => {
    const watched = await watchedBy(tx, ctx.actor)
    const { committeeId, communityId, streetId } = watched ?? {
      committeeId: '',
      communityId: '',
      streetId: '',
    }
    const kin = await kinOfCommittee(tx, ctx, committeeId)
    authorize(ctx.actor, 'oversight.raise', { committeeId, streetId, rulerId: streetId, kinOfCommittee: kin })
    const found = await matterOf(tx, communityId, input.matter, input.matterId)
    if (!found) throw new Refusal('missing', 'oversight-not-here')
    await checkNotOpen(tx, input)
    const now = ctx.clock.now()
    const refNo = await nextRef(tx, 'YY', yearOf(dateOf(now)))
    const [made] = await tx
      .insert(oversights)
      .values({
        ...{ ...input, refNo, committeeId, communityId, streetId, matterTitle: found.title },
        ...{ rulerId: await rulerOf(tx, streetId, found), state: 'raised' },
        ...{ raisedBy: ctx.actor.personId!, raisedAt: now },
        answerDueAt: endOf(await deadlineOf(tx, ctx.calendar, 'OVERSIGHT_ANSWER', dateOf(now))),
      })
      .returning({ id: oversights.id })
    const to = { role: 'committee_director' as const, partyId: committeeId }
    await notify(tx, ctx, to, 'oversight-raised', `/desk/oversight/${made!.id}`, { title: found.title })
    await record(tx, ctx, 'oversight.raise', { subject: made!.id }, { refNo, matter: input.matter })
    return { id: made!.id }
  })
