import { grantDelegation } from '#domain/buy/plan/delegation/grant-delegation.ts'
import { yuan } from '#domain/money.ts'
import type { Story } from './story.ts'

/** 委托审批: one village may approve the small matters of its own fund, within what the street gave it. */
export const tellDelegation = (story: Story) =>
  grantDelegation(story.sit('street_approver', 'S2', '2026-11-18 10:00'), {
    ...{ streetId: 'S2', committeeId: 'C6', lineId: 'FP4-C6' },
    ...{ perPurchase: yuan(5_000), perYear: yuan(20_000), categories: ['MEDIA', 'INTEG', 'CULTU'] },
    ...{ from: '2026-11-18', to: '2026-12-31' },
    source: '澄桥街道办事处办公会议纪要〔2026〕第 11 号（演示）',
  })
