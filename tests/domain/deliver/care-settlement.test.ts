import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { careComplaints, cares, journal, notices, orders } from '#db/schema/index.ts'
import { carePage } from '#domain/deliver/care/care-page.ts'
import {
  answerComplaint,
  escalateComplaint,
  makeComplaint,
  ruleComplaint,
  settleComplaint,
} from '#domain/deliver/care/complain.ts'
import { complaintPage } from '#domain/deliver/care/complaint-page.ts'
import { routePage, visitPage } from '#domain/deliver/care/visit-page.ts'
import { claimMonth } from '#domain/deliver/settlement/claim-month.ts'
import { checkSettlement, returnSettlement } from '#domain/deliver/settlement/decide-settlement.ts'
import { settlementPage, settlementsPage } from '#domain/deliver/settlement/settlement-page.ts'
import { yuan } from '#domain/money.ts'
import { deskOf } from '#domain/open/desk.ts'
import { track } from '#domain/open/track.ts'
import { accepted, type CareTown, careTown, granted, visited } from '#tests/support/care.ts'
import { claimed } from '#tests/support/settlement.ts'
import { type Town, world } from '#tests/support/world.ts'

const refused = (reason: string) => expect.objectContaining({ reason })
const on = (town: Town, day: string) => town.clock.set(new Date(`${day}T09:00:00+08:00`))
const keys = async (town: Town, who: string) => (await deskOf(town.as(who))).act.map(({ key }) => key)

let town: Town
let care: CareTown
let careId: string
beforeEach(async () => {
  town = await world()
  care = await careTown(town)
  careId = await granted(town, care)
})
const month = () => claimed(care.frameworkId)

test('a month is claimed once, after it is over, for what was confirmed and for nothing else', async () => {
  const claim = (who = 'editor1') => claimMonth(town.as(who), month())
  await visited(town, care, careId)
  await visited(town, care, careId, { wishedOn: '2026-04-13', itemId: care.clean, quantity: 2 })
  await accepted(town, care, careId, { wishedOn: '2026-04-20' })
  await expect(claim()).rejects.toEqual(refused('settlement-month-runs'))
  on(town, '2026-05-06')
  expect((await settlementsPage(town.as('editor1'))).ready).toMatchObject([
    { month: '2026-04', orders: 2, people: 1, minutes: 300, amount: yuan(200) },
  ])
  await expect(claim('handler')).rejects.toEqual(refused('needs-another-seat'))
  await expect(claim('editor2')).rejects.toEqual(refused('settlement-empty'))
  const { id: settlementId } = await claim()
  await expect(claim()).rejects.toEqual(refused('settlement-exists'))
  expect(await keys(town, 'handler')).toContain('settlement.check')
  const page = await settlementPage(town.as('handler'), settlementId)
  expect(page.lines.map(({ amount }) => amount)).toEqual([yuan(80), yuan(120)])
  expect(JSON.stringify(page)).not.toContain('resident1')
  await expect(settlementPage(town.as('editor2'), settlementId)).rejects.toEqual(refused('not-your-body'))
  await expect(checkSettlement(town.as('editor1'), { settlementId })).rejects.toEqual(
    refused('needs-another-seat'),
  )
  const led = (who: string | null, refNo: string) => track(town.as(who), { refNo, tail: undefined })
  expect(await led('handler', page.claim.refNo)).toMatchObject({
    to: `/desk/settlements/${settlementId}`,
  })
  for (const who of ['editor2', 'resident2', null])
    expect(await led(who, page.claim.refNo)).toMatchObject({ to: `/frameworks/${care.frameworkId}#settled` })
  const [{ refNo } = { refNo: '' }] = await town.db.select().from(cares)
  expect(await led('resident6', refNo)).toMatchObject({ to: `/care/${careId}` })
  await expect(led('resident2', refNo)).rejects.toEqual(refused('number-of-others'))
  await returnSettlement(town.as('handler'), { settlementId, reason: '第二次不在协议里' })
  await expect(led('editor2', page.claim.refNo)).rejects.toEqual(refused('number-of-others'))
  await expect(led(null, page.claim.refNo)).rejects.toEqual(refused('number-sealed'))
  const again = await claim()
  expect(again.id).not.toBe(settlementId)
  await checkSettlement(town.as('handler'), { settlementId: again.id })
  await expect(checkSettlement(town.as('handler'), { settlementId: again.id })).rejects.toEqual(
    refused('not-in-this-state'),
  )
  const taken = await town.db.select().from(orders).where(eq(orders.settlementId, again.id))
  expect(taken).toHaveLength(2)
})

test('a complaint is answered within its clock or goes to the buyer, its money waiting until it ends', async () => {
  const orderId = await visited(town, care, careId)
  const words = '只洗了一半就走了'
  await expect(makeComplaint(town.as('resident2'), { orderId, words })).rejects.toEqual(
    refused('care-of-others'),
  )
  const { id: complaintId } = await makeComplaint(town.as('resident6'), { orderId, words })
  await expect(makeComplaint(town.as('resident1'), { orderId, words })).rejects.toEqual(
    refused('care-complaint-live'),
  )
  expect(await keys(town, 'editor1')).toContain('careComplaint.answer')
  await expect(complaintPage(town.as('editor2'), complaintId)).rejects.toEqual(refused('care-not-yours'))
  expect(await complaintPage(town.as('editor1'), complaintId)).toMatchObject({
    words,
    clock: { left: 5 },
    acts: ['answer'],
  })
  await expect(escalateComplaint(town.as('resident6'), { complaintId })).rejects.toEqual(
    refused('care-complaint-waits'),
  )
  await answerComplaint(town.as('signer1'), { complaintId, words: '已换护理员，明天补做' })
  expect(await keys(town, 'resident6')).toContain('careComplaint.settle')
  on(town, '2026-05-06')
  await expect(claimMonth(town.as('editor1'), month())).rejects.toEqual(refused('settlement-empty'))
  await escalateComplaint(town.as('resident6'), { complaintId })
  await expect(settleComplaint(town.as('resident6'), { complaintId })).rejects.toEqual(
    refused('not-in-this-state'),
  )
  expect(await keys(town, 'handler')).toContain('careComplaint.rule')
  await ruleComplaint(town.as('handler'), { complaintId, words: '补做一次，不另计时长' })
  await claimMonth(town.as('editor1'), month())
  const kept = JSON.stringify([
    await town.db.select().from(careComplaints),
    await town.db.select().from(journal),
    await town.db.select().from(notices),
  ])
  for (const told of [words, '已换护理员', '补做一次']) expect(kept).not.toContain(told)
  expect((await complaintPage(town.as('resident1'), complaintId)).ruling).toBe('补做一次，不另计时长')
})

test('a provider that does not answer in its days is passed over', async () => {
  const orderId = await visited(town, care, careId)
  const { id: complaintId } = await makeComplaint(town.as('station'), { orderId, words: '人没有来' })
  on(town, '2026-04-17')
  expect((await complaintPage(town.as('resident6'), complaintId)).acts).toEqual([])
  on(town, '2026-04-18')
  expect((await complaintPage(town.as('resident6'), complaintId)).acts).toEqual(['escalate'])
  await escalateComplaint(town.as('resident6'), { complaintId })
  await expect(answerComplaint(town.as('editor1'), { complaintId, words: '来了' })).rejects.toEqual(
    refused('not-in-this-state'),
  )
})

test('each page shows its reader his own: the codes to the family, the day to the aide, nothing to a stranger', async () => {
  const orderId = await accepted(town, care, careId)
  const seen = async (who: string) => visitPage(town.as(who), orderId)
  expect((await seen('resident6')).code).toMatch(/^\d{6}$/)
  for (const who of ['editor1', 'aide1', 'station']) expect((await seen(who)).code, who).toBeNull()
  for (const who of ['aide2', 'editor2', 'resident2', 'handler', 'clerk2', 'worker2', 'auditor', 'centre'])
    await expect(seen(who), who).rejects.toEqual(refused('care-not-yours'))
  expect((await carePage(town.as('resident6'), careId)).code).toMatch(/^\d{6}$/)
  for (const who of ['handler', 'centre']) expect((await carePage(town.as(who), careId)).code, who).toBeNull()
  for (const who of ['editor1', 'aide1', 'approver', 'finance', 'director', 'resident2'])
    await expect(carePage(town.as(who), careId), who).rejects.toEqual(refused('care-not-yours'))
  expect((await routePage(town.as('aide1'), '2026-04-10')).visits).toMatchObject([
    { id: orderId, hour: '09:00' },
  ])
  expect((await routePage(town.as('aide1'), 'never')).visits).toEqual([])
  expect((await routePage(town.as('aide2'), '2026-04-10')).visits).toEqual([])
  await expect(routePage(town.as('editor1'), null)).rejects.toEqual(refused('needs-another-seat'))
  on(town, '2026-04-10')
  expect(await keys(town, 'aide1')).toEqual(['visit.come'])
})
