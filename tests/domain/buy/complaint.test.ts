import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { awards, challenges, journal, notices, proposals, tenders } from '#db/schema/index.ts'
import { findAward } from '#domain/buy/award/find-award.ts'
import { confirmAward, proposeAward } from '#domain/buy/award/propose-award.ts'
import { readResult } from '#domain/buy/award/result.ts'
import { takeEffect } from '#domain/buy/award/take-effect.ts'
import { admitChallenge, decideChallenge } from '#domain/buy/challenge/decide-challenge.ts'
import { acceptComplaint, decideComplaint } from '#domain/buy/challenge/decide-complaint.ts'
import { deskOfChallenge } from '#domain/buy/challenge/desk.ts'
import { fileComplaint } from '#domain/buy/challenge/file-complaint.ts'
import { findChallenge } from '#domain/buy/challenge/find-challenge.ts'
import { findComplaint } from '#domain/buy/challenge/find-complaint.ts'
import { acceptForm, complaintForm, rulingForm, rulingStrictForm } from '#domain/buy/challenge/forms.ts'
import { readComplaint, readOwnComplaint } from '#domain/buy/challenge/read-complaint.ts'
import { submitChallenge, withdrawChallenge } from '#domain/buy/challenge/submit-challenge.ts'
import { trailOfChallenge } from '#domain/buy/challenge/trail.ts'
import { findTender } from '#domain/buy/tender/find-tender.ts'
import { awardedTender } from '#tests/support/proposal.ts'
import { type Town, world } from '#tests/support/world.ts'

const items = '质疑答复没有回应团队一项的人数，请核对评分表并撤销成交结果。'
const decision = '经查评分表与报告一致，答复虽简，结论无误，驳回投诉。'

/** A challenge of the second, dismissed by the buyer. */
async function dismissed(town: Town) {
  const { tender, award } = await awardedTender(town)
  const { id } = await submitChallenge(town.as('signer2'), { tenderId: tender.id, items })
  await admitChallenge(town.as('handler'), { challengeId: id })
  await decideChallenge(town.as('approver'), { challengeId: id, outcome: 'dismiss', reply: decision })
  return { tender, award, challenge: await findChallenge(town.db, id) }
}
const file = (town: Town, challengeId: string, key = 'signer2') =>
  fileComplaint(town.as(key), { challengeId, items })
/** Filed, and taken up by the district. */
async function accepted(town: Town) {
  const made = await dismissed(town)
  const { id } = await file(town, made.challenge.id)
  await acceptComplaint(town.as('dFinance'), { complaintId: id })
  return { ...made, id }
}
const rule = (town: Town, complaintId: string, outcome: 'upheld' | 'dismissed', key = 'dApprover') =>
  decideComplaint(town.as(key), { complaintId, outcome, decision })
const effect = (town: Town, awardId: string) =>
  town.transact((tx) => takeEffect(tx, town.as('handler'), awardId).then((a) => a.state))

test('who challenged complains until the last millisecond of the window, once', async () => {
  const town = await world()
  const { tender, challenge } = await dismissed(town)
  town.clock.set(challenge.complaintEndsAt!)
  await expect(file(town, challenge.id)).rejects.toMatchObject({ reason: 'complaint-window-over' })
  town.clock.set(new Date(challenge.complaintEndsAt!.getTime() - 1))
  const { id } = await file(town, challenge.id)
  const made = await findComplaint(town.db, id)
  expect(made).toMatchObject({ state: 'filed', complainantId: 'ORG2', overseerIds: ['GOV'] })
  expect(made.refNo).toMatch(/^TS-2026-/)
  expect((await findTender(town.db, tender.id)).suspended).toBe(true)
  await expect(file(town, challenge.id)).rejects.toMatchObject({ reason: 'complaint-already-filed' })
  const told = (await town.db.select().from(notices)).filter((n) => n.message === 'complaint-filed')
  expect(told.map((n) => [n.partyId, n.role])).toEqual([['GOV', 'district_finance']])
})

test('nobody else complains, and nobody before the reply or of a challenge taken back', async () => {
  const town = await world()
  const { tender } = await awardedTender(town)
  const { id } = await submitChallenge(town.as('signer2'), { tenderId: tender.id, items })
  await expect(file(town, id, 'editor2')).rejects.toMatchObject({ reason: 'needs-another-seat' })
  await expect(file(town, id, 'signer3')).rejects.toMatchObject({ reason: 'not-your-body' })
  const { replyDueAt } = await findChallenge(town.db, id)
  town.clock.set(new Date(replyDueAt.getTime() - 1))
  await expect(file(town, id)).rejects.toMatchObject({ reason: 'complaint-too-early' })
  const back = await world()
  const other = await awardedTender(back)
  const mine = await submitChallenge(back.as('signer2'), { tenderId: other.tender.id, items })
  await withdrawChallenge(back.as('signer2'), { challengeId: mine.id })
  back.clock.set(replyDueAt)
  await expect(file(back, mine.id)).rejects.toMatchObject({ reason: 'complaint-too-early' })
})

test('a buyer that does not reply in time may be complained of', async () => {
  const town = await world()
  const { tender } = await awardedTender(town)
  const { id } = await submitChallenge(town.as('signer2'), { tenderId: tender.id, items })
  town.clock.set((await findChallenge(town.db, id)).replyDueAt)
  expect(await readOwnComplaint(town.as('signer2'), tender.id, id)).toMatchObject({
    open: true,
    complaint: null,
  })
  await file(town, id)
  expect((await town.db.select().from(challenges))[0]).toMatchObject({ state: 'submitted' })
})

test('while it is open the award takes no effect; dismissed, it does', async () => {
  const town = await world()
  const { tender, award, id } = await accepted(town)
  town.clock.set(award.windowEndsAt!)
  await expect(effect(town, award.id)).rejects.toMatchObject({ reason: 'complaint-live' })
  await rule(town, id, 'dismissed')
  expect((await findTender(town.db, tender.id)).suspended).toBe(false)
  expect(await effect(town, award.id)).toBe('effective')
})

test('upheld, it cancels the award, also one in effect, and the next in rank may be put forward', async () => {
  const town = await world()
  const { tender, award, challenge } = await dismissed(town)
  town.clock.set(award.windowEndsAt!)
  expect(await effect(town, award.id)).toBe('effective')
  const { id } = await file(town, challenge.id)
  await acceptComplaint(town.as('dFinance'), { complaintId: id })
  await rule(town, id, 'upheld')
  expect(await findAward(town.db, award.id)).toMatchObject({ state: 'cancelled', endReason: decision })
  const [was] = await town.db.select().from(proposals).where(eq(proposals.id, award.proposalId))
  expect(was?.state).toBe('not_awarded')
  const next = await proposeAward(town.as('handler'), { tenderId: tender.id })
  await confirmAward(town.as('approver'), { awardId: next.id })
  expect((await findAward(town.db, next.id)).rank).toBe(2)
})

test('after the contract is signed, an upheld complaint no longer cancels the award', async () => {
  const town = await world()
  const { tender, award, id } = await accepted(town)
  await town.transact((tx) =>
    tx.update(tenders).set({ state: 'contracted' }).where(eq(tenders.id, tender.id)),
  )
  await rule(town, id, 'upheld')
  expect((await town.db.select().from(awards).where(eq(awards.id, award.id)))[0]?.state).toBe('notified')
  const [line] = await town.db.select().from(journal).where(eq(journal.action, 'complaint.decide'))
  expect(line?.detail).toMatchObject({ outcome: 'upheld', cancels: false })
})

test('only the district rules, in order, and never who had a hand in the purchase', async () => {
  const town = await world()
  const { challenge } = await dismissed(town)
  const { id: complaintId } = await file(town, challenge.id)
  for (const key of ['approver', 'handler', 'dHandler', 'signer2', 'auditor'])
    await expect(acceptComplaint(town.as(key), { complaintId })).rejects.toMatchObject({
      reason: 'needs-another-seat',
    })
  const ctx = town.as('dApprover')
  const elsewhere = { ...ctx, actor: { ...ctx.actor, seat: { ...ctx.actor.seat!, partyId: 'OVER' } } }
  await expect(acceptComplaint(elsewhere, { complaintId })).rejects.toMatchObject({ reason: 'not-your-body' })
  const same = { ...ctx, actor: { ...ctx.actor, personId: 'approver' } }
  await expect(acceptComplaint(same, { complaintId })).rejects.toMatchObject({
    reason: 'sod-handled-decides',
  })
  await expect(rule(town, complaintId, 'dismissed')).rejects.toMatchObject({ reason: 'not-in-this-state' })
  await acceptComplaint(ctx, { complaintId })
  await expect(rule(town, complaintId, 'dismissed')).rejects.toMatchObject({ reason: 'sod-accepted-decides' })
  await expect(rule(town, complaintId, 'dismissed', 'approver')).rejects.toMatchObject({
    reason: 'needs-another-seat',
  })
  await rule(town, complaintId, 'dismissed', 'dFinance')
  await expect(rule(town, complaintId, 'upheld', 'dFinance')).rejects.toMatchObject({
    reason: 'not-in-this-state',
  })
})

test('the ruling is public; what was alleged is read by the sides, by whom it concerns and by the district only', async () => {
  const town = await world()
  const { tender, id } = await accepted(town)
  for (const key of ['signer1', 'signer2', 'handler', 'approver', 'dApprover'])
    expect((await readComplaint(town.as(key), id)).complaint.items).toBe(items)
  for (const key of ['signer3', 'director', 'resident1', null])
    await expect(readComplaint(town.as(key), id)).rejects.toMatchObject({ kind: 'forbidden' })
  await rule(town, id, 'dismissed')
  const { challenges: register } = await readResult(town.db, tender.id)
  expect(register[0]?.complaint).toMatchObject({ state: 'decided', outcome: 'dismissed', decision })
  expect(JSON.stringify(register)).not.toContain(items)
  const trail = await trailOfChallenge(town.db, tender.planId)
  expect(trail.map((entry) => entry.key)).toEqual([
    'challenge.submit',
    'challenge.dismissed',
    'complaint.file',
    'complaint.dismissed',
  ])
})

test('it waits on the desk of the district until it is ruled on', async () => {
  const town = await world()
  const { challenge } = await dismissed(town)
  const { id: complaintId } = await file(town, challenge.id)
  const waiting = async () => (await deskOfChallenge(town.db, town.as('dApprover'))).map((item) => item.key)
  expect(await waiting()).toEqual(['complaint.accept'])
  await acceptComplaint(town.as('dFinance'), { complaintId })
  expect(await waiting()).toEqual(['complaint.decide'])
  await rule(town, complaintId, 'dismissed')
  expect(await waiting()).toEqual([])
})

test('the forms want words and one of the two rulings', () => {
  expect(complaintForm.safeParse({ items, points: [] }).success).toBe(false)
  expect(rulingForm.safeParse({ outcome: 'upheld', decision: '同意' }).success).toBe(false)
  expect(rulingForm.safeParse({ outcome: 'partly', decision }).success).toBe(false)
  expect(rulingForm.safeParse({ outcome: 'upheld', decision }).success).toBe(true)
  expect(rulingStrictForm.safeParse({ outcome: 'upheld', decision }).success).toBe(false)
  expect(rulingStrictForm.safeParse({ outcome: 'upheld', remedy: '', decision }).success).toBe(false)
  expect(rulingStrictForm.safeParse({ outcome: 'upheld', remedy: 'restart', decision }).success).toBe(true)
  expect(rulingStrictForm.safeParse({ outcome: 'dismissed', remedy: '', decision }).success).toBe(true)
  expect(complaintForm.safeParse({ items, points: '0' }).data?.points).toEqual([0])
  expect(acceptForm.safeParse({ days: '31' }).success).toBe(false)
  expect(acceptForm.safeParse({ days: '-1' }).success).toBe(false)
})

test('a copy goes to the buyer and to whoever was awarded on the day the complaint is taken up, and only then', async () => {
  const town = await world()
  const { challenge } = await dismissed(town)
  const { id } = await file(town, challenge.id)
  await expect(readComplaint(town.as('signer1'), id)).rejects.toMatchObject({ reason: 'not-your-body' })
  await acceptComplaint(town.as('dFinance'), { complaintId: id })
  const told = (await town.db.select().from(notices)).filter((n) => n.message === 'complaint-copy')
  expect(told.map((n) => [n.partyId, n.role])).toEqual([['ORG1', 'org_signer']])
  const read = await readComplaint(town.as('signer1'), id)
  expect(read).toMatchObject({
    copies: { at: town.clock.now(), clock: { code: 'COMPLAINT_COPY', late: false } },
    may: { accept: false, resume: false, decide: false },
  })
  await expect(readComplaint(town.as('signer3'), id)).rejects.toMatchObject({ reason: 'not-your-body' })
})
