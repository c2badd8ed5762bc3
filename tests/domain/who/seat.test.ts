import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { journal, seats } from '#db/schema/index.ts'
import { calendarForm, enterCalendar } from '#domain/who/seat/enter-calendar.ts'
import { grantSeatForm } from '#domain/who/seat/forms.ts'
import { grantSeat, withdrawSeat } from '#domain/who/seat/grant-seat.ts'
import { seatsOf } from '#domain/who/session/find-session.ts'
import { world } from '../../support/world.ts'

const seat = {
  role: 'committee_clerk',
  partyId: 'C1',
  from: '2026-03-02',
  ground: '任职文件〔2026〕1号',
} as const

test('a seat is granted by the office that may, with its ground in the journal', async () => {
  const town = await world()
  const { seatId } = await grantSeat(town.as('admin'), { ...seat, personId: 'resident1' })
  expect((await seatsOf(town.db, 'resident1', '2026-03-02')).map((s) => s.id)).toContain(seatId)
  const [line] = await town.db.select().from(journal).where(eq(journal.subject, seatId))
  expect(line).toMatchObject({ action: 'seat.grant', actorId: 'admin', detail: { ground: seat.ground } })
})

test('a withdrawn seat counts from that day on no more, and stays on record', async () => {
  const town = await world()
  await withdrawSeat(town.as('admin'), { seatId: 'seat-clerk', ground: '离任' })
  expect(await seatsOf(town.db, 'clerk', '2026-03-02')).toEqual([])
  expect(await town.db.select().from(seats).where(eq(seats.id, 'seat-clerk'))).toHaveLength(1)
})

test('nobody grants himself a seat, and no organisation seats an office', async () => {
  const town = await world()
  const refused = (key: string, input: Parameters<typeof grantSeat>[1]) =>
    grantSeat(town.as(key), input).catch((e) => e.reason)
  expect(await refused('admin', { ...seat, personId: 'admin' })).toBe('sod-own-seat')
  expect(await refused('signer1', { ...seat, personId: 'resident1' })).toBe('not-your-body')
  expect(
    await refused('signer1', { ...seat, role: 'org_editor', partyId: 'ORG2', personId: 'resident1' }),
  ).toBe('not-your-body')
  expect(
    await refused('admin', { ...seat, role: 'org_editor', partyId: 'ORG2', personId: 'resident1' }),
  ).toBe('organisation-seats-its-own')
  expect(await refused('handler', { ...seat, personId: 'resident1' })).toBe('needs-another-seat')
})

test('incompatible posts are kept apart', async () => {
  const town = await world()
  const clash = (personId: string, role: 'street_acceptor' | 'security_auditor') =>
    grantSeat(town.as(role === 'security_auditor' ? 'admin' : 'admin'), {
      ...seat,
      partyId: 'S1',
      role,
      personId,
    }).catch((e) => e.reason)
  expect(await clash('handler', 'street_acceptor')).toBe('posts-incompatible')
})

test('what is no seat is told so', () => {
  for (const wrong of [
    {},
    { ...seat },
    { ...seat, personId: 'x', role: 'king' },
    { ...seat, personId: 'x', from: 'soon' },
    { ...seat, personId: 'x', id: 'y' },
  ])
    expect(grantSeatForm.safeParse(wrong).success).toBe(false)
})

test('holidays of a year are entered by the administrator with their source', async () => {
  const town = await world()
  const input = calendarForm.parse({
    year: '2027',
    holidays: '2027-01-01\n2027-01-02 2028-01-01',
    workdays: '',
    source: '国办发明电〔2026〕x号',
  })
  await enterCalendar(town.as('admin'), input)
  await expect(enterCalendar(town.as('handler'), input)).rejects.toMatchObject({ kind: 'forbidden' })
  expect(calendarForm.safeParse({ year: '27', holidays: 'tomorrow', source: '' }).success).toBe(false)
})
