import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { bankLines, bankLists } from '#db/schema/index.ts'
import { bankLinePage, bankPage } from '#domain/deliver/payment/bank-page.ts'
import { bringBankList } from '#domain/deliver/payment/bring-bank-list.ts'
import { confirmPayment } from '#domain/deliver/payment/confirm-payment.ts'
import { deskOfPayment } from '#domain/deliver/payment/desk.ts'
import { matchBankLineForm } from '#domain/deliver/payment/forms.ts'
import { matchBankLine, setAsideBankLine } from '#domain/deliver/payment/match-bank-line.ts'
import { tryBankList } from '#domain/deliver/payment/try-bank-list.ts'
import { verifyLedger } from '#domain/deliver/payment/verify-ledger.ts'
import { yuan } from '#domain/money.ts'
import { balancesOf } from '#domain/treasury/balances.ts'
import { type BankRow, bankSheet, bankText, rowFor } from '#tests/support/bank.ts'
import { running } from '#tests/support/contract.ts'
import { passGate, paymentNow, submitted } from '#tests/support/payment.ts'
import { world } from '#tests/support/world.ts'

const refused = (reason: string) => expect.objectContaining({ reason })
/** Two payments of one contract on their way to the bank. */
async function twoOnTheirWay() {
  const town = await world()
  const contract = await running(town)
  const [one, two] = contract.milestones
  await passGate(town, two!.id)
  const first = await submitted(town, one!.id, '05-0001')
  const second = await submitted(town, two!.id, '05-0002')
  return { town, contract, first: first.id, second: second.id }
}
const stranger = (receipt: string, more: Partial<BankRow> = {}): BankRow => ({
  no: `99-${receipt}`,
  payee: '别家中心',
  amount: '1.00',
  receipt,
  ...more,
})

test('what agrees on voucher, sum and payee is settled; the rest waits, and nothing is guessed', async () => {
  const { town, contract, first, second } = await twoOnTheirWay()
  const rows = [
    await rowFor(town, first, 'R-1', { payee: '暖邻社会工作 服务中心', amount: '40,000.00' }),
    await rowFor(town, second, 'R-2', { outcome: '退回', reason: '账号户名不符' }),
    await rowFor(town, first, 'R-3'),
    await rowFor(town, first, 'R-4', { amount: '39999.99' }),
    await rowFor(town, first, 'R-5', { payee: '暖邻中心' }),
    stranger('R-6'),
    await rowFor(town, first, 'R-7', { on: '2026-03-01' }),
  ]
  const approver = town.as('approver')
  const tried = await tryBankList(approver, await bankSheet(rows))
  expect(tried).toMatchObject({ faults: [], lines: 7, matched: 2, before: null })
  expect(tried.counts).toEqual({
    ...{ matched: 2, not_waiting: 1, other_sum: 1, other_payee: 1, no_voucher: 1 },
    before_voucher: 1,
  })
  expect(await town.db.select().from(bankLines)).toEqual([])
  const { id } = await bringBankList(approver, bankText(rows))
  expect(await paymentNow(town, first)).toMatchObject({
    state: 'paid',
    bankReceiptNo: 'R-1',
    paidOn: '2026-03-02',
  })
  expect(await paymentNow(town, second)).toMatchObject({ state: 'returned_by_bank', reason: '账号户名不符' })
  const kept = await town.db.select().from(bankLines).where(eq(bankLines.listId, id))
  expect(kept.map(({ lineNo, state, why }) => [lineNo, state, why]).sort()).toEqual([
    [2, 'matched', null],
    [3, 'matched', null],
    [4, 'queued', 'not_waiting'],
    [5, 'queued', 'other_sum'],
    [6, 'queued', 'other_payee'],
    [7, 'queued', 'no_voucher'],
    [8, 'queued', 'before_voucher'],
  ])
  expect(await balancesOf(town.db, { contractId: contract.id })).toMatchObject({
    paid: yuan(40_000),
    in_transit: 0,
  })
  expect(await verifyLedger(town.db)).toMatchObject({ holds: true })
  await expect(bringBankList(approver, bankText(rows))).rejects.toEqual(refused('bank-list-faulty'))
  expect((await tryBankList(approver, bankText(rows))).faults.map(({ reason }) => reason)).toEqual(
    rows.map(() => 'already'),
  )
  const page = await bankPage(approver, 1)
  expect(page).toMatchObject({ waiting: 5, books: { matched: 1, off: [] }, brings: true })
  expect((await deskOfPayment(town.db, approver)).map(({ key }) => key)).toContain('bank.queue')
})

test('a line is matched by hand by another than who registered the voucher, with its reason and its own sum', async () => {
  const { town, first, second } = await twoOnTheirWay()
  const rows = [
    await rowFor(town, first, 'R-1', { no: '05-O001' }),
    stranger('R-2'),
    await rowFor(town, first, 'R-3', { on: '2026-03-01' }),
  ]
  await bringBankList(town.as('approver'), bankText(rows))
  const [line, other, early] = await town.db.select().from(bankLines).orderBy(bankLines.lineNo)
  const said = { lineId: line!.id, paymentId: first, reason: '银行把数字 0 打成字母 O' }
  await expect(matchBankLine(town.as('approver'), said)).rejects.toEqual(refused('sod-submitter-matches'))
  await expect(matchBankLine(town.as('dFinance'), said)).rejects.toEqual(refused('not-your-body'))
  await expect(matchBankLine(town.as('handler'), said)).rejects.toEqual(refused('needs-another-seat'))
  const finance = town.as('finance')
  await expect(matchBankLine(finance, { ...said, paymentId: second })).rejects.toEqual(
    refused('bank-sum-differs'),
  )
  await expect(matchBankLine(finance, { ...said, lineId: 'nowhere' })).rejects.toEqual(
    refused('bank-line-missing'),
  )
  const before = { ...said, lineId: early!.id }
  await expect(matchBankLine(finance, before)).rejects.toEqual(refused('bank-day-before-voucher'))
  await setAsideBankLine(finance, { lineId: early!.id, reason: '银行核实日期有误，凭回单另记' })
  const shown = await bankLinePage(finance, line!.id)
  expect(shown.candidates.map(({ id }) => id)).toEqual([first])
  await matchBankLine(finance, said)
  expect(await paymentNow(town, first)).toMatchObject({ state: 'paid', confirmedBy: 'finance' })
  await expect(matchBankLine(finance, said)).rejects.toEqual(refused('bank-line-settled'))
  const aside = { lineId: other!.id, reason: '属于街道食堂的付款' }
  await expect(setAsideBankLine(town.as('approver'), aside)).rejects.toEqual(
    refused('sod-bringer-sets-aside'),
  )
  await setAsideBankLine(finance, aside)
  await expect(setAsideBankLine(finance, aside)).rejects.toEqual(refused('bank-line-settled'))
  expect(await bankPage(finance, 1)).toMatchObject({ waiting: 0, queue: [] })
  await confirmPayment(town.as('approver'), { paymentId: second, receiptNo: 'R-8' })
  const told = [await rowFor(town, second, 'R-8'), await rowFor(town, second, 'R-9')]
  const { counts } = await tryBankList(finance, bankText(told))
  expect(counts).toEqual({ matched: 1, not_waiting: 1 })
  await bringBankList(finance, bankText(told))
  expect(await paymentNow(town, second)).toMatchObject({ bankReceiptNo: 'R-8', confirmedBy: 'approver' })
  expect(await bankPage(finance, 1)).toMatchObject({ waiting: 1, books: { matched: 2, off: [] } })
  expect(matchBankLineForm.safeParse({ paymentId: first, reason: '对' }).success).toBe(false)
  expect(await verifyLedger(town.db)).toMatchObject({ holds: true })
})

test('who checked or approved a payment does not confirm it by bringing in a list; strangers bring none', async () => {
  const { town, first } = await twoOnTheirWay()
  const list = bankText([await rowFor(town, first, 'R-1')])
  const { counts } = await tryBankList(town.as('finance'), list)
  expect(counts).toEqual({ other_person: 1 })
  for (const key of ['handler', 'signer1', 'auditor', 'director'])
    await expect(tryBankList(town.as(key), list)).rejects.toEqual(refused('needs-another-seat'))
  await expect(tryBankList(town.as(null), list)).rejects.toEqual(refused('sign-in-first'))
  expect((await tryBankList(town.as('dApprover'), list)).counts).toEqual({ no_voucher: 1 })
})

const wrong: Array<[string, Partial<BankRow>, string]> = [
  ['a year that is none', { year: '26' }, 'year'],
  ['no voucher', { no: '' }, 'no'],
  ['no payee', { payee: ' ' }, 'payee'],
  ['a sum with three decimals', { amount: '1.001' }, 'amount'],
  ['nought', { amount: '0' }, 'amount'],
  ['less than nought', { amount: '-5' }, 'amount'],
  ['an outcome nobody knows', { outcome: '处理中' }, 'outcome'],
  ['no receipt', { receipt: '' }, 'receipt'],
  ['a day that is none', { on: '2026-02-30' }, 'on'],
  ['a day to come', { on: '2026-03-03' }, 'future'],
  ['returned without a reason', { outcome: '退回' }, 'reason'],
]
test('each line that is wrong is named by its row; what is no sheet, or empty, is said so', async () => {
  const town = await world()
  const approver = town.as('approver')
  const list = bankText([
    stranger('R-0'),
    ...wrong.map(([, change], i) => stranger(`R-${i + 1}`, change)),
    stranger('R-0'),
  ])
  const named = wrong.map(([, , reason], i) => ({ line: i + 3, reason }))
  const twice = { line: wrong.length + 3, reason: 'twice' }
  expect((await tryBankList(approver, list)).faults).toEqual([...named, twice])
  await expect(bringBankList(approver, list)).rejects.toEqual(refused('bank-list-faulty'))
  const fake = await tryBankList(approver, Buffer.from('PK\x03\x04 not a sheet'))
  expect(fake.faults).toEqual([{ line: 0, reason: 'not-a-sheet' }])
  expect((await tryBankList(approver, Buffer.alloc(0))).faults).toEqual([{ line: 0, reason: 'empty' }])
})

test('five thousand lines with three in a hundred wrong: each is named and nothing is half done; mended, all come in', async () => {
  const { town, first, second } = await twoOnTheirWay()
  const good = Array.from({ length: 5_000 }, (_, i) => stranger(`R-${i}`))
  good[17] = await rowFor(town, first, 'R-17')
  good[4_321] = await rowFor(town, second, 'R-4321', { outcome: '退回', reason: '账户不存在' })
  const bad = good.map((row, i) => (i % 100 < 3 ? { ...row, ...wrong[i % wrong.length]![1] } : row))
  const expected = bad.flatMap((_, i) =>
    i % 100 < 3 ? [{ line: i + 2, reason: wrong[i % wrong.length]![2] }] : [],
  )
  const approver = town.as('approver')
  const sheet = await bankSheet(bad)
  const from = process.cpuUsage()
  const { faults } = await tryBankList(approver, sheet)
  expect(faults).toEqual(expected)
  expect(faults).toHaveLength(150)
  await expect(bringBankList(approver, bankText(bad))).rejects.toEqual(refused('bank-list-faulty'))
  expect(await town.db.$count(bankLines)).toBe(0)
  expect(await paymentNow(town, first)).toMatchObject({ state: 'submitted' })
  const done = await bringBankList(approver, bankText(good))
  expect(done).toMatchObject({ lines: 5_000, matched: 2 })
  // Of the processor: how busy the machine is with other things says nothing of the list.
  const { user, system } = process.cpuUsage(from)
  expect((user + system) / 1e6).toBeLessThan(10)
  expect(await town.db.$count(bankLines)).toBe(5_000)
  expect(await town.db.$count(bankLists)).toBe(1)
  expect(await paymentNow(town, first)).toMatchObject({ state: 'paid' })
  expect(await paymentNow(town, second)).toMatchObject({ state: 'returned_by_bank' })
  expect(await bankPage(approver, 2)).toMatchObject({ waiting: 4_998, pages: 100, page: 2 })
})
