import { expect, test } from '@playwright/test'
import { awardedTender } from '../support/proposal.ts'
import type { Town as World } from '../support/world.ts'
import { elsewhere, lookBehind } from './support/behind.ts'
import { join } from './support/people.ts'
import { startStaged } from './support/staged.ts'

test.skip(({ javaScriptEnabled }) => javaScriptEnabled, 'no page of this journey runs a script')

test('a loser challenges the result, the buyer upholds it, and the next in rank is put forward', async ({
  browser,
}) => {
  const town = await startStaged(async (parts) => {
    const { tender } = await awardedTender(parts as unknown as World)
    return { id: tender.id }
  })
  const looking = lookBehind(browser, town.url, elsewhere['challenge-upheld-and-reranked'])
  const as = (key: string) =>
    join(browser, town.url, key, { javaScriptEnabled: false, arrived: looking.arrived })
  try {
    const { id } = town.built
    const loser = await as('signer2')
    await loser.open(`/tenders/${id}/challenge`)
    await loser.fill({ matter: 'result', items: '短' }, 'raise')
    await expect(loser.press('提出质疑', 'raise')).rejects.toThrow('至少 20 个字')
    await loser.fill(
      { matter: 'result', items: '成交供应商的年检结论没有附上，请核对并取消其资格。' },
      'raise',
    )
    await loser.press('提出质疑', 'raise')
    await expect(loser.page.locator('main')).toContainText('已收到')

    const handler = await as('handler')
    await handler.open('/desk')
    await handler.page
      .getByRole('link', { name: /受理质疑/ })
      .first()
      .click()
    await handler.press('受理质疑', 'admit')

    const approver = await as('approver')
    await approver.open(handler.path())
    const answer = {
      outcome: 'uphold',
      reply: '经查所指属实，成交供应商不符合资格条件，撤销成交，由排名下一位递补。',
    }
    await approver.fill(answer, 'decide')
    await expect(approver.press('发出答复', 'decide')).rejects.toThrow('请选怎么处理')
    await approver.fill({ ...answer, remedy: 'next_in_rank' }, 'decide')
    await approver.press('发出答复', 'decide')

    await handler.open(`/desk/tenders/${id}/award`)
    await expect(handler.page.locator('main')).toContainText('夕照居家养老服务中心')
    await handler.press('提出成交供应商', 'propose')
    await loser.open('/challenges')
    await expect(loser.page.locator('main')).toContainText('撤销成交，另行确定')
    const overflow = await loser.page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
    expect(overflow, 'the page is no wider than the phone').toBeLessThanOrEqual(0)
    expect([looking.wrong, looking.missed()]).toEqual([[], []])
  } finally {
    await town.stop()
  }
})
