import { expect, test } from 'vitest'
import { declineGift, withdrawGift } from '#domain/deliver/cofund/answer-gift.ts'
import { certifyFundraiser } from '#domain/deliver/cofund/certify-fundraiser.ts'
import { deskOfCofund } from '#domain/deliver/cofund/desk.ts'
import { pledgeForm } from '#domain/deliver/cofund/forms.ts'
import { myGifts } from '#domain/deliver/cofund/my-gifts.ts'
import { openPot } from '#domain/deliver/cofund/open-pot.ts'
import { payGift } from '#domain/deliver/cofund/pay-gift.ts'
import { pledgeGift } from '#domain/deliver/cofund/pledge-gift.ts'
import { publicPot } from '#domain/deliver/cofund/public-cofund.ts'
import { reconcileDay } from '#domain/deliver/cofund/reconcile-gifts.ts'
import { reconcileMonth } from '#domain/deliver/cofund/reconcile-month.ts'
import { refundAgain, refundGift } from '#domain/deliver/cofund/refund-gift.ts'
import { releaseGift } from '#domain/deliver/cofund/release-gift.ts'
import { trailOfCofund } from '#domain/deliver/cofund/trail.ts'
import { verifyLedger } from '#domain/deliver/payment/verify-ledger.ts'
import { yuan } from '#domain/money.ts'
import { balancesOf } from '#domain/treasury/balances.ts'
import { mustBeLawful } from '#domain/treasury/lawful-provider.ts'
import { type CofundTown, cofundTown } from '#tests/support/cofund.ts'
import { potWords } from '#tests/support/company.ts'

const refuses = (reason: string) => expect.objectContaining({ reason })
const ten = yuan(10_000)
const fee = 6_000

test('a company pledges, the organisation signs, the money arrives, is held, and is sent on when the part is accepted', async () => {
  const t = await cofundTown()
  const potId = await t.pot(yuan(30_000))
  const before = await balancesOf(t.town.db, { lineId: 'L1' })
  const { id: giftId } = await pledgeGift(t.giver(), { potId, amount: ten, shown: 'named' })
  await expect(payGift(t.giver(), { giftId })).rejects.toEqual(refuses('gift-not-agreed'))
  await expect(declineGift(t.as('signer2'), { giftId, reason: '不是我们的' })).rejects.toEqual(
    refuses('not-your-body'),
  )
  const paid = await t.paid(potId, ten)
  expect(await t.stands(paid)).toEqual({ given: -ten, co_fund_held: ten - fee, fee })
  expect(await t.giftNow(paid)).toMatchObject({ state: 'received', kind: 'co_fund' })
  await expect(releaseGift(t.as('finance'), { giftId: paid })).rejects.toEqual(refuses('part-not-accepted'))
  await t.accept()
  await expect(releaseGift(t.as('finance'), { giftId: paid })).rejects.toEqual(refuses('payee-not-connected'))
  await t.ready()
  await expect(releaseGift(t.as('handler'), { giftId: paid })).rejects.toEqual(refuses('needs-another-seat'))
  await releaseGift(t.as('finance'), { giftId: paid })
  expect(await t.stands(paid)).toMatchObject({ co_fund_in_transit: ten - fee })
  await t.funds.work()
  expect(await t.stands(paid)).toEqual({ given: -ten, co_fund_paid: ten - fee, fee })
  expect(await balancesOf(t.town.db, { lineId: 'L1' })).toEqual(before)
  expect((await verifyLedger(t.town.db)).faults).toEqual([])
  const shown = await publicPot(t.town.db, potId)
  expect(shown?.givers).toEqual([
    {
      refNo: expect.any(String),
      kind: 'co_fund',
      shownAs: '禾味餐饮管理有限公司',
      amount: ten,
      where: 'paid',
    },
  ])
  expect(JSON.stringify(shown)).not.toContain('resident6')
  const trail = await trailOfCofund(t.town.db, t.contract.planId)
  expect(trail.map(({ key, amount }) => [key, amount])).toEqual([
    ['pot.open', yuan(30_000)],
    ['co_fund.agreed', ten],
    ['co_fund.received', ten],
    ['co_fund.released', ten],
  ])
  expect(JSON.stringify(trail)).not.toMatch(/resident6|禾味/)
  expect(trail.every(({ paper }) => paper?.href === `/cofund/${potId}`)).toBe(true)
  const mine = await myGifts(t.giver())
  expect(mine.map((one) => [one.id, one.state, one.where, one.body, one.unnamed])).toEqual([
    [giftId, 'pledged', 'nowhere', '禾味餐饮管理有限公司', false],
    [paid, 'released', 'paid', '禾味餐饮管理有限公司', false],
  ])
  expect([await myGifts(t.as('resident3')), await myGifts(t.as(null))]).toEqual([[], []])
})

test('only the receiver’s certificate lets the public be asked; nobody of the house gives to it; a pot takes no more than it asks for', async () => {
  const t = await cofundTown()
  const open = { milestoneId: t.part, ...potWords, wanted: yuan(5_000) }
  const appeal = { ...open, appeal: 'public' as const }
  const filed = { filingNo: '5199XX', platform: '指定平台', platformUrl: 'https://example.org/a' }
  await expect(openPot(t.as('handler'), { ...appeal, ...filed })).rejects.toEqual(
    refuses('no-fundraising-certificate'),
  )
  const certificate = { partyId: 'ORG1', no: '慈募 1', from: '2026-01-01', to: '2026-12-31' }
  await expect(certifyFundraiser(t.as('handler'), certificate)).rejects.toEqual(refuses('needs-another-seat'))
  await certifyFundraiser(t.as('dHandler'), certificate)
  await expect(openPot(t.as('handler'), appeal)).rejects.toEqual(refuses('fundraising-not-filed'))
  const { id: asked } = await openPot(t.as('handler'), { ...appeal, ...filed })
  expect((await publicPot(t.town.db, asked))?.certificateNo).toBe('慈募 1')
  await expect(openPot(t.town.as('handler'), open)).rejects.toEqual(refuses('no-online-provider'))
  const potId = await t.pot(yuan(5_000))
  for (const one of ['handler', 'worker1'])
    await expect(pledgeGift(t.as(one), { potId, amount: ten, shown: 'named' })).rejects.toEqual(
      refuses('gift-from-within'),
    )
  await expect(pledgeGift(t.as('resident3'), { potId, amount: ten, shown: 'named' })).rejects.toEqual(
    refuses('pot-full'),
  )
  const abroad = { ...t.as('handler'), funding: { ...t.funds.capabilities, currencies: ['HKD'] } }
  await expect(openPot(abroad, open)).rejects.toEqual(refuses('provider-other-currency'))
  for (const typed of ['$100', '100 USD', '港币 100', '１００ＨＫＤ', '€5'])
    expect(pledgeForm.safeParse({ amount: typed, shown: 'named', agree: 'yes' }).error?.issues).toMatchObject(
      [{ message: 'form.cofund.currency' }],
    )
  expect(pledgeForm.parse({ amount: '¥1,000.50', shown: 'named', agree: 'yes' }).amount).toBe(100_050)
  await expect(mustBeLawful(t.town.db, 'L1', t.funds.capabilities, '2026-03-02')).rejects.toEqual(
    refuses('fiscal-by-treasury-only'),
  )
})

test('what comes after a giver withdrew goes back; a refused refund is tried again; after the release the receiver gives back first', async () => {
  const t = await cofundTown()
  const potId = await t.pot()
  const late = await t.agreed(potId, yuan(1_000))
  await t.visits(late, 'closed')
  await withdrawGift(t.giver(), { giftId: late })
  await t.fake.leave(await t.pageOf(late), 'paid')
  await t.funds.work()
  await t.funds.work()
  expect(await t.stands(late)).toEqual({ given: -100_000, refunded: 99_400, fee: 600 })
  const failed = await t.paid(potId, yuan(1_000))
  t.fake.knobs.refundsFail = true
  await refundGift(t.as('finance'), { giftId: failed, reason: '阶段不再需要' })
  await t.funds.work()
  expect(await t.stands(failed)).toMatchObject({ refund_due: 99_400 })
  t.fake.knobs.refundsFail = false
  await refundAgain(t.as('finance'), { giftId: failed })
  await t.funds.work()
  expect(await t.stands(failed)).toEqual({ given: -100_000, refunded: 99_400, fee: 600 })
  await expect(refundAgain(t.as('finance'), { giftId: failed })).rejects.toEqual(
    refuses('nothing-to-refund-again'),
  )
  const gone = await t.paid(potId, yuan(1_000))
  await t.accept()
  await t.ready()
  await releaseGift(t.as('finance'), { giftId: gone })
  await t.funds.work()
  await refundGift(t.as('finance'), { giftId: gone, reason: '合同终止' })
  for (let i = 0; i < 3; i++) await t.funds.work()
  expect(await t.stands(gone)).toEqual({ given: -100_000, refunded: 99_400, fee: 600 })
  expect((await verifyLedger(t.town.db)).faults).toEqual([])
})

/** Month after month: what lay there, what came and went, what lies there then; a month is closed when every day of it was compared. */
async function monthsAddUp(t: CofundTown) {
  const month = (name: string, who = 'dFinance') => reconcileMonth(t.as(who), name)
  const all = [await month('2026-03'), await month('2026-04'), await month('2026-05'), await month('2026-06')]
  for (const [i, { books }] of all.entries()) {
    const of = (kind: string) => books.kinds.find((k) => k.kind === kind)!.amount
    const came = books.before + of('funded') + of('returned') - books.fee
    expect(books.after).toBe(came - of('released') - of('refunded') - of('dispute_lost'))
    expect(books.before).toBe(i === 0 ? 0 : all[i - 1]!.books.after)
  }
  const march = all[0]!
  expect(march).toMatchObject({ over: true, closes: false, uncompared: ['2026-03-02'] })
  expect(march.books).toMatchObject({ before: 0, fee: 600, after: 99_400 })
  await reconcileDay(t.as(null), t.provider, '2026-03-02')
  expect(await month('2026-03', 'auditor')).toMatchObject({ closes: true, uncompared: [], rows: [] })
  t.fake.state.ledger = {}
  await reconcileDay(t.as(null), t.provider, '2026-03-02')
  expect(await month('2026-03')).toMatchObject({ closes: false, rows: [{ kind: 'local_only' }] })
  for (const name of ['2026-13', 'march', '2030-01'])
    await expect(month(name)).rejects.toEqual(refuses('no-such-month'))
  await expect(month('2026-03', 'finance')).rejects.toEqual(refuses('needs-another-seat'))
}

test('money that lies too long is shown after sixty days, after eighty nothing new is opened; a dispute holds it where it is', async () => {
  const t = await cofundTown()
  const potId = await t.pot()
  const id = await t.paid(potId, yuan(1_000))
  const desk = async () => (await deskOfCofund(t.town.db, t.as('finance'))).map(({ key }) => key)
  const day = 86_400_000
  expect(await desk()).toEqual([])
  t.town.clock.pass(61 * day)
  expect(await desk()).toEqual(['gift.decide'])
  await t.pot()
  t.town.clock.pass(20 * day)
  await expect(t.pot()).rejects.toEqual(refuses('gift-decide-first'))
  await t.accept()
  await t.ready()
  expect(await desk()).toEqual(['gift.release'])
  await t.fake.dispute(`gift:${id}`)
  await t.funds.work()
  await expect(releaseGift(t.as('finance'), { giftId: id })).rejects.toEqual(refuses('gift-frozen'))
  await expect(refundGift(t.as('finance'), { giftId: id, reason: '不再需要' })).rejects.toEqual(
    refuses('gift-frozen'),
  )
  await t.fake.endDispute(`gift:${id}`, 'won')
  await t.funds.work()
  await releaseGift(t.as('finance'), { giftId: id })
  await t.funds.work()
  expect(await t.stands(id)).toMatchObject({ co_fund_paid: 99_400 })
  t.town.clock.pass(20 * day)
  await t.fake.dispute(`gift:${id}`)
  await t.fake.endDispute(`gift:${id}`, 'lost')
  for (let i = 0; i < 3; i++) await t.funds.work()
  await monthsAddUp(t)
  expect(await t.stands(id)).toEqual({ given: -100_000, advanced: -600, refunded: 100_000, fee: 600 })
  expect((await verifyLedger(t.town.db)).faults).toEqual([])
})
