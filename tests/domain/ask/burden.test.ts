import { expect, test } from 'vitest'
import { journal } from '#db/schema/index.ts'
import { answerSuggestion } from '#domain/ask/suggestion/answer-suggestion.ts'
import { enterBurden } from '#domain/ask/suggestion/burden/enter-burden.ts'
import { type EnterBurden, enterBurdenForm, strikeBurdenForm } from '#domain/ask/suggestion/burden/forms.ts'
import { lastMonths } from '#domain/ask/suggestion/burden/months.ts'
import { readBurden } from '#domain/ask/suggestion/burden/read-burden.ts'
import { readBurdenEntry } from '#domain/ask/suggestion/burden/read-entry.ts'
import { strikeBurden } from '#domain/ask/suggestion/burden/strike-burden.ts'
import { installDuties } from '#domain/ask/suggestion/install-duties.ts'
import { referSuggestion } from '#domain/ask/suggestion/refer-suggestion.ts'
import { returnSuggestion } from '#domain/ask/suggestion/return-suggestion.ts'
import { submitSuggestion } from '#domain/ask/suggestion/submit-suggestion.ts'
import { ask } from '#tests/support/ask.ts'
import { refused } from '#tests/support/round-votes.ts'
import { type Town, world } from '#tests/support/world.ts'

const form = (more: Partial<EnterBurden> = {}): EnterBurden => ({
  month: '2026-03',
  kind: 'table',
  office: '街道公共服务办公室',
  name: '老年人口月报',
  copies: 2,
  hours: 3.5,
  duty: 'B01',
  ...more,
})
const town = async () => {
  const made = await world()
  await made.transact((tx) => installDuties(tx))
  return made
}
const read = (t: Town, month: string | null = null, street: string | null = null) =>
  readBurden(t.as(null), { street, month })

test('the clerk enters what was asked, by month; anyone reads it, and what no list has stands apart', async () => {
  const t = await town()
  for (const who of ['director', 'station', 'grid', 'handler', 'resident1', 'admin', null])
    await expect(enterBurden(t.as(who), form()), `${who}`).rejects.toMatchObject({ kind: 'forbidden' })
  await enterBurden(t.as('clerk'), form())
  await enterBurden(t.as('clerk'), form({ office: '区统计局', kind: 'ledger', hours: 10, duty: 'outside' }))
  const { id } = await enterBurden(t.as('clerk'), form({ hours: 100 }))
  await enterBurden(t.as('clerk'), form({ month: '2026-02', copies: 9 }))
  await enterBurden(t.as('clerk2'), form({ hours: 1 }))
  for (const who of ['clerk2', 'director'])
    await expect(strikeBurden(t.as(who), { id, reason: '多登记了一次' })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  await strikeBurden(t.as('clerk'), { id, reason: '多登记了一次' })
  expect(await refused(strikeBurden(t.as('clerk'), { id, reason: '多登记了一次' }))).toBe(
    'burden-struck-already',
  )
  expect(await refused(strikeBurden(t.as('clerk'), { id: 'none', reason: '多登记了一次' }))).toBe(
    'burden-form',
  )
  const { rows, offices, month } = await read(t)
  expect(month).toBe('2026-03')
  expect(rows.find((r) => r.id === 'C1')).toMatchObject({ forms: 2, copies: 4, minutes: 810, outside: 1 })
  expect(rows.find((r) => r.id === 'C2')).toMatchObject({ forms: 1, minutes: 60, outside: 0 })
  expect(offices.map(({ office, communities, minutes }) => [office, communities, minutes])).toEqual([
    ['区统计局', 1, 600],
    ['街道公共服务办公室', 2, 270],
  ])
  expect((await read(t, '2026-02')).rows.find((r) => r.id === 'C1')).toMatchObject({ forms: 1, copies: 9 })
  const entry = await readBurdenEntry(t.as('clerk'))
  expect(entry.rows.filter((r) => r.struckReason).map((r) => r.id)).toEqual([id])
  expect(entry.rows).toHaveLength(4)
  await expect(readBurdenEntry(t.as('director'))).rejects.toMatchObject({ kind: 'forbidden' })
  const told = await t.db.select({ action: journal.action }).from(journal)
  expect(told.filter(({ action }) => action.startsWith('burden.'))).toHaveLength(6)
})

test('asks that came, were handed on, done for government and given back are counted by month', async () => {
  const t = await town()
  const reply = '已经协助核实并回复本人。'
  const submit = () => submitSuggestion(t.as('resident1'), ask())
  const helped = await submit()
  await answerSuggestion(t.as('clerk'), { refNo: helped.refNo, duty: 'B01', reply })
  const own = await submit()
  await answerSuggestion(t.as('clerk'), { refNo: own.refNo, duty: 'A02', reply })
  const back = await submit()
  await returnSuggestion(t.as('clerk'), { refNo: back.refNo, duty: 'G01', reason: '拆违属行政执法。' })
  const handed = await submitSuggestion(t.as('resident1'), ask({ kind: 'other' }))
  const reason = '属社区自治事项。'
  await referSuggestion(t.as('handler'), { refNo: handed.refNo, desk: 'committee', duty: 'A02', reason })
  const counts = { came: 4, handedOn: 1, assisted: 1, givenBack: 1 }
  expect((await read(t)).rows.find((r) => r.id === 'C1')).toMatchObject(counts)
  t.clock.set(new Date('2026-04-01T00:00:00+08:00'))
  const none = { came: 0, handedOn: 0, assisted: 0, givenBack: 0 }
  expect((await read(t)).rows.find((r) => r.id === 'C1')).toMatchObject(none)
  expect((await read(t, '2026-03')).rows.find((r) => r.id === 'C1')).toMatchObject(counts)
})

test('only twelve months are entered and shown, and only streets there are', async () => {
  const t = await town()
  expect(lastMonths(new Date('2026-01-01T00:00:00+08:00')).slice(0, 2)).toEqual(['2026-01', '2025-12'])
  for (const month of ['2026-04', '2025-03'])
    expect(await refused(enterBurden(t.as('clerk'), form({ month })))).toBe('burden-month')
  expect(await refused(enterBurden(t.as('clerk'), form({ duty: 'X99' })))).toBe('no-such-duty')
  expect(await refused(read(t, '2025-03'))).toBe('burden-month')
  expect(await refused(read(t, null, 'S99'))).toBe('street')
})

test('the form takes hours and copies in figures, and nothing else', () => {
  const typed = { ...form(), copies: '２', hours: '3.5' }
  expect(enterBurdenForm.parse(typed)).toMatchObject({ copies: 2, hours: 3.5 })
  for (const bad of [
    { month: '2026-13' },
    { month: '' },
    { kind: 'tax' },
    { office: '办' },
    { name: 'x'.repeat(61) },
    { copies: '0' },
    { copies: '1.5' },
    { copies: '-1' },
    { copies: '1000' },
    { hours: '0' },
    { hours: '745' },
    { hours: '3.55' },
    { hours: '三小时' },
    { hours: '1e3' },
    { duty: '' },
    { streetId: 'S1' },
  ])
    expect(enterBurdenForm.safeParse({ ...typed, ...bad }).success, JSON.stringify(bad)).toBe(false)
  expect(strikeBurdenForm.safeParse({ id: 'x', reason: '错' }).success).toBe(false)
})
