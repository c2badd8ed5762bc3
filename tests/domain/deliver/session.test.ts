import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { activitySessions, diaryEntries, milestones, parameters } from '#db/schema/index.ts'
import { dateOf } from '#domain/dates.ts'
import { findContract } from '#domain/deliver/contract/find-contract.ts'
import { addServiceUser } from '#domain/deliver/diary/add-service-user.ts'
import { diaryPage, peoplePage, recordPage } from '#domain/deliver/diary/diary-page.ts'
import { activityForm, closeSessionForm, hereForm, sessionForm } from '#domain/deliver/diary/forms.ts'
import { closeSession, planSession, tickHere, typeSheet } from '#domain/deliver/diary/hold-session.ts'
import { recordActivity } from '#domain/deliver/diary/record-activity.ts'
import { servedBy } from '#domain/deliver/diary/served.ts'
import { doorPage, sessionPage, sessionsPage } from '#domain/deliver/diary/session-page.ts'
import { unitCostOf, unitCostsPage } from '#domain/deliver/diary/unit-cost.ts'
import { negative, yuan } from '#domain/money.ts'
import { findProject } from '#domain/open/project.ts'
import { streetBenchmarks } from '#domain/rate/ranking/street-benchmarks.ts'
import { post } from '#domain/treasury/post.ts'
import { running } from '#tests/support/contract.ts'
import { genuinePaper } from '#tests/support/paper.ts'
import { paid } from '#tests/support/payment.ts'
import { type Town, world } from '#tests/support/world.ts'

const refused = (reason: string) => expect.objectContaining({ reason })
const said = { minutes: 90, words: '大家都来了' }

async function held(town: Town, heldOn = '2026-03-02') {
  const { id: contractId, planId } = await running(town)
  const add = (label: string) =>
    addServiceUser(town.as('worker1'), { contractId, label, phone: undefined }).then(({ id }) => id)
  const users = [await add('张阿姨'), await add('李伯伯'), await add('陈阿姨')]
  const { users: listed } = await peoplePage(town.as('worker1'), contractId)
  const codes = users.map((id) => listed.find((u) => u.id === id)!.code!)
  const words = { kind: 'activity' as const, title: '邻里茶话', place: '活动室', heldOn }
  const { id: sessionId } = await planSession(town.as('worker1'), { ...words, contractId })
  const { code: door } = (await sessionPage(town.as('worker1'), contractId, sessionId)).session
  return { contractId, planId, users, codes, sessionId, door, words }
}

test('who ticks himself in and stands on the sheet too came once; the session becomes one entry of the diary', async () => {
  const town = await world()
  const { contractId, users, codes, sessionId, door } = await held(town)
  const here = (code: string) => tickHere(town.as(null), { door, code })
  await here(codes[0]!)
  await here(codes[0]!)
  const sheet = (came: string[], who = 'worker1') => typeSheet(town.as(who), { contractId, sessionId, came })
  await sheet([users[0]!, users[1]!])
  await expect(sheet(['nobody'])).rejects.toEqual(refused('attendance-unknown'))
  await expect(sheet([users[2]!], 'worker2')).rejects.toEqual(refused('not-your-body'))
  expect(await sessionPage(town.as('editor1'), contractId, sessionId)).toMatchObject({
    arrived: expect.toSatisfy(
      (came: { label: string; via: string }[]) =>
        came
          .map(({ label, via }) => `${label}:${via}`)
          .sort()
          .join() === '张阿姨:code,李伯伯:sheet',
    ),
    missing: [{ label: '陈阿姨' }],
  })
  expect(JSON.stringify(await doorPage(town.as(null), door))).not.toMatch(/张阿姨|李伯伯/)
  expect((await genuinePaper(town, 'worker1', 'sign_in', sessionId)).matter).toBeNull()
  await expect(genuinePaper(town, 'worker2', 'sign_in', sessionId)).rejects.toEqual(refused('nothing-here'))
  const bad = [Buffer.from('no picture')]
  const close = (photos: Buffer[] = []) =>
    closeSession(town.as('worker1'), { ...said, contractId, sessionId, photos })
  await expect(close(bad)).rejects.toEqual(refused('photo-not-a-picture'))
  await close([
    await sharp({ create: { width: 9, height: 9, channels: 3, background: '#807060' } })
      .png()
      .toBuffer(),
  ])
  expect((await diaryPage(town.as('worker1'), contractId, 1)).entries[0]!.photoIds).toHaveLength(1)
  await expect(close()).rejects.toEqual(refused('session-closed'))
  await expect(here(codes[2]!)).rejects.toEqual(refused('session-closed'))
  expect(await servedBy(town.db, contractId)).toMatchObject({ entries: 1, people: 2, personTimes: 2 })
  expect((await sessionsPage(town.as('worker1'), contractId)).sessions).toMatchObject([
    { n: 2, recorded: true },
  ])
})

test('a door opens on its day to the codes of its own project, and not to guessing', async () => {
  const town = await world()
  const { contractId, codes, door, sessionId, words } = await held(town, '2026-03-04')
  const here = (code: string) => tickHere(town.as(null), { door, code })
  expect(new Set(codes).size).toBe(3)
  await expect(here(codes[0]!)).rejects.toEqual(refused('session-other-day'))
  await expect(typeSheet(town.as('worker1'), { contractId, sessionId, came: [] })).rejects.toEqual(
    refused('session-other-day'),
  )
  await expect(closeSession(town.as('worker1'), { ...said, contractId, sessionId })).rejects.toEqual(
    refused('diary-in-the-future'),
  )
  await expect(tickHere(town.as(null), { door: 'nowhere', code: codes[0]! })).rejects.toEqual(
    refused('session-missing'),
  )
  const plan = (more: object, who = 'worker1') => planSession(town.as(who), { ...words, ...more, contractId })
  await expect(plan({ heldOn: '2027-06-01' })).rejects.toEqual(refused('diary-outside-term'))
  await expect(plan({}, 'centre')).rejects.toEqual(refused('needs-another-seat'))
  await expect(sessionsPage(town.as('director'), contractId)).rejects.toMatchObject({ kind: 'forbidden' })
  town.clock.set(new Date('2026-03-04T09:00:00+08:00'))
  await town.transact((tx) =>
    tx.update(parameters).set({ value: 2 }).where(eq(parameters.code, 'DOOR_TRIES')),
  )
  const wrong = codes.includes('000000') ? '000001' : '000000'
  await expect(here(wrong)).rejects.toEqual(refused('service-code-wrong'))
  await here(codes[1]!)
  await expect(here(wrong)).rejects.toEqual(refused('service-code-wrong'))
  await expect(here(codes[0]!)).rejects.toEqual(refused('session-locked'))
  expect(await town.db.select().from(activitySessions)).toMatchObject([{ tries: 2 }])
})

test('the same form sent again hours later is the same entry, and a late entry keeps both days', async () => {
  const town = await world()
  const { id: contractId } = await running(town)
  const { formId } = await recordPage(town.as('worker1'), contractId)
  const typed = { kind: 'visit', heldOn: '2026-03-02', title: '探访', words: '好', minutes: '30', formId }
  const { photos: _, ...input } = activityForm.parse(typed)
  town.clock.set(new Date('2026-03-05T20:00:00+08:00'))
  const send = () => recordActivity(town.as('worker1'), { ...input, contractId })
  const first = await send()
  town.clock.set(new Date('2026-03-06T08:00:00+08:00'))
  expect(await send()).toEqual(first)
  const other = await recordPage(town.as('worker1'), contractId)
  // Typed again on a page opened afresh: asked first, whatever it is called this time.
  const again = { ...input, contractId, formId: other.formId, title: '探访老人' }
  const twice = recordActivity(town.as('worker1'), again)
  await expect(twice).rejects.toMatchObject({ reason: 'diary-twice', params: { on: '2026-03-02' } })
  expect(await town.db.select().from(diaryEntries)).toHaveLength(1)
  await recordActivity(town.as('worker1'), { ...again, another: activityForm.shape.another.parse('yes') })
  expect(await town.db.select().from(diaryEntries)).toHaveLength(2)
  expect(
    (await diaryPage(town.as('worker1'), contractId, 1)).entries.map(({ heldOn, writtenOn }) => [
      heldOn,
      writtenOn,
    ]),
  ).toEqual([
    ['2026-03-02', '2026-03-06'],
    ['2026-03-02', '2026-03-05'],
  ])
  for (const more of [{ kind: 'meeting' as const }, { minutes: 31 }, { heldOn: '2026-03-03' }])
    await recordActivity(town.as('worker1'), { ...input, contractId, formId: undefined, ...more })
  await recordActivity(town.as('editor1'), { ...input, contractId, formId: undefined })
  expect(await town.db.select().from(diaryEntries)).toHaveLength(6)
  expect(activityForm.parse({ ...typed, formId: '<script>' }).formId).toBeUndefined()
  expect(activityForm.parse({ ...typed, another: 'no' }).another).toBeUndefined()
})

/** What was paid under a contract stands as returned, as a recovery leaves it. */
const allCameBack = (town: Town, contractId: string) =>
  town.transact(async (tx) => {
    const { lineId, planId } = await findContract(tx, contractId)
    const of = {
      kind: 'recovery.register' as const,
      source: 'recovery.register:1',
      lineId,
      planId,
      contractId,
    }
    const back = yuan(40_000)
    await post(tx, town.as('finance'), {
      ...of,
      postings: [
        ['paid', negative(back)],
        ['returned', back],
      ],
    })
  })

test('unit cost is what was paid by the people reached, beside person-times; without either it is not known', async () => {
  const town = await world()
  const { contractId, planId, users } = await held(town)
  const nothing = { perPerson: null, perTime: null, paid: 0, people: 0 }
  expect(await unitCostOf(town.db, contractId)).toMatchObject(nothing)
  const entry = { kind: 'visit' as const, heldOn: '2026-03-02', title: '探访', words: '好', minutes: 30 }
  await recordActivity(town.as('worker1'), { ...entry, contractId, came: users, personTimes: 8 })
  const [part] = await town.db.select().from(milestones).where(eq(milestones.contractId, contractId))
  await paid(town, part!.id)
  const cost = { paid: 4_000_000, people: 3, personTimes: 8, perPerson: 1_333_333, perTime: 500_000 }
  expect(await unitCostOf(town.db, contractId)).toEqual(cost)
  expect((await findProject(town.db, planId, dateOf(town.clock.now()))).cost).toEqual(cost)
  for (const who of ['centre', 'handler'])
    expect(await unitCostsPage(town.as(who)), who).toMatchObject([{ id: contractId, cost }])
  expect(await unitCostsPage(town.as('dHandler'))).toEqual([])
  const { kinds, streets } = await streetBenchmarks(town.as('auditor'))
  expect(kinds).toMatchObject([{ category: 'ELDER', streets: [{ id: 'S1', projects: 1, ...cost }] }])
  expect(streets).toMatchObject([{ id: 'S1', measured: { satisfaction: { value: null } } }])
  await expect(streetBenchmarks(town.as('signer1'))).rejects.toEqual(refused('needs-another-seat'))
  await allCameBack(town, contractId)
  expect(await unitCostOf(town.db, contractId)).toMatchObject({ ...nothing, people: 3 })
  const back = await streetBenchmarks(town.as('auditor'))
  expect(back.kinds.flatMap(({ streets: all }) => all.map((street) => street.paid))).not.toContain(4_000_000)
  await expect(unitCostsPage(town.as('editor1'))).rejects.toEqual(refused('needs-another-seat'))
})

test('the forms of a session want a place, a day, six digits and whole minutes', () => {
  const wrong = (form: typeof sessionForm | typeof hereForm | typeof closeSessionForm, typed: object) =>
    form.safeParse(typed).error?.issues.map(({ message }) => message)
  expect(wrong(sessionForm, { kind: 'casework', title: 'x', place: ' ', heldOn: 'soon' })).toEqual([
    'form.diary.kind',
    'form.session.place',
    'form.diary.held-on',
  ])
  expect(wrong(hereForm, { code: '12345' })).toEqual(['form.care.code'])
  expect(hereForm.parse({ code: '１２３ 456' }).code).toBe('123456')
  expect(wrong(closeSessionForm, { minutes: '1.5', words: 'x' })).toEqual(['form.diary.minutes'])
})
