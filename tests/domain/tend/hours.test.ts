import { eq, inArray } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  hourAccounts,
  hourBanks,
  hourEntries,
  hourPostings,
  hourServices,
  journal,
  ledgerEntries,
} from '#db/schema/index.ts'
import { dateOf } from '#domain/dates.ts'
import { recordActivity } from '#domain/deliver/diary/record-activity.ts'
import { askService } from '#domain/tend/hours/ask-service.ts'
import { appointBank, KEPT, POOL } from '#domain/tend/hours/bank.ts'
import { cancelService, claimService, giveUpService, takeService } from '#domain/tend/hours/carry-service.ts'
import { closeAccount } from '#domain/tend/hours/close-account.ts'
import {
  confirmService,
  counterService,
  declineService,
  withdrawService,
} from '#domain/tend/hours/decide-service.ts'
import { deskOfHours } from '#domain/tend/hours/desk.ts'
import { auditService, doubleClaims } from '#domain/tend/hours/double-claims.ts'
import { openAccountForm, recordForm } from '#domain/tend/hours/forms.ts'
import { giveHours, grantHours, poolHours } from '#domain/tend/hours/give-hours.ts'
import { accountPage, hoursDesk } from '#domain/tend/hours/hours-desk.ts'
import { hoursPage } from '#domain/tend/hours/hours-page.ts'
import { entriesOf, myHours, statementOf } from '#domain/tend/hours/my-hours.ts'
import { insureVolunteer, nameHeir, openAccount } from '#domain/tend/hours/open-account.ts'
import { postHours } from '#domain/tend/hours/post-hours.ts'
import { servicePage } from '#domain/tend/hours/read-service.ts'
import { recordService } from '#domain/tend/hours/record-service.ts'
import { verifyHours } from '#domain/tend/hours/verify-hours.ts'
import { running } from '#tests/support/contract.ts'
import { earned, hoursTown, served } from '#tests/support/hours.ts'
import { type Town, world } from '#tests/support/world.ts'

const refused = (reason: string) => expect.objectContaining({ reason })
const on = (town: Town, day: string) => town.clock.set(new Date(`${day}T18:00:00+08:00`))
const minutesOf = async (town: Town, id: string) => {
  const [account] = await town.db.select().from(hourAccounts).where(eq(hourAccounts.id, id))
  return account!.minutes
}
const help = { task: 'errand' as const, servedOn: '2026-03-03', minutes: 60, words: '陪着去医院取药' }

test('one registered organisation keeps the bank, appointed by the district; before that nothing is booked', async () => {
  const town = await world()
  await expect(openAccount(town.as('resident1'))).rejects.toEqual(refused('hours-no-operator'))
  const appoint = (who: string, partyId: string) =>
    appointBank(town.as(who), { partyId, ground: '区民政局〔2026〕3 号' })
  await expect(appoint('approver', 'ORG4')).rejects.toEqual(refused('needs-another-seat'))
  for (const unfit of ['ORGX', 'CG1', 'C1'])
    await expect(appoint('dApprover', unfit)).rejects.toEqual(refused('hours-operator-unfit'))
  await expect(appoint('dApprover', 'nobody')).rejects.toEqual(refused('party-missing'))
  await appoint('dApprover', 'ORG4')
  await expect(appoint('dApprover', 'ORG4')).rejects.toEqual(refused('hours-operator-already'))
  await openAccount(town.as('resident1'))
  await expect(openAccount(town.as('resident1'))).rejects.toEqual(refused('hours-account-already'))
  await expect(openAccount(town.as(null))).rejects.toEqual(refused('sign-in-first'))
  await appoint('dApprover', 'ORG3')
  const banks = await town.db.select().from(hourBanks)
  expect(banks.filter(({ until }) => until === null).map(({ partyId }) => partyId)).toEqual(['ORG3'])
  // the database itself refuses a second that is open
  await expect(
    town.transact((tx) =>
      tx
        .insert(hourBanks)
        .values({ partyId: 'ORG1', ground: '绕过', appointedBy: 'x', since: town.clock.now() }),
    ),
  ).rejects.toThrow()
})

test('hours are booked when both sides said so, once, within the day, in time, insured where it is risky', async () => {
  const town = await world()
  const of = await hoursTown(town)
  const money = await town.db.select().from(ledgerEntries)
  const mine = of('resident1')
  const record = (more: Parameters<typeof served>[0], who = 'resident1') =>
    recordService(town.as(who), served(more))
  await expect(record({}, 'resident3')).rejects.toEqual(refused('hours-no-account'))
  await expect(record({ hostId: 'S1' })).rejects.toEqual(refused('hours-host-missing'))
  await expect(record({ servedOn: '2026-03-03' })).rejects.toEqual(refused('hours-in-the-future'))
  await expect(record({ servedOn: '2026-02-02' })).rejects.toEqual(refused('hours-too-late'))
  await expect(record({ words: '打扫卫生，给 50 元' })).rejects.toEqual(refused('hours-no-money'))
  await expect(record({ task: 'patrol' })).rejects.toEqual(refused('hours-uninsured'))
  await insureVolunteer(town.as('editor4'), { accountId: mine, until: '2026-12-31', policyNo: 'YW-2026-01' })
  const { id } = await record({ task: 'patrol', minutes: 300 })
  expect(await minutesOf(town, mine)).toBe(0)
  await expect(record({ minutes: 181 })).rejects.toEqual(refused('hours-day-full'))
  await expect(confirmService(town.as('resident1'), { serviceId: id })).rejects.toEqual(
    refused('hours-confirmed-by-oneself'),
  )
  for (const stranger of ['clerk2', 'resident2', 'editor4'])
    await expect(confirmService(town.as(stranger), { serviceId: id })).rejects.toEqual(
      refused('hours-not-the-other-side'),
    )
  const desk = await deskOfHours(town.db, town.as('clerk'))
  expect(desk.map(({ key, due }) => [key, due?.mark])).toEqual([['hourService.confirm', 'local']])
  await confirmService(town.as('clerk'), { serviceId: id })
  await expect(confirmService(town.as('clerk'), { serviceId: id })).rejects.toEqual(
    refused('not-in-this-state'),
  )
  expect(await minutesOf(town, mine)).toBe(300)
  const second = await record({ minutes: 180 })
  await withdrawService(town.as('resident1'), { serviceId: second.id })
  const third = await record({ minutes: 180 })
  await declineService(town.as('director'), { serviceId: third.id, reason: '那天活动取消了' })
  expect(await minutesOf(town, mine)).toBe(300)
  expect(await verifyHours(town.db)).toEqual([])
  // hours are no money: nothing of it is in the books of money
  expect(await town.db.select().from(ledgerEntries)).toEqual(money)
  // and the journal holds no words of anybody
  expect(JSON.stringify(await town.db.select().from(journal))).not.toMatch(/元宵|YW-2026|取消了/)
})

test('a neighbour’s hours are kept when he asks, go to who served, and the rest comes back; nobody goes below nothing', async () => {
  const town = await world()
  const of = await hoursTown(town)
  const [mine, theirs] = [of('resident2'), of('resident1')]
  await expect(askService(town.as('resident2'), help)).rejects.toEqual(refused('hours-short'))
  await earned(town, 'resident2', 90)
  await expect(askService(town.as('resident2'), { ...help, servedOn: '2026-03-01' })).rejects.toEqual(
    refused('hours-day-past'),
  )
  const { id: serviceId } = await askService(town.as('resident2'), help)
  expect([await minutesOf(town, mine), await minutesOf(town, KEPT)]).toEqual([30, 60])
  await expect(takeService(town.as('resident2'), { serviceId })).rejects.toEqual(refused('hours-for-oneself'))
  await expect(takeService(town.as('resident3'), { serviceId })).rejects.toEqual(refused('hours-no-account'))
  const open = await servicePage(town.as('resident1'), serviceId)
  expect([open.asker, open.acts.take]).toEqual([null, true])
  await takeService(town.as('resident1'), { serviceId })
  await expect(servicePage(town.as('resident6'), serviceId)).rejects.toEqual(refused('hours-not-yours'))
  await giveUpService(town.as('resident1'), { serviceId })
  await takeService(town.as('resident1'), { serviceId })
  const claim = (minutes: number, who = 'resident1') =>
    claimService(town.as(who), { serviceId, servedOn: '2026-03-03', minutes })
  await expect(claim(40)).rejects.toEqual(refused('hours-in-the-future'))
  on(town, '2026-03-03')
  await expect(claim(40, 'resident6')).rejects.toEqual(refused('hours-of-another'))
  await expect(claim(61)).rejects.toEqual(refused('hours-more-than-kept'))
  await claim(40)
  await confirmService(town.as('resident2'), { serviceId })
  expect([await minutesOf(town, mine), await minutesOf(town, theirs), await minutesOf(town, KEPT)]).toEqual([
    50, 40, 0,
  ])
  const next = await askService(town.as('resident2'), { ...help, servedOn: '2026-03-04', minutes: 50 })
  await cancelService(town.as('resident2'), { serviceId: next.id })
  expect(await minutesOf(town, mine)).toBe(50)
  // taken back, they are the neighbour's again; nothing is kept for a service that is over
  await counterService(town.as('signer4'), { serviceId, reason: '没有来过' })
  expect([await minutesOf(town, mine), await minutesOf(town, theirs), await minutesOf(town, KEPT)]).toEqual([
    90, 0, 0,
  ])
  // the database refuses what the rule would have let through
  await expect(
    town.transact((tx) => tx.update(hourAccounts).set({ minutes: -1 }).where(eq(hourAccounts.id, mine))),
  ).rejects.toThrow()
  const posting = {
    kind: 'earn' as const,
    source: 'x',
    postings: [[mine, 10] as const, [theirs, -9] as const],
  }
  await expect(town.transact((tx) => postHours(tx, town.as('clerk'), posting))).rejects.toEqual(
    refused('hours-unbalanced'),
  )
  expect(await verifyHours(town.db)).toEqual([])
})

test('hours pass within a family, into the pool and out of it by rule; by death to the heir who was named', async () => {
  const town = await world()
  const of = await hoursTown(town)
  for (const day of ['2026-02-27', '2026-02-28', '2026-03-02'])
    await earned(town, 'resident1', 480, { servedOn: day })
  const give = (to: string, minutes: number) => giveHours(town.as('resident1'), { to, minutes })
  await expect(give('resident2', 60)).rejects.toEqual(refused('hours-family-only'))
  await expect(give('resident6', 1201)).rejects.toEqual(refused('hours-year-full'))
  await give('resident6', 100)
  await expect(give('resident6', 1101)).rejects.toEqual(refused('hours-year-full'))
  await expect(poolHours(town.as('resident1'), { minutes: 1341 })).rejects.toEqual(refused('hours-short'))
  await poolHours(town.as('resident1'), { minutes: 340 })
  const grant = (who: string, personId: string, minutes = 120) =>
    grantHours(town.as(who), { personId, minutes, reason: '独居，需要陪护' })
  await expect(grant('editor4', 'resident2')).rejects.toEqual(refused('needs-another-seat'))
  await expect(grant('signer3', 'resident2')).rejects.toEqual(refused('not-your-body'))
  await expect(grant('signer4', 'signer4')).rejects.toEqual(refused('hours-to-oneself'))
  await expect(grant('signer4', 'resident2', 341)).rejects.toEqual(refused('hours-short'))
  await grant('signer4', 'resident2')
  expect([await minutesOf(town, POOL), await minutesOf(town, of('resident2'))]).toEqual([220, 120])
  await expect(nameHeir(town.as('resident1'), { heirId: 'resident2' })).rejects.toEqual(
    refused('hours-family-only'),
  )
  await nameHeir(town.as('resident1'), { heirId: 'resident6' })
  const close = (who: string, accountId: string, cause: 'death' | 'left') =>
    closeAccount(town.as(who), { accountId, cause, ground: '户籍注销证明' })
  await expect(close('editor4', of('resident1'), 'death')).rejects.toEqual(refused('needs-another-seat'))
  const open = await askService(town.as('resident1'), { ...help, servedOn: '2026-03-05' })
  await expect(close('signer4', of('resident1'), 'death')).rejects.toEqual(refused('hours-under-way'))
  await cancelService(town.as('resident1'), { serviceId: open.id })
  await close('signer4', of('resident1'), 'death')
  expect([await minutesOf(town, of('resident1')), await minutesOf(town, of('resident6'))]).toEqual([0, 1100])
  await expect(give('resident6', 10)).rejects.toEqual(refused('hours-account-closed'))
  await close('signer4', of('resident6'), 'left')
  expect(await minutesOf(town, POOL)).toBe(1320)
  expect(await verifyHours(town.db)).toEqual([])
})

test('what was booked wrongly is taken back by a counter-entry, never wiped; a day that was paid is looked at', async () => {
  const town = await world()
  const of = await hoursTown(town)
  const id = await earned(town, 'resident1', 60)
  const counter = (who: string) => counterService(town.as(who), { serviceId: id, reason: '与有偿服务重复' })
  await expect(counter('signer3')).rejects.toEqual(refused('not-your-body'))
  await expect(counter('editor4')).rejects.toEqual(refused('needs-another-seat'))
  await counter('signer4')
  await expect(counter('signer4')).rejects.toEqual(refused('not-in-this-state'))
  expect(await minutesOf(town, of('resident1'))).toBe(0)
  const entries = await entriesOf(town.db, of('resident1'))
  expect(entries.map(({ kind, minutes, stands }) => [kind, minutes, stands])).toEqual([
    ['earn', 60, 60],
    ['counter', -60, 0],
  ])
  expect(await verifyHours(town.db)).toEqual([])
  // the worker writes a paid diary for ORG1 and claims the same day as volunteering
  const { id: contractId } = await running(town)
  const heldOn = dateOf(town.clock.now())
  await openAccount(town.as('worker1'))
  const diary = { contractId, kind: 'activity' as const, heldOn, title: '长者茶话会', words: '一切顺利' }
  await recordActivity(town.as('worker1'), { ...diary, personTimes: 12, minutes: 90, came: [] })
  await expect(
    recordService(town.as('worker1'), served({ hostId: 'ORG1', servedOn: heldOn })),
  ).rejects.toEqual(refused('hours-paid-already'))
  const twice = await earned(town, 'worker1', 120, { servedOn: heldOn })
  expect((await doubleClaims(town.db)).map(({ service }) => service.id)).toEqual([twice])
  const waits = await deskOfHours(town.db, town.as('centreAuditor'))
  expect(waits.map(({ key }) => key)).toEqual(['hourService.audit'])
  await expect(auditService(town.as('auditor'), { serviceId: twice, words: '已核' })).rejects.toEqual(
    refused('needs-another-seat'),
  )
  await auditService(town.as('centreAuditor'), { serviceId: twice, words: '时间不重叠，活动在晚上' })
  expect(await deskOfHours(town.db, town.as('centreAuditor'))).toEqual([])
})

test('each page shows what its reader may see and no more', async () => {
  const town = await world()
  const of = await hoursTown(town)
  await earned(town, 'resident1', 60)
  await askService(town.as('resident1'), help)
  const page = await hoursPage(town.as(null))
  expect(page.totals).toMatchObject({ people: 3, services: 1, minutes: 60 })
  expect(JSON.stringify(page.asks)).not.toMatch(/resident1|取药/)
  const own = await myHours(town.as('resident1'))
  expect([own.account?.minutes, own.family.map((f) => f.personId)]).toEqual([0, ['resident6']])
  await expect(myHours(town.as(null))).rejects.toEqual(refused('sign-in-first'))
  await expect(statementOf(town.as('resident3'))).rejects.toEqual(refused('hours-no-account'))
  expect((await statementOf(town.as('resident1'))).entries).toHaveLength(2)
  const desk = await hoursDesk(town.as('signer4'))
  expect([desk.keeps, desk.accounts.length, desk.faults]).toEqual([true, 3, 0])
  const watched = await hoursDesk(town.as('auditor'))
  expect([watched.keeps, watched.accounts]).toEqual([false, []])
  await expect(hoursDesk(town.as('handler'))).rejects.toEqual(refused('needs-another-seat'))
  await expect(accountPage(town.as('signer3'), of('resident1'))).rejects.toEqual(refused('not-your-body'))
  expect((await accountPage(town.as('signer4'), of('resident1'))).acts).toEqual({
    ...{ grant: true, insure: true, close: true },
  })
})

test('what is typed is told what is wrong with it', () => {
  const errors = (typed: object) => recordForm.safeParse(typed).error?.issues.map((i) => i.message) ?? []
  expect(errors({})).toEqual([
    'form.hours.host',
    'form.hours.task',
    'form.hours.day',
    'form.hours.minutes',
    'form.hours.words',
  ])
  expect(errors(served({ minutes: 9 }))).toEqual(['form.hours.minutes'])
  expect(errors({ ...served(), servedOn: '2026-02-30', minutes: '1.5' })).toEqual([
    'form.hours.day',
    'form.hours.minutes',
  ])
  expect(openAccountForm.safeParse({ promise: 'no' }).error?.issues[0]?.message).toBe('form.hours.promise')
})

type Step = {
  who: number
  what: 'earn' | 'ask' | 'serve' | 'cancel' | 'give' | 'pool' | 'grant' | 'counter'
  minutes: number
}
const people = ['resident1', 'resident2', 'resident6']
const step = fc.record({
  who: fc.nat(2),
  what: fc.constantFrom<Step['what']>('earn', 'ask', 'serve', 'cancel', 'give', 'pool', 'grant', 'counter'),
  minutes: fc.integer({ min: 10, max: 300 }),
})

/** One step by whoever; what the rules refuse changes nothing. */
async function take(town: Town, { who, what, minutes }: Step) {
  const me = people[who]!
  const live = async (state: 'asked' | 'confirmed') =>
    (await town.db.select().from(hourServices).where(eq(hourServices.state, state)))[0]
  if (what === 'earn') return earned(town, me, minutes)
  if (what === 'ask') return askService(town.as(me), { ...help, servedOn: '2026-03-02', minutes })
  if (what === 'give') return giveHours(town.as(me), { to: people[2 - who]!, minutes })
  if (what === 'pool') return poolHours(town.as(me), { minutes })
  if (what === 'grant') return grantHours(town.as('signer4'), { personId: me, minutes, reason: '需要陪护' })
  const found = await live(what === 'counter' ? 'confirmed' : 'asked')
  if (!found) return
  const serviceId = found.id
  if (what === 'counter') return counterService(town.as('signer4'), { serviceId, reason: '记录有误' })
  if (what === 'cancel') return cancelService(town.as(found.askerId!), { serviceId })
  await takeService(town.as(me), { serviceId })
  const spent = Math.min(minutes, found.planned!)
  await claimService(town.as(me), { serviceId, servedOn: '2026-03-02', minutes: spent })
  return confirmService(town.as(found.askerId!), { serviceId })
}

test('whatever is done in whatever order, every entry balances and no account is below nothing', async () => {
  const town = await world()
  const of = await hoursTown(town)
  let done = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
      for (const one of steps)
        await take(town, one).then(
          () => (done += 1),
          (error: unknown) => expect(error).toHaveProperty('reason'),
        )
      expect(await verifyHours(town.db)).toEqual([])
      const all = await town.db.select().from(hourAccounts)
      expect(all.reduce((n, { minutes }) => n + minutes, 0)).toBe(0)
      const kept = await town.db
        .select()
        .from(hourServices)
        .where(inArray(hourServices.state, ['asked', 'taken']))
      expect(await minutesOf(town, KEPT)).toBe(kept.reduce((n, { planned }) => n + planned!, 0))
      // the day's cap holds over the whole history
      const mine = await town.db.select().from(hourServices).where(eq(hourServices.volunteerId, people[0]!))
      const counted = mine.filter(({ state }) => state === 'claimed' || state === 'confirmed')
      expect(counted.reduce((n, { minutes }) => n + minutes!, 0)).toBeLessThanOrEqual(480)
      expect(await minutesOf(town, of('resident1'))).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: 15 },
  )
  expect(done).toBeGreaterThan(10)
  const sources = (await town.db.select().from(hourEntries)).map(({ source }) => source)
  expect(new Set(sources).size).toBe(sources.length)
  expect((await town.db.select().from(hourPostings)).length).toBeGreaterThan(20)
})
