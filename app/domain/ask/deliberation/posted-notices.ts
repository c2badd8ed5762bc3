import { desc, eq } from 'drizzle-orm'
import { meetingNotices, meetings, places } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

/** Every notice of a meeting as it was posted: its call, its new day, its cancelling. */
export async function postedNotices(db: Reader, most: number) {
  const rows = await db
    .select({
      key: meetingNotices.id,
      id: meetings.id,
      title: meetings.title,
      place: places.name,
      at: meetingNotices.at,
      until: meetingNotices.startsAt,
      kind: meetingNotices.kind,
    })
    .from(meetingNotices)
    .innerJoin(meetings, eq(meetings.id, meetingNotices.meetingId))
    .innerJoin(places, eq(places.id, meetings.communityId))
    .orderBy(desc(meetingNotices.at), desc(meetingNotices.id))
    .limit(most)
  return rows.map(({ key, id, title, place, at, until, kind }) => ({
    key: `m${key}`,
    kind: 'meeting' as const,
    title: `${place} · ${title}`,
    at,
    until: kind === 'cancel' ? null : until,
    link: `/meetings/${id}`,
  }))
}
