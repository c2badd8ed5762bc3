import { and, eq } from 'drizzle-orm'
import { hourServices } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import type { DeskItem } from '../../desk-item.ts'
import { dueOf } from '../../due.ts'
import { may } from '../../policy/index.ts'
import { doubleClaims } from './double-claims.ts'
import { findService } from './find-service.ts'

const link = (id: string) => `/hours/services/${id}`

/** Hours that wait for the other side's word: at the body that hosted, or with the neighbour who asked. */
async function toConfirm(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const s = hourServices
  const mine = ctx.actor.seat ? eq(s.hostId, ctx.actor.seat.partyId) : eq(s.askerId, ctx.actor.personId!)
  const rows = await db
    .select()
    .from(s)
    .where(and(eq(s.state, 'claimed'), mine))
  const items: DeskItem[] = []
  for (const { id, refNo, claimedAt } of rows) {
    if (!may(ctx.actor, 'hourService.confirm', await findService(db, id))) continue
    const due = await dueOf(db, ctx, 'HOURS_CONFIRM', dateOf(claimedAt!))
    const of = { matter: refNo, since: claimedAt!, link: link(id), due, chapter: null }
    items.push({ key: 'hourService.confirm', kind: 'act', ...of })
  }
  return items
}

/** Hours of a day that was also paid, which nobody has looked at. */
async function toAudit(db: Reader, ctx: Context): Promise<DeskItem[]> {
  if (ctx.actor.seat?.role !== 'centre_auditor') return []
  const waiting = (await doubleClaims(db)).filter(({ service }) => service.auditedAt === null)
  return waiting.map(({ service: { id, refNo, madeAt } }) => ({
    ...{ key: 'hourService.audit', matter: refNo, since: madeAt, link: link(id) },
    ...{ due: null, chapter: null, kind: 'act' as const },
  }))
}

/** What of the bank of hours waits for whoever acts. */
export const deskOfHours = async (db: Reader, ctx: Context): Promise<DeskItem[]> =>
  ctx.actor.personId ? [...(await toConfirm(db, ctx)), ...(await toAudit(db, ctx))] : []
