import { fileStatement } from '#domain/deliver/payment/books/file-statement.ts'
import { yuan, zero } from '#domain/money.ts'
import type { Story } from './story.ts'

/** 公开账本: one organisation has accounted for the year before. */
export async function tellBooks(story: Story) {
  const partyId = 'ORG02'
  const signer = story.sit('org_signer', partyId, '2026-11-12 10:00')
  const costs = { spent: [], otherService: yuan(612_400), management: yuan(58_300.5), fundraising: zero }
  const gifts = {
    otherGifts: yuan(30_000),
    giftsSpent: yuan(26_500),
    giftUse: '为二十六户老人更换防滑地垫和夜灯',
  }
  const audit = { auditor: '云澜信诚会计师事务所', auditNo: '云信审字〔2026〕031 号' }
  const rest = { otherIncome: yuan(648_000), otherCosts: yuan(1_200) }
  await fileStatement(signer, { ...costs, ...gifts, ...audit, ...rest, partyId, year: 2025 })
}
