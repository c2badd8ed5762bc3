import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { journal, parameters } from '#db/schema/index.ts'
import { complaintEnds } from '#domain/buy/challenge/complaint-window.ts'
import { readChallenges } from '#domain/buy/challenge/read-challenge.ts'
import { announceIntention } from '#domain/buy/plan/announce-intention.ts'
import { figurePage, figuresPage } from '#domain/buy/plan/figures-page.ts'
import { mustBeAnnounced } from '#domain/buy/plan/intention.ts'
import { planPage } from '#domain/buy/plan/plan-pages.ts'
import { rulesPage } from '#domain/buy/plan/rules-page.ts'
import { figureForm, readValue, type SetFigure, setFigure } from '#domain/buy/plan/set-figure.ts'
import { publishTender } from '#domain/buy/tender/publish-tender.ts'
import { submitTender } from '#domain/buy/tender/submit-tender.ts'
import { tenderDesk } from '#domain/buy/tender/tender-desk.ts'
import { tenderPage } from '#domain/buy/tender/tender-page.ts'
import { readVersion } from '#domain/buy/tender/versions.ts'
import { endOf } from '#domain/dates.ts'
import { figures } from '#domain/figures.ts'
import { yuan } from '#domain/money.ts'
import { deadlineOf, parameter } from '#domain/parameters.ts'
import { draftedTender, passReview } from '#tests/support/tender.ts'
import { world } from '#tests/support/world.ts'

const refused = (reason: string) => ({ reason })
const reply: SetFigure = {
  code: 'SUGGESTION_REPLY',
  version: 1,
  value: '3',
  unit: 'wd',
  source: '栖禾区议事规则（2026 年修订）第八条',
  from: '2026-03-10',
}

test('the next version of a figure counts from its day on; what began before keeps the old one', async () => {
  const town = await world()
  const admin = town.as('admin')
  expect(await setFigure(admin, reply)).toEqual({ code: 'SUGGESTION_REPLY' })
  const due = (from: string) => deadlineOf(town.db, town.calendar, 'SUGGESTION_REPLY', from)
  expect([await due('2026-03-09'), await due('2026-03-10')]).toEqual(['2026-03-16', '2026-03-13'])
  const [line] = await town.db.select().from(journal).where(eq(journal.action, 'figure.set'))
  expect(line).toMatchObject({ subject: 'SUGGESTION_REPLY', actorId: 'admin' })

  // Everybody reads the change and its source beside the rules, the day it counts and before.
  const told = await rulesPage(town.as(null))
  expect(told.clocks.find((c) => c.code === reply.code)).toMatchObject({ value: 5, version: 1 })
  expect(told.figuresSet).toMatchObject([{ code: reply.code, version: 2, value: 3, source: reply.source }])
  town.clock.set(new Date('2026-03-10T09:00:00+08:00'))
  const then = await rulesPage(town.as(null))
  expect(then.clocks.find((c) => c.code === reply.code)).toMatchObject({ value: 3, certainty: 'M' })

  // A clock may be counted in days instead; a sum is typed in yuan; the framework line says what is applied.
  await setFigure(town.as('dApprover'), { ...reply, version: 2, unit: 'd', from: '2026-03-12' })
  expect((await figurePage(admin, reply.code)).versions.map((v) => v.unit)).toEqual(['d', 'wd', 'wd'])
  const sum = { code: 'EX_ANTE_FROM', version: 1, value: '80万', unit: 'fen' as const, from: '2026-03-10' }
  await setFigure(admin, { ...reply, ...sum })
  expect(await parameter(town.db, 'EX_ANTE_FROM', '2026-03-10')).toMatchObject({ value: 80_000_000 })
  expect((await figurePage(admin, 'EX_ANTE_FROM')).typed).toBe('800000')
  const law = { code: 'FRAMEWORK_REVIEW', value: '9', source: '财政部令第999号（测试）', from: '2026-03-10' }
  await setFigure(admin, { ...reply, ...law })
  expect((await rulesPage(town.as(null))).reviewDays).toBe(9)
})

test('a figure is not set backwards, without a source, out of its limits, over somebody else, or by anybody', async () => {
  const town = await world()
  const set = (more: Partial<SetFigure>, who = 'admin') => setFigure(town.as(who), { ...reply, ...more })
  const wrong: Array<[Partial<SetFigure>, string]> = [
    [{ code: 'NO_SUCH' }, 'figure-missing'],
    [{ version: 7 }, 'figure-changed-meanwhile'],
    [{ unit: 'percent' }, 'figure-unit'],
    [{ from: '2026-03-01' }, 'figure-from-past'],
    [{ value: '0.5' }, 'figure-value'],
    [{ value: '-1' }, 'figure-value'],
    [{ value: '251' }, 'figure-value'],
    [{ value: '5', source: '居民提议 5 个工作日内答复' }, 'figure-unchanged'],
    [{ code: 'COMPLAINT_RULING', source: '政府采购法 第五十六条' }, 'figure-same-law'],
    [{ code: 'SURVEY_FRESH' }, 'figure-unit'],
  ]
  for (const [more, reason] of wrong)
    await expect(set(more), JSON.stringify(more)).rejects.toMatchObject(refused(reason))
  for (const who of ['handler', 'approver', 'dHandler', 'auditor', 'resident1'])
    await expect(set({}, who)).rejects.toMatchObject(refused('needs-another-seat'))
  await expect(figuresPage(town.as('handler'))).rejects.toMatchObject(refused('needs-another-seat'))
  await expect(figurePage(town.as(null), reply.code)).rejects.toMatchObject(refused('sign-in-first'))
  await expect(figurePage(town.as('admin'), 'NO_SUCH')).rejects.toMatchObject(refused('figure-missing'))
  expect(await town.db.select().from(parameters).where(eq(parameters.version, 2))).toEqual([])

  await set({ from: '2026-04-01' })
  await expect(set({ version: 2, from: '2026-03-20', value: '4' })).rejects.toMatchObject(
    refused('figure-from-past'),
  )
})

test('what a form sends that is no figure says so in its field', () => {
  const bad = [
    { ...reply, value: '' },
    { ...reply, unit: 'furlong' },
    { ...reply, source: '见上' },
    { ...reply, from: '2026-02-30' },
    { ...reply, version: 'x' },
    { ...reply, mark: 'statute' },
    { ...reply, value: '9'.repeat(21) },
  ]
  for (const typed of bad) expect(figureForm.safeParse(typed).success, JSON.stringify(typed)).toBe(false)
  expect(figureForm.safeParse({ ...reply, version: '1' }).success).toBe(true)
  expect([readValue('12万', 'fen'), readValue('101', 'percent'), readValue('１', 'wd')]).toEqual([
    12_000_000,
    null,
    null,
  ])
})

const consultation = { methodId: 'COMPETITIVE_CONSULTATION-1', amount: yuan(680_000) }
const dates = {
  deadline: new Date('2026-05-20T17:00:00+08:00'),
  questionsClose: new Date('2026-05-08T17:00:00+08:00'),
}
const law = { ...reply, source: '政府采购法 第四十六条（修订测试）', from: '2026-03-02' }
test('a figure set anew moves the dates reckoned by it and the words printed of it', async () => {
  const town = await world()
  const [admin, handler] = [town.as('admin'), town.as('handler')]
  const anew = [
    ['INTENTION_NOTICE', '12', 'd'],
    ['CONFIRM_WINNER', '4', 'wd'],
    ['SIGN_CONTRACT', '20', 'd'],
    ['CHALLENGE_WINDOW', '6', 'wd'],
    ['CHALLENGE_WINDOW_RESULT', '10', 'wd'],
    ['CHALLENGE_REPLY', '3', 'd'],
    ['COMPLAINT_WINDOW', '9', 'wd'],
  ] as const
  for (const [code, value, unit] of anew) await setFigure(admin, { ...law, code, value, unit })
  const { id: tenderId, planId } = await draftedTender(town, { plan: consultation, words: dates })
  await announceIntention(handler, { planId })

  expect((await rulesPage(town.as(null))).law).toEqual({
    intention: { value: 12, unit: 'd' },
    objection: { value: 10, unit: 'wd' },
  })
  const plan = await planPage(handler, planId)
  expect([plan.term, plan.clocks.map((c) => c.on)]).toEqual([{ value: 12, unit: 'd' }, ['2026-03-14']])
  expect((await tenderDesk(handler, tenderId)).intentionUntil).toBe('2026-03-14')
  const young = { reason: 'intention-too-young', params: { earliest: '2026-03-14' } }
  await expect(submitTender(handler, { tenderId })).rejects.toMatchObject(young)
  await expect(mustBeAnnounced(town.db, handler, plan.plan, plan.plan.method)).rejects.toMatchObject(young)

  // What is read before publication is what is published: the figures of that day.
  town.clock.set(new Date('2026-03-14T09:00:00+08:00'))
  const again = { ...law, version: 2, from: '2026-03-14', source: '政府采购法 第四十六条（再修订测试）' }
  await setFigure(admin, { ...again, code: 'SIGN_CONTRACT', value: '25', unit: 'd' })
  await submitTender(handler, { tenderId })
  await passReview(town.as('approver'), tenderId)
  await publishTender(town.as('approver'), { tenderId })
  const { document } = await readVersion(town.as(null), tenderId)
  const said = document.parts.flatMap((part) => part.clauses).join()
  expect(said).toContain('采购人 4 个工作日内确认，25 日内签订合同')
  expect(said).toContain('知道之日起 6 个工作日内向采购人质疑；采购人 3 日内答复；')
  expect(said).toContain('答复期满后 9 个工作日内向同级财政部门投诉')
  expect(said).not.toMatch(/\{\{|undefined/)
  const page = await tenderPage(town.as('signer1'), tenderId)
  expect(page.confirm.days).toBe(4)
  expect(page.clocks.object.map((o) => o.clock.on)).toEqual([
    town.calendar.add(town.calendar.add('2026-03-14', 5), 6),
  ])
  expect((await readChallenges(town.as('signer1'), tenderId)).reply).toEqual({ value: 3, unit: 'd' })
  const replyDueAt = endOf(await deadlineOf(town.db, town.calendar, 'CHALLENGE_REPLY', '2026-03-14'))
  const complaint = town.calendar.add('2026-03-17', 9)
  expect(await complaintEnds(town.db, handler, { replyDueAt })).toEqual(endOf(complaint))
})

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const at = path.join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'i18n' ? [] : sourcesIn(at)
    return /\.tsx?$/.test(entry.name) && entry.name !== 'figures.ts' ? [readFileSync(at, 'utf8')] : []
  })
test('every figure that is shown is asked for by some rule', () => {
  const all = sourcesIn(path.resolve('app')).join('\n')
  expect(figures.filter(({ code }) => !all.includes(`'${code}'`)).map(({ code }) => code)).toEqual([])
})
