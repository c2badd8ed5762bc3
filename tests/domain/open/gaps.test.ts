import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { gapsCsv } from '#app/http/gaps-file.server.ts'
import { translator } from '#app/i18n/index.ts'
import { needs, parties, payments, places, plans } from '#db/schema/index.ts'
import { draftNeed } from '#domain/ask/need/draft-need.ts'
import { draftNeedForm } from '#domain/ask/need/forms.ts'
import { readForWriting, readPublicNeed } from '#domain/ask/need/read-need.ts'
import { yuan } from '#domain/money.ts'
import { coveredBy } from '#domain/open/gaps/covering.ts'
import { servicesOn } from '#domain/open/gaps/find-served.ts'
import { gapMap } from '#domain/open/gaps/gap-map.ts'
import { findShown, showcase } from '#domain/open/gaps/showcase.ts'
import { takeUp } from '#domain/open/gaps/take-up.ts'
import { draftedNeed, needOf, needRow } from '#tests/support/ask.ts'
import { running, served } from '#tests/support/contract.ts'
import { signedWork } from '#tests/support/minor.ts'
import { acceptedNeed } from '#tests/support/plan.ts'
import { type Town, world } from '#tests/support/world.ts'

const cellAt = async (town: Town, id: string, category: 'ELDER' | 'CHILD' | 'ENVIR', asked = {}) =>
  (await gapMap(town.db, asked, town.clock.now())).rows.find((r) => r.id === id)!.cells[category]

test('a cell says what is wanted and what is there, and that nothing on record is not none', async () => {
  const town = await world()
  await town.transact((tx) => tx.update(places).set({ population: 1000 }).where(eq(places.id, 'C1')))
  const nothing = { state: 'unrecorded', waiting: 0, serving: 0, before: 0, money: 0 }
  expect(await cellAt(town, 'C1', 'ELDER')).toEqual({ ...nothing, perHead: 0 })
  // Where nobody wrote down how many live there, no sum is divided by a guess.
  expect(await cellAt(town, 'C2', 'ELDER')).toEqual({ ...nothing, perHead: null })
  await acceptedNeed(town, { communityId: 'C2', committeeId: 'C2' })
  expect(await cellAt(town, 'C2', 'ELDER')).toMatchObject({ state: 'gap', waiting: 1 })
  const { id, planId } = await running(town, { price: yuan(80_000) })
  expect(await cellAt(town, 'C1', 'ELDER')).toMatchObject({
    ...{ state: 'served', waiting: 0, serving: 1, money: yuan(80_000), perHead: 8_000 },
  })
  await acceptedNeed(town)
  expect(await cellAt(town, 'C1', 'ELDER')).toMatchObject({ state: 'partly', waiting: 1, serving: 1 })
  // After its last day a service is one that was; its need waits still.
  town.clock.set(new Date('2027-03-01T09:00:00+08:00'))
  expect(await cellAt(town, 'C1', 'ELDER')).toMatchObject({ state: 'gap', serving: 0, before: 1 })
  await town.transact((tx) => tx.update(needs).set({ state: 'withdrawn' }).where(eq(needs.communityId, 'C1')))
  expect(await cellAt(town, 'C1', 'ELDER')).toMatchObject({ state: 'before' })
  const all = await servicesOn(town.db, '2027-03-01')
  expect(all).toMatchObject([{ id, planId, done: true, served: [{ communityId: 'C1', category: 'ELDER' }] }])
})

test('a service for two communities counts once for their street; small works count too; unknown words ask for nothing', async () => {
  const town = await world()
  await signedWork(town)
  const byStreet = await gapMap(town.db, {}, town.clock.now())
  expect(byStreet.byStreet).toBe(false)
  expect(byStreet.rows.map((r) => r.id)).toEqual(['C1', 'C2'])
  const second = { id: 'S9', code: '990101009', level: 'street' as const, parentId: 'D1', name: '榆钱街道' }
  await town.transact((tx) => tx.insert(places).values(second))
  const map = await gapMap(town.db, { street: 'nowhere', category: '<b>' }, town.clock.now())
  expect(map).toMatchObject({ byStreet: true, street: null, category: null })
  expect(map.rows.map(({ id, level }) => [id, level])).toEqual([
    ['S1', 'street'],
    ['S9', 'street'],
  ])
  const works = map.rows[0]!.cells
  expect(Object.values(works).reduce((n, c) => n + c.serving, 0)).toBe(1)
  expect((await gapMap(town.db, { street: 'S9' }, town.clock.now())).rows).toEqual([])
  expect((await gapMap(town.db, { by: 'community' }, town.clock.now())).rows).toHaveLength(2)
})

test('bodies are counted by the field they are registered for; who names none is said apart', async () => {
  const town = await world()
  const fields = (id: string, is: string[] | null) =>
    town.transact((tx) => tx.update(parties).set({ fields: is }).where(eq(parties.id, id)))
  for (const one of ['ORG1', 'ORG2', 'ORG3', 'ORG4', 'ORGX', 'CG1', 'SW']) await fields(one, null)
  const before = await gapMap(town.db, {}, town.clock.now())
  expect([before.unsaid, before.kinds.every((k) => k.bodies === 0)]).toEqual([before.bodies, true])
  await fields('ORG1', ['居家养老', '儿童服务'])
  await fields('ORG2', ['社区养老'])
  await fields('ORG3', ['餐饮'])
  const of = async (category: string) =>
    (await gapMap(town.db, {}, town.clock.now())).kinds.find((k) => k.category === category)!.bodies
  expect([await of('ELDER'), await of('CHILD'), await of('DRUGS')]).toEqual([2, 1, 0])
  await town.transact((tx) =>
    tx.update(parties).set({ deregisteredOn: '2026-01-01' }).where(eq(parties.id, 'ORG2')),
  )
  expect(await of('ELDER')).toBe(1)
  expect(coveredBy(['居家养老', '儿童服务'])).toEqual(['ELDER', 'CHILD'])
  expect(coveredBy(null)).toEqual([])
  const map = await gapMap(town.db, {}, town.clock.now())
  await town.transact((tx) => tx.update(places).set({ name: '=cmd()' }).where(eq(places.id, 'C2')))
  const csv = gapsCsv(await gapMap(town.db, {}, town.clock.now()), translator('zh-CN'))
  expect(csv.trimEnd().split('\r\n')).toHaveLength(1 + map.rows.length * 9)
  expect(csv).toContain(`"'=cmd()"`)
  expect(csv).not.toContain('"=cmd()"')
})

test('what others may take up is shown with what it reached; of few people, or sensitive ones, no sum a head', async () => {
  const town = await world()
  const { id, planId } = await running(town, { price: yuan(80_000) })
  const ahead = async (on: string) => (await servicesOn(town.db, on)).map((s) => [s.ahead, s.done])
  expect(await ahead('2026-02-28')).toEqual([[true, false]])
  expect(await ahead('2026-03-01')).toEqual([[false, false]])
  const shown = async (sought = {}) => (await showcase(town.db, sought, town.clock.now())).services
  expect(await shown()).toMatchObject([
    {
      id,
      planId,
      done: false,
      kinds: ['ELDER'],
      communities: [{ id: 'C1' }],
      rating: { count: 0, weighed: null },
    },
  ])
  for (const sought of [
    { place: 'C1' },
    { place: 'S1', category: 'ELDER' },
    { org: 'ORG1', category: 'nonsense' },
  ])
    expect(await shown(sought), JSON.stringify(sought)).toHaveLength(1)
  for (const sought of [{ place: 'C2' }, { category: 'CHILD' }, { org: 'ORG2' }, { place: 'nowhere' }])
    expect(await shown(sought), JSON.stringify(sought)).toEqual([])
  const paid = { state: 'paid' as const, amount: yuan(6_000) }
  await town.transact((tx) => tx.update(payments).set(paid).where(eq(payments.contractId, id)))
  const each = async () => (await findShown(town.db, planId, town.clock.now())).shown.cost?.people ?? null
  await served(town, id, 4)
  expect(await each()).toBeNull()
  await served(town, id, 6)
  expect(await each()).toBe(10)
  await town.transact((tx) => tx.update(plans).set({ sensitive: true }).where(eq(plans.id, planId)))
  expect((await findShown(town.db, planId, town.clock.now())).shown).toMatchObject({
    cost: null,
    indicators: [],
  })
  await expect(findShown(town.db, 'none', town.clock.now())).rejects.toMatchObject({ kind: 'missing' })
})

test('a committee writes a need after a project, which its public page names; a resident is led to needs of the kind', async () => {
  const town = await world()
  const { planId } = await running(town)
  const near = await acceptedNeed(town)
  const other = await acceptedNeed(town, { category: 'CHILD' })
  const resident = await takeUp(town.as('resident1'), planId)
  expect(resident).toMatchObject({ writes: false, signedIn: true, topic: 'ELDER' })
  expect(resident.alike.map((n) => n.id)).toEqual([near.id])
  expect(resident.alike.map((n) => n.id)).not.toContain(other.id)
  expect(await takeUp(town.as(null), planId)).toMatchObject({ writes: false, signedIn: false, alike: [] })
  for (const who of ['handler', 'station', 'supervisor'])
    expect((await takeUp(town.as(who), planId)).writes, who).toBe(false)
  expect(await takeUp(town.as('clerk'), planId)).toMatchObject({ writes: true })
  const { like } = await readForWriting(town.as('clerk'), undefined, planId)
  expect(like).toMatchObject({ id: planId, category: 'ELDER' })
  await expect(readForWriting(town.as('clerk'), undefined, 'none')).rejects.toMatchObject({ kind: 'missing' })
  const typed = { ...(await needOf(town)), like: planId }
  const { id } = await draftNeed(town.as('clerk'), typed)
  expect(await needRow(town, id)).toMatchObject({ likePlanId: planId })
  await expect(draftNeed(town.as('clerk'), { ...typed, like: 'none' })).rejects.toMatchObject({
    kind: 'missing',
  })
  expect(draftNeedForm.safeParse({ ...typed, like: 'x'.repeat(65) }).success).toBe(false)
  const plain = await draftedNeed(town)
  for (const needId of [id, plain]) {
    await town.transact((tx) =>
      tx.update(needs).set({ state: 'published', publishedAt: town.clock.now() }).where(eq(needs.id, needId)),
    )
  }
  expect((await readPublicNeed(town.as(null), id)).like).toMatchObject({ id: planId })
  expect((await readPublicNeed(town.as(null), plain)).like).toBeNull()
  // A project that is no longer going on is no longer named.
  await town.transact((tx) => tx.update(plans).set({ state: 'draft' }).where(eq(plans.id, planId)))
  expect((await readPublicNeed(town.as(null), id)).like).toBeNull()
})
