import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { journal, surveyAnswers, surveyDrafts, surveyEntries, surveySheets } from '#db/schema/index.ts'
import { answerSurvey } from '#domain/ask/survey/answer-survey.ts'
import { beginAnswer, readSheetOnPhone } from '#domain/ask/survey/begin-answer.ts'
import { closeSurvey } from '#domain/ask/survey/close-survey.ts'
import { enterAnswer } from '#domain/ask/survey/enter-answer.ts'
import { printSheets, readBatch, readCoverage } from '#domain/ask/survey/print-sheets.ts'
import { reportSurvey } from '#domain/ask/survey/report-survey.ts'
import { saveAnswer } from '#domain/ask/survey/save-answer.ts'
import { readMismatch, settleEntry, unsettled } from '#domain/ask/survey/settle-entry.ts'
import { everyKind, surveyWith } from '#tests/support/survey.ts'
import { type Town, world } from '#tests/support/world.ts'

const kept = (town: Town) => town.db.select().from(surveyAnswers)
const printed = async (town: Town, surveyId: string, sheets = 3, building = '三号楼') => {
  const { batchId } = await printSheets(town.as('clerk'), {
    surveyId,
    building,
    gridId: 'G1',
    households: 30,
    sheets,
  })
  return (await readBatch(town.as('clerk'), surveyId, batchId)).sheets
}

test('on the phone one question a page: a sheet of n questions takes n sendings after the first page', async () => {
  const town = await world()
  const { code } = await surveyWith(town)
  const { token } = await beginAnswer(town.as(null), { code })
  const typed: Array<string | string[]> = [
    '老年',
    ['养老', '环境'],
    '4',
    ['路灯', '电梯', ''],
    '3',
    '青石二格',
    '灯太暗',
  ]
  for (const [i, answer] of typed.entries()) {
    expect((await readSheetOnPhone(town.as(null), code, token)).next).toBe(i + 1)
    const { next } = await saveAnswer(town.as(null), { code, token, at: i + 1, answer })
    expect(next).toBe(i + 1 < typed.length ? i + 2 : null)
  }
  const [row] = await kept(town)
  expect(row).toMatchObject({
    channel: 'online',
    relation: null,
    enteredBy: null,
    answers: {
      Q1: '老年',
      Q2: ['养老', '环境'],
      Q3: 4,
      Q4: ['路灯', '电梯'],
      Q5: 3,
      Q6: '青石二格',
      Q7: '灯太暗',
    },
  })
  expect(await town.db.$count(surveyDrafts)).toBe(0)
  expect(await town.db.$count(journal, eq(journal.subject, row!.id))).toBe(0)
})

test('a phone put away goes on where it stopped; another phone sees nothing of it', async () => {
  const town = await world()
  const { code } = await surveyWith(town)
  const { token } = await beginAnswer(town.as(null), { code })
  await saveAnswer(town.as(null), { code, token, at: 1, answer: '青年' })
  expect(await readSheetOnPhone(town.as(null), code, token)).toMatchObject({ next: 2, typed: { Q1: '青年' } })
  expect(await readSheetOnPhone(town.as(null), code, null)).toMatchObject({ next: 1, typed: null })
  expect(await readSheetOnPhone(town.as(null), code, 'another-word')).toMatchObject({ typed: null })
  const [draft] = await town.db.select().from(surveyDrafts)
  expect(JSON.stringify(draft)).not.toContain(token)
})

test('what must be answered is asked for on its page and again at the end; a wrong answer keeps the page', async () => {
  const town = await world()
  const { code } = await surveyWith(town)
  const { token } = await beginAnswer(town.as(null), { code })
  const save = (at: number, answer: string | string[]) =>
    saveAnswer(town.as(null), { code, token, at, answer })
  await expect(save(1, '')).rejects.toMatchObject({ reason: 'survey-needed', params: { at: 1 } })
  await expect(save(1, '百岁')).rejects.toMatchObject({ reason: 'survey-no-such-option' })
  await expect(save(2, ['养老', '托管', '环境'])).rejects.toMatchObject({ reason: 'survey-too-many-choices' })
  await expect(save(4, ['路灯', '路灯'])).rejects.toMatchObject({ reason: 'survey-ranked-twice' })
  await expect(save(5, '21')).rejects.toMatchObject({ reason: 'survey-number' })
  await expect(save(6, '望澜一格')).rejects.toMatchObject({ reason: 'survey-no-such-option' })
  await expect(save(8, 'x')).rejects.toMatchObject({ reason: 'survey-draft' })
  await expect(save(0, 'x')).rejects.toMatchObject({ reason: 'survey-draft' })
  await expect(saveAnswer(town.as(null), { code, token: null, at: 1, answer: '青年' })).rejects.toMatchObject(
    {
      reason: 'survey-draft',
    },
  )
  await expect(save(7, '直接跳到最后')).rejects.toMatchObject({ reason: 'survey-needed' })
  expect(await kept(town)).toEqual([])
  await expect(answerSurvey(town.as(null), { code, answers: { Q3: '4' } })).rejects.toMatchObject({
    reason: 'survey-needed',
  })
})

test('a draft is not carried over the end of the survey, and is gone with the report', async () => {
  const town = await world()
  const { id, code } = await surveyWith(town)
  const { token } = await beginAnswer(town.as(null), { code })
  for (let i = 0; i < 5; i += 1) await answerSurvey(town.as(null), { code, answers: { Q1: '青年' } })
  await closeSurvey(town.as('clerk'), { surveyId: id })
  await expect(saveAnswer(town.as(null), { code, token, at: 1, answer: '青年' })).rejects.toMatchObject({
    reason: 'survey-over',
  })
  await expect(beginAnswer(town.as(null), { code })).rejects.toMatchObject({ reason: 'survey-over' })
  await reportSurvey(town.as('clerk'), { surveyId: id })
  expect(await town.db.$count(surveyDrafts)).toBe(0)
})

test('four ways of answering end in one kind of record; a proxy says what he is to the other, never a name', async () => {
  const town = await world()
  const { id: surveyId, code } = await surveyWith(town)
  await answerSurvey(town.as(null), { code, answers: { Q1: '青年' }, gridId: 'G1' })
  await answerSurvey(town.as(null), { code, answers: { Q1: '老年' }, relation: 'family' })
  const codes = { Q1: '3' }
  await enterAnswer(town.as('clerk'), { surveyId, channel: 'door', gridId: 'G2', codes })
  await enterAnswer(town.as('station'), { surveyId, channel: 'desk', codes })
  await enterAnswer(town.as('station'), { surveyId, channel: 'proxy', relation: 'carer', codes })
  await expect(enterAnswer(town.as('station'), { surveyId, channel: 'proxy', codes })).rejects.toMatchObject({
    reason: 'survey-relation-needed',
  })
  await expect(
    answerSurvey(town.as(null), { code, answers: { Q1: '青年' }, gridId: 'G3' }),
  ).rejects.toMatchObject({ reason: 'grid-elsewhere' })
  const rows = (await kept(town)).map((a) => [a.channel, a.relation, a.gridId, a.enteredBy])
  expect(rows.sort()).toEqual(
    [
      ['online', null, 'G1', null],
      ['proxy', 'family', null, null],
      ['door', null, 'G2', 'clerk'],
      ['desk', null, null, 'station'],
      ['proxy', 'carer', null, 'station'],
    ].sort(),
  )
})

test('one answer a slip: by phone, at the door or on paper, whichever comes first', async () => {
  const town = await world()
  const { id: surveyId, code } = await surveyWith(town, everyKind, { answerLimit: 'slip' })
  const [one, two, three] = await printed(town, surveyId)
  const answers = { Q1: '青年' }
  await expect(answerSurvey(town.as(null), { code, answers })).rejects.toMatchObject({
    reason: 'survey-sheet-needed',
  })
  await expect(beginAnswer(town.as(null), { code })).rejects.toMatchObject({ reason: 'survey-sheet-needed' })
  for (const sheet of ['', 'ABC-DEF-GHJ', '000-000-000', one!.code.slice(1)])
    await expect(answerSurvey(town.as(null), { code, answers, sheet })).rejects.toMatchObject({
      reason: sheet ? 'survey-sheet-unknown' : 'survey-sheet-needed',
    })
  await answerSurvey(town.as(null), { code, answers, sheet: one!.code.toLowerCase().replaceAll('-', ' ') })
  await expect(answerSurvey(town.as(null), { code, answers, sheet: one!.code })).rejects.toMatchObject({
    reason: 'survey-sheet-used',
  })
  const entry = { surveyId, channel: 'door' as const, codes: { Q1: '1' } }
  await expect(enterAnswer(town.as('clerk'), { ...entry, sheetNo: one!.no })).rejects.toMatchObject({
    reason: 'survey-sheet-used',
  })
  await expect(enterAnswer(town.as('clerk'), { ...entry, sheetNo: 99 })).rejects.toMatchObject({
    reason: 'survey-sheet-no',
  })
  await expect(enterAnswer(town.as('clerk'), entry)).rejects.toMatchObject({ reason: 'survey-sheet-needed' })
  await enterAnswer(town.as('clerk'), { ...entry, sheetNo: two!.no })
  const { token } = await beginAnswer(town.as(null), { code, sheet: three!.code })
  await enterAnswer(town.as('clerk'), { ...entry, sheetNo: three!.no })
  await saveAnswer(town.as(null), { code, token, at: 1, answer: '青年' })
  await expect(saveAnswer(town.as(null), { code, token, at: 7, answer: '' })).rejects.toMatchObject({
    reason: 'survey-sheet-used',
  })
  expect((await kept(town)).map(({ gridId }) => gridId)).toEqual(['G1', 'G1', 'G1'])
})

test('a code of one survey opens no sheet of another, and the database holds no code', async () => {
  const town = await world()
  const a = await surveyWith(town, everyKind, { answerLimit: 'slip' })
  const b = await surveyWith(town, everyKind, { answerLimit: 'slip' })
  const [sheet] = await printed(town, a.id)
  await printed(town, b.id)
  await expect(
    answerSurvey(town.as(null), { code: b.code, answers: { Q1: '青年' }, sheet: sheet!.code }),
  ).rejects.toMatchObject({ reason: 'survey-sheet-unknown' })
  const rows = JSON.stringify(await town.db.select().from(surveySheets))
  expect(rows).not.toContain(sheet!.code)
  expect(rows).not.toContain(sheet!.code.replaceAll('-', ''))
})

test('sheets are printed by the clerk alone, by building, and printed again with the same codes', async () => {
  const town = await world()
  const { id: surveyId } = await surveyWith(town)
  const first = await printed(town, surveyId, 3)
  const second = await printed(town, surveyId, 2, '五号楼')
  expect([...first, ...second].map(({ no }) => no)).toEqual([1, 2, 3, 4, 5])
  expect(new Set([...first, ...second].map(({ code }) => code)).size).toBe(5)
  await enterAnswer(town.as('clerk'), { surveyId, channel: 'door', sheetNo: 2, codes: { Q1: '1' } })
  const { batches } = await readCoverage(town.as('clerk'), surveyId)
  expect(
    batches.map(({ building, households, sheets, back }) => [building, households, sheets, back]),
  ).toEqual([
    ['三号楼', 30, 3, 1],
    ['五号楼', 30, 2, 0],
  ])
  const input = { surveyId, building: '六号楼', households: 10, sheets: 2 }
  for (const key of ['clerk2', 'director', 'station', 'resident1', 'handler', null]) {
    await expect(printSheets(town.as(key), input)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(readCoverage(town.as(key), surveyId)).rejects.toMatchObject({ kind: 'forbidden' })
  }
  await expect(printSheets(town.as('clerk'), { ...input, gridId: 'G3' })).rejects.toMatchObject({
    reason: 'grid-elsewhere',
  })
  await expect(readBatch(town.as('clerk'), surveyId, 'none')).rejects.toMatchObject({
    reason: 'survey-batch',
  })
  await closeSurvey(town.as('clerk'), { surveyId })
  await expect(printSheets(town.as('clerk'), input)).rejects.toMatchObject({
    reason: 'survey-takes-no-answers',
  })
})

test('a survey of one answer a household prints no more sheets than a building has households', async () => {
  const town = await world()
  const { id: surveyId } = await surveyWith(town, everyKind, { answerLimit: 'slip' })
  await expect(
    printSheets(town.as('clerk'), { surveyId, building: '一号楼', households: 4, sheets: 5 }),
  ).rejects.toMatchObject({ reason: 'survey-more-sheets-than-households' })
})

test('typed by two people a sheet counts once both read the same; nobody types it twice himself', async () => {
  const town = await world()
  const { id: surveyId } = await surveyWith(town, everyKind, { twoEntries: 'yes' })
  await printed(town, surveyId)
  const entry = { surveyId, channel: 'door' as const, sheetNo: 1, codes: { Q1: '3', Q2: '1 3', Q4: '21' } }
  await expect(enterAnswer(town.as('clerk'), { ...entry, sheetNo: undefined })).rejects.toMatchObject({
    reason: 'survey-sheet-needed',
  })
  expect(await enterAnswer(town.as('clerk'), entry)).toMatchObject({ came: 'first', entered: 0 })
  await expect(enterAnswer(town.as('clerk'), entry)).rejects.toMatchObject({
    reason: 'survey-entered-by-you',
  })
  const again = { ...entry, codes: { ...entry.codes, Q2: '31' } }
  expect(await enterAnswer(town.as('station'), again)).toMatchObject({ came: 'agreed', entered: 1 })
  expect(await town.db.$count(surveyEntries)).toBe(0)
  await expect(enterAnswer(town.as('station'), again)).rejects.toMatchObject({ reason: 'survey-sheet-used' })
})

test('what two people read differently is shown, settled from the paper, and holds up the report until then', async () => {
  const town = await world()
  const { id: surveyId } = await surveyWith(town, everyKind, { twoEntries: 'yes' }, 1)
  await printed(town, surveyId)
  const entry = (codes: Record<string, string>, sheetNo = 1) => ({
    surveyId,
    channel: 'desk' as const,
    sheetNo,
    codes,
  })
  await enterAnswer(town.as('clerk'), entry({ Q1: '3', Q3: '4', Q4: '12' }))
  const second = entry({ Q1: '3', Q3: '5', Q4: '21' })
  expect(await enterAnswer(town.as('station'), second)).toMatchObject({ came: 'differs', entered: 0 })
  await enterAnswer(town.as('clerk'), entry({ Q1: '1' }, 2))
  expect(await unsettled(town.db, surveyId)).toEqual({ once: [2], differ: [1] })
  const { rows } = await readMismatch(town.as('clerk'), surveyId, 1)
  expect(rows.map(({ question }) => question.id)).toEqual(['Q3', 'Q4'])
  for (const key of ['station', 'clerk2', 'director', null])
    await expect(settleEntry(town.as(key), { surveyId, no: 1, codes: {} })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  await expect(settleEntry(town.as('clerk'), { surveyId, no: 2, codes: {} })).rejects.toMatchObject({
    reason: 'survey-nothing-to-settle',
  })
  await expect(settleEntry(town.as('clerk'), { surveyId, no: 1, codes: { Q3: '9' } })).rejects.toMatchObject({
    reason: 'survey-number',
  })
  await settleEntry(town.as('clerk'), { surveyId, no: 1, codes: { Q1: '1', Q3: '5', Q4: '12' } })
  const [row] = await kept(town)
  expect(row!.answers).toEqual({ Q1: '老年', Q3: 5, Q4: ['电梯', '路灯'] })
  await closeSurvey(town.as('clerk'), { surveyId })
  await expect(reportSurvey(town.as('clerk'), { surveyId })).rejects.toMatchObject({
    reason: 'survey-entries-unsettled',
    params: { n: 1 },
  })
  await enterAnswer(town.as('station'), entry({ Q1: '1' }, 2))
  await reportSurvey(town.as('clerk'), { surveyId })
})

test('several options may be typed as digits in a row; the tenth is 0', async () => {
  const town = await world()
  const options = Array.from({ length: 11 }, (_, i) => `选项${i + 1}`)
  const questions = [{ id: 'Q1', kind: 'multiple' as const, text: '选几个', options }]
  const { id: surveyId } = await surveyWith(town, questions)
  const typed = async (code: string) => {
    await enterAnswer(town.as('clerk'), { surveyId, channel: 'desk', codes: { Q1: code } })
    return (await kept(town)).map(({ answers }) => answers.Q1)
  }
  expect(await typed('120')).toContainEqual(['选项1', '选项2', '选项10'])
  expect(await typed('10，11')).toContainEqual(['选项10', '选项11'])
  expect(await typed('１ 2、3')).toContainEqual(['选项1', '选项2', '选项3'])
  await expect(typed('12')).resolves.toContainEqual(['选项1', '选项2'])
  await expect(typed('1a')).rejects.toMatchObject({ reason: 'survey-no-such-option' })
})
