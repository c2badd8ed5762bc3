import { expect, test } from 'vitest'
import { frameworkPage } from '#domain/buy/framework/framework-page.ts'
import { objectDirect } from '#domain/buy/plan/object-direct.ts'
import { postDirectNotice } from '#domain/buy/plan/post-direct-notice.ts'
import { yuan } from '#domain/money.ts'
import { noticesAt } from '#domain/open/notices.ts'
import { joined, openFramework } from '#tests/support/framework.ts'
import { calledWork } from '#tests/support/minor.ts'
import { approvedPlan } from '#tests/support/plan.ts'
import { world } from '#tests/support/world.ts'

test('what every route publishes stands among the notices: single sources and objections to them, calls to join, admissions, calls for quotes', async () => {
  const town = await world()
  const only = {
    directGround: 'only_one',
    directWords: '只有一家持有专用资质',
    soleSupplierId: 'ORG1',
  } as const
  const plan = await approvedPlan(town, { methodId: 'SINGLE_SOURCE-1', amount: yuan(300_000), ...only })
  const shown = async () => (await noticesAt(town.db, 1)).notices.map((n) => [n.kind, n.link])
  const page = `/direct-notices/${plan.id}`
  expect(await shown()).not.toContainEqual(['direct', page])
  await postDirectNotice(town.as('handler'), { planId: plan.id })
  const [direct] = (await noticesAt(town.db, 1)).notices
  expect(direct).toMatchObject({ kind: 'direct', until: new Date('2026-03-10T00:00:00+08:00'), link: page })
  await objectDirect(town.as('signer3'), { planId: plan.id, words: '本机构同样具备该项资质，可以提供服务。' })
  expect(await shown()).toContainEqual(['objection', page])
  expect(JSON.stringify((await noticesAt(town.db, 1)).notices)).not.toMatch(/本机构|ORG3/)
  const workId = await calledWork(town)
  expect(await shown()).toContainEqual(['quotes', `/minor-works/${workId}`])
  const { id } = await openFramework(town)
  await joined(town, id, 1)
  expect(await shown()).toEqual(
    expect.arrayContaining([
      ['join', `/frameworks/${id}`],
      ['admission', `/frameworks/${id}`],
    ]),
  )
  const { announced } = await frameworkPage(town.as(null), id)
  expect(announced).toMatchObject([
    { state: 'signed', at: town.clock.now(), clock: { code: 'FRAMEWORK_ANNOUNCE', on: '2026-04-09' } },
  ])
})
