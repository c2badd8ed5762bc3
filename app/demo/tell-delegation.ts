import { approvePlan } from '#domain/buy/plan/approve-plan.ts'
import { grantDelegation } from '#domain/buy/plan/delegation/grant-delegation.ts'
import { draftPlan } from '#domain/buy/plan/draft-plan.ts'
import { submitPlan } from '#domain/buy/plan/submit-plan.ts'
import { yuan } from '#domain/money.ts'
import type { Story } from './story.ts'
import type { Needs } from './tell-needs.ts'

const price = yuan(4_800)
const words = {
  ...{ lineId: 'FP4-C6', methodId: 'SELF_SELECT-1', title: '禾田村纠纷巡回调解，先试两个月', amount: price },
  ...{ from: '2026-12-14', to: '2027-02-13', quantity: '每周一次进村，共 8 次，四个网格各 2 次' },
  goals: '约好的巡回一次不缺，来问的当天有人答复，试完写出该不该常年做',
  whoseDuty: '基层政府的公共服务职责，适合由社会力量提供',
  whyNotDirect: '村里没有懂宅基地和赡养的专职调解员',
  noEmployment: true,
  years: 1,
  sensitive: true,
  lines: [
    {
      item: '进村调解',
      unit: '次',
      quantity: 8,
      unitPrice: yuan(600),
      quality: '每次半天，两人到场，有记录',
    },
  ],
}

/** 委托审批: one village may approve the small matters of its own fund, and one of them waits for its director. */
export async function tellDelegation(story: Story, needs: Needs) {
  await grantDelegation(story.sit('street_approver', 'S2', '2026-11-18 10:00'), {
    ...{ streetId: 'S2', committeeId: 'C6', lineId: 'FP4-C6' },
    ...{ perPurchase: yuan(5_000), perYear: yuan(20_000), categories: ['MEDIA', 'INTEG', 'CULTU'] },
    ...{ from: '2026-11-18', to: '2026-12-31' },
    source: '澄桥街道办事处办公会议纪要〔2026〕第 11 号（演示）',
  })
  const handler = (when: string) => story.sit('street_handler', 'S2', when)
  const { id: planId } = await draftPlan(handler('2026-11-19 10:00'), {
    ...words,
    needIds: [needs.get('N26')!],
  })
  await submitPlan(handler('2026-11-19 14:00'), { planId, opinion: '村里票选的需求，先试两个月，请审批。' })
  const finance = story.sit('street_finance', 'S2', '2026-11-20 10:00')
  await approvePlan(finance, { planId, version: 1, opinion: '资金来源核实无误，在委托的指标以内。' })
}
