import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frameworks, journal, notices, orders, parties, persons } from '#db/schema/index.ts'
import {
  acceptOrder,
  cancelOrder,
  confirmOrder,
  finishOrder,
  redoOrder,
  refuseOrder,
} from '#domain/buy/framework/carry-order.ts'
import { deskOfFramework } from '#domain/buy/framework/desk.ts'
import { expireFrameworks } from '#domain/buy/framework/expire-frameworks.ts'
import { findFramework, orderedOf, providersOf } from '#domain/buy/framework/find-framework.ts'
import { frameworkForm, orderForm } from '#domain/buy/framework/forms.ts'
import { frameworkDesk, frameworkPage, frameworksPage } from '#domain/buy/framework/framework-page.ts'
import { applyToJoin, decideProvider, signAgreement } from '#domain/buy/framework/join-framework.ts'
import { endKinship, writeKinship } from '#domain/buy/framework/kinship.ts'
import { myOrders, orderPage, providerOrders } from '#domain/buy/framework/order-page.ts'
import {
  closeFramework,
  draftFramework,
  editFramework,
  publishFramework,
} from '#domain/buy/framework/write-framework.ts'
import { editPlan } from '#domain/buy/plan/edit-plan.ts'
import { draftTender } from '#domain/buy/tender/draft-tender.ts'
import { dateOf } from '#domain/dates.ts'
import { yuan } from '#domain/money.ts'
import { deskOf } from '#domain/open/desk.ts'
import { findProject } from '#domain/open/project.ts'
import { recordOfParty } from '#domain/rate/record/record-of-party.ts'
import { certifiedUntil, freed, sanctioned } from '#tests/support/barred.ts'
import { frameworkWords, joined, mother, openFramework, orderedBy } from '#tests/support/framework.ts'
import { inSeatOf } from '#tests/support/hats.ts'
import { approvedPlan, planWords } from '#tests/support/plan.ts'
import { tenderWords } from '#tests/support/tender.ts'
import { world } from '#tests/support/world.ts'

const refused = (key: string) => ({ reason: key })

test('an agreement is begun on its own route only, published by another person, after its intention', async () => {
  const town = await world()
  const plain = await approvedPlan(town)
  const draft = (planId: string, who = 'handler') =>
    draftFramework(town.as(who), { planId, ...frameworkWords() })
  await expect(draft(plain.id)).rejects.toMatchObject(refused('route-is-no-framework'))
  const route = { methodId: 'FRAMEWORK_OPEN-1', amount: yuan(500_000), from: '2026-03-02', to: '2028-03-01' }
  const plan = await approvedPlan(town, route)
  const call = draftTender(town.as('handler'), { planId: plan.id, ...tenderWords() })
  await expect(call).rejects.toMatchObject(refused('route-has-no-tender'))
  await expect(draft(plan.id, 'approver')).rejects.toMatchObject(refused('needs-another-seat'))
  const { id: frameworkId } = await draft(plan.id)
  await expect(draft(plan.id)).rejects.toMatchObject(refused('framework-exists'))
  const edit = editPlan(town.as('handler'), {
    ...planWords({ ...route, needIds: plan.needs.map((n) => n.id) }),
    planId: plan.id,
  })
  await expect(edit).rejects.toMatchObject(refused('plan-has-tender'))
  await expect(frameworkPage(town.as(null), frameworkId)).rejects.toMatchObject(refused('framework-missing'))
  await expect(publishFramework(town.as('approver'), { frameworkId })).rejects.toMatchObject(
    refused('intention-not-public'),
  )
  const edited = { frameworkId, ...frameworkWords({ ageFrom: undefined }) }
  await editFramework(inSeatOf(town, 'approver', 'handler'), edited)
  await editFramework(inSeatOf(town, 'finance', 'handler'), edited)
  for (const writer of ['handler', 'approver', 'finance']) {
    const approver = inSeatOf(town, writer, 'approver')
    await expect(publishFramework(approver, { frameworkId })).rejects.toMatchObject(
      refused('sod-drafter-approves'),
    )
    expect((await deskOfFramework(town.db, approver)).map(({ key }) => key)).toEqual([])
  }
})

test('a body joins at any time, is answered in its days, and serves once both have signed', async () => {
  const town = await world()
  const { id: frameworkId } = await openFramework(town)
  const apply = (who: string) =>
    applyToJoin(town.as(who), { frameworkId, words: '有护理员十二名，可当日上门。' })
  await expect(apply('signerX')).rejects.toMatchObject(refused('on-abnormal-list'))
  await expect(apply('groupSigner')).rejects.toMatchObject(refused('not-a-supplier'))
  await expect(apply('resident1')).rejects.toMatchObject(refused('needs-another-seat'))
  await apply('editor1')
  await expect(apply('signer1')).rejects.toMatchObject(refused('not-in-this-state'))
  const [asked] = (await frameworkDesk(town.as('approver'), frameworkId)).providers
  expect(asked).toMatchObject({ state: 'applied', clock: { on: '2026-04-16', left: 7 } })
  expect((await deskOf(town.as('approver'))).act.map((i) => i.key)).toContain('provider.decide')
  const decide = (how: 'admit' | 'decline' | 'end', reason = '', who = 'approver') =>
    decideProvider(town.as(who), { frameworkId, providerId: asked!.id, how, reason })
  await expect(decide('admit', '', 'handler')).rejects.toMatchObject(refused('needs-another-seat'))
  await expect(decide('decline')).rejects.toMatchObject(refused('provider-reason-missing'))
  await decide('decline', '护理员证件过期')
  await apply('signer1')
  await decide('admit')
  await expect(signAgreement(town.as('editor1'), { frameworkId })).rejects.toMatchObject(
    refused('needs-another-seat'),
  )
  await expect(signAgreement(town.as('signer2'), { frameworkId })).rejects.toMatchObject(
    refused('provider-missing'),
  )
  expect((await frameworkPage(town.as('signer1'), frameworkId)).may.sign).toBe(true)
  await signAgreement(town.as('signer1'), { frameworkId })
  expect((await frameworkPage(town.as(null), frameworkId)).providers.map((p) => p.supplierId)).toEqual([
    'ORG1',
  ])
  await decide('end', '连续两次未上门')
  expect((await frameworkPage(town.as(null), frameworkId)).providers).toEqual([])
})

test('whom a sanction or a lapsed certificate bars neither applies, nor is admitted, nor signs, nor serves', async () => {
  const town = await world()
  const { id: frameworkId } = await openFramework(town)
  const apply = () => applyToJoin(town.as('signer1'), { frameworkId, words: '有护理员十二名，可当日上门。' })
  await sanctioned(town, 'ORG1')
  await expect(apply()).rejects.toMatchObject(refused('under-sanction'))
  await freed(town, 'ORG1')
  await apply()
  await certifiedUntil(town, 'ORG1', '2026-04-06')
  const [asked] = (await frameworkDesk(town.as('approver'), frameworkId)).providers
  const providerId = asked!.id
  const decide = (how: 'admit' | 'end', reason = '') =>
    decideProvider(town.as('approver'), { frameworkId, providerId, how, reason })
  await expect(decide('admit')).rejects.toMatchObject(refused('certificate-expired'))
  await certifiedUntil(town, 'ORG1', '2026-04-07')
  await decide('admit')
  await sanctioned(town, 'ORG1')
  const sign = () => signAgreement(town.as('signer1'), { frameworkId })
  await expect(sign()).rejects.toMatchObject(refused('under-sanction'))
  await freed(town, 'ORG1')
  await sign()
  await mother(town)
  await sanctioned(town, 'ORG1')
  await expect(orderedBy(town, frameworkId, providerId)).rejects.toMatchObject(
    refused('provider-not-serving'),
  )
  await decide('end', '在处罚期内，不再合作')
})

test('a daughter orders for her mother, the provider comes, she confirms; only then is it counted as done', async () => {
  const town = await world()
  const { id: frameworkId } = await openFramework(town)
  const provider = await joined(town, frameworkId, 1)
  await mother(town)
  const { id: orderId } = await orderedBy(town, frameworkId, provider.id)
  expect((await myOrders(town.as('resident6'))).orders).toMatchObject([
    { person: 'resident1', state: 'placed' },
  ])
  expect((await myOrders(town.as('resident1'))).orders).toHaveLength(1)
  expect((await providerOrders(town.as('worker1'))).orders).toHaveLength(1)
  expect(await providerOrders(town.as('worker1'), 99)).toMatchObject({ page: 1, pages: 1 })
  for (const other of ['handler', 'resident6'])
    await expect(providerOrders(town.as(other))).rejects.toThrow('needs-another-seat')
  const page = await orderPage(town.as('editor1'), orderId)
  expect(page).toMatchObject({ words: '耳朵不好，请多敲几下门', clock: { on: '2026-04-09', left: 2 } })
  expect(page.acts).toEqual(['accept', 'refuse'])
  expect((await orderPage(town.as('resident6'), orderId)).acts).toEqual(['cancel'])
  for (const stranger of ['resident2', 'editor2', 'handler', 'approver'])
    await expect(orderPage(town.as(stranger), orderId)).rejects.toMatchObject(refused('order-not-yours'))
  await expect(acceptOrder(town.as('editor2'), { orderId })).rejects.toMatchObject(refused('not-your-body'))
  await acceptOrder(town.as('editor1'), { orderId })
  town.clock.set(new Date('2026-04-10T16:00:00+08:00'))
  const finish = (doneOn: string) => finishOrder(town.as('worker1'), { orderId, doneOn })
  await expect(finish('2026-04-11')).rejects.toMatchObject(refused('order-done-on'))
  await finish('2026-04-10')
  expect((await deskOf(town.as('resident6'))).act.map((i) => i.key)).toContain('order.confirm')
  await redoOrder(town.as('resident6'), { orderId, reason: '没有做安全评估' })
  await finish('2026-04-10')
  await expect(confirmOrder(town.as('worker1'), { orderId })).rejects.toMatchObject(
    refused('not-for-this-person'),
  )
  await expect(confirmOrder(town.as('resident2'), { orderId })).rejects.toMatchObject(
    refused('not-for-this-person'),
  )
  await confirmOrder(town.as('resident6'), { orderId })
  await expect(confirmOrder(town.as('resident1'), { orderId })).rejects.toMatchObject(
    refused('not-in-this-state'),
  )
  const [served] = (await frameworkPage(town.as(null), frameworkId)).providers
  expect(served!.done).toEqual({ n: 1, total: yuan(80) })
  const told = JSON.stringify([await town.db.select().from(notices), await town.db.select().from(journal)])
  expect(told).not.toContain('耳朵不好')
  const [kept] = await town.db.select().from(orders)
  expect(JSON.stringify(kept)).not.toContain('耳朵不好')
})

test('nobody orders for whom he does not act, nor when the kinship has ended', async () => {
  const town = await world()
  const { id: frameworkId } = await openFramework(town)
  const provider = await joined(town, frameworkId, 1)
  const { id: kinshipId } = await mother(town)
  const order = (who: string) => orderedBy(town, frameworkId, provider.id, {}, who)
  await expect(order('resident2')).rejects.toMatchObject(refused('not-for-this-person'))
  await expect(order('clerk')).rejects.toMatchObject(refused('not-for-this-person'))
  await order('resident1')
  const { id: orderId } = await order('resident6')
  await expect(endKinship(town.as('resident2'), { kinshipId })).rejects.toMatchObject(
    refused('kinship-not-yours'),
  )
  await endKinship(town.as('resident1'), { kinshipId })
  await expect(order('resident6')).rejects.toMatchObject(refused('not-for-this-person'))
  await expect(orderPage(town.as('resident6'), orderId)).rejects.toMatchObject(refused('order-not-yours'))
  await cancelOrder(town.as('resident1'), { orderId, reason: '改天' })
  const kin = { phone: '13900000001', agentPhone: '13900000006', relation: '女儿', consent: 'paper' as const }
  await expect(writeKinship(town.as('clerk2'), kin)).rejects.toMatchObject(refused('not-your-body'))
  await expect(writeKinship(town.as('resident1'), kin)).rejects.toMatchObject(refused('needs-another-seat'))
  const nobodys = { ...kin, phone: '13900000099' }
  await expect(
    writeKinship(town.as('resident1'), nobodys),
    'no numbers are told apart',
  ).rejects.toMatchObject(refused('needs-another-seat'))
  await expect(writeKinship(town.as(null), nobodys)).rejects.toMatchObject(refused('sign-in-first'))
  await expect(writeKinship(town.as('clerk'), { ...kin, agentPhone: '13900000099' })).rejects.toMatchObject(
    refused('kin-phone-unknown'),
  )
  await expect(writeKinship(town.as('clerk'), { ...kin, agentPhone: kin.phone })).rejects.toMatchObject(
    refused('kin-same-person'),
  )
  await writeKinship(town.as('station'), kin)
  await expect(writeKinship(town.as('clerk'), kin)).rejects.toMatchObject(refused('kin-already'))
})

test('an order fits the person, the place, the days, the provider and the money', async () => {
  const town = await world()
  const { id: frameworkId, items } = await openFramework(town)
  const provider = await joined(town, frameworkId, 1)
  await mother(town)
  const order = (more = {}, who = 'resident6') => orderedBy(town, frameworkId, provider.id, more, who)
  const refuses = (more: object, key: string, who?: string) =>
    expect(order(more, who), key).rejects.toMatchObject(refused(key))
  await refuses({ personId: 'resident2' }, 'framework-other-age', 'resident2')
  await refuses({ personId: 'resident6' }, 'framework-elsewhere')
  await refuses({ wishedOn: '2026-04-06' }, 'order-date-outside')
  await refuses({ wishedOn: '2028-03-02' }, 'order-date-outside')
  await refuses({ itemId: 'none' }, 'order-item-missing')
  await refuses({ providerId: 'none' }, 'provider-missing')
  await refuses({ quantity: 6 }, 'framework-month-spent')
  await order({ quantity: 5 })
  await refuses({ quantity: 1 }, 'framework-month-spent')
  await order({ quantity: 1, wishedOn: '2026-05-04' })
  await town.transact((tx) =>
    tx.update(persons).set({ communityId: null }).where(eq(persons.id, 'resident1')),
  )
  await refuses({ wishedOn: '2026-06-01' }, 'framework-elsewhere')
  await town.transact((tx) =>
    tx.update(persons).set({ communityId: 'C1' }).where(eq(persons.id, 'resident1')),
  )
  await town.transact((tx) => tx.update(parties).set({ credit: 'dishonest' }).where(eq(parties.id, 'ORG1')))
  await refuses({ wishedOn: '2026-06-01' }, 'provider-not-serving')
  await town.transact((tx) => tx.update(parties).set({ credit: 'normal' }).where(eq(parties.id, 'ORG1')))
  const { id: refusedId } = await order({ quantity: 5, wishedOn: '2026-06-01' })
  await refuses({ quantity: 1, wishedOn: '2026-06-02' }, 'framework-month-spent')
  await refuseOrder(town.as('editor1'), { orderId: refusedId, reason: '当天人手不够' })
  await order({ quantity: 1, wishedOn: '2026-06-02' })
  const [now, { to }] = [town.clock.now(), await findFramework(town.db, frameworkId)]
  const closes = async () => (await deskOfFramework(town.db, town.as('approver'))).map(({ key }) => key)
  const stands = async () => (await frameworksPage(town.as(null))).map(({ state }) => state)
  const serves = async () =>
    (await recordOfParty(town.db, 'ORG1', town.clock.now(), dateOf(town.clock.now()))).projects.map(
      ({ state }) => state,
    )
  const { planId } = await findFramework(town.db, frameworkId)
  const project = async () => {
    const { way, road } = await findProject(town.db, planId, dateOf(town.clock.now()))
    return [way!.state, road.at]
  }
  await applyToJoin(town.as('signer2'), { frameworkId, words: '有护理员十二名，可当日上门。' })
  const waiting = (await providersOf(town.db, frameworkId)).find(
    (p) => p.provider.state === 'applied',
  )!.provider
  town.clock.set(new Date(`${to}T12:00:00+08:00`))
  const asked = 'provider.decide'
  expect([await closes(), await stands(), await serves()]).toEqual([[asked], ['published'], ['signed']])
  expect([await project(), await expireFrameworks(town.as(null))]).toEqual([['published', 'deliver'], 0])
  town.clock.pass(86_400_000)
  expect(await project()).toEqual(['expired', 'done'])
  const late = { frameworkId, providerId: waiting.id, how: 'admit' as const, reason: '' }
  await expect(decideProvider(town.as('approver'), late)).rejects.toMatchObject(refused('framework-not-open'))
  expect([await expireFrameworks(town.as(null)), await expireFrameworks(town.as(null))]).toEqual([1, 0])
  expect([await closes(), await stands(), await serves()]).toEqual([
    [asked, 'framework.close'],
    ['expired'],
    ['expired'],
  ])
  expect((await frameworkDesk(town.as('approver'), frameworkId)).framework.state).toBe('expired')
  town.clock.set(now)
  await closeFramework(town.as('approver'), { frameworkId, reason: '年度调整' })
  await refuses({ wishedOn: '2026-07-01' }, 'framework-not-open')
  expect(await orderedOf(town.db, frameworkId)).toBe(yuan(7 * 80))
  expect(items).toHaveLength(2)
})

test('whatever is ordered, refused and called off, live orders never exceed the agreement', async () => {
  const town = await world()
  const plan = { amount: yuan(500_000) }
  const { id: frameworkId } = await openFramework(town, { perPerson: undefined }, plan)
  const provider = await joined(town, frameworkId, 1)
  await mother(town)
  await town.transact((tx) =>
    tx
      .update(frameworks)
      .set({ ceiling: yuan(1000) })
      .where(eq(frameworks.id, frameworkId)),
  )
  const live: string[] = []
  const acts = fc.array(
    fc.tuple(fc.constantFrom('order', 'cancel', 'refuse'), fc.integer({ min: 1, max: 9 })),
    {
      minLength: 12,
      maxLength: 12,
    },
  )
  await fc.assert(
    fc.asyncProperty(acts, async (history) => {
      for (const [act, quantity] of history) {
        const orderId = act === 'order' ? undefined : live.shift()
        if (act === 'order')
          await orderedBy(town, frameworkId, provider.id, { quantity }).then(
            ({ id }) => live.push(id),
            (error) => expect(error).toMatchObject(refused('framework-spent')),
          )
        else if (orderId && act === 'cancel')
          await cancelOrder(town.as('resident6'), { orderId, reason: '改天' })
        else if (orderId) await refuseOrder(town.as('editor1'), { orderId, reason: '人手不够' })
        expect(await orderedOf(town.db, frameworkId)).toBeLessThanOrEqual(yuan(1000))
      }
    }),
    { numRuns: 4 },
  )
  expect(await providersOf(town.db, frameworkId)).toHaveLength(1)
})

test('what is typed wrongly is said in words', () => {
  const said = (form: typeof frameworkForm | typeof orderForm, typed: object) =>
    (form.safeParse(typed).error?.issues ?? []).map((i) => i.message)
  expect(
    said(frameworkForm, {
      title: '高龄服务',
      forWhom: '老人',
      conditions: '持证上岗，上门两人同行。',
      items: '助浴，次',
    }),
  ).toEqual(['form.framework.items'])
  expect(
    said(orderForm, { personId: 'p', itemId: 'i', providerId: '', quantity: '0', wishedOn: '2026-02-30' }),
  ).toEqual(['form.order.provider', 'form.order.quantity', 'form.order.date'])
})
