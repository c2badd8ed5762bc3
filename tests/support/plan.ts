import { needs } from '#db/schema/index.ts'
import { approvePlan } from '#domain/buy/plan/approve-plan.ts'
import { draftPlan } from '#domain/buy/plan/draft-plan.ts'
import { exAnteQuestions } from '#domain/buy/plan/ex-ante-data.ts'
import { findPlan } from '#domain/buy/plan/find-plan.ts'
import type { DraftPlan } from '#domain/buy/plan/forms.ts'
import { submitPlan } from '#domain/buy/plan/submit-plan.ts'
import { type Fen, yuan } from '#domain/money.ts'
import { alikeOf } from '#domain/treasury/double-funding.ts'
import { tellApart } from '#domain/treasury/tell-apart.ts'
import type { Town } from './world.ts'

let refs = 0

/** A need the street took on, put straight into the database. */
export async function acceptedNeed(town: Town, more: Partial<typeof needs.$inferInsert> = {}) {
  refs += 1
  const now = town.clock.now()
  const [made] = await town.transact((tx) =>
    tx
      .insert(needs)
      .values({
        refNo: `XQ-TEST-${refs}`,
        communityId: 'C1',
        committeeId: 'C1',
        streetId: 'S1',
        gridIds: ['G1'],
        category: 'ELDER',
        itemType: 'service',
        title: `独居老人上门探访 ${refs}`,
        evidence: '问卷显示三成居民提到',
        targetGroup: '70 岁以上独居老人',
        beneficiaries: 40,
        outcome: '每周探访一次',
        estimate: yuan(210_000),
        urgency: 4,
        severity: 4,
        negativeAnswers: {},
        state: 'accepted',
        draftedBy: 'clerk',
        publishedBy: 'director',
        publishedAt: now,
        createdAt: now,
        ...more,
      })
      .returning(),
  )
  return made!
}

/** One line that comes to the amount (分). */
export const oneLine = (amount: Fen): DraftPlan['lines'] => [
  { item: '上门探访', unit: '项', quantity: 1, unitPrice: amount, quality: '每次不少于 30 分钟，有记录' },
]

/** What a handler would type for a plan of the below-threshold selection. */
export const planWords = (more: Partial<DraftPlan> = {}): DraftPlan => ({
  needIds: [],
  lineId: 'L1',
  methodId: 'SELF_SELECT-1',
  title: '青石社区独居老人上门探访',
  amount: yuan(210_000),
  from: '2026-05-01',
  to: '2027-04-30',
  quantity: '探访 40 位老人，全年 2,080 人次',
  goals: '服务对象满意度不低于 90%，紧急情况一小时内有人到场',
  whoseDuty: '街道办事处基本养老服务职责',
  whyNotDirect: '街道没有专职护理人员',
  sensitive: false,
  noEmployment: true,
  years: 1,
  exAnte: Object.fromEntries(exAnteQuestions.map((question) => [question, '已核对，依据见附件'])),
  lines: oneLine(more.amount ?? yuan(210_000)),
  ...more,
})

/** Who signs for the street and for the district. */
export const officers = {
  S1: { handler: 'handler', finance: 'finance', approver: 'approver', acceptor: 'acceptor' },
  GOV: { handler: 'dHandler', finance: 'dFinance', approver: 'dApprover', acceptor: 'dAcceptor' },
} as const
export type Buyer = keyof typeof officers

/** A plan drafted on one fresh accepted need. */
export async function draftedPlan(town: Town, more: Partial<DraftPlan> = {}, buyer: Buyer = 'S1') {
  const needIds = more.needIds ?? [(await acceptedNeed(town)).id]
  const lineId = buyer === 'GOV' ? 'L2' : 'L1'
  const { id } = await draftPlan(town.as(officers[buyer].handler), planWords({ lineId, ...more, needIds }))
  return findPlan(town.db, id)
}

/** A plan that handler, finance and approver have signed, its money reserved. */
export async function approvedPlan(town: Town, more: Partial<DraftPlan> = {}, buyer: Buyer = 'S1') {
  const { id } = await draftedPlan(town, more, buyer)
  const who = officers[buyer]
  await submitPlan(town.as(who.handler), { planId: id, opinion: '同意报审' })
  await approvePlan(town.as(who.finance), { planId: id, version: 1, opinion: '预算内，同意' })
  const reason = '服务的人和时段与另一项目不同，经费分开列支'
  for (const { id: otherId } of await alikeOf(town.db, id))
    await tellApart(town.as(who.finance), { pair: { planId: id, otherId }, reason })
  await approvePlan(town.as(who.approver), { planId: id, version: 1, opinion: '同意' })
  return findPlan(town.db, id)
}

/** A micro grant of the district's line: a community group or a licensed social worker alone may ask for it. */
export const microGrant = (town: Town, more: Partial<DraftPlan> = {}) =>
  approvedPlan(
    town,
    {
      methodId: 'MICRO_GRANT-1',
      amount: yuan(30_000),
      individualReason: '家属互助小组，需持证社工持续带领',
      ...more,
    },
    'GOV',
  )
