import { eq } from 'drizzle-orm'
import { plans as planTable } from '#db/schema/index.ts'
import type { Role } from '#db/vocabulary.ts'
import { announceIntention } from '#domain/buy/plan/announce-intention.ts'
import { approvePlan } from '#domain/buy/plan/approve-plan.ts'
import { draftPlan } from '#domain/buy/plan/draft-plan.ts'
import type { DraftPlan } from '#domain/buy/plan/forms.ts'
import { importCatalogue } from '#domain/buy/plan/import-catalogue.ts'
import { submitPlan } from '#domain/buy/plan/submit-plan.ts'
import { draftTender } from '#domain/buy/tender/draft-tender.ts'
import { setCriteria } from '#domain/buy/tender/edit-tender.ts'
import { publishTender } from '#domain/buy/tender/publish-tender.ts'
import { allYes, reviewTender } from '#domain/buy/tender/review-tender.ts'
import { usualQualification } from '#domain/buy/tender/score-templates-data.ts'
import { submitTender } from '#domain/buy/tender/submit-tender.ts'
import type { Context } from '#domain/context.ts'
import { yuan } from '#domain/money.ts'
import { Refusal } from '#domain/refusal.ts'
import { alikeOf } from '#domain/treasury/double-funding.ts'
import { tellApart } from '#domain/treasury/tell-apart.ts'
import type { ProjectTold } from './district.ts'
import type { Script } from './scripts.ts'
import { later } from './seeded.ts'
import type { Story } from './story.ts'
import { keepCallKey } from './tell-keepers.ts'
import type { Needs } from './tell-needs.ts'
import { promiseLots } from './wished-lots.ts'

/** One purchase under way: what was written of it, and who at the buyer's does what. */
export type Purchase = {
  script: Script
  told: ProjectTold
  planId: string
  tenderId: string
  /** `handler`, `approver`, `finance`, `acceptor` of the office that buys. */
  of: (post: 'handler' | 'approver' | 'finance' | 'acceptor') => string
}

const instant = (when: string) => new Date(`${when.replace(' ', 'T')}:00+08:00`)
export const postsOf =
  (story: Story, buyerId: string): Purchase['of'] =>
  (post) =>
    story.who(`${buyerId === 'GOV-MZ' ? 'district' : 'street'}_${post}` as Role, buyerId)

const reasons: Record<string, string> = {
  P16: '公开征集期内没有机构申报；须由具备心理支持与个案经验的持证社工持续带领，按小组节数付费，不设固定坐班与月薪（102号令 第六条）',
}

const exAnte = {
  need: '需求调查和居民票决均列前位，见需求页。',
  benefit: '以服务人次、去重人数和满意率三项衡量。',
  feasible: '区内有三家以上机构能够承接。',
  budget: '按单价乘以数量测算，与上年同类项目持平。',
  sustain: '已列入中期财政规划。',
  risk: '服务对象信息分级保管，设应急联系人。',
}

const linesOf = (told: ProjectTold, { lines, goals }: Script) => {
  const whole = { item: told.name.slice(0, 60), unit: '项', quantity: 1, price: told.budget, quality: goals }
  return (lines ?? [whole]).map(({ price, quality, ...line }) => ({
    ...line,
    unitPrice: yuan(price),
    quality: quality.slice(0, 300),
  }))
}

/** 街道目录: what one street adds to the district's catalogue, for itself. */
export const tellOwnCatalogue = (story: Story) =>
  importCatalogue(story.as(story.who('street_approver', 'S1'), '2026-01-20 10:00'), {
    rows: [{ code: 'WTL-001', name: '节假日独居老人探访', category: 'ELDER', unit: '人次' }],
    source: '梧桐里街道购买服务目录（2026 年）',
    from: '2026-02-01',
  })

/** What the handler writes of a project. */
const writtenPlan = (needs: Needs, script: Script, told: ProjectTold): DraftPlan => ({
  needIds: told.needIds.map((n) => needs.get(n)!),
  lineId: script.line,
  methodId: `${script.route}-1`,
  title: told.name.slice(0, 60),
  amount: yuan(told.budget),
  from: script.from,
  to: script.to,
  quantity: script.quantity,
  goals: script.goals,
  whoseDuty: '基层政府的公共服务职责，适合由社会力量提供',
  whyNotDirect: '没有相应的专业人员，购买比自办更专业、更经济',
  individualReason: reasons[told.id],
  noEmployment: reasons[told.id] !== undefined,
  years: script.years?.[0] ?? 1,
  yearsReason: script.years?.[1],
  lines: linesOf(told, script),
  exAnte: told.budget >= 1_000_000 ? exAnte : undefined,
  sensitive: ['P08', 'P16'].includes(told.id),
})

/** 排除重复资助: finance writes why a project is not what another pool already pays for. */
async function tellApartFromOthers(story: Story, finance: Context, planId: string) {
  for (const { id: otherId } of await alikeOf(story.store.db, planId))
    await tellApart(finance, {
      pair: { planId, otherId },
      reason: '另一项目管全区站点的日常运营，本项目只做这里居民提出的这一件事，经费分开列支。',
    })
}

/** 采购计划: drafted, its intention public where the route asks it, signed by three people. */
async function tellPlan(story: Story, needs: Needs, script: Script, told: ProjectTold) {
  const [drafted, signed, funded, approved] = script.plan
  const of = postsOf(story, told.buyerId)
  const words = writtenPlan(needs, script, told)
  const { id: planId } = await draftPlan(story.as(of('handler'), drafted), words)
  const announce = () => announceIntention(story.as(of('handler'), script.intention!), { planId })
  const before = script.intention && (!signed || script.intention < signed)
  if (before) await announce()
  if (signed)
    await submitPlan(story.as(of('handler'), signed), {
      planId,
      opinion: '需求明确，资金已列入预算，请审批。',
    })
  if (funded)
    await approvePlan(story.as(of('finance'), funded), { planId, version: 1, opinion: '资金来源核实无误。' })
  if (approved) {
    const sign = () =>
      approvePlan(story.as(of('approver'), approved), { planId, version: 1, opinion: '同意实施。' })
    await sign().catch(async (said) => {
      if (!(said instanceof Refusal && said.reason === 'double-funding')) throw said
      await tellApartFromOthers(story, story.as(of('finance'), approved), planId)
      await sign()
    })
  }
  if (script.intention && !before) await announce()
  return { planId, of }
}

const judged = (code: string, name: string, each: [number, number, number, number], items: number) => {
  const [A, B, C, D] = each
  const guidance = `${items} 项，每项优 ${A}，良 ${B}，一般 ${C}，差 ${D}`
  return { code, name, kind: 'subjective' as const, max: A * items, items, bands: { A, B, C, D }, guidance }
}
/** 公益微创投评审表 of this district: each factor in its parts, so that the points of its experts can be given. */
const grantSheet = [
  judged('NEED', '需求真实性与紧迫性', [10, 9, 8, 5], 2),
  judged('PLAN', '方案可行性', [5, 4, 3, 2], 5),
  judged('TEAM', '团队与专业性', [5, 4, 3, 1], 3),
  judged('BUDGET', '预算合理性', [5, 4, 3, 1], 3),
  judged('OUTCOME', '成效可衡量', [5, 4, 3, 1], 3),
  judged('SUSTAIN', '可持续与资源动员', [5, 4, 3, 2], 2),
]
const given = (code: string, name: string, max: number, guidance: string) => ({
  ...{ code, name, kind: 'objective' as const, max, items: 1, guidance },
})
/** 公开招标综合评分表 of this district. */
const tenderSheet = [
  {
    ...given('PRICE', '价格', 10, '评标基准价 ÷ 投标报价 × 10；最低有效报价为基准价'),
    kind: 'formula' as const,
  },
  judged('PLAN', '服务方案', [8, 6, 4, 2], 5),
  given('TEAM', '团队', 20, '负责人持社会工作师得 6、高级得 8，其余 0；另列名持证社工每名 2 分，最高 12'),
  given('EXP', '业绩', 10, '近三年同类合同每个 2 分，最高 10，不限地域'),
  judged('QA', '质量与评估体系', [4, 3, 2, 1], 3),
  given('FIN', '财务内控', 8, '审计报告 3、资金专账 3、内控制度 2'),
]
const sheets: Partial<Record<Script['route'], typeof tenderSheet | typeof grantSheet>> = {
  MICRO_GRANT: grantSheet,
  OPEN_TENDER: tenderSheet,
}

const units: Record<string, [string, string]> = {
  PERSON_TIMES: ['服务人次', '人次'],
  BENEFICIARIES: ['服务人数（去重）', '人'],
  HOURS: ['服务工时', '小时'],
  CASES: ['个案数', '个'],
  GROUPS: ['小组数', '个'],
  GROUPBORN: ['孵化社区社会组织', '家'],
  ACTIVITIES: ['社区活动场次', '场'],
  VISITS: ['探访次数', '次'],
  VOL: ['志愿者人数', '人'],
  SATIS: ['服务对象满意率', '%'],
}
const usual: Record<string, Array<{ code: string; target: number }>> = {
  P01: [
    { code: 'CASES', target: 120 },
    { code: 'PERSON_TIMES', target: 12_000 },
    { code: 'SATIS', target: 90 },
  ],
  P06: [
    { code: 'ACTIVITIES', target: 6 },
    { code: 'PERSON_TIMES', target: 120 },
    { code: 'SATIS', target: 85 },
  ],
  P07: [
    { code: 'BENEFICIARIES', target: 15 },
    { code: 'PERSON_TIMES', target: 300 },
    { code: 'SATIS', target: 85 },
  ],
  P15: [
    { code: 'ACTIVITIES', target: 12 },
    { code: 'BENEFICIARIES', target: 60 },
    { code: 'SATIS', target: 85 },
  ],
  P17: [
    { code: 'BENEFICIARIES', target: 28 },
    { code: 'PERSON_TIMES', target: 1032 },
    { code: 'SATIS', target: 85 },
  ],
}
export const indicatorsOf = (told: ProjectTold) =>
  (
    told.kpis ??
    usual[told.id] ?? [
      { code: 'PERSON_TIMES', target: 400 },
      { code: 'SATIS', target: 85 },
    ]
  ).map(({ code, target }) => ({ code, name: units[code]![0], unit: units[code]![1], target }))

/** Only a micro grant may be sealed by the server itself. */
export const isSplit = ({ route }: Script) => route !== 'MICRO_GRANT'

/** When questions close: as told, or six days before the deadline. */
const closingOf = ({ questionsClose }: Script, deadline: string) =>
  instant(questionsClose ?? `${later(deadline.slice(0, 10), -6)} 17:00`)

async function tellCall(story: Story, script: Script, told: ProjectTold, planId: string, of: Purchase['of']) {
  const [drafted, given, published, deadline] = script.tender!
  const { id: tenderId } = await draftTender(story.as(of('handler'), drafted), {
    planId,
    sealMode: isSplit(script) ? 'split' : 'simple',
    title: told.name.slice(0, 60),
    requirement: `${script.goals}。${script.quantity}。服务记录随做随记，服务对象的个人信息不外传；每期服务由街道社区服务中心检查，验收以服务对象意见为准。`,
    qualification: script.route === 'MICRO_GRANT' ? usualQualification.slice(1) : [...usualQualification],
    indicators: indicatorsOf(told),
    ceiling: yuan(told.budget),
    paymentTemplate: script.payment!,
    ...{ deadline: instant(deadline), questionsClose: closingOf(script, deadline) },
  })
  const criteria = sheets[script.route]
  if (criteria) await setCriteria(story.as(of('handler'), drafted), { tenderId, criteria })
  if (isSplit(script)) await keepCallKey(story, { tenderId, of, told, when: drafted })
  await submitTender(story.as(of('handler'), given), { tenderId })
  const approver = story.as(of('approver'), published)
  await reviewTender(approver, {
    tenderId,
    kind: 'general',
    says: allYes('general'),
    notes: {},
    opinion: '需求明确，条件和评分没有排斥性内容，验收方案可以执行，同意发布。',
  })
  const drawnOn = deadline.slice(0, 10)
  await promiseLots(story, approver, { tenderId, projectId: told.id, drawnOn })
  await publishTender(story.as(of('approver'), published), { tenderId })
  return tenderId
}

/** From the plan to the published call. */
export async function beginPurchase(story: Story, needs: Needs, script: Script): Promise<Purchase> {
  const told = story.district.projects.find((p) => p.id === script.id)!
  const { planId, of } = await tellPlan(story, needs, script, told)
  const tenderId = script.tender ? await tellCall(story, script, told, planId, of) : ''
  await story.store.transact((tx) =>
    tx
      .update(planTable)
      .set({ titleEn: told.nameEn ?? null })
      .where(eq(planTable.id, planId)),
  )
  return { script, told, planId, tenderId, of }
}
