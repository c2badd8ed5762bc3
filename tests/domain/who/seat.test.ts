import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { journal, notices, persons, seats } from '#db/schema/index.ts'
import { withdrawSeat } from '#domain/open/handover/withdraw-seat.ts'
import { registerParty } from '#domain/who/register.ts'
import { calendarForm, enterCalendar } from '#domain/who/seat/enter-calendar.ts'
import { grantSeatForm, seatByForm as seatForm } from '#domain/who/seat/forms.ts'
import { seatByForm } from '#domain/who/seat/grant-by-phone.ts'
import { grantSeat } from '#domain/who/seat/grant-seat.ts'
import { seatChoices } from '#domain/who/seat/list-seats.ts'
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
  const told = await town.db.select().from(notices).where(eq(notices.personId, 'clerk'))
  expect(told).toMatchObject([{ message: 'seat-withdrawn', params: { party: '青石社区居民委员会' } }])
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

type Grant = Parameters<typeof grantSeat>[1]
const granted = (town: Awaited<ReturnType<typeof world>>, input: Partial<Grant>, by = 'admin') =>
  grantSeat(town.as(by), { ...seat, personId: 'resident1', ...input }).then(
    () => 'granted',
    (e) => e.reason,
  )

test('every pair of incompatible posts is kept apart, at whatever body', async () => {
  const town = await world()
  const posts: Array<[string, Grant['role'], string]> = [
    ['handler', 'street_acceptor', 'S1'],
    ['handler', 'street_finance', 'S1'],
    ['finance', 'street_approver', 'S1'],
    ['approver', 'street_acceptor', 'S1'],
    ['dFinance', 'district_approver', 'GOV'],
    ['finance', 'security_auditor', 'OVER'],
    ['security', 'system_admin', 'GOV'],
    ['auditor', 'street_handler', 'S1'],
    ['centre', 'centre_auditor', 'SC1'],
    ['station', 'committee_director', 'C1'],
    ['clerk', 'supervision_member', 'C2'],
  ]
  for (const [personId, role, partyId] of posts)
    expect([personId, await granted(town, { personId, role, partyId })]).toEqual([
      personId,
      'posts-incompatible',
    ])
})

test('a post that ends later stands in the way until it ends', async () => {
  const town = await world()
  const first = { role: 'street_handler', partyId: 'S1', to: '2026-06-30' } as const
  const second = { role: 'street_finance', partyId: 'S1' } as const
  expect(await granted(town, first)).toBe('granted')
  expect(await granted(town, { ...second, from: '2026-06-30' })).toBe('posts-incompatible')
  expect(await granted(town, { ...second, from: '2026-07-01' })).toBe('granted')
})

test('a post is held only at a body that has it', async () => {
  const town = await world()
  expect(await granted(town, { role: 'street_finance', partyId: 'C1' })).toBe('no-such-post-here')
  expect(await granted(town, { role: 'committee_director', partyId: 'S1' })).toBe('no-such-post-here')
})

test('the administrator seats the first signer of a body, and only the first', async () => {
  const town = await world()
  const body = { kind: 'organisation', name: '新芽社会工作服务中心' } as const
  const { partyId } = await registerParty(town.as('admin'), body)
  expect(await granted(town, { role: 'org_editor', partyId })).toBe('organisation-seats-its-own')
  expect(await granted(town, { role: 'org_signer', partyId })).toBe('granted')
  expect(await granted(town, { personId: 'resident2', role: 'org_signer', partyId })).toBe(
    'organisation-seats-its-own',
  )
})

test('the last day of an ended seat is not written anew', async () => {
  const town = await world()
  await withdrawSeat(town.as('admin'), { seatId: 'seat-clerk', ground: '离任' })
  const [was] = await town.db.select().from(seats).where(eq(seats.id, 'seat-clerk'))
  town.clock.pass(30 * 86_400_000)
  await expect(
    withdrawSeat(town.as('admin'), { seatId: 'seat-clerk', ground: '再次离任' }),
  ).rejects.toMatchObject({ reason: 'seat-already-ended' })
  expect((await town.db.select().from(seats).where(eq(seats.id, 'seat-clerk')))[0]?.to).toBe(was?.to)
})

test('what is no seat is told so', () => {
  for (const wrong of [
    {},
    { ...seat },
    { ...seat, personId: 'x', role: 'king' },
    { ...seat, personId: 'x', from: 'soon' },
    { ...seat, personId: 'x', from: '2026-02-30' },
    { ...seat, personId: 'x', id: 'y' },
  ])
    expect(grantSeatForm.safeParse(wrong).success).toBe(false)
})

test('holidays of a year are entered by the administrator with their source', async () => {
  const town = await world()
  const input = calendarForm.parse({
    year: '2027',
    holidays: '2027-01-01\n2027-01-02',
    workdays: '',
    source: '国办发明电〔2026〕x号',
  })
  await enterCalendar(town.as('admin'), input)
  await expect(enterCalendar(town.as('handler'), input)).rejects.toMatchObject({ kind: 'forbidden' })
  expect(calendarForm.safeParse({ year: '27', holidays: 'tomorrow', source: '' }).success).toBe(false)
  const enter = (holidays: string) =>
    enterCalendar(
      town.as('admin'),
      calendarForm.parse({ year: '2027', holidays, workdays: '', source: '国办通知' }),
    )
  expect(await enter('2027-10-01、2027-10-02')).toEqual({ year: 2027 })
  for (const wrong of ['2027-02-29', '2027-13-01', '2027-01-01 2028-01-01', '2027-1-1'])
    await expect(enter(wrong)).rejects.toMatchObject({ kind: 'invalid' })
})

test('a signer is shown the people of his own body, and seats another by the whole telephone number', async () => {
  const town = await world()
  const { people } = await seatChoices(town.db, 'ORG1')
  expect(people.map((p) => p.id).sort()).toEqual(['aide1', 'editor1', 'signer1', 'worker1'])
  const phone = '13800138111'
  const phoneHash = town.vault.keyed('phone', phone)
  await town.transact((tx) => tx.update(persons).set({ phoneHash }).where(eq(persons.id, 'resident2')))
  const typed = { role: 'org_editor', partyId: 'ORG1', from: '2026-03-02', ground: '聘任书' }
  const send = (more: object, who: string | null = 'signer1') =>
    seatByForm(town.as(who), seatForm.parse({ ...typed, personId: '', ...more })).catch((e) => e.reason)
  expect(await send({ phone: '138 0013 8111' })).toHaveProperty('seatId')
  expect((await seatsOf(town.db, 'resident2', '2026-03-02')).map((s) => s.partyId)).toContain('ORG1')
  expect(await send({ phone: '13800138222' })).toBe('person')
  expect(await send({})).toBe('person')
  expect(await send({ phone }, null)).toBe('sign-in-first')
  for (const number of [phone, '13800138222'])
    expect(await send({ phone: number }, 'handler'), number).toBe('needs-another-seat')
  expect(await send({ phone: '13800138222' }, 'signer2')).toBe('not-your-body')
})
