import { and, eq, isNull, lte, or } from 'drizzle-orm'
import { acceptances, milestones, rectifications } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import type { DeskItem } from '../../desk-item.ts'
import { findAcceptance } from './find-acceptance.ts'
import { mayReopen } from './reopen-acceptance.ts'

/** Results that a bad rating left unmended puts in question, while they may still be taken back. */
export async function toReopen(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const unsettled = or(
    eq(rectifications.state, 'reopened'),
    and(eq(rectifications.state, 'opened'), lte(rectifications.dueAt, ctx.clock.now())),
  )
  const rows = await db
    .selectDistinct({ id: acceptances.id })
    .from(acceptances)
    .innerJoin(milestones, eq(milestones.id, acceptances.milestoneId))
    .innerJoin(rectifications, eq(rectifications.contractId, milestones.contractId))
    .where(and(unsettled, eq(acceptances.met, 1), isNull(acceptances.reopenedAt)))
  const items: DeskItem[] = []
  for (const { id } of rows) {
    const a = await findAcceptance(db, id)
    if (!(await mayReopen(ctx, a))) continue
    items.push({
      key: 'acceptance.reopen',
      params: { title: a.milestone.title },
      matter: a.milestone.contract.title,
      chapter: 'deliver',
      due: null,
      since: a.publishedAt!,
      link: `/desk/acceptances/${id}`,
      kind: 'act',
    })
  }
  return items
}
