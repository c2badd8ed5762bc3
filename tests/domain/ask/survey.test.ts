import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { journal, surveyAnswers, surveys } from '#db/schema/index.ts'
import { answerSurvey } from '#domain/ask/survey/answer-survey.ts'
import { closeSurvey } from '#domain/ask/survey/close-survey.ts'
import { deskOfSurvey } from '#domain/ask/survey/desk.ts'
import { draftSurvey } from '#domain/ask/survey/draft-survey.ts'
import { enterAnswer } from '#domain/ask/survey/enter-answer.ts'
import { findSurvey, findSurveyByCode, openSurveys, standing } from '#domain/ask/survey/find-survey.ts'
import { publishSurvey } from '#domain/ask/survey/publish-survey.ts'
import { reportSurvey } from '#domain/ask/survey/report-survey.ts'
import { suppressRow } from '#domain/ask/survey/suppress.ts'
import { mentionShare, reportOf, reportOn } from '#domain/ask/survey/survey-report.ts'
import { aTemplate, openSurvey, reportedSurvey } from '#tests/support/ask.ts'
import { genuinePaper } from '#tests/support/paper.ts'
import { world } from '#tests/support/world.ts'

const second = 1000
const codeOf = async (town: Awaited<ReturnType<typeof world>>, id: string) =>
  (await findSurvey(town.db, id)).shortCode

test('a clerk drafts a survey of the own community and publishes it; it gets a short code', async () => {
  const town = await world()
  const id = await openSurvey(town)
  const survey = await findSurvey(town.db, id)
  expect(survey).toMatchObject({ state: 'published', communityId: 'C1', committeeId: 'C1' })
  expect(survey.shortCode).toMatch(/^[0-9a-hjkmnp-tv-z]{7}$/)
  expect(survey.refNo).toMatch(/^DC-2026-/)
  expect((await findSurveyByCode(town.db, ` ${survey.shortCode.toUpperCase()} `)).id).toBe(id)
  await genuinePaper(town, 'clerk', 'survey', id)
  await expect(genuinePaper(town, 'resident1', 'survey', id)).rejects.toMatchObject({
    reason: 'nothing-here',
  })
})

test('only the clerk of that committee drafts, publishes, closes and reports', async () => {
  const town = await world()
  const { id: templateId } = await aTemplate(town)
  const input = { templateId, name: '需求调查', opens: '2026-03-02', closes: '2026-03-10' }
  for (const key of ['director', 'resident1', 'station', 'handler', 'editor1', null])
    await expect(draftSurvey(town.as(key), input)).rejects.toMatchObject({ kind: 'forbidden' })
  const { id } = await draftSurvey(town.as('clerk'), input)
  for (const key of ['clerk2', 'director', 'resident1']) {
    await expect(publishSurvey(town.as(key), { surveyId: id })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(closeSurvey(town.as(key), { surveyId: id })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(reportSurvey(town.as(key), { surveyId: id })).rejects.toMatchObject({ kind: 'forbidden' })
  }
})

test('a survey that would end before it begins, or in the past, is not drafted', async () => {
  const town = await world()
  const { id: templateId } = await aTemplate(town)
  const input = { templateId, name: '需求调查', opens: '2026-03-10', closes: '2026-03-09' }
  await expect(draftSurvey(town.as('clerk'), input)).rejects.toMatchObject({
    reason: 'ends-before-it-begins',
  })
  const past = { ...input, opens: '2026-02-01', closes: '2026-03-01' }
  await expect(draftSurvey(town.as('clerk'), past)).rejects.toMatchObject({
    reason: 'survey-ends-in-the-past',
  })
  await expect(
    draftSurvey(town.as('clerk'), { ...input, closes: '2026-03-12', templateId: 'none' }),
  ).rejects.toMatchObject({ reason: 'survey-template' })
})

test('answers are taken from the first second of the first day to the last second of the last', async () => {
  const town = await world()
  const id = await openSurvey(town, { opens: '2026-03-05', closes: '2026-03-06' })
  const code = await codeOf(town, id)
  const answer = () => answerSurvey(town.as(null), { code, answers: { Q1: '60 至 79 岁' } })
  town.clock.set(new Date(new Date('2026-03-05T00:00:00+08:00').getTime() - second))
  await expect(answer()).rejects.toMatchObject({ reason: 'survey-not-open' })
  town.clock.pass(second)
  await answer()
  town.clock.set(new Date(new Date('2026-03-07T00:00:00+08:00').getTime() - second))
  await answer()
  town.clock.pass(second)
  await expect(answer()).rejects.toMatchObject({ reason: 'survey-over' })
  expect(standing(await findSurvey(town.db, id), town.clock.now())).toBe('over')
})

test('nothing of who answered is kept, neither beside the answer nor in the journal', async () => {
  const town = await world()
  const code = await codeOf(town, await openSurvey(town))
  await answerSurvey(town.as('resident1'), { code, answers: { Q6: '楼道太黑' } })
  const [kept] = await town.db.select().from(surveyAnswers)
  expect(kept).toMatchObject({ channel: 'online', enteredBy: null, gridId: null })
  expect(JSON.stringify(kept)).not.toContain('resident1')
  const written = await town.db.select().from(journal).where(eq(journal.actorId, 'resident1'))
  expect(written).toEqual([])
})

test('a form sent twice counts once', async () => {
  const town = await world()
  const id = await openSurvey(town)
  const code = await codeOf(town, id)
  for (const _ of [1, 2])
    await answerSurvey(town.as(null, 'the-same-form-key'), { code, answers: { Q1: '18 岁以下' } })
  expect(await town.db.$count(surveyAnswers)).toBe(1)
})

test.each([
  [{}, 'survey-nothing-answered'],
  [{ Q1: '  ' }, 'survey-nothing-answered'],
  [{ Q1: '一百岁' }, 'survey-no-such-option'],
  [{ Q1: ['18 岁以下', '18 至 35 岁'] }, 'survey-too-many-choices'],
  [{ Q4: ['养老照护', '儿童看护', '助残', '文化活动'] }, 'survey-too-many-choices'],
  [{ Q8: '6' }, 'survey-number'],
  [{ Q8: '0' }, 'survey-number'],
  [{ Q8: 'abc' }, 'survey-number'],
])('%j is refused as %s', async (answers, reason) => {
  const town = await world()
  const code = await codeOf(town, await openSurvey(town))
  await expect(answerSurvey(town.as(null), { code, answers: answers as never })).rejects.toMatchObject({
    kind: 'invalid',
    reason,
  })
})

test('the answers to questions nobody asked are left out', async () => {
  const town = await world()
  const code = await codeOf(town, await openSurvey(town))
  await answerSurvey(town.as(null), { code, answers: { Q1: '18 岁以下', Q99: 'x', constructor: 'y' } })
  const [kept] = await town.db.select().from(surveyAnswers)
  expect(kept!.answers).toEqual({ Q1: '18 岁以下' })
})

test('clerk and station type paper answers in by number, until the report', async () => {
  const town = await world()
  const surveyId = await openSurvey(town)
  const typed = {
    surveyId,
    channel: 'door' as const,
    gridId: 'G1',
    codes: { Q1: '4', Q4: '1，5 6', Q8: '３', Q6: '电梯' },
  }
  expect(await enterAnswer(town.as('clerk'), typed)).toEqual({ surveyId, entered: 1 })
  expect(await enterAnswer(town.as('station'), typed)).toEqual({ surveyId, entered: 2 })
  const [kept] = await town.db.select().from(surveyAnswers)
  expect(kept).toMatchObject({
    channel: 'door',
    gridId: 'G1',
    answers: { Q1: '60 至 79 岁', Q4: ['养老照护', '环境与设施', '文化活动'], Q8: 3, Q6: '电梯' },
  })
  for (const key of ['clerk2', 'resident1', 'director', 'handler'])
    await expect(enterAnswer(town.as(key), typed)).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(enterAnswer(town.as('clerk'), { ...typed, gridId: 'G3' })).rejects.toMatchObject({
    reason: 'grid-elsewhere',
  })
  await expect(enterAnswer(town.as('clerk'), { ...typed, codes: { Q1: '9' } })).rejects.toMatchObject({
    reason: 'survey-no-such-option',
  })
  await closeSurvey(town.as('clerk'), { surveyId })
  for (const n of [3, 4, 5]) expect(await enterAnswer(town.as('clerk'), typed)).toMatchObject({ entered: n })
  await reportSurvey(town.as('clerk'), { surveyId })
  await expect(enterAnswer(town.as('clerk'), typed)).rejects.toMatchObject({
    reason: 'survey-takes-no-answers',
  })
})

test('an open survey is not reported, one past its end is closed and reported in one step', async () => {
  const town = await world()
  const surveyId = await openSurvey(town, { opens: '2026-03-02', closes: '2026-03-03' })
  const codes = { Q1: '1' }
  for (let i = 0; i < 5; i += 1) await enterAnswer(town.as('clerk'), { surveyId, channel: 'desk', codes })
  town.clock.set(new Date(new Date('2026-03-04T00:00:00+08:00').getTime() - second))
  await expect(reportSurvey(town.as('clerk'), { surveyId })).rejects.toMatchObject({
    reason: 'survey-still-open',
  })
  town.clock.pass(second)
  await reportSurvey(town.as('clerk'), { surveyId })
  expect((await findSurvey(town.db, surveyId)).state).toBe('reported')
  await expect(reportSurvey(town.as('clerk'), { surveyId })).rejects.toMatchObject({
    reason: 'not-in-this-state',
  })
})

test('a sample under the least cell is not reported at all', async () => {
  const town = await world()
  const surveyId = await openSurvey(town)
  for (let i = 0; i < 4; i += 1)
    await enterAnswer(town.as('clerk'), { surveyId, channel: 'desk', codes: { Q1: '1' } })
  await closeSurvey(town.as('clerk'), { surveyId })
  await expect(reportSurvey(town.as('clerk'), { surveyId })).rejects.toMatchObject({
    reason: 'survey-sample-too-small',
  })
})

test('before the report nobody reads a count of any answer', async () => {
  const town = await world()
  const survey = await findSurvey(town.db, await openSurvey(town))
  expect(await reportOf(town.db, survey)).toBeNull()
})

test('the report gives sample, coverage and shares, and hides what is small', async () => {
  const town = await world()
  const survey = await findSurvey(town.db, await reportedSurvey(town, 20, 12))
  const report = (await reportOf(town.db, survey))!
  expect(report).toMatchObject({ sample: 20, households: 40, coverage: 0.5 })
  expect(mentionShare(survey, report, 'ELDER')).toBe(0.6)
  expect(mentionShare(survey, report, 'CHILD')).toBeNull()
  expect(report.questions.find((q) => q.id === 'Q6')!.bars).toEqual([])
  expect(report.questions.find((q) => q.id === 'Q1')!.answered).toBeNull()
})

test('no hidden cell can be worked out from what is shown', () => {
  const counts = fc.array(fc.nat(30), { minLength: 2, maxLength: 12 })
  fc.assert(
    fc.property(counts, fc.integer({ min: 2, max: 10 }), (row, least) => {
      const shown = suppressRow(row, least)
      const hidden = row.filter((_, at) => shown[at] === null)
      expect(row.every((count, at) => count >= least || shown[at] === null)).toBe(true)
      expect(shown.every((cell, at) => cell === null || cell === row[at])).toBe(true)
      if (hidden.length === 0) return
      expect(hidden.length).toBeGreaterThan(1)
      const all = row.reduce((a, b) => a + b, 0)
      const held = hidden.reduce((a, b) => a + b, 0)
      expect(held >= least || hidden.length === row.length || all < least).toBe(true)
    }),
  )
})

test('a mean is not given where it would let two hidden cells be solved for', () => {
  const questions = [{ id: 'Q1', kind: 'scale' as const, text: '' }]
  const counted = (n: number) => ({
    sample: n,
    groups: { channel: { online: n }, grid: { '': n } },
    questions: { Q1: { answered: n, marks: { '1': 1, '5': n - 1 }, sum: 5 * n - 4, by: {} } },
  })
  const report = (n: number) => reportOn({ questions, minCell: 5, households: 100 }, counted(n)).questions[0]!
  expect(report(20)).toMatchObject({ answered: 20, mean: null })
  expect(report(400).mean).toBe(5)
})

test('a survey stands on the desk as a draft, while it runs, and when it is over', async () => {
  const town = await world()
  const surveyId = await openSurvey(town, { opens: '2026-03-02', closes: '2026-03-03' })
  const keys = async (who: string) => (await deskOfSurvey(town.db, town.as(who))).map((i) => [i.key, i.kind])
  expect(await keys('clerk')).toEqual([['survey.collect', 'wait']])
  expect(await keys('clerk2')).toEqual([])
  expect(await keys('resident1')).toEqual([])
  town.clock.set(new Date('2026-03-04T00:00:00+08:00'))
  expect(await keys('clerk')).toEqual([['survey.report', 'act']])
  expect(await openSurveys(town.db, town.clock.now())).toEqual([])
  expect(surveyId).toBeTruthy()
  expect(await town.db.$count(surveys)).toBe(1)
})
