import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { journal, notices, seats } from '#db/schema/index.ts'
import { roles } from '#db/vocabulary.ts'
import { withdrawSeat } from '#domain/open/handover/withdraw-seat.ts'
import { foundDistrict } from '#domain/who/found-district.ts'
import { confirmSeat, declineSeat } from '#domain/who/seat/confirm-seat.ts'
import { confirmSeatForm } from '#domain/who/seat/forms.ts'
import { grantSeat } from '#domain/who/seat/grant-seat.ts'
import { needsSecond } from '#domain/who/seat/posts.ts'
import { deskOfSeat, seatsToConfirm } from '#domain/who/seat/seats-to-confirm.ts'
import { seatsOf } from '#domain/who/session/find-session.ts'
import { type Town, world } from '../../support/world.ts'

const today = '2026-03-02'
const post = { role: 'street_handler', partyId: 'S1', from: today, ground: '任职文件〔2026〕8号' } as const
const granted = async (town: Town, more: object = {}, by = 'admin') =>
  (await grantSeat(town.as(by), { ...post, personId: 'resident1', ...more })).seatId
const held = async (town: Town, personId = 'resident1') =>
  (await seatsOf(town.db, personId, today)).map((s) => s.role)
const reason = (done: Promise<unknown>) =>
  done.then(
    () => 'done',
    (e) => e.reason ?? String(e),
  )
const ground = '核对任职文件原件'

test('a seat of an office counts from the moment another person confirms it', async () => {
  const town = await world()
  const seatId = await granted(town)
  expect(await held(town)).toEqual(['resident'])
  expect(await deskOfSeat(town.db, town.as('security'))).toMatchObject([
    { key: 'seat.confirm', link: `/desk/confirmations/${seatId}` },
  ])
  expect(await seatsToConfirm(town.as('security'))).toMatchObject([{ id: seatId, by: 'admin' }])
  await confirmSeat(town.as('security'), { seatId, ground })
  expect(await held(town)).toEqual(['resident', 'street_handler'])
  expect(await deskOfSeat(town.db, town.as('security'))).toEqual([])
  const lines = await town.db.select().from(journal).where(eq(journal.subject, seatId))
  const line = lines.find(({ action }) => action === 'seat.confirm')
  expect(line).toMatchObject({ actorId: 'security', detail: { ground } })
  expect(await reason(confirmSeat(town.as('security'), { seatId, ground }))).toBe('seat-does-not-wait')
})

test('nobody but a security auditor confirms, and never his own seat nor one he granted', async () => {
  const town = await world()
  const seatId = await granted(town)
  for (const who of ['admin', 'approver', 'auditor', 'signer1'])
    expect(await reason(confirmSeat(town.as(who), { seatId, ground }))).toBe('needs-another-seat')
  expect(await reason(confirmSeat(town.as(null), { seatId, ground }))).toBe('sign-in-first')
  expect(await reason(seatsToConfirm(town.as('admin')))).toBe('needs-another-seat')
  await town.transact((tx) => tx.update(seats).set({ grantedBy: 'security' }).where(eq(seats.id, seatId)))
  expect(await reason(confirmSeat(town.as('security'), { seatId, ground }))).toBe('sod-granter-confirms')
  const own = { personId: 'security', grantedBy: 'admin' }
  await town.transact((tx) => tx.update(seats).set(own).where(eq(seats.id, seatId)))
  expect(await reason(confirmSeat(town.as('security'), { seatId, ground }))).toBe('sod-own-seat')
  expect(await reason(confirmSeat(town.as('security'), { seatId: 'nothing', ground }))).toBe('seat')
  for (const wrong of [{}, { seatId }, { seatId, ground: ' ' }, { seatId, ground, role: 'x' }])
    expect(confirmSeatForm.safeParse(wrong).success).toBe(false)
})

test('a seat that is not confirmed, or withdrawn before it was, never counts, and who granted it is told', async () => {
  const town = await world()
  const seatId = await granted(town)
  await declineSeat(town.as('security'), { seatId, ground: '文号与原件不符' })
  expect(await held(town)).toEqual(['resident'])
  expect(await reason(confirmSeat(town.as('security'), { seatId, ground }))).toBe('seat-already-ended')
  const told = await town.db.select().from(notices).where(eq(notices.personId, 'admin'))
  expect(told).toMatchObject([{ message: 'seat-declined' }])
  const other = await granted(town)
  await withdrawSeat(town.as('admin'), { seatId: other, ground: '误录' })
  expect(await reason(confirmSeat(town.as('security'), { seatId: other, ground }))).toBe('seat-already-ended')
})

test('posts that decide, spend or watch wait; the rest and the seats from before the rule do not', async () => {
  const town = await world()
  expect(roles.filter((role) => !needsSecond(role))).toEqual(
    expect.arrayContaining(['resident', 'committee_clerk', 'org_signer', 'expert', 'social_worker']),
  )
  for (const role of ['street_finance', 'district_approver', 'centre_auditor', 'committee_director'] as const)
    expect(needsSecond(role)).toBe(true)
  await granted(town, { role: 'committee_clerk', partyId: 'C1' })
  expect(await held(town)).toContain('committee_clerk')
  expect(await held(town, 'handler')).toEqual(['street_handler'])
})

test('who confirms is himself confirmed, is never left out, and only the first ever needs nobody', async () => {
  const town = await world()
  const last = { seatId: 'seat-security', ground: '离任' }
  expect(await reason(withdrawSeat(town.as('admin'), last))).toBe('last-security-auditor')
  const next = { role: 'security_auditor', partyId: 'GOV' } as const
  const seatId = await granted(town, next)
  expect(await held(town)).not.toContain('security_auditor')
  expect(await reason(withdrawSeat(town.as('admin'), last))).toBe('last-security-auditor')
  await confirmSeat(town.as('security'), { seatId, ground })
  expect(await reason(withdrawSeat(town.as('admin'), last))).toBe('done')
  await town.transact((tx) => tx.delete(seats).where(eq(seats.role, 'security_auditor')))
  await granted(town, { ...next, personId: 'resident2' })
  expect(await held(town, 'resident2')).toContain('security_auditor')
})

test('a district is founded by two persons, whose seats count at once and who each get a word', async () => {
  const town = await world()
  const two = {
    code: '990102',
    name: '新区',
    ground: '任命文件',
    admin: { name: '王管理员', phone: '13800138771' },
    auditor: { name: '李审计员', phone: '13800138772' },
  }
  expect(await reason(foundDistrict(town.as(null), two))).toBe('already-founded')
  await town.transact((tx) => tx.delete(seats).where(eq(seats.role, 'system_admin')))
  expect(await reason(foundDistrict(town.as(null), { ...two, auditor: two.admin }))).toBe('two-persons')
  const { admin, auditor } = await foundDistrict(town.as(null), two)
  expect(await held(town, admin.personId)).toEqual(['system_admin'])
  expect(await held(town, auditor.personId)).toEqual(['security_auditor'])
  expect([admin.word, auditor.word]).toEqual([expect.stringMatching(/^(\w{4}-){2}\w{4}$/), expect.anything()])
})
