import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import { meetingItems, meetingResolutions, meetings } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { TrailEntry } from '../../trail-entry.ts'

type Row = { meeting: typeof meetings.$inferSelect; itemId: string }
type Resolution = typeof meetingResolutions.$inferSelect

const entryOf = (m: Row['meeting'], at: Date, key: string, more: Partial<TrailEntry> = {}): TrailEntry => ({
  at,
  chapter: 'ask',
  key: `meeting.${key}`,
  params: { title: m.title, ...more.params },
  byPartyId: m.committeeId,
  byRole: 'committee_director',
  paper: { label: m.refNo, href: `/meetings/${m.id}` },
  words: more.words ?? null,
})

function told({ meeting: m, itemId }: Row, resolutions: readonly Resolution[]): TrailEntry[] {
  const entries = [entryOf(m, m.noticedAt!, 'call')]
  const counts = { n: m.present ?? 0, size: m.size ?? 0 }
  if (m.heldAt)
    entries.push(entryOf(m, m.heldAt, m.state === 'no_quorum' ? 'fall_short' : 'hold', { params: counts }))
  if (m.publishedAt && m.state !== 'no_quorum')
    for (const r of resolutions.filter((one) => one.itemId === itemId)) {
      const votes = { yes: r.inFavour, no: r.against, none: r.abstained }
      entries.push(
        entryOf(m, m.publishedAt, r.passed ? 'passed' : 'rejected', { params: votes, words: r.words }),
      )
    }
  if (m.reportedAt) entries.push(entryOf(m, m.reportedAt, 'report', { words: m.report }))
  return entries
}

/** What was talked through and resolved about needs: each meeting with its need on the agenda. */
export async function trailOfDeliberation(db: Reader, needIds: readonly string[]): Promise<TrailEntry[]> {
  if (needIds.length === 0) return []
  const rows = await db
    .select({ meeting: meetings, itemId: meetingItems.id })
    .from(meetingItems)
    .innerJoin(meetings, eq(meetings.id, meetingItems.meetingId))
    .where(and(inArray(meetingItems.needId, [...needIds]), isNotNull(meetings.noticedAt)))
  if (rows.length === 0) return []
  const ids = rows.map((r) => r.itemId)
  const found = await db.select().from(meetingResolutions).where(inArray(meetingResolutions.itemId, ids))
  return rows.flatMap((row) => told(row, found))
}
