import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import {
  hallMembers,
  meetingMembers,
  meetingNotices,
  meetingResolutions,
  notices,
  places,
} from '#db/schema/index.ts'
import { answerQuestion, askQuestion } from '#domain/ask/deliberation/ask-question.ts'
import { attachFile, readFile } from '#domain/ask/deliberation/attach-file.ts'
import { callMeeting, cancelMeeting, postponeMeeting } from '#domain/ask/deliberation/call-meeting.ts'
import { citeMeeting } from '#domain/ask/deliberation/cite-meeting.ts'
import { deskOfDeliberation } from '#domain/ask/deliberation/desk.ts'
import { callAgain, draftMeeting, editMeeting } from '#domain/ask/deliberation/draft-meeting.ts'
import { ruleOf, rulesOf } from '#domain/ask/deliberation/find-rule.ts'
import { isCalled, membersForm } from '#domain/ask/deliberation/forms.ts'
import { holdMeeting } from '#domain/ask/deliberation/hold-meeting.ts'
import { openBody, setMembers } from '#domain/ask/deliberation/keep-body.ts'
import { addProxy, countAttendance, markAttendance } from '#domain/ask/deliberation/mark-attendance.ts'
import { draftMeetingForm, resolutionForm } from '#domain/ask/deliberation/meeting-forms.ts'
import { declineTopic, postTopic } from '#domain/ask/deliberation/post-topic.ts'
import { proposeTopic, raiseTopic, supportTopic } from '#domain/ask/deliberation/propose-topic.ts'
import { callersOf, majorityOf, quorumOf } from '#domain/ask/deliberation/quorum.ts'
import { readBody } from '#domain/ask/deliberation/read-halls.ts'
import { listMeetings, readMeeting } from '#domain/ask/deliberation/read-meeting.ts'
import { listTopics, readTopic } from '#domain/ask/deliberation/read-topic.ts'
import { planStep, recordResolution, writeMinutes } from '#domain/ask/deliberation/record-resolution.ts'
import { doStep, reportMeeting, resolveMeeting } from '#domain/ask/deliberation/resolve-meeting.ts'
import { reviseRule } from '#domain/ask/deliberation/revise-rule.ts'
import { rulesData } from '#domain/ask/deliberation/rules-data.ts'
import { trailOfDeliberation } from '#domain/ask/deliberation/trail.ts'
import { womenShare } from '#domain/ask/deliberation/women-share.ts'
import { evidenceOf } from '#domain/ask/need/find-evidence.ts'
import { ladderOf } from '#domain/open/ladder.ts'
import { draftedNeed, publishedNeed } from '#tests/support/ask.ts'
import {
  aBody,
  calledMeeting,
  draftedMeeting,
  evening,
  heldMeeting,
  meetingRow,
  membersAt,
  roll,
  topicRow,
  words,
} from '#tests/support/deliberation.ts'
import { inSeatOf } from '#tests/support/hats.ts'
import { genuinePaper } from '#tests/support/paper.ts'
import { type Town, world } from '#tests/support/world.ts'

const ask = { communityId: 'C1', title: '小区停车怎么管', words: '晚上消防通道总被占，想一起商量个办法。' }
const minutes = '主持人说明议题，各组先后发言，随后逐项举手表决并当场清点。'
const firstItem = async (town: Town, id: string) => (await readMeeting(town.as(null), id)).items[0]!.id
const vote = async (town: Town, meetingId: string, inFavour: number, against = 0, abstained = 0) =>
  recordResolution(town.as('clerk'), {
    meetingId,
    itemId: await firstItem(town, meetingId),
    words: '管护公约试行一年',
    inFavour,
    against,
    abstained,
  })
const resolutionsAt = (town: Town, meetingId: string) =>
  town.db
    .select()
    .from(meetingResolutions)
    .where(eq(meetingResolutions.meetingId, meetingId))
    .orderBy(asc(meetingResolutions.ordinal))
async function publishedMeeting(town: Town, more: Parameters<typeof heldMeeting>[2] = {}) {
  const meetingId = await heldMeeting(town, 7, more)
  await vote(town, meetingId, 5, 1, 1)
  await writeMinutes(town.as('clerk'), { meetingId, minutes })
  await resolveMeeting(town.as('director'), { meetingId })
  return meetingId
}

test('quorum and majority are counted in whole heads, more than a share or at least it', () => {
  const rule = (code: string) => rulesData.find((r) => r.code === code)!
  expect(quorumOf(rule('residents_meeting'), 40)).toBe(21)
  expect(quorumOf(rule('residents_meeting'), 41)).toBe(21)
  expect(quorumOf(rule('villagers_representatives'), 38)).toBe(26)
  expect(quorumOf(rule('villagers_representatives'), 39)).toBe(26)
  expect(majorityOf(rule('residents_council'), { present: 19, size: 25 })).toBe(10)
  const whole = { majorityOver: false, majorityNum: 2, majorityDen: 3, majorityBase: 'body' as const }
  expect(majorityOf(whole, { present: 10, size: 30 })).toBe(20)
  expect(callersOf(rule('residents_meeting'), 41)).toBe(9)
  expect(callersOf(rule('hearing'), 41)).toBeNull()
})

test('every figure of a rule says where it is from, and none from memory or a replaced text passes for the law in force', () => {
  for (const rule of rulesData) {
    const figures = ['composition', 'notice', 'quorum', 'majority'] as const
    for (const figure of figures)
      expect([rule.code, figure, rule.grounds[figure]?.source]).not.toContain(undefined)
    expect([rule.code, rule.callerNum === null, rule.grounds.caller === undefined]).toEqual([
      rule.code,
      rule.callerNum === null,
      rule.callerNum === null,
    ])
    for (const ground of Object.values(rule.grounds))
      if (ground.certainty === 'M') expect([rule.code, ground.mark]).not.toEqual([rule.code, 'statute'])
  }
})

test('a notice goes out so many days ahead as the body’s rule asks, and not a day later', async () => {
  const town = await world()
  const meetingId = await draftedMeeting(town, { startsAt: new Date('2026-03-06T19:00:00+08:00') })
  await expect(callMeeting(town.as('director'), { meetingId })).rejects.toMatchObject({
    reason: 'notice-too-short',
    params: { date: '2026-03-07' },
  })
  const later = await draftMeeting(
    town.as('clerk'),
    words((await meetingRow(town, meetingId)).bodyId, { startsAt: new Date('2026-03-07T09:00:00+08:00') }),
  )
  await callMeeting(town.as('director'), { meetingId: later.id })
  expect(await meetingRow(town, later.id)).toMatchObject({ state: 'called', size: 9 })
})

test('where the rule counts working days, a weekend does not count', async () => {
  const town = await world()
  const meetingId = await draftedMeeting(town, {
    ruleCode: 'three_party',
    startsAt: new Date('2026-03-04T19:00:00+08:00'),
  })
  await expect(callMeeting(town.as('director'), { meetingId })).rejects.toMatchObject({
    params: { date: '2026-03-05' },
  })
  town.clock.set(new Date('2026-03-05T09:00:00+08:00'))
  await expect(callMeeting(town.as('director'), { meetingId })).rejects.toMatchObject({
    params: { date: '2026-03-10' },
  })
})

test('a meeting is unseen until its notice; the clerk drafts, only the director calls', async () => {
  const town = await world()
  const meetingId = await draftedMeeting(town)
  await expect(readMeeting(town.as(null), meetingId)).rejects.toMatchObject({ kind: 'missing' })
  for (const key of ['clerk', 'director2', 'supervisor', 'handler', 'resident1'])
    await expect(callMeeting(town.as(key), { meetingId })).rejects.toMatchObject({ kind: 'forbidden' })
  await callMeeting(town.as('director'), { meetingId })
  const page = await readMeeting(town.as(null), meetingId)
  expect(page).toMatchObject({ quorum: 6, came: null, resolutions: [] })
  expect(page.members).toHaveLength(9)
  expect(JSON.stringify(page)).not.toContain('clerk')
  await expect(editMeeting(town.as('clerk'), { meetingId, ...words('x') })).rejects.toMatchObject({
    reason: 'meeting-noticed',
  })
})

test('the roll is fixed with the notice: whoever joins the body afterwards does not change its quorum', async () => {
  const town = await world()
  const meetingId = await calledMeeting(town)
  const { bodyId } = await meetingRow(town, meetingId)
  await setMembers(town.as('clerk'), { bodyId, members: roll(30) })
  expect((await readMeeting(town.as(null), meetingId)).quorum).toBe(6)
  expect(await membersAt(town, meetingId)).toHaveLength(9)
  expect(await town.db.$count(hallMembers, eq(hallMembers.bodyId, bodyId))).toBe(39)
})

test('a body without a roll calls nobody, and a kind that belongs to villages is not set up in a city community', async () => {
  const town = await world()
  const bodyId = await aBody(town)
  const { id } = await openBody(town.as('clerk'), { ruleCode: 'hearing', name: '青石听证会' })
  const { id: meetingId } = await draftMeeting(town.as('clerk'), words(id))
  await expect(callMeeting(town.as('director'), { meetingId })).rejects.toMatchObject({
    reason: 'body-without-roll',
  })
  const village = { ruleCode: 'villagers_representatives', name: '青石村民代表会议' }
  await expect(openBody(town.as('clerk'), village)).rejects.toMatchObject({ reason: 'rule-other-kind' })
  await expect(setMembers(town.as('clerk2'), { bodyId, members: roll(3) })).rejects.toMatchObject({
    kind: 'forbidden',
  })
})

test('the share of women among villagers’ representatives is told beside its rule, and stops no meeting', async () => {
  const least = { womenNum: 1, womenDen: 3 }
  const [man, woman] = [{ woman: false }, { woman: true }]
  expect(womenShare(least, [woman, man, man])).toEqual({ num: 1, den: 3, women: 1, of: 3, met: true })
  expect(womenShare(least, [woman, man, man, man])?.met).toBe(false)
  expect(womenShare({ womenNum: null, womenDen: null }, [woman])).toBeNull()
  expect(womenShare(least, [])).toBeNull()
  const town = await world()
  const village = { communityKind: 'village_committee' as const }
  await town.transact((tx) => tx.update(places).set(village).where(eq(places.id, 'C1')))
  const bodyId = await aBody(town, 'villagers_representatives')
  const clerk = town.as('clerk')
  await setMembers(clerk, { bodyId, members: roll(9).map((one, at) => ({ ...one, woman: at < 2 })) })
  const short = { women: 2, of: 9, met: false }
  expect((await readBody(clerk, bodyId)).womenLeast).toMatchObject(short)
  const { id: meetingId } = await draftMeeting(clerk, words(bodyId))
  await callMeeting(town.as('director'), { meetingId })
  expect((await readMeeting(town.as(null), meetingId)).womenLeast).toMatchObject(short)
})

test('postponing needs a ground and a notice of its own, counted again from that day; both notices stay to be read', async () => {
  const town = await world()
  const meetingId = await calledMeeting(town)
  const move = (day: string) =>
    postponeMeeting(town.as('director'), {
      meetingId,
      startsAt: new Date(`${day}T19:00:00+08:00`),
      place: '社区活动室二楼',
      reason: '场地检修，暂不能用',
    })
  town.clock.set(new Date('2026-03-08T09:00:00+08:00'))
  await expect(move('2026-03-12')).rejects.toMatchObject({ reason: 'notice-too-short' })
  await move('2026-03-13')
  expect(await meetingRow(town, meetingId)).toMatchObject({ state: 'called', reason: '场地检修，暂不能用' })
  const posted = (await readMeeting(town.as(null), meetingId)).notices
  expect(posted.map((n) => n.kind)).toEqual(['call', 'postpone'])
})

test('a cancelled meeting says why, gives its topics back and tells who asked', async () => {
  const town = await world()
  const { id: topicId } = await raiseTopic(town.as('clerk'), ask)
  const meetingId = await calledMeeting(town, { topicIds: [topicId] })
  expect(await topicRow(town, topicId)).toMatchObject({ state: 'scheduled' })
  await askQuestion(town.as('resident1'), { meetingId, words: '外来车辆怎么登记？' })
  await cancelMeeting(town.as('director'), { meetingId, reason: '台风停工停课' })
  expect(await meetingRow(town, meetingId)).toMatchObject({ state: 'cancelled' })
  expect(await topicRow(town, topicId)).toMatchObject({ state: 'posted' })
  const told = await town.db.select().from(notices).where(eq(notices.personId, 'resident1'))
  expect(told.map((n) => n.message)).toContain('meeting-cancelled')
  await expect(holdMeeting(town.as('clerk'), { meetingId })).rejects.toMatchObject({ kind: 'conflict' })
  expect(await town.db.$count(meetingNotices, eq(meetingNotices.meetingId, meetingId))).toBe(2)
})

test('attendance opens on the day, closes when the meeting begins, and names only who is on the roll, once', async () => {
  const town = await world()
  const meetingId = await calledMeeting(town)
  const ids = (await membersAt(town, meetingId)).map((m) => m.id)
  const mark = (present: string[], remote: string[] = []) =>
    markAttendance(town.as('clerk'), { meetingId, source: 'typed', present, remote })
  await expect(mark(ids)).rejects.toMatchObject({ reason: 'meeting-not-begun' })
  town.clock.set(new Date('2026-03-09T18:50:00+08:00'))
  await expect(mark(['nobody'])).rejects.toMatchObject({ reason: 'not-a-member' })
  await expect(mark([ids[0]!], [ids[0]!])).rejects.toMatchObject({ reason: 'attended-twice' })
  await mark(ids.slice(0, 5), ids.slice(5, 6))
  await expect(holdMeeting(town.as('clerk'), { meetingId })).rejects.toMatchObject({
    reason: 'meeting-not-begun',
  })
  town.clock.set(evening)
  await holdMeeting(town.as('clerk'), { meetingId })
  expect((await readMeeting(town.as(null), meetingId)).came).toMatchObject({
    inPerson: 5,
    remote: 1,
    total: 6,
  })
  await expect(mark(ids)).rejects.toMatchObject({ reason: 'attendance-closed' })
})

test('nobody holds a meeting whose attendance was never written', async () => {
  const town = await world()
  const meetingId = await calledMeeting(town)
  town.clock.set(evening)
  await expect(holdMeeting(town.as('clerk'), { meetingId })).rejects.toMatchObject({
    reason: 'attendance-missing',
  })
})

test('a proxy speaks for one absent member, is in the room himself, and leaves with whoever he speaks for', async () => {
  const town = await world()
  const meetingId = await calledMeeting(town)
  town.clock.set(evening)
  const [a, b, c, d] = (await membersAt(town, meetingId)).map((m) => m.id)
  const mark = (present: string[], remote: string[] = []) =>
    markAttendance(town.as('clerk'), { meetingId, source: 'paper', present, remote })
  const proxy = (memberId: string, holderId: string) =>
    addProxy(town.as('clerk'), { meetingId, memberId, holderId })
  await mark([a!], [b!])
  await expect(proxy(c!, b!)).rejects.toMatchObject({ reason: 'proxy-not-present' })
  await expect(proxy(b!, a!)).rejects.toMatchObject({ reason: 'proxy-of-one-present' })
  await proxy(c!, a!)
  await expect(proxy(d!, a!)).rejects.toMatchObject({ reason: 'too-many-proxies' })
  const came = () => town.db.$count(meetingMembers, eq(meetingMembers.channel, 'proxy'))
  await mark([a!, d!], [])
  expect(await came()).toBe(1)
  await mark([d!], [])
  expect(await came()).toBe(0)
  const strict = await calledMeeting(town, {
    ruleCode: 'hearing',
    startsAt: new Date('2026-03-16T19:00:00+08:00'),
  })
  town.clock.set(new Date('2026-03-16T19:30:00+08:00'))
  const [x, y] = (await membersAt(town, strict)).map((m) => m.id)
  await markAttendance(town.as('clerk'), { meetingId: strict, source: 'typed', present: [x!], remote: [] })
  await expect(
    addProxy(town.as('clerk'), { meetingId: strict, memberId: y!, holderId: x! }),
  ).rejects.toMatchObject({ reason: 'no-proxies-here' })
})

test('a residents’ meeting counts heads and names nobody; never more than the body', async () => {
  const town = await world()
  const meetingId = await calledMeeting(town, { ruleCode: 'residents_meeting', n: 40 })
  town.clock.set(evening)
  const count = (inPerson: number) =>
    countAttendance(town.as('clerk'), { meetingId, source: 'paper', inPerson, remote: 0 })
  await expect(count(41)).rejects.toMatchObject({ reason: 'more-than-the-body' })
  await count(21)
  await holdMeeting(town.as('clerk'), { meetingId })
  expect(await meetingRow(town, meetingId)).toMatchObject({ state: 'held', present: 21 })
})

test('a meeting without quorum decides nothing, says so, and is called again with its agenda and open questions', async () => {
  const town = await world()
  const { id: topicId } = await raiseTopic(town.as('clerk'), ask)
  const meetingId = await calledMeeting(town, { topicIds: [topicId] })
  await askQuestion(town.as('resident1'), { meetingId, words: '外来车辆怎么登记？' })
  town.clock.set(evening)
  const ids = (await membersAt(town, meetingId)).map((m) => m.id)
  await markAttendance(town.as('clerk'), { meetingId, source: 'typed', present: ids.slice(0, 5), remote: [] })
  await holdMeeting(town.as('clerk'), { meetingId })
  expect(await meetingRow(town, meetingId)).toMatchObject({ state: 'no_quorum', present: 5 })
  await expect(vote(town, meetingId, 5)).rejects.toMatchObject({ reason: 'no-quorum-decides-nothing' })
  await expect(resolveMeeting(town.as('director'), { meetingId })).rejects.toMatchObject({
    reason: 'no-quorum-decides-nothing',
  })
  const again = () =>
    callAgain(town.as('clerk'), { meetingId, startsAt: new Date('2026-03-16T19:00:00+08:00') })
  const { id } = await again()
  await expect(again()).rejects.toMatchObject({ reason: 'meeting-called-again' })
  await callMeeting(town.as('director'), { meetingId: id })
  const page = await readMeeting(town.as(null), id)
  expect(page).toMatchObject({ asked: 1, first: { id: meetingId } })
  expect(page.items.map((i) => i.topicId)).toContain(topicId)
  expect((await readMeeting(town.as(null), meetingId)).next).toMatchObject({ id })
})

test('for, against and abstentions are everybody who was there, or nothing is written down', async () => {
  const town = await world()
  const meetingId = await heldMeeting(town)
  for (const [yes, no, none] of [
    [5, 1, 0],
    [5, 2, 1],
    [0, 0, 0],
  ] as const)
    await expect(vote(town, meetingId, yes, no, none)).rejects.toMatchObject({
      reason: 'votes-not-attendance',
    })
  await vote(town, meetingId, 4, 3, 0)
  await vote(town, meetingId, 3, 2, 2)
  expect((await resolutionsAt(town, meetingId)).map((r) => r.passed)).toEqual([true, false])
})

test('a resolution belongs to the meeting’s own agenda', async () => {
  const town = await world()
  const meetingId = await heldMeeting(town)
  const input = { meetingId, itemId: 'other', words: '别处的事', inFavour: 7, against: 0, abstained: 0 }
  await expect(recordResolution(town.as('clerk'), input)).rejects.toMatchObject({ kind: 'missing' })
  await expect(
    recordResolution(town.as('director'), { ...input, itemId: await firstItem(town, meetingId) }),
  ).rejects.toMatchObject({ kind: 'forbidden' })
})

test('minutes go out with every question answered, by somebody who did not write them, and only then are read', async () => {
  const town = await world()
  const meetingId = await calledMeeting(town)
  await askQuestion(town.as('resident1'), { meetingId, words: '三单元王小明家的钱谁出？' })
  town.clock.set(evening)
  const ids = (await membersAt(town, meetingId)).map((m) => m.id)
  await markAttendance(town.as('clerk'), { meetingId, source: 'typed', present: ids.slice(0, 7), remote: [] })
  await holdMeeting(town.as('clerk'), { meetingId })
  const publish = (who = 'director') => resolveMeeting(inSeatOf(town, who, 'director'), { meetingId })
  await expect(publish()).rejects.toMatchObject({ reason: 'minutes-missing' })
  await vote(town, meetingId, 7)
  await writeMinutes(inSeatOf(town, 'supervisor', 'clerk'), { meetingId, minutes })
  await writeMinutes(town.as('clerk'), { meetingId, minutes })
  for (const writer of ['clerk', 'supervisor'])
    await expect(publish(writer)).rejects.toMatchObject({ reason: 'sod-recorder-publishes' })
  await expect(publish()).rejects.toMatchObject({ reason: 'questions-unanswered', params: { n: 1 } })
  expect(await readMeeting(town.as(null), meetingId)).toMatchObject({
    meeting: { minutes: null },
    resolutions: [],
    questions: [],
  })
  const [asked] = (await readDesk(town, meetingId)).questions
  await answerQuestion(town.as('clerk'), {
    meetingId,
    questionId: asked!.id,
    shown: '困难户的钱谁出？',
    answer: '从公益金里先垫，年底公布。',
  })
  await publish()
  const page = await readMeeting(town.as(null), meetingId)
  expect(page.questions).toEqual([{ words: '困难户的钱谁出？', answer: '从公益金里先垫，年底公布。' }])
  expect(JSON.stringify(page)).not.toContain('王小明')
  expect((await genuinePaper(town, null, 'minutes', meetingId)).matter).toMatchObject({
    title: page.meeting.title,
  })
  await expect(vote(town, meetingId, 7)).rejects.toMatchObject({ reason: 'minutes-out' })
})
const readDesk = async (town: Town, id: string) =>
  (await import('#domain/ask/deliberation/read-desk.ts')).readDeskMeeting(town.as('clerk'), id)

test('questions are taken until the meeting begins, from its own community, five a person', async () => {
  const town = await world()
  const meetingId = await calledMeeting(town)
  const asks = (key: string | null) => askQuestion(town.as(key), { meetingId, words: '路灯什么时候修？' })
  await expect(asks(null)).rejects.toMatchObject({ reason: 'sign-in-first' })
  await expect(asks('resident6')).rejects.toMatchObject({ reason: 'not-your-community' })
  for (let n = 0; n < 5; n += 1) await asks('resident1')
  await expect(asks('resident1')).rejects.toMatchObject({ reason: 'too-many-questions' })
  town.clock.set(evening)
  await expect(asks('resident2')).rejects.toMatchObject({ reason: 'meeting-questions-closed' })
})

test('what was resolved has a body and a day; with the last step done it is carried out, and then reported back', async () => {
  const town = await world()
  const meetingId = await heldMeeting(town)
  const mobile = '13977770001'
  await vote(town, meetingId, 6, 1, 0)
  await vote(town, meetingId, 1, 6, 0)
  const [passed, rejected] = await resolutionsAt(town, meetingId)
  const plan = (resolutionId: string, partyId = 'ST1', dueOn = '2026-03-31') =>
    planStep(town.as('clerk'), { meetingId, resolutionId, words: `张贴公约，找${mobile}`, partyId, dueOn })
  await expect(plan(rejected!.id)).rejects.toMatchObject({ reason: 'resolution-not-passed' })
  await expect(plan(passed!.id, 'ORG1')).rejects.toMatchObject({ reason: 'step-party' })
  await expect(plan(passed!.id, 'C2')).rejects.toMatchObject({ reason: 'step-party' })
  await expect(plan(passed!.id, 'ST1', '2026-03-09')).rejects.toMatchObject({ reason: 'step-date-past' })
  await plan(passed!.id)
  await writeMinutes(town.as('clerk'), { meetingId, minutes: `${minutes}${mobile}` })
  await resolveMeeting(town.as('director'), { meetingId })
  expect(await meetingRow(town, meetingId)).toMatchObject({ state: 'resolved' })
  const report = () => reportMeeting(town.as('director'), { meetingId, report: `公约已上墙，问${mobile}。` })
  await expect(report()).rejects.toMatchObject({ reason: 'steps-open' })
  const [item] = await deskOfDeliberation(town.db, town.as('station'))
  expect(item).toMatchObject({
    key: 'meeting.step',
    kind: 'act',
    due: { at: new Date('2026-04-01T00:00:00+08:00') },
  })
  const stepId = item!.link.split('/').at(-1)!
  const done = { meetingId, stepId, done: `三栋楼都已上墙，问${mobile}` }
  await expect(doStep(town.as('clerk'), done)).rejects.toMatchObject({ reason: 'not-your-body' })
  await doStep(town.as('station'), done)
  await expect(doStep(town.as('station'), done)).rejects.toMatchObject({ kind: 'conflict' })
  expect(await meetingRow(town, meetingId)).toMatchObject({ state: 'executed' })
  await report()
  const page = await readMeeting(town.as(null), meetingId)
  expect(page.meeting).toMatchObject({
    state: 'reported',
    report: '公约已上墙，问***。',
    minutes: `${minutes}***`,
  })
  expect(JSON.stringify(page)).not.toContain(mobile)
})

test('papers are told by their first bytes; a signed sheet stays closed, an open one waits for the minutes', async () => {
  const town = await world()
  const meetingId = await heldMeeting(town)
  const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n')
  const attach = (bytes: Buffer, open: boolean) =>
    attachFile(town.as('clerk'), { meetingId, name: '../../签到表.exe', bytes, open })
  await expect(attach(Buffer.from('<html><script>'), true)).rejects.toMatchObject({ reason: 'file-kind' })
  await expect(attach(Buffer.alloc(0), true)).rejects.toMatchObject({ reason: 'file-too-large' })
  await attach(pdf, true)
  await attach(pdf, false)
  const [open, closed] = (await readDesk(town, meetingId)).papers
  expect(open!.name).toBe('....签到表.pdf')
  const read = (key: string | null, fileId: string) => readFile(town.as(key), { meetingId, fileId })
  await expect(read(null, open!.id)).rejects.toMatchObject({ kind: 'missing' })
  await vote(town, meetingId, 7)
  await writeMinutes(town.as('clerk'), { meetingId, minutes })
  await resolveMeeting(town.as('director'), { meetingId })
  expect((await read(null, open!.id)).mime).toBe('application/pdf')
  await expect(read(null, closed!.id)).rejects.toMatchObject({ kind: 'missing' })
  expect((await read('supervisor', closed!.id)).bytes.equals(pdf)).toBe(true)
  expect((await readMeeting(town.as(null), meetingId)).papers.map((p) => p.id)).toEqual([open!.id])
})

test('a topic is seen by everybody once posted; one declined says why to its proposer', async () => {
  const town = await world()
  await aBody(town)
  await expect(proposeTopic(town.as(null), ask)).rejects.toMatchObject({ reason: 'sign-in-first' })
  await expect(proposeTopic(town.as('resident6'), ask)).rejects.toMatchObject({
    reason: 'not-your-community',
  })
  const { id } = await proposeTopic(town.as('resident1'), ask)
  expect(await listTopics(town.as(null), 'C1')).toMatchObject({ open: [], waiting: 1, late: 0 })
  await expect(readTopic(town.as('resident2'), id)).rejects.toMatchObject({ kind: 'missing' })
  expect(await readTopic(town.as('resident1'), id)).toMatchObject({ own: true, behind: 1 })
  await expect(supportTopic(town.as('resident2'), { topicId: id })).rejects.toMatchObject({
    reason: 'topic-not-open',
  })
  const number = '13944440004'
  await postTopic(town.as('clerk'), { topicId: id, title: ask.title, words: `${ask.words}${number}` })
  expect(JSON.stringify(await readTopic(town.as('resident1'), id))).toContain(number)
  for (const shown of [await listTopics(town.as(null), 'C1'), await readTopic(town.as('resident2'), id)])
    expect(JSON.stringify(shown)).not.toContain(number)
  await supportTopic(town.as('resident2'), { topicId: id })
  await supportTopic(town.as('resident2'), { topicId: id })
  await expect(supportTopic(town.as('resident1'), { topicId: id })).rejects.toMatchObject({
    reason: 'topic-is-yours',
  })
  const page = await readTopic(town.as(null), id)
  expect(page).toMatchObject({ behind: 2, threshold: { least: 8 }, joins: 'sign-in' })
  expect(JSON.stringify(page)).not.toContain('resident1')
  await declineTopic(town.as('director'), { topicId: id, reason: '已由业委会办理，结果下周公布' })
  expect(await topicRow(town, id)).toMatchObject({
    state: 'declined',
    reason: '已由业委会办理，结果下周公布',
  })
})

test('when a fifth of the households stand behind a topic the committee may no longer say no', async () => {
  const town = await world()
  await aBody(town)
  const { id: topicId } = await proposeTopic(town.as('resident1'), ask)
  await postTopic(town.as('clerk'), { topicId, title: ask.title, words: ask.words })
  for (const key of ['resident2', 'resident3', 'resident4', 'resident5', 'worker1', 'worker2'])
    await supportTopic(town.as(key), { topicId })
  expect((await deskOfDeliberation(town.db, town.as('director'))).map((i) => i.key)).toEqual([])
  await supportTopic(town.as('worker3'), { topicId })
  await expect(declineTopic(town.as('director'), { topicId, reason: '暂不讨论' })).rejects.toMatchObject({
    reason: 'topic-must-be-called',
  })
  expect((await deskOfDeliberation(town.db, town.as('director'))).map((i) => i.key)).toEqual(['topic.call'])
})

test('a person has three topics waiting at most, and a topic not answered in five working days is late for all to see', async () => {
  const town = await world()
  await aBody(town)
  for (let n = 0; n < 3; n += 1) await proposeTopic(town.as('resident1'), ask)
  await expect(proposeTopic(town.as('resident1'), ask)).rejects.toMatchObject({ reason: 'topics-waiting' })
  town.clock.set(new Date('2026-03-10T00:00:00+08:00'))
  expect(await listTopics(town.as(null), 'C1')).toMatchObject({ waiting: 3, late: 3 })
})

test('a topic goes to one meeting, of its own community', async () => {
  const town = await world()
  const bodyId = await aBody(town)
  const { id: topicId } = await raiseTopic(town.as('clerk'), ask)
  const draft = () => draftMeeting(town.as('clerk'), words(bodyId, { topicIds: [topicId], lines: [] }))
  const [first, second] = [await draft(), await draft()]
  await callMeeting(town.as('director'), { meetingId: first.id })
  await expect(callMeeting(town.as('director'), { meetingId: second.id })).rejects.toMatchObject({
    reason: 'topic-not-open',
  })
  const there = await raiseTopic(town.as('clerk2'), { ...ask, communityId: 'C2' })
  await expect(draftMeeting(town.as('clerk'), words(bodyId, { topicIds: [there.id] }))).rejects.toMatchObject(
    { reason: 'topic-elsewhere' },
  )
})

test('a need talked through tells so on its trail, and a resolution published is evidence for a draft', async () => {
  const town = await world()
  const needId = await publishedNeed(town)
  const meetingId = await heldMeeting(town, 7, { needIds: [needId], lines: [] })
  await vote(town, meetingId, 5, 2, 0)
  const draft = await draftedNeed(town, { title: '楼道微更新共建' })
  const [resolution] = await resolutionsAt(town, meetingId)
  const cite = () => citeMeeting(town.as('clerk'), { needId: draft, meetingId, resolutionId: resolution!.id })
  await expect(cite()).rejects.toMatchObject({ reason: 'minutes-not-out' })
  expect((await trailOfDeliberation(town.db, [needId])).map((e) => e.key)).toEqual([
    'meeting.call',
    'meeting.hold',
  ])
  await writeMinutes(town.as('clerk'), { meetingId, minutes })
  await resolveMeeting(town.as('director'), { meetingId })
  await cite()
  await cite()
  const cited = (await evidenceOf(town.db, draft)).map((e) => e.evidence)
  expect(cited).toMatchObject([{ kind: 'meeting', refId: meetingId, count: 5, sample: 7 }])
  const told = await trailOfDeliberation(town.db, [needId])
  expect(told.at(-1)).toMatchObject({ key: 'meeting.passed', params: { yes: 5, no: 2, none: 0 } })
})

test('a community’s own rule is a new version from a later day; a meeting keeps the one it was called under', async () => {
  const town = await world()
  const meetingId = await calledMeeting(town)
  const revise = (key: string, more: object = {}) =>
    reviseRule(town.as(key), {
      code: 'residents_council',
      notice: 7,
      noticeUnit: 'd',
      quorum: [3, 4],
      quorumOver: 'least',
      majority: [1, 2],
      majorityOver: 'over',
      majorityBase: 'body',
      proxies: 0,
      source: '2026 年 3 月居民会议通过的议事规则',
      from: '2026-03-03',
      ...more,
    })
  await expect(revise('clerk')).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(revise('director', { from: '2026-03-02' })).rejects.toMatchObject({
    reason: 'rule-from-tomorrow',
  })
  await expect(revise('director', { quorum: [1, 3] })).rejects.toMatchObject({ reason: 'quorum-under-half' })
  await revise('director')
  const at = (communityId: string, on: string) => ruleOf(town.db, 'residents_council', { communityId, on })
  expect(await at('C1', '2026-03-02')).toMatchObject({ scope: '*', quorumNum: 2 })
  expect(await at('C1', '2026-03-03')).toMatchObject({ scope: 'C1', quorumNum: 3, noticeValue: 7 })
  expect(await at('C2', '2026-03-03')).toMatchObject({ scope: '*' })
  expect((await at('C1', '2026-03-03')).grounds.quorum).toMatchObject({ mark: 'local' })
  expect((await readMeeting(town.as(null), meetingId)).quorum).toBe(6)
  expect(await rulesOf(town.db, { communityId: 'C1', on: '2026-03-03' })).toHaveLength(rulesData.length)
})

test('the list shows what is ahead first and what waits for its minutes before what is over', async () => {
  const town = await world()
  const past = await publishedMeeting(town)
  const { bodyId } = await meetingRow(town, past)
  const later = await draftMeeting(
    town.as('clerk'),
    words(bodyId, { startsAt: new Date('2026-03-20T19:00:00+08:00') }),
  )
  await callMeeting(town.as('director'), { meetingId: later.id })
  const { ahead, past: over } = await listMeetings(town.db, 'C1', town.clock.now())
  expect([ahead.map((m) => m.id), over.map((m) => m.id)]).toEqual([[later.id], [past]])
  expect(await listMeetings(town.db, 'C2', town.clock.now())).toEqual({ ahead: [], past: [] })
})

test.each(['王女士', '欧阳主任', '李师傅'])('%s is how somebody may stand on a roll', (name) => {
  expect(isCalled(name)).toBe(true)
})
test.each(['王小明', '女士', '王小明女士', 'Wang', '王女士 13800000000', '<b>王女士</b>'])(
  '%s is not put on a roll',
  (name) => expect(isCalled(name)).toBe(false),
)
test('a roll with a wrong line says which one', () => {
  const read = membersForm.safeParse({ members: '王女士，一组，女\n李先生，二组，男\n赵小明，三组，男' })
  expect(read.error?.issues[0]?.message).toBe('form.hall.member?line=3')
  expect(membersForm.safeParse({ members: '王女士，一组，女' }).success).toBe(false)
  expect(
    membersForm.safeParse({ members: '王女士，一组，女\n李先生\t二组\t男\n赵大姐,三组,女' }).success,
  ).toBe(true)
})
test.each([
  { startsAt: '2026-02-30T19:00' },
  { startsAt: '2026-03-09T25:00' },
  { startsAt: '' },
  { chair: '王小明' },
  { lines: '' },
  { lines: Array.from({ length: 13 }, (_, i) => `第 ${i} 项议程`).join('\n') },
  { title: '停' },
  { place: '' },
  { bodyId: '' },
  { extra: '1' },
])('a meeting is not drafted with %o', (wrong) => {
  const good = {
    bodyId: 'b',
    title: '楼道怎么管',
    startsAt: '2026-03-09T19:00',
    place: '二楼活动室',
    chair: '王主任',
    lines: '管护公约',
  }
  expect(draftMeetingForm.safeParse(good).success).toBe(true)
  expect(draftMeetingForm.safeParse({ ...good, ...wrong }).success).toBe(false)
})
test.each(['-1', '1.5', '1e3', '', '七', '99999999'])('%j is no count of votes', (inFavour) => {
  const good = { itemId: 'i', words: '公约试行一年', inFavour: '5', against: '1', abstained: '0' }
  expect(resolutionForm.safeParse(good).success).toBe(true)
  expect(resolutionForm.safeParse({ ...good, inFavour }).success).toBe(false)
})

test('the ladder counts what residents were told, asked, proposed and decided in a year, and nothing of a meeting without quorum', async () => {
  const town = await world()
  const now = () => town.clock.now()
  const before = await ladderOf(town.db, 'C1', now())
  expect(before.map((y) => y.year)).toEqual([2026, 2025, 2024])
  expect(before[0]).toMatchObject({ told: 0, asked: 0, proposed: 0, decided: 0, ran: 0 })
  await aBody(town)
  await proposeTopic(town.as('resident1'), ask)
  const short = await calledMeeting(town, { startsAt: new Date('2026-03-09T18:00:00+08:00') })
  await askQuestion(town.as('resident1'), { meetingId: short, words: '外来车辆怎么登记？' })
  await heldMeeting(town, 7)
  await markAttendance(town.as('clerk'), {
    meetingId: short,
    source: 'typed',
    present: (await membersAt(town, short)).slice(0, 3).map((m) => m.id),
    remote: [],
  })
  await holdMeeting(town.as('clerk'), { meetingId: short })
  const [year] = await ladderOf(town.db, 'C1', now())
  expect(year).toEqual({ year: 2026, told: 2, asked: 1, proposed: 1, decided: 7, ran: 0 })
  expect((await ladderOf(town.db, 'C2', now()))[0]).toMatchObject({ told: 0, decided: 0 })
})
