import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contracts, ledgerEntries, ledgerGuards, milestones, payments } from '#db/schema/index.ts'
import type { Context } from '#domain/context.ts'
import { terminateContract } from '#domain/deliver/contract/terminate-contract.ts'
import { approvePayment } from '#domain/deliver/payment/approve-payment.ts'
import { bringBankList } from '#domain/deliver/payment/bring-bank-list.ts'
import { checkPayment } from '#domain/deliver/payment/check-payment.ts'
import { confirmPayment } from '#domain/deliver/payment/confirm-payment.ts'
import { correctPayment } from '#domain/deliver/payment/correct-payment.ts'
import { declinePayment } from '#domain/deliver/payment/decline-payment.ts'
import { moneyOf } from '#domain/deliver/payment/money-law.ts'
import { registerRecovery } from '#domain/deliver/payment/register-recovery.ts'
import { requestPayment } from '#domain/deliver/payment/request-payment.ts'
import { submitPayment } from '#domain/deliver/payment/submit-payment.ts'
import { verifyLedger } from '#domain/deliver/payment/verify-ledger.ts'
import { fen, sum, yuan } from '#domain/money.ts'
import { once } from '#domain/once.ts'
import { balancesOf } from '#domain/treasury/balances.ts'
import { release, reserve } from '#domain/treasury/reserve.ts'
import { setUpLine } from '#domain/treasury/set-up-line.ts'
import { type BankRow, bankText, rowFor } from '#tests/support/bank.ts'
import { running } from '#tests/support/contract.ts'
import { endsAlike, endsWell, mortal, type Rig, stepsOf, type Told } from '#tests/support/funding-model.ts'
import { invoiceFor, passGate, voucherFor } from '#tests/support/payment.ts'
import { type Town, world } from '#tests/support/world.ts'

const price = fen(8_000_001)
const side = (n: number) => ({ id: `side-${n}`, lineId: 'L1', amount: yuan(700_000), version: 1 })

/** The treasury, its bank, and everybody who moves its money. */
async function treasuryRig(): Promise<Rig> {
  const town = await world()
  const contract = await running(town, { price })
  const parts = contract.milestones.map(({ id }) => id)
  const { transact, die } = mortal(town.transact)
  const told: Array<Told & { row: BankRow }> = []
  let n = 0
  let last: () => Promise<unknown> = async () => undefined
  /** One sending of one form: sent again after a death, it carries the key it had. */
  const by = (key: string, work: (ctx: Context) => Promise<unknown>) => {
    const formKey = randomUUID()
    const send = () => {
      const ctx = town.as(key)
      return work({ ...ctx, transact: once(transact, town.clock, formKey, ctx.actor.personId) })
    }
    last = send
    return send()
  }
  const now = async (part: number) => {
    const mine = await town.db.select().from(payments).where(eq(payments.milestoneId, parts[part]!))
    return mine.find((p) => p.state !== 'declined') ?? mine.at(-1)
  }
  const idOf = async (part: number) => (await now(part))?.id ?? 'none'
  const bank = async (part: number, more: Partial<BankRow>) => {
    const p = await now(part)
    if (p?.state !== 'submitted' || told.some(({ row }) => row.no === p.voucherNo)) return
    const receipt = `R-${++n}`
    const row = await rowFor(town, p.id, receipt, more)
    told.push({ id: receipt, row, deliver: () => bringBankList(town.as('approver'), bankText([row])) })
  }
  const acts: Rig['acts'] = {
    gate: (part) => passGate(town, parts[part]!),
    request: (part) =>
      by('editor1', (ctx) => requestPayment(ctx, { milestoneId: parts[part]!, ...invoiceFor(parts[part]!) })),
    check: async (part) => {
      const paymentId = await idOf(part)
      return by('handler', (ctx) => checkPayment(ctx, { paymentId }))
    },
    approve: async (part) => {
      const paymentId = await idOf(part)
      return by('finance', (ctx) => approvePayment(ctx, { paymentId }))
    },
    submit: async (part) => {
      const typed = await voucherFor(town, await idOf(part), `v-${++n}`)
      return by('approver', (ctx) => submitPayment(ctx, typed))
    },
    bankPays: (part) => bank(part, {}),
    bankReturns: (part) => bank(part, { outcome: '退回', reason: '账号不存在' }),
    confirm: async (part) => {
      const p = await now(part)
      const said = told.find(({ row }) => row.no === p?.voucherNo && row.outcome === undefined)
      if (!p || !said) return
      await by('approver', (ctx) => confirmPayment(ctx, { paymentId: p.id, receiptNo: said.id }))
    },
    correct: async (part) => {
      const { invoiceNo } = invoiceFor(parts[part]!)
      const paymentId = await idOf(part)
      await by('editor1', (ctx) => correctPayment(ctx, { paymentId, invoiceNo, accountTail: '1234' }))
      town.clock.pass(24 * 3_600_000)
    },
    decline: async (part) => {
      const paymentId = await idOf(part)
      return by('handler', (ctx) => declinePayment(ctx, { paymentId, reason: '发票抬头不符' }))
    },
    fund: (part) =>
      by('finance', (ctx) =>
        setUpLine(ctx, {
          poolId: 'P1',
          code: `F${++n}`,
          name: '追加',
          buyerId: 'S1',
          amount: yuan(part + 1),
        }),
      ),
    reserve: (part) => by('approver', (ctx) => ctx.transact((tx) => reserve(tx, ctx, side(part)))),
    release: (part) =>
      by('approver', (ctx) =>
        ctx.transact((tx) => release(tx, ctx, side(part), yuan(300_000), `plan.release:${++n}`)),
      ),
    terminate: () =>
      by('approver', (ctx) =>
        terminateContract(ctx, {
          contractId: contract.id,
          cause: 'breach',
          reason: '擅自转包，服务中断',
          recovered: null,
          ground: '双方已经结清',
        }),
      ),
    recover: () => {
      const paper = { year: 2026, no: `H-${++n}`, receivedOn: '2026-03-02', amount: yuan(100) }
      return by('finance', (ctx) => registerRecovery(ctx, { contractId: contract.id, ...paper }))
    },
  }
  return {
    parts: parts.length,
    acts,
    told: () => told,
    die,
    restart: () => last(),
    catchUp: async () => {
      for (const { row } of told)
        await bringBankList(town.as('approver'), bankText([row])).catch((error: { reason?: string }) => {
          if (error.reason !== 'bank-list-faulty') throw error
        })
    },
    ledger: async () => ({
      line: await balancesOf(town.db, { lineId: 'L1' }),
      contract: await balancesOf(town.db, { contractId: contract.id }),
      parts: await Promise.all(parts.map(async (_, part) => (await now(part))?.state ?? null)),
    }),
    holds: () => mustHold(town, contract.id),
  }
}

async function mustHold(town: Town, contractId: string) {
  expect((await verifyLedger(town.db)).faults).toEqual([])
  const { source, ...rest } = await balancesOf(town.db, { lineId: 'L1' })
  expect(sum(Object.values(rest))).toBe(-source)
  const { gates, live, paid } = await moneyOf(town.db, contractId)
  expect(paid <= live && live <= gates && gates <= price).toBe(true)
  const early = await town.db
    .select({ id: payments.id })
    .from(payments)
    .innerJoin(milestones, eq(milestones.id, payments.milestoneId))
    .where(and(eq(payments.state, 'paid'), eq(milestones.state, 'planned')))
  expect(early).toEqual([])
  const entries = await town.db.select().from(ledgerEntries).where(eq(ledgerEntries.contractId, contractId))
  const confirmed = entries.filter(({ kind }) => kind === 'payment.confirm').map(({ paymentId }) => paymentId)
  expect(new Set(confirmed).size).toBe(confirmed.length)
  const guards = await town.db.select().from(ledgerGuards)
  expect(guards.every(({ amount }) => amount >= 0)).toBe(true)
  expect(await town.db.$count(contracts)).toBe(1)
}

const acts = [
  ...['gate', 'request', 'check', 'approve', 'submit', 'bankPays', 'bankReturns', 'confirm', 'correct'],
  ...['decline', 'fund', 'reserve', 'release', 'terminate', 'recover'],
]
/** The road to the bank for one part, so that histories get far, with whatever else between. */
const toTheBank = ['gate', 'request', 'check', 'approve', 'submit']

test('fund, reserve, request, pay, return, release, terminate, die and send again, in any order: one ledger, balanced, nothing early, nothing twice', async () => {
  const steps = stepsOf(acts, 3, { least: 15, most: 45 })
  const begun = fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 2 })
  await fc.assert(
    fc.asyncProperty(begun, steps, (parts, history) =>
      endsWell(treasuryRig, [
        ...parts.flatMap((part) => toTheBank.map((act) => ({ do: 'act' as const, act, part }))),
        ...history,
      ]),
    ),
    { numRuns: 8 },
  )
}, 60_000)

test('what the bank tells ends in one ledger in every order, with repeats and gaps', async () => {
  const prepare = async (rig: Rig) => {
    for (const part of [0, 1, 2]) for (const act of toTheBank) await rig.acts[act]!(part)
    await rig.acts.bankPays!(0)
    await rig.acts.bankReturns!(1)
    await rig.acts.bankPays!(2)
    expect(rig.told()).toHaveLength(3)
  }
  await endsAlike(treasuryRig, prepare, [[0, 1, 2], [2, 1, 0], [1, 1, 0, 0], [2], []])
}, 30_000)
