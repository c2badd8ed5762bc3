import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contractChanges, indicators, linkages, parameters, milestones as rows } from '#db/schema/index.ts'
import { acknowledgeChange } from '#domain/deliver/contract/acknowledge-change.ts'
import { deskOfChange } from '#domain/deliver/contract/change-desk.ts'
import { changeDecisionForm, changeForm, changeOpinionForm } from '#domain/deliver/contract/change-forms.ts'
import { changePage } from '#domain/deliver/contract/change-page.ts'
import { confirmLinkage } from '#domain/deliver/contract/confirm-linkage.ts'
import { approveChange, rejectChange } from '#domain/deliver/contract/decide-change.ts'
import { deskOfContract } from '#domain/deliver/contract/desk.ts'
import { draftChange } from '#domain/deliver/contract/draft-change.ts'
import { roomOf } from '#domain/deliver/contract/find-change.ts'
import { findContract } from '#domain/deliver/contract/find-contract.ts'
import { opineChange } from '#domain/deliver/contract/opine-change.ts'
import { publicContract } from '#domain/deliver/contract/public-contract.ts'
import { trailOfContract } from '#domain/deliver/contract/trail.ts'
import { waitsOf } from '#domain/deliver/contract/waits-of.ts'
import { milestonesOf } from '#domain/deliver/milestone/find-milestone.ts'
import { verifyLedger } from '#domain/deliver/payment/verify-ledger.ts'
import { fen, sum, yuan } from '#domain/money.ts'
import { Refusal } from '#domain/refusal.ts'
import { balancesOf } from '#domain/treasury/balances.ts'
import { confirmAll, contractNow, drawn, running } from '#tests/support/contract.ts'
import { passGate, requested } from '#tests/support/payment.ts'
import { type Town, world } from '#tests/support/world.ts'

const refused = (reason: string) => expect.objectContaining({ reason })
const rationale = 'supplement' as const
const plain = { rationale, reason: '服务对象增加，需要调整', more: null, less: null, targets: [] }
type More = Partial<Parameters<typeof draftChange>[1]>
const draft = (town: Town, contractId: string, more: More, who = 'editor1') =>
  draftChange(town.as(who), { ...plain, contractId, ...more })
const agreed = { decision: '情况属实，同意变更' }
const approve = (town: Town, changeId: string) => approveChange(town.as('approver'), { changeId, ...agreed })
const opine = (town: Town, changeId: string, favour: 'yes' | 'no' = 'yes') =>
  opineChange(town.as('centre'), { changeId, favour, opinion: '不影响已有服务对象' })

async function start() {
  const town = await world()
  return { town, ...(await running(town)) }
}

test('a price that grows takes the sum from the line, onto the last part, and the ledger holds', async () => {
  const { town, id, milestones, lineId } = await start()
  const before = await balancesOf(town.db, { lineId })
  const { id: changeId } = await draft(town, id, { more: yuan(5_000) })
  expect(await contractNow(town, id)).toMatchObject({ price: yuan(80_000) })
  await approve(town, changeId)
  expect(await contractNow(town, id)).toMatchObject({ price: yuan(85_000) })
  const now = await milestonesOf(town.db, id)
  expect(sum(now.map((m) => m.price))).toBe(yuan(85_000))
  expect(now.at(-1)!.price).toBe(milestones.at(-1)!.price + 500_000)
  const after = await balancesOf(town.db, { lineId })
  expect(after.encumbered - before.encumbered).toBe(500_000)
  expect(before.appropriation - after.appropriation).toBe(500_000)
  expect(await verifyLedger(town.db)).toMatchObject({ holds: true })
})

test('all changes together stay within the figure of the price signed for, up or down', async () => {
  const { town, id } = await start()
  await expect(draft(town, id, { more: yuan(8_000.01) })).rejects.toEqual(refused('change-over-supplement'))
  await expect(draft(town, id, { less: yuan(8_000.01) })).rejects.toEqual(refused('change-over-supplement'))
  await approve(town, (await draft(town, id, { more: yuan(5_000) })).id)
  expect(await roomOf(town.db, await contractNow(town, id), '2026-03-02')).toMatchObject({
    signed: yuan(80_000),
    left: yuan(3_000),
  })
  await expect(draft(town, id, { less: yuan(3_000.01) })).rejects.toEqual(refused('change-over-supplement'))
  await approve(town, (await draft(town, id, { less: yuan(3_000) })).id)
  expect(await contractNow(town, id)).toMatchObject({ price: yuan(82_000) })
  await expect(draft(town, id, { more: fen(1) })).rejects.toEqual(refused('change-over-supplement'))
})

test('the figure is a parameter with versions, read again when the change is decided', async () => {
  const { town, id } = await start()
  const { id: changeId } = await draft(town, id, { more: yuan(5_000) })
  const [was] = await town.db.select().from(parameters).where(eq(parameters.code, 'SUPPLEMENT_MAX'))
  const { id: _, ...rest } = was!
  await town.transact((tx) => tx.insert(parameters).values({ ...rest, version: 2, value: 5 }))
  await expect(approve(town, changeId)).rejects.toEqual(refused('change-over-supplement'))
})

test('a line without the money lets no price grow', async () => {
  const town = await world()
  const { id } = await running(town, { price: yuan(1_950_000) })
  const { id: changeId } = await draft(town, id, { more: yuan(100_000) })
  await expect(approve(town, changeId)).rejects.toEqual(refused('line-overdrawn'))
  expect(await contractNow(town, id)).toMatchObject({ price: yuan(1_950_000) })
})

test('once the last part is claimed or asked for, the price stands', async () => {
  const { town, id, milestones } = await start()
  for (const m of milestones.slice(1)) await passGate(town, m.id)
  await requested(town, milestones.at(-1)!.id)
  await expect(draft(town, id, { more: yuan(1) })).rejects.toEqual(refused('change-no-tranche'))
})

test('where an indicator falls, the street decides only after the service centre was heard', async () => {
  const { town, id, milestones } = await start()
  const [first] = await town.db.select().from(indicators).where(eq(indicators.contractId, id))
  const lower = { targets: [{ code: first!.code, target: first!.target - 1 }] }
  const { id: changeId } = await draft(town, id, lower)
  const at = async (who: string) =>
    (await deskOfChange(town.db, town.as(who))).map((i) => `${i.kind} ${i.key}`)
  expect(await at('centre')).toEqual(['act change.opine'])
  expect(await at('approver')).toEqual(['wait change.wait-opinion'])
  await expect(approve(town, changeId)).rejects.toEqual(refused('change-needs-opinion'))
  await opine(town, changeId, 'no')
  await expect(opine(town, changeId)).rejects.toEqual(refused('change-opinion-given'))
  expect(await at('centre')).toEqual([])
  expect(await at('approver')).toEqual(['act change.decide'])
  const claim = { state: 'claimed' as const }
  const state = (set: Partial<typeof rows.$inferInsert>) =>
    town.store.transact((tx) => tx.update(rows).set(set).where(eq(rows.id, milestones[1]!.id)))
  await state(claim)
  await expect(approve(town, changeId)).rejects.toEqual(refused('change-while-judged'))
  await state({ state: 'returned' })
  await approve(town, changeId)
  const [now] = await town.db.select().from(indicators).where(eq(indicators.id, first!.id))
  expect(now!.target).toBe(first!.target - 1)
  await state(claim)
  const higher = { targets: [{ code: first!.code, target: first!.target }] }
  await expect(draft(town, id, higher)).rejects.toEqual(refused('change-while-judged'))
  await expect(opine(town, changeId)).rejects.toEqual(refused('change-decided'))
})

test('an indicator that rises and a longer term need no opinion', async () => {
  const { town, id } = await start()
  const [first] = await town.db.select().from(indicators).where(eq(indicators.contractId, id))
  const raise = { targets: [{ code: first!.code, target: first!.target + 5 }], to: '2027-03-01' }
  await approve(town, (await draft(town, id, raise, 'handler')).id)
  expect(await contractNow(town, id)).toMatchObject({ to: '2027-03-01' })
  expect((await milestonesOf(town.db, id)).at(-1)!.dueOn).toBe('2027-03-01')
})

test('another social worker is named after signing, and all three sides confirm again', async () => {
  const { town, id } = await start()
  await town.transact((tx) =>
    tx.update(linkages).set({ personId: 'soloist' }).where(eq(linkages.sector, 'social_worker')),
  )
  const { id: changeId } = await draft(town, id, { workerId: 'worker1' })
  expect((await deskOfChange(town.db, town.as('director'))).map((i) => i.key)).toEqual(['change.acknowledge'])
  await expect(approve(town, changeId)).rejects.toEqual(refused('change-needs-acknowledgement'))
  const acknowledge = (who: string) => acknowledgeChange(town.as(who), { changeId })
  await expect(acknowledge('clerk')).rejects.toMatchObject({ kind: 'forbidden' })
  await acknowledge('director')
  await expect(acknowledge('director')).rejects.toEqual(refused('change-acknowledged'))
  expect(await deskOfChange(town.db, town.as('director'))).toEqual([])
  await approve(town, changeId)
  await expect(acknowledge('director')).rejects.toEqual(refused('change-decided'))
  const contract = await findContract(town.db, id)
  expect(contract.linkages.find((l) => l.sector === 'social_worker')).toMatchObject({ personId: 'worker1' })
  expect(contract.linkages.every((l) => l.confirmedAt === null)).toBe(true)
  expect((await waitsOf(town.db, contract, '2026-03-02')).filter((w) => w.key === 'confirm')).toHaveLength(3)
  const desk = await deskOfContract(town.db, town.as('director'))
  expect(desk.map((i) => i.key)).toContain('linkage.confirm')
  const say = { contractId: id, sector: 'social_worker' as const, duty: '带队', contribution: '四天' }
  await expect(confirmLinkage(town.as('worker2'), say)).rejects.toEqual(refused('linkage-other-sector'))
  await confirmAll(town, id)
  await expect(confirmLinkage(town.as('worker1'), say)).rejects.toEqual(refused('linkage-already-confirmed'))
  expect(await contractNow(town, id)).toMatchObject({ state: 'published' })
})

test('only a certified social worker of the supplier may be named', async () => {
  const { town, id } = await start()
  for (const workerId of ['worker2', 'resident1', 'nobody'])
    await expect(draft(town, id, { workerId }), workerId).rejects.toEqual(refused('linkage-worker'))
})

test('neither the subject nor the supplier is ever changed: there is no field, and the rows stay', async () => {
  const { town, id } = await start()
  for (const name of ['title', 'supplierId', 'requirement', 'payeeId', 'state'])
    expect(changeForm.safeParse({ rationale, reason: '服务对象增加了', [name]: 'x' }).success, name).toBe(
      false,
    )
  const was = await contractNow(town, id)
  await approve(town, (await draft(town, id, { more: yuan(100), to: '2027-03-01' })).id)
  const { title, supplierId, payeeId, clauses, bodyHash } = was
  expect(await contractNow(town, id)).toMatchObject({ title, supplierId, payeeId, clauses, bodyHash })
})

test('what cannot be: nothing, both ways, an unknown indicator, a past or too long term, two at a time', async () => {
  const { town, id } = await start()
  const bad: Array<[More, string]> = [
    [{}, 'change-nothing'],
    [{ to: '2027-02-28' }, 'change-nothing'],
    [{ workerId: 'worker1' }, 'change-nothing'],
    [{ more: yuan(1), less: yuan(1) }, 'change-price-both-ways'],
    [{ more: yuan(1), rationale: 'policy' }, 'change-more-is-supplement'],
    [{ targets: [{ code: 'NONE', target: 1 }] }, 'change-indicator-unknown'],
    [{ to: '2026-03-01' }, 'change-term-past'],
    [{ to: '2027-03-02' }, 'change-term-too-long'],
  ]
  for (const [more, reason] of bad)
    await expect(draft(town, id, more), reason).rejects.toEqual(refused(reason))
  await draft(town, id, { more: yuan(1) })
  await expect(draft(town, id, { more: yuan(2) })).rejects.toEqual(refused('change-under-way'))
  const unsigned = await drawn(town, { supplierId: 'ORG2', worker: 'worker2' })
  await expect(draft(town, unsigned.id, { more: yuan(1) }, 'handler')).rejects.toEqual(
    refused('contract-not-running'),
  )
  for (const typed of [
    { reason: '短' },
    { rationale: undefined },
    { rationale: 'because' },
    { more: '一千' },
    { to: 'soon' },
    { targets: [{ code: 'A', target: 0 }] },
  ])
    expect(changeForm.safeParse({ rationale, reason: '服务对象增加了', ...typed }).success).toBe(false)
  expect(changeForm.safeParse({ rationale, reason: '服务对象增加了' }).success).toBe(true)
  expect(changeOpinionForm.safeParse({ favour: 'maybe', opinion: '不影响服务' }).success).toBe(false)
  expect(changeDecisionForm.safeParse({ decision: '' }).success).toBe(false)
})

test('who asked neither judges nor decides; no other body has a say; what is decided stays', async () => {
  const { town, id } = await start()
  for (const who of ['editor2', 'dHandler'])
    await expect(draft(town, id, { more: yuan(1) }, who)).rejects.toEqual(refused('not-your-body'))
  for (const who of ['resident1', 'director', 'finance', 'centre'])
    await expect(draft(town, id, { more: yuan(1) }, who)).rejects.toEqual(refused('needs-another-seat'))
  const { id: changeId } = await draft(town, id, { more: yuan(1) }, 'handler')
  await expect(approveChange(town.as('handler'), { changeId, ...agreed })).rejects.toEqual(
    refused('needs-another-seat'),
  )
  await expect(approveChange(town.as('dApprover'), { changeId, ...agreed })).rejects.toEqual(
    refused('not-your-body'),
  )
  const approver = town.as('approver')
  const same = { ...approver, actor: { ...approver.actor, personId: 'handler' } }
  await expect(approveChange(same, { changeId, ...agreed })).rejects.toEqual(refused('sod-change-drafter'))
  await expect(changePage(town.as('editor2'), id, changeId)).rejects.toEqual(refused('not-your-body'))
  await rejectChange(approver, { changeId, decision: '现有经费足够，不必增加' })
  await expect(approve(town, changeId)).rejects.toEqual(refused('not-in-this-state'))
  expect(await contractNow(town, id)).toMatchObject({ price: yuan(80_000) })
  expect((await publicContract(town.db, id)).changes).toEqual([])
  expect((await trailOfContract(town.db, (await contractNow(town, id)).planId)).map((e) => e.key)).toEqual([
    'contract.publish',
  ])
})

test('a change in force stands on the public contract and the trail, with its fingerprint', async () => {
  const { town, id, planId } = await start()
  await approve(town, (await draft(town, id, { more: yuan(100) })).id)
  const [shown] = (await publicContract(town.db, id)).changes
  expect(shown).toMatchObject({
    state: 'approved',
    rationale: 'supplement',
    priceBy: yuan(100),
    priceWas: yuan(80_000),
    decision: agreed.decision,
  })
  expect(shown!.hash).toMatch(/^[0-9a-f]{64}$/)
  const told = (await trailOfContract(town.db, planId)).find((e) => e.key === 'change.approve')
  expect(told).toMatchObject({ words: plain.reason, hash: shown!.hash })
})

test('whatever is asked and decided, the parts sum to the price, within a tenth of what was signed', async () => {
  const step = fc.record({ by: fc.integer({ min: -500_000, max: 500_000 }), yes: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
      const { town, id } = await start()
      for (const { by, yes } of steps) {
        const price = by > 0 ? { more: fen(by) } : { less: fen(-by) }
        const made = await draft(town, id, price).catch((error: unknown) => {
          if (!(error instanceof Refusal)) throw error
        })
        if (!made) continue
        await (yes
          ? approve(town, made.id)
          : rejectChange(town.as('approver'), { changeId: made.id, ...agreed }))
      }
      const { price } = await contractNow(town, id)
      const all = await town.db.select().from(contractChanges)
      const moved = all.filter((c) => c.state === 'approved').map((c) => Math.abs(c.priceBy ?? 0))
      expect(moved.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(800_000)
      expect(sum((await milestonesOf(town.db, id)).map((m) => m.price))).toBe(price)
      expect((await verifyLedger(town.db)).faults).toEqual([])
    }),
    { numRuns: 6 },
  )
}, 60_000)
