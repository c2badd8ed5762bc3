import { and, eq, inArray } from 'drizzle-orm'
import { assessments, assessors, contracts } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import type { DeskItem } from '../../../desk-item.ts'
import { may } from '../../../policy/index.ts'
import { findAssessment } from './find-assessment.ts'
import { toRedraw } from './redraw-assessors.ts'

const item = (
  matter: string,
  since: Date,
  more: Pick<DeskItem, 'key' | 'link' | 'kind' | 'params'>,
): DeskItem => ({
  ...{ matter, since, chapter: 'deliver', due: null },
  ...more,
})

/** To declare or to score, by the person himself. */
async function ofAssessor(db: Reader, personId: string): Promise<DeskItem[]> {
  const rows = await db
    .select({ id: assessments.id, state: assessors.state, at: assessments.openedAt, title: contracts.title })
    .from(assessors)
    .innerJoin(assessments, eq(assessments.id, assessors.assessmentId))
    .innerJoin(contracts, eq(contracts.id, assessments.contractId))
    .where(
      and(
        eq(assessors.personId, personId),
        eq(assessments.state, 'opened'),
        inArray(assessors.state, ['drawn', 'clear']),
      ),
    )
  return rows.map(({ id, state, at, title }) =>
    item(title, at, {
      key: state === 'drawn' ? 'assessor.declare' : 'assessor.score',
      link: `/panel/assessments/${id}`,
      kind: 'act',
    }),
  )
}

/** To make public once all have scored; until then it waits. */
async function ofCentre(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const open = await db
    .select({ id: assessments.id })
    .from(assessments)
    .where(eq(assessments.state, 'opened'))
  const items: DeskItem[] = []
  for (const { id } of open) {
    const a = await findAssessment(db, id)
    if (!may(ctx.actor, 'assessment.publish', a.contract)) continue
    const n = a.seats.filter((s) => s.state === 'drawn' || s.state === 'clear').length
    const link = `/desk/assessments/${id}`
    if ((await toRedraw(db, ctx, a)).places > 0) {
      items.push(item(a.contract.title, a.openedAt, { key: 'assessor.replace', link, kind: 'act' }))
      continue
    }
    items.push(
      item(
        a.contract.title,
        a.openedAt,
        n > 0
          ? { key: 'assessment.wait', link, kind: 'wait', params: { n } }
          : { key: 'assessment.publish', link, kind: 'act' },
      ),
    )
  }
  return items
}

/** Evaluations to declare on, to score, to make public. */
export async function deskOfAssessment(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const { personId, seat } = ctx.actor
  if (!personId || !seat) return []
  if (seat.role === 'expert') return ofAssessor(db, personId)
  return seat.role === 'centre_officer' ? ofCentre(db, ctx) : []
}
