import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { journal, parties } from '#db/schema/index.ts'
import { planRoutes } from '#domain/buy/plan/plan-choices.ts'
import { confirmOrganisation } from '#domain/buy/proposal/write-sections.ts'
import { yuan } from '#domain/money.ts'
import { decideSanction, dismissSanction, liftSanction } from '#domain/who/sanction/decide-sanction.ts'
import { forceOf } from '#domain/who/sanction/find-sanction.ts'
import { decideSanctionForm, reportSanctionForm } from '#domain/who/sanction/forms.ts'
import {
  deskOfSanction,
  listSanctions,
  readOwnSanction,
  readSanction,
} from '#domain/who/sanction/read-sanctions.ts'
import { defendSanction, reportSanction, serveSanction } from '#domain/who/sanction/report-sanction.ts'
import { blocksOf, bodiesInStanding } from '#domain/who/standing/blocks-of.ts'
import { listForm, registrationForm } from '#domain/who/standing/forms.ts'
import { enterList, liftList, noteInspection, noteRegistration } from '#domain/who/standing/keep-register.ts'
import { listBodies, readBodyFile, readOwnBody, standingRecord } from '#domain/who/standing/read-body.ts'
import { deskOfStanding, reconfirmBody } from '#domain/who/standing/reconfirm-body.ts'
import { certifiedUntil, sanctioned } from '#tests/support/barred.ts'
import { publishedTender } from '#tests/support/tender.ts'
import { type Town, world } from '#tests/support/world.ts'

const keys = async (town: Town, partyId: string, date: string) =>
  (await blocksOf(town.db, partyId, date)).map((b) => b.key)
const facts = '成交后无正当理由拒绝签订合同，经两次书面催告仍不签订，附催告函和回执。'
const decision = '事实清楚，申辩理由不成立，决定禁止参加采购活动一年。'

test('a body stands on a list from its day to the day it is taken off, and bids follow by themselves', async () => {
  const town = await world()
  const keeper = town.as('dHandler')
  const entry = {
    partyId: 'ORG1',
    list: 'abnormal_list' as const,
    ground: '未按时报送年度报告',
    to: undefined,
  }
  await expect(enterList(town.as('handler'), { ...entry, from: '2026-03-01' })).rejects.toMatchObject({
    reason: 'needs-another-seat',
  })
  await expect(enterList(keeper, { ...entry, from: '2026-03-03' })).rejects.toMatchObject({
    reason: 'standing-in-the-future',
  })
  const { listingId } = await enterList(keeper, { ...entry, from: '2026-02-20' })
  await expect(enterList(keeper, { ...entry, from: '2026-02-25' })).rejects.toMatchObject({
    reason: 'on-that-list-already',
  })
  expect(await keys(town, 'ORG1', '2026-02-19')).toEqual([])
  expect(await keys(town, 'ORG1', '2026-02-20')).toEqual(['on-abnormal-list'])
  const tender = await publishedTender(town)
  const start = () => confirmOrganisation(town.as('signer1'), { tenderId: tender.id, contact: '联系人' })
  await expect(start()).rejects.toMatchObject({ kind: 'forbidden', reason: 'on-abnormal-list' })
  const off = { partyId: 'ORG1', listingId, ground: '已补报并公示' }
  await expect(liftList(keeper, { ...off, to: '2026-02-20' })).rejects.toMatchObject({
    reason: 'lifted-before-listed',
  })
  const today = new Date(town.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
  await liftList(keeper, { ...off, to: today })
  expect(await keys(town, 'ORG1', today)).toEqual([])
  await start()
  expect(await standingRecord(town.db, 'ORG1')).toMatchObject({
    lists: [{ from: '2026-02-20', to: today, liftGround: '已补报并公示' }],
  })
  expect((await town.db.select().from(journal).where(eq(journal.action, 'party.unlist'))).length).toBe(1)
  // Entered before lists had dates of their own.
  expect(await keys(town, 'ORGX', '2025-10-19')).toEqual([])
  expect(await keys(town, 'ORGX', '2025-10-20')).toEqual(['on-abnormal-list'])
})

test('certificate, inspection, yearly confirmation and custodian: each bars by its date', async () => {
  const town = await world()
  const keeper = town.as('dHandler')
  await noteRegistration(keeper, { partyId: 'ORG2', certificateUntil: '2026-06-30', registration: 'direct' })
  expect(await keys(town, 'ORG2', '2026-06-30')).toEqual([])
  expect(await keys(town, 'ORG2', '2026-07-01')).toEqual(['certificate-expired'])
  await noteInspection(keeper, { partyId: 'ORG4', year: 2024, result: 'failed', concludedOn: '2025-06-10' })
  expect(await keys(town, 'ORG4', '2025-06-09')).toEqual([])
  expect(await keys(town, 'ORG4', '2026-03-02')).toEqual(['inspection-failed'])
  // CG1 and the social worker alone have their money kept by ORG4.
  expect(await keys(town, 'CG1', '2026-03-02')).toEqual(['custodian-blocked'])
  expect(await keys(town, 'SW', '2026-03-02')).toEqual(['custodian-blocked'])
  await noteInspection(keeper, {
    partyId: 'ORG4',
    year: 2025,
    result: 'basically_passed',
    concludedOn: '2026-03-01',
  })
  expect(await keys(town, 'CG1', '2026-03-02')).toEqual([])
  expect(await keys(town, 'ORG3', '2027-03-02')).toEqual([])
  expect(await keys(town, 'ORG3', '2027-03-03')).toEqual(['reconfirm-overdue'])
  expect(await deskOfStanding(town.db, town.as('signer3'))).toEqual([])
  town.clock.set(new Date('2027-01-05T09:00:00+08:00'))
  expect((await deskOfStanding(town.db, town.as('signer3')))[0]).toMatchObject({ key: 'body.reconfirm' })
  await expect(reconfirmBody(town.as('signer2'), { partyId: 'ORG3' })).rejects.toMatchObject({
    reason: 'not-your-body',
  })
  await reconfirmBody(town.as('signer3'), { partyId: 'ORG3' })
  expect(await keys(town, 'ORG3', '2027-03-03')).toEqual([])
  expect(await deskOfStanding(town.db, town.as('signer3'))).toEqual([])
  await expect(
    noteRegistration(keeper, { partyId: 'ORG1', filedWith: '梧桐里街道', filedOn: '2026-01-01' }),
  ).rejects.toMatchObject({ reason: 'only-groups-are-filed' })
  await expect(noteRegistration(keeper, { partyId: 'CG1', registration: 'direct' })).rejects.toMatchObject({
    reason: 'groups-are-filed-not-registered',
  })
  await expect(noteRegistration(keeper, { partyId: 'ORG1' })).rejects.toMatchObject({
    reason: 'nothing-to-note',
  })
  await expect(
    noteRegistration(keeper, { partyId: 'C1', certificateUntil: '2026-06-30' }),
  ).rejects.toMatchObject({
    reason: 'body-unknown',
  })
})

test('reported, heard, decided and lifted by four people; in force from the first to the last day', async () => {
  const town = await world()
  const report = { partyId: 'ORG1', ground: 'refuses_contract' as const, facts }
  await expect(reportSanction(town.as('signer2'), report)).rejects.toMatchObject({ kind: 'forbidden' })
  const { id: sanctionId, refNo } = await reportSanction(town.as('handler'), report)
  expect(refNo).toMatch(/^CF-2026-/)
  await expect(reportSanction(town.as('director'), report)).rejects.toMatchObject({
    reason: 'sanction-already-reported',
  })
  const decide = (key: string, years = 1) => decideSanction(town.as(key), { sanctionId, years, decision })
  await expect(decide('dFinance')).rejects.toMatchObject({ reason: 'not-in-this-state' })
  await expect(readOwnSanction(town.as('signer1'), sanctionId)).rejects.toMatchObject({ kind: 'missing' })
  await serveSanction(town.as('dHandler'), { sanctionId })
  // Monday 2 March, five working days later is Monday the 9th.
  expect((await readSanction(town.as('dFinance'), sanctionId)).sanction.defenceEndsAt).toEqual(
    new Date('2026-03-10T00:00:00+08:00'),
  )
  await expect(decide('dFinance')).rejects.toMatchObject({ reason: 'defence-runs' })
  await expect(defendSanction(town.as('signer2'), { sanctionId, defence: facts })).rejects.toMatchObject({
    reason: 'not-your-body',
  })
  expect((await deskOfSanction(town.db, town.as('signer1'))).map((d) => d.key)).toEqual(['sanction.defend'])
  await defendSanction(town.as('signer1'), { sanctionId, defence: facts })
  expect((await readOwnSanction(town.as('editor1'), sanctionId)).sanction.defence).toBe(facts)
  for (const key of ['handler', 'dHandler', 'signer1', 'approver'])
    await expect(decide(key)).rejects.toMatchObject({ kind: 'forbidden' })
  const heard = town.as('dFinance')
  const sameReporter = { ...heard, actor: { ...heard.actor, personId: 'handler' } }
  await expect(decideSanction(sameReporter, { sanctionId, years: 1, decision })).rejects.toMatchObject({
    reason: 'sod-reporter-decides',
  })
  const sameHearer = { ...heard, actor: { ...heard.actor, personId: 'dHandler' } }
  await expect(decideSanction(sameHearer, { sanctionId, years: 1, decision })).rejects.toMatchObject({
    reason: 'sod-hearer-decides',
  })
  await expect(decide('dFinance', 4)).rejects.toMatchObject({ reason: 'sanction-years' })
  expect(await keys(town, 'ORG1', '2026-03-02')).toEqual([])
  await decide('dFinance')
  expect((await blocksOf(town.db, 'ORG1', '2026-03-02'))[0]).toMatchObject({
    key: 'under-sanction',
    from: '2026-03-02',
    to: '2027-03-01',
  })
  expect(await keys(town, 'ORG1', '2026-03-01')).toEqual([])
  expect(await keys(town, 'ORG1', '2027-03-01')).toEqual(['under-sanction'])
  // The day after its last: only the yearly confirmation is near.
  expect(await keys(town, 'ORG1', '2027-03-02')).toEqual([])
  const lift = (key: string) =>
    liftSanction(town.as(key), { sanctionId, ground: '整改到位，经复核提前解除。' })
  await expect(lift('dFinance')).rejects.toMatchObject({ reason: 'sod-decider-lifts' })
  town.clock.set(new Date('2026-09-01T09:00:00+08:00'))
  await lift('dApprover')
  expect(await keys(town, 'ORG1', '2026-08-31')).toEqual(['under-sanction'])
  expect(await keys(town, 'ORG1', '2026-09-01')).toEqual([])
  await expect(lift('dApprover')).rejects.toMatchObject({ reason: 'not-in-this-state' })
  expect((await standingRecord(town.db, 'ORG1')).sanctions[0]).toMatchObject({
    state: 'lifted',
    liftedOn: '2026-09-01',
  })
})

test('before it is decided a report is between the body and the office; dismissed it stays so', async () => {
  const town = await world()
  const { id: sanctionId } = await reportSanction(town.as('director'), {
    partyId: 'ORG3',
    ground: 'collusion',
    facts,
  })
  expect((await standingRecord(town.db, 'ORG3')).sanctions).toEqual([])
  expect((await listSanctions(town.as('director'))).cases).toHaveLength(1)
  expect((await listSanctions(town.as('handler'))).cases).toEqual([])
  expect((await listSanctions(town.as('auditor'))).cases).toHaveLength(1)
  for (const key of ['signer2', 'resident1', 'expert1', null])
    await expect(listSanctions(town.as(key))).rejects.toMatchObject({ kind: 'forbidden' })
  await serveSanction(town.as('dHandler'), { sanctionId })
  const { defenceEndsAt } = (await readSanction(town.as('auditor'), sanctionId)).sanction
  town.clock.set(defenceEndsAt!)
  await expect(defendSanction(town.as('signer3'), { sanctionId, defence: facts })).rejects.toMatchObject({
    reason: 'defence-over',
  })
  await dismissSanction(town.as('dApprover'), { sanctionId, decision: '证据不足，不予处罚，已告知双方。' })
  expect((await standingRecord(town.db, 'ORG3')).sanctions).toEqual([])
  expect(await keys(town, 'ORG3', '2026-04-01')).toEqual([])
})

test('the register is read by the offices, one’s own file by oneself', async () => {
  const town = await world()
  const listed = await listBodies(town.as('auditor'))
  expect(listed.find((b) => b.id === 'ORGX')?.blocks[0]).toMatchObject({ key: 'on-abnormal-list' })
  for (const key of ['signer1', 'resident1', 'clerk', null])
    await expect(listBodies(town.as(key))).rejects.toMatchObject({ kind: 'forbidden' })
  expect((await readBodyFile(town.as('dHandler'), 'CG1')).party.custodian).toBe('伴飞社会组织发展服务中心')
  await expect(readBodyFile(town.as('dHandler'), 'C1')).rejects.toMatchObject({ reason: 'org-missing' })
  expect((await readOwnBody(town.as('editorX'))).blocks).toHaveLength(1)
  await expect(readOwnBody(town.as('handler'))).rejects.toMatchObject({ kind: 'forbidden' })
  const [row] = await town.db.select().from(parties).where(eq(parties.id, 'ORG1'))
  expect(row?.credit).toBe('normal')
})

test('forms refuse what cannot be', () => {
  expect(
    listForm.safeParse({ list: 'abnormal_list', from: '2026-03-01', to: '2026-03-01', ground: '理由' })
      .success,
  ).toBe(false)
  expect(registrationForm.safeParse({ registration: 'dual' }).success).toBe(false)
  expect(registrationForm.safeParse({ filedWith: '街道' }).success).toBe(false)
  expect(registrationForm.safeParse({ certificateUntil: '2026-02-30' }).success).toBe(false)
  for (const years of ['0', '4', '1.5', ''])
    expect(decideSanctionForm.safeParse({ years, decision }).success).toBe(false)
  expect(reportSanctionForm.safeParse({ partyId: 'ORG1', ground: 'rude', facts }).success).toBe(false)
  const on = { state: 'decided', from: '2026-01-01', to: '2026-12-31', liftedOn: null } as const
  expect([forceOf(on, '2025-12-31'), forceOf(on, '2026-12-31'), forceOf(on, '2027-01-01')]).toEqual([
    'none',
    'in_force',
    'expired',
  ])
})

test('a list to choose from offers whoever nothing bars that day, whatever the register’s old word says', async () => {
  const town = await world()
  const offered = async (date: string) => (await bodiesInStanding(town.db, date)).map((b) => b.id)
  const today = '2026-03-02'
  expect(await offered(today)).toEqual(expect.arrayContaining(['ORG1', 'ORG2', 'ORG3', 'ORG4']))
  expect(await offered(today)).not.toContain('ORGX')
  await sanctioned(town, 'ORG1', today, '2026-03-31')
  await certifiedUntil(town, 'ORG2', '2026-03-01')
  expect(await offered('2026-03-01')).toEqual(expect.arrayContaining(['ORG1', 'ORG2']))
  const left = await offered(today)
  expect(left).toEqual(expect.arrayContaining(['ORG3', 'ORG4']))
  for (const barred of ['ORG1', 'ORG2', 'ORGX', 'SW', 'S1']) expect(left).not.toContain(barred)
  expect(await offered('2026-04-01')).toContain('ORG1')
  for (const { id } of await bodiesInStanding(town.db, today)) expect(await keys(town, id, today)).toEqual([])
  const { suppliers } = await planRoutes(town.as('handler'), { needIds: [], lineId: 'L1', amount: yuan(1) })
  expect(suppliers.map((s) => s.id).sort()).toEqual(left.sort())
})
