import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { bookBalances, bookEntries } from '#db/schema/index.ts'
import { verifyLedger } from '#domain/deliver/payment/verify-ledger.ts'
import { yuan } from '#domain/money.ts'
import { deskOf } from '#domain/open/desk.ts'
import { mattersOf } from '#domain/rate/oversight/matters.ts'
import { bookEntryPage, bookScan, booksPage } from '#domain/treasury/community-books/book-page.ts'
import { approveBookEntry, returnBookEntry } from '#domain/treasury/community-books/decide-entry.ts'
import { enterBookEntry, reverseBookEntry } from '#domain/treasury/community-books/enter-entry.ts'
import { bookEntryForm } from '#domain/treasury/community-books/forms.ts'
import { quarterPage } from '#domain/treasury/community-books/quarter.ts'
import { quarterCsv } from '#domain/treasury/community-books/quarter-csv.ts'
import { booked, entered, paper } from '#tests/support/books.ts'
import { type Town, world } from '#tests/support/world.ts'

const refused = (reason: string) => expect.objectContaining({ reason })
const keys = async (town: Town, who: string) => (await deskOf(town.as(who))).act.map(({ key }) => key)
/** Whoever it is also sits on the other side of the community. */
const alsoAt = (town: Town, who: string, partyId: string) => {
  const ctx = town.as(who)
  const seats = [...ctx.actor.seats, { id: 'other', role: 'station_clerk' as const, partyId }]
  return { ...ctx, actor: { ...ctx.actor, seats } }
}

test('two books of a community: each side enters its own, another person approves, and neither touches the other', async () => {
  const town = await world()
  const { id: bookId } = await entered(town, 'committee')
  const ofStation = paper({ kind: 'service_fee', title: '老年食堂餐费' })
  const { id: stationId } = await enterBookEntry(town.as('station'), ofStation)
  expect(await keys(town, 'director')).toContain('book.approve')
  expect(await keys(town, 'finance')).toContain('book.approve')

  const approve = (who: string, id: string) => approveBookEntry(town.as(who), { bookId: id })
  await expect(approve('station', bookId)).rejects.toEqual(refused('needs-another-seat'))
  await expect(approve('clerk', bookId)).rejects.toEqual(refused('needs-another-seat'))
  await expect(approve('finance', bookId)).rejects.toEqual(refused('not-your-body'))
  await expect(approve('director2', bookId)).rejects.toEqual(refused('not-your-body'))
  await expect(approve('director', stationId)).rejects.toEqual(refused('not-your-body'))
  await expect(approve('dFinance', stationId)).rejects.toEqual(refused('needs-another-seat'))
  const own = town.as('director')
  const same = { ...own, actor: { ...own.actor, personId: 'clerk' } }
  await expect(approveBookEntry(same, { bookId })).rejects.toEqual(refused('sod-enterer-approves'))
  for (const [who, act] of [
    ['director', (ctx: Parameters<typeof approveBookEntry>[0]) => approveBookEntry(ctx, { bookId })],
    ['clerk', (ctx: Parameters<typeof approveBookEntry>[0]) => enterBookEntry(ctx, paper())],
  ] as const)
    await expect(act(alsoAt(town, who, 'ST1')), who).rejects.toEqual(refused('sod-two-desks'))
  for (const who of ['director', 'finance', 'handler', 'resident1', 'supervisor'])
    await expect(enterBookEntry(town.as(who), paper()), who).rejects.toEqual(refused('needs-another-seat'))
  await expect(enterBookEntry(town.as('station'), paper())).rejects.toEqual(
    refused('book-kind-of-other-side'),
  )
  await expect(enterBookEntry(town.as('clerk'), paper({ kind: 'service_fee' }))).rejects.toEqual(
    refused('book-kind-of-other-side'),
  )

  expect((await quarterPage(town.db, 'C1', null, town.clock.now())).books[0]!.lines).toEqual([])
  await approve('director', bookId)
  await approve('finance', stationId)
  await expect(approve('director', bookId)).rejects.toEqual(refused('not-in-this-state'))
  expect(await keys(town, 'director')).not.toContain('book.approve')
  const sides = async (who: string) => (await booksPage(town.as(who))).books.map(({ side }) => side)
  expect(await sides('clerk')).toEqual(['committee', 'station'])
  expect(await sides('supervisor')).toEqual(['committee', 'station'])
  expect(await sides('station')).toEqual(['station'])
  expect(await sides('finance')).toEqual(['station'])
  await expect(booksPage(town.as('resident1'))).rejects.toEqual(refused('needs-another-seat'))
  await expect(booksPage(town.as('handler'))).rejects.toEqual(refused('needs-another-seat'))
  await expect(bookEntryPage(town.as('station'), bookId)).rejects.toEqual(refused('not-your-body'))
  await expect(bookEntryPage(town.as('clerk2'), bookId)).rejects.toEqual(refused('not-your-body'))
  expect((await bookScan(town.as('supervisor'), bookId)).bytes.toString()).toContain('%PDF')
  await expect(bookScan(town.as('resident1'), bookId)).rejects.toEqual(refused('needs-another-seat'))
  const [line] = await mattersOf(town.db, 'C1', 'book')
  expect(line).toMatchObject({ amount: yuan(1_000), href: expect.stringMatching(/^\/desk\/books\//) })
})

test('no kind of income is spent past what is left; what is wrong is taken back whole, and a quarter that is over stands', async () => {
  const town = await world()
  await booked(town, 'committee', { amount: yuan(1_000) })
  await booked(town, 'committee', { kind: 'asset_income', amount: yuan(500), title: '门面房租金' })
  const spend = { way: 'expense', title: '购买饮水机', amount: yuan(800) } as const
  const spent = await booked(town, 'committee', spend)
  const { id: late } = await entered(town, 'committee', { ...spend, amount: yuan(300) })
  await expect(approveBookEntry(town.as('director'), { bookId: late })).rejects.toEqual(
    refused('book-overdrawn'),
  )
  await returnBookEntry(town.as('director'), { bookId: late, reason: '经费不够，换一项' })
  const first = await quarterPage(town.db, 'C1', '2026Q1', town.clock.now())
  expect(first).toMatchObject({ quarter: '2026Q1', runs: true })
  expect(first.books[0]!.kinds).toEqual([
    { kind: 'office_grant', opening: 0, income: yuan(1_000), spent: -yuan(800), closing: yuan(200) },
    { kind: 'asset_income', opening: 0, income: yuan(500), spent: 0, closing: yuan(500) },
    { kind: 'community_collection', opening: 0, income: 0, spent: 0, closing: 0 },
  ])

  town.clock.set(new Date('2026-04-01T09:00:00+08:00'))
  const clerk = town.as('clerk')
  const wrong = { bookId: spent, reason: '发票开错了抬头' }
  await expect(reverseBookEntry(town.as('director'), wrong)).rejects.toEqual(refused('needs-another-seat'))
  const { id: red } = await reverseBookEntry(clerk, wrong)
  await expect(reverseBookEntry(clerk, wrong)).rejects.toEqual(refused('book-already-reversed'))
  await expect(reverseBookEntry(clerk, { ...wrong, bookId: late })).rejects.toEqual(
    refused('book-not-reversible'),
  )
  await approveBookEntry(town.as('director'), { bookId: red })
  expect((await bookEntryPage(clerk, spent)).pair).toMatchObject({ id: red })
  const now = town.clock.now()
  expect((await quarterPage(town.db, 'C1', '2026Q1', now)).books).toEqual(first.books)
  const second = await quarterPage(town.db, 'C1', null, now)
  expect(second).toMatchObject({ quarter: '2026Q2', quarters: ['2026Q2', '2026Q1'] })
  expect(second.books[0]!.kinds[0]).toEqual({
    ...{ kind: 'office_grant', opening: yuan(200), income: 0, spent: yuan(800), closing: yuan(1_000) },
  })
  const same = (of: string) => of
  const csv = quarterCsv(second, { head: ['h'], side: same, kind: same, step: same })
  const rows = csv
    .trim()
    .split('\r\n')
    .slice(1)
    .map((row) => row.split(','))
  const office = rows.filter((row) => row[3] === '"office_grant"').map((row) => [row[4], row[8]])
  expect(office).toEqual([
    ['"opening"', '200.00'],
    ['"taken"', '800.00'],
    ['"closing"', '1000.00'],
  ])
  expect(JSON.stringify(second) + csv).not.toContain('SJ-')
  expect(await verifyLedger(town.db)).toMatchObject({ holds: true })

  const change = (set: object) =>
    town.transact((tx) => tx.update(bookEntries).set(set).where(eq(bookEntries.id, spent)))
  await expect(change({ amount: yuan(-1) })).rejects.toThrow()
  await expect(change({ state: 'entered' })).rejects.toThrow()
  await expect(
    town.transact((tx) => tx.delete(bookEntries).where(eq(bookEntries.id, spent))),
  ).rejects.toThrow()
  await expect(town.transact((tx) => tx.update(bookBalances).set({ amount: yuan(-1) }))).rejects.toThrow()
  await town.transact((tx) => tx.update(bookBalances).set({ amount: yuan(7) }))
  const { faults } = await verifyLedger(town.db)
  expect(faults.map(({ rule, of, found }) => `${rule} ${of} ${found}`).sort()).toEqual([
    'books-agree C1 asset_income 700 / 50000',
    'books-agree C1 office_grant 700 / 100000',
  ])
})

test('a paper proves one entry: its number and its scan serve once, until the entry is returned', async () => {
  const town = await world()
  const typed = paper()
  const { id: bookId } = await enterBookEntry(town.as('clerk'), typed)
  const again = (more: object) => enterBookEntry(town.as('clerk'), { ...paper(), ...more })
  await expect(again({ voucherNo: typed.voucherNo })).rejects.toEqual(refused('book-voucher-used'))
  await expect(again({ scan: typed.scan })).rejects.toEqual(refused('book-scan-used'))
  await expect(again({ on: '2026-03-03' })).rejects.toEqual(refused('book-in-the-future'))
  await expect(again({ scan: Buffer.from('MZ') })).rejects.toEqual(refused('voucher-kind'))
  await expect(returnBookEntry(town.as('station'), { bookId, reason: '不是本账' })).rejects.toEqual(
    refused('needs-another-seat'),
  )
  await returnBookEntry(town.as('director'), { bookId, reason: '金额与票据不符' })
  expect(await keys(town, 'director')).not.toContain('book.approve')
  await enterBookEntry(town.as('clerk'), typed)
  expect((await bookEntryPage(town.as('clerk'), bookId)).entry).toMatchObject({
    state: 'returned',
    returnReason: '金额与票据不符',
  })
  const { scan, ...words } = paper({ amount: 1 as never })
  const scanFile = new File([new Uint8Array(scan)], 'a.pdf')
  const form = (more: object) =>
    bookEntryForm.safeParse({ ...words, amount: '1,000.50', scanFile, ...more }).error?.issues[0]?.message
  expect(form({})).toBeUndefined()
  expect(form({ title: '慰问 138 0013 8000' })).toBe('form.book.title-private')
  expect(form({ title: '一' })).toBe('form.book.title')
  expect(form({ amount: '0' })).toBe('form.money')
  expect(form({ amount: '-5' })).toBe('form.money')
  expect(form({ kind: 'tax' })).toBe('form.book.kind')
  expect(form({ way: 'both' })).toBe('form.book.way')
  expect(form({ on: '2026-02-30' })).toBe('form.date')
  expect(form({ voucherNo: ' ' })).toBe('form.book.voucher')
  expect(form({ scanFile: '' })).toBe('form.book.scan')
})
