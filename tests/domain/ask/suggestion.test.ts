import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { journal, needEvidence, notices, places, suggestions } from '#db/schema/index.ts'
import { findNeed } from '#domain/ask/need/find-need.ts'
import { supportersOfNeed } from '#domain/ask/need/find-supporters.ts'
import { adoptSuggestion } from '#domain/ask/suggestion/adopt-suggestion.ts'
import { answerSuggestion } from '#domain/ask/suggestion/answer-suggestion.ts'
import { deskOfSuggestion } from '#domain/ask/suggestion/desk.ts'
import { dutiesData as duties } from '#domain/ask/suggestion/duties-data.ts'
import { findSimilar } from '#domain/ask/suggestion/find-similar.ts'
import {
  findSuggestion,
  isOverdue,
  isOwn,
  proofOf,
  suggestionsOf,
} from '#domain/ask/suggestion/find-suggestion.ts'
import { submitSuggestionForm } from '#domain/ask/suggestion/forms.ts'
import { mergeSuggestion } from '#domain/ask/suggestion/merge-suggestion.ts'
import { readForAnswer } from '#domain/ask/suggestion/read-for-answer.ts'
import { readSuggestion } from '#domain/ask/suggestion/read-suggestion.ts'
import { referSuggestion } from '#domain/ask/suggestion/refer-suggestion.ts'
import { submitDraft } from '#domain/ask/suggestion/submit-draft.ts'
import { submitSuggestion } from '#domain/ask/suggestion/submit-suggestion.ts'
import { supportSuggestion } from '#domain/ask/suggestion/support-suggestion.ts'
import { trailOfSuggestion } from '#domain/ask/suggestion/trail.ts'
import { ask, draftedNeed, publishedNeed, saidBy } from '#tests/support/ask.ts'
import { type Town, world } from '#tests/support/world.ts'

const reply = '已经安排物业本周五前修好楼道灯，谢谢提醒。'
const row = async (town: Town, refNo: string) => findSuggestion(town.db, refNo)
const submit = (town: Town, more = {}, who: string | null = 'resident1') =>
  submitSuggestion(town.as(who), ask(more))

test('an ask gets a number and the day by which an answer is due, five working days on', async () => {
  const town = await world()
  const { refNo, dueOn } = await submit(town)
  expect(refNo).toMatch(/^TY-2026-000001-\d$/)
  expect(dueOn).toBe('2026-03-09')
  expect(await row(town, refNo)).toMatchObject({
    state: 'submitted',
    personId: 'resident1',
    dueAt: new Date('2026-03-10T00:00:00+08:00'),
  })
})

test.each([
  ['need', null, 'committee_clerk', 'C1'],
  ['mediation', null, 'committee_clerk', 'C1'],
  ['errand', null, 'station_clerk', 'ST1'],
  ['grid_event', 'G1', 'grid_worker', 'G1'],
  ['grid_event', 'G2', 'street_handler', 'S1'],
  ['grid_event', null, 'street_handler', 'S1'],
  ['other', null, 'street_handler', 'S1'],
] as const)(
  '%s in grid %s waits for the %s at %s, who is told',
  async (kind, gridId, handlerRole, handlerPartyId) => {
    const town = await world()
    const { refNo } = await submit(town, { kind, gridId: gridId ?? undefined, category: null })
    expect(await row(town, refNo)).toMatchObject({ handlerRole, handlerPartyId })
    const [told] = await town.db.select().from(notices)
    expect(told).toMatchObject({ role: handlerRole, partyId: handlerPartyId, message: 'suggestion-new' })
  },
)

test('where a community has no station, an errand still has somebody', async () => {
  const town = await world()
  const { refNo } = await submit(town, { kind: 'errand', communityId: 'C2' })
  expect(await row(town, refNo)).toMatchObject({ handlerRole: 'street_handler', handlerPartyId: 'S1' })
})

test('nobody need sign in, a clerk may write it down for someone, and neither is taken for the asker', async () => {
  const town = await world()
  const anonymous = await submit(town, {}, null)
  expect(await row(town, anonymous.refNo)).toMatchObject({ personId: null })
  const helped = await submit(town, {}, 'station')
  expect(await row(town, helped.refNo)).toMatchObject({ personId: null })
})

test('a telephone is kept as a keyed hash and four digits, and opens the words to whoever knows them', async () => {
  const town = await world()
  const { refNo } = await submit(town, { phone: '13800001234' }, null)
  const kept = await row(town, refNo)
  expect(JSON.stringify(kept)).not.toContain('13800001234')
  expect(kept).toMatchObject({ phoneTail: '1234', phoneHash: town.vault.keyed('phone', '13800001234') })
  expect(isOwn(town.as(null), kept, proofOf(town.as(null), kept.refNo))).toBe(true)
  for (const made of ['1234', proofOf(town.as(null), 'TY-2026-999999')])
    expect(isOwn(town.as(null), kept, made)).toBe(false)
  expect(isOwn(town.as(null), kept)).toBe(false)
  expect(isOwn(town.as('resident2'), kept)).toBe(false)
})

test('the form reads telephones as people type them and refuses short words', () => {
  const typed = (more: object) => submitSuggestionForm.safeParse({ ...ask(), ...more })
  expect(typed({ phone: '+86 138-0000 1234' }).data?.phone).toBe('13800001234')
  expect(typed({ phone: '１３８００００１２３４' }).data?.phone).toBe('13800001234')
  expect(typed({ phone: '' }).data?.phone).toBeUndefined()
  expect(typed({ phone: '12345' }).success).toBe(false)
  expect(typed({ words: '楼道黑' }).success).toBe(false)
  expect(typed({ words: '楼'.repeat(501) }).success).toBe(false)
  expect(typed({ handlerRole: 'auditor' }).success).toBe(false)
})

test('an unknown community or a grid elsewhere is refused', async () => {
  const town = await world()
  await expect(submit(town, { communityId: 'C9' })).rejects.toMatchObject({ kind: 'missing' })
  await expect(submit(town, { gridId: 'G3' })).rejects.toMatchObject({ reason: 'grid-elsewhere' })
})

test('a year without a holiday notice is a refusal and leaves nothing behind', async () => {
  const town = await world()
  town.clock.set(new Date('2026-12-30T09:00:00+08:00'))
  await expect(submit(town)).rejects.toMatchObject({ reason: 'calendar-year-missing' })
  expect(await town.db.$count(suggestions)).toBe(0)
})

test('an ask is in time to the last second of the day it is due, and overdue the next', async () => {
  const town = await world()
  const { refNo } = await submit(town)
  const due = await row(town, refNo)
  expect(isOverdue(due, new Date(due.dueAt.getTime() - 1000))).toBe(false)
  expect(isOverdue(due, due.dueAt)).toBe(true)
  town.clock.set(new Date(due.dueAt.getTime() - 1000))
  expect(await deskOfSuggestion(town.db, town.as('approver'))).toEqual([])
  town.clock.pass(1000)
  expect((await deskOfSuggestion(town.db, town.as('approver'))).map((i) => i.key)).toEqual([
    'suggestion.owed',
  ])
  await answerSuggestion(town.as('clerk'), { refNo, duty: 'outside', reply })
  const [written] = await town.db.select().from(journal).where(eq(journal.action, 'suggestion.answer'))
  expect(written!.detail).toEqual({ late: true })
  expect(await deskOfSuggestion(town.db, town.as('approver'))).toEqual([])
})

test('whose turn it is answers, once, and the asker is told', async () => {
  const town = await world()
  const { refNo } = await submit(town)
  for (const key of [
    'clerk2',
    'director2',
    'station',
    'grid',
    'handler',
    'resident1',
    'editor1',
    'auditor',
    null,
  ])
    await expect(answerSuggestion(town.as(key), { refNo, duty: 'outside', reply })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  await answerSuggestion(town.as('director'), { refNo, duty: 'outside', reply })
  expect(await row(town, refNo)).toMatchObject({ state: 'answered', reply, repliedBy: 'director' })
  await expect(answerSuggestion(town.as('clerk'), { refNo, duty: 'outside', reply })).rejects.toMatchObject({
    reason: 'not-in-this-state',
  })
  const told = await town.db.select().from(notices).where(eq(notices.personId, 'resident1'))
  expect(told).toMatchObject([{ message: 'suggestion-replied', link: `/suggestions/${refNo}` }])
})

test('a street handler does not answer what waits for the committee, nor the committee what waits for the street', async () => {
  const town = await world()
  const mine = await submit(town, { kind: 'other' })
  await expect(
    answerSuggestion(town.as('clerk'), { refNo: mine.refNo, duty: 'outside', reply }),
  ).rejects.toMatchObject({
    reason: 'not-your-body',
  })
  await expect(
    adoptSuggestion(town.as('handler'), {
      refNo: mine.refNo,
      category: 'ELDER',
      title: '楼道照明维护',
      duty: 'outside',
      reply,
    }),
  ).rejects.toMatchObject({ kind: 'forbidden' })
  await answerSuggestion(town.as('handler'), { refNo: mine.refNo, duty: 'outside', reply })
})

test('adopting opens a draft of a need with the ask and its supporters as evidence', async () => {
  const town = await world()
  const { refNo } = await submit(town, { gridId: 'G1' })
  for (const key of ['resident2', 'resident3', 'resident2']) await supportSuggestion(town.as(key), { refNo })
  const { needId } = await adoptSuggestion(town.as('clerk'), {
    refNo,
    category: 'ELDER',
    title: '楼道照明维护服务',
    duty: 'outside',
    reply,
  })
  expect(await findNeed(town.db, needId)).toMatchObject({
    state: 'draft',
    title: '楼道照明维护服务',
    gridIds: ['G1'],
    draftedBy: 'clerk',
  })
  const [cited] = await town.db.select().from(needEvidence)
  expect(cited).toMatchObject({ needId, kind: 'suggestion', count: 3, note: refNo })
  expect(await supportersOfNeed(town.db, needId)).toBe(3)
  const [told] = await trailOfSuggestion(town.db, [needId])
  expect(told).toMatchObject({ key: 'suggestion.adopt', words: reply })
  expect(JSON.stringify(told)).not.toContain('台阶')
})

test('an ask may strengthen a draft of its own community, not of another, not one already posted', async () => {
  const town = await world()
  const needId = await draftedNeed(town)
  const { refNo } = await submit(town)
  const other = await submit(town, { communityId: 'C2' }, 'resident6')
  const input = { category: 'ELDER' as const, title: '楼道照明维护服务', duty: 'outside', reply }
  await expect(
    adoptSuggestion(town.as('clerk2'), { ...input, refNo: other.refNo, needId }),
  ).rejects.toMatchObject({ reason: 'need-elsewhere' })
  const posted = await publishedNeed(town)
  await expect(adoptSuggestion(town.as('clerk'), { ...input, refNo, needId: posted })).rejects.toMatchObject({
    reason: 'need-no-longer-drafted',
  })
  expect(await adoptSuggestion(town.as('clerk'), { ...input, refNo, needId })).toEqual({ refNo, needId })
})

test('an ask is merged into a posted need of its community only', async () => {
  const town = await world()
  const draft = await draftedNeed(town)
  const needId = await publishedNeed(town)
  const { refNo } = await submit(town)
  const other = await submit(town, { communityId: 'C2' }, 'resident6')
  await expect(
    mergeSuggestion(town.as('clerk'), { refNo, needId: draft, duty: 'outside', reply }),
  ).rejects.toMatchObject({
    reason: 'need-not-live',
  })
  await expect(
    mergeSuggestion(town.as('clerk2'), { refNo: other.refNo, needId, duty: 'outside', reply }),
  ).rejects.toMatchObject({ reason: 'need-elsewhere' })
  await expect(
    mergeSuggestion(town.as('handler'), { refNo, needId, duty: 'outside', reply }),
  ).rejects.toMatchObject({
    kind: 'forbidden',
  })
  await mergeSuggestion(town.as('clerk'), { refNo, needId, duty: 'outside', reply })
  expect(await row(town, refNo)).toMatchObject({ state: 'merged', needId })
  expect(await supportersOfNeed(town.db, needId)).toBe(1)
})

test('我也需要 counts each neighbour once, and never the asker or a stranger', async () => {
  const town = await world()
  const { refNo } = await submit(town)
  for (const _ of [1, 2, 3]) await supportSuggestion(town.as('resident2'), { refNo })
  expect(await saidBy(town, 'resident2')).toHaveLength(1)
  await expect(supportSuggestion(town.as('resident1'), { refNo })).rejects.toMatchObject({
    reason: 'support-own',
  })
  await expect(supportSuggestion(town.as('resident6'), { refNo })).rejects.toMatchObject({
    reason: 'not-your-community',
  })
  await expect(supportSuggestion(town.as(null), { refNo })).rejects.toMatchObject({ reason: 'sign-in-first' })
  await answerSuggestion(town.as('clerk'), { refNo, duty: 'outside', reply })
  await expect(supportSuggestion(town.as('resident3'), { refNo })).rejects.toMatchObject({
    reason: 'suggestion-answered',
  })
})

test('the government’s own duty cannot be handed to a community body', async () => {
  const town = await world()
  const { refNo } = await submit(town, { kind: 'other', words: '街口违章搭建的棚子一直没有人来拆，请处理。' })
  const reason = '请社区上门处理'
  const desks = ['committee', 'station', 'grid'] as const
  for (const desk of desks)
    await expect(
      referSuggestion(town.as('handler'), { refNo, desk, duty: 'G01', reason }),
    ).rejects.toMatchObject({
      kind: 'conflict',
      reason: 'government-duty-not-for-community',
      params: { ground: expect.stringContaining('13号') },
    })
  expect(duties.filter((d) => d.kind === 'government').every((d) => !d.desks.includes('committee'))).toBe(
    true,
  )
})

test('a committee hands the government’s duty up with the ground, and the promised day stays', async () => {
  const town = await world()
  const { refNo, dueOn } = await submit(town)
  const was = await row(town, refNo)
  town.clock.pass(3 * 86_400_000)
  await referSuggestion(town.as('clerk'), { refNo, desk: 'street', duty: 'G02', reason: '属城市管理执法' })
  expect(await row(town, refNo)).toMatchObject({
    state: 'submitted',
    handlerRole: 'street_handler',
    handlerPartyId: 'S1',
    dueAt: was.dueAt,
  })
  expect(dueOn).toBe('2026-03-09')
  await expect(answerSuggestion(town.as('clerk'), { refNo, duty: 'outside', reply })).rejects.toMatchObject({
    kind: 'forbidden',
  })
  const [written] = await town.db.select().from(journal).where(eq(journal.action, 'suggestion.refer'))
  expect(written!.detail).toMatchObject({ duty: 'G02', from: 'C1', to: 'S1' })
  const told = await town.db.select().from(notices).where(eq(notices.personId, 'resident1'))
  expect(told).toMatchObject([{ message: 'suggestion-moved-on', link: `/suggestions/${refNo}` }])
})

test('an ask is not handed to a desk that is not there, nor to the one that has it, nor on a ground that is not in the list', async () => {
  const town = await world()
  const { refNo } = await submit(town)
  const reason = '请代办政务事项'
  await expect(
    referSuggestion(town.as('clerk'), { refNo, desk: 'committee', duty: 'A02', reason }),
  ).rejects.toMatchObject({ reason: 'already-with-that-desk' })
  await expect(
    referSuggestion(town.as('clerk'), { refNo, desk: 'grid', duty: 'B01', reason }),
  ).rejects.toMatchObject({ reason: 'no-such-desk-here' })
  await expect(
    referSuggestion(town.as('clerk'), { refNo, desk: 'street', duty: 'A01', reason }),
  ).rejects.toMatchObject({ reason: 'duty-not-of-that-desk' })
  await expect(
    referSuggestion(town.as('clerk'), { refNo, desk: 'street', duty: 'X', reason }),
  ).rejects.toMatchObject({ reason: 'no-such-duty' })
})

test('what neighbours asked for comes up by its words or category, never with a resident’s words', async () => {
  const town = await world()
  const posted = await publishedNeed(town)
  const { refNo } = await submit(town)
  const sought = { communityId: 'C1', category: 'ELDER', kind: 'need', now: town.clock.now() }
  const found = await findSimilar(town.db, { ...sought, words: '三号楼的灯坏了，老人下楼看不见' })
  expect(found.map((f) => f.ref).sort()).toEqual([posted, refNo].sort())
  expect(JSON.stringify(found)).not.toContain('台阶')
  expect(await findSimilar(town.db, { ...sought, communityId: 'C2' })).toEqual([])
  expect((await findSimilar(town.db, { ...sought, category: 'CHILD' })).length).toBe(0)
})

test('a person finds his own asks, a desk only those whose turn it is', async () => {
  const town = await world()
  await submit(town)
  await submit(town, { kind: 'errand' })
  expect(await suggestionsOf(town.db, 'resident1')).toHaveLength(2)
  expect(await suggestionsOf(town.db, 'resident2')).toHaveLength(0)
  const keys = async (who: string) => (await deskOfSuggestion(town.db, town.as(who))).map((i) => i.key)
  expect(await keys('clerk')).toEqual(['suggestion.need'])
  expect(await keys('station')).toEqual(['suggestion.errand'])
  expect(await keys('handler')).toEqual([])
  expect(await keys('resident1')).toEqual([])
})

test('without the telephone’s tail a number shows the answer and whose turn it is, never the words', async () => {
  const town = await world()
  const { refNo } = await submit(town, { phone: '13800001234', where: '3 号楼' }, null)
  const stranger = await readSuggestion(town.as('resident2'), refNo)
  expect(stranger).toMatchObject({ words: null, where: null, joins: 'may', left: 5 })
  expect(JSON.stringify(stranger)).not.toMatch(/台阶|3 号楼|1234/)
  expect(await readSuggestion(town.as(null), refNo, proofOf(town.as(null), refNo))).toMatchObject({
    words: ask().words,
    joins: 'sign-in',
  })
  expect(await readSuggestion(town.as(null), refNo, '4321')).toMatchObject({ words: null })
})

test('a draft that is no longer whole is refused; sent twice under one key it is one ask', async () => {
  const town = await world()
  await expect(submitDraft(town.as(null), { topic: 'errand' })).rejects.toMatchObject({
    reason: 'ask-draft-gone',
  })
  const whole = { topic: 'need:ELDER' as const, communityId: 'C1', words: ask().words }
  const sent = await Promise.all([1, 2].map(() => submitDraft(town.as(null, 'the-same-form-key'), whole)))
  expect(new Set(sent.map((s) => s.refNo)).size).toBe(1)
  expect(await town.db.$count(suggestions)).toBe(1)
})

test('closed pages authorise too', async () => {
  const town = await world()
  const { refNo } = await submit(town)
  for (const key of ['clerk2', 'station', 'handler', 'resident1', 'auditor', null])
    await expect(readForAnswer(town.as(key), refNo)).rejects.toMatchObject({ kind: 'forbidden' })
  const whole = await readForAnswer(town.as('clerk'), refNo)
  expect([whole.asked.words, whole.grid]).toEqual([ask().words, null])
  const { refNo: placed } = await submit(town, { gridId: 'G1' })
  const [grid] = await town.db.select().from(places).where(eq(places.id, 'G1'))
  expect((await readForAnswer(town.as('clerk'), placed)).grid).toBe(grid!.name)
})
