import { expect, test } from '@playwright/test'
import { running } from '../support/contract.ts'
import { submitted } from '../support/payment.ts'
import type { Town as World } from '../support/world.ts'
import { join, type Part } from './support/people.ts'
import { startStaged } from './support/staged.ts'

test.skip(({ javaScriptEnabled }) => javaScriptEnabled, 'no page of this journey runs a script')

/** The first part of a running contract, its voucher sent to the bank. */
async function sentToTheBank(world: World) {
  const { milestones, planId } = await running(world)
  const { id: paymentId } = await submitted(world, milestones[0]!.id)
  return { paymentId, planId }
}
/** Registers a voucher as it is printed, with a scan of its own. */
async function register(payer: Part, no: string, payeeTail: string) {
  await payer.fill({ no, amount: '40000', payerTail: '0001', payeeTail }, 'submit')
  await payer.page.locator('input[name=scanFile]').setInputFiles({
    name: '凭证.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(`%PDF-1.4\n% ${no}\n%%EOF\n`),
  })
  await payer.press('登记凭证', 'submit')
}

test('the bank returns a voucher, the organisation corrects its account, another person compares it, and the second voucher pays', async ({
  browser,
}) => {
  const town = await startStaged((parts) => sentToTheBank(parts as unknown as World))
  try {
    const { paymentId, planId } = town.built
    const as = (key: string | null) => join(browser, town.url, key, { javaScriptEnabled: false })
    const anyone = await as(null)
    // A public page may be a second old.
    const open = async (...told: Array<string | RegExp>) => {
      await expect(async () => {
        await anyone.open(`/open/ledger/${paymentId}`)
        for (const words of told)
          await expect(anyone.page.getByText(words).first()).toBeVisible({ timeout: 300 })
      }).toPass({ timeout: 10_000 })
      await expect(anyone.page.locator('main')).not.toContainText('8842')
    }
    await open('已开凭证', '已送银行')

    const payer = await as('approver')
    await payer.open(`/desk/payments/${paymentId}`)
    await payer.unfold('银行退回')
    await payer.fill({ reason: '不对' }, 'bounce')
    await expect(payer.press('登记退回', 'bounce')).rejects.toThrow('请写明理由')
    await payer.fill({ reason: '账号户名不符' }, 'bounce')
    await payer.press('登记退回', 'bounce')
    await open('银行退回', /银行退回：账号户名不符/)

    const editor = await as('editor1')
    await editor.open('/desk')
    await editor.follow(/更正/)
    await editor.fill({ accountTail: '88' }, 'correct')
    await expect(editor.press('提交更正', 'correct')).rejects.toThrow('四位')
    await editor.fill({ accountTail: '8842' }, 'correct')
    await editor.press('提交更正', 'correct')
    await open('已更正', '才能登记新凭证')

    await payer.open(`/desk/payments/${paymentId}`)
    await expect(payer.page.getByText('才能登记新凭证')).toBeVisible()
    await expect(payer.page.locator('#form-submit')).toHaveCount(0)
    const operator = await as('resident2')
    await operator.open('/clock')
    await operator.fill({ to: '2026-03-03T10:00' })
    await operator.press('往前拨')
    await payer.open(`/desk/payments/${paymentId}`)
    await expect(register(payer, '05-0200', '0137')).rejects.toThrow('收款账号与申请的不一致')
    await expect(register(payer, '05-0137', '8842')).rejects.toThrow('已经用过')
    await register(payer, '05-0200', '8842')
    await open('已开凭证', '已送银行', /银行退回：账号户名不符/)
    const wide = await payer.page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
    expect(wide, 'the page is no wider than the phone').toBeLessThanOrEqual(0)

    await payer.fill({ receiptNo: 'HD-2026-0200' }, 'confirm')
    await payer.press('确认付讫', 'confirm')
    await open('已付讫', 'HD-2026-0200', /银行退回：账号户名不符/)
    await anyone.open(`/open/ledger?plan=${planId}`)
    await expect(anyone.page.getByText('05-0200').first()).toBeVisible()
    const overflow = await anyone.page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
    expect(overflow, 'the ledger is no wider than the phone').toBeLessThanOrEqual(0)
  } finally {
    await town.stop()
  }
})
