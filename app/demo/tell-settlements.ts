import { eq } from 'drizzle-orm'
import { settlements } from '#db/schema/index.ts'
import { capitalMoney, plainMoney } from '#domain/deliver/contract/capital-money.ts'
import { claimMonth } from '#domain/deliver/settlement/claim-month.ts'
import { approveSettlement, checkSettlement } from '#domain/deliver/settlement/decide-settlement.ts'
import { confirmSettlement, submitSettlement } from '#domain/deliver/settlement/pay-settlement.ts'
import { settlementsPage } from '#domain/deliver/settlement/settlement-page.ts'
import { invoiceNumber, invoiceSample } from './invoice-sample.ts'
import type { Story } from './story.ts'
import type { Purchase } from './tell-plans.ts'

type Month = { frameworkId: string; supplierId: string; month: string; next: string }

/** 申请: on the fifth of the next month, for whatever was confirmed by then. */
async function claim(story: Story, { frameworkId, supplierId, month, next }: Month) {
  const editor = story.sit('org_editor', supplierId, `${next}-05 10:00`)
  const ready = (await settlementsPage(editor)).ready.find((one) => one.id === frameworkId)
  if (!ready) return null
  const invoiceNo = invoiceNumber(`orders ${supplierId} ${month}`, month.slice(0, 4))
  const { id } = await claimMonth(editor, {
    ...{ frameworkId, month, invoiceNo, accountTail: invoiceNo.slice(-4) },
    invoice: invoiceSample([
      '电子发票（普通发票）· 演示样张，不是真发票',
      `发票号码：${invoiceNo}`,
      `项目：居家养老上门服务 ${month}`,
      `价税合计：${capitalMoney(ready.amount)}（${plainMoney(ready.amount)}）`,
    ]),
  })
  return id
}

/** 支付: a voucher of the treasury on the approval's day, the bank's receipt four days later. */
async function pay(story: Story, { of }: Purchase, settlementId: string, { next, supplierId }: Month) {
  const [was] = await story.store.db.select().from(settlements).where(eq(settlements.id, settlementId))
  const no = `${next.slice(5)}12-03-${supplierId}`
  const on = { year: Number(next.slice(0, 4)), no, dated: `${next}-12`, sentOn: `${next}-12` }
  await submitSettlement(story.as(of('approver'), `${next}-12 16:00`), {
    ...{ settlementId, ...on, kind: 'direct', payerTail: '0001', payeeTail: was!.accountTail },
    amount: was!.amount,
    scan: invoiceSample(['财政直接支付凭证', '样本', `凭证号：${no}`]),
  })
  const receiptNo = `YH${next.replace('-', '')}16-${supplierId}`
  await confirmSettlement(story.as(of('approver'), `${next}-16 15:00`), { settlementId, receiptNo })
}

/** 月结: months that are over are paid; of the last one, one is paid, one waits for finance and one for the check. */
export async function tellSettlements(story: Story, purchase: Purchase, frameworkId: string) {
  const { of, told } = purchase
  const months = ['03', '04', '05', '06', '07', '08', '09', '10', '11'].map((m) => `2026-${m}`)
  for (const [at, next] of months.slice(1).entries())
    for (const [n, supplierId] of (told.providers ?? []).entries()) {
      const month = { frameworkId, supplierId, month: months[at]!, next }
      const settlementId = await claim(story, month)
      const last = next === months.at(-1)
      if (!settlementId || (last && n === 2)) continue
      await checkSettlement(story.as(of('handler'), `${next}-09 10:00`), { settlementId })
      if (last && n === 1) continue
      await approveSettlement(story.as(of('finance'), `${next}-12 10:00`), { settlementId })
      await pay(story, purchase, settlementId, month)
    }
}
