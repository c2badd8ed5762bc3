import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { awards, contracts, journal, linkages, planApprovals, tenders } from '#db/schema/index.ts'
import { paymentTemplates } from '#domain/buy/tender/payment-templates.ts'
import { capitalMoney } from '#domain/deliver/contract/capital-money.ts'
import { confirmLinkage } from '#domain/deliver/contract/confirm-linkage.ts'
import { contractFile } from '#domain/deliver/contract/contract-file.ts'
import { deskOfContract } from '#domain/deliver/contract/desk.ts'
import { drawUpContract } from '#domain/deliver/contract/draw-up-contract.ts'
import { findContract } from '#domain/deliver/contract/find-contract.ts'
import { linkagePage } from '#domain/deliver/contract/linkage-page.ts'
import { publicContract } from '#domain/deliver/contract/public-contract.ts'
import { publishContract } from '#domain/deliver/contract/publish-contract.ts'
import { reviseContract } from '#domain/deliver/contract/revise-contract.ts'
import { signBySupplier } from '#domain/deliver/contract/sign-by-supplier.ts'
import { signContract } from '#domain/deliver/contract/sign-contract.ts'
import { terminateContract } from '#domain/deliver/contract/terminate-contract.ts'
import { trailOfContract } from '#domain/deliver/contract/trail.ts'
import { indicatorsOf, milestonesOf } from '#domain/deliver/milestone/find-milestone.ts'
import { planMilestones } from '#domain/deliver/milestone/plan-milestones.ts'
import { fen, sum, yuan, zero } from '#domain/money.ts'
import { balancesOf } from '#domain/treasury/balances.ts'
import {
  awarded,
  confirmAll,
  contractNow,
  drawn,
  linkageWords,
  milestoneNow,
  running,
} from '#tests/support/contract.ts'
import { inSeatOf } from '#tests/support/hats.ts'
import { lessChance } from '#tests/support/less-chance.ts'
import { type Town, world } from '#tests/support/world.ts'

const refused = (reason: string) => expect.objectContaining({ reason })

test('a contract takes every figure from the award', async () => {
  const town = await world()
  const { id, planId } = await drawn(town, { price: fen(23_800_100) })
  const made = await contractNow(town, id)
  expect(made).toMatchObject({
    state: 'draft',
    price: 23_800_100,
    from: '2026-03-01',
    to: '2027-02-28',
    planId,
    payeeId: 'ORG1',
    template: 'FW-1',
  })
  expect(made.refNo).toMatch(/^HT-2026-000001-\d$/)
  expect((await milestonesOf(town.db, id)).map((m) => m.price)).toEqual([11_900_050, 7_140_030, 4_760_020])
  const targets = (await indicatorsOf(town.db, id)).map((i) => [i.code, i.target])
  expect(targets).toEqual([
    ['PEOPLE', 10],
    ['VISITS', 120],
  ])
  expect(made.clauses.map((c) => c.words).join('\n')).toContain('¥238,001.00')
  expect(made.bodyHash).toMatch(/^[0-9a-f]{64}$/)
})

test('milestones always sum to the price, floored with the remainder in the last', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 100, max: 1e11 }),
      fc.constantFrom(...Object.keys(paymentTemplates)),
      (price, code) => {
        const cut = planMilestones(fen(price), paymentTemplates[code]!, '2026-03-01', '2027-02-28')
        expect(sum(cut.map((m) => m.price))).toBe(price)
        expect(cut.slice(0, -1).every((m) => m.price === Math.floor((price * m.percent) / 100))).toBe(true)
        expect(cut.every((m) => m.dueOn >= '2026-03-01' && m.dueOn <= '2027-02-28')).toBe(true)
      },
    ),
  )
})

test('money on a contract is also written in capitals', () => {
  expect(capitalMoney(yuan(238_001))).toBe('贰拾叁万捌仟零壹元整')
  expect(capitalMoney(fen(12_345))).toBe('壹佰贰拾叁元肆角伍分')
})

test('an award gives one contract, drawn up by the buyer’s handler only', async () => {
  const town = await world()
  const { awardId } = await awarded(town)
  await expect(drawUpContract(town.as('dHandler'), { ...linkageWords, awardId })).rejects.toEqual(
    refused('not-your-body'),
  )
  await expect(drawUpContract(town.as('signer1'), { ...linkageWords, awardId })).rejects.toEqual(
    refused('needs-another-seat'),
  )
  await expect(drawUpContract(town.as(null), { ...linkageWords, awardId })).rejects.toEqual(
    refused('sign-in-first'),
  )
  await drawUpContract(town.as('handler'), { ...linkageWords, awardId })
  await expect(drawUpContract(town.as('handler'), { ...linkageWords, awardId })).rejects.toEqual(
    refused('contract-already-drawn'),
  )
  expect(await deskOfContract(town.db, town.as('handler'))).toMatchObject([
    { key: 'contract.wait-confirm', kind: 'wait' },
  ])
})

test('the handler’s desk asks for a contract once the objection window is over', async () => {
  const town = await world()
  await awarded(town)
  const [item] = await deskOfContract(town.db, town.as('handler'))
  expect(item).toMatchObject({
    key: 'contract.draw-up',
    amount: yuan(80_000),
    due: { mark: 'statute', at: new Date('2026-04-02T00:00:00+08:00') },
  })
})

test('the worker named is certified and of the supplier, the committee one whose need it is', async () => {
  const town = await world()
  const { awardId } = await awarded(town)
  const draw = (words: object) => drawUpContract(town.as('handler'), { ...linkageWords, ...words, awardId })
  await expect(draw({ workerId: 'worker2' })).rejects.toEqual(refused('linkage-worker'))
  await expect(draw({ workerId: 'editor1' })).rejects.toEqual(refused('linkage-worker'))
  await expect(draw({ committeeId: 'C2' })).rejects.toEqual(refused('linkage-committee'))
  expect(await town.db.select().from(contracts)).toEqual([])
})

test('the supplier signs only after three sectors confirmed, each for itself and once', async () => {
  const town = await world()
  const { id } = await drawn(town)
  const say = { contractId: id, duty: '陪第一次上门', contribution: '名册' }
  await expect(signBySupplier(town.as('signer1'), { contractId: id })).rejects.toEqual(
    refused('linkage-unconfirmed'),
  )
  await expect(confirmLinkage(town.as('director2'), { ...say, sector: 'community' })).rejects.toEqual(
    refused('linkage-other-sector'),
  )
  await expect(confirmLinkage(town.as('worker2'), { ...say, sector: 'social_worker' })).rejects.toEqual(
    refused('linkage-other-sector'),
  )
  await expect(confirmLinkage(town.as('signer1'), { ...say, sector: 'community' })).rejects.toEqual(
    refused('linkage-other-sector'),
  )
  // Named on the card, seated at another body: he reads the card he confirms, and nothing else of the contract.
  const moved = inSeatOf(town, 'worker1', 'worker2')
  expect(await linkagePage(moved, id)).toMatchObject({ sector: 'social_worker', back: null })
  await expect(contractFile(moved, id)).rejects.toEqual(refused('not-your-body'))
  await expect(linkagePage(town.as('worker2'), id)).rejects.toEqual(refused('not-your-body'))
  await confirmLinkage(moved, { ...say, sector: 'social_worker' })
  expect(await linkagePage(moved, id)).toMatchObject({ sector: null })
  await confirmLinkage(town.as('director'), { ...say, sector: 'community' })
  await confirmLinkage(town.as('signer1'), { ...say, sector: 'organisation' })
  await expect(confirmLinkage(town.as('director'), { ...say, sector: 'community' })).rejects.toEqual(
    refused('linkage-already-confirmed'),
  )
  await signBySupplier(town.as('signer1'), { contractId: id })
  expect(await contractNow(town, id)).toMatchObject({
    state: 'signed_by_supplier',
    supplierSignerId: 'signer1',
  })
})

const endAward = (town: Town, contractId: string) =>
  town.transact(async (tx) => {
    const [{ awardId } = { awardId: '' }] = await tx
      .select()
      .from(contracts)
      .where(eq(contracts.id, contractId))
    await tx.update(awards).set({ state: 'declined' }).where(eq(awards.id, awardId))
  })

test('nobody signs on an award that was declined or cancelled meanwhile', async () => {
  const town = await world()
  const { id } = await drawn(town)
  await confirmAll(town, id)
  await endAward(town, id)
  await expect(signBySupplier(town.as('signer1'), { contractId: id })).rejects.toEqual(
    refused('award-no-longer-stands'),
  )
  const other = await drawn(town)
  await confirmAll(town, other.id)
  await signBySupplier(town.as('signer1'), { contractId: other.id })
  await endAward(town, other.id)
  await expect(signContract(town.as('approver'), { contractId: other.id })).rejects.toEqual(
    refused('award-no-longer-stands'),
  )
})

test('whoever opened the proposals, or edited or sent the plan, has handled the purchase', async () => {
  const town = await world()
  const { id, planId } = await drawn(town)
  await town.transact(async (tx) => {
    await tx.update(tenders).set({ openedBy: 'finance' })
    const sent = { planId, version: 1, step: 'handler' as const, opinion: '同意', at: town.clock.now() }
    await tx.insert(planApprovals).values({ ...sent, personId: 'acceptor' })
    const edit = { at: town.clock.now(), actorId: 'auditor', action: 'plan.edit', subject: planId }
    await tx.insert(journal).values(edit)
  })
  const { handledBy } = await findContract(town.db, id)
  expect(handledBy).toEqual(expect.arrayContaining(['finance', 'acceptor', 'auditor']))
})

test('revising a draft voids what was confirmed; nothing is revised once signed', async () => {
  const town = await world()
  const { id } = await drawn(town)
  const before = (await contractNow(town, id)).bodyHash
  await confirmAll(town, id)
  await reviseContract(inSeatOf(town, 'approver', 'handler'), {
    ...{
      ...linkageWords,
      contractId: id,
      special: '每月一次联席会',
      communityDuty: '核对名单，找 13977770001',
    },
  })
  expect((await town.db.select().from(linkages)).map((l) => l.duty)).toContain('核对名单，找 ***')
  expect((await town.db.select().from(linkages)).every((l) => l.confirmedAt === null)).toBe(true)
  expect((await contractNow(town, id)).bodyHash).not.toBe(before)
  await confirmAll(town, id)
  await signBySupplier(town.as('signer1'), { contractId: id })
  await expect(reviseContract(town.as('handler'), { ...linkageWords, contractId: id })).rejects.toEqual(
    refused('contract-no-longer-draft'),
  )
  await expect(signContract(town.as('approver'), { contractId: id })).rejects.toEqual(
    refused('sod-drafter-signs'),
  )
  expect((await findContract(town.db, id)).handledBy).toContain('approver')
})

test('signing encumbers the price, closes the tender, and is not done by who drew it up', async () => {
  const town = await world()
  const { id, planId, tenderId } = await drawn(town)
  await confirmAll(town, id)
  await expect(signContract(town.as('approver'), { contractId: id })).rejects.toEqual(
    refused('not-in-this-state'),
  )
  await signBySupplier(town.as('signer1'), { contractId: id })
  await expect(signContract(town.as('handler'), { contractId: id })).rejects.toEqual(
    refused('needs-another-seat'),
  )
  await town.transact((tx) => tx.update(contracts).set({ draftedBy: 'approver' }).where(eq(contracts.id, id)))
  await expect(signContract(town.as('approver'), { contractId: id })).rejects.toEqual(
    refused('sod-drafter-signs'),
  )
  await town.transact((tx) => tx.update(contracts).set({ draftedBy: 'handler' }).where(eq(contracts.id, id)))
  await signContract(town.as('approver'), { contractId: id })
  expect(await balancesOf(town.db, { planId })).toMatchObject({ reserved: 0, encumbered: yuan(80_000) })
  const [tender] = await town.db.select().from(tenders).where(eq(tenders.id, tenderId))
  expect(tender!.state).toBe('contracted')
})

test('publication passes the first tranche and shows the contract with its secrets masked', async () => {
  const town = await world()
  const award = await awarded(town)
  const { id } = await drawUpContract(town.as('handler'), {
    ...linkageWords,
    awardId: award.awardId,
    contacts: '账号 6222 0000',
  })
  await confirmAll(town, id)
  await signBySupplier(town.as('signer1'), { contractId: id })
  await signContract(town.as('approver'), { contractId: id })
  await expect(publicContract(town.db, id)).rejects.toEqual(refused('contract-missing'))
  expect(await trailOfContract(town.db, award.planId)).toEqual([])
  await publishContract(town.as('handler'), { contractId: id })
  const shown = await publicContract(town.db, id)
  expect(lessChance(shown)).not.toContain('6222')
  expect(shown.clauses.at(-1)).toMatchObject({ secret: true, words: null })
  const [first, second] = await milestonesOf(town.db, id)
  expect(await milestoneNow(town, first!.id)).toMatchObject({
    gate: 'publication',
    state: 'accepted',
    acceptedAt: town.clock.now(),
  })
  expect(second!.state).toBe('planned')
  expect(await trailOfContract(town.db, award.planId)).toMatchObject([
    { key: 'contract.publish', seal: { key: 'contract' }, amount: yuan(80_000) },
  ])
})

test('publishing is due two working days after signing, over a holiday too, and is late a second after', async () => {
  const town = await world()
  town.clock.set(new Date('2026-02-13T10:00:00+08:00'))
  const { id } = await drawn(town)
  await confirmAll(town, id)
  await signBySupplier(town.as('signer1'), { contractId: id })
  await signContract(town.as('approver'), { contractId: id })
  const [item] = await deskOfContract(town.db, town.as('handler'))
  expect(item).toMatchObject({
    key: 'contract.publish',
    due: { mark: 'statute', at: new Date('2026-02-25T00:00:00+08:00') },
  })
  const late = (at: string) => new Date(at) >= item!.due!.at
  expect([late('2026-02-24T23:59:59+08:00'), late('2026-02-25T00:00:00+08:00')]).toEqual([false, true])
})

test('the district buys by the same steps, through its own people', async () => {
  const town = await world()
  const { id } = await running(town, { buyer: 'district', handler: 'dHandler', approver: 'dApprover' })
  expect(await contractNow(town, id)).toMatchObject({
    state: 'published',
    buyerId: 'GOV',
    buyerSignerId: 'dApprover',
  })
})

test('a social worker alone may hold a contract; the money goes to the custodian', async () => {
  const town = await world()
  const { awardId } = await awarded(town, { supplierId: 'SW', template: 'PT-64', price: yuan(30_000) })
  await expect(
    drawUpContract(town.as('handler'), { ...linkageWords, workerId: 'soloist', awardId }),
  ).resolves.toBeDefined()
  const [made] = await town.db.select().from(contracts)
  expect(made).toMatchObject({ supplierId: 'SW', payeeId: 'ORG4' })
  await confirmAll(town, made!.id, { signer: 'soloist', worker: 'soloist' })
  await signBySupplier(town.as('soloist'), { contractId: made!.id })
})

test('ending a contract frees what was not asked for, needs a reason, and recovers no more than was paid', async () => {
  const town = await world()
  const { id, lineId } = await running(town)
  const end = {
    contractId: id,
    cause: 'agreed' as const,
    reason: '全部转包',
    recovered: zero,
    ground: undefined,
  }
  await expect(terminateContract(town.as('handler'), end)).rejects.toEqual(refused('needs-another-seat'))
  await expect(terminateContract(town.as('approver'), { ...end, recovered: yuan(1) })).rejects.toEqual(
    refused('recovered-over-paid'),
  )
  await terminateContract(town.as('approver'), end)
  expect(await contractNow(town, id)).toMatchObject({ state: 'terminated', endReason: '全部转包' })
  expect(await balancesOf(town.db, { lineId })).toMatchObject({
    encumbered: 0,
    appropriation: yuan(2_000_000),
  })
  await expect(terminateContract(town.as('approver'), end)).rejects.toEqual(refused('not-in-this-state'))
})

test('every step is in the journal, once', async () => {
  const town = await world()
  const { id } = await running(town)
  const acts = (await town.db.select().from(journal).where(eq(journal.subject, id))).map((j) => j.action)
  expect(acts.sort()).toEqual(
    [
      'contract.draw_up',
      'contract.publish',
      'contract.sign',
      'contract.sign_by_supplier',
      'linkage.confirm',
      'linkage.confirm',
      'linkage.confirm',
    ].sort(),
  )
})
