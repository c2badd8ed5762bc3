import { and, eq, lte } from 'drizzle-orm'
import { contracts } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { addDays, dateOf, startOf } from '../../dates.ts'
import type { DeskItem } from '../../desk-item.ts'
import { parameter } from '../../parameters.ts'
import { servedBy } from './served.ts'

/** Running contracts whose diary has been silent too long. */
export async function deskOfDiary(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const { seat } = ctx.actor
  if (seat?.role !== 'social_worker' && seat?.role !== 'org_editor') return []
  const today = dateOf(ctx.clock.now())
  const silent = (await parameter(db, 'DIARY_SILENT', today)).value
  const running = await db
    .select()
    .from(contracts)
    .where(
      and(
        eq(contracts.supplierId, seat.partyId),
        eq(contracts.state, 'published'),
        lte(contracts.from, today),
      ),
    )
  const items = running
    .filter((c) => c.to >= today)
    .map(async (c): Promise<DeskItem[]> => {
      const last = (await servedBy(db, c.id)).lastOn ?? c.from
      const waits = addDays(last, silent) <= today
      const link = `/work/${c.id}/diary/new`
      return waits
        ? [
            {
              key: 'diary.record',
              params: { n: silent },
              matter: c.title,
              chapter: 'deliver',
              due: null,
              since: startOf(last),
              link,
              kind: 'act',
            },
          ]
        : []
    })
  return (await Promise.all(items)).flat()
}
