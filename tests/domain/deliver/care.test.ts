import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { standingClock } from '#app/ports/clock.ts'
import { memoryFiles } from '#app/ports/files/memory-files.ts'
import {
  careEntries,
  careForms,
  cares,
  careVisits,
  frameworkItems,
  frameworkProviders,
  journal,
  kinships,
  notices,
  orders,
  outbox,
  persons,
  seats,
} from '#db/schema/index.ts'
import { acceptOrder, cancelOrder, confirmOrder } from '#domain/buy/framework/carry-order.ts'
import { minutesIn } from '#domain/buy/framework/forms.ts'
import { balanceOf, free, hold, monthOf, use } from '#domain/deliver/care/account.ts'
import { assessCare } from '#domain/deliver/care/assess-care.ts'
import { levelAt, pointsOf } from '#domain/deliver/care/assessment.ts'
import { checkIn, checkInByPhone, leaveVisit } from '#domain/deliver/care/attend-visit.ts'
import { acceptVisit, cancelVisit, redoVisit, refuseVisit } from '#domain/deliver/care/carry-visit.ts'
import { visitCode } from '#domain/deliver/care/codes.ts'
import { confirmByCode, confirmForHer, confirmVisit } from '#domain/deliver/care/confirm-visit.ts'
import { endCare, grantCare, refuseCare, renewHouseCode } from '#domain/deliver/care/decide-care.ts'
import { findCare } from '#domain/deliver/care/find-care.ts'
import { findVisit } from '#domain/deliver/care/find-visit.ts'
import { careLevels, careQuestions } from '#domain/deliver/care/form-data.ts'
import { applyCareForm, codeForm, confirmForHerForm, visitForm } from '#domain/deliver/care/forms.ts'
import { careVisitPhoto, visitPage } from '#domain/deliver/care/visit-page.ts'
import {
  accepted,
  answersOf,
  asks,
  type CareTown,
  careTown,
  codeOfHouse,
  granted,
  home,
  ordersVisit,
  visited,
} from '#tests/support/care.ts'
import { lessChance, tells } from '#tests/support/less-chance.ts'
import { at, settledTown, testVault, townOver } from '#tests/support/settled-town.ts'
import { freshStore } from '#tests/support/store.ts'
import { type Town, world } from '#tests/support/world.ts'

const refused = (reason: string) => expect.objectContaining({ reason })
const on = (town: Town, day: string) => town.clock.set(new Date(`${day}T09:00:00+08:00`))

test('whom the place serves is served, everybody else is told why not, and the address lies sealed', async () => {
  const town = await world()
  const care = await careTown(town)
  const ask = (who?: string, more?: object) => asks(town, care.frameworkId, who, more)
  await expect(ask('resident2')).rejects.toEqual(refused('care-of-others'))
  await expect(ask('station', { personId: 'resident6' })).rejects.toEqual(refused('care-of-others'))
  await expect(ask('resident2', { personId: 'resident2' })).rejects.toEqual(refused('care-age-unknown'))
  const aged = (ageBand: '36-59' | '60-79', id = 'resident2') =>
    town.transact((tx) => tx.update(persons).set({ ageBand }).where(eq(persons.id, id)))
  await aged('36-59')
  await expect(ask('resident2', { personId: 'resident2' })).rejects.toEqual(refused('care-too-young'))
  await aged('60-79')
  const nothing = { personId: 'resident2', livesAlone: false, lowIncome: false }
  await expect(ask('resident2', nothing)).rejects.toEqual(refused('care-not-eligible'))
  await ask('station', { ...nothing, lowIncome: true })
  const { id } = await ask('resident6', { livesAlone: false })
  await expect(ask('resident1')).rejects.toEqual(refused('care-asked-already'))
  const [kept] = await town.db.select().from(cares).where(eq(cares.id, id))
  expect(kept?.addressSealed).not.toContain('青石里')
  expect(town.vault.open('care', kept!.addressSealed)).toBe(home)
})

test('an assessment is answered whole, made by nobody who would serve or is kin, and granted by another', async () => {
  const town = await world()
  const care = await careTown(town)
  const { id: careId } = await asks(town, care.frameworkId)
  const answers = await answersOf(town)
  const assess = (who: string, given = answers) => assessCare(town.as(who), { careId, answers: given })
  const grant = (who = 'handler', from = '2026-04-07') => grantCare(town.as(who), { careId, from })
  await expect(grant()).rejects.toEqual(refused('not-in-this-state'))
  await expect(assess('editor1')).rejects.toEqual(refused('needs-another-seat'))
  await expect(assess('station', answers.slice(1))).rejects.toEqual(refused('care-form-unanswered'))
  await expect(assess('station', [...answers.slice(1), 'EAT=9'])).rejects.toEqual(
    refused('care-form-unanswered'),
  )
  const serves = { ...town.as('station') }
  serves.actor = {
    ...serves.actor,
    seats: [...serves.actor.seats, { id: 'x', role: 'org_editor', partyId: 'ORG2' }],
  }
  await expect(assessCare(serves, { careId, answers })).rejects.toEqual(refused('sod-provider-assesses'))
  const kin = {
    personId: 'resident1',
    agentId: 'station',
    relation: '儿子',
    consent: 'paper',
    communityId: 'C1',
  }
  const by = { writtenBy: 'clerk', writtenAt: town.clock.now() }
  await town.transact((tx) => tx.insert(kinships).values({ ...kin, ...by }))
  await expect(assess('station')).rejects.toEqual(refused('sod-own-kin'))
  await assess('centre')
  await town.transact((tx) => tx.update(cares).set({ assessedBy: 'handler' }))
  await expect(grant()).rejects.toEqual(refused('sod-assessor-grants'))
  await town.transact((tx) => tx.update(cares).set({ assessedBy: 'centre' }))
  await expect(grant('handler', '2026-04-06')).rejects.toEqual(refused('care-from-past'))
  await expect(grant('dHandler')).rejects.toEqual(refused('not-your-body'))
  await grant()
  const found = await findCare(town.db, careId)
  expect(found).toMatchObject({ level: 'L2', unit: 'minutes', monthly: 1200, to: '2027-04-06' })
  expect(lessChance(found.answersSealed)).not.toContain('WASH')
  await expect(refuseCare(town.as('handler'), { careId, reason: '不符合条件' })).rejects.toEqual(
    refused('not-in-this-state'),
  )
})

test('points make the level by the form alone; who needs nothing is granted nothing', async () => {
  const all = (nth: number) => careQuestions.map(({ code, options }) => `${code}=${options[nth]!.value}`)
  expect([0, 1, 2].map((nth) => pointsOf(careQuestions, all(nth)))).toEqual([0, 7, 14])
  expect([0, 1, 4, 5, 9, 10, 14].map((n) => levelAt(careLevels, n)?.code ?? null)).toEqual([
    ...[null, 'L1', 'L1', 'L2', 'L2', 'L3', 'L3'],
  ])
  const town = await world()
  const care = await careTown(town)
  await expect(granted(town, care, 0)).rejects.toEqual(refused('care-no-level'))
  const [{ id: careId } = { id: '' }] = await town.db.select().from(cares)
  await refuseCare(town.as('handler'), { careId, reason: '生活都能自理' })
  await asks(town, care.frameworkId)
})

/** One town for the tests that follow, each going on where the last one stopped. */
let town: Town
let care: CareTown
let careId: string
let closing: () => Promise<void> | void
beforeAll(async () => {
  const { store, url, close } = await freshStore(settledTown)
  const clock = standingClock(at)
  town = townOver({ store, url, clock, files: memoryFiles(), vault: testVault() })
  closing = close
  care = await careTown(town)
  careId = await granted(town, care)
})
afterAll(() => closing())
const month = async (when = '2026-04') => monthOf(town.db, await findCare(town.db, careId), when, '2026-04')

test('an order keeps its minutes, never more than the month has, of a provider of the agreement, for a granted day', async () => {
  const order = (more?: object, who?: string) => ordersVisit(town, care, careId, more, who)
  await expect(order({}, 'resident2')).rejects.toEqual(refused('care-of-others'))
  await expect(order({ wishedOn: '2027-05-01' })).rejects.toEqual(refused('care-month-not-granted'))
  await expect(order({ wishedOn: '2026-04-06' })).rejects.toEqual(refused('order-date-outside'))
  await expect(order({ quantity: 21 })).rejects.toEqual(refused('care-hours-short'))
  await expect(order({ providerId: 'nobody' })).rejects.toEqual(refused('provider-missing'))
  const leave = (state: 'ended' | 'signed') =>
    town.transact((tx) =>
      tx.update(frameworkProviders).set({ state }).where(eq(frameworkProviders.id, care.second)),
    )
  await leave('ended')
  await expect(order({ providerId: care.second })).rejects.toEqual(refused('provider-not-serving'))
  await leave('signed')
  expect(await month()).toMatchObject({ granted: 1200, available: 1200, held: 0, used: 0 })
  const { id: orderId } = await order({ quantity: 2 })
  expect(await month()).toMatchObject({ available: 1080, held: 120, used: 0, over: false })
  expect(await month('2026-03')).toMatchObject({ granted: 0, over: true })
  for (const act of [
    acceptOrder(town.as('editor1'), { orderId }),
    confirmOrder(town.as('resident6'), { orderId }),
  ])
    await expect(act).rejects.toMatchObject({
      reason: expect.stringMatching(/order-has-a-visit|not-in-this-state/),
    })
  await expect(cancelOrder(town.as('resident6'), { orderId, reason: '算了' })).rejects.toEqual(
    refused('order-has-a-visit'),
  )
  await refuseVisit(town.as('editor1'), { orderId, reason: '那天没有人手' })
  expect(await month()).toMatchObject({ available: 1200, held: 0 })
  await expect(cancelVisit(town.as('resident6'), { orderId, reason: '算了' })).rejects.toEqual(
    refused('not-in-this-state'),
  )
})

test('the provider names its own aide, and none of her family', async () => {
  const { id: orderId } = await ordersVisit(town, care, careId)
  const accept = (aideId: string, who = 'editor1') => acceptVisit(town.as(who), { orderId, aideId })
  await expect(accept('aide2')).rejects.toEqual(refused('aide-unknown'))
  await expect(accept('worker1')).rejects.toEqual(refused('aide-unknown'))
  await expect(accept('aide1', 'editor2')).rejects.toEqual(refused('not-your-body'))
  const seat = { role: 'care_aide' as const, partyId: 'ORG1', from: '2025-01-01', ground: '聘用' }
  const more = { id: 'seat-kin', personId: 'resident6', createdAt: town.clock.now() }
  await town.transact((tx) => tx.insert(seats).values({ ...seat, ...more }))
  await expect(accept('resident6')).rejects.toEqual(refused('aide-is-family'))
  await accept('aide1')
  await cancelVisit(town.as('resident6'), { orderId, reason: '住院了' })
  expect((await month()).held).toBe(0)
})

test('a visit is checked in on its own day with the code of the house, and twice counts once', async () => {
  on(town, '2026-04-09')
  const orderId = await accepted(town, care, careId)
  const code = await codeOfHouse(town, careId)
  const come = (who = 'aide1', typed = code) => checkIn(town.as(who), { orderId, code: typed })
  await expect(come()).rejects.toEqual(refused('visit-other-day'))
  await expect(leaveVisit(town.as('aide1'), { orderId })).rejects.toEqual(refused('visit-not-begun'))
  on(town, '2026-04-10')
  await expect(come('aide2')).rejects.toEqual(refused('not-your-body'))
  const wrong = code === '000000' ? '000001' : '000000'
  await expect(come('aide1', wrong)).rejects.toEqual(refused('care-code-wrong'))
  expect((await findVisit(town.db, orderId)).visit.tries).toBe(1)
  await come()
  await come()
  await checkInByPhone(town.as('station'), { orderId, on: '2026-04-10' })
  const lines = await town.db.select().from(journal).where(eq(journal.subject, orderId))
  expect(lines.filter(({ action }) => action.startsWith('visit.check_in'))).toHaveLength(1)
  await expect(cancelVisit(town.as('resident6'), { orderId, reason: '不要了' })).rejects.toEqual(
    refused('visit-begun'),
  )
  const photos = [
    await sharp({ create: { width: 9, height: 9, channels: 3, background: '#807060' } })
      .png()
      .toBuffer(),
  ]
  await expect(leaveVisit(town.as('aide2'), { orderId, photos })).rejects.toEqual(refused('not-your-body'))
  await leaveVisit(town.as('aide1'), { orderId, photos })
  await leaveVisit(town.as('aide1'), { orderId, photos })
  const { photoIds } = await visitPage(town.as('resident6'), orderId)
  expect(photoIds).toHaveLength(1)
  const look = (who: string) => careVisitPhoto(town.as(who), orderId, photoIds[0]!)
  for (const who of ['resident6', 'aide1', 'station']) expect((await look(who)).length).toBeGreaterThan(0)
  for (const who of ['aide2', 'resident3', 'handler'])
    await expect(look(who)).rejects.toEqual(refused('care-not-yours'))
  await expect(confirmVisit(town.as('aide1'), { orderId })).rejects.toEqual(refused('aide-confirms-himself'))
  await expect(confirmVisit(town.as('station'), { orderId })).rejects.toEqual(refused('care-of-others'))
  await expect(confirmForHer(town.as('aide1'), { orderId, via: 'paper', sheetNo: '1' })).rejects.toEqual(
    refused('needs-another-seat'),
  )
  await confirmVisit(town.as('resident1'), { orderId })
  expect(await month()).toMatchObject({ available: 1140, held: 0, used: 60 })
  await expect(confirmVisit(town.as('resident6'), { orderId })).rejects.toEqual(refused('not-in-this-state'))
  expect(await month()).toMatchObject({ used: 60 })
})

test('work done badly is done again with a new code; the family’s code, told to the aide, confirms it', async () => {
  const orderId = await accepted(town, care, careId)
  const code = await codeOfHouse(town, careId)
  await checkIn(town.as('aide1'), { orderId, code })
  const first = visitCode(town.vault, (await findVisit(town.db, orderId)).visit)
  await expect(confirmByCode(town.as('aide1'), { orderId, code: first })).rejects.toEqual(
    refused('not-in-this-state'),
  )
  await leaveVisit(town.as('aide1'), { orderId })
  const again = { orderId, reason: '没有擦地' }
  await expect(redoVisit(town.as('resident6'), { ...again, wishedOn: '2026-05-02' })).rejects.toEqual(
    refused('visit-redo-day'),
  )
  await redoVisit(town.as('resident6'), { ...again, wishedOn: '2026-04-13' })
  on(town, '2026-04-13')
  await checkIn(town.as('aide1'), { orderId, code })
  await leaveVisit(town.as('aide1'), { orderId })
  await expect(confirmByCode(town.as('aide1'), { orderId, code: first })).rejects.toEqual(
    refused('care-code-wrong'),
  )
  const { visit } = await findVisit(town.db, orderId)
  expect(visit).toMatchObject({ turn: 1, tries: 1 })
  await confirmByCode(town.as('aide1'), { orderId, code: visitCode(town.vault, visit) })
  expect((await findVisit(town.db, orderId)).visit.confirmedVia).toBe('code')
})

test('after so many wrong codes the station takes over by telephone, and a signed sheet confirms', async () => {
  const orderId = await accepted(town, care, careId, { wishedOn: '2026-04-13' })
  const right = await codeOfHouse(town, careId)
  const wrong = right === '111111' ? '111112' : '111111'
  for (const _ of [1, 2, 3, 4, 5])
    await expect(checkIn(town.as('aide1'), { orderId, code: wrong })).rejects.toEqual(
      refused('care-code-wrong'),
    )
  await expect(checkIn(town.as('aide1'), { orderId, code: right })).rejects.toEqual(
    refused('care-code-locked'),
  )
  await expect(checkInByPhone(town.as('station'), { orderId, on: '2026-04-14' })).rejects.toEqual(
    refused('visit-other-day'),
  )
  await expect(checkInByPhone(town.as('clerk2'), { orderId, on: '2026-04-13' })).rejects.toEqual(
    refused('needs-another-seat'),
  )
  await checkInByPhone(town.as('station'), { orderId, on: '2026-04-13' })
  await confirmForHer(town.as('station'), { orderId, via: 'paper', sheetNo: '0413-1' })
  expect(await findVisit(town.db, orderId)).toMatchObject({
    order: { state: 'confirmed', doneOn: '2026-04-13' },
    visit: { confirmedVia: 'paper', sheetNo: '0413-1', checkedInVia: 'phone' },
  })
  await renewHouseCode(town.as('resident6'), { careId })
  expect(await codeOfHouse(town, careId)).not.toBe(right)
})

test('what is not used by the end of a month is lost, and the next month has its own', async () => {
  on(town, '2026-05-06')
  const now = async (of: string) => monthOf(town.db, await findCare(town.db, careId), of, '2026-05')
  expect(await now('2026-04')).toMatchObject({ over: true, used: 180, available: 1020 })
  expect(await now('2026-05')).toMatchObject({ over: false, used: 0, available: 1200 })
  await visited(town, care, careId, { wishedOn: '2026-05-07', itemId: care.clean, quantity: 10 })
  expect(await now('2026-05')).toMatchObject({ used: 1200, available: 0 })
  await expect(ordersVisit(town, care, careId, { wishedOn: '2026-05-08' })).rejects.toEqual(
    refused('care-hours-short'),
  )
})

test('vouchers are taken in 分 by the price, and a service without minutes is not taken in hours', async () => {
  await town.transact((tx) =>
    tx.update(frameworkItems).set({ minutes: null }).where(eq(frameworkItems.id, care.bath)),
  )
  const order = () => ordersVisit(town, care, careId, { wishedOn: '2026-06-02' })
  await expect(order()).rejects.toEqual(refused('care-item-without-minutes'))
  await town.transact((tx) =>
    tx.update(cares).set({ unit: 'fen', monthly: 10_000 }).where(eq(cares.id, careId)),
  )
  await order()
  expect(await month('2026-06')).toMatchObject({ granted: 10_000, available: 2_000, held: 8_000 })
  await expect(order()).rejects.toMatchObject({ reason: 'care-voucher-short', params: { left: '20.00' } })
  await endCare(town.as('handler'), { careId, reason: '搬到外地' })
  await expect(order()).rejects.toEqual(refused('care-not-granted'))
})

test('neither journal nor notices nor outbox tell the address, the answers or a code', async () => {
  const [{ addressSealed } = { addressSealed: '' }] = await town.db.select().from(cares)
  expect(addressSealed.length).toBeGreaterThan(40)
  const told = [
    await town.db.select().from(journal),
    await town.db.select().from(notices),
    await town.db.select().from(outbox),
    await town.db.select().from(careVisits),
    await town.db.select().from(orders),
  ]
  expect(lessChance(told)).not.toMatch(/青石里|WASH/)
  expect(tells(told, await codeOfHouse(town, careId))).toBe(false)
})

test('whatever is kept, freed and used in any order: no month is overdrawn, nothing counts twice, every account balances', async () => {
  const [first] = await town.db.select().from(cares).where(eq(cares.id, careId))
  const steps = fc.array(
    fc.tuple(fc.constantFrom('hold', 'free', 'use'), fc.nat(4), fc.integer({ min: 1, max: 700 })),
    { maxLength: 20 },
  )
  let run = 0
  await fc.assert(
    fc.asyncProperty(steps, async (acts) => {
      run += 1
      const grant = {
        ...first!,
        id: `care-${run}`,
        refNo: `JJ-${run}`,
        unit: 'minutes' as const,
        monthly: 1200,
      }
      await town.transact((tx) => tx.insert(cares).values({ ...grant, state: 'ended' }))
      const month = '2026-07'
      const kept = new Map<string, number>()
      const known = new Set<string>()
      const model = { available: 1200, held: 0, used: 0 }
      for (const [how, n, amount] of acts) {
        const orderId = `${run}-${n}`
        const should = how === 'hold' ? !known.has(orderId) && amount <= model.available : kept.has(orderId)
        const done = await town
          .transact((tx) =>
            how === 'hold'
              ? hold(tx, town.as('clerk'), grant, { month, orderId, amount })
              : { free, use }[how as 'use'](tx, town.as('clerk'), orderId),
          )
          .then(() => true)
          .catch(() => false)
        expect(done).toBe(should)
        if (!done) continue
        const of = how === 'hold' ? -amount : kept.get(orderId)!
        model.held -= of
        model[how === 'use' ? 'used' : 'available'] += of
        if (how === 'hold') kept.set(orderId, amount)
        else kept.delete(orderId)
        known.add(orderId)
      }
      const all = await Promise.all(
        (['place', 'available', 'held', 'used'] as const).map((one) =>
          balanceOf(town.db, grant.id, month, one),
        ),
      )
      expect(all.reduce((a, b) => a + b, 0)).toBe(0)
      expect(all.slice(1).every((n) => n >= 0)).toBe(true)
      if (known.size > 0) expect(all.slice(1)).toEqual([model.available, model.held, model.used])
      const sources = (await town.db.select().from(careEntries)).map((e) => e.source)
      expect(new Set(sources).size).toBe(sources.length)
    }),
    { numRuns: 15 },
  )
})

test('what is typed badly is said at its own field', () => {
  const bad = (form: { safeParse: (v: unknown) => { success: boolean } }, typed: object) =>
    form.safeParse(typed).success
  expect(bad(applyCareForm, { personId: 'a', frameworkId: 'b', address: '近' })).toBe(false)
  expect(bad(codeForm, { code: '12345' })).toBe(false)
  expect(codeForm.parse({ code: '１２３ ４５６' })).toEqual({ code: '123456' })
  expect(bad(confirmForHerForm, { via: 'paper', sheetNo: '' })).toBe(false)
  expect(bad(confirmForHerForm, { via: 'code' })).toBe(false)
  expect(bad(confirmForHerForm, { via: 'phone' })).toBe(true)
  const good = { itemId: 'a', providerId: 'b', quantity: 1, wishedOn: '2026-04-10', hour: '09:30' }
  expect(bad(visitForm, good)).toBe(true)
  expect(bad(visitForm, { ...good, hour: '23:00' })).toBe(false)
  expect(bad(visitForm, { ...good, wishedOn: '2026-02-30' })).toBe(false)
  expect(['次（60 分钟）', '小时', '次', '2小时', '分钟'].map(minutesIn)).toEqual([60, 60, null, 120, null])
})

test('a form is a version: a person keeps the one she was assessed by', async () => {
  const [first] = await town.db.select().from(careForms)
  const { id: _, ...rest } = first!
  await town.transact((tx) => tx.insert(careForms).values({ ...rest, version: 2, levels: [] }))
  expect((await findCare(town.db, careId)).formId).toBe(first!.id)
})
