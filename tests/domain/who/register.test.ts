import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { experts, parties, socialWorkers } from '#db/schema/index.ts'
import { registerParty, registerPerson, registerPlace } from '#domain/who/register.ts'
import {
  expertForm,
  noteStanding,
  registerExpert,
  registerWorker,
  standingForm,
  workerForm,
} from '#domain/who/register-standing.ts'
import { world } from '../../support/world.ts'

const reason = (done: Promise<unknown>) =>
  done.then(
    () => 'registered',
    (e) => e.reason ?? String(e),
  )

test('a place lies within the one above it, and its code says so', async () => {
  const town = await world()
  const place = (input: object) =>
    reason(
      registerPlace(town.as('admin'), {
        level: 'grid',
        code: '990101001001077',
        name: '新格',
        ...input,
      } as never),
    )
  expect(await place({ parentId: 'C1' })).toBe('registered')
  const wrong = [
    { code: '990101001001078' },
    { code: '990101001001078', parentId: 'S1' },
    { code: '990101001002078', parentId: 'C1' },
    { code: '990101077', parentId: 'C1' },
    { code: '990102', level: 'district', parentId: 'D1' },
  ]
  for (const input of wrong) expect(await place(input)).toBe('place-code-level')
  expect(await place({ code: '990101001001079', parentId: 'nowhere' })).toBe('place-unknown')
})

test('what is named is there: a body’s place and street, a person’s community', async () => {
  const town = await world()
  const body = { kind: 'organisation', name: '新芽社会工作服务中心' } as const
  expect(await reason(registerParty(town.as('admin'), { ...body, placeId: 'nowhere' }))).toBe('place-unknown')
  expect(await reason(registerParty(town.as('admin'), { ...body, streetId: 'ORG1' }))).toBe('street-unknown')
  const person = { name: '新来的人' }
  expect(await reason(registerPerson(town.as('admin'), { ...person, communityId: 'S1' }))).toBe(
    'place-unknown',
  )
  expect(await reason(registerPerson(town.as('admin'), { ...person, communityId: 'C1' }))).toBe('registered')
})

test('the register is the administrator’s alone, and a code with a wrong check digit needs a reason', async () => {
  const town = await world()
  const body = { kind: 'organisation', name: '早年登记的协会', uscc: '52990101MJA100017M' } as const
  expect(await reason(registerParty(town.as('handler'), body))).toBe('needs-another-seat')
  expect(await reason(registerParty(town.as('admin'), body))).toBe('uscc-check-digit')
  const usccOverride = '试点时期的代码，核对过登记证书'
  expect(await reason(registerParty(town.as('admin'), { ...body, usccOverride }))).toBe('registered')
})

const held = { level: 'senior', certNo: 'S-1', registeredUntil: '2029-06-30' } as const
const phone = '13800138555'

test('a social worker and an expert are registered by telephone, and again when something changes', async () => {
  const town = await world()
  const worker = (more: object = {}) =>
    reason(registerWorker(town.as('admin'), { ...held, phone, employerId: 'ORG1', ...more }))
  expect(await worker()).toBe('nobody-has-that-phone')
  const { personId } = await registerPerson(town.as('admin'), { name: '新社工', phone })
  expect(await worker()).toBe('registered')
  expect(await worker({ employerId: 'S1' })).toBe('body-unknown')
  expect(await worker({ employerId: 'ORG2' })).toBe('registered')
  const [kept] = await town.db.select().from(socialWorkers).where(eq(socialWorkers.id, personId))
  expect(kept).toMatchObject({ level: 'senior', employerId: 'ORG2' })
  const expert = {
    phone,
    ...expertForm.omit({ phone: true }).parse({ fields: '养老、社工', employer: '云澜学院' }),
  }
  expect(await reason(registerExpert(town.as('handler'), expert))).toBe('needs-another-seat')
  expect(await reason(registerExpert(town.as('admin'), expert))).toBe('registered')
  const [judge] = await town.db.select().from(experts).where(eq(experts.id, personId))
  expect(judge).toMatchObject({ fields: ['养老', '社工'], employer: '云澜学院' })
})

test('a body is listed from a day on, with the ground, by the registrar alone', async () => {
  const town = await world()
  const standing = {
    partyId: 'ORG1',
    credit: 'abnormal_list',
    since: '2026-03-01',
    ground: '民政公告',
  } as const
  expect(await reason(noteStanding(town.as('approver'), standing))).toBe('needs-another-seat')
  expect(await reason(noteStanding(town.as('admin'), { ...standing, since: '2026-03-03' }))).toBe(
    'standing-in-the-future',
  )
  expect(await reason(noteStanding(town.as('admin'), { ...standing, partyId: 'C1' }))).toBe('body-unknown')
  expect(await reason(noteStanding(town.as('admin'), standing))).toBe('registered')
  const [listed] = await town.db.select().from(parties).where(eq(parties.id, 'ORG1'))
  expect(listed).toMatchObject({ credit: 'abnormal_list', creditSince: '2026-03-01', creditNote: '民政公告' })
  for (const wrong of [{ since: '2026-02-30' }, { credit: 'good' }, { ground: ' ' }, { state: 'x' }])
    expect(standingForm.safeParse({ ...standing, ...wrong }).success).toBe(false)
  expect(workerForm.safeParse({ ...held, phone: '123' }).success).toBe(false)
})
