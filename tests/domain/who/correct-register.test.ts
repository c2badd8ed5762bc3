import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { journal, parties, persons, places, seats } from '#db/schema/index.ts'
import {
  bodyPlaceForm,
  correctBody,
  correctPerson,
  correctPlace,
  personFactsForm,
  placeFactsForm,
  registeredBody,
  registeredPlace,
} from '#domain/who/correct-register.ts'
import { registerParty, registerPerson } from '#domain/who/register.ts'
import { confirmSeat } from '#domain/who/seat/confirm-seat.ts'
import { seatsOf } from '#domain/who/session/find-session.ts'
import { type Town, world } from '../../support/world.ts'

const reason = (done: Promise<unknown>) =>
  done.then(
    () => 'done',
    (e) => e.reason ?? String(e),
  )

test('a place and a body are put right by the administrator; what is left empty is emptied', async () => {
  const town = await world()
  const facts = { name: '青石社区（东）', communityKind: 'village_committee', population: 1200 } as const
  expect(await reason(correctPlace(town.as('approver'), { ...facts, placeId: 'C1' }))).toBe(
    'needs-another-seat',
  )
  expect(await reason(registeredPlace(town.as('clerk'), 'C1'))).toBe('needs-another-seat')
  expect(await reason(registeredPlace(town.as('admin'), 'nowhere'))).toBe('place-unknown')
  await correctPlace(town.as('admin'), { ...facts, placeId: 'C1' })
  const [place] = await town.db.select().from(places).where(eq(places.id, 'C1'))
  expect(place).toMatchObject({ ...facts, households: null, adults: null, code: '990101001001' })
  for (const wrong of [{}, { name: ' ' }, { ...facts, population: -1 }, { ...facts, code: '1' }])
    expect(placeFactsForm.safeParse(wrong).success).toBe(false)
  const committee = { partyId: 'C1', name: '青石社区居委会', placeId: 'C1', streetId: 'S1' }
  const body = (more: object, by = 'admin') => reason(correctBody(town.as(by), { ...committee, ...more }))
  expect(await body({}, 'handler')).toBe('needs-another-seat')
  expect(await body({ placeId: undefined })).toBe('body-place-community')
  expect(await body({ streetId: undefined })).toBe('body-needs-street')
  expect(await body({ streetId: 'ORG1' })).toBe('street-unknown')
  expect(await body({ partyId: 'nobody' })).toBe('party')
  expect(await body({})).toBe('done')
  const [named] = await town.db.select().from(parties).where(eq(parties.id, 'C1'))
  expect(named).toMatchObject({ name: '青石社区居委会', placeId: 'C1', streetId: 'S1' })
  expect(await reason(registeredBody(town.as('auditor'), 'C1'))).toBe('needs-another-seat')
  for (const wrong of [{}, { name: '' }, { name: '甲', kind: 'station' }])
    expect(bodyPlaceForm.safeParse(wrong).success).toBe(false)
})

test('an office is registered with its place, and what is under a street with that street', async () => {
  const town = await world()
  const enter = (more: object) =>
    reason(registerParty(town.as('admin'), { kind: 'station', name: '新站', ...more } as never))
  expect(await enter({})).toBe('body-place-community')
  expect(await enter({ placeId: 'S1', streetId: 'S1' })).toBe('body-place-community')
  expect(await enter({ placeId: 'C2' })).toBe('body-needs-street')
  expect(await enter({ placeId: 'C2', streetId: 'S1' })).toBe('done')
  expect(await enter({ kind: 'street_office' })).toBe('body-place-street')
  expect(await enter({ kind: 'grid_team', placeId: 'C1', streetId: 'S1' })).toBe('body-place-grid')
  expect(await enter({ kind: 'organisation' })).toBe('done')
})

const [old, fresh] = ['13800138331', '13800138332']
const give = (town: Town, personId: string) =>
  town.transact((tx) =>
    tx
      .update(persons)
      .set({ phoneHash: town.vault.keyed('phone', old) })
      .where(eq(persons.id, personId)),
  )
const held = async (town: Town, personId: string) =>
  (await seatsOf(town.db, personId, '2026-03-02')).map(({ role }) => role)

test('another telephone ends the sign-ins, and a post of an office counts again once it is confirmed again', async () => {
  const town = await world()
  await give(town, 'approver')
  const move = (more: object = {}, by = 'admin') =>
    reason(correctPerson(town.as(by), { phone: old, newPhone: fresh, ...more }))
  expect(await move({}, 'handler')).toBe('needs-another-seat')
  expect(await move({ phone: '13800138339' })).toBe('nobody-has-that-phone')
  expect(await move({ communityId: 'S1' })).toBe('place-unknown')
  expect(await held(town, 'approver')).toContain('street_approver')
  expect(await move({ name: '新称呼', communityId: 'C2' })).toBe('done')
  const [person] = await town.db.select().from(persons).where(eq(persons.id, 'approver'))
  expect(person).toMatchObject({ name: '新称呼', communityId: 'C2', phoneTail: '8332' })
  expect(await held(town, 'approver')).not.toContain('street_approver')
  const [seat] = await town.db.select().from(seats).where(eq(seats.personId, 'approver'))
  await confirmSeat(town.as('security'), { seatId: seat!.id, ground: '当面核对本人' })
  expect(await held(town, 'approver')).toContain('street_approver')
  const lines = await town.db.select().from(journal).where(eq(journal.action, 'person.correct'))
  expect(JSON.stringify(lines)).not.toMatch(/138001383|8332|新称呼/)
})

test('nobody corrects himself, takes a number that is known, or leaves nobody to confirm', async () => {
  const town = await world()
  const move = (more: object = {}) =>
    reason(correctPerson(town.as('admin'), { phone: old, newPhone: fresh, ...more }))
  await give(town, 'security')
  expect(await move()).toBe('last-security-auditor')
  await registerPerson(town.as('admin'), { name: '占号的人', phone: fresh })
  expect(await move()).toBe('phone-known')
  expect(await move({ newPhone: undefined, name: '李审计员' })).toBe('done')
  await town.transact((tx) => tx.update(persons).set({ phoneHash: null }).where(eq(persons.id, 'security')))
  await give(town, 'admin')
  expect(await move({ newPhone: '13800138333' })).toBe('sod-own-seat')
  for (const wrong of [{}, { phone: old }, { newPhone: fresh }, { phone: old, newPhone: '1' }])
    expect(personFactsForm.safeParse(wrong).success).toBe(false)
})
