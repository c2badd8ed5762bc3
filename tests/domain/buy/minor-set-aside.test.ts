import { expect, test } from 'vitest'
import { chooseQuote, signWork } from '#domain/buy/minor/choose-quote.ts'
import { deskOfMinor } from '#domain/buy/minor/desk.ts'
import { findWork } from '#domain/buy/minor/find-work.ts'
import { declineWork, setAsideChoice } from '#domain/buy/minor/set-aside.ts'
import { trailOfMinor } from '#domain/buy/minor/trail.ts'
import { workDesk, workPage } from '#domain/buy/minor/work-page.ts'
import { verifyLedger } from '#domain/deliver/payment/verify-ledger.ts'
import { yuan } from '#domain/money.ts'
import { balancesOf } from '#domain/treasury/balances.ts'
import { freed, sanctioned } from '#tests/support/barred.ts'
import { chosenWork, paidPart, usualParts } from '#tests/support/minor.ts'
import { world } from '#tests/support/world.ts'

const refused = (reason: string) => ({ reason })
const reason = '供应商被禁止参加采购，依法改选'

test('a chosen supplier that is barred before it signs is set aside, its money goes back, and another is chosen', async () => {
  const town = await world()
  const workId = await chosenWork(town)
  const aside = (who = 'approver') => setAsideChoice(town.as(who), { workId, reason })
  await expect(aside()).rejects.toMatchObject(refused('minor-choice-stands'))
  expect((await workDesk(town.as('approver'), workId)).may.setAside).toBe(false)
  await sanctioned(town, 'ORG2')
  await expect(signWork(town.as('signer2'), { workId })).rejects.toMatchObject(
    refused('minor-supplier-barred'),
  )
  await expect(aside('handler')).rejects.toMatchObject(refused('needs-another-seat'))
  await expect(aside('dApprover')).rejects.toMatchObject(refused('not-your-body'))
  await aside()
  await expect(aside()).rejects.toMatchObject({ kind: 'conflict' })
  const { planId } = await findWork(town.db, workId)
  expect(await balancesOf(town.db, { planId })).toMatchObject({ reserved: yuan(60_000), encumbered: 0 })
  const { quotes } = await workPage(town.as(null), workId)
  expect(quotes.map((q) => [q.supplierId, q.aside])).toEqual([
    ['ORG2', reason],
    ['ORG1', null],
    ['ORG3', null],
  ])
  await freed(town, 'ORG2')
  const choose = (at: number) =>
    chooseQuote(town.as('approver'), { workId, quoteId: quotes[at]!.id, reason: '', parts: usualParts })
  await expect(choose(0)).rejects.toMatchObject(refused('minor-quote-set-aside'))
  await expect(choose(2)).rejects.toMatchObject(refused('minor-not-the-lowest'))
  await choose(1)
  await signWork(town.as('signer1'), { workId })
  for (const at of [0, 1]) await paidPart(town, workId, at, 1)
  expect(await findWork(town.db, workId)).toMatchObject({ state: 'finished', price: yuan(52_000.01) })
  expect(await verifyLedger(town.db)).toMatchObject({ holds: true, faults: [] })
  const told = (await trailOfMinor(town.db, planId)).filter((e) => e.key === 'minor.aside')
  expect(told).toMatchObject([{ words: reason }])
})

test('a supplier that was chosen may decline, or lets its thirty days pass', async () => {
  const town = await world()
  const workId = await chosenWork(town)
  const words = { workId, reason: '人手不足，不能按期施工' }
  await expect(declineWork(town.as('signer1'), words)).rejects.toMatchObject(refused('not-your-body'))
  await expect(declineWork(town.as('editor2'), words)).rejects.toMatchObject(refused('needs-another-seat'))
  await declineWork(town.as('signer2'), words)
  await expect(declineWork(town.as('signer2'), words)).rejects.toMatchObject(refused('not-your-body'))
  const { quotes } = await workDesk(town.as('approver'), workId)
  const next = quotes.find((q) => !q.aside)!
  await chooseQuote(town.as('approver'), { workId, quoteId: next.id, reason: '', parts: usualParts })
  const keys = async (who: string) => (await deskOfMinor(town.db, town.as(who))).map((i) => i.key)
  town.clock.set(new Date('2026-04-11T23:59:59+08:00'))
  expect(await keys('approver')).not.toContain('minor.set_aside')
  town.clock.set(new Date('2026-04-12T00:00:00+08:00'))
  expect(await keys('approver')).toContain('minor.set_aside')
  const desk = (await deskOfMinor(town.db, town.as('signer1'))).find((i) => i.key === 'minor.sign')
  expect(desk!.due).toMatchObject({ source: '政府采购法 第四十六条' })
  await setAsideChoice(town.as('approver'), { workId, reason: '逾期没有签订' })
  expect(await findWork(town.db, workId)).toMatchObject({ state: 'calling', quoteId: null, price: null })
})
