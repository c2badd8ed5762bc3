import { expect, test } from '@playwright/test'
import { houseCode } from '#domain/deliver/care/codes.ts'
import { findCare } from '#domain/deliver/care/find-care.ts'
import { asks, careTown, home } from '../support/care.ts'
import { join, type Part } from './support/people.ts'
import { startStaged } from './support/staged.ts'

/** Registers the voucher as it is printed, and what the bank answered. */
async function payAtTheBank(payer: Part) {
  await payer.open('/desk')
  await payer.follow('登记订单结算的支付凭证')
  await payer.fill({ no: '05-0401', amount: '80', payerTail: '0001', payeeTail: '0138' }, 'submit')
  const scan = (no: string) => ({
    name: '凭证.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(`%PDF-1.4\n% ${no}\n%%EOF\n`),
  })
  await payer.page.setInputFiles('input[name=scanFile]', scan('05-0401'))
  await expect(payer.press('登记凭证', 'submit')).rejects.toThrow('收款账号与申请的不一致')
  await payer.fill({ payeeTail: '0137' }, 'submit')
  await payer.page.setInputFiles('input[name=scanFile]', scan('05-0401'))
  await payer.press('登记凭证', 'submit')
  await expect(payer.page.getByText('已开凭证，等银行').first()).toBeVisible()
  await payer.fill({ receiptNo: 'HD-2026-0401' }, 'confirm')
  await payer.press('确认付讫', 'confirm')
  await expect(payer.page.getByText('已付讫').first()).toBeVisible()
  const wide = await payer.page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
  expect(wide, 'the claim is no wider than the phone').toBeLessThanOrEqual(0)
}

test('a daughter has her mother assessed, books a visit, the aide comes on his phone, the month is claimed, checked, approved and paid', async ({
  browser,
}) => {
  const town = await startStaged(async (world) => {
    const care = await careTown(world)
    const { id } = await asks(world, care.frameworkId)
    return { ...care, careId: id, code: houseCode(world.vault, await findCare(world.db, id)) }
  })
  try {
    const { careId, bath, first, code } = town.built
    const station = await join(browser, town.url, 'station')
    await station.open('/desk')
    await station.follow('上门评估居家服务申请')
    await station.follow('上门评估')
    const answers = ['EAT', 'WASH', 'DRESS', 'TOILET', 'WALK', 'MIND', 'COMPANY']
    await station.fill(Object.fromEntries(answers.map((one) => [`answers.${one}`, '1'])))
    await station.press('递交评估')
    await expect(station.page.getByText('中度需要照护（7 分）')).toBeVisible()
    const street = await join(browser, town.url, 'handler')
    await street.open(`/care/${careId}`)
    await street.press('核定', 'grant')
    await expect(street.page.getByText('20 小时', { exact: true }).first()).toBeVisible()

    const daughter = await join(browser, town.url, 'resident6')
    await daughter.open('/care')
    await daughter.follow('约人上门')
    await daughter.fill({ itemId: bath, providerId: first, wishedOn: '2026-04-07', hour: '10:00' })
    await daughter.press('约好')
    const visit = daughter.path()
    const provider = await join(browser, town.url, 'editor1')
    await provider.open(visit)
    await provider.press('派这位去')

    const aide = await join(browser, town.url, 'aide1')
    await aide.open('/care/route')
    await aide.follow('助浴')
    await expect(aide.page.getByText(home)).toBeVisible()
    const overflow = await aide.page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
    expect(overflow, 'the page is no wider than the phone').toBeLessThanOrEqual(0)
    await aide.fill({ code: code === '000000' ? '000001' : '000000' }, 'in')
    await expect(aide.press('我到了', 'in')).rejects.toThrow('码不对')
    await aide.fill({ code }, 'in')
    await aide.press('我到了', 'in')
    await aide.press('做完了，我走了')

    await daughter.open('/care')
    await daughter.follow('有人来过了，请确认')
    await daughter.press('做好了，确认')
    await daughter.open(`/care/${careId}`)
    await expect(daughter.page.getByText('19 小时').first()).toBeVisible()

    await provider.open('/desk/settlements')
    await expect(provider.page.getByText('上个月没有可以结算的订单')).toBeVisible()
    const operator = await join(browser, town.url, 'resident2')
    await operator.open('/clock')
    await operator.fill({ to: '2026-05-06T09:00' })
    await operator.press('往前拨')
    await provider.open('/desk/settlements')
    await provider.fill({ invoiceNo: '26332000000000000401', accountTail: '0137' })
    const invoice = {
      name: '发票.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n%%EOF\n'),
    }
    await provider.page.setInputFiles('input[name=invoiceFile]', invoice)
    await provider.press('申请结算')
    const claim = provider.path()
    await street.open(claim)
    await expect(street.page.getByText('¥80.00').first()).toBeVisible()
    await street.fill({ checked: 'yes' }, 'check')
    await street.press('核对无误，交财务审批', 'check')
    await expect(street.page.getByText('已核对').first()).toBeVisible()
    await expect(street.page.locator('#form-approve')).toHaveCount(0)
    const finance = await join(browser, town.url, 'finance')
    await finance.open('/desk')
    await finance.follow('审批订单结算')
    expect(finance.path()).toBe(claim)
    await expect(finance.press('同意支付', 'approve')).rejects.toThrow('请勾选')
    await finance.fill({ approved: 'yes' }, 'approve')
    await finance.press('同意支付', 'approve')
    await payAtTheBank(await join(browser, town.url, 'approver'))
    await provider.open(claim)
    await expect(provider.page.getByText('HD-2026-0401').first()).toBeVisible()
    const stranger = await join(browser, town.url, 'resident2')
    for (const closed of [visit, `/care/${careId}`, claim])
      expect((await stranger.page.goto(town.url + closed))?.status(), closed).toBe(404)
  } finally {
    await town.stop()
  }
})
