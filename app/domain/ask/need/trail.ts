import { and, asc, inArray } from 'drizzle-orm'
import { journal, needs } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { TrailEntry } from '../../trail-entry.ts'

const told = [
  'need.publish',
  'need.accept',
  'need.return',
  'need.redirect',
  'need.refuse',
  'need.merge',
  'need.absorb',
  'need.split',
  'need.part',
  'need.withdraw',
  'need.shortlist',
  'need.select',
  'need.pass_over',
  'need.unlist',
  'need.purchase',
  'need.deliver',
  'need.resume',
]
const text = (value: unknown) => (typeof value === 'string' && value ? value : null)

/** Every public step of needs, as the journal has it: a need returned and posted again shows both. */
export async function trailOfNeed(db: Reader, needIds: readonly string[]): Promise<TrailEntry[]> {
  if (needIds.length === 0) return []
  const ids = [...needIds]
  const named = await db
    .select({ id: needs.id, title: needs.title, refNo: needs.refNo })
    .from(needs)
    .where(inArray(needs.id, ids))
  const steps = await db
    .select()
    .from(journal)
    .where(and(inArray(journal.subject, ids), inArray(journal.action, told)))
    .orderBy(asc(journal.at))
  return steps.map((step) => {
    const about = named.find((n) => n.id === step.subject)
    return {
      at: step.at,
      chapter: 'ask',
      key: step.action,
      params: { title: about?.title ?? '', to: text(step.detail?.redirectTo) ?? '' },
      words: text(step.detail?.reason),
      byPartyId: step.partyId,
      byRole: step.role,
      paper: about ? { label: about.refNo, href: `/needs/${about.id}` } : null,
    }
  })
}
