import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { plans } from '#db/schema/index.ts'
import { draftFramework, publishFramework } from '#domain/buy/framework/write-framework.ts'
import { announceIntention } from '#domain/buy/plan/announce-intention.ts'
import { tenderList } from '#domain/buy/tender/tender-list.ts'
import { dateOf } from '#domain/dates.ts'
import { yuan } from '#domain/money.ts'
import { listNotices, noticesAt } from '#domain/open/notices.ts'
import { findProject } from '#domain/open/project.ts'
import { listProjects } from '#domain/open/projects.ts'
import { frameworkWords } from '#tests/support/framework.ts'
import { approvedPlan } from '#tests/support/plan.ts'
import { publishedTender } from '#tests/support/tender.ts'
import { world } from '#tests/support/world.ts'

test('what was published goes on page after page, each thing once, the newest first', async () => {
  const town = await world()
  const { id } = await approvedPlan(town)
  const [plan] = await town.db.select().from(plans).where(eq(plans.id, id))
  const dayOf = (n: number) =>
    `2025-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 3)).padStart(2, '0')}`
  await town.transact(async (tx) => {
    for (let n = 0; n < 130; n += 1)
      await tx.insert(plans).values({
        ...{ ...plan!, id: `plan${n}`, refNo: `JH-2025-${n}`, title: `意向 ${n}` },
        intentionOn: dayOf(n),
      })
  })
  const [first, second, third] = await Promise.all([1, 2, 3].map((n) => noticesAt(town.db, n)))
  expect([first, second, third].map((p) => [p!.page, p!.pages, p!.notices.length])).toEqual([
    [1, 3, 60],
    [2, 3, 60],
    [3, 3, 10],
  ])
  const all = [first, second, third].flatMap((p) => p!.notices)
  expect(new Set(all.map((n) => n.key)).size).toBe(130)
  const times = all.map((n) => n.at.getTime())
  expect(times).toEqual([...times].sort((a, b) => b - a))
  expect(await listNotices(town.db)).toEqual(first!.notices)
  for (const typed of [-1, 0, 1.5, 400, Number.NaN])
    expect([1, 3]).toContain((await noticesAt(town.db, typed)).page)
})

test('one project’s own page knows how far it is without reading all the others', async () => {
  const town = await world()
  const { planId } = await publishedTender(town)
  const today = dateOf(town.clock.now())
  const [row] = (await listProjects(town.db, today)).filter((p) => p.id === planId)
  expect((await findProject(town.db, planId, today)).road).toEqual(row!.road)
  expect(row!.road).not.toEqual({ at: 'buy', here: 5 })
})

test('an intention is not announced any more once its agreement is public', async () => {
  const town = await world()
  const plan = { methodId: 'FRAMEWORK_OPEN-1', amount: yuan(500_000), from: '2026-03-02', to: '2028-03-01' }
  const { id: planId } = await approvedPlan(town, plan)
  await announceIntention(town.as('handler'), { planId })
  const ahead = async () => (await tenderList(town.as(null))).ahead.map((a) => a.id)
  expect(await ahead()).toEqual([planId])
  const { id: frameworkId } = await draftFramework(town.as('handler'), { planId, ...frameworkWords() })
  expect(await ahead()).toEqual([planId])
  town.clock.set(new Date('2026-04-07T09:00:00+08:00'))
  await publishFramework(town.as('approver'), { frameworkId })
  expect(await ahead()).toEqual([])
})
