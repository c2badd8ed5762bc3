import { and, eq, lte } from 'drizzle-orm'
import { contracts } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { addDays, dateOf, startOf } from '../../dates.ts'
import type { DeskItem } from '../../desk-item.ts'
import { parameter } from '../../parameters.ts'
import { servedBy } from './served.ts'

const DAY = 86_400_000
type Contract = typeof contracts.$inferSelect
/** The contracts this body is carrying out today. */
async function runningOf(db: Reader, partyId: string, today: string): Promise<Contract[]> {
  const begun = await db
    .select()
    .from(contracts)
    .where(
      and(eq(contracts.supplierId, partyId), eq(contracts.state, 'published'), lte(contracts.from, today)),
    )
  return begun.filter((c) => c.to >= today)
}

const silentSince = (c: Contract, last: string, today: string): DeskItem => ({
  key: 'diary.record',
  params: { n: Math.round((startOf(today).getTime() - startOf(last).getTime()) / DAY) },
  matter: c.title,
  chapter: 'deliver',
  due: null,
  since: startOf(last),
  link: `/work/${c.id}/diary/new`,
  kind: 'act',
})

/** Running contracts whose diary has been silent too long. */
export async function deskOfDiary(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const { seat } = ctx.actor
  if (seat?.role !== 'social_worker' && seat?.role !== 'org_editor') return []
  const today = dateOf(ctx.clock.now())
  const silent = (await parameter(db, 'DIARY_SILENT', today)).value
  const running = await runningOf(db, seat.partyId, today)
  const items = running.map(async (c): Promise<DeskItem[]> => {
    const last = (await servedBy(db, c.id)).lastOn ?? c.from
    return addDays(last, silent) <= today ? [silentSince(c, last, today)] : []
  })
  return (await Promise.all(items)).flat()
}
