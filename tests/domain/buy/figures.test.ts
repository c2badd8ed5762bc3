import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { journal, parameters } from '#db/schema/index.ts'
import { figurePage, figuresPage } from '#domain/buy/plan/figures-page.ts'
import { rulesPage } from '#domain/buy/plan/rules-page.ts'
import { figureForm, readValue, type SetFigure, setFigure } from '#domain/buy/plan/set-figure.ts'
import { figures } from '#domain/figures.ts'
import { deadlineOf, parameter } from '#domain/parameters.ts'
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
