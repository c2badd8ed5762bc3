import { expect, test } from 'vitest'
import { registerParty, registerPerson, registerPlace } from '#domain/who/register.ts'
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
