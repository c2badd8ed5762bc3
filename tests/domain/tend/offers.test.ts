import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { journal, ledgerEntries, offers } from '#db/schema/index.ts'
import { yuan } from '#domain/money.ts'
import { deskOfOffers } from '#domain/tend/offers/desk.ts'
import { honourForm, offerForm } from '#domain/tend/offers/forms.ts'
import { givenFor, offerPage, offersPage, postPage } from '#domain/tend/offers/offer-pages.ts'
import { declineOffer, endOffer, listOffer, postOffer } from '#domain/tend/offers/post-offer.ts'
import { honourUse, receiveGoods, takeOffer } from '#domain/tend/offers/use-offer.ts'
import { openFramework } from '#tests/support/framework.ts'
import { tells } from '#tests/support/less-chance.ts'
import { type Town, world } from '#tests/support/world.ts'

const refused = (reason: string) => expect.objectContaining({ reason })
const words = (line: string, more: object = {}) => ({
  ...{ kind: 'discount' as const, line, title: '老年套餐优惠', words: '凭码到店立减，每人一次' },
  ...{ quantity: 2, unitValue: yuan(5), valueGround: '门店公开价目' },
  ...{ from: '2026-03-01', to: '2026-12-31' },
  ...more,
})
async function open(town: Town) {
  const { id } = await openFramework(town)
  return { frameworkId: id, line: `framework:${id}` }
}
const posted = async (town: Town, line: string, more: object = {}) =>
  (await postOffer(town.as('editor2'), words(line, more))).id
const codeOf = async (town: Town, who: string, offerId: string) =>
  (await offerPage(town.as(who), offerId)).mine!.code!

test('a partner posts for a service that runs; its buyer looks at it, never the partner’s own people', async () => {
  const town = await world()
  const { line } = await open(town)
  const post = (who: string, more: object = {}) => postOffer(town.as(who), words(line, more))
  await expect(post('resident1')).rejects.toEqual(refused('needs-another-seat'))
  await expect(post('editorX')).rejects.toEqual(refused('offer-body-unfit'))
  await expect(post('editor2', { line: 'framework:none' })).rejects.toEqual(refused('offer-line-missing'))
  await expect(post('editor2', { from: '2026-01-01', to: '2026-02-01' })).rejects.toEqual(
    refused('offer-over'),
  )
  const offerId = await posted(town, line)
  await expect(offerPage(town.as('resident1'), offerId)).rejects.toEqual(refused('needs-another-seat'))
  await expect(offerPage(town.as('editor3'), offerId)).rejects.toEqual(refused('not-your-body'))
  const handler = (await deskOfOffers(town.db, town.as('handler'))).length > 0 ? 'handler' : 'dHandler'
  const other = handler === 'handler' ? 'dHandler' : 'handler'
  await expect(listOffer(town.as(other), { offerId })).rejects.toEqual(refused('not-your-body'))
  await expect(takeOffer(town.as('resident1'), { offerId })).rejects.toEqual(refused('offer-not-open'))
  await listOffer(town.as(handler), { offerId })
  await expect(declineOffer(town.as(handler), { offerId, reason: '与服务无关' })).rejects.toEqual(
    refused('not-in-this-state'),
  )
  const second = await posted(town, line, { words: '凭码到店，找 139-7777-0001 或 0771-5551234' })
  expect((await offerPage(town.as('editor2'), second)).offer.words).toBe('凭码到店，找 *** 或 0771-5551234')
  await declineOffer(town.as(handler), { offerId: second, reason: '价值依据不足' })
  expect((await offersPage(town.as(null))).offers.map(({ id }) => id)).toEqual([offerId])
  await expect(endOffer(town.as('editor2'), { offerId })).rejects.toEqual(refused('needs-another-seat'))
  await endOffer(town.as('signer2'), { offerId })
  await expect(takeOffer(town.as('resident1'), { offerId })).rejects.toEqual(refused('offer-not-open'))
  const lines = async () => (await postPage(town.as('editor2'))).lines.map((one) => one.line)
  expect(await lines()).toEqual([line])
  town.clock.set(new Date('2028-03-02T09:00:00+08:00'))
  expect(await lines(), '已到期').toEqual([])
  await expect(post('editor2', { to: '2028-12-31' })).rejects.toEqual(refused('offer-line-missing'))
})

test('a use is counted once by its code, never past the last, and the partner is not told who came', async () => {
  const town = await world()
  const { line, frameworkId } = await open(town)
  const money = await town.db.select().from(ledgerEntries)
  const offerId = await posted(town, line)
  const handler = (await deskOfOffers(town.db, town.as('handler'))).length > 0 ? 'handler' : 'dHandler'
  await listOffer(town.as(handler), { offerId })
  await expect(takeOffer(town.as(null), { offerId })).rejects.toEqual(refused('sign-in-first'))
  await takeOffer(town.as('resident1'), { offerId })
  await expect(takeOffer(town.as('resident1'), { offerId })).rejects.toEqual(refused('offer-taken-already'))
  await takeOffer(town.as('resident2'), { offerId })
  await expect(takeOffer(town.as('resident3'), { offerId })).rejects.toEqual(refused('offer-used-up'))
  expect((await givenFor(town.db, { frameworkId })).value).toBe(0)
  const code = await codeOf(town, 'resident1', offerId)
  const honour = (who: string, typed = code) => honourUse(town.as(who), { offerId, code: typed })
  await expect(honour('editor3')).rejects.toEqual(refused('not-your-body'))
  await expect(honour('editor2', '!')).rejects.toEqual(refused('offer-code-wrong'))
  await honour('editor2')
  await expect(honour('editor2')).rejects.toEqual(refused('offer-counted-already'))
  expect(await givenFor(town.db, { frameworkId })).toMatchObject({ value: yuan(5), offers: [{ counted: 1 }] })
  expect(JSON.stringify(await offerPage(town.as('editor2'), offerId))).not.toContain('resident1')
  // apart from money: no ledger knows of it, and the journal holds no code
  expect(await town.db.select().from(ledgerEntries)).toEqual(money)
  expect(tells(await town.db.select({ detail: journal.detail }).from(journal), code)).toBe(false)
  await expect(
    town.transact((tx) => tx.update(offers).set({ taken: 3 }).where(eq(offers.id, offerId))),
  ).rejects.toThrow()
})

test('goods are counted by a numbered receipt, on the buyer’s side, as many as were pledged', async () => {
  const town = await world()
  const { line } = await open(town)
  const offerId = await posted(town, line, {
    kind: 'in_kind',
    title: '轮椅',
    quantity: 20,
    unitValue: yuan(600),
  })
  const handler = (await deskOfOffers(town.db, town.as('handler'))).length > 0 ? 'handler' : 'dHandler'
  await listOffer(town.as(handler), { offerId })
  const receive = (quantity: number, receiptNo: string, who = handler) =>
    receiveGoods(town.as(who), { offerId, quantity, receiptNo })
  await expect(receive(1, 'S-1', 'editor2')).rejects.toEqual(refused('needs-another-seat'))
  await expect(takeOffer(town.as('resident1'), { offerId })).rejects.toEqual(refused('offer-other-kind'))
  await receive(12, 'S-1')
  await expect(receive(1, 'S-1')).rejects.toEqual(refused('offer-receipt-known'))
  await expect(receive(9, 'S-2')).rejects.toEqual(refused('offer-used-up'))
  await receive(8, 'S-2')
  expect((await givenFor(town.db)).value).toBe(yuan(12_000))
})

test('what is typed is told what is wrong with it; who may not post sees no form', async () => {
  const errors = (typed: object) =>
    offerForm.safeParse(typed).error?.issues.map(({ message }) => message) ?? []
  const typed = { ...words('framework:x'), unitValue: '5' }
  expect(errors(typed)).toEqual([])
  expect(errors({ ...typed, line: 'need:x', quantity: '0', unitValue: '-3' })).toEqual([
    'form.offer.line',
    'form.offer.quantity',
    'form.offer.value',
  ])
  expect(errors({ ...typed, to: '2026-02-01' })).toEqual(['form.offer.order'])
  expect(honourForm.safeParse({ code: '１２３ 456' }).data).toEqual({ code: '123456' })
  const town = await world()
  await expect(postPage(town.as('resident1'))).rejects.toEqual(refused('needs-another-seat'))
})
