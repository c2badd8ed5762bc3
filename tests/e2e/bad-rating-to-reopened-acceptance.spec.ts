import { expect, test } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { openAcceptance } from '../../app/domain/deliver/acceptance/open-acceptance.ts'
import { serviceUsers } from '../../db/schema/index.ts'
import { acceptWell } from '../support/acceptance.ts'
import { checked, running, served } from '../support/contract.ts'
import type { Town as World } from '../support/world.ts'
import { join } from './support/people.ts'
import { startStaged } from './support/staged.ts'

test.skip(({ javaScriptEnabled }) => javaScriptEnabled, 'no page of this journey runs a script')

/** A contract whose first piece of work was accepted by everybody, among whose people is one who was not visited. */
async function acceptedOnce(world: World) {
  const { id: contractId, milestones, planId } = await running(world)
  const [hers] = await served(world, contractId)
  await world.transact((tx) =>
    tx.update(serviceUsers).set({ personId: 'resident2' }).where(eq(serviceUsers.id, hers!)),
  )
  const milestoneId = milestones[1]!.id
  await checked(world, milestoneId, contractId)
  const { id } = await openAcceptance(world.as('handler'), { milestoneId })
  await acceptWell(world, id)
  return { contractId, milestoneId, planId, acceptanceId: id }
}

test('a bad rating that was not put right takes an accepted piece of work back, and it is accepted anew', async ({
  browser,
}) => {
  const town = await startStaged((parts) => acceptedOnce(parts as unknown as World))
  try {
    const { contractId, milestoneId, planId, acceptanceId } = town.built
    const as = (key: string | null) => join(browser, town.url, key, { javaScriptEnabled: false })
    const rater = await as('resident2')
    await rater.open(`/rate/of/${contractId}`)
    await rater.fill({ level: '1', words: '说好每周来，三周没有人来。' }, 'rate')
    await rater.press('提交评价', 'rate')

    const signer = await as('signer1')
    await signer.open('/desk')
    await signer.page.locator('main a[href^="/desk/ratings/one/"]').first().click()
    await signer.fill({ answer: '已安排补上门，并换了一名探访员。' }, 'answer')
    await signer.press('提交整改答复', 'answer')

    await rater.open(`/rate/of/${contractId}`)
    await rater.fill({ judged: 'reopen', words: '还是没有人来。' }, 'judge')
    await rater.press('提交', 'judge')

    const centre = await as('centre')
    await centre.open('/desk')
    await expect(centre.page.getByText(/差评没有改好，看是否重新验收/)).toBeVisible()
    await centre.open(`/desk/acceptances/${acceptanceId}`)
    await expect(centre.press('撤回合格，退回整改')).rejects.toThrow('请写明理由')
    await centre.fill({ reason: '差评答复后仍然没有人上门，验收时的探访记录要重新核对。' })
    await centre.press('撤回合格，退回整改')
    await expect(centre.page.getByText('撤回，重新验收')).toBeVisible()

    const anyone = await as(null)
    await anyone.open(`/acceptances/${acceptanceId}`)
    await expect(anyone.page.getByText('这个结果已在')).toBeVisible()
    await anyone.open(`/projects/${planId}`)
    await expect(anyone.page.getByText('验收结果撤回，重新验收').first()).toBeVisible()
    await expect(anyone.page.locator('main')).not.toContainText('张阿姨')

    await signer.open(`/work/${contractId}/milestones/${milestoneId}/claim`)
    await expect(signer.page.getByText('验收时的探访记录要重新核对')).toBeVisible()
    await signer.fill({
      'readings[0].value': '100',
      'readings[1].value': '10',
      claim: '三周的探访已补，逐户有签字。',
    })
    await signer.press('提交申报')
    await centre.open(`/desk/milestones/${milestoneId}`)
    await centre.fill({ verdict: 'check', finding: '逐户核对，补访属实。' })
    await centre.press('提交检查结论')
    const handler = await as('handler')
    await handler.open(`/desk/acceptances/new/${milestoneId}`)
    await handler.fill({ ask: '4' })
    await expect(handler.press('开始验收')).rejects.toThrow('按规定至少征求 5 位')
    await handler.fill({ ask: '6' })
    await handler.press('开始验收')
    expect(handler.path()).not.toContain(acceptanceId)
    await expect(handler.page.getByText('还差 6 份意见')).toBeVisible()
    const wide = await handler.page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
    expect(wide, 'the page is no wider than the phone').toBeLessThanOrEqual(0)
  } finally {
    await town.stop()
  }
})
