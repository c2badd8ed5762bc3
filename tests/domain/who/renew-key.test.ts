import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { enrolments, journal, notices, persons, seats } from '#db/schema/index.ts'
import { grantSeat } from '#domain/who/seat/grant-seat.ts'
import { listSeats } from '#domain/who/seat/list-seats.ts'
import { findSession } from '#domain/who/session/find-session.ts'
import { startSession } from '#domain/who/session/start-session.ts'
import { closedPosts } from '#domain/who/sign-in/closed-posts.ts'
import { tryWord } from '#domain/who/sign-in/enrol.ts'
import { renewKey, renewKeyAtMachine, renewKeyForm, seatToRenew } from '#domain/who/sign-in/renew-key.ts'
import { type Town, world } from '../../support/world.ts'

const reason = (done: Promise<unknown>) =>
  done.then(
    () => 'done',
    (e) => e.reason ?? String(e),
  )
const ground = '手机丢失，当面核对工作证'
const keyed = (town: Town, personId: string) =>
  town.transact((tx) =>
    tx.update(persons).set({ passwordHash: 'kept', totpSealed: 'kept' }).where(eq(persons.id, personId)),
  )
const seatOf = async (town: Town, personId: string) =>
  (await town.db.select().from(seats).where(eq(seats.personId, personId)))[0]!.id
const keyOf = async (town: Town, personId: string) =>
  (await town.db.select({ key: persons.passwordHash }).from(persons).where(eq(persons.id, personId)))[0]?.key

test('a lost key ends with every session begun with it, and a word handed over opens a new one', async () => {
  const town = await world()
  await keyed(town, 'handler')
  const from = { device: 'Android' }
  const token = await town.transact((tx) =>
    startSession(tx, town.as('handler'), { personId: 'handler', strength: 'staff', from }),
  )
  const seatId = await seatOf(town, 'handler')
  const { word } = await renewKey(town.as('admin'), { seatId, ground })
  expect(await keyOf(town, 'handler')).toBeNull()
  expect(await findSession({ store: town.store, wall: town.clock, clock: town.clock }, token)).toBeNull()
  await expect(tryWord(town.as('handler'), 'handler', word)).resolves.toEqual(expect.any(String))
  const told = await town.db.select().from(notices).where(eq(notices.personId, 'handler'))
  expect(told).toMatchObject([{ message: 'key-renewed' }])
  const lines = await town.db.select().from(journal).where(eq(journal.subject, seatId))
  expect(lines).toMatchObject([{ action: 'seat.renew_key', actorId: 'admin', detail: { ground } }])
  expect(JSON.stringify(await town.db.select().from(enrolments))).not.toContain(word)
  for (const wrong of [{}, { ground: ' ' }, { ground, seatId }])
    expect(renewKeyForm.safeParse(wrong).success).toBe(false)
})

test('nobody renews his own key, nor another body’s; whoever also sits elsewhere is the administrator’s', async () => {
  const town = await world()
  const renew = (by: string | null, seatId: string) => reason(renewKey(town.as(by), { seatId, ground }))
  const handler = await seatOf(town, 'handler')
  expect(await renew('admin', await seatOf(town, 'admin'))).toBe('sod-own-seat')
  expect(await renew('signer1', handler)).toBe('not-your-body')
  expect(await renew('approver', handler)).toBe('needs-another-seat')
  expect(await renew(null, handler)).toBe('sign-in-first')
  expect(await renew('admin', 'nothing')).toBe('seat')
  const editor = { personId: 'resident1', role: 'org_editor', partyId: 'ORG1' } as const
  const { seatId } = await grantSeat(town.as('signer1'), { ...editor, from: '2026-03-02', ground })
  expect(await renew('signer1', seatId)).toBe('done')
  const clerk = { personId: 'resident1', role: 'committee_clerk', partyId: 'C1' } as const
  await grantSeat(town.as('admin'), { ...clerk, from: '2026-03-02', ground })
  expect(await renew('signer1', seatId)).toBe('key-of-another-body')
  expect(await renew('admin', seatId)).toBe('done')
  await town.transact((tx) => tx.update(seats).set({ to: '2026-03-01' }).where(eq(seats.id, seatId)))
  expect(await renew('admin', seatId)).toBe('seat-already-ended')
  await expect(seatToRenew(town.db, town.as('auditor'), handler)).rejects.toMatchObject({
    reason: 'needs-another-seat',
  })
})

test('the list offers a first word to who has no key, and a new key to who has one', async () => {
  const town = await world()
  const seatId = await seatOf(town, 'handler')
  const acts = async () => (await listSeats(town.as('admin'), '', null)).find(({ id }) => id === seatId)?.may
  expect(await acts()).toMatchObject({ enrol: true, renew: false })
  await keyed(town, 'handler')
  expect(await acts()).toMatchObject({ enrol: false, renew: true })
})

test('the operator helps the administrator and the security auditor, by their telephones, and nobody else', async () => {
  const town = await world()
  const phone = '13800138664'
  const give = (personId: string | null) =>
    town.transact(async (tx) => {
      const phoneHash = town.vault.keyed('phone', phone)
      await tx.update(persons).set({ phoneHash: null }).where(eq(persons.phoneHash, phoneHash))
      if (personId) await tx.update(persons).set({ phoneHash }).where(eq(persons.id, personId))
    })
  const renew = () => reason(renewKeyAtMachine(town.as(null), { phone, ground }))
  await keyed(town, 'admin')
  expect(await renew()).toBe('seat')
  await give('approver')
  expect(await renew()).toBe('seat')
  await give('admin')
  expect(await renew()).toBe('done')
  expect(await keyOf(town, 'admin')).toBeNull()
  const line = (await town.db.select().from(journal)).at(-1)
  expect(line).toMatchObject({ action: 'seat.renew_key', detail: { ground, by: 'operator' } })
})

test('a code by telephone shows what posts it does not open, and whether there is a key to open them', async () => {
  const town = await world()
  const staff = town.as('handler')
  expect(await closedPosts(staff)).toBeNull()
  const byCode = { ...staff, actor: { ...staff.actor, seat: null, seats: [] } }
  const post = { role: 'street_handler', partyName: expect.any(String) }
  expect(await closedPosts(byCode)).toMatchObject({ posts: [post], hasKey: false })
  await keyed(town, 'handler')
  expect(await closedPosts(byCode)).toMatchObject({ hasKey: true })
  expect(await closedPosts(town.as(null))).toBeNull()
})
