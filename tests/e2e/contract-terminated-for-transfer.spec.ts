import { expect, test } from '@playwright/test'
import { consentSubcontract } from '#domain/deliver/contract/subcontract/decide-subcontract.ts'
import { requestSubcontract } from '#domain/deliver/contract/subcontract/request-subcontract.ts'
import { running } from '../support/contract.ts'
import { paid } from '../support/payment.ts'
import type { Town as World } from '../support/world.ts'
import { join, type Part } from './support/people.ts'
import { startStaged } from './support/staged.ts'

test.skip(({ javaScriptEnabled }) => javaScriptEnabled, 'no page of this journey runs a script')

const body = '夕照居家养老服务中心'
/** Half is paid, and six tenths of the work are given on with the buyer's consent. */
async function givenOn(world: World) {
  const { id, milestones } = await running(world)
  await paid(world, milestones[0]!.id)
  const part = { body, part: '登记服务人数的活动部分', indicators: ['PEOPLE'], percent: 60 }
  const asked = await requestSubcontract(world.as('editor1'), {
    ...{ ...part, contractId: id, reason: '该机构在本社区有活动室' },
  })
  const decision = '同意分包，乙方负全部责任'
  await consentSubcontract(world.as('approver'), { subcontractId: asked.id, decision })
  return id
}

/** The centre sees the signs, looks, and finds that others do it all. */
async function find(centre: Part, id: string) {
  await centre.open(`/work/${id}/findings/new`)
  await expect(centre.page.locator('main')).toContainText('分包份额合计 60%')
  await centre.fill({ kind: 'transfer', words: '现场全部是第三方人员，社工没有到场' })
  await centre.press('提出')
}

const unswollen = async ({ page }: Part) => {
  const over = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
  expect(over, `${page.url()} is no wider than the phone`).toBeLessThanOrEqual(0)
}

test('the centre finds that all was handed on, reports it up; the street ends the contract, the money comes back, everyone reads why', async ({
  browser,
}) => {
  const town = await startStaged((parts) => givenOn(parts as unknown as World))
  const as = (personId: string | null) => join(browser, town.url, personId, { javaScriptEnabled: false })
  try {
    const id = town.built
    const [centre, approver] = await Promise.all([as('centre'), as('approver')])
    await find(centre, id)
    await approver.open(`/desk/contracts/${id}`)
    await approver.unfold('解除合同')
    const end = { cause: 'transfer', reason: '经查实，全部服务由第三方提供' }
    await approver.fill(end, 'terminate')
    await expect(approver.press('解除合同', 'terminate'), 'not yet reported up').rejects.toThrow('上报')
    await centre.press('限期整改', 'order')
    await centre.fill({ closing: '期满未改正，查实转包' }, 'escalate')
    await centre.press('上报街道审批', 'escalate')
    await unswollen(approver)
    await approver.press('解除合同', 'terminate')
    const [signer, finance] = await Promise.all([as('signer1'), as('finance')])
    await expect(signer.page.locator('main')).toContainText('退还应追回的款')
    await finance.follow('登记追回款')
    await finance.fill({ amount: '40000', no: 'JK-9' }, 'recover')
    await finance.press('登记追回款', 'recover')
    const anyone = await as(null)
    await anyone.open(`/contracts/${id}`)
    await unswollen(anyone)
    const main = anyone.page.locator('main')
    for (const said of ['解除原因', '转包', '应追回 ¥40,000.00，已全部入库', body])
      await expect(main).toContainText(said)
    await expect(main).not.toContainText('approver')
  } finally {
    await town.stop()
  }
})
