import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { milestones as milestoneRows } from '#db/schema/index.ts'
import { terminateForm } from '#domain/deliver/contract/forms.ts'
import { publicContract } from '#domain/deliver/contract/public-contract.ts'
import { terminateContract } from '#domain/deliver/contract/terminate-contract.ts'
import { deskOfPayment } from '#domain/deliver/payment/desk.ts'
import { recoveryForm } from '#domain/deliver/payment/forms.ts'
import { ledgerOf } from '#domain/deliver/payment/ledger.ts'
import { ledgerCsv } from '#domain/deliver/payment/ledger-csv.ts'
import { moneyOf } from '#domain/deliver/payment/money-law.ts'
import { registerRecovery } from '#domain/deliver/payment/register-recovery.ts'
import { toRecover } from '#domain/deliver/payment/to-recover.ts'
import { trailOfPayment } from '#domain/deliver/payment/trail.ts'
import { verifyLedger } from '#domain/deliver/payment/verify-ledger.ts'
import { type Fen, fen, yuan } from '#domain/money.ts'
import { Refusal } from '#domain/refusal.ts'
import { balancesOf } from '#domain/treasury/balances.ts'
import { contractNow, running } from '#tests/support/contract.ts'
import { paid, passGate, requested } from '#tests/support/payment.ts'
import { type Town, world } from '#tests/support/world.ts'

const refused = (reason: string) => expect.objectContaining({ reason })
const end = (town: Town, contractId: string, more: { recovered?: Fen; ground?: string } = {}) =>
  terminateContract(town.as('approver'), {
    contractId,
    cause: 'breach',
    reason: '没有按约提供服务',
    recovered: more.recovered ?? null,
    ground: more.ground,
  })
const receipt = (contractId: string, amount: Fen, no = 'JK-001') => ({
  contractId,
  amount,
  year: 2026,
  no,
  receivedOn: '2026-03-02',
})

/** An ended contract whose advance of 40 000 was paid and is all owed back. */
async function ended() {
  const town = await world()
  const { id, lineId, planId, milestones } = await running(town)
  await paid(town, milestones[0]!.id)
  await end(town, id)
  return { town, id, lineId, planId }
}

test('an advance that no accepted work has earned is owed back whole', async () => {
  const { town, id, lineId } = await ended()
  expect(await contractNow(town, id)).toMatchObject({
    recovered: yuan(40_000),
    recoveryGround: null,
    terminatedBy: 'approver',
  })
  expect(await balancesOf(town.db, { lineId })).toMatchObject({ encumbered: 0, paid: yuan(40_000) })
})

test('an advance is earned in proportion as the work is accepted, less what was withheld', async () => {
  const town = await world()
  const { id, milestones } = await running(town)
  for (const [i, m] of milestones.slice(0, 2).entries()) {
    if (i > 0) await passGate(town, m.id)
    await paid(town, m.id, `05-${i}`)
  }
  const [advance, mid, last] = milestones
  const share = Math.floor((8_000_000 * mid!.percent) / (mid!.percent + last!.percent))
  const out = advance!.price + mid!.price
  expect(await toRecover(town.db, { id, price: yuan(80_000) })).toEqual({
    paid: out,
    earned: share,
    owed: Math.max(0, out - share),
    due: 0,
  })
})

test('accepted work that is not paid is not passed over in silence, and is worth its own price', async () => {
  const town = await world()
  const { id, milestones } = await running(town)
  await paid(town, milestones[0]!.id)
  await passGate(town, milestones[1]!.id)
  await town.store.transact(async (tx) => {
    const [advance, mid, last] = milestones.map((m) => m.price) as [Fen, Fen, Fen]
    const more = { id, price: fen(advance + mid + last + 800_000) }
    await tx
      .update(milestoneRows)
      .set({ price: fen(last + 800_000) })
      .where(eq(milestoneRows.id, milestones[2]!.id))
    const share = Math.floor((advance * mid) / (mid + last + 800_000))
    expect((await toRecover(tx, more)).earned).toBe(mid + share)
    await tx.update(milestoneRows).set({ price: last }).where(eq(milestoneRows.id, milestones[2]!.id))
  })
  const { earned, owed, due } = await toRecover(town.db, { id, price: yuan(80_000) })
  expect([owed, due]).toEqual([Math.max(0, 4_000_000 - earned), Math.max(0, earned - 4_000_000)])
  expect(due).toBeGreaterThan(0)
  await expect(end(town, id)).rejects.toEqual(refused('accepted-unpaid'))
  await end(town, id, { ground: '机构书面放弃尾款' })
  expect(await contractNow(town, id)).toMatchObject({ recovered: 0, recoveryGround: '机构书面放弃尾款' })
})

test('another sum than the computed one needs its ground, and is never more than was paid', async () => {
  const town = await world()
  const { id, milestones } = await running(town)
  await paid(town, milestones[0]!.id)
  await expect(end(town, id, { recovered: yuan(40_001) })).rejects.toEqual(refused('recovered-over-paid'))
  await expect(end(town, id, { recovered: yuan(30_000) })).rejects.toEqual(
    refused('recovered-without-ground'),
  )
  await end(town, id, { recovered: yuan(30_000), ground: '双方确认已服务 10 次，值 10000 元' })
  expect(await contractNow(town, id)).toMatchObject({
    recovered: yuan(30_000),
    recoveryGround: '双方确认已服务 10 次，值 10000 元',
  })
  expect(terminateForm.safeParse({ cause: 'breach', reason: '转包', recovered: '三万' }).success).toBe(false)
  expect(terminateForm.parse({ cause: 'breach', reason: '转包', recovered: ' ' }).recovered).toBeNull()
})

test('money under way must arrive or be declined before a contract is ended', async () => {
  const town = await world()
  const { id, milestones } = await running(town)
  await requested(town, milestones[0]!.id)
  await expect(end(town, id)).rejects.toEqual(refused('payment-under-way'))
})

test('finance registers what came back; it leaves 已付 for 已追回, and everyone can see it', async () => {
  const { town, id, lineId, planId } = await ended()
  await registerRecovery(town.as('finance'), receipt(id, yuan(15_000)))
  await registerRecovery(town.as('finance'), receipt(id, yuan(25_000), 'JK-002'))
  const stands = { paid: 0, returned: yuan(40_000), encumbered: 0 }
  expect(await balancesOf(town.db, { contractId: id })).toMatchObject(stands)
  expect(await balancesOf(town.db, { lineId })).toMatchObject(stands)
  const page = await publicContract(town.db, id)
  expect(page.milestones.map((m) => [m.state, m.ended])).toEqual([
    ['accepted', false],
    ['planned', true],
    ['planned', true],
  ])
  expect(page.recovery).toMatchObject({ owed: yuan(40_000), received: yuan(40_000), out: 0 })
  expect(page.recovery?.receipts.map((r) => r.no)).toEqual(['JK-001', 'JK-002'])
  const told = (await trailOfPayment(town.db, planId)).filter((e) => e.key === 'recovery.register')
  expect(told).toMatchObject([{ amount: yuan(15_000) }, { amount: yuan(25_000) }])
  const rows = (await ledgerOf(town.db, { planId })).filter((r) => r.kind === 'recovery.register')
  expect(rows).toMatchObject([{ memo: 'JK-001' }, { memo: 'JK-002' }])
  const { refNo } = await contractNow(town, id)
  const words = { head: ['d', 'w', 'p', 'm', 'a', 's', 'v', 'n'], kind: String, account: String }
  const lines = ledgerCsv(await ledgerOf(town.db, { planId }), words)
    .trim()
    .split('\r\n')
    .slice(1)
  const back = lines.filter((line) => line.includes('recovery.register'))
  expect(back.map((line) => line.split(',').slice(-2))).toEqual(
    ['JK-001', 'JK-001', 'JK-002', 'JK-002'].map((no) => [`"${no}"`, `"${refNo}"`]),
  )
  expect(lines.filter((line) => line.includes('terminate')).every((line) => line.includes(refNo))).toBe(true)
  expect(await verifyLedger(town.db)).toMatchObject({ holds: true })
})

test('a receipt is refused that is too much, of another day, used before, or of a contract that owes nothing', async () => {
  const { town, id } = await ended()
  const add = (more: object) =>
    registerRecovery(town.as('finance'), { ...receipt(id, yuan(10_000)), ...more })
  await expect(add({ amount: yuan(40_000.01) })).rejects.toEqual(refused('recovery-over-owed'))
  await expect(add({ year: 2025 })).rejects.toEqual(refused('recovery-other-year'))
  await expect(add({ receivedOn: '2026-03-03' })).rejects.toEqual(refused('recovery-in-the-future'))
  await expect(add({ receivedOn: '2026-03-01' })).rejects.toEqual(refused('recovery-before-ending'))
  await add({})
  await expect(add({})).rejects.toEqual(refused('receipt-already-used'))
  await add({ amount: yuan(30_000), no: 'JK-002' })
  await expect(add({ no: 'JK-003' })).rejects.toEqual(refused('nothing-to-recover'))
  const live = await running(town, { supplierId: 'ORG2', signer: 'signer2', worker: 'worker2' })
  await expect(add({ contractId: live.id, no: 'JK-004' })).rejects.toEqual(refused('nothing-to-recover'))
  for (const bad of [{ amount: '0' }, { amount: '-5' }, { no: ' ' }, { receivedOn: 'today' }, { year: 'x' }])
    expect(
      recoveryForm.safeParse({ amount: '10', year: '2026', no: 'J', receivedOn: '2026-03-02', ...bad })
        .success,
    ).toBe(false)
})

test('who ended the contract, who owes, and who sits elsewhere registers nothing', async () => {
  const { town, id } = await ended()
  const by = (ctx: ReturnType<Town['as']>) => registerRecovery(ctx, receipt(id, yuan(1)))
  for (const who of ['approver', 'handler', 'signer1', 'centre', 'resident1'])
    await expect(by(town.as(who)), who).rejects.toEqual(refused('needs-another-seat'))
  await expect(by(town.as('dFinance'))).rejects.toEqual(refused('not-your-body'))
  const finance = town.as('finance')
  const same = { ...finance, actor: { ...finance.actor, personId: 'approver' } }
  await expect(by(same)).rejects.toEqual(refused('sod-ender-recovers'))
  const seats = [...finance.actor.seats, { id: 'x', role: 'org_signer' as const, partyId: 'ORG1' }]
  await expect(by({ ...finance, actor: { ...finance.actor, seats } })).rejects.toEqual(
    refused('sod-payee-handles'),
  )
})

test('finance and the organisation have it on their desks until all has come back', async () => {
  const { town, id } = await ended()
  const at = async (who: string) => (await deskOfPayment(town.db, town.as(who))).map((i) => i.key)
  expect(await at('finance')).toEqual(['recovery.register'])
  expect(await at('signer1')).toEqual(['recovery.repay'])
  expect(await at('signer2')).toEqual([])
  await registerRecovery(town.as('finance'), receipt(id, yuan(40_000)))
  expect([await at('finance'), await at('signer1')]).toEqual([[], []])
})

const step = fc.record({
  do: fc.constantFrom('gate', 'pay', 'end', 'end-other', 'recover'),
  part: fc.integer({ min: 0, max: 2 }),
  amount: fc.integer({ min: 1, max: 9_000_000 }),
})
test('whenever a contract is ended and whatever comes back, debits equal credits and money’s law holds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 24 }), async (steps) => {
      const town = await world()
      const { id, milestones } = await running(town, { price: fen(8_000_001) })
      for (const [n, s] of steps.entries()) {
        const part = milestones[s.part]!.id
        const acts = {
          gate: () => passGate(town, part),
          pay: () => paid(town, part, `v-${n}`),
          end: () => end(town, id),
          'end-other': () => end(town, id, { recovered: fen(s.amount), ground: '双方核对' }),
          recover: () => registerRecovery(town.as('finance'), receipt(id, fen(s.amount), `J-${n}`)),
        }
        // A gate cannot pass once the contract is ended; every other step is refused by the commands themselves.
        if (s.do === 'gate' && (await contractNow(town, id)).state !== 'published') continue
        await acts[s.do]().catch((error: unknown) => {
          if (!(error instanceof Refusal)) throw error
        })
      }
      const line = await balancesOf(town.db, { lineId: 'L1' })
      const own = await balancesOf(town.db, { contractId: id })
      const { gates, live, paid: out } = await moneyOf(town.db, id)
      const { recovered } = await contractNow(town, id)
      expect(Object.values(line).reduce((a, b) => a + b, 0)).toBe(0)
      expect(own.paid + own.returned).toBe(out)
      expect(own.returned <= (recovered ?? 0) && (recovered ?? 0) <= out).toBe(true)
      expect(out <= live && live <= gates && gates <= 8_000_001).toBe(true)
      expect((await verifyLedger(town.db)).faults).toEqual([])
    }),
    { numRuns: 12 },
  )
}, 60_000)
