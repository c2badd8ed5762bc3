import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { duties, journal } from '#db/schema/index.ts'
import { dutiesData } from '#domain/ask/suggestion/duties-data.ts'
import { dutiesOn } from '#domain/ask/suggestion/find-duties.ts'
import { installDuties } from '#domain/ask/suggestion/install-duties.ts'
import { readDuties } from '#domain/ask/suggestion/read-duties.ts'
import { dutiesForm, readDutyList, reviseDuties, tryDuties } from '#domain/ask/suggestion/revise-duties.ts'
import { refused } from '#tests/support/round-votes.ts'
import { world } from '#tests/support/world.ts'

const lineOf = ({ code, kind, title, ground, desks, office }: (typeof dutiesData)[number]) =>
  [code, kind, title, ground, desks.join('、'), office ?? ''].join('\t')
const whole = dutiesData.map(lineOf)

test('a list is read by its lines, in the words of an office or in codes, and each mistake is named by its line', () => {
  const typed = [
    '编号\t类别\t事项\t依据\t可以交给\t办理单位',
    'A01\t自治事项\t居民公约\t居民委员会组织法\t居委会，服务站',
    '',
    'a1\t自治事项\t居民公约\t居民委员会组织法\t居委会',
    'A02\t别的\t居民公约\t居民委员会组织法\t居委会',
    'A03\tautonomy\t居\t居民委员会组织法\tcommittee',
    'A04\tautonomy\t居民公约\t\tcommittee',
    'A05\tautonomy\t居民公约\t居民委员会组织法\t市里',
    'G01\t政府职责\t执法\t权责清单\t居委会\t执法队',
    'G02\t政府职责\t执法\t权责清单\t街道',
    'A01\t自治事项\t居民公约\t居民委员会组织法\t居委会',
  ]
  const { lines, faults } = readDuties(typed.join('\r\n'))
  expect(lines).toEqual([
    {
      code: 'A01',
      kind: 'autonomy',
      title: '居民公约',
      ground: '居民委员会组织法',
      desks: ['committee', 'station'],
      office: null,
    },
  ])
  expect(faults.map(({ line, key }) => [line, key])).toEqual([
    [4, 'code'],
    [5, 'kind'],
    [6, 'title'],
    [7, 'ground'],
    [8, 'desks'],
    [9, 'desks'],
    [10, 'office'],
    [11, 'twice'],
  ])
  expect(readDuties(whole.join('\n')).lines).toHaveLength(dutiesData.length)
})

test('the list is revised as a whole from a later day: new versions, ended rows, a line in the journal, nothing before that day', async () => {
  const town = await world()
  await town.transact((tx) => installDuties(tx))
  const admin = town.as('admin')
  const [first, second, ...rest] = whole
  const changed = first!.replace(/\t[^\t]*\t/, '\tassist\t')
  const next = [changed, ...rest, 'P09\t购买服务\t社区养老服务\t区指导性目录\t居委会\t'].join('\n')
  const { faults, changes } = await tryDuties(admin, { words: next })
  expect(faults).toEqual([])
  expect([changes.added.length, changes.changed.length, changes.ended.length, changes.same]).toEqual([
    1,
    1,
    1,
    dutiesData.length - 2,
  ])
  expect(await town.db.$count(duties)).toBe(dutiesData.length)
  const revise = (more: object = {}, who: 'admin' | 'clerk' | 'approver' = 'admin') =>
    refused(reviseDuties(town.as(who), { lines: next, from: '2026-04-01', source: '区清单 2026', ...more }))
  expect(await revise({}, 'clerk')).toBe('needs-another-seat')
  expect(await revise({}, 'approver')).toBe('needs-another-seat')
  expect(await revise({ from: '2026-03-02' })).toBe('rule-from-tomorrow')
  expect(await revise({ lines: `${next}\nX` })).toBe('duties-with-mistakes')
  expect(await revise({ lines: whole.join('\n') })).toBe('duties-unchanged')
  expect(await revise()).toBe('not refused')
  expect(await revise({ from: '2026-03-20' })).toBe('duties-later-already')
  const code = second!.split('\t')[0]!
  const on = async (day: string) => new Map((await dutiesOn(town.db, day)).map((d) => [d.code, d]))
  const [before, after] = [await on('2026-03-31'), await on('2026-04-01')]
  expect([before.has(code), before.has('P09'), before.get(first!.split('\t')[0]!)!.version]).toEqual([
    true,
    false,
    1,
  ])
  expect([after.has(code), after.has('P09'), after.get(first!.split('\t')[0]!)!.version]).toEqual([
    false,
    true,
    2,
  ])
  expect(after.size).toBe(dutiesData.length)
  const [told] = await town.db.select().from(journal).where(eq(journal.action, 'duty.revise'))
  expect(told!.detail).toMatchObject({ from: '2026-04-01', added: 1, changed: 1, ended: 1 })
  const page = await readDutyList(town.as('dApprover'))
  expect([page.today.length, page.coming.length, page.revisions.length]).toEqual([dutiesData.length, 2, 1])
  expect(await refused(readDutyList(town.as('clerk')))).toBe('needs-another-seat')
})

test('a revision without a day, a paper or a list is sent back with what is missing', () => {
  const said = (typed: object) => dutiesForm.safeParse(typed).error?.issues.map((i) => i.message) ?? []
  expect(said({ lines: '', from: '', source: '' })).toEqual([
    'form.duties.lines',
    'form.duties.from',
    'form.duties.source',
  ])
  expect(said({ lines: 'x', from: '2026-02-30', source: '区清单 2026' })).toEqual(['form.duties.from'])
  expect(said({ lines: 'x', from: '2026-04-01', source: '区清单 2026', more: 1 })).toHaveLength(1)
})
