import { expect, test } from 'vitest'
import { alarmsIn, type Heard, type Limits } from '#domain/rate/rating/alarms.ts'
import { enterRating } from '#domain/rate/rating/give-rating.ts'
import { alarmLookForm, lookAtAlarm, readAlarms } from '#domain/rate/rating/read-alarms.ts'
import { recordOfParty } from '#domain/rate/record/record-of-party.ts'
import { running, served } from '#tests/support/contract.ts'
import { world } from '#tests/support/world.ts'

const refused = (reason: string) => expect.objectContaining({ reason })
const now = new Date('2026-06-30T12:00:00+08:00')
const limits: Limits = { drift: 1, days: 30, alike: 3, oneHand: 5, least: 5, spread: 1 }
const heard = (n: number, more: Partial<Heard> = {}): Heard[] =>
  Array.from({ length: n }, (_, i) => ({
    ...{ contractId: 'c1', supplierId: 'o1', who: `p${i}`, level: 4, words: null },
    ...{ at: now.getTime() - 90 * 86_400_000, enteredBy: null },
    ...more,
  }))
const lately = { at: now.getTime() - 86_400_000 }
const found = (rows: Heard[]) => alarmsIn(rows, limits, now).map((a) => [a.kind, a.subject])

test('a fall that is no chance is shown; a small one, or one of few, is not', () => {
  expect(found([...heard(8), ...heard(8, { ...lately, level: 2 })])).toEqual([['drift', 'c1']])
  expect(found([...heard(8), ...heard(4, lately), ...heard(4, { ...lately, level: 5 })])).toEqual([])
  expect(found([...heard(8), ...heard(4, { ...lately, level: 2 })])).toEqual([])
})

test('words alike, whatever their commas, are shown from the third on', () => {
  const same = ['服务很好，很准时！', '服务很好 很准时', '服务很好，很准时。']
  const rows = (n: number) => same.slice(0, n).flatMap((words) => heard(1, { words }))
  expect(found(rows(3))).toEqual([['same_words', 'o1']])
  expect(found(rows(2))).toEqual([])
  expect(found(heard(9, { words: '好' }))).toEqual([])
})

test('the same people for one and against another are shown from the third on', () => {
  const pair = (i: number) => [
    ...heard(1, { who: `p${i}`, level: 5 }),
    ...heard(1, { who: `p${i}`, level: 1, contractId: 'c2', supplierId: 'o2' }),
  ]
  expect(found([0, 1, 2].flatMap(pair))).toEqual([['ring', 'o1~o2']])
  expect(found([0, 1].flatMap(pair))).toEqual([])
  expect(found([0, 1, 2].flatMap(pair).map((r) => ({ ...r, who: null })))).toEqual([])
})

test('one hand and one level is looked at by who watches, and moves no score', async () => {
  const town = await world()
  const { id: contractId } = await running(town)
  for (const serviceUserId of await served(town, contractId, 5))
    await enterRating(town.as('clerk'), { contractId, serviceUserId, channel: 'paper', level: 5 })
  await expect(readAlarms(town.as('clerk'))).rejects.toEqual(refused('needs-another-seat'))
  const score = async () =>
    (await recordOfParty(town.db, 'ORG1', town.clock.now(), '2026-03-02')).ratings.summary.weighed
  const was = await score()
  const [alarm] = (await readAlarms(town.as('auditor'))).alarms
  expect(alarm).toMatchObject({ kind: 'one_hand', figures: { n: 5, of: 5, level: 5 }, looks: [] })
  const look = { key: alarm!.key, outcome: 'explained' as const, words: '敬老日现场集中代录' }
  await expect(lookAtAlarm(town.as('clerk'), look)).rejects.toEqual(refused('needs-another-seat'))
  const nothing = lookAtAlarm(town.as('auditor'), { ...look, key: 'drift~nowhere' })
  await expect(nothing).rejects.toEqual(refused('no-such-flag'))
  await lookAtAlarm(town.as('supervisor'), look)
  const { alarms } = await readAlarms(town.as('auditor'))
  expect(alarms).toMatchObject([{ looks: [{ outcome: 'explained', words: look.words }] }])
  expect(JSON.stringify(alarms)).not.toContain('clerk')
  expect(await score()).toEqual(was)
  expect(alarmLookForm.safeParse({ outcome: 'guilty', words: '他们刷分了吧' }).success).toBe(false)
})
