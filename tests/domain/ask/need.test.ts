import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { catalogueEntries, journal, needEvidence, needs } from '#db/schema/index.ts'
import { missingForPublishing } from '#domain/ask/need/check-publishing.ts'
import { citeSurvey } from '#domain/ask/need/cite-evidence.ts'
import { acceptNeed, redirectNeed, refuseNeed, returnNeed } from '#domain/ask/need/decide-need.ts'
import { deskOfNeed } from '#domain/ask/need/desk.ts'
import { draftNeed } from '#domain/ask/need/draft-need.ts'
import { answerNegativeList, editNeed } from '#domain/ask/need/edit-need.ts'
import { monthsBefore } from '#domain/ask/need/find-evidence.ts'
import { findLikeNeeds } from '#domain/ask/need/find-like-needs.ts'
import { findNeed, isOverdue } from '#domain/ask/need/find-need.ts'
import { supportersOfNeed } from '#domain/ask/need/find-supporters.ts'
import { followNeeds } from '#domain/ask/need/follow-needs.ts'
import { draftNeedForm, negativeListForm } from '#domain/ask/need/forms.ts'
import { listNeeds } from '#domain/ask/need/list-needs.ts'
import { mergeNeed } from '#domain/ask/need/merge-need.ts'
import { hitsOf, negativeList } from '#domain/ask/need/negative-list.ts'
import { priorityOf } from '#domain/ask/need/priority.ts'
import { publishNeed } from '#domain/ask/need/publish-need.ts'
import { readForWriting, readNeedForDesk, readPublicNeed } from '#domain/ask/need/read-need.ts'
import { supportNeed } from '#domain/ask/need/support-need.ts'
import { trailOfNeed } from '#domain/ask/need/trail.ts'
import { withdrawNeed } from '#domain/ask/need/withdraw-need.ts'
import { trailOfSurvey } from '#domain/ask/survey/trail.ts'
import { yuan } from '#domain/money.ts'
import {
  acceptedNeed,
  draftedNeed,
  needOf,
  needRow,
  no,
  publishedNeed,
  reportedSurvey,
} from '#tests/support/ask.ts'
import { inSeatOf } from '#tests/support/hats.ts'
import { world } from '#tests/support/world.ts'

const reason = '与社区治理保障资金项目重复，请合并后再报'

test('a clerk drafts, cites a survey, the director posts, and the street’s ten working days begin', async () => {
  const town = await world()
  const surveyId = await reportedSurvey(town, 20, 12)
  const id = await draftedNeed(town, { surveyId })
  const [cited] = await town.db.select().from(needEvidence)
  expect(cited).toMatchObject({ kind: 'survey', refId: surveyId, share: 0.6, sample: 20 })
  expect(await publishNeed(town.as('director'), { needId: id })).toEqual({ id, dueOn: '2026-03-16' })
  expect(await needRow(town, id)).toMatchObject({
    state: 'published',
    publishedBy: 'director',
    dueAt: new Date('2026-03-17T00:00:00+08:00'),
  })
  const [told] = await trailOfSurvey(town.db, [id])
  expect(told).toMatchObject({ key: 'survey.report', params: { sample: 20, share: 60 } })
})

test('clerk and director draft; only the director posts; nobody of another committee does either', async () => {
  const town = await world()
  const input = await needOf(town)
  for (const key of ['resident1', 'station', 'handler', 'approver', 'editor1', 'centre', null])
    await expect(draftNeed(town.as(key), input)).rejects.toMatchObject({ kind: 'forbidden' })
  const id = await draftedNeed(town, { estimate: yuan(10_000) })
  for (const key of ['clerk', 'clerk2', 'director2', 'approver', 'resident1', 'supervisor', null])
    await expect(publishNeed(town.as(key), { needId: id })).rejects.toMatchObject({ kind: 'forbidden' })
  for (const key of ['clerk2', 'resident1', 'approver'])
    await expect(editNeed(town.as(key), { ...input, needId: id })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  await publishNeed(town.as('director'), { needId: id })
  await expect(editNeed(town.as('clerk'), { ...input, needId: id })).rejects.toMatchObject({
    reason: 'need-no-longer-drafted',
  })
})

test('a mobile or identity number that slipped into a need, or into its decision, is written down nowhere', async () => {
  const town = await world()
  const [mobile, card, service] = ['13977770001', '450103198512121234', '0771-5551234']
  const id = await draftedNeed(town, { title: `楼道灯坏了找${mobile}`, estimate: yuan(10_000) })
  const input = await needOf(town, { estimate: yuan(10_000) })
  const slipped = { outcome: `联系 ${mobile} 或 ${service}`, evidence: `赵某 ${card} 反映多次，逐户走访核实` }
  expect((await needRow(town, id)).title).toBe('楼道灯坏了找***')
  await editNeed(town.as('clerk'), { ...input, ...slipped, needId: id })
  await publishNeed(town.as('director'), { needId: id })
  await refuseNeed(town.as('approver'), { needId: id, reason: `请先打 ${mobile} 问清楚` })
  const page = await readPublicNeed(town.as(null), id)
  expect(page.need).toMatchObject({ outcome: `联系 *** 或 ${service}`, reason: '请先打 *** 问清楚' })
  const lines = await town.db.select().from(journal)
  for (const number of [mobile, card]) expect(JSON.stringify([page, lines])).not.toContain(number)
})

test('from the set amount on a need rests on a survey, a fen below it need not', async () => {
  const town = await world()
  const at = await draftedNeed(town, { estimate: yuan(20_000) })
  await expect(publishNeed(town.as('director'), { needId: at })).rejects.toMatchObject({
    reason: 'survey-missing',
  })
  const below = await draftedNeed(town, { estimate: (yuan(20_000) - 1) as never })
  await publishNeed(town.as('director'), { needId: below })
})

test('a survey is fresh for twelve months to the day', async () => {
  const town = await world()
  const surveyId = await reportedSurvey(town)
  const id = await draftedNeed(town, { surveyId })
  const missing = async (today: string) => missingForPublishing(town.db, await findNeed(town.db, id), today)
  expect(await missing('2027-03-02')).toEqual([])
  expect(await missing('2027-03-03')).toEqual(['survey-missing'])
  expect(monthsBefore('2024-02-29', 12)).toBe('2023-02-28')
  expect(monthsBefore('2026-01-31', 2)).toBe('2025-11-30')
  expect(monthsBefore('2026-12-15', 12)).toBe('2025-12-15')
})

test('a survey that is not reported, of another community, or silent on the matter is no evidence', async () => {
  const town = await world()
  const surveyId = await reportedSurvey(town)
  const child = await draftedNeed(town, { category: 'CHILD' })
  await expect(citeSurvey(town.as('clerk'), { needId: child, surveyId })).rejects.toMatchObject({
    reason: 'survey-says-nothing',
  })
  const { id: theirs } = await draftNeed(town.as('clerk2'), await needOf(town, { gridIds: ['G3'] }))
  await expect(citeSurvey(town.as('clerk2'), { needId: theirs, surveyId })).rejects.toMatchObject({
    reason: 'survey-elsewhere',
  })
})

test('a need whose category changes loses the share cited for the old one', async () => {
  const town = await world()
  const id = await draftedNeed(town, { surveyId: await reportedSurvey(town) })
  await editNeed(town.as('clerk'), { ...(await needOf(town, { category: 'CULTU' })), needId: id })
  expect(await town.db.$count(needEvidence)).toBe(0)
})

test('a service has an entry of the guidance catalogue, of its own category', async () => {
  const town = await world()
  const surveyId = await reportedSurvey(town)
  const id = await draftedNeed(town, { catalogueId: undefined, surveyId })
  await expect(publishNeed(town.as('director'), { needId: id })).rejects.toMatchObject({
    reason: 'catalogue-missing',
  })
  const [other] = await town.db.select().from(catalogueEntries).where(eq(catalogueEntries.category, 'CHILD'))
  await expect(
    editNeed(town.as('clerk'), { ...(await needOf(town, { catalogueId: other!.id })), needId: id }),
  ).rejects.toMatchObject({ reason: 'catalogue-other-category' })
  await expect(
    editNeed(town.as('clerk'), { ...(await needOf(town, { catalogueId: 'none' })), needId: id }),
  ).rejects.toMatchObject({ reason: 'catalogue-entry' })
})

test('a blank answer to the negative list is not a no', async () => {
  const town = await world()
  const { id } = await draftNeed(town.as('clerk'), await needOf(town, { estimate: yuan(5_000) }))
  await expect(publishNeed(town.as('director'), { needId: id })).rejects.toMatchObject({
    reason: 'negative-list-unanswered',
  })
  expect(negativeListForm.safeParse({ outside_duty: 'no' }).success).toBe(false)
})

test.each(negativeList.map((item) => [item.id, item.article] as const))(
  '%s bars posting and names %s',
  async (item, article) => {
    const town = await world()
    const id = await draftedNeed(town, { estimate: yuan(5_000) })
    await answerNegativeList(town.as('clerk'), { needId: id, answers: { ...no, [item]: true } })
    await expect(publishNeed(town.as('director'), { needId: id })).rejects.toMatchObject({
      reason: 'negative-list-hit',
      params: { article },
    })
    await publishNeed(town.as('director'), { needId: id, onRecord: true })
    await expect(acceptNeed(town.as('approver'), { needId: id })).rejects.toMatchObject({
      reason: 'negative-list-hit',
    })
    await refuseNeed(town.as('approver'), { needId: id, reason })
    expect(await needRow(town, id)).toMatchObject({ state: 'refused', reason, decidedBy: 'approver' })
  },
)

test('works bundled with services and hired hands hit the list whatever was answered; small works do not', () => {
  const hit = (
    itemType: 'service' | 'minor_works' | 'works_with_service' | 'staffing' | 'referral',
    more = {},
  ) => hitsOf({ itemType, negativeAnswers: { ...no, ...more } }).map((h) => h.article)
  expect(hit('works_with_service')).toEqual(['102号令 第十条（三）'])
  expect(hit('staffing')).toEqual(['102号令 第十条（五）'])
  expect(hit('minor_works', { goods_or_works: true })).toEqual([])
  expect(hit('service', { goods_or_works: true })).toEqual(['102号令 第十条（三）'])
  expect(hit('service')).toEqual([])
})

test('what nothing bars is posted, not put on record', async () => {
  const town = await world()
  const id = await draftedNeed(town, { surveyId: await reportedSurvey(town) })
  await expect(publishNeed(town.as('director'), { needId: id, onRecord: true })).rejects.toMatchObject({
    reason: 'nothing-to-put-on-record',
  })
})

test('a matter to be redirected cannot be accepted, and says to whom it went', async () => {
  const town = await world()
  const id = await draftedNeed(town, { itemType: 'referral', estimate: yuan(0), catalogueId: undefined })
  await publishNeed(town.as('director'), { needId: id })
  await expect(acceptNeed(town.as('approver'), { needId: id })).rejects.toMatchObject({
    reason: 'referral-is-not-bought',
  })
  await redirectNeed(town.as('approver'), {
    needId: id,
    redirectTo: '社区人民调解委员会',
    reason: '属业主之间的民事纠纷',
  })
  expect(await needRow(town, id)).toMatchObject({ state: 'redirected', redirectTo: '社区人民调解委员会' })
})

test('only the street’s approver decides, and never on what he drafted or his own committee posted', async () => {
  const town = await world()
  const id = await publishedNeed(town)
  for (const key of ['handler', 'finance', 'director', 'clerk', 'dApprover', 'resident1', 'centre', null])
    for (const decide of [acceptNeed, returnNeed, refuseNeed])
      await expect(decide(town.as(key), { needId: id, reason })).rejects.toMatchObject({ kind: 'forbidden' })
  const both = town.as('approver')
  const alsoDirector = {
    ...both,
    actor: {
      ...both.actor,
      seats: [...both.actor.seats, { id: 'x', role: 'committee_director' as const, partyId: 'C1' }],
    },
  }
  await expect(acceptNeed(alsoDirector, { needId: id })).rejects.toMatchObject({
    reason: 'sod-poster-approves',
  })
  await town.transact((tx) => tx.update(needs).set({ draftedBy: 'approver' }).where(eq(needs.id, id)))
  await expect(acceptNeed(both, { needId: id })).rejects.toMatchObject({ reason: 'sod-poster-approves' })
})

test('a returned need is written better and posted again, with its days anew; both are told', async () => {
  const town = await world()
  const id = await publishedNeed(town)
  await returnNeed(town.as('approver'), { needId: id, reason })
  expect(await needRow(town, id)).toMatchObject({ state: 'returned', reason })
  await editNeed(town.as('clerk'), { ...(await needOf(town, { beneficiaries: 38 })), needId: id })
  town.clock.pass(86_400_000)
  expect(await publishNeed(town.as('director'), { needId: id })).toMatchObject({ dueOn: '2026-03-17' })
  await acceptNeed(town.as('approver'), { needId: id })
  const told = await trailOfNeed(town.db, [id])
  expect(told.map((t) => t.key).sort()).toEqual([
    'need.accept',
    'need.publish',
    'need.publish',
    'need.return',
  ])
  expect(told.find((t) => t.key === 'need.return')!.words).toBe(reason)
})

test('who edited a need decides it no more than who drafted it', async () => {
  const town = await world()
  const id = await publishedNeed(town)
  await returnNeed(town.as('approver'), { needId: id, reason })
  const edited = { ...(await needOf(town, { beneficiaries: 38 })), needId: id }
  await editNeed(inSeatOf(town, 'approver', 'clerk'), edited)
  await publishNeed(town.as('director'), { needId: id })
  await expect(acceptNeed(town.as('approver'), { needId: id })).rejects.toMatchObject({
    reason: 'sod-poster-approves',
  })
  expect(await deskOfNeed(town.db, town.as('approver'))).toMatchObject([{ kind: 'wait' }])
  expect(await readNeedForDesk(town.as('approver'), id)).toMatchObject({ decides: false })
})

test('the street is in time to the last second of the tenth working day', async () => {
  const town = await world()
  const id = await publishedNeed(town)
  const due = (await needRow(town, id)).dueAt!
  expect(isOverdue(await needRow(town, id), new Date(due.getTime() - 1000))).toBe(false)
  expect(isOverdue(await needRow(town, id), due)).toBe(true)
  town.clock.set(due)
  await acceptNeed(town.as('approver'), { needId: id })
  const [written] = await town.db.select().from(journal).where(eq(journal.action, 'need.accept'))
  expect(written!.detail).toMatchObject({ late: true })
  expect(isOverdue(await needRow(town, id), due)).toBe(false)
})

test('a need is merged into a live one of its community, and its supporters go with it', async () => {
  const town = await world()
  const into = await acceptedNeed(town)
  const id = await draftedNeed(town, { surveyId: (await town.db.select().from(needEvidence))[0]!.refId })
  await publishNeed(town.as('director'), { needId: id })
  await supportNeed(town.as('resident1'), { needId: id })
  await supportNeed(town.as('resident2'), { needId: into })
  await supportNeed(town.as('resident1'), { needId: into })
  await expect(mergeNeed(town.as('director'), { needId: id, into: id, reason })).rejects.toMatchObject({
    reason: 'need-into-itself',
  })
  await expect(mergeNeed(town.as('clerk'), { needId: id, into, reason })).rejects.toMatchObject({
    kind: 'forbidden',
  })
  await mergeNeed(town.as('director'), { needId: id, into, reason })
  expect(await needRow(town, id)).toMatchObject({ state: 'merged', mergedInto: into })
  expect(await supportersOfNeed(town.db, into)).toBe(2)
  await expect(mergeNeed(town.as('director'), { needId: into, into: id, reason })).rejects.toMatchObject({
    reason: 'need-not-live',
  })
})

test('a need is withdrawn with the reason by its director, not once it is on a slate', async () => {
  const town = await world()
  const id = await acceptedNeed(town)
  for (const key of ['clerk', 'approver', 'director2'])
    await expect(withdrawNeed(town.as(key), { needId: id, reason })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  await town.transact((tx) => followNeeds(tx, town.as('clerk'), [id], 'shortlist'))
  await expect(withdrawNeed(town.as('director'), { needId: id, reason })).rejects.toMatchObject({
    reason: 'not-in-this-state',
  })
  await expect(mergeNeed(town.as('director'), { needId: id, into: 'x', reason })).rejects.toMatchObject({
    reason: 'need-on-a-slate',
  })
  await town.transact((tx) => followNeeds(tx, town.as('clerk'), [id], 'unlist'))
  await withdrawNeed(town.as('director'), { needId: id, reason })
  expect((await needRow(town, id)).state).toBe('withdrawn')
})

test('needs follow a round, a plan and a contract, all or none', async () => {
  const town = await world()
  const [one, two] = [await acceptedNeed(town), await draftedNeed(town)]
  const follow = (
    ids: string[],
    move: 'shortlist' | 'select' | 'purchase' | 'deliver' | 'pass_over',
    why?: string,
  ) => town.transact((tx) => followNeeds(tx, town.as('clerk'), ids, move, why))
  await expect(follow([one, two], 'shortlist')).rejects.toMatchObject({ reason: 'not-in-this-state' })
  expect((await needRow(town, one)).state).toBe('accepted')
  await expect(follow([one, 'none'], 'shortlist')).rejects.toMatchObject({ kind: 'missing' })
  await follow([one], 'shortlist')
  await follow([one], 'pass_over', '得票未过门槛')
  expect(await needRow(town, one)).toMatchObject({ state: 'not_selected', reason: '得票未过门槛' })
  await follow([one], 'shortlist')
  await follow([one], 'select')
  await follow([one], 'purchase')
  await follow([one], 'deliver')
  expect((await needRow(town, one)).state).toBe('delivered')
})

test('我也需要 is for neighbours who signed in, on needs that are public and live', async () => {
  const town = await world()
  const draft = await draftedNeed(town)
  const id = await publishedNeed(town)
  await expect(supportNeed(town.as('resident1'), { needId: draft })).rejects.toMatchObject({
    kind: 'missing',
  })
  await expect(supportNeed(town.as(null), { needId: id })).rejects.toMatchObject({ reason: 'sign-in-first' })
  await expect(supportNeed(town.as('resident6'), { needId: id })).rejects.toMatchObject({
    reason: 'not-your-community',
  })
  for (const key of ['resident1', 'resident1', 'resident2']) await supportNeed(town.as(key), { needId: id })
  expect(await supportersOfNeed(town.db, id)).toBe(2)
  await refuseNeed(town.as('approver'), { needId: id, reason })
  await expect(supportNeed(town.as('resident3'), { needId: id })).rejects.toMatchObject({
    reason: 'need-not-live',
  })
})

test('a like need of the same community, category and ground is warned of', async () => {
  const town = await world()
  const one = await acceptedNeed(town)
  const like = await findNeed(town.db, await draftedNeed(town))
  expect((await findLikeNeeds(town.db, like)).map((n) => n.id)).toEqual([one])
  const away = await findNeed(
    town.db,
    await draftedNeed(town, {
      gridIds: ['G2'],
      title: '无电梯楼栋助浴',
      evidence: '四层以上半年未出小区洗浴的有九十四人。',
    }),
  )
  expect(await findLikeNeeds(town.db, away)).toEqual([])
  const other = await findNeed(town.db, await draftedNeed(town, { category: 'CHILD' }))
  expect(await findLikeNeeds(town.db, other)).toEqual([])
})

test('the public list holds posted needs only, twenty a page, newest first, by place and category', async () => {
  const town = await world()
  const posted = await publishedNeed(town)
  await draftedNeed(town)
  const first = await needRow(town, posted)
  const more = Array.from({ length: 24 }, (_, i) => ({
    ...first,
    id: `n${String(i).padStart(2, '0')}`,
    refNo: `R${i}`,
    publishedAt: new Date(first.publishedAt!.getTime() - (i % 5) * 1000),
  }))
  await town.transact((tx) => tx.insert(needs).values(more))
  const page = await listNeeds(town.db, {})
  const rest = await listNeeds(town.db, { after: page.next! })
  expect([page.needs.length, rest.needs.length, rest.next]).toEqual([20, 5, null])
  expect(new Set([...page.needs, ...rest.needs].map((n) => n.id)).size).toBe(25)
  expect((await listNeeds(town.db, { communityId: 'C2' })).needs).toEqual([])
  expect((await listNeeds(town.db, { category: 'CHILD' })).needs).toEqual([])
  expect((await listNeeds(town.db, { after: "1' or 1=1" })).needs).toHaveLength(20)
  expect(page.needs.find((n) => n.id === posted)).toMatchObject({ priority: 72, also: 0 })
})

test('the priority lies between 12 and 100 and rises with each of its parts', () => {
  const level = fc.integer({ min: 1, max: 5 })
  fc.assert(
    fc.property(level, level, fc.double({ min: 0, max: 1, noNaN: true }), (urgency, severity, share) => {
      const at = priorityOf({ urgency, severity, share })
      expect(at).toBeGreaterThanOrEqual(12)
      expect(at).toBeLessThanOrEqual(100)
      if (urgency < 5) expect(priorityOf({ urgency: urgency + 1, severity, share })).toBeGreaterThan(at)
      if (severity < 5) expect(priorityOf({ urgency, severity: severity + 1, share })).toBeGreaterThan(at)
    }),
  )
  expect(priorityOf({ urgency: 5, severity: 5, share: 1 })).toBe(100)
  expect(priorityOf({ urgency: 1, severity: 1, share: null })).toBe(12)
})

test.each([
  [{ estimate: '12万' }, 12_000_000],
  [{ estimate: '120,000.50' }, 12_000_050],
  [{ estimate: '一万' }, null],
  [{ estimate: '-5' }, null],
  [{ urgency: '6' }, null],
  [{ title: '短' }, null],
  [{ state: 'accepted' }, null],
])('the form reads %j', async (more, estimate) => {
  const town = await world()
  const read = draftNeedForm.safeParse({ ...(await needOf(town)), estimate: '1', ...more })
  expect(read.success ? read.data.estimate : null).toBe(estimate)
})

test('each desk shows what waits for it', async () => {
  const town = await world()
  await draftedNeed(town)
  const posted = await publishedNeed(town)
  const keys = async (who: string) => (await deskOfNeed(town.db, town.as(who))).map((i) => i.key).sort()
  expect(await keys('clerk')).toEqual(['need.wait', 'need.write'])
  expect(await keys('director')).toEqual(['need.publish', 'need.wait'])
  expect(await keys('approver')).toEqual(['need.decide'])
  expect(await keys('resident1')).toEqual([])
  await returnNeed(town.as('approver'), { needId: posted, reason })
  expect(await keys('director')).toEqual(['need.publish', 'need.rewrite'])
})

test('the pages that write and decide a need are closed to everyone else', async () => {
  const town = await world()
  const id = await draftedNeed(town)
  await expect(readPublicNeed(town.as('resident1'), id)).rejects.toMatchObject({ kind: 'missing' })
  for (const key of ['resident1', 'clerk2', 'station', 'editor1', 'dApprover', null]) {
    await expect(readNeedForDesk(town.as(key), id)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(readForWriting(town.as(key), id)).rejects.toMatchObject({ kind: 'forbidden' })
  }
  expect(await readNeedForDesk(town.as('clerk'), id)).toMatchObject({
    edits: true,
    publishes: false,
    decides: false,
  })
  expect(await readNeedForDesk(town.as('director'), id)).toMatchObject({ edits: true, publishes: true })
  const posted = await readPublicNeed(town.as(null), await publishedNeed(town))
  expect(JSON.stringify(posted)).not.toMatch(/"(clerk|director)"/)
})
