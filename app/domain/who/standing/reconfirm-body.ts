import { and, eq, inArray } from 'drizzle-orm'
import { parties } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { addDays, dateOf, endOf } from '../../dates.ts'
import type { DeskItem } from '../../desk-item.ts'
import { fixedDue } from '../../due.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { bodyBy } from '../register-standing.ts'
import { reconfirmBy } from './blocks-of.ts'

/** 年度确认: once a year its signer says that what is registered of the body still holds. */
export const reconfirmBody = (ctx: Context, { partyId }: { partyId: string }) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'party.reconfirm', { partyId })
    await bodyBy(tx, partyId, ['individual'])
    const reconfirmedOn = dateOf(ctx.clock.now())
    await tx.update(parties).set({ reconfirmedOn }).where(eq(parties.id, partyId))
    await record(tx, ctx, 'party.reconfirm', { subject: partyId }, { reconfirmedOn })
    return { partyId }
  })

/** Two months before the year is over the confirmation waits on the signer's desk. */
export async function deskOfStanding(db: Reader, { actor, clock }: Context): Promise<DeskItem[]> {
  if (actor.seat?.role !== 'org_signer') return []
  const kinds = inArray(parties.kind, ['organisation', 'enterprise', 'community_group', 'individual'])
  const [party] = await db
    .select()
    .from(parties)
    .where(and(eq(parties.id, actor.seat.partyId), kinds))
  if (!party) return []
  const today = dateOf(clock.now())
  const last = await reconfirmBy(db, party, today)
  if (addDays(last, -60) > today) return []
  const due = await fixedDue(db, 'RECONFIRM_MONTHS', { from: clock.now(), at: endOf(last) })
  const about = { matter: party.name, chapter: null, since: party.createdAt, link: '/desk/body' }
  return [{ ...about, key: 'body.reconfirm', due, kind: 'act' }]
}
