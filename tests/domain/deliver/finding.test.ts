import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { findings } from '#db/schema/index.ts'
import { approvePayment } from '#domain/deliver/payment/approve-payment.ts'
import { checkPayment } from '#domain/deliver/payment/check-payment.ts'
import { submitPayment } from '#domain/deliver/payment/submit-payment.ts'
import { deskOfSupervision } from '#domain/deliver/supervision/desk.ts'
import { refuseFrozen } from '#domain/deliver/supervision/frozen.ts'
import { raiseFinding } from '#domain/deliver/supervision/raise-finding.ts'
import {
  closeFinding,
  escalateFinding,
  giveProof,
  orderFix,
  reorderFix,
} from '#domain/deliver/supervision/take-finding.ts'
import { trailOfSupervision } from '#domain/deliver/supervision/trail.ts'
import { running } from '#tests/support/contract.ts'
import { approved, requested, voucherFor } from '#tests/support/payment.ts'
import { type Town, world } from '#tests/support/world.ts'

const refused = (reason: string) => expect.objectContaining({ reason })
const now = async (town: Town, id: string) =>
  (await town.db.select().from(findings).where(eq(findings.id, id)))[0]!
async function raised(key = 'centre') {
  const town = await world()
  const { id: contractId, planId } = await running(town)
  const { id } = await raiseFinding(town.as(key), { contractId, words: '签到表缺三天' })
  return { town, contractId, planId, id }
}

test('a finding is ordered, proved and closed, and only by the side that raised it', async () => {
  const { town, id, planId } = await raised()
  await expect(giveProof(town.as('editor1'), { findingId: id, proof: '补了' })).rejects.toEqual(
    refused('not-in-this-state'),
  )
  await expect(orderFix(town.as('grid'), { findingId: id })).rejects.toEqual(refused('not-your-body'))
  await orderFix(town.as('centre'), { findingId: id })
  expect(await now(town, id)).toMatchObject({
    state: 'fix_ordered',
    dueAt: new Date('2026-03-17T00:00:00+08:00'),
  })
  await expect(giveProof(town.as('editor2'), { findingId: id, proof: '补了' })).rejects.toEqual(
    refused('not-your-body'),
  )
  await giveProof(town.as('editor1'), { findingId: id, proof: '签到表已补，见附件' })
  const closing = { findingId: id, closing: '核实无误' }
  await expect(closeFinding(town.as('editor1'), closing)).rejects.toEqual(refused('needs-another-seat'))
  await expect(closeFinding(town.as('grid'), closing)).rejects.toEqual(refused('not-your-body'))
  await closeFinding(town.as('centre'), closing)
  expect(await now(town, id)).toMatchObject({ state: 'closed', closing: '核实无误' })
  expect((await trailOfSupervision(town.db, planId)).map((e) => e.key)).toEqual([
    'finding.order',
    'finding.prove',
    'finding.close',
  ])
})

test('grid workers raise and close their own; another role at the same body may not', async () => {
  const { town, id } = await raised('grid')
  const ctx = town.as('grid')
  const seat = { id: 'x', role: 'centre_officer' as const, partyId: 'G1' }
  const other = { ...ctx, actor: { ...ctx.actor, seat, seats: [seat] } }
  await expect(orderFix(other, { findingId: id })).rejects.toEqual(refused('finding-other-side'))
  await orderFix(ctx, { findingId: id })
})

test('what is not put right is ordered again with a new time, or taken to who approves for the buyer', async () => {
  const { town, id } = await raised()
  await orderFix(town.as('centre'), { findingId: id })
  await giveProof(town.as('signer1'), { findingId: id, proof: '补了一天' })
  town.clock.set(new Date('2026-03-10T09:00:00+08:00'))
  await reorderFix(town.as('centre'), { findingId: id, closing: '还缺两天' })
  expect(await now(town, id)).toMatchObject({
    state: 'fix_ordered',
    dueAt: new Date('2026-03-25T00:00:00+08:00'),
  })
  await escalateFinding(town.as('centre'), { findingId: id, closing: '两次未改' })
  expect(await now(town, id)).toMatchObject({ state: 'escalated' })
  await expect(closeFinding(town.as('centre'), { findingId: id, closing: '好' })).rejects.toEqual(
    refused('not-in-this-state'),
  )
})

test('desks: the supplier is told to fix, the raiser to close, and to go further once the time is over', async () => {
  const { town, id } = await raised()
  const keys = async (key: string) => (await deskOfSupervision(town.db, town.as(key))).map((i) => i.key)
  expect(await keys('centre')).toEqual(['finding.order'])
  await orderFix(town.as('centre'), { findingId: id })
  expect([await keys('editor1'), await keys('editor2'), await keys('centre')]).toEqual([
    ['finding.prove'],
    [],
    ['finding.wait'],
  ])
  town.clock.set(new Date('2026-03-16T23:59:59+08:00'))
  expect(await keys('centre')).toEqual(['finding.wait'])
  town.clock.set(new Date('2026-03-17T00:00:00+08:00'))
  expect(await keys('centre')).toEqual(['finding.escalate'])
})

test('nobody of the supplier, nor of another street’s bodies, raises a finding', async () => {
  const town = await world()
  const { id: contractId } = await running(town)
  const words = { contractId, words: '缺记录' }
  await expect(raiseFinding(town.as('editor1'), words)).rejects.toEqual(refused('needs-another-seat'))
  const ctx = town.as('centre')
  const tied = {
    ...ctx,
    actor: {
      ...ctx.actor,
      seats: [...ctx.actor.seats, { id: 'x', role: 'social_worker' as const, partyId: 'ORG1' }],
    },
  }
  await expect(raiseFinding(tied, words)).rejects.toEqual(refused('sod-supplier-judges'))
})

test('the centre holds the money with its order until the fix is verified: nothing is asked for, approved or paid', async () => {
  const town = await world()
  const { id: contractId, milestones, planId } = await running(town)
  const first = milestones[0]!.id
  const { id: asked } = await requested(town, first)
  await checkPayment(town.as('handler'), { paymentId: asked })
  const byGrid = await raiseFinding(town.as('grid'), { contractId, words: '没人到场' })
  await expect(orderFix(town.as('grid'), { findingId: byGrid.id, freezes: true })).rejects.toEqual(
    refused('needs-another-seat'),
  )
  await orderFix(town.as('grid'), { findingId: byGrid.id })
  await refuseFrozen(town.db, contractId)
  const { id } = await raiseFinding(town.as('centre'), { contractId, words: '签到表代签' })
  await orderFix(town.as('centre'), { findingId: id, freezes: true })
  const held = refused('money-frozen')
  const approve = () => approvePayment(town.as('finance'), { paymentId: asked })
  await expect(approve()).rejects.toEqual(held)
  await giveProof(town.as('editor1'), { findingId: id, proof: '重签' })
  await expect(approve()).rejects.toEqual(held)
  await escalateFinding(town.as('centre'), { findingId: id, closing: '仍有代签' })
  await expect(approve()).rejects.toEqual(held)
  expect((await deskOfSupervision(town.db, town.as('editor1'))).map((i) => i.key)).toContain('finding.prove')
  await giveProof(town.as('editor1'), { findingId: id, proof: '逐户核对，已改' })
  await closeFinding(town.as('centre'), { findingId: id, closing: '属实' })
  await approve()
  expect((await trailOfSupervision(town.db, planId)).map((e) => e.key)).toContain('finding.freeze')
})

test('held money is neither asked for nor paid out', async () => {
  const town = await world()
  const { id: contractId, milestones } = await running(town)
  const first = milestones[0]!.id
  const { id } = await raiseFinding(town.as('centre'), { contractId, words: '签到表代签' })
  await orderFix(town.as('centre'), { findingId: id, freezes: true })
  await expect(requested(town, first)).rejects.toEqual(refused('money-frozen'))
  await giveProof(town.as('editor1'), { findingId: id, proof: '改了' })
  await closeFinding(town.as('centre'), { findingId: id, closing: '属实' })
  const { id: paymentId } = await approved(town, first)
  const again = await raiseFinding(town.as('centre'), { contractId, words: '又有代签' })
  await orderFix(town.as('centre'), { findingId: again.id, freezes: true })
  await expect(submitPayment(town.as('approver'), await voucherFor(town, paymentId))).rejects.toEqual(
    refused('money-frozen'),
  )
})
