import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import {
  findings,
  notices,
  paperChecks,
  ratings,
  visitPlans,
  visits,
  voucherChecks,
} from '#db/schema/index.ts'
import { findContract } from '#domain/deliver/contract/find-contract.ts'
import { recordActivity } from '#domain/deliver/diary/record-activity.ts'
import type { Signs, Thresholds } from '#domain/deliver/supervision/signs.ts'
import { isAhead, signsOf } from '#domain/deliver/supervision/signs.ts'
import { addVisit } from '#domain/deliver/supervision/visit/add-visit.ts'
import { checkPaper, paperCheckPage, paperScan } from '#domain/deliver/supervision/visit/check-paper.ts'
import { checkVoucher } from '#domain/deliver/supervision/visit/check-voucher.ts'
import { deskOfVisits } from '#domain/deliver/supervision/visit/desk.ts'
import { addVisitForm, visitForm, voucherCheckForm } from '#domain/deliver/supervision/visit/forms.ts'
import { planVisits } from '#domain/deliver/supervision/visit/plan-visits.ts'
import { recordVisit, skipVisit } from '#domain/deliver/supervision/visit/record-visit.ts'
import { riskOf, sampleOf } from '#domain/deliver/supervision/visit/risk.ts'
import { trailOfVisits } from '#domain/deliver/supervision/visit/trail.ts'
import {
  visitPage,
  visitPhoto,
  visitsPage,
  voucherCheckPage,
} from '#domain/deliver/supervision/visit/visit-page.ts'
import { deskOfWarnings, warningsOf } from '#domain/deliver/supervision/warnings.ts'
import { bookEntryPage } from '#domain/treasury/community-books/book-page.ts'
import { booked, entered } from '#tests/support/books.ts'
import { running, served } from '#tests/support/contract.ts'
import { paid } from '#tests/support/payment.ts'
import { type Town, world } from '#tests/support/world.ts'

const refused = (reason: string) => expect.objectContaining({ reason })
const seen = {
  visitedOn: '2026-03-02',
  present: 6,
  asked: 3,
  diary: 'ok',
  staff: 'ok',
  site: 'unseen',
  people: 'ok',
  words: '活动室里六位老人在量血压。',
} as const
const visitOf = async (town: Town, contractId: string) =>
  (await town.db.select().from(visits).where(eq(visits.contractId, contractId)))[0]!

const at: Thresholds = { silent: 14, rating: 3, cell: 5, ahead: 50, unseen: 90 }
const calm: Signs = {
  silent: 0,
  findings: 0,
  raters: 0,
  rating: null,
  paid: 0,
  prepaid: 50,
  done: 0,
  unseen: 0,
}

test('points add up by the formula, each sign at its edge and no sign more often than it may count', () => {
  const points = (signs: Partial<Signs>) => riskOf('c', { ...calm, ...signs }, at).points
  expect([points({}), points({ silent: 13 }), points({ silent: 14 })]).toEqual([0, 0, 30])
  expect([points({ findings: 1 }), points({ findings: 5 })]).toEqual([15, 30])
  expect([points({ raters: 4, rating: 1 }), points({ raters: 5, rating: 2.9 })]).toEqual([0, 20])
  expect(points({ raters: 5, rating: 3 })).toBe(0)
  expect([points({ paid: 50 }), points({ paid: 80, done: 30 }), points({ paid: 80, done: 29 })]).toEqual([
    0, 0, 20,
  ])
  expect(isAhead({ ...calm, paid: 60, prepaid: 60 }, at)).toBe(false)
  expect([points({ unseen: 89 }), points({ unseen: 90 })]).toEqual([0, 10])
  expect(points({ silent: 20, findings: 9, raters: 9, rating: 1, paid: 99, unseen: 200 })).toBe(110)
})

test('everything of enough points is visited, of the rest a share by lot, and the seed alone settles which', () => {
  const risks = fc.array(fc.nat(100), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(risks, fc.string(), fc.nat(5), (all, seed, least) => {
      const of = all.map((points, i) => ({ contractId: `c${i}`, points, parts: [] }))
      const rule = { from: 30, share: 20, least }
      const drawn = sampleOf(seed, of, rule)
      const rest = all.filter((points) => points < 30).length
      expect(drawn.every((one) => one.points >= 30 === (one.why === 'risk'))).toBe(true)
      expect(drawn.filter((one) => one.why === 'lot')).toHaveLength(
        Math.min(rest, Math.max(least, Math.ceil((rest * 20) / 100))),
      )
      expect(sampleOf(seed, [...of].reverse(), rule)).toEqual(drawn)
    }),
    { numRuns: 50 },
  )
})

test('a centre plans a month once, by points and lot; others read or are refused', async () => {
  const town = await world()
  await expect(planVisits(town.as('centre'))).rejects.toEqual(refused('inspections-nothing-runs'))
  const quiet = await running(town)
  const busy = await running(town, { supplierId: 'ORG2', signer: 'signer2', worker: 'worker2' })
  await expect(planVisits(town.as('grid'))).rejects.toEqual(refused('needs-another-seat'))
  town.clock.set(new Date('2026-03-20T09:00:00+08:00'))
  await recordActivity(town.as('worker2'), {
    ...{ contractId: busy.id, kind: 'activity', heldOn: '2026-03-19', title: '讲座', words: '来了人' },
    ...{ minutes: 60, came: [], personTimes: 12 },
  })
  expect((await deskOfVisits(town.db, town.as('centre'))).map((i) => i.key)).toEqual(['inspection.plan'])
  await planVisits(town.as('centre'))
  await expect(planVisits(town.as('centre'))).rejects.toEqual(refused('inspections-planned-already'))
  const [plan] = await town.db.select().from(visitPlans)
  expect(plan).toMatchObject({ centreId: 'SC1', month: '2026-03' })
  expect(plan!.risks.map(({ contractId, points, why }) => ({ contractId, points, why }))).toEqual([
    { contractId: quiet.id, points: 30, why: 'risk' },
    { contractId: busy.id, points: 0, why: 'lot' },
  ])
  expect((await deskOfVisits(town.db, town.as('centre'))).map((i) => [i.key, i.due?.at])).toEqual([
    ['inspection.record', new Date('2026-04-01T00:00:00+08:00')],
    ['inspection.record', new Date('2026-04-01T00:00:00+08:00')],
  ])
  const page = await visitsPage(town.as('centreAuditor'), '2026-03')
  expect(page).toMatchObject({
    mayPlan: false,
    plan: { seed: plan!.seed, rows: [{ points: 30 }, { points: 0 }] },
  })
  await expect(visitsPage(town.as('handler'), null)).rejects.toEqual(refused('needs-another-seat'))
})

async function planned() {
  const town = await world()
  const run = await running(town)
  await planVisits(town.as('centre'))
  return { town, run, visit: await visitOf(town, run.id) }
}

test('a visit is recorded once, in its month, never by the organisation; what is wrong becomes a finding', async () => {
  const { town, run, visit } = await planned()
  const go = (key: string, more: object = {}) =>
    recordVisit(town.as(key), { visitId: visit.id, ...seen, ...more })
  await expect(go('editor1')).rejects.toEqual(refused('needs-another-seat'))
  await expect(go('centre', { visitedOn: '2026-03-03' })).rejects.toEqual(refused('inspection-in-the-future'))
  await expect(go('centre', { visitedOn: '2026-02-28' })).rejects.toEqual(refused('inspection-other-month'))
  const tied = town.as('centre')
  const seats = [...tied.actor.seats, { id: 'x', role: 'social_worker' as const, partyId: 'ORG1' }]
  await expect(
    recordVisit({ ...tied, actor: { ...tied.actor, seats } }, { visitId: visit.id, ...seen }),
  ).rejects.toEqual(refused('sod-supplier-judges'))
  expect(await visitPage(town.as('centre'), visit.id)).toMatchObject({ mayRecord: true })
  const notOne = go('centre', { photos: [Buffer.from('<svg/>')] })
  await expect(notOne).rejects.toEqual(refused('photo-not-a-picture'))
  const taken = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#807060' } })
    .jpeg()
    .withExif({ IFD0: { Make: 'Telephone' } })
    .toBuffer()
  const wrong = { diary: 'wrong', found: '签到表比现场多两人', photos: [taken] }
  const { findingId } = await go('centre', wrong)
  const { photoIds } = await visitPage(town.as('centreAuditor'), visit.id)
  const look = (key: string, id = photoIds[0]!) => visitPhoto(town.as(key), visit.id, id)
  expect((await look('centreAuditor')).includes('Telephone')).toBe(false)
  for (const key of ['handler', 'signer1', 'worker1'])
    await expect(look(key)).rejects.toEqual(refused('needs-another-seat'))
  await expect(look('centre', 'none')).rejects.toEqual(refused('photo-missing'))
  expect(await visitOf(town, run.id)).toMatchObject({ state: 'recorded', present: 6, findingId })
  expect(await town.db.select().from(findings)).toMatchObject([
    { id: findingId, state: 'raised', raisedRole: 'centre_officer', words: '签到表比现场多两人' },
  ])
  await expect(go('centre')).rejects.toEqual(refused('not-in-this-state'))
  await expect(skipVisit(town.as('centre'), { visitId: visit.id, words: '没人' })).rejects.toEqual(
    refused('not-in-this-state'),
  )
  const told = await trailOfVisits(town.db, run.planId)
  expect(told).toMatchObject([{ key: 'inspection.found', params: { present: 6, asked: 3 } }])
  expect(JSON.stringify(told)).not.toContain('老人')
  await expect(recordVisit(town.as('centre'), { visitId: 'none', ...seen })).rejects.toEqual(
    refused('inspection-missing'),
  )
})

test('a centre goes where it has a doubt, any time after its plan, and says why; the organisation learns of it afterwards', async () => {
  const town = await world()
  const run = await running(town)
  const add = (key: string, contractId = run.id) =>
    addVisit(town.as(key), { contractId, reason: '居民反映活动没有开' })
  await expect(add('centre')).rejects.toEqual(refused('inspections-plan-first'))
  await planVisits(town.as('centre'))
  const first = await visitOf(town, run.id)
  await expect(add('signer1')).rejects.toEqual(refused('needs-another-seat'))
  await expect(add('centre', 'none')).rejects.toMatchObject({ kind: 'missing' })
  await expect(add('centre')).rejects.toEqual(refused('inspection-waits-already'))
  await recordVisit(town.as('centre'), { visitId: first.id, ...seen })
  const told = await trailOfVisits(town.db, run.planId)
  for (const _ of [1, 2]) {
    const { id: visitId } = await add('centre')
    expect(await trailOfVisits(town.db, run.planId)).toHaveLength(told.length + _ - 1)
    expect((await deskOfVisits(town.db, town.as('centre'))).map((i) => i.key)).toEqual(['inspection.record'])
    expect(await visitPage(town.as('centre'), visitId)).toMatchObject({
      ...{ why: 'unplanned', reason: '居民反映活动没有开', mayRecord: true },
    })
    await recordVisit(town.as('centre'), { visitId, ...seen })
  }
  const { plan } = await visitsPage(town.as('centre'), null)
  expect(plan!.extra).toHaveLength(2)
  expect(plan!.rows.map(({ visit }) => visit?.id)).toEqual([first.id])
  town.clock.set(new Date('2027-06-01T09:00:00+08:00'))
  await expect(add('centre')).rejects.toEqual(refused('contract-not-running'))
})

test('a visit that could not be made is given up with its reason, and nothing is told of it', async () => {
  const { town, run, visit } = await planned()
  await skipVisit(town.as('centre'), { visitId: visit.id, words: '停水，活动改期' })
  expect(await visitOf(town, run.id)).toMatchObject({ state: 'skipped', words: '停水，活动改期' })
  expect(await trailOfVisits(town.db, run.planId)).toEqual([])
})

test('forms: something wrong asks for words, numbers are people, a difference says in what', () => {
  const wrong = (typed: object) =>
    visitForm.safeParse({ ...seen, ...typed }).error?.issues.map((i) => i.message)
  expect(wrong({})).toBeUndefined()
  expect(wrong({ site: 'wrong' })).toEqual(['form.inspection.found'])
  expect(wrong({ present: '-1' })).toEqual(['form.inspection.count'])
  expect(wrong({ staff: 'perhaps' })).toEqual(['form.inspection.check'])
  expect(wrong({ visitedOn: '昨天' })).toEqual(['form.inspection.day'])
  expect(addVisitForm.safeParse({ contractId: 'c', reason: ' ' }).success).toBe(false)
  expect(addVisitForm.safeParse({ reason: '有人反映' }).success).toBe(false)
  expect(voucherCheckForm.safeParse({ verdict: 'differ' }).success).toBe(false)
  expect(voucherCheckForm.safeParse({ verdict: 'agree' }).success).toBe(true)
})

test('a paid voucher is drawn once, and one that differs becomes a finding; papers of the communities’ books are drawn too', async () => {
  const town = await world()
  const { id: contractId, milestones } = await running(town)
  await paid(town, milestones[0]!.id)
  const entryId = await booked(town, 'committee')
  await entered(town, 'committee')
  await booked(town, 'station', { kind: 'service_grant' })
  await planVisits(town.as('centre'))
  const [check] = await town.db.select().from(voucherChecks)
  expect(check).toMatchObject({ contractId, state: 'drawn' })
  const checkId = check!.id
  expect(await voucherCheckPage(town.as('centreAuditor'), checkId)).toMatchObject({ mayCheck: true })
  await expect(checkVoucher(town.as('finance'), { checkId, verdict: 'agree' })).rejects.toEqual(
    refused('needs-another-seat'),
  )
  await checkVoucher(town.as('centreAuditor'), { checkId, verdict: 'differ', words: '发票金额不同' })
  await expect(checkVoucher(town.as('centre'), { checkId, verdict: 'agree' })).rejects.toEqual(
    refused('not-in-this-state'),
  )
  expect(await town.db.select().from(findings)).toMatchObject([{ words: '发票金额不同', state: 'raised' }])
  town.clock.set(new Date('2026-04-02T09:00:00+08:00'))
  await planVisits(town.as('centre'))
  expect(await town.db.select().from(voucherChecks)).toHaveLength(1)
  await bookChecked(town, entryId)
})

/** Of two approved entries of a community's books each month's lot takes one; what differs is told to who approves and who watches. */
async function bookChecked(town: Town, entryId: string) {
  const drawn = await town.db.select().from(paperChecks)
  expect(drawn.map(({ state }) => state)).toEqual(['drawn', 'drawn'])
  expect(new Set(drawn.map(({ bookEntryId }) => bookEntryId)).size).toBe(2)
  const { id: checkId } = drawn.find(({ bookEntryId }) => bookEntryId === entryId)!
  const keys = (await deskOfVisits(town.db, town.as('centreAuditor'))).map(({ link }) => link)
  expect(keys).toContain(`/desk/visits/papers/${checkId}`)
  expect(await paperCheckPage(town.as('centreAuditor'), checkId)).toMatchObject({
    ...{ mayCheck: true, scan: true, entry: { amount: 100_000 }, voucher: null },
  })
  expect((await paperScan(town.as('centre'), checkId)).bytes.toString()).toContain('%PDF')
  await expect(paperScan(town.as('handler'), checkId)).rejects.toEqual(refused('needs-another-seat'))
  const differ = (key: string) =>
    checkPaper(town.as(key), { checkId, verdict: 'differ', words: '票据上是九百元' })
  await expect(differ('clerk')).rejects.toEqual(refused('needs-another-seat'))
  await differ('centre')
  await expect(differ('centre')).rejects.toEqual(refused('not-in-this-state'))
  expect(await bookEntryPage(town.as('supervisor'), entryId)).toMatchObject({ differs: '票据上是九百元' })
  const told = (await town.db.select().from(notices)).filter(({ message }) => message === 'paper-differs')
  expect(told.map(({ personId, role }) => personId ?? role).sort()).toEqual([
    'committee_director',
    'supervision_member',
  ])
}

test('warnings: a silent diary, money ahead of the work, a low rating, each at its edge and on both sides’ desks', async () => {
  const town = await world()
  const { id } = await running(town)
  const users = await served(town, id, 5)
  const codes = async (on: string) =>
    (await warningsOf(town.db, await findContract(town.db, id), on)).map((w) => w.code)
  expect([await codes('2026-03-15'), await codes('2026-03-16')]).toEqual([[], ['silent']])
  expect(await codes('2027-03-20')).toEqual([])
  const given = { contractId: id, state: 'given' as const, level: 2, givenAt: town.clock.now() }
  const row = (serviceUserId: string, i: number) => ({
    ...given,
    ...{ serviceUserId, tokenHash: `t${i}`, invitedAt: town.clock.now() },
  })
  await town.transact((tx) => tx.insert(ratings).values(users.slice(0, 4).map(row)))
  expect(await codes('2026-03-02')).toEqual([])
  await town.transact((tx) => tx.insert(ratings).values(row(users[4]!, 4)))
  expect(await codes('2026-03-02')).toEqual(['rating'])
  expect(await signsOf(town.db, await findContract(town.db, id), '2026-03-02')).toMatchObject({ rating: 2 })
  const kinds = async (key: string) =>
    (await deskOfWarnings(town.db, town.as(key))).map((i) => [i.key, i.kind])
  expect(await kinds('centre')).toEqual([['warning.rating', 'act']])
  expect(await kinds('signer1')).toEqual([['warning.rating', 'wait']])
  expect(await kinds('signer2')).toEqual([])
})
