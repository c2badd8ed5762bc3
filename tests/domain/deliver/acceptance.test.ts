import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { acceptances, contracts, persons, serviceUsers } from '#db/schema/index.ts'
import { acceptancePage } from '#domain/deliver/acceptance/acceptance-page.ts'
import { deskOfAcceptance } from '#domain/deliver/acceptance/desk.ts'
import { findAcceptance } from '#domain/deliver/acceptance/find-acceptance.ts'
import { enterOpinion, giveOpinion } from '#domain/deliver/acceptance/give-opinion.ts'
import { isCalled } from '#domain/deliver/acceptance/lots.ts'
import { markUnreached } from '#domain/deliver/acceptance/mark-unreached.ts'
import { openAcceptance } from '#domain/deliver/acceptance/open-acceptance.ts'
import { publicAcceptance } from '#domain/deliver/acceptance/public-acceptance.ts'
import { opinionsRequired, satisfactionOf } from '#domain/deliver/acceptance/satisfaction.ts'
import { signAcceptance } from '#domain/deliver/acceptance/sign-acceptance.ts'
import { trailOfAcceptance } from '#domain/deliver/acceptance/trail.ts'
import { addServiceUser } from '#domain/deliver/diary/add-service-user.ts'
import { serviceUsersOf } from '#domain/deliver/diary/find-diary.ts'
import { raiseFinding } from '#domain/deliver/supervision/raise-finding.ts'
import { closeFinding, giveProof, orderFix } from '#domain/deliver/supervision/take-finding.ts'
import { inLots } from '#domain/lots.ts'
import { yuan } from '#domain/money.ts'
import { itemsOf, lotOrder, sign } from '#tests/support/acceptance.ts'
import { checked, contractNow, milestoneNow, needNow, running, served } from '#tests/support/contract.ts'
import { genuinePaper } from '#tests/support/paper.ts'
import { type Town, world } from '#tests/support/world.ts'

const refused = (reason: string) => expect.objectContaining({ reason })

async function opened(choice: Parameters<typeof running>[1] & { gate?: number; share?: number } = {}) {
  const town = await world()
  const run = await running(town, choice)
  const users = await served(town, run.id)
  const milestoneId = run.milestones[choice.gate ?? 1]!.id
  await checked(town, milestoneId, run.id, choice.share)
  const { id } = await openAcceptance(town.as(choice.handler ?? 'handler'), { milestoneId })
  const order = await lotOrder(town, id)
  const say = (i: number, level: number, channel: 'paper' | 'call' = 'paper') =>
    enterOpinion(town.as('clerk'), { acceptanceId: id, serviceUserId: order[i]!, channel, level })
  const sayAll = async (levels: number[]) => {
    for (const [i, level] of levels.entries()) await say(i, level)
  }
  return {
    town,
    id,
    users,
    order,
    milestoneId,
    contractId: run.id,
    planId: run.planId,
    needId: run.needId,
    say,
    sayAll,
  }
}

test('how many must be heard: at least five, ten percent of those served, never more than there are', () => {
  const required = (served: number, users: number) => opinionsRequired({ least: 5, share: 10, served, users })
  expect([required(0, 3), required(6, 6), required(214, 214), required(205, 214)]).toEqual([3, 5, 22, 21])
  fc.assert(
    fc.property(fc.nat(5000), fc.nat(5000), (served, users) => {
      expect(required(served, users)).toBeLessThanOrEqual(users)
    }),
  )
  expect([satisfactionOf([]), satisfactionOf([5, 4, 3]), satisfactionOf([3])]).toEqual([null, 66, 0])
})

test('an acceptance opens on a checked milestone, once, by the handler', async () => {
  const town = await world()
  const { id, milestones } = await running(town)
  const milestoneId = milestones[1]!.id
  await expect(openAcceptance(town.as('handler'), { milestoneId })).rejects.toEqual(
    refused('milestone-not-checked'),
  )
  await checked(town, milestoneId, id)
  await expect(openAcceptance(town.as('handler'), { milestoneId })).rejects.toEqual(
    refused('no-service-users'),
  )
  await served(town, id, 3)
  await expect(openAcceptance(town.as('approver'), { milestoneId })).rejects.toEqual(
    refused('needs-another-seat'),
  )
  await openAcceptance(town.as('handler'), { milestoneId })
  await expect(openAcceptance(town.as('handler'), { milestoneId })).rejects.toEqual(
    refused('acceptance-already-open'),
  )
  const [row] = await town.db.select().from(acceptances)
  expect(row).toMatchObject({ required: 3, state: 'opened' })
})

test('the group signs with the users’ opinions before it, and the third signature concludes', async () => {
  const { town, id, milestoneId, planId, sayAll } = await opened()
  await sayAll([5, 5, 4, 4])
  await expect(sign(town, id, 'acceptor')).rejects.toEqual(refused('opinions-too-few'))
  await enterOpinion(town.as('station'), {
    acceptanceId: id,
    serviceUserId: await userLeft(town, id),
    channel: 'call',
    level: 3,
  })
  await sign(town, id, 'acceptor')
  await sign(town, id, 'director')
  expect(await milestoneNow(town, milestoneId)).toMatchObject({ state: 'checked' })
  await sign(town, id, 'centre')
  expect(await milestoneNow(town, milestoneId)).toMatchObject({
    state: 'accepted',
    acceptedAt: town.clock.now(),
  })
  const shown = await publicAcceptance(town.db, id)
  expect(shown).toMatchObject({ met: true, opinions: 5, satisfaction: 80, signs: 3 })
  expect(JSON.stringify(shown)).not.toMatch(/张阿姨|clerk|personId/)
  expect(await trailOfAcceptance(town.db, planId)).toMatchObject([
    { key: 'acceptance.met', seal: { key: 'acceptance' } },
  ])
})
const userLeft = async (town: Town, acceptanceId: string) => {
  const a = await findAcceptance(town.db, acceptanceId)
  const users = await serviceUsersOf(town.db, a.milestone.contractId)
  return users.find((u) => isCalled(a, u.id) && !a.opinions.some((o) => o.serviceUserId === u.id))!.id
}

test('satisfaction under sixty bars “met”: the milestone goes back with the reasons', async () => {
  const { town, id, milestoneId, sayAll } = await opened()
  await sayAll([5, 4, 2, 2, 1])
  await expect(sign(town, id, 'acceptor', true)).rejects.toEqual(refused('satisfaction-too-low'))
  for (const key of ['acceptor', 'director', 'centre']) await sign(town, id, key, false)
  expect(await milestoneNow(town, milestoneId)).toMatchObject({
    state: 'returned',
    returnReason: expect.stringContaining('探访记录不全'),
  })
  await expect(sign(town, id, 'acceptor')).rejects.toEqual(refused('acceptance-already-signed'))
})

test('exactly sixty is enough, and one “not met” among three is not', async () => {
  const met = await opened()
  await met.sayAll([5, 4, 4, 2, 1])
  for (const key of ['acceptor', 'director', 'centre']) await sign(met.town, met.id, key)
  expect(await milestoneNow(met.town, met.milestoneId)).toMatchObject({ state: 'accepted' })
  const not = await opened()
  await not.sayAll([5, 5, 5, 5, 5])
  await sign(not.town, not.id, 'acceptor')
  await sign(not.town, not.id, 'director', false)
  await sign(not.town, not.id, 'centre')
  expect(await milestoneNow(not.town, not.milestoneId)).toMatchObject({
    state: 'returned',
    returnReason: '探访记录不全',
  })
})

test('what somebody the lot did not fall on says is read by the group and counts for nothing', async () => {
  const { town, id, order, say, sayAll } = await opened()
  const last = order[5]!
  await town.transact((tx) =>
    tx.update(serviceUsers).set({ personId: 'resident2' }).where(eq(serviceUsers.id, last)),
  )
  await expect(say(5, 1)).rejects.toEqual(refused('opinion-not-drawn'))
  await giveOpinion(town.as('resident2'), { acceptanceId: id, level: 1, words: '没来过我家' })
  await sayAll([5, 5, 5, 5, 5])
  const page = await acceptancePage(town.as('centre'), id)
  expect(page).toMatchObject({ opinions: 5, satisfaction: 100, missing: 0 })
  expect(page.words).toMatchObject([{ words: '没来过我家' }])
  await expect(giveOpinion(town.as('resident2'), { acceptanceId: id, level: 5 })).rejects.toEqual(
    refused('opinion-already-given'),
  )
})

test('who cannot be reached gives way to the next of the lot, and then fewer are enough', async () => {
  const { town, id, order, say } = await opened()
  const away = (i: number, key = 'clerk') =>
    markUnreached(town.as(key), { acceptanceId: id, serviceUserId: order[i]!, reason: 'no_answer' })
  await expect(away(0, 'acceptor')).rejects.toEqual(refused('needs-another-seat'))
  await expect(away(5)).rejects.toEqual(refused('opinion-not-drawn'))
  await say(0, 5)
  await expect(away(0)).rejects.toEqual(refused('opinion-already-given'))
  await away(1)
  await expect(say(1, 5)).rejects.toEqual(refused('opinion-not-drawn'))
  await say(5, 5)
  await away(2)
  for (const i of [3, 4]) await say(i, 4)
  expect(await findAcceptance(town.db, id)).toMatchObject({ missing: 0, heard: 100, required: 5 })
  await sign(town, id, 'acceptor')
})

test('nobody who could be reached: nothing is met', async () => {
  const town = await world()
  const { id: contractId, milestones } = await running(town)
  const [only] = await served(town, contractId, 1)
  await checked(town, milestones[1]!.id, contractId)
  const { id } = await openAcceptance(town.as('handler'), { milestoneId: milestones[1]!.id })
  await markUnreached(town.as('clerk'), { acceptanceId: id, serviceUserId: only!, reason: 'moved' })
  await expect(sign(town, id, 'acceptor')).rejects.toEqual(refused('nobody-reached'))
  await sign(town, id, 'acceptor', false)
})

test('the lot is a matter of its seed: those who came before those who never did, all of them once', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 30 }), fc.string(), (ids, seed) => {
      const drawn = inLots(seed, ids, (id) => id)
      expect([...drawn].sort()).toEqual([...ids].sort())
      expect(inLots(seed, [...ids].reverse(), (id) => id)).toEqual(drawn)
    }),
    { numRuns: 50 },
  )
})

test('item by item: every indicator is looked at, and one that is not as claimed bars “met”', async () => {
  const { town, id, milestoneId, sayAll } = await opened()
  await sayAll([5, 5, 5, 5, 5])
  const items = await itemsOf(town, id)
  const accept = { acceptanceId: id, met: true, words: '逐项看过' }
  await expect(signAcceptance(town.as('acceptor'), { ...accept, items: items.slice(1) })).rejects.toEqual(
    refused('items-incomplete'),
  )
  const short = items.map((item, i) => ({ ...item, asClaimed: i > 0 }))
  await expect(signAcceptance(town.as('acceptor'), { ...accept, items: short })).rejects.toEqual(
    refused('item-not-as-claimed'),
  )
  await signAcceptance(town.as('acceptor'), { ...accept, met: false, items: short })
  for (const key of ['director', 'centre']) await sign(town, id, key)
  expect(await milestoneNow(town, milestoneId)).toMatchObject({ state: 'returned', returnReason: '逐项看过' })
  expect((await publicAcceptance(town.db, id)).readings.map((r) => [r.looked, r.asClaimed])).toEqual([
    [3, 2],
    [3, 3],
  ])
})

test('who handled, opened or signed never accepts; nor anyone of the supplier; nor one person for two posts', async () => {
  const { town, id, contractId, sayAll } = await opened()
  await sayAll([5, 5, 5, 5, 5])
  await expect(sign(town, id, 'handler')).rejects.toEqual(refused('needs-another-seat'))
  const wearing = (key: string, role: 'street_acceptor' | 'centre_officer', partyId: string) => {
    const ctx = town.as(key)
    const seat = { id: 'other', role, partyId }
    return { ...ctx, actor: { ...ctx.actor, seat, seats: [...ctx.actor.seats, seat] } }
  }
  const accept = { acceptanceId: id, met: true, words: '好', items: await itemsOf(town, id) }
  await expect(signAcceptance(wearing('handler', 'street_acceptor', 'S1'), accept)).rejects.toEqual(
    refused('sod-handler-accepts'),
  )
  await expect(signAcceptance(wearing('approver', 'street_acceptor', 'S1'), accept)).rejects.toEqual(
    refused('sod-signer-accepts'),
  )
  await expect(signAcceptance(wearing('worker1', 'centre_officer', 'SC1'), accept)).rejects.toEqual(
    refused('sod-supplier-judges'),
  )
  await expect(sign(town, id, 'director2')).rejects.toEqual(refused('not-your-body'))
  await sign(town, id, 'acceptor')
  await expect(signAcceptance(wearing('acceptor', 'centre_officer', 'SC1'), accept)).rejects.toEqual(
    refused('acceptance-already-signed'),
  )
  expect((await contractNow(town, contractId)).state).toBe('published')
})

test('a person served speaks once, for himself; a clerk writes down for others and is named', async () => {
  const town = await world()
  const { id: contractId, milestones } = await running(town)
  const byPhone = town.vault.keyed('phone', '13800000009')
  await addServiceUser(town.as('worker1'), { contractId, label: '赵阿婆', phone: '13800000009' })
  await town.transact((tx) =>
    tx.update(persons).set({ phoneHash: byPhone }).where(eq(persons.id, 'resident2')),
  )
  const users = await served(town, contractId, 2)
  await checked(town, milestones[1]!.id, contractId)
  const { id } = await openAcceptance(town.as('handler'), { milestoneId: milestones[1]!.id })
  await expect(giveOpinion(town.as('resident1'), { acceptanceId: id, level: 1 })).rejects.toEqual(
    refused('not-served'),
  )
  await expect(giveOpinion(town.as(null), { acceptanceId: id, level: 1 })).rejects.toEqual(
    refused('sign-in-first'),
  )
  expect(await deskOfAcceptance(town.db, town.as('resident2'))).toMatchObject([{ key: 'acceptance.opine' }])
  await giveOpinion(town.as('resident2'), { acceptanceId: id, level: 5, words: '每周都来' })
  expect(await deskOfAcceptance(town.db, town.as('resident2'))).toEqual([])
  await expect(giveOpinion(town.as('resident2'), { acceptanceId: id, level: 1 })).rejects.toEqual(
    refused('opinion-already-given'),
  )
  const paper = { acceptanceId: id, serviceUserId: users[0]!, channel: 'paper' as const, level: 4 }
  await expect(enterOpinion(town.as('clerk2'), paper)).rejects.toEqual(refused('not-your-body'))
  await expect(enterOpinion(town.as('worker1'), paper)).rejects.toEqual(refused('needs-another-seat'))
  await enterOpinion(town.as('clerk'), paper)
  await expect(enterOpinion(town.as('clerk'), paper)).rejects.toEqual(refused('opinion-already-given'))
  await expect(enterOpinion(town.as('clerk'), { ...paper, serviceUserId: 'nobody' })).rejects.toEqual(
    refused('not-a-service-user'),
  )
})

test('a fix that was ordered and not closed holds “met” back', async () => {
  const { town, id, contractId, milestoneId, sayAll } = await opened()
  await sayAll([5, 5, 5, 5, 5])
  const { id: findingId } = await raiseFinding(town.as('centre'), { contractId, words: '签到表缺三天' })
  await sign(town, id, 'director')
  const desk = () => deskOfAcceptance(town.db, town.as('acceptor'))
  expect(await desk()).toMatchObject([{ key: 'acceptance.sign', kind: 'act' }])
  await orderFix(town.as('centre'), { findingId })
  expect(await desk()).toMatchObject([{ key: 'acceptance.wait-finding', kind: 'wait', params: { n: 1 } }])
  await expect(sign(town, id, 'acceptor')).rejects.toEqual(refused('finding-open'))
  await giveProof(town.as('editor1'), { findingId, proof: '已补' })
  await expect(sign(town, id, 'acceptor')).rejects.toEqual(refused('finding-open'))
  await closeFinding(town.as('centre'), { findingId, closing: '属实' })
  expect(await desk()).toMatchObject([{ key: 'acceptance.sign', kind: 'act' }])
  await sign(town, id, 'acceptor')
  await sign(town, id, 'centre')
  expect(await milestoneNow(town, milestoneId)).toMatchObject({ state: 'accepted' })
})

test('nothing is said after the conclusion', async () => {
  const { town, id, say, sayAll } = await opened()
  await sayAll([5, 5, 5, 5, 5])
  for (const key of ['acceptor', 'director', 'centre']) await sign(town, id, key)
  await expect(say(5, 1)).rejects.toEqual(refused('acceptance-concluded'))
  const other = { ...town.as('acceptor'), actor: { ...town.as('acceptor').actor, personId: 'someone' } }
  await expect(
    signAcceptance(other, { acceptanceId: id, met: true, words: '好', items: [] }),
  ).rejects.toEqual(refused('acceptance-concluded'))
})

test('the acceptance is due ten working days after the check, and late a second later', async () => {
  const town = await world()
  const { id, milestones } = await running(town)
  await served(town, id)
  await checked(town, milestones[1]!.id, id)
  const [item] = await deskOfAcceptance(town.db, town.as('handler'))
  expect(item).toMatchObject({
    key: 'acceptance.open',
    due: { mark: 'local', at: new Date('2026-03-17T00:00:00+08:00') },
  })
  const late = (at: string) => new Date(at) >= item!.due!.at
  expect([late('2026-03-16T23:59:59+08:00'), late('2026-03-17T00:00:00+08:00')]).toEqual([false, true])
})

test('desks: the clerk gathers, the group waits and then signs', async () => {
  const { town, id, sayAll } = await opened()
  const keyOf = async (key: string) =>
    (await deskOfAcceptance(town.db, town.as(key))).map((i) => [i.key, i.kind])
  expect(await keyOf('clerk')).toEqual([['acceptance.enter', 'act']])
  expect(await keyOf('acceptor')).toEqual([['acceptance.wait-opinions', 'wait']])
  expect(await keyOf('handler')).toEqual([['acceptance.wait-group', 'wait']])
  await sayAll([5, 5, 5, 5, 5])
  expect(await keyOf('clerk')).toEqual([])
  expect(await keyOf('director')).toEqual([['acceptance.sign', 'act']])
  await sign(town, id, 'director')
  expect(await keyOf('director')).toEqual([])
})

test('the last acceptance delivers the need and withholds by the formula', async () => {
  const { town, id, milestoneId, needId, contractId, sayAll } = await opened({
    template: 'PT-64',
    price: yuan(10_000),
    gate: 1,
    share: 0.7,
  })
  await sayAll([5, 5, 5, 5, 5])
  for (const key of ['acceptor', 'director', 'centre']) await sign(town, id, key)
  expect(await milestoneNow(town, milestoneId)).toMatchObject({
    state: 'accepted',
    price: yuan(4_000),
    withheld: yuan(400),
  })
  expect(await needNow(town, needId)).toMatchObject({ state: 'delivered' })
  expect(await contractNow(town, contractId)).toMatchObject({ state: 'published' })
})

test('the district’s acceptor accepts what the district bought', async () => {
  const { town, id, milestoneId, sayAll } = await opened({
    buyer: 'district',
    handler: 'dHandler',
    approver: 'dApprover',
  })
  await sayAll([5, 5, 5, 5, 5])
  await expect(sign(town, id, 'acceptor')).rejects.toEqual(refused('not-your-body'))
  for (const key of ['dAcceptor', 'director', 'centre']) await sign(town, id, key)
  expect(await milestoneNow(town, milestoneId)).toMatchObject({ state: 'accepted' })
  expect(await town.db.select().from(contracts)).toHaveLength(1)
})

test('fewer than five opinions are published as a count, never by level', async () => {
  const town = await world()
  const { id: contractId, milestones } = await running(town)
  const users = await served(town, contractId, 3)
  await checked(town, milestones[1]!.id, contractId)
  const { id } = await openAcceptance(town.as('handler'), { milestoneId: milestones[1]!.id })
  await expect(publicAcceptance(town.db, id)).rejects.toEqual(refused('acceptance-missing'))
  await expect(genuinePaper(town, 'acceptor', 'acceptance', id)).rejects.toEqual(
    refused('acceptance-missing'),
  )
  for (const serviceUserId of users)
    await enterOpinion(town.as('clerk'), { acceptanceId: id, serviceUserId, channel: 'paper', level: 5 })
  for (const key of ['acceptor', 'director', 'centre']) await sign(town, id, key)
  expect(await publicAcceptance(town.db, id)).toMatchObject({ opinions: 3, levels: null, satisfaction: null })
  expect((await genuinePaper(town, null, 'acceptance', id)).matter!.live).toBe(`/acceptances/${id}`)
})
