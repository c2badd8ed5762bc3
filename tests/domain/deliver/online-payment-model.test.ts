import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPg } from '#db/dialect.ts'
import {
  bankLines,
  budgetLines,
  fundPools,
  ledgerEntries,
  notices,
  paymentFacts,
  payments,
  providerCalls,
} from '#db/schema/index.ts'
import { addDays, dateOf } from '#domain/dates.ts'
import { reconcileDay } from '#domain/deliver/cofund/reconcile-gifts.ts'
import { catchUp } from '#domain/deliver/cofund/work-provider.ts'
import { publicContract } from '#domain/deliver/contract/public-contract.ts'
import { approvePayment } from '#domain/deliver/payment/approve-payment.ts'
import { bankLinePage } from '#domain/deliver/payment/bank-page.ts'
import { bouncePayment } from '#domain/deliver/payment/bounce-payment.ts'
import { bringBankList } from '#domain/deliver/payment/bring-bank-list.ts'
import { checkPayment } from '#domain/deliver/payment/check-payment.ts'
import { confirmPayment } from '#domain/deliver/payment/confirm-payment.ts'
import { correctPayment } from '#domain/deliver/payment/correct-payment.ts'
import { deskOfPayment } from '#domain/deliver/payment/desk.ts'
import { matchBankLine } from '#domain/deliver/payment/match-bank-line.ts'
import { payOnline } from '#domain/deliver/payment/online/pay-online.ts'
import { factsOf, isDisputed, sentOn } from '#domain/deliver/payment/online/payment-facts.ts'
import { paymentPage } from '#domain/deliver/payment/payment-page.ts'
import { requestPayment } from '#domain/deliver/payment/request-payment.ts'
import { submitPayment } from '#domain/deliver/payment/submit-payment.ts'
import { trailOfPayment } from '#domain/deliver/payment/trail.ts'
import { verifyLedger } from '#domain/deliver/payment/verify-ledger.ts'
import { frozenBy } from '#domain/deliver/supervision/frozen.ts'
import { raiseFinding } from '#domain/deliver/supervision/raise-finding.ts'
import { closeFinding, giveProof, orderFix } from '#domain/deliver/supervision/take-finding.ts'
import { inYuan, sum, yuan } from '#domain/money.ts'
import { balancesOf } from '#domain/treasury/balances.ts'
import { bankText } from '#tests/support/bank.ts'
import { type Stage, stage } from '#tests/support/cofund-stage.ts'
import { contractNow } from '#tests/support/contract.ts'
import { endsWell, type Rig, stepsOf, type Told } from '#tests/support/funding-model.ts'
import { lawfulPlace } from '#tests/support/online.ts'
import { approved, invoiceFor, passGate, paymentNow, voucherFor } from '#tests/support/payment.ts'

const refused = (reason: string) => expect.objectContaining({ reason })

const groupOf = (id: string) => `payment:${id}`
const lastPage = async ({ town }: Stage, id: string) => {
  const calls = await town.db.select().from(providerCalls).where(eq(providerCalls.paymentId, id))
  return calls.filter(({ kind }) => kind === 'open').at(-1)?.ref ?? 'none'
}
const follow = async (s: Stage) => {
  for (let i = 0; i < 3; i++) {
    await s.work()
    await catchUp(s.ctx, s.provider)
  }
}
/** The bank tells of a payment of that very sum, under a number nobody here knows: it waits for a person. */
async function strangeLine({ town, as }: Stage, paymentId: string, receipt: string) {
  const { amount } = await paymentNow(town, paymentId)
  const row = { no: `99-${receipt}`, payee: '别家中心', amount: inYuan(amount).toFixed(2), receipt }
  await bringBankList(as('approver'), bankText([row]))
  const [line] = await town.db.select().from(bankLines).where(eq(bankLines.receiptNo, receipt))
  return line!.id
}
const on = ({ town, contractId }: Stage) => balancesOf(town.db, { contractId })

test('a buyer pays a part online only where the place allows it, of money that is not fiscal, to an organisation that is connected; what arrives goes on to it whole', async () => {
  const s = await stage()
  const part = s.parts[0]!.id
  await passGate(s.town, part)
  const { id: paymentId } = await approved(s.town, part)
  const go = (who: string) => payOnline(s.as(who), { paymentId })
  await expect(go('approver')).rejects.toEqual(refused('online-pay-not-here'))
  const [line] = await s.town.db.select().from(budgetLines).where(eq(budgetLines.id, 'L1'))
  await lawfulPlace(s.town)
  const source = (kind: 'department_budget' | 'self_raised') =>
    s.town.transact(async (tx) => {
      await tx.update(fundPools).set({ source: kind }).where(eq(fundPools.id, line!.poolId))
    })
  await source('department_budget')
  await expect(go('approver')).rejects.toEqual(refused('fiscal-by-treasury-only'))
  expect((await paymentPage(s.as('approver'), paymentId)).online.offered).toBe(false)
  await source('self_raised')
  await expect(go('finance')).rejects.toEqual(refused('sod-approver-pays'))
  await expect(go('editor1')).rejects.toMatchObject({ kind: 'forbidden' })
  const no = { ...s.as('approver'), funding: { ...s.provider.capabilities, most: 100 } }
  await expect(payOnline(no, { paymentId })).rejects.toEqual(refused('online-pay-too-much'))
  expect((await paymentPage(s.as('approver'), paymentId)).online.offered).toBe(true)
  await go('approver')
  expect((await deskOfPayment(s.town.db, s.as('approver'))).map(({ key }) => key)).toContain('payment.online')
  await s.work()
  const confirm = confirmPayment(s.as('approver'), { paymentId, receiptNo: 'R-1' })
  await expect(confirm).rejects.toEqual(refused('online-told-by-provider'))
  const lineId = await strangeLine(s, paymentId, 'BL-1')
  expect((await bankLinePage(s.as('finance'), lineId)).candidates).toEqual([])
  const match = matchBankLine(s.as('finance'), { lineId, paymentId, reason: '金额相同，应是这一笔' })
  await expect(match).rejects.toEqual(refused('online-told-by-provider'))
  const { payAt } = (await paymentPage(s.as('approver'), paymentId)).online
  expect(payAt).toMatch(/^\/checkout\//)
  expect((await paymentPage(s.as('signer1'), paymentId)).online.payAt).toBeNull()
  expect(await on(s)).toMatchObject({ in_transit: yuan(40_000), paid: 0 })
  const page = await lastPage(s, paymentId)
  await s.fake.leave(page, 'paid')
  await follow(s)
  expect(await on(s)).toMatchObject({ in_transit: 0, paid: yuan(40_000) })
  expect(await paymentNow(s.town, paymentId)).toMatchObject({ state: 'paid', provider: 'stripe' })
  expect(Object.values(s.fake.state.transfers).map(({ amount }) => amount)).toEqual([yuan(40_000)])
  expect((await balancesOf(s.town.db, { contractId: s.contractId })).fee).toBe(yuan(240))
  const { planId } = await contractNow(s.town, s.contractId)
  expect((await trailOfPayment(s.town.db, planId)).map(({ key }) => key)).toEqual(
    expect.arrayContaining(['payment.submit.online', 'payment.confirm.online']),
  )
  const day = '2026-03-02'
  expect(await reconcileDay(s.ctx, s.provider, day)).toMatchObject({ matched: 2, differing: 0 })
  expect(await verifyLedger(s.town.db)).toMatchObject({ holds: true })

  await s.fake.dispute(groupOf(paymentId))
  await s.fake.endDispute(groupOf(paymentId), 'lost')
  await catchUp(s.ctx, s.provider)
  expect(await on(s)).toMatchObject({ requested: yuan(40_000), paid: 0 })
  expect((await paymentPage(s.as('finance'), paymentId)).online).toMatchObject({
    ...{ gone: true, outstanding: yuan(40_000), disputed: false },
  })
  const told = (await s.town.db.select().from(notices)).map(({ message }) => message)
  expect(told).toEqual(expect.arrayContaining(['payment-disputed', 'payment-lost']))
  const { invoiceNo } = invoiceFor(part)
  await correctPayment(s.as('editor1'), { paymentId, invoiceNo, accountTail: '9921' })
  const other = submitPayment(s.as('approver'), await voucherFor(s.town, paymentId, '05-9'))
  await expect(other).rejects.toEqual(refused('account-changed-wait'))
  await expect(go('approver')).rejects.toEqual(refused('account-changed-wait'))
  s.town.clock.pass(24 * 3_600_000)
  await expect(go('approver')).rejects.toEqual(refused('earlier-payment-not-back'))
  await expect(submitPayment(s.as('approver'), await voucherFor(s.town, paymentId, '05-9'))).rejects.toEqual(
    refused('earlier-payment-not-back'),
  )
  await follow(s)
  await submitPayment(s.as('approver'), await voucherFor(s.town, paymentId, '05-9'))
  await confirmPayment(s.as('approver'), { paymentId, receiptNo: 'BR-9' })
  expect(await on(s)).toMatchObject({ in_transit: 0, paid: yuan(40_000) })
  expect(await verifyLedger(s.town.db)).toMatchObject({ holds: true })
})

/** What somebody does in the provider's own console, beside us. */
const inConsole = ({ fake }: Stage, path: string, said: Record<string, string>) =>
  fake.answer(`https://api.stripe.com/v1/${path}`, { method: 'POST', body: `${new URLSearchParams(said)}` })

test('what is given back beside us is weighed: a surplus costs no payment, a part taken back undoes the whole once, nothing stays behind; what is paid under a freeze or a dispute waits for its end', async () => {
  const s = await stage()
  await lawfulPlace(s.town)
  const part = s.parts[0]!.id
  await passGate(s.town, part)
  const { id: paymentId } = await approved(s.town, part)
  const pay = async () => {
    await payOnline(s.as('approver'), { paymentId })
    await s.work()
    await s.fake.leave(await lastPage(s, paymentId), 'paid')
  }
  const mend = () => {
    const { invoiceNo } = invoiceFor(part)
    return correctPayment(s.as('editor1'), { paymentId, invoiceNo, accountTail: '0137' })
  }
  const charges = () => Object.values(s.fake.state.charges)
  await pay()
  s.town.clock.pass(24 * 3_600_000)
  await payOnline(s.as('approver'), { paymentId })
  await s.work()
  await s.fake.leave(await lastPage(s, paymentId), 'paid')
  expect(charges()).toHaveLength(2)
  await inConsole(s, 'refunds', { charge: charges()[1]!.id, amount: String(yuan(40_000)) })
  await follow(s)
  expect(await paymentNow(s.town, paymentId)).toMatchObject({ state: 'paid', losses: 0 })
  await mustHold(s)

  await inConsole(s, 'refunds', { charge: charges()[0]!.id, amount: String(yuan(10_000)) })
  await follow(s)
  expect(await paymentNow(s.town, paymentId)).toMatchObject({ state: 'returned_by_bank', losses: 1 })
  await mustHold(s)

  await mend()
  await pay()
  await follow(s)
  const sent = Object.values(s.fake.state.transfers).at(-1)!
  for (const amount of [yuan(15_000), yuan(25_000)]) {
    await inConsole(s, `transfers/${sent.id}/reversals`, { amount: String(amount) })
    await follow(s)
  }
  expect(await paymentNow(s.town, paymentId)).toMatchObject({ state: 'returned_by_bank', losses: 2 })
  await mustHold(s)

  await mend()
  await payOnline(s.as('approver'), { paymentId })
  await s.work()
  const { contractId } = s
  const { id: findingId } = await raiseFinding(s.as('centre'), { contractId, words: '签到表缺三天' })
  await orderFix(s.as('centre'), { findingId, freezes: true })
  const frozen = payOnline(s.as('approver'), { paymentId })
  await expect(frozen).rejects.toEqual(expect.objectContaining({ reason: 'money-frozen' }))
  await s.fake.leave(await lastPage(s, paymentId), 'paid')
  const later = async () => {
    s.town.clock.pass(3_600_000)
    await follow(s)
  }
  await follow(s)
  await later()
  expect(await on(s)).toMatchObject({ in_transit: yuan(40_000), paid: 0 })
  await mustHold(s)
  const held = async (who: string) =>
    (await deskOfPayment(s.town.db, s.as(who))).filter(({ key }) => key === 'payment.held')
  s.town.clock.pass(59 * 86_400_000)
  expect(await held('finance')).toEqual([])
  s.town.clock.pass(2 * 86_400_000)
  for (const who of ['finance', 'approver'])
    expect(await held(who)).toMatchObject([{ kind: 'act', link: `/desk/payments/${paymentId}` }])
  const [item] = await held('finance')
  expect(dateOf(item!.due!.at)).toBe(addDays(dateOf(item!.since), 81))
  expect([await held('handler'), await held('editor1')]).toEqual([[], []])
  await follow(s)
  await giveProof(s.as('editor1'), { findingId, proof: '已补齐' })
  await closeFinding(s.as('centre'), { findingId, closing: '核实无误' })
  await s.fake.dispute(groupOf(paymentId))
  await follow(s)
  await later()
  expect(await on(s)).toMatchObject({ in_transit: yuan(40_000), paid: 0 })
  await s.fake.endDispute(groupOf(paymentId), 'won')
  await follow(s)
  await later()
  expect(await on(s)).toMatchObject({ in_transit: 0, paid: yuan(40_000) })
  await mustHold(s)

  const rest = s.parts.slice(1)
  for (const { id } of rest) await passGate(s.town, id)
  const today = { dated: dateOf(s.town.clock.now()), sentOn: dateOf(s.town.clock.now()) }
  for (const { id, ordinal } of rest) {
    const other = (await approved(s.town, id)).id
    const voucher = await voucherFor(s.town, other, `05-${ordinal}`)
    await submitPayment(s.as('approver'), { ...voucher, ...today })
    await confirmPayment(s.as('approver'), { paymentId: other, receiptNo: `BR-${ordinal}` })
  }
  const shown = () => publicContract(s.town.db, contractId)
  expect(await shown()).toMatchObject({ state: 'completed', unpaid: null })
  const last = Object.values(s.fake.state.transfers).at(-1)!
  await inConsole(s, `transfers/${last.id}/reversals`, { amount: String(yuan(40_000)) })
  await follow(s)
  expect(await shown()).toMatchObject({ state: 'completed', unpaid: yuan(40_000) })
  expect(await verifyLedger(s.town.db)).toMatchObject({ holds: true })
})

/** The office, the organisation and the provider, and all that may go wrong between them. */
async function onlineRig(): Promise<Rig> {
  const s = await stage()
  await lawfulPlace(s.town)
  const parts = s.parts.slice(0, 2).map(({ id }) => id)
  const now = async (part: number) => {
    const mine = await s.town.db.select().from(payments).where(eq(payments.milestoneId, parts[part]!))
    return mine.find((p) => p.state !== 'declined')
  }
  const idOf = async (part: number) => (await now(part))?.id ?? 'none'
  let last: () => Promise<unknown> = async () => undefined
  const by = (work: () => Promise<unknown>) => {
    last = work
    return work()
  }
  let n = 0
  const acts: Rig['acts'] = {
    gate: (part) => passGate(s.town, parts[part]!),
    request: (part) =>
      by(() => requestPayment(s.as('editor1'), { milestoneId: parts[part]!, ...invoiceFor(parts[part]!) })),
    check: (part) => by(async () => checkPayment(s.as('handler'), { paymentId: await idOf(part) })),
    approve: (part) => by(async () => approvePayment(s.as('finance'), { paymentId: await idOf(part) })),
    online: (part) =>
      by(async () => {
        await payOnline(s.as('approver'), { paymentId: await idOf(part) })
        await s.work()
      }),
    voucher: (part) =>
      by(async () => submitPayment(s.as('approver'), await voucherFor(s.town, await idOf(part), `w-${++n}`))),
    confirm: (part) =>
      by(async () => confirmPayment(s.as('approver'), { paymentId: await idOf(part), receiptNo: `R-${n}` })),
    bank: (part) =>
      by(async () => {
        const paymentId = await idOf(part)
        if (paymentId === 'none') return
        const lineId = await strangeLine(s, paymentId, `BL-${++n}`)
        await matchBankLine(s.as('finance'), { lineId, paymentId, reason: '金额相同，应是这一笔' })
      }),
    bounce: (part) =>
      by(async () =>
        bouncePayment(s.as('approver'), { paymentId: await idOf(part), reason: '付款页没有人付' }),
      ),
    correct: (part) =>
      by(async () => {
        const { invoiceNo } = invoiceFor(parts[part]!)
        const paymentId = await idOf(part)
        await correctPayment(s.as('editor1'), { paymentId, invoiceNo, accountTail: '0137' })
      }),
    pays: async (part) => s.fake.leave(await lastPage(s, await idOf(part)), 'paid'),
    fails: async (part) => s.fake.leave(await lastPage(s, await idOf(part)), 'failed'),
    // A charge that was lost is disputed no more.
    dispute: async (part) => {
      const lost = Object.values(s.fake.state.disputes).some(({ status }) => status === 'lost')
      if (!lost) await s.fake.dispute(groupOf(await idOf(part)))
    },
    wins: async (part) => s.fake.endDispute(groupOf(await idOf(part)), 'won'),
    loses: async (part) => s.fake.endDispute(groupOf(await idOf(part)), 'lost'),
    lose: async () => {
      s.fake.knobs.lose = 1
    },
    break: async () => {
      s.fake.knobs.break = 1
    },
    day: async () => s.town.clock.pass(24 * 3_600_000),
  }
  const deliver = (body: string) => async () => {
    await s.hear(body)
    await s.work()
  }
  const told = (): Told[] => s.fake.emitted.map(({ id, body }) => ({ id, deliver: deliver(body) }))
  const settle = async () => {
    s.fake.knobs.lose = 0
    s.fake.knobs.break = 0
    for (let i = 0; i < 4; i++) {
      s.town.clock.pass(3_60_000)
      await s.work()
      await catchUp(s.ctx, s.provider)
    }
  }
  return {
    ...{ parts: parts.length, acts, told, die: s.die, restart: () => last(), catchUp: settle },
    ledger: async () => ({
      contract: await on(s),
      parts: await Promise.all(parts.map(async (_, part) => (await now(part))?.state ?? null)),
    }),
    holds: () => mustHold(s),
  }
}

/** Money stays with the provider only while something holds it there. */
const isWaiting = async ({ town: { db } }: Stage, p: { id: string; contractId: string }) =>
  isDisputed(await factsOf(db, p.id)) || (await frozenBy(db, p.contractId)).length > 0

async function mustHold(s: Stage) {
  const { db } = s.town
  expect((await verifyLedger(db)).faults).toEqual([])
  const all = await db.select().from(payments)
  const entries = await db.select().from(ledgerEntries)
  expect(new Set(entries.map(({ source }) => source)).size).toBe(entries.length)
  for (const p of all) {
    const facts = await factsOf(db, p.id)
    const of = ({ transfer_group: g }: { transfer_group: string }) => g === groupOf(p.id)
    const sent = Object.values(s.fake.state.transfers).filter(of)
    const out = sum(sent.map((t) => (t.amount - t.amount_reversed) as never))
    expect(sentOn(facts)).toBe(out)
    expect(out).toBeLessThanOrEqual(p.amount)
    const online = p.state === 'paid' && p.provider !== null
    expect(out).toBe(online ? p.amount : 0)
    const charged = Object.values(s.fake.state.charges).filter(of)
    const lost = Object.values(s.fake.state.disputes).filter(
      (d) => d.status === 'lost' && charged.some(({ id }) => id === d.charge),
    )
    const kept =
      sum(charged.map((c) => (c.amount - c.amount_refunded) as never)) -
      sum(lost.map((d) => d.amount as never))
    const held = p.state === 'submitted' && p.releaseKey !== null
    expect(kept).toBe(online || held ? p.amount : 0)
    if (held) expect(await isWaiting(s, p)).toBe(true)
  }
  const facts = await db.select().from(paymentFacts)
  expect(new Set(facts.map(({ factId }) => factId)).size).toBe(facts.length)
}

const acts = [
  ...['gate', 'request', 'check', 'approve', 'online', 'pays', 'fails', 'voucher', 'confirm', 'bounce'],
  ...['bank', 'correct', 'dispute', 'wins', 'loses', 'lose', 'break', 'day'],
]
const toThePage = ['gate', 'request', 'check', 'approve', 'online']

test('request, check, approve, send online or by voucher, pay, bounce, correct, dispute, lost answers, deaths and repeats in any order: one ledger, nothing early, nothing twice, nobody keeps what was taken back', async () => {
  const steps = stepsOf(acts, 2, { least: 12, most: 30 })
  const begun = fc.subarray([0, 1])
  await fc.assert(
    fc.asyncProperty(begun, steps, (parts, history) =>
      endsWell(onlineRig, [
        ...parts.flatMap((part) => toThePage.map((act) => ({ do: 'act' as const, act, part }))),
        ...history,
      ]),
    ),
    { numRuns: isPg ? 2 : 5 },
  )
}, 60_000)
