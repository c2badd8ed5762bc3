import { fileStatement } from '#domain/deliver/payment/books/file-statement.ts'
import { receiptsOf } from '#domain/deliver/payment/books/receipts.ts'
import { minus, sum, yuan, zero } from '#domain/money.ts'
import type { BooksTold } from './district.ts'
import type { Story } from './story.ts'

const uses: Record<string, string> = {
  ORG01: '为困境家庭儿童购买书包和冬衣，办两次邻里长桌宴',
  ORG11: '资助社区微项目和四家社区社会组织，名单见基金会网站',
}
/** 年度收支 as the file has it: what did not come through this house's ledger stands as other income. */
async function asTold(story: Story, { orgId, year, income, expense }: BooksTold) {
  const through = (await receiptsOf(story.store.db, orgId)).filter((one) => one.year === year)
  const rest = minus(yuan(income.total - income.donation), sum(through.map(({ amount }) => amount)))
  const spent = { spent: [], otherService: yuan(expense.charityActivity), otherCosts: zero }
  await fileStatement(story.sit('org_signer', orgId, '2026-05-20 10:00'), {
    ...{ partyId: orgId, year, ...spent, otherIncome: rest, otherGifts: yuan(income.donation) },
    ...{ management: yuan(expense.management), fundraising: yuan(expense.fundraising) },
    ...{ giftsSpent: yuan(income.donation), giftUse: uses[orgId] ?? '用于章程规定的公益活动' },
    ...{ auditor: '云澜信诚会计师事务所', auditNo: `云信审字〔${year + 1}〕0${orgId.slice(-2)} 号` },
  })
}

/** 公开账本: those the file tells of have accounted for the year before, and one late. */
export async function tellBooks(story: Story) {
  for (const one of story.district.disclosures) await asTold(story, one)
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
