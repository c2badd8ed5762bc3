import { eq, inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import {
  budgetLines,
  fundPools,
  ledgerPostings,
  needs,
  parties,
  places,
  planNeeds,
} from '#db/schema/index.ts'
import { acceptOrder, confirmOrder, finishOrder } from '#domain/buy/framework/carry-order.ts'
import { releaseGift } from '#domain/deliver/cofund/release-gift.ts'
import { booksCsv } from '#domain/deliver/payment/books/books-csv.ts'
import { deskOfStatements } from '#domain/deliver/payment/books/desk.ts'
import { fileStatement, statementPage } from '#domain/deliver/payment/books/file-statement.ts'
import { statementForm } from '#domain/deliver/payment/books/forms.ts'
import { orgBooks } from '#domain/deliver/payment/books/org-books.ts'
import { placeBooks } from '#domain/deliver/payment/books/place-books.ts'
import { placeCsv } from '#domain/deliver/payment/books/place-csv.ts'
import { origins } from '#domain/deliver/payment/books/place-parts.ts'
import { reached } from '#domain/deliver/payment/books/receipts.ts'
import { missingStatements } from '#domain/deliver/payment/books/statements.ts'
import { confirmSettlement, submitSettlement } from '#domain/deliver/settlement/pay-settlement.ts'
import { fen, sum, yuan, zero } from '#domain/money.ts'
import { openLine } from '#domain/treasury/open-line.ts'
import { cofundTown } from '#tests/support/cofund.ts'
import { running } from '#tests/support/contract.ts'
import { joined, mother, openFramework, orderedBy } from '#tests/support/framework.ts'
import { paidPart, signedWork } from '#tests/support/minor.ts'
import { paid } from '#tests/support/payment.ts'
import { approvedClaim, voucherOf } from '#tests/support/settlement.ts'
import { type Town, world } from '#tests/support/world.ts'

const refused = (reason: string) => expect.objectContaining({ reason })
const plain = (key: string) => key
const words = {
  head: ['year', 'part', 'item', 'what', 'date', 'paper', 'amount'],
  ...{ part: plain, source: plain, kind: plain, gift: plain, cost: plain, declared: plain },
}
/** 分 of one part and item of the file. */
const summed = (csv: string, part: string, item?: string) =>
  csv
    .split('\r\n')
    .map((line) => line.split(','))
    .filter((cells) => cells[1] === `"${part}"` && (!item || cells[2] === `"${item}"`))
    .reduce((n, cells) => n + Math.round(Number(cells.at(-1)) * 100), 0)
const reachedInAll = async ({ db }: Town) =>
  sum(
    (await db.select().from(ledgerPostings).where(inArray(ledgerPostings.account, reached))).map(
      (p) => p.amount,
    ),
  )
const said = {
  ...{ otherIncome: yuan(5_000), otherGifts: zero, spent: [], otherService: yuan(10_000) },
  ...{ management: yuan(2_500), fundraising: zero, otherCosts: zero, giftsSpent: zero, giftUse: undefined },
  ...{ auditor: undefined, auditNo: undefined },
}
const later = (town: Town, day: string) => town.clock.set(new Date(`${day}T09:00:00+08:00`))

test('what the books of all bodies show is what the ledger paid: contracts, small works and gifts, on the page and in the file', async () => {
  const t = await cofundTown()
  const { town } = t
  const potId = await t.pot()
  await t.paid(potId, yuan(10_000))
  const gift = await t.paid(potId, yuan(4_000))
  await t.accept()
  await t.ready()
  await releaseGift(t.as('finance'), { giftId: gift })
  await t.funds.work()
  await paid(town, t.contract.milestones[0]!.id)
  await paidPart(town, await signedWork(town), 0)
  const bodies = await town.db.select().from(parties)
  const books = []
  for (const { id, kind } of bodies)
    if (['organisation', 'enterprise', 'community_group', 'individual'].includes(kind))
      books.push(await orgBooks(town.db, id, '2026', '2026-06-01'))
  expect(sum(books.map(({ total }) => total))).toBe(await reachedInAll(town))
  expect(books.filter(({ total }) => total > 0)).toHaveLength(2)
  const own = books.find(({ body }) => body.id === 'ORG1')!
  expect(own.income).toEqual([
    { source: 'department_budget', amount: yuan(40_000) },
    { source: 'co_fund', amount: expect.any(Number) },
  ])
  expect(own.projects).toMatchObject([{ received: own.total, spent: null }])
  const [line] = own.gifts
  expect(line).toMatchObject({ given: yuan(14_000), passedOn: own.income[1]!.amount, givenBack: 0 })
  expect(fen(line!.fee + line!.passedOn + line!.left)).toBe(yuan(14_000))
  expect(line!.left).toBeGreaterThan(0)
  for (const one of books) expect(summed(booksCsv(one, words), 'income')).toBe(one.total)
  expect(summed(booksCsv(own, words), 'gifts', 'passedOn')).toBe(line!.passedOn)
  expect(own.receipts.map(({ no }) => no)).toContain('05-0137')
  expect(own.receipts.every(({ href }) => href.startsWith('/'))).toBe(true)
  await placesAddUp(town, t.contract.planId)
})

/** Two more needs, of the other community, are answered by the same plan; one community knows its people. */
async function alsoInC2({ transact }: Town, planId: string) {
  await transact(async (tx) => {
    const [{ need } = { need: null }] = await tx
      .select({ need: needs })
      .from(planNeeds)
      .innerJoin(needs, eq(needs.id, planNeeds.needId))
      .where(eq(planNeeds.planId, planId))
    for (const id of ['also1', 'also2']) {
      await tx.insert(needs).values({ ...need!, id, refNo: `Z${id}`, communityId: 'C2' })
      await tx.insert(planNeeds).values({ planId, needId: id })
    }
    await tx.update(places).set({ population: 700 }).where(eq(places.id, 'C1'))
  })
}
/** Every place's books beside the ledger: nothing is lost between a district, its streets and their communities. */
async function placesAddUp(town: Town, planId: string) {
  await alsoInC2(town, planId)
  const year = (id: string) => placeBooks(town.db, id, '2026', '2026-06-01')
  const inLedger = await town.db.select().from(ledgerPostings)
  const of = (accounts: readonly string[]) =>
    sum(inLedger.filter((p) => accounts.includes(p.account)).map((p) => p.amount))
  const [d1, s1, c1, c2] = [await year('D1'), await year('S1'), await year('C1'), await year('C2')]
  const draft = yuan(1_000_000)
  expect([d1.paid, d1.brought]).toEqual([of(reached), fen(-of(origins) - draft)])
  for (const { below, paid: whole } of [d1, s1])
    expect(sum([below.shared, ...below.parts.map((part) => part.paid)])).toBe(whole)
  for (const { paid: whole, brought, sources, projects, entries, incomes, income } of [d1, s1, c1, c2]) {
    for (const rows of [sources, projects, entries]) expect(sum(rows.map((r) => r.amount))).toBe(whole)
    for (const rows of [income, incomes]) expect(sum(rows.map((r) => r.amount))).toBe(brought)
  }
  const part = (books: typeof c1) => books.entries.find(({ no }) => no === '05-0137')!
  expect([part(c1), part(c2)]).toMatchObject([
    { amount: fen(1_333_334), whole: yuan(40_000) },
    { amount: fen(2_666_666), whole: yuan(40_000) },
  ])
  expect([c1.perHead, s1.perHead, c2.perHead]).toEqual([
    fen(Math.floor(c1.paid / 700)),
    fen(Math.floor(s1.paid / 700)),
    null,
  ])
  const file = placeCsv(c1, { ...words, income: 'income', spent: 'spent' })
  const cells = file
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(','))
  const inFile = (kind: string) =>
    cells.filter((one) => one[2] === `"${kind}"`).reduce((n, one) => n + Math.round(Number(one[8]) * 100), 0)
  expect([inFile('income'), inFile('spent')]).toEqual([c1.brought, c1.paid])
  expect((await placeBooks(town.db, 'S1', '2025', '2026-06-01')).year).toBe(2026)
  await expect(year('S9')).rejects.toEqual(refused('no-such-place'))
  await budgetsByTheirYear(town)
}

/** A line of its own pool, entered on a day. */
async function entered(
  town: Town,
  id: string,
  on: string,
  pool: { year: number; approvedOn: string | null },
) {
  const [was, amount] = [town.clock.now(), yuan(70_000)]
  later(town, on)
  await town.transact(async (tx) => {
    const said = { name: id, source: 'department_budget' as const, rules: '—', total: amount, ownerId: 'S1' }
    await tx.insert(fundPools).values({ id, code: id, ...said, ...pool })
    await tx.insert(budgetLines).values({ id, poolId: id, code: id, name: id, buyerId: 'S1', amount })
    await openLine(tx, town.as('finance'), { id, amount })
  })
  town.clock.set(was)
}

/** A budget counts in the year it is for, not on the day it was typed; a draft counts nowhere before it is approved. */
async function budgetsByTheirYear(town: Town) {
  const books = (year: string, id = 'S1') => placeBooks(town.db, id, year, '2026-06-01')
  const was = await books('2026')
  await entered(town, 'DEC', '2025-12-29', { year: 2026, approvedOn: '2025-12-29' })
  await entered(town, 'NEXT', '2026-05-02', { year: 2027, approvedOn: null })
  const now = await books('2026')
  expect([fen(now.brought - was.brought), now.years]).toEqual([yuan(70_000), [2026]])
  await town.transact((tx) =>
    tx.update(fundPools).set({ approvedOn: '2026-05-30' }).where(eq(fundPools.id, 'NEXT')),
  )
  const approved = await books('2027')
  expect(approved).toMatchObject({ years: [2027, 2026], year: 2027, brought: yuan(70_000), paid: zero })
  expect((await books('2026')).brought).toBe(now.brought)
}

test('a year that paid an organisation and was not accounted for is missing the day after the last day, and no longer once its signer filed', async () => {
  const town = await world()
  const contract = await running(town)
  await paid(town, contract.milestones[0]!.id)
  const { planId } = contract
  const missing = (day: string) => missingStatements(town.db, 'ORG1', day)
  const file = (who: string, more = {}, year = 2026) =>
    fileStatement(town.as(who), { ...said, partyId: 'ORG1', year, ...more })
  expect(await missing('2027-05-31')).toEqual([])
  expect(await missing('2027-06-01')).toEqual([{ year: 2026, due: '2027-05-31' }])
  await expect(file('signer1')).rejects.toEqual(refused('year-not-over'))
  const desk = (who = 'signer1') => deskOfStatements(town.db, town.as(who))
  expect(await desk()).toEqual([])
  later(town, '2027-01-01')
  expect(await desk()).toMatchObject([
    {
      ...{ key: 'statement.file', params: { year: 2026 }, link: '/desk/body/accounts/2026' },
      due: { at: new Date('2027-06-01T00:00:00+08:00') },
    },
  ])
  for (const who of ['signer2', 'editor1', 'handler', 'resident1']) expect(await desk(who)).toEqual([])
  later(town, '2027-06-01')
  await expect(file('editor1')).rejects.toEqual(refused('needs-another-seat'))
  await expect(file('signer2')).rejects.toEqual(refused('not-your-body'))
  await expect(file('signer1', {}, Number.NaN)).rejects.toEqual(refused('no-such-year'))
  await expect(file('signer1', { spent: [{ planId: 'other', amount: zero }] })).rejects.toEqual(
    refused('project-not-of-body'),
  )
  expect((await statementPage(town.as('signer1'), 2026)).projects).toMatchObject([{ planId }])
  await file('signer1')
  expect([await missing('2027-06-01'), await desk()]).toEqual([[], []])
  await file('signer1', { spent: [{ planId, amount: yuan(37_500) }] })
  const books = await orgBooks(town.db, 'ORG1', '2026', '2027-06-01')
  expect(books.statement).toMatchObject({
    version: 2,
    costs: { total: yuan(50_000), projects: yuan(37_500), managementShare: 0.05 },
  })
  expect(books.projects).toMatchObject([{ planId, received: yuan(40_000), spent: yuan(37_500) }])
  expect(summed(booksCsv(books, words), 'costs')).toBe(yuan(50_000))
  expect(JSON.stringify(books)).not.toContain('filedBy')
  await town.transact((tx) => tx.update(parties).set({ kind: 'enterprise' }).where(eq(parties.id, 'ORG1')))
  await expect(file('signer1')).rejects.toEqual(refused('statement-of-organisations'))
})

test('orders settled by the month stand in the books of who served them', async () => {
  const town = await world()
  const framework = await openFramework(town)
  const { id: providerId } = await joined(town, framework.id, 1)
  await mother(town)
  const { id: orderId } = await orderedBy(town, framework.id, providerId)
  await acceptOrder(town.as('editor1'), { orderId })
  later(town, '2026-04-10')
  await finishOrder(town.as('editor1'), { orderId, doneOn: '2026-04-10' })
  await confirmOrder(town.as('resident6'), { orderId })
  later(town, '2026-05-08')
  const settlementId = await approvedClaim(town, framework.id)
  await submitSettlement(town.as('approver'), await voucherOf(town, settlementId))
  expect((await orgBooks(town.db, 'ORG1', '2026', '2026-05-08')).total).toBe(zero)
  await confirmSettlement(town.as('approver'), { settlementId, receiptNo: 'BR-9' })
  const books = await orgBooks(town.db, 'ORG1', '2026', '2026-05-08')
  expect(books).toMatchObject({ total: await reachedInAll(town), projects: [{ planId: framework.planId }] })
  expect(books.total).toBe(yuan(80))
  expect(books.receipts).toMatchObject([{ no: '05-0401', href: `/frameworks/${framework.id}#settled` }])
})

test('an office has no such books; a year nobody knows shows this one', async () => {
  const town = await world()
  await expect(orgBooks(town.db, 'S1', null, '2026-03-02')).rejects.toEqual(refused('org-missing'))
  expect((await orgBooks(town.db, 'ORG1', '1066', '2026-03-02')).year).toBe(2026)
})

test('an empty figure is none, nought is one; gifts spent say on what, an audit has both its words', () => {
  const typed = {
    ...{ otherIncome: '0', otherGifts: '0', otherService: '0', management: '12,000.50', fundraising: '0' },
    ...{ otherCosts: '0', giftsSpent: '0', sure: 'yes' },
  }
  const faults = (more: object) =>
    statementForm.safeParse({ ...typed, ...more }).error?.issues.map(({ message }) => message) ?? []
  expect(statementForm.parse(typed)).toMatchObject({ management: yuan(12_000.5), otherIncome: 0, spent: [] })
  expect(faults({ management: '' })).toEqual(['form.statement.money'])
  expect(faults({ management: '-1' })).toEqual(['form.statement.money'])
  expect(faults({ giftsSpent: '1' })).toEqual(['form.statement.use'])
  expect(faults({ auditor: '某会计师事务所' })).toEqual(['form.statement.audit'])
  expect(faults({ sure: undefined })).toEqual(['form.statement.sure'])
  const twice = [1, 2].map(() => ({ planId: 'p', amount: '1' }))
  expect(faults({ spent: twice })).toEqual(['form.statement.twice'])
})
