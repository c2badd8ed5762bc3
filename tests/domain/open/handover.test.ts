import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import {
  caseFiles,
  handovers,
  journal,
  notices,
  seats,
  socialWorkers,
  tenderKeys,
  trustees,
} from '#db/schema/index.ts'
import { tryKeys } from '#domain/buy/seal/try-keys.ts'
import type { Context } from '#domain/context.ts'
import { openCase } from '#domain/deliver/casework/keep-case.ts'
import { addServiceUser } from '#domain/deliver/diary/add-service-user.ts'
import { contactsOf } from '#domain/open/handover/contacts.ts'
import { deskOfHandover } from '#domain/open/handover/desk.ts'
import {
  receiveHandoverForm,
  returnHandoverForm,
  signForLeaverForm,
  signHandoverForm,
} from '#domain/open/handover/forms.ts'
import { handoverPage, seatHandoverPage } from '#domain/open/handover/handover-page.ts'
import { receiveHandover, returnHandover } from '#domain/open/handover/receive-handover.ts'
import { signForLeaver, signHandover } from '#domain/open/handover/sign-handover.ts'
import { withdrawSeat } from '#domain/open/handover/withdraw-seat.ts'
import { findProject } from '#domain/open/project.ts'
import type { Actor } from '#domain/who/actor.ts'
import { mySeats } from '#domain/who/my-data.ts'
import { grantSeat } from '#domain/who/seat/grant-seat.ts'
import { drawn, running } from '#tests/support/contract.ts'
import { type KeeperKey, sharesOfTwo, splitTender } from '#tests/support/seal.ts'
import { sealedRound } from '#tests/support/vote.ts'
import { type Town, world } from '#tests/support/world.ts'

const today = '2026-03-02'
const refused = (reason: string) => expect.objectContaining({ reason })
const words = '档案在二楼柜子里，周五同居委会有约'
const gone = { ground: '调离，联系不上' }
const withdraw = (town: Town, seatId: string, who = 'admin') =>
  withdrawSeat(town.as(who), { seatId, ground: '离任' })
/** Another in the same post, at once: his seat stands as one of before the rule of two. */
async function seated(town: Town, personId: string, like: string) {
  const [post] = await town.db
    .select()
    .from(seats)
    .where(eq(seats.id, `seat-${like}`))
  const seat = { ...post!, id: `seat-${personId}-${like}`, personId, from: today }
  await town.transact((tx) => tx.insert(seats).values(seat))
  const actor: Actor = {
    personId,
    seat: { id: seat.id, role: seat.role, partyId: seat.partyId },
    seats: [{ id: seat.id, role: seat.role, partyId: seat.partyId }],
    communityId: null,
  }
  return { ...town.as(personId), actor }
}
const seenBy = async (town: Town, who: string, seatId: string) =>
  (await seatHandoverPage(town.as(who), seatId)).seen
const tellsOf = async (town: Town, message: string) =>
  (await town.db.select().from(notices).where(eq(notices.message, message))).map((n) => n.personId)

test('a seat with open matters ends only once they are handed over, item by item, and taken over', async () => {
  const town = await world()
  const { planId } = await drawn(town)
  const seatId = 'seat-handler'
  await expect(withdraw(town, seatId)).rejects.toEqual(refused('seat-has-open-matters'))
  const next = await seated(town, 'resident1', 'handler')
  const mine = await seatHandoverPage(town.as('handler'), seatId)
  expect(mine.matters).toMatchObject([{ key: 'contract.wait-confirm', kind: 'wait' }])
  expect(mine).toMatchObject({ own: true, open: true, mayWithdraw: false, blocked: true, kinds: [] })
  expect(mine.successors).toEqual([{ id: 'resident1', name: 'resident1' }])
  const admins = await seatHandoverPage(town.as('admin'), seatId)
  expect(admins).toMatchObject({ own: false, matters: [], n: 1, kinds: [{ n: 1 }], mayWithdraw: true })
  const sign = (who: string, more: object = {}) =>
    signHandover(town.as(who), { seatId, toId: 'resident1', words, seen: mine.seen, ...more })
  for (const [who, why] of [
    ['approver', 'handover-own-post'],
    ['admin', 'not-your-body'],
    ['resident1', 'needs-another-seat'],
  ] as const)
    await expect(sign(who), who).rejects.toEqual(refused(why))
  await expect(sign('handler', { toId: 'approver' })).rejects.toEqual(refused('handover-successor'))
  await expect(sign('handler', { toId: 'handler' })).rejects.toEqual(refused('handover-successor'))
  await expect(sign('handler', { seatId: 'nothing' })).rejects.toEqual(refused('seat'))
  await drawn(town)
  await expect(sign('handler')).rejects.toEqual(refused('handover-matters-moved'))
  const { id } = await sign('handler', { seen: await seenBy(town, 'handler', seatId) })
  await expect(sign('handler')).rejects.toEqual(refused('handover-signed'))
  await expect(withdraw(town, seatId), 'not taken over yet').rejects.toEqual(refused('seat-has-open-matters'))
  expect(await deskOfHandover(town.db, next)).toMatchObject([
    { key: 'handover.receive', params: { n: 2 }, due: { at: new Date('2026-03-13T00:00:00+08:00') } },
  ])
  const receive = (ctx = next) => receiveHandover(ctx, { handoverId: id })
  await expect(receive(town.as('handler'))).rejects.toEqual(refused('handover-not-to-you'))
  await expect(receive(town.as('dHandler'))).rejects.toEqual(refused('not-your-body'))
  await receive()
  await expect(receive()).rejects.toEqual(refused('not-in-this-state'))
  expect(await deskOfHandover(town.db, next)).toEqual([])
  expect(await tellsOf(town, 'handover-received')).toEqual(['handler'])
  const project = await findProject(town.db, planId, today)
  const handlers = (await contactsOf(town.db, project, today)).filter((c) => c.role === 'street_handler')
  expect(handlers, 'residents are shown who has taken over').toMatchObject([
    { name: 'resident1', since: town.clock.now() },
  ])
  await withdraw(town, seatId)
  expect((await handoverPage(next, id)).matters.map((m) => m.open)).toEqual([true, true])
  expect(await handoverPage(town.as('admin'), id)).toMatchObject({ matters: [], words: null, n: 2 })
  await expect(handoverPage(town.as('approver'), id)).rejects.toEqual(refused('handover-not-yours'))
  await expect(handoverPage(town.as(null), id)).rejects.toEqual(refused('sign-in-first'))
  const lines = await town.db.select().from(journal).where(eq(journal.subject, id))
  expect(lines.map((line) => line.action).sort()).toEqual(['handover.receive', 'handover.sign'])
  expect(JSON.stringify(lines)).not.toContain('档案')
})

test('what is wanting is given back and signed anew; for one who is gone who appoints signs, and never takes it over himself', async () => {
  const town = await world()
  await drawn(town)
  const seatId = 'seat-handler'
  const { seatId: heir } = await grantSeat(town.as('admin'), {
    ...{ personId: 'resident2', role: 'street_handler', partyId: 'S1', from: today, ground: '任职文件' },
  })
  const seen = await seenBy(town, 'admin', seatId)
  const said = { seatId, toId: 'resident2', words, seen }
  const signFor = (who: string) => signForLeaver(town.as(who), { ...said, ...gone })
  for (const [who, why] of [
    ['handler', 'needs-another-seat'],
    ['signer1', 'not-your-body'],
  ] as const)
    await expect(signFor(who), who).rejects.toEqual(refused(why))
  const first = await signHandover(town.as('handler'), said)
  await town.transact((tx) => tx.update(seats).set({ awaits: false }).where(eq(seats.id, heir)))
  const seat = { id: heir, role: 'street_handler' as const, partyId: 'S1' }
  const next = {
    ...town.as('resident2'),
    actor: { personId: 'resident2', seat, seats: [seat], communityId: null },
  }
  await returnHandover(next, { handoverId: first.id, words: '少了两份合同的底稿' })
  expect(await tellsOf(town, 'handover-returned')).toEqual(['handler'])
  const { id } = await signFor('admin')
  await withdraw(town, seatId)
  expect(await handoverPage(next, id)).toMatchObject({
    signedFor: 'admin',
    ground: gone.ground,
    state: 'signed',
  })
  const own = { ...town.as('admin'), actor: { ...next.actor, personId: 'admin' } }
  await town.transact((tx) => tx.update(handovers).set({ toId: 'admin' }).where(eq(handovers.id, id)))
  await expect(receiveHandover(own, { handoverId: id })).rejects.toEqual(refused('sod-signer-receives'))
  await town.transact((tx) => tx.update(handovers).set({ toId: 'resident2' }).where(eq(handovers.id, id)))
  await receiveHandover(next, { handoverId: id })
})

test('what stands in a social worker’s own name passes on too: files with the receipt, the card by a change that is asked for', async () => {
  const town = await world()
  const { id: contractId } = await running(town)
  const { id: serviceUserId } = await addServiceUser(town.as('worker1'), {
    ...{ contractId, label: '张阿姨', phone: undefined },
  })
  const { id: caseId } = await openCase(town.as('worker1'), { contractId, serviceUserId, goal: '稳定情绪' })
  const seatId = 'seat-worker1'
  const mine = await seatHandoverPage(town.as('worker1'), seatId)
  expect(mine.matters.filter((m) => m.kind === 'named')).toMatchObject([
    { key: 'handover.card', link: `/work/${contractId}` },
    { key: 'handover.case', link: `/cases/${caseId}` },
  ])
  const all = await seatHandoverPage(town.as('signer1'), seatId)
  expect(JSON.stringify(all), 'an organisation sees how many, never which').not.toContain('GA-')
  await expect(withdraw(town, seatId, 'signer1')).rejects.toEqual(refused('seat-has-open-matters'))
  const next = await seated(town, 'editor1', 'worker1')
  const { id } = await signForLeaver(town.as('signer1'), {
    ...{ seatId, toId: 'editor1', words, seen: mine.seen, ...gone },
  })
  await withdraw(town, seatId, 'signer1')
  await expect(receiveHandover(next, { handoverId: id })).rejects.toEqual(refused('case-heir-unknown'))
  const worker = {
    level: 'assistant',
    certNo: 'T-9',
    registeredUntil: '2028-12-31',
    employerId: 'ORG1',
  } as const
  await town.transact((tx) => tx.insert(socialWorkers).values({ id: 'editor1', ...worker }))
  await receiveHandover(next, { handoverId: id })
  expect(await town.db.select().from(caseFiles)).toMatchObject([{ id: caseId, workerId: 'editor1' }])
  expect(await deskOfHandover(town.db, town.as('signer1'))).toMatchObject([
    { key: 'handover.card', link: `/work/${contractId}/changes/new` },
  ])
})

test('a term that ends is handed over before its last day; one that ran out stays on the desk of who appoints', async () => {
  const town = await world()
  await drawn(town)
  await town.transact((tx) => tx.update(seats).set({ to: '2026-03-10' }).where(eq(seats.id, 'seat-handler')))
  const due = { at: new Date('2026-03-11T00:00:00+08:00'), mark: 'reference' }
  expect(await deskOfHandover(town.db, town.as('handler'))).toMatchObject([
    { key: 'handover.sign', link: '/desk/seats/seat-handler', due },
  ])
  const own = async (ctx: Context) => (await mySeats(ctx)).map(({ id, isPost }) => [id, isPost])
  expect(await own(town.as('handler'))).toEqual([['seat-handler', true]])
  const handler = town.as('handler')
  expect(await own({ ...handler, actor: { ...handler.actor, seat: null } })).toEqual([
    ['seat-handler', false],
  ])
  expect(await deskOfHandover(town.db, town.as('admin'))).toEqual([])
  town.clock.set(new Date('2026-03-11T09:00:00+08:00'))
  expect(await deskOfHandover(town.db, town.as('admin'))).toMatchObject([
    { key: 'handover.sign_for', params: { n: 1 }, due: { at: new Date('2026-03-21T00:00:00+08:00') } },
  ])
  expect(await deskOfHandover(town.db, town.as('signer1'))).toEqual([])
  await withdraw(town, 'seat-clerk')
  await expect(seatHandoverPage(town.as('handler'), 'seat-approver')).rejects.toMatchObject({
    kind: 'forbidden',
  })
})

test('the forms ask for who follows, words, a ground, and a tick', () => {
  const whole = { toId: 'x', words, seen: 'y' }
  expect(signHandoverForm.safeParse(whole).success).toBe(true)
  for (const wrong of [{}, { ...whole, toId: '' }, { ...whole, words: '好' }, { ...whole, more: 1 }])
    expect(signHandoverForm.safeParse(wrong).success).toBe(false)
  expect(signForLeaverForm.safeParse(whole).success).toBe(false)
  expect(receiveHandoverForm.safeParse({}).success).toBe(false)
  expect(returnHandoverForm.safeParse({ words: '少' }).success).toBe(false)
})

test('a share of a key passes to nobody: its call is named, and the post is taken over only when the other two open without it', async () => {
  const town = await world()
  const { id: tenderId } = await splitTender(town)
  const seatId = 'seat-handler'
  const next = await seated(town, 'resident1', 'handler')
  const mine = await seatHandoverPage(town.as('handler'), seatId)
  const link = `/desk/tenders/${tenderId}/share`
  expect(mine.matters).toContainEqual(expect.objectContaining({ key: 'handover.share', link, kind: 'named' }))
  const auditors = await seatHandoverPage(town.as('auditor'), 'seat-auditor')
  expect(auditors.matters.map(({ key }) => key)).toContain('handover.share')
  const said = { seatId, toId: 'resident1', words, seen: mine.seen }
  const { id: handoverId } = await signHandover(town.as('handler'), said)
  const receive = () => receiveHandover(next, { handoverId })
  await expect(receive()).rejects.toEqual(refused('handover-shares-kept'))
  const tried = async (two: readonly [KeeperKey, KeeperKey]) => {
    town.clock.pass(60_000)
    await tryKeys(town.as('handler'), { tenderId, ...(await sharesOfTwo(town, tenderId, two)) })
  }
  await tried(['handler', 'supervisor'])
  await expect(receive()).rejects.toEqual(refused('handover-shares-kept'))
  await tried(['supervisor', 'auditor'])
  town.clock.pass(91 * 86_400_000)
  await expect(receive(), 'a trial of long ago').rejects.toEqual(refused('handover-shares-kept'))
  town.clock.pass(-91 * 86_400_000)
  await receive()
  const shown = (await handoverPage(next, handoverId)).matters.find(({ key }) => key === 'handover.share')
  expect(shown).toMatchObject({ link, open: false })
  await town.transact((tx) => tx.update(tenderKeys).set({ record: '开启记录' }))
  const after = await seatHandoverPage(town.as('auditor'), 'seat-auditor')
  expect(after.matters.map(({ key }) => key)).not.toContain('handover.share')
})

test('a keeper of a round who has not confirmed is named anew; one who has hands over when the box is open or opens without him', async () => {
  const town = await world()
  const round = await sealedRound(town)
  const { matters } = await seatHandoverPage(town.as('supervisor'), 'seat-supervisor')
  const link = `/desk/rounds/${round.id}/share`
  expect(matters).toContainEqual(expect.objectContaining({ key: 'handover.share', link }))
  await town.transact((tx) => tx.update(trustees).set({ confirmedAt: null }))
  const unmade = await seatHandoverPage(town.as('supervisor'), 'seat-supervisor')
  expect(unmade.matters).toContainEqual(expect.objectContaining({ key: 'handover.keeper', link }))
})
