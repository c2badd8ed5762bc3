import { and, asc, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import { meetingFiles, meetings, needs } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { masked } from '../../masked-words.ts'
import { may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { cameOf } from './attendance.ts'
import {
  findMeeting,
  flatMeeting,
  isNoticed,
  itemsOf,
  type Meeting,
  noticesOf,
  questionsOf,
  readMeetings,
  rollOf,
} from './find-meeting.ts'
import { majorityOf, quorumOf } from './quorum.ts'
import { decidedAt } from './read-resolutions.ts'
import { womenShare } from './women-share.ts'

const most = 100

/** Meetings whose notice is out, the nearest to come first, then the newest. */
export async function listMeetings(db: Reader, communityId: string | null, now: Date) {
  const rows = await readMeetings(db)
    .where(
      and(isNotNull(meetings.noticedAt), communityId ? eq(meetings.communityId, communityId) : undefined),
    )
    .orderBy(desc(meetings.startsAt))
    .limit(most)
  const all = rows.map(flatMeeting).map(({ createdBy: _c, minutesBy: _m, ...shown }) => shown)
  const ahead = all.filter((m) => m.state === 'called' && m.startsAt > now).reverse()
  const waiting = all.filter((m) => m.state === 'called' && m.startsAt <= now)
  return { ahead, past: [...waiting, ...all.filter((m) => m.state !== 'called')] }
}

/** Papers everybody may read once the minutes are out. */
export const papersOf = (db: Reader, meetingId: string) =>
  db
    .select({
      id: meetingFiles.id,
      name: meetingFiles.name,
      size: meetingFiles.size,
      open: meetingFiles.open,
    })
    .from(meetingFiles)
    .where(eq(meetingFiles.meetingId, meetingId))
    .orderBy(asc(meetingFiles.createdAt))

/** What quorum and majority come to for this body, in heads. */
export const measuresOf = (m: Meeting) => ({
  quorum: m.size === null ? null : quorumOf(m.rule, m.size),
  majority:
    m.size === null || m.present === null ? null : majorityOf(m.rule, { present: m.present, size: m.size }),
})

async function agendaOf(db: Reader, meetingId: string) {
  const items = await itemsOf(db, meetingId)
  const ids = items.flatMap((i) => (i.needId ? [i.needId] : []))
  const linked = ids.length
    ? await db.select({ id: needs.id, title: needs.title }).from(needs).where(inArray(needs.id, ids))
    : []
  return items.map((i) => ({ ...i, need: linked.find((n) => n.id === i.needId) ?? null }))
}

/** The meeting that this one repeats, and the one that repeats it. */
async function repeatsOf(db: Reader, m: Meeting) {
  const [next] = await db
    .select({ id: meetings.id, startsAt: meetings.startsAt })
    .from(meetings)
    .where(and(eq(meetings.againOf, m.id), isNotNull(meetings.noticedAt)))
    .orderBy(desc(meetings.startsAt))
  const [first] = m.againOf
    ? await db
        .select({ id: meetings.id, startsAt: meetings.startsAt })
        .from(meetings)
        .where(eq(meetings.id, m.againOf))
    : []
  return { next: next ?? null, first: first ?? null }
}

/** A meeting as everybody may read it: minutes, votes and answers only once they are published. */
export async function readMeeting(ctx: Context, id: string) {
  const m = await findMeeting(ctx.db, id)
  if (!isNoticed(m)) throw new Refusal('missing', 'meeting')
  const { createdBy: _c, minutesBy: _m, minutes, ...shown } = m
  const out = m.publishedAt !== null
  const roll = await rollOf(ctx.db, id)
  const now = ctx.clock.now()
  return {
    meeting: { ...shown, minutes: out ? minutes : null },
    ...measuresOf(m),
    ...(await repeatsOf(ctx.db, m)),
    items: await agendaOf(ctx.db, id),
    notices: await noticesOf(ctx.db, id),
    members: roll.map(({ name, sector, woman }) => ({ name, sector, woman })),
    women: roll.filter((r) => r.woman).length,
    womenLeast: womenShare(m.rule, roll),
    came: m.present === null ? null : cameOf(m, roll),
    resolutions: out ? await decidedAt(ctx.db, id) : [],
    questions: out
      ? (await questionsOf(ctx.db, id)).flatMap(({ shown: words, answer }) =>
          answer ? [{ words: masked(words), answer: masked(answer) }] : [],
        )
      : [],
    asked: (await questionsOf(ctx.db, id)).length,
    papers: out ? (await papersOf(ctx.db, id)).filter((p) => p.open) : [],
    asksUntil: m.state === 'called' && m.startsAt > now ? m.startsAt : null,
    begun: m.startsAt <= now,
  }
}

/** Whether this person may ask before the meeting. */
export async function readAsking(ctx: Context, id: string) {
  const page = await readMeeting(ctx, id)
  const { personId } = ctx.actor
  const asks = !page.asksUntil
    ? ('closed' as const)
    : !personId
      ? ('sign-in' as const)
      : may(ctx.actor, 'meeting.ask', page.meeting)
        ? ('may' as const)
        : ('elsewhere' as const)
  const mine = personId ? (await questionsOf(ctx.db, id)).filter((q) => q.personId === personId) : []
  return {
    meeting: { id, title: page.meeting.title, communityName: page.meeting.communityName },
    asksUntil: page.asksUntil,
    asks,
    mine: mine.map(({ id: key, words, askedAt }) => ({ key, words, askedAt })),
  }
}
