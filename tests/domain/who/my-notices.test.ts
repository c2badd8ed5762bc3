import { expect, test } from 'vitest'
import { notify } from '#domain/notify.ts'
import { deskOf } from '#domain/open/desk.ts'
import type { Refusal } from '#domain/refusal.ts'
import { newsOf, noticesPage, openNotice, readAll } from '#domain/who/my-notices.ts'
import { type Town, world } from '#tests/support/world.ts'

const tell = (town: Town, to: Parameters<typeof notify>[2], link: string) =>
  town.transact((tx) => notify(tx, town.as('handler'), to, 'order-placed', link, { no: 'DD-1' }))
const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'not refused',
    (e: Refusal) => e.reason,
  )

test('what is new stands on the desk until it is opened, by each person for himself', async () => {
  const town = await world()
  const clerk = { role: 'committee_clerk', partyId: town.as('clerk').actor.seat!.partyId } as const
  await tell(town, clerk, '/needs/1')
  await tell(town, { personId: 'clerk' }, '/needs/2')
  await tell(town, { personId: 'director' }, '/needs/3')
  const { news } = await deskOf(town.as('clerk'))
  expect([news.n, news.newest.map((n) => n.link).sort()]).toEqual([2, ['/needs/1', '/needs/2']])
  const [first, second] = news.newest
  expect(await openNotice(town.as('clerk'), first!.id)).toBe(first!.link)
  expect(await openNotice(town.as('clerk'), first!.id), 'opened again').toBe(first!.link)
  expect((await newsOf(town.as('clerk'))).newest.map((n) => n.id)).toEqual([second!.id])
  expect(await refused(openNotice(town.as('director'), first!.id))).toBe('notice')
  expect(await refused(openNotice(town.as('clerk'), 'nothing'))).toBe('notice')
  expect(await refused(newsOf(town.as(null)))).toBe('sign-in-first')
  expect((await newsOf(town.as('director'))).n).toBe(1)
})

test('notices go on page after page, and all of them can be marked at once', async () => {
  const town = await world()
  for (let n = 0; n < 61; n += 1) await tell(town, { personId: 'resident1' }, `/needs/${n}`)
  const resident = town.as('resident1')
  const pages = await Promise.all([1, 2, 3].map((n) => noticesPage(resident, n)))
  expect(pages.map((p) => [p.page, p.pages, p.unread, p.notices.length])).toEqual([
    [1, 3, 61, 30],
    [2, 3, 61, 30],
    [3, 3, 61, 1],
  ])
  expect(new Set(pages.flatMap((p) => p.notices.map((n) => n.link))).size).toBe(61)
  for (const typed of [0, -2, 99, 1.5, Number.NaN])
    expect([1, 3]).toContain((await noticesPage(resident, typed)).page)
  expect(await readAll(resident)).toEqual({ n: 61 })
  expect([(await newsOf(resident)).n, await readAll(resident)]).toEqual([0, { n: 0 }])
})
