import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { journal, notices, persons } from '#db/schema/index.ts'
import { registerPerson } from '#domain/who/register.ts'
import { bandOf, residentForm, rollForm } from '#domain/who/residents/forms.ts'
import { noteResident, noteRoll, residentsPage } from '#domain/who/residents/note-residents.ts'
import { type Town, world } from '../../support/world.ts'

const reason = (done: Promise<unknown>) =>
  done.then(
    () => 'done',
    (e) => e.reason ?? String(e),
  )
const phone = '13800138441'
const who = async (town: Town, number: string) =>
  (
    await town.db
      .select()
      .from(persons)
      .where(eq(persons.phoneHash, town.vault.keyed('phone', number)))
  )[0]
const old = { phone, ageBand: '80+', gridId: 'G1' } as const

test('the desk of a community notes where a person lives and his age band, once more when it changes', async () => {
  const town = await world()
  const clerk = town.as('clerk')
  const before = await residentsPage(clerk)
  await noteResident(clerk, old)
  expect(await who(town, phone)).toMatchObject({
    name: '8441',
    communityId: 'C1',
    gridId: 'G1',
    ageBand: '80+',
  })
  await noteResident(clerk, { phone, ageBand: '60-79', name: '赵阿婆' })
  expect(await who(town, phone)).toMatchObject({ name: '赵阿婆', gridId: 'G1', ageBand: '60-79' })
  await noteResident(clerk, { phone, ageBand: '60-79', name: '改个名' })
  const kept = await who(town, phone)
  expect(kept?.name).toBe('赵阿婆')
  const told = await town.db.select().from(notices).where(eq(notices.personId, kept!.id))
  expect(told.map(({ message }) => message)).toEqual(['resident-noted', 'resident-noted'])
  const lines = await town.db.select().from(journal).where(eq(journal.subject, kept!.id))
  expect(lines).toHaveLength(3)
  expect(JSON.stringify(lines)).not.toMatch(/60-79|80\+|8441/)
  const after = await residentsPage(clerk)
  expect([after.n - before.n, after.old - before.old]).toEqual([1, 1])
})

test('only the desks of the community, only its own people, only its own grids', async () => {
  const town = await world()
  for (const by of ['handler', 'admin', 'director', 'signer1'])
    expect(await reason(noteResident(town.as(by), old))).toBe('needs-another-seat')
  expect(await reason(residentsPage(town.as(null)))).toBe('sign-in-first')
  const clerk = town.as('clerk')
  expect(await reason(noteResident(clerk, { ...old, gridId: 'G3' }))).toBe('place-unknown')
  await registerPerson(town.as('admin'), { name: '望澜的人', phone, communityId: 'C2' })
  expect(await reason(noteResident(clerk, old))).toBe('resident-elsewhere')
  expect(await who(town, phone)).toMatchObject({ communityId: 'C2', ageBand: null })
  for (const wrong of [{}, { ...old, phone: '12' }, { ...old, ageBand: '90' }, { ...old, communityId: 'C2' }])
    expect(residentForm.safeParse(wrong).success).toBe(false)
})

test('a roll is registered whole, or not at all and the line is told', async () => {
  const town = await world()
  const roll = (rows: string) => noteRoll(town.as('clerk'), rollForm.parse({ rows }))
  const good = '138 0013 8451，孙阿姨，63\n13800138452\t周爷爷\t82\t青石二格\n\n'
  expect(await reason(roll(`${good}13800138453,吴婶,50,没有的格`))).toBe('roll-grid')
  expect(await who(town, '13800138451')).toBeUndefined()
  expect(await roll(good)).toEqual({ n: 2 })
  expect(await who(town, '13800138451')).toMatchObject({ name: '孙阿姨', ageBand: '60-79', gridId: null })
  expect(await who(town, '13800138452')).toMatchObject({ name: '周爷爷', ageBand: '80+', gridId: 'G2' })
  const many = Array.from({ length: 501 }, (_, i) => `1390013${1000 + i},某人,40`).join('\n')
  for (const rows of ['', '  \n', '13800138451，孙阿姨', '138，孙阿姨，63', '13800138451，孙阿姨，老', many])
    expect(rollForm.safeParse({ rows }).success).toBe(false)
  expect([17, 18, 35, 36, 59, 60, 79, 80].map(bandOf)).toEqual([
    ...['under18', '18-35', '18-35', '36-59', '36-59', '60-79', '60-79', '80+'],
  ])
})
