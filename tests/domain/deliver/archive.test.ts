import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { memoryFiles } from '#app/ports/files/memory-files.ts'
import {
  contracts,
  journal,
  ledgerEntries,
  ledgerPostings,
  methods,
  plans,
  tenders,
} from '#db/schema/index.ts'
import { openAcceptance } from '#domain/deliver/acceptance/open-acceptance.ts'
import { archivePage } from '#domain/deliver/contract/archive/archive-page.ts'
import { deskOfArchive } from '#domain/deliver/contract/archive/desk.ts'
import { fileContract } from '#domain/deliver/contract/archive/file-contract.ts'
import { decisionForm, filingForm, reviewForm } from '#domain/deliver/contract/archive/forms.ts'
import { keptUntil } from '#domain/deliver/contract/archive/kept-until.ts'
import { renewContract, targetsMoved } from '#domain/deliver/contract/archive/renew-contract.ts'
import { decideReview, giveReview } from '#domain/deliver/contract/archive/review-year.ts'
import { trailOfArchive } from '#domain/deliver/contract/archive/trail.ts'
import { approveChange } from '#domain/deliver/contract/decide-change.ts'
import { draftChange } from '#domain/deliver/contract/draft-change.ts'
import { findContract } from '#domain/deliver/contract/find-contract.ts'
import { opineChange } from '#domain/deliver/contract/opine-change.ts'
import { publishContract } from '#domain/deliver/contract/publish-contract.ts'
import { reviseContract } from '#domain/deliver/contract/revise-contract.ts'
import { signBySupplier } from '#domain/deliver/contract/sign-by-supplier.ts'
import { signContract } from '#domain/deliver/contract/sign-contract.ts'
import { indicatorsOf } from '#domain/deliver/milestone/find-milestone.ts'
import { fileStatement } from '#domain/deliver/payment/books/file-statement.ts'
import { yuan, zero } from '#domain/money.ts'
import { sweepFiles } from '#domain/sweep-files.ts'
import { balancesOf } from '#domain/treasury/balances.ts'
import { forgetOld } from '#domain/who/forget-old.ts'
import { acceptWell } from '#tests/support/acceptance.ts'
import { freed, sanctioned } from '#tests/support/barred.ts'
import { checked, confirmAll, linkageWords, running, served } from '#tests/support/contract.ts'
import { type Town, world } from '#tests/support/world.ts'

const refused = (reason: string) => ({ reason })
const keys = async (town: Town, who: string) =>
  (await deskOfArchive(town.db, town.as(who))).map((item) => item.key)
const atNoon = (date: string) => new Date(`${date}T12:00:00+08:00`)
const statutory = (town: Town) =>
  town.transact((tx) => tx.update(methods).set({ mark: 'statute' }).where(eq(methods.id, 'TEST-1')))

test('a copy of a statutory contract is filed within seven working days of the signature, and is late after them', async () => {
  const town = await world()
  const { id: contractId } = await running(town)
  const file = (filedOn: string, who = 'handler') =>
    fileContract(town.as(who), { contractId, filedOn, receiptNo: undefined })
  expect(await keys(town, 'handler')).toEqual([])
  await expect(file('2026-03-02')).rejects.toMatchObject(refused('filing-not-asked'))
  await statutory(town)
  const [item] = await deskOfArchive(town.db, town.as('handler'))
  expect(item).toMatchObject({
    key: 'contract.file',
    due: { source: '政府采购法 第四十七条', mark: 'statute' },
  })
  expect(item!.due!.at).toEqual(new Date('2026-03-12T00:00:00+08:00'))
  await expect(file('2026-03-02', 'approver')).rejects.toMatchObject(refused('needs-another-seat'))
  await expect(file('2026-03-02', 'dHandler')).rejects.toMatchObject(refused('not-your-body'))
  await expect(file('2026-03-01')).rejects.toMatchObject(refused('filing-date'))
  await expect(file('2026-03-03')).rejects.toMatchObject(refused('filing-date'))
  town.clock.set(atNoon('2026-03-12'))
  expect((await archivePage(town.as('handler'), contractId)).filing).toMatchObject({
    may: true,
    clock: { on: '2026-03-11', late: true },
  })
  await file('2026-03-12')
  await expect(file('2026-03-12')).rejects.toMatchObject(refused('contract-already-filed'))
  expect((await archivePage(town.as('approver'), contractId)).filing).toMatchObject({
    done: { filedOn: '2026-03-12', late: true },
    may: false,
  })
  expect(await keys(town, 'handler')).toEqual([])
  const { planId } = await findContract(town.db, contractId)
  expect(await trailOfArchive(town.db, planId)).toMatchObject([{ key: 'contract.file' }])
  for (const typed of [{}, { filedOn: '2026-02-30' }, { filedOn: 'x' }])
    expect(filingForm.safeParse(typed).success).toBe(false)
  await expect(archivePage(town.as('resident1'), contractId)).rejects.toMatchObject({ kind: 'forbidden' })
})

test('records of a purchase are kept fifteen years from its end, and nothing that sweeps takes them before', async () => {
  const town = await world()
  const { id: contractId } = await running(town)
  const { tenderId } = await findContract(town.db, contractId)
  expect(await keptUntil(town.db, tenderId)).toMatchObject({ from: '2026-03-02', until: '2041-03-02' })
  const later = { now: () => new Date('2041-03-01T00:00:00+08:00') }
  await forgetOld(town.store, later)
  await sweepFiles(
    town.store,
    memoryFiles(() => later.now().getTime()),
    later,
  )
  expect(await town.db.$count(tenders, eq(tenders.id, tenderId))).toBe(1)
  expect(await town.db.$count(contracts, eq(contracts.id, contractId))).toBe(1)
  await town.transact((tx) =>
    tx.update(contracts).set({ buyerSignedAt: null }).where(eq(contracts.id, contractId)),
  )
  expect(await keptUntil(town.db, tenderId)).toBeNull()
  const said = { action: 'tender.fail', subject: tenderId, detail: {}, at: atNoon('2026-05-06') }
  await town.transact((tx) => tx.insert(journal).values(said))
  expect(await keptUntil(town.db, tenderId)).toMatchObject({ from: '2026-05-06', until: '2041-05-06' })
})

/** An approved change: a hundred and twenty visits become eighty. */
async function lowered(town: Town, contractId: string) {
  const wanted = {
    rationale: 'supplement' as const,
    reason: '服务对象减少，需要调整',
    more: null,
    less: null,
  }
  const targets = [{ code: 'VISITS', target: 80 }]
  const { id: changeId } = await draftChange(town.as('editor1'), { ...wanted, contractId, targets })
  await opineChange(town.as('centre'), { changeId, favour: 'yes', opinion: '不影响已有服务对象' })
  await approveChange(town.as('approver'), { changeId, decision: '情况属实，同意变更' })
}

/** A contract of the first of three years, its last part accepted by people who were content. */
async function goodYear(town: Town) {
  const { id: contractId, milestones: parts } = await running(town)
  const { planId } = await findContract(town.db, contractId)
  await town.transact((tx) =>
    tx.update(plans).set({ years: 3, yearsReason: '持续需要' }).where(eq(plans.id, planId)),
  )
  const last = parts.at(-1)!
  await lowered(town, contractId)
  await served(town, contractId)
  for (const part of parts.filter((m) => m.gate !== 'publication')) {
    await checked(town, part.id, contractId)
    const { id: acceptanceId } = await openAcceptance(town.as('handler'), { milestoneId: part.id })
    await acceptWell(town, acceptanceId)
  }
  return { contractId, planId, last }
}
const words = '全年按时上门，老人评价好，建议续签。'

/** The ledger of another year, by its bare entry. */
const paidInYear = (town: Town, contractId: string, year: number) =>
  town.transact(async (tx) => {
    const at = new Date(`${year}-06-01T12:00:00+08:00`)
    const entry = {
      at,
      kind: 'payment.confirm' as const,
      source: 'an earlier year',
      lineId: 'L1',
      contractId,
    }
    const [made] = await tx.insert(ledgerEntries).values(entry).returning()
    await tx.insert(ledgerPostings).values({ entryId: made!.id, account: 'paid', amount: yuan(1) })
  })
const noFigures = {
  ...{ otherIncome: zero, otherGifts: zero, spent: [], otherService: zero, management: zero },
  ...{ fundraising: zero, otherCosts: zero, giftsSpent: zero, giftUse: undefined },
  ...{ auditor: undefined, auditNo: undefined },
}

test('a second year is contracted only after a review of the first that the buyer passed', async () => {
  const town = await world()
  const { contractId, planId } = await goodYear(town)
  const review = (who = 'centre') => giveReview(town.as(who), { contractId, advice: 'pass', words })
  const decide = (how: 'pass' | 'fail', lineId?: string, who = 'approver') =>
    decideReview(town.as(who), { contractId, how, decision: '同意', lineId })
  const renew = (who = 'handler') => renewContract(town.as(who), { contractId })
  expect(await keys(town, 'centre')).toEqual([])
  await expect(review()).rejects.toMatchObject({
    reason: 'year-review-early',
    params: { opens: '2026-11-30' },
  })
  await expect(renew()).rejects.toMatchObject(refused('year-not-passed'))
  await expect(decide('pass', 'L1')).rejects.toMatchObject(refused('review-missing'))
  town.clock.set(atNoon('2026-11-30'))
  const [item] = await deskOfArchive(town.db, town.as('centre'))
  expect(item).toMatchObject({ key: 'yearReview.give', due: { at: new Date('2027-01-30T00:00:00+08:00') } })
  await expect(review('handler')).rejects.toMatchObject(refused('needs-another-seat'))
  await review()
  await expect(review()).rejects.toMatchObject(refused('year-reviewed'))
  expect(await keys(town, 'approver')).toEqual(['yearReview.decide'])
  await expect(renew()).rejects.toMatchObject(refused('year-not-passed'))
  await expect(decide('pass', 'L1', 'handler')).rejects.toMatchObject(refused('needs-another-seat'))
  await expect(decide('pass')).rejects.toMatchObject(refused('renewal-line-missing'))
  await expect(decide('pass', 'L2')).rejects.toMatchObject(refused('renewal-line-missing'))
  await decide('pass', 'L1')
  await expect(decide('fail')).rejects.toMatchObject({ kind: 'conflict' })
  expect(await keys(town, 'handler')).toEqual(['contract.renew'])
  await sanctioned(town, 'ORG1')
  await expect(renew()).rejects.toMatchObject(refused('under-sanction'))
  await freed(town, 'ORG1')
  await paidInYear(town, contractId, 2025)
  await expect(renew()).rejects.toMatchObject({ reason: 'statement-missing', params: { year: 2025 } })
  await fileStatement(town.as('signer1'), { ...noFigures, partyId: 'ORG1', year: 2025 })
  const textOf = async (id: string) => (await findContract(town.db, id)).clauses.map((c) => c.words)
  const { id: nextId } = await renew()
  const [own, ...rest] = await textOf(nextId)
  expect(rest).toEqual(await textOf(contractId))
  // What is counted is what is signed, though the clauses carried over still say 120.
  expect(rest.join()).toContain('上门探访 120 次')
  expect(own).toContain('1. 服务人数 10 人\n2. 上门探访 80 次')
  expect((await indicatorsOf(town.db, nextId)).map(({ target }) => target)).toEqual([10, 80])
  await expect(renew()).rejects.toMatchObject(refused('contract-already-renewed'))
  const next = await findContract(town.db, nextId)
  expect(next).toMatchObject({
    year: 2,
    from: '2027-03-01',
    to: '2028-02-29',
    price: yuan(80_000),
    state: 'draft',
  })
  expect(next.linkages.map((side) => side.confirmedAt)).toEqual([null, null, null])
  await reviseContract(town.as('handler'), { ...linkageWords, contractId: nextId, special: '每月一次联席会' })
  const revised = await textOf(nextId)
  expect([revised[0], revised.at(-1)]).toEqual([own, '每月一次联席会'])
  expect((await balancesOf(town.db, { planId })).reserved).toBe(yuan(80_000))
  await confirmAll(town, nextId)
  await signBySupplier(town.as('signer1'), { contractId: nextId })
  await signContract(town.as('approver'), { contractId: nextId })
  await publishContract(town.as('handler'), { contractId: nextId })
  expect((await balancesOf(town.db, { contractId: nextId })).encumbered).toBe(yuan(80_000))
  expect((await archivePage(town.as('handler'), contractId)).review).toMatchObject({
    given: { state: 'passed', facts: { accepted: 100, satisfaction: 100, findings: 0 } },
    next: { id: nextId },
  })
  // The second year needs its own review before there is a third.
  await expect(renewContract(town.as('handler'), { contractId: nextId })).rejects.toMatchObject(
    refused('year-not-passed'),
  )
})

test('a renewal repeats the targets only where the text it carries over says others', () => {
  const promised = [
    { name: '上门探访', unit: '次', target: 80 },
    { name: '服务人数', unit: '人', target: 10 },
  ]
  const text = (visits: number) => [
    { heading: '指标', words: `承诺：\n1. 服务人数 10 人\n2. 上门探访 ${visits} 次` },
  ]
  expect(targetsMoved(text(80), promised)).toBe('')
  for (const visits of [100, 8, 180])
    expect(targetsMoved(text(visits), promised)).toContain('1. 上门探访 80 次')
})

test('a year that fell short cannot pass, one that failed is not renewed, and a plan of one year has none to follow', async () => {
  const town = await world()
  const { id: contractId } = await running(town)
  const { planId } = await findContract(town.db, contractId)
  town.clock.set(atNoon('2027-01-04'))
  const review = () => giveReview(town.as('centre'), { contractId, advice: 'fail', words })
  await expect(review()).rejects.toMatchObject(refused('no-year-follows'))
  await town.transact((tx) => tx.update(plans).set({ years: 2 }).where(eq(plans.id, planId)))
  await review()
  const decide = (how: 'pass' | 'fail') =>
    decideReview(town.as('approver'), { contractId, how, decision: '指标未完成', lineId: 'L1' })
  await expect(decide('pass')).rejects.toMatchObject(refused('year-not-content'))
  await decide('fail')
  await expect(renewContract(town.as('handler'), { contractId })).rejects.toMatchObject(
    refused('year-not-passed'),
  )
  expect(await keys(town, 'handler')).toEqual([])
  expect(await trailOfArchive(town.db, planId)).toMatchObject([{ key: 'year.fail', params: { n: 1 } }])
  expect(reviewForm.safeParse({ advice: 'perhaps', words }).success).toBe(false)
  expect(reviewForm.safeParse({ advice: 'pass', words: '好' }).success).toBe(false)
  expect(decisionForm.safeParse({ how: 'pass', decision: '' }).success).toBe(false)
})
