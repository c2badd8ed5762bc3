import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { surveyTemplates } from '#db/schema/index.ts'
import { draftSurvey } from '#domain/ask/survey/draft-survey.ts'
import { enterAnswer } from '#domain/ask/survey/enter-answer.ts'
import type { WriteQuestion } from '#domain/ask/survey/forms.ts'
import { copyTemplate, makeTemplate } from '#domain/ask/survey/make-template.ts'
import { publishSurvey } from '#domain/ask/survey/publish-survey.ts'
import { readPreview, readQuestion, readTemplate, readTemplates } from '#domain/ask/survey/template.ts'
import { templates } from '#domain/ask/survey/templates-data.ts'
import { orderQuestion, writeQuestion } from '#domain/ask/survey/write-question.ts'
import { aTemplate } from '#tests/support/ask.ts'
import { surveyWith } from '#tests/support/survey.ts'
import { type Town, world } from '#tests/support/world.ts'

const questionsOf = async (town: Town, id: string) =>
  (await town.db.select().from(surveyTemplates).where(eq(surveyTemplates.id, id)))[0]!.questions
const asking = (more: Partial<WriteQuestion> = {}): WriteQuestion => ({
  kind: 'single',
  text: '您最想先办哪件',
  options: '电梯\n路灯\n  花园 \n\n电梯',
  ...more,
})
const dates = { name: '小调查一份', opens: '2026-03-02', closes: '2026-03-31' }

test('a clerk makes a questionnaire question by question, moves and removes them; ids stay', async () => {
  const town = await world()
  const { id: templateId } = await makeTemplate(town.as('clerk'), { title: '楼道小问卷' })
  const write = (questionId: string | null, more?: Partial<WriteQuestion>) =>
    writeQuestion(town.as('clerk'), { templateId, questionId, ...asking(more) })
  await write(null)
  await write(null, { kind: 'multiple', max: 2, needed: 'yes' })
  await write(null, { kind: 'scale', options: undefined, text: '满意吗' })
  expect(await questionsOf(town, templateId)).toEqual([
    { id: 'Q1', kind: 'single', text: '您最想先办哪件', options: ['电梯', '路灯', '花园'] },
    {
      id: 'Q2',
      kind: 'multiple',
      text: '您最想先办哪件',
      options: ['电梯', '路灯', '花园'],
      max: 2,
      needed: true,
    },
    { id: 'Q3', kind: 'scale', text: '满意吗' },
  ])
  const order = (questionId: string, to: 'up' | 'down' | 'out') =>
    orderQuestion(town.as('clerk'), { templateId, questionId, to })
  const ids = async () => (await questionsOf(town, templateId)).map(({ id }) => id)
  await order('Q3', 'up')
  expect(await ids()).toEqual(['Q1', 'Q3', 'Q2'])
  await order('Q1', 'up')
  await order('Q2', 'down')
  expect(await ids()).toEqual(['Q1', 'Q3', 'Q2'])
  await order('Q1', 'down')
  await order('Q3', 'out')
  expect(await ids()).toEqual(['Q1', 'Q2'])
  await write('Q1', { text: '换一种问法' })
  await write(null)
  expect(await ids()).toEqual(['Q1', 'Q2', 'Q3'])
  expect((await questionsOf(town, templateId))[0]!.text).toBe('换一种问法')
  await expect(order('Q9', 'up')).rejects.toMatchObject({ reason: 'survey-question' })
  await expect(write('Q9')).rejects.toMatchObject({ reason: 'survey-question' })
})

test.each([
  [{ options: '只有一个' }, 'question-options'],
  [{ options: undefined }, 'question-options'],
  [{ options: Array.from({ length: 21 }, (_, i) => `第${i}`).join('\n') }, 'question-options'],
  [{ options: `好\n${'长'.repeat(61)}` }, 'question-option-long'],
  [{ kind: 'multiple' as const, max: 4 }, 'question-max'],
  [{ kind: 'rank' as const, max: 9 }, 'question-max'],
  [{ kind: 'multiple' as const, breakdown: 'yes' as const }, 'question-breakdown'],
])('a question with %j is refused as %s', async (more, reason) => {
  const town = await world()
  const { id: templateId } = await makeTemplate(town.as('clerk'), { title: '楼道小问卷' })
  await expect(
    writeQuestion(town.as('clerk'), { templateId, questionId: null, ...asking(more) }),
  ).rejects.toMatchObject({ kind: 'invalid', reason })
})

test('a questionnaire ends at thirty questions, and shows results by two of them at most', async () => {
  const town = await world()
  const { id: templateId } = await makeTemplate(town.as('clerk'), { title: '楼道小问卷' })
  const write = (more?: Partial<WriteQuestion>) =>
    writeQuestion(town.as('clerk'), { templateId, questionId: null, ...asking(more) })
  for (let i = 0; i < 2; i += 1) await write({ breakdown: 'yes' })
  await expect(write({ breakdown: 'yes' })).rejects.toMatchObject({ reason: 'question-breakdown' })
  for (let i = 2; i < 30; i += 1) await write()
  await expect(write()).rejects.toMatchObject({ reason: 'template-full' })
})

test('once a survey with it is published a version is fixed, and only its copy can be changed', async () => {
  const town = await world()
  const { id: templateId } = await makeTemplate(town.as('clerk'), { title: '楼道小问卷' })
  await expect(draftSurvey(town.as('clerk'), { templateId, ...dates })).rejects.toMatchObject({
    reason: 'template-empty',
  })
  await writeQuestion(town.as('clerk'), { templateId, questionId: null, ...asking() })
  const { id: surveyId } = await draftSurvey(town.as('clerk'), { templateId, ...dates })
  await orderQuestion(town.as('clerk'), { templateId, questionId: 'Q1', to: 'out' })
  await expect(publishSurvey(town.as('clerk'), { surveyId })).rejects.toMatchObject({
    reason: 'template-empty',
  })
  await writeQuestion(town.as('clerk'), { templateId, questionId: null, ...asking() })
  await writeQuestion(town.as('clerk'), { templateId, questionId: 'Q1', ...asking({ text: '草稿时还能改' }) })
  await publishSurvey(town.as('clerk'), { surveyId })
  await enterAnswer(town.as('clerk'), { surveyId, channel: 'desk', codes: { Q1: '1' } })
  const fixed = { kind: 'conflict', reason: 'template-fixed' }
  await expect(
    writeQuestion(town.as('clerk'), { templateId, questionId: 'Q1', ...asking() }),
  ).rejects.toMatchObject(fixed)
  await expect(
    orderQuestion(town.as('clerk'), { templateId, questionId: 'Q1', to: 'out' }),
  ).rejects.toMatchObject(fixed)
  await expect(readQuestion(town.as('clerk'), templateId, 'Q1')).rejects.toMatchObject(fixed)
  const { id: next } = await copyTemplate(town.as('clerk'), { templateId })
  await writeQuestion(town.as('clerk'), { templateId: next, questionId: 'Q1', ...asking({ text: '下一版' }) })
  const [was, is] = [
    await readTemplate(town.as('clerk'), templateId),
    await readTemplate(town.as('clerk'), next),
  ]
  expect([was.template.version, is.template.version, is.template.code]).toEqual([1, 2, was.template.code])
  expect([was.fixed, is.fixed]).toEqual([true, false])
  expect(was.template.questions[0]!.text).toBe('草稿时还能改')
  expect(is.template.basedOn).toBe(templateId)
})

test('what the product brought is used and copied by everyone, changed by none; the copy keeps its categories', async () => {
  const town = await world()
  const { id: brought } = await aTemplate(town)
  await expect(
    orderQuestion(town.as('clerk'), { templateId: brought, questionId: 'Q1', to: 'out' }),
  ).rejects.toMatchObject({ reason: 'template-fixed' })
  const { id } = await copyTemplate(town.as('clerk'), { templateId: brought })
  expect(await questionsOf(town, id)).toEqual(templates[0]!.questions)
  const q4 = templates[0]!.questions.find((q) => q.id === 'Q4')!
  const same = { kind: 'multiple' as const, text: '最想办的三件事', options: q4.options!.join('\n'), max: 3 }
  await writeQuestion(town.as('clerk'), { templateId: id, questionId: 'Q4', ...same })
  expect((await questionsOf(town, id)).find((q) => q.id === 'Q4')!.categories).toEqual(q4.categories)
  await writeQuestion(town.as('clerk'), {
    templateId: id,
    questionId: 'Q4',
    ...same,
    options: '养老\n其他',
    max: 1,
  })
  expect((await questionsOf(town, id)).find((q) => q.id === 'Q4')!.categories).toBeUndefined()
})

test('a committee neither sees, uses, changes nor copies what another one made', async () => {
  const town = await world()
  const { id: templateId } = await makeTemplate(town.as('clerk'), { title: '楼道小问卷' })
  await writeQuestion(town.as('clerk'), { templateId, questionId: null, ...asking() })
  const missing = { kind: 'missing', reason: 'survey-template' }
  const other = town.as('clerk2')
  expect((await readTemplates(other)).templates.map(({ id }) => id)).not.toContain(templateId)
  await expect(readTemplate(other, templateId)).rejects.toMatchObject(missing)
  await expect(readPreview(other, templateId)).rejects.toMatchObject(missing)
  await expect(copyTemplate(other, { templateId })).rejects.toMatchObject(missing)
  await expect(makeTemplate(other, { title: '照抄一份', from: templateId })).rejects.toMatchObject(missing)
  await expect(draftSurvey(other, { templateId, ...dates })).rejects.toMatchObject(missing)
  await expect(writeQuestion(other, { templateId, questionId: null, ...asking() })).rejects.toMatchObject(
    missing,
  )
  for (const key of ['director', 'station', 'supervisor', 'resident1', 'handler', 'admin', null]) {
    await expect(makeTemplate(town.as(key), { title: '不该能做' })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await expect(
      writeQuestion(town.as(key), { templateId, questionId: null, ...asking() }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
  }
  expect((await readTemplates(town.as('director'))).makes).toBe(false)
})

test('the preview asks a place by the grids of the own community', async () => {
  const town = await world()
  const { id: templateId } = await makeTemplate(town.as('clerk'), { title: '楼道小问卷' })
  await writeQuestion(town.as('clerk'), {
    templateId,
    questionId: null,
    ...asking({ kind: 'place', options: undefined, text: '哪个网格' }),
  })
  expect((await readPreview(town.as('director'), templateId)).questions[0]!.options).toEqual([
    '青石一格',
    '青石二格',
  ])
})

/** A practised hand on the number keys: under three a second. */
const PER_SECOND = 2.5
/** What is pressed for one sheet: its number and every answer as digits, Tab from field to field, Enter at the end. */
const keysOf = (sheetNo: number, codes: Record<string, string>) =>
  String(sheetNo).length + Object.values(codes).reduce((n, code) => n + 1 + code.length, 0) + 1

test('a sheet of the general questionnaire is typed in under twenty seconds of key presses', async () => {
  const town = await world()
  const { questions } = templates[0]!
  const { id: surveyId } = await surveyWith(town, questions)
  const codes = Object.fromEntries(
    questions.map((q) => [q.id, q.kind === 'multiple' ? '150' : q.kind === 'short_text' ? '' : '2']),
  )
  expect(Object.keys(codes).length).toBe(questions.length)
  await enterAnswer(town.as('clerk'), { surveyId, channel: 'door', codes })
  expect(keysOf(1234, codes)).toBe(34)
  expect(keysOf(1234, codes) / PER_SECOND).toBeLessThanOrEqual(20)
})
