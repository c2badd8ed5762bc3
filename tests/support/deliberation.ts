import { eq } from 'drizzle-orm'
import { hallTopics, meetingMembers, meetings } from '#db/schema/index.ts'
import { callMeeting } from '#domain/ask/deliberation/call-meeting.ts'
import { draftMeeting } from '#domain/ask/deliberation/draft-meeting.ts'
import { holdMeeting } from '#domain/ask/deliberation/hold-meeting.ts'
import { installRules } from '#domain/ask/deliberation/install-rules.ts'
import { openBody, setMembers, setSize } from '#domain/ask/deliberation/keep-body.ts'
import { markAttendance } from '#domain/ask/deliberation/mark-attendance.ts'
import type { DraftMeeting } from '#domain/ask/deliberation/meeting-forms.ts'
import type { Town } from './world.ts'

const families = '王李张刘陈杨黄赵吴周徐孙马朱胡'
export const roll = (n: number) =>
  Array.from({ length: n }, (_, i) => ({
    name: `${families[i % families.length]}${i % 2 ? '女士' : '先生'}`,
    sector: `第${i + 1}居民小组`,
    woman: i % 2 === 1,
  }))

/** A body of C1 under one kind of rule, with so many on its roll; the council of nine by default. */
export async function aBody(town: Town, ruleCode = 'residents_council', n = 9) {
  await town.transact((tx) => installRules(tx, town.clock.now()))
  const { id } = await openBody(town.as('clerk'), { ruleCode, name: '青石议事会' })
  const clerk = town.as('clerk')
  if (ruleCode === 'residents_meeting') await setSize(clerk, { bodyId: id, size: n, sizeSource: '户籍台账' })
  else await setMembers(clerk, { bodyId: id, members: roll(n) })
  return id
}

/** What a clerk writes of a meeting on Monday 9 March at seven in the evening. */
export const words = (bodyId: string, more: Partial<DraftMeeting> = {}): DraftMeeting => ({
  bodyId,
  title: '楼道微更新怎么分摊',
  startsAt: new Date('2026-03-09T19:00:00+08:00'),
  place: '社区活动室二楼',
  chair: '王主任',
  topicIds: [],
  needIds: [],
  lines: ['管护公约试行一年'],
  ...more,
})

export async function draftedMeeting(
  town: Town,
  { ruleCode, n, ...more }: Partial<DraftMeeting> & { ruleCode?: string; n?: number } = {},
) {
  const { id } = await draftMeeting(town.as('clerk'), words(await aBody(town, ruleCode, n), more))
  return id
}
export async function calledMeeting(town: Town, more: Parameters<typeof draftedMeeting>[1] = {}) {
  const id = await draftedMeeting(town, more)
  await callMeeting(town.as('director'), { meetingId: id })
  return id
}
export const evening = new Date('2026-03-09T20:00:00+08:00')
export const membersAt = (town: Town, meetingId: string) =>
  town.db
    .select()
    .from(meetingMembers)
    .where(eq(meetingMembers.meetingId, meetingId))
    .orderBy(meetingMembers.ordinal)

/** A meeting to which so many of nine came; the clock stands that evening. */
export async function heldMeeting(town: Town, present = 7, more: Parameters<typeof draftedMeeting>[1] = {}) {
  const meetingId = await calledMeeting(town, more)
  town.clock.set(evening)
  const ids = (await membersAt(town, meetingId)).map((m) => m.id)
  await markAttendance(town.as('clerk'), {
    meetingId,
    source: 'paper',
    present: ids.slice(0, present),
    remote: [],
  })
  await holdMeeting(town.as('clerk'), { meetingId })
  return meetingId
}
export const meetingRow = async (town: Town, id: string) =>
  (await town.db.select().from(meetings).where(eq(meetings.id, id)))[0]!
export const topicRow = async (town: Town, id: string) =>
  (await town.db.select().from(hallTopics).where(eq(hallTopics.id, id)))[0]!
