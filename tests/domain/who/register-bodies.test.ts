import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { expertTies, parties, persons } from '#db/schema/index.ts'
import {
  bodyFactsForm,
  declareTie,
  noteBody,
  registerSoloist,
  soloistForm,
  tieForm,
} from '#domain/who/register-bodies.ts'
import { type Town, world } from '../../support/world.ts'

const phone = '13800138777'
const reason = (done: Promise<unknown>) =>
  done.then(
    () => 'registered',
    (e) => e.reason ?? String(e),
  )
async function reachable(town: Town, personId: string) {
  const phoneHash = town.vault.keyed('phone', phone)
  await town.transact((tx) => tx.update(persons).set({ phoneHash }).where(eq(persons.id, personId)))
}

test('a declared tie of an expert is entered by the registrar, with the day it ended', async () => {
  const town = await world()
  const tie = { phone, partyId: 'ORG1', relation: 'board', until: '2025-12-31' } as const
  expect(await reason(declareTie(town.as('handler'), tie))).toBe('needs-another-seat')
  expect(await reason(declareTie(town.as('admin'), tie))).toBe('nobody-has-that-phone')
  await reachable(town, 'resident1')
  expect(await reason(declareTie(town.as('admin'), tie))).toBe('no-such-expert')
  await town.transact((tx) => tx.update(persons).set({ phoneHash: null }).where(eq(persons.id, 'resident1')))
  await reachable(town, 'expert1')
  expect(await reason(declareTie(town.as('admin'), { ...tie, partyId: 'S1' }))).toBe('body-unknown')
  expect(await reason(declareTie(town.as('admin'), tie))).toBe('registered')
  expect(await town.db.select().from(expertTies)).toMatchObject([
    { expertId: 'expert1', partyId: 'ORG1', relation: 'board', until: '2025-12-31' },
  ])
})

test('a social worker alone is registered once, licensed, with a custodian in good standing', async () => {
  const town = await world()
  const alone = (custodianId = 'ORG4', who = 'admin') =>
    reason(registerSoloist(town.as(who), { phone, custodianId }))
  await reachable(town, 'resident1')
  expect(await alone()).toBe('not-licensed')
  await town.transact((tx) => tx.update(persons).set({ phoneHash: null }).where(eq(persons.id, 'resident1')))
  await reachable(town, 'worker1')
  expect(await alone('ORG4', 'approver')).toBe('needs-another-seat')
  expect(await alone('ORGX')).toBe('custodian-unfit')
  expect(await alone('CG1')).toBe('custodian-unfit')
  expect(await alone('S1')).toBe('body-unknown')
  expect(await alone()).toBe('registered')
  const [party] = await town.db.select().from(parties).where(eq(parties.personId, 'worker1'))
  expect(party).toMatchObject({ kind: 'individual', custodianId: 'ORG4' })
  expect(await alone()).toBe('party-known')
  town.clock.pass(4 * 366 * 86_400_000)
  await reachable(town, 'worker1')
  expect(await alone()).toBe('not-licensed')
})

test('form, grade and custodian of a body are entered; what was not typed stays', async () => {
  const town = await world()
  const note = (input: object, who = 'admin') => reason(noteBody(town.as(who), bodyFactsForm.parse(input)))
  expect(await note({ partyId: 'ORG1', form: 'foundation' }, 'signer1')).toBe('needs-another-seat')
  expect(await note({ partyId: 'ORG1', grade: '5A', gradeUntil: '2030-12-31' })).toBe('registered')
  const [org] = await town.db.select().from(parties).where(eq(parties.id, 'ORG1'))
  expect(org).toMatchObject({ grade: '5A', gradeUntil: '2030-12-31', form: 'private_non_enterprise' })
  expect(await note({ partyId: 'ORG1', custodianId: 'ORG4' })).toBe('needs-no-custodian')
  expect(await note({ partyId: 'CG1', custodianId: 'ORGX' })).toBe('custodian-unfit')
  expect(await note({ partyId: 'CG1', custodianId: 'ORG2' })).toBe('registered')
  expect(await note({ partyId: 'S1', form: 'foundation' })).toBe('body-unknown')
})

test('what is no tie, no soloist and no body is told so', () => {
  const tie = { phone, partyId: 'ORG1', relation: 'kin' }
  expect(tieForm.safeParse(tie).success).toBe(true)
  for (const wrong of [
    { relation: 'friend' },
    { until: '2025-02-30' },
    { phone: '1' },
    { partyId: '' },
    { x: 1 },
  ])
    expect(tieForm.safeParse({ ...tie, ...wrong }).success).toBe(false)
  for (const wrong of [{}, { phone }, { phone: '1', custodianId: 'ORG4' }, { phone, custodianId: '' }])
    expect(soloistForm.safeParse(wrong).success).toBe(false)
  for (const wrong of [
    {},
    { partyId: 'ORG1' },
    { partyId: 'ORG1', grade: '5A' },
    { partyId: 'ORG1', gradeUntil: '2030-12-31' },
    { partyId: 'ORG1', grade: '9A', gradeUntil: '2030-12-31' },
    { partyId: 'ORG1', grade: '5A', gradeUntil: '2030-02-30' },
    { partyId: 'ORG1', form: 'club' },
  ])
    expect(bodyFactsForm.safeParse(wrong).success).toBe(false)
})
