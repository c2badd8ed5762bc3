import { and, desc, eq, inArray } from 'drizzle-orm'
import { careVisits, contracts, diaryEntries, hourServices, orders } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findService } from './find-service.ts'

/** Services of a day on which the volunteer also wrote a paid diary. */
const besideDiaries = (db: Reader) =>
  db
    .select({ service: hourServices, paid: diaryEntries.minutes, title: contracts.title })
    .from(hourServices)
    .innerJoin(
      diaryEntries,
      and(
        eq(diaryEntries.recordedBy, hourServices.volunteerId),
        eq(diaryEntries.heldOn, hourServices.servedOn),
      ),
    )
    .innerJoin(contracts, eq(contracts.id, diaryEntries.contractId))
    .where(inArray(hourServices.state, ['claimed', 'confirmed']))
    .orderBy(desc(hourServices.servedOn))

/** Services of a day on which the volunteer also came to somebody as a paid aide. */
const besideVisits = (db: Reader) =>
  db
    .select({ service: hourServices, paid: careVisits.held, title: orders.refNo })
    .from(hourServices)
    .innerJoin(careVisits, eq(careVisits.aideId, hourServices.volunteerId))
    .innerJoin(orders, and(eq(orders.id, careVisits.orderId), eq(orders.doneOn, hourServices.servedOn)))
    .where(inArray(hourServices.state, ['claimed', 'confirmed']))
    .orderBy(desc(hourServices.servedOn))

/** 重复申报线索: hours that were claimed for a day that was also paid, one row a service, the unlooked-at first. */
export async function doubleClaims(db: Reader) {
  const rows = [...(await besideDiaries(db)), ...(await besideVisits(db))]
  const first = rows.filter((row, at) => rows.findIndex((r) => r.service.id === row.service.id) === at)
  return first
    .map(({ service, title }) => ({ service, title }))
    .toSorted((a, b) => Number(a.service.auditedAt !== null) - Number(b.service.auditedAt !== null))
}

/** 核查结论: whoever audits writes what he found; what was wrong is taken back by the bank's counter-entry. */
export const auditService = (ctx: Context, { serviceId, words }: { serviceId: string; words: string }) =>
  ctx.transact(async (tx) => {
    const was = await findService(tx, serviceId)
    authorize(ctx.actor, 'hourService.audit', was)
    if (was.auditedAt) throw new Refusal('conflict', 'hours-audited-already')
    const found = { auditedBy: ctx.actor.personId!, auditedAt: ctx.clock.now(), auditWords: words }
    await tx.update(hourServices).set(found).where(eq(hourServices.id, serviceId))
    await record(tx, ctx, 'hourService.audit', { subject: serviceId })
    return { id: serviceId }
  })
