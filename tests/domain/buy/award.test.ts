import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { notices, proposals, tenders } from '#db/schema/index.ts'
import { declineAward } from '#domain/buy/award/decline-award.ts'
import { deskOfAward } from '#domain/buy/award/desk.ts'
import { notifyAward } from '#domain/buy/award/notify-award.ts'
import { candidates, confirmAward, proposeAward } from '#domain/buy/award/propose-award.ts'
import { readAwardDesk } from '#domain/buy/award/read-award.ts'
import { readFeedback, readResult, readResultPage } from '#domain/buy/award/result.ts'
import { takeEffect } from '#domain/buy/award/take-effect.ts'
import { cancelTender } from '#domain/buy/tender/cancel-tender.ts'
import { findTender } from '#domain/buy/tender/find-tender.ts'
import { tenderPage } from '#domain/buy/tender/tender-page.ts'
import { yuan } from '#domain/money.ts'
import { verifyPaper } from '#domain/open/papers/verify-paper.ts'
import { genuinePaper } from '#tests/support/paper.ts'
import { awardedTender, evaluatedTender, membersOf, proposalBy } from '../../support/proposal.ts'
import { world } from '../../support/world.ts'

const effect = (town: Awaited<ReturnType<typeof world>>, awardId: string) =>
  town.transact((tx) => takeEffect(tx, town.as('handler'), awardId).then(({ id, state }) => ({ id, state })))

test('the first in rank is proposed, confirmed by another person, published, and takes effect after the window', async () => {
  const town = await world()
  const { tender, award } = await awardedTender(town)
  expect(tender.state).toBe('awarded')
  expect(award).toMatchObject({ state: 'notified', rank: 1, price: yuan(185_000) })
  expect(award.noticeNo).toMatch(/^GG-2026-/)
  expect(await proposalBy(town, tender.id, 'ORG1')).toMatchObject({ state: 'awarded', rank: 1 })
  expect(await proposalBy(town, tender.id, 'ORG2')).toMatchObject({ state: 'not_awarded', rank: 2 })
  // 2026-03-20 is a Friday: five working days end on Friday the 27th.
  expect(award.windowEndsAt).toEqual(new Date('2026-03-28T00:00:00+08:00'))
  town.clock.set(new Date('2026-03-27T23:59:59+08:00'))
  await expect(effect(town, award.id)).rejects.toMatchObject({ reason: 'objection-window-open' })
  town.clock.pass(1000)
  expect(await effect(town, award.id)).toMatchObject({ state: 'effective' })
  expect(await effect(town, award.id)).toMatchObject({ state: 'effective' })
})

test('who proposed the award does not confirm it, and nobody of the panel does', async () => {
  const town = await world()
  const { tender, members } = await evaluatedTender(town)
  await expect(proposeAward(town.as('approver'), { tenderId: tender.id })).rejects.toMatchObject({
    kind: 'forbidden',
  })
  const { id } = await proposeAward(town.as('handler'), { tenderId: tender.id })
  await expect(confirmAward(town.as('handler'), { awardId: id })).rejects.toMatchObject({ kind: 'forbidden' })
  for (const m of members)
    await expect(confirmAward(town.as(m), { awardId: id })).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(confirmAward(town.as('dApprover'), { awardId: id })).rejects.toMatchObject({
    reason: 'not-your-body',
  })
  await expect(notifyAward(town.as('handler'), { awardId: id })).rejects.toMatchObject({
    reason: 'not-in-this-state',
  })
  const handler = town.as('handler')
  const sat = { ...handler, actor: { ...handler.actor, personId: members[0]! } }
  await expect(notifyAward(sat, { awardId: id })).rejects.toMatchObject({ reason: 'panel-does-not-decide' })
  await expect(proposeAward(town.as('handler'), { tenderId: tender.id })).rejects.toMatchObject({
    reason: 'award-already-proposed',
  })
  // A post at any body that came keeps an officer of the buyer away, though he sent nothing himself.
  const approver = town.as('approver')
  const post = { ...approver.actor.seats[0]!, role: 'org_editor' as const, partyId: 'ORG2' }
  const both = { ...approver, actor: { ...approver.actor, seats: [...approver.actor.seats, post] } }
  await expect(confirmAward(both, { awardId: id })).rejects.toMatchObject({ reason: 'sod-bidder-decides' })
  expect((await readAwardDesk(both, tender.id)).may.confirm).toBe(false)
  expect(await confirmAward(approver, { awardId: id })).toMatchObject({ id })
})

test('another than the first in rank needs a reason on record', async () => {
  const town = await world()
  const { tender } = await evaluatedTender(town)
  const second = (await candidates(town.db, tender.id))[1]!
  const choice = { tenderId: tender.id, proposalId: second.id }
  await expect(proposeAward(town.as('handler'), choice)).rejects.toMatchObject({
    reason: 'out-of-rank-needs-reason',
  })
  const { id } = await proposeAward(town.as('handler'), {
    ...choice,
    reason: '第一名书面放弃成交资格，见来函',
  })
  expect(id).toBeTruthy()
})

test('the winner declines, and the next in rank is put forward', async () => {
  const town = await world()
  const { tender, award } = await awardedTender(town)
  const reason = '承接人员出现重大变化，无法履约'
  await expect(declineAward(town.as('signer2'), { awardId: award.id, reason })).rejects.toMatchObject({
    reason: 'not-your-body',
  })
  town.clock.set(new Date('2026-03-31T10:00:00+08:00'))
  await declineAward(town.as('signer1'), { awardId: award.id, reason })
  // The clock of the next one begins with the end of this one, on the desk as on the page.
  const due = new Date('2026-04-09T00:00:00+08:00')
  expect((await readAwardDesk(town.as('handler'), tender.id)).confirmBy?.at).toEqual(due)
  expect(await deskOfAward(town.db, town.as('handler'))).toMatchObject([
    { key: 'award.propose', due: { at: due } },
  ])
  const next = await proposeAward(town.as('handler'), { tenderId: tender.id })
  await confirmAward(town.as('approver'), { awardId: next.id })
  await notifyAward(town.as('handler'), { awardId: next.id })
  expect(await proposalBy(town, tender.id, 'ORG2')).toMatchObject({ state: 'awarded' })
  expect((await findTender(town.db, tender.id)).state).toBe('awarded')
  const result = await readResult(town.db, tender.id)
  expect(result.notices.map((n) => n.state)).toEqual(['notified', 'declined'])
})

test('once the contract is signed the winner no longer declines', async () => {
  const town = await world()
  const { tender, award } = await awardedTender(town)
  await town.transact(
    async (tx) =>
      void (await tx.update(tenders).set({ state: 'contracted' }).where(eq(tenders.id, tender.id))),
  )
  const reason = '承接人员出现重大变化，无法履约'
  await expect(declineAward(town.as('signer1'), { awardId: award.id, reason })).rejects.toMatchObject({
    reason: 'contract-already-signed',
  })
})

test('a tender is not cancelled over an award that stands', async () => {
  const town = await world()
  const { tender, award } = await awardedTender(town)
  const reason = '预算调整，停止采购'
  const { hash } = await genuinePaper(town, null, 'award_result', tender.id)
  await expect(cancelTender(town.as('approver'), { tenderId: tender.id, reason })).rejects.toMatchObject({
    reason: 'award-stands',
  })
  await declineAward(town.as('signer1'), { awardId: award.id, reason: '承接人员出现重大变化，无法履约' })
  expect((await verifyPaper(town.as(null), hash))!.stands).toBe('changed')
  await cancelTender(town.as('approver'), { tenderId: tender.id, reason })
  expect((await findTender(town.db, tender.id)).state).toBe('cancelled')
})

test('nothing of the result is public before the notice; then prices, scores, experts and reasons are', async () => {
  const town = await world()
  const { tender } = await evaluatedTender(town)
  await expect(readResult(town.db, tender.id)).rejects.toMatchObject({ reason: 'result-not-published' })
  const mine = await proposalBy(town, tender.id, 'ORG2')
  await expect(readFeedback(town.as('signer2'), tender.id, mine.id)).rejects.toMatchObject({
    reason: 'result-not-published',
  })
  expect((await readResultPage(town.as('signer2'), tender.id)).feedback).toBe(null)
  const { id } = await proposeAward(town.as('handler'), { tenderId: tender.id })
  await confirmAward(town.as('approver'), { awardId: id })
  // One whose seal did not hold: named and put aside at the opening, and in no report.
  const at = town.clock.now()
  const [broken] = await town.transact((tx) =>
    tx
      .insert(proposals)
      .values({
        tenderId: tender.id,
        supplierId: 'ORG4',
        state: 'disqualified',
        endGround: 'seal_broken',
        version: 1,
        submittedAt: at,
        createdBy: 'editor4',
        createdAt: at,
      })
      .returning(),
  )
  await notifyAward(town.as('handler'), { awardId: id })
  const result = await readResult(town.db, tender.id)
  const aside = await readFeedback(town.as('signer4'), tender.id, broken!.id)
  expect(aside).toMatchObject({ failed: null, row: { ground: 'seal_broken', averages: null }, wins: false })
  const sheets = await town.db.select().from(notices).where(eq(notices.message, 'award-result'))
  expect(sheets.map((one) => one.partyId)).toContain('ORG4')
  expect(result.report.rows.map((r) => r.rank).sort()).toEqual([1, 2, 3])
  expect(result.members.map((m) => m.name).sort()).toEqual((await membersOf(town, tender.id)).sort())
  const feedback = await readFeedback(town.as('signer2'), tender.id, mine.id)
  expect(feedback).toMatchObject({ of: 3, wins: false, row: { rank: 2, averages: { FIT: 24, GRADE: 3 } } })
  await expect(readFeedback(town.as('signer3'), tender.id, mine.id)).rejects.toMatchObject({
    kind: 'forbidden',
  })

  // Who took part is led to his own sheet from the result and from the call, nobody else to any.
  for (const [who, own] of [
    ['editor2', mine.id],
    ['signer4', broken!.id],
    ['signerX', null],
    ['handler', null],
    [null, null],
  ] as const) {
    expect((await readResultPage(town.as(who), tender.id)).feedback, String(who)).toBe(own)
    expect((await tenderPage(town.as(who), tender.id)).feedback, String(who)).toBe(own)
  }
  // To the last instant of its window the result may be objected to, and no longer.
  const { windowEndsAt } = result.award
  for (const [ms, open] of [
    [-1, true],
    [0, false],
  ] as const) {
    town.clock.set(new Date(windowEndsAt!.getTime() + ms))
    expect((await readResultPage(town.as(null), tender.id)).objecting).toBe(open)
    expect((await tenderPage(town.as(null), tender.id)).clocks.object.length > 0).toBe(open)
  }
})
