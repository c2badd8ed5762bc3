import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { hallTopics, meetingResolutions, meetingRules, meetings, rounds } from '#db/schema/index.ts'
import { proposeTopic, raiseTopic } from '#domain/ask/deliberation/propose-topic.ts'
import { readMeeting } from '#domain/ask/deliberation/read-meeting.ts'
import { recordResolution, writeMinutes } from '#domain/ask/deliberation/record-resolution.ts'
import { resolveMeeting } from '#domain/ask/deliberation/resolve-meeting.ts'
import { changeRound, draftRound } from '#domain/ask/vote/draft-round.ts'
import { readDraftPage } from '#domain/ask/vote/read-draft.ts'
import { readRound } from '#domain/ask/vote/read-round.ts'
import { roundForm } from '#domain/ask/vote/round-form.ts'
import { sealRound } from '#domain/ask/vote/seal-round.ts'
import { track } from '#domain/open/track.ts'
import { heldMeeting, meetingRow } from '#tests/support/deliberation.ts'
import { refused } from '#tests/support/round-votes.ts'
import { acceptedNeeds, draftedRound, roundInput } from '#tests/support/vote.ts'
import { type Town, world } from '#tests/support/world.ts'

/** A meeting of seven of nine that voted so; its minutes are written, not out. */
async function voted(town: Town, inFavour: number) {
  const meetingId = await heldMeeting(town, 7)
  const [item] = (await readMeeting(town.as(null), meetingId)).items
  await recordResolution(town.as('clerk'), {
    ...{ meetingId, itemId: item!.id, words: '楼道微更新付诸居民票决' },
    ...{ inFavour, against: 7 - inFavour, abstained: 0 },
  })
  const [resolution] = await town.db
    .select()
    .from(meetingResolutions)
    .where(eq(meetingResolutions.meetingId, meetingId))
  await writeMinutes(town.as('clerk'), { meetingId, minutes: '到会七人，逐项表决，结果如下，全体签字。' })
  return { meetingId, resolutionId: resolution!.id }
}

test('a vote rests on a resolution that was passed and published here; each page leads to the other, and it is sealed', async () => {
  const town = await world()
  const { meetingId, resolutionId } = await voted(town, 6)
  const needIds = await acceptedNeeds(town, [90_000, 70_000])
  const input = roundInput(needIds, { resolutionId, opensOn: '2026-04-10', closesOn: '2026-04-12' })
  const draft = (more: Partial<typeof input> = {}) => draftRound(town.as('clerk'), { ...input, ...more })
  expect(await refused(draft())).toBe('minutes-not-out')
  expect((await readDraftPage(town.as('clerk'), null)).grounds).toEqual([])
  await resolveMeeting(town.as('director'), { meetingId })
  expect((await readDraftPage(town.as('clerk'), null)).grounds.map(({ id }) => id)).toEqual([resolutionId])
  expect(await refused(draft({ resolutionId: 'nothing' }))).toBe('meeting-resolution')
  const passed = (is: boolean) => town.transact((tx) => tx.update(meetingResolutions).set({ passed: is }))
  await passed(false)
  expect(await refused(draft())).toBe('resolution-not-passed')
  await passed(true)
  const ready = await draftedRound(town, { resolutionId, opensOn: '2026-04-10', closesOn: '2026-04-12' })
  expect((await readMeeting(town.as(null), meetingId)).resolutions[0]!.votes).toEqual([])
  await sealRound(town.as('director'), { roundId: ready.id })
  const { ground } = await readRound(town.as(null), ready.id)
  expect(ground).toMatchObject({ meetingId, ordinal: 1 })
  const [resolution] = (await readMeeting(town.as(null), meetingId)).resolutions
  expect(resolution!.votes).toMatchObject([{ id: ready.id }])
  const [row] = await town.db.select().from(rounds).where(eq(rounds.id, ready.id))
  expect(JSON.parse(row!.manifest!).ground).toEqual({
    meeting: (await meetingRow(town, meetingId)).refNo,
    resolution: 1,
  })
})

test('a resolution of another community is no ground, nor is the advice of a hearing; a form may leave it out', async () => {
  const town = await world()
  const { meetingId, resolutionId } = await voted(town, 6)
  await resolveMeeting(town.as('director'), { meetingId })
  const { id, needIds } = await draftedRound(town, { resolutionId })
  const { resolutionId: _none, ...plain } = roundInput(needIds)
  expect(roundForm.parse({ ...plain, budget: '280000', resolutionId: '' }).resolutionId).toBeUndefined()
  await changeRound(town.as('clerk'), { ...plain, id })
  expect((await town.db.select().from(rounds).where(eq(rounds.id, id)))[0]!.resolutionId).toBeNull()
  await town.transact((tx) => tx.update(meetingRules).set({ effect: 'opinion' }))
  expect(await refused(changeRound(town.as('clerk'), { ...plain, id, resolutionId }))).toBe(
    'resolution-only-advises',
  )
  expect((await readDraftPage(town.as('clerk'), id)).grounds).toEqual([])
  await town.transact((tx) =>
    tx.update(meetings).set({ communityId: 'C2' }).where(eq(meetings.id, meetingId)),
  )
  expect(await refused(changeRound(town.as('clerk'), { ...plain, id, resolutionId }))).toBe(
    'meeting-elsewhere',
  )
})

test('查进度 finds a meeting and a topic by their numbers, and nobody an unanswered topic but its proposer', async () => {
  const town = await world()
  const { meetingId } = await voted(town, 6)
  const of = (who: string | null, refNo: string) => track(town.as(who as 'clerk'), { refNo })
  const { refNo } = await meetingRow(town, meetingId)
  expect(await of(null, refNo)).toEqual({ to: `/meetings/${meetingId}` })
  const ask = { communityId: 'C1', title: '楼下停车怎么排', words: '晚上七点以后没有车位，想商量一个排法' }
  const raised = await raiseTopic(town.as('clerk'), ask)
  const own = await proposeTopic(town.as('resident1'), ask)
  const ref = async (id: string) =>
    (await town.db.select().from(hallTopics).where(eq(hallTopics.id, id)))[0]!.refNo
  expect(await of(null, await ref(raised.id))).toEqual({ to: `/meetings/topics/${raised.id}` })
  expect(await refused(of(null, await ref(own.id)))).toBe('no-such-number')
  expect(await of('resident1', await ref(own.id))).toEqual({ to: `/meetings/topics/${own.id}` })
})
