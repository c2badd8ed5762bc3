import { eq } from 'drizzle-orm'
import { budgetLines, directObjections, fundPools } from '#db/schema/index.ts'
import { admitChallenge, decideChallenge } from '#domain/buy/challenge/decide-challenge.ts'
import { acceptComplaint, decideComplaint } from '#domain/buy/challenge/decide-complaint.ts'
import { fileComplaint } from '#domain/buy/challenge/file-complaint.ts'
import { submitChallenge } from '#domain/buy/challenge/submit-challenge.ts'
import { acceptOrder, confirmOrder, finishOrder } from '#domain/buy/framework/carry-order.ts'
import { expireFrameworks } from '#domain/buy/framework/expire-frameworks.ts'
import { decideProvider } from '#domain/buy/framework/join-framework.ts'
import { closeFramework } from '#domain/buy/framework/write-framework.ts'
import { cancelWork } from '#domain/buy/minor/call-quotes.ts'
import { chooseQuote, signWork } from '#domain/buy/minor/choose-quote.ts'
import { findWork, quotesOf } from '#domain/buy/minor/find-work.ts'
import { declineWork } from '#domain/buy/minor/set-aside.ts'
import type { PlanFacts } from '#domain/buy/plan/find-plan.ts'
import { answerObjection, objectDirect } from '#domain/buy/plan/object-direct.ts'
import type { TenderFacts } from '#domain/buy/tender/find-tender.ts'
import { publishContract } from '#domain/deliver/contract/publish-contract.ts'
import { yuan } from '#domain/money.ts'
import { openLine } from '#domain/treasury/open-line.ts'
import { joined, mother, openFramework, orderedBy } from './framework.ts'
import { calledWork, chosenWork, paidPart, quoted, usualParts } from './minor.ts'
import { approvedPlan } from './plan.ts'
import {
  afterNotices,
  announced,
  awarded,
  type Bound,
  bound,
  called,
  drawnUp,
  evaluated,
  opened,
  proposed,
  signedByBoth,
  walkDates,
} from './route-walk.ts'
import { type Town, world } from './world.ts'

/** A line large enough for one purchase of every route. */
async function largeLine(town: Town) {
  const pool = {
    source: 'department_budget' as const,
    year: 2026,
    rules: '未列入预算不得实施',
    approvedOn: '2026-01-20',
    total: yuan(9_000_000),
  }
  const line = {
    id: 'L9',
    poolId: 'P9',
    code: 'L9',
    name: '全部方式',
    buyerId: 'S1',
    amount: yuan(9_000_000),
  }
  await town.transact(async (tx) => {
    await tx.insert(fundPools).values({ ...pool, id: 'P9', code: 'P9', name: '全部方式', ownerId: 'S1' })
    await tx.insert(budgetLines).values(line)
  })
  await town.transact((tx) => openLine(tx, town.as('finance'), line))
  return line.id
}

/** 单一来源公示 objected to by another body and answered. */
async function objected(town: Town, planId: string) {
  await objectDirect(town.as('signer3'), { planId, words: '本机构同样具备该项资质，可以提供服务。' })
  const [one] = await town.db.select().from(directObjections).where(eq(directObjections.planId, planId))
  const said = {
    objectionId: one!.id,
    how: 'dismissed' as const,
    answer: '经论证，所述资质不属于本项目要求的资质。',
  }
  await answerObjection(town.as('approver'), { planId, ...said })
}

/** 对采购文件的质疑, dismissed, taken on to the district and dismissed again: all before anybody proposed. */
async function disputed(town: Town, { id: tenderId }: TenderFacts) {
  const items = '评分标准中“本地经验”一项与服务内容无关，请求修改。'
  const { id } = await submitChallenge(town.as('signer3'), { tenderId, items, matter: 'document' })
  await admitChallenge(town.as('handler'), { challengeId: id })
  const reply = '评分表没有“本地经验”一项，质疑事项不成立，不作修改。'
  await decideChallenge(town.as('approver'), { challengeId: id, outcome: 'dismiss', reply })
  const { id: complaintId } = await fileComplaint(town.as('signer3'), { challengeId: id, items })
  await acceptComplaint(town.as('dFinance'), { complaintId, days: 0 })
  const decision = '经审查，采购文件没有投诉所称内容，投诉事项不成立，驳回投诉。'
  await decideComplaint(town.as('dApprover'), { complaintId, outcome: 'dismissed', decision })
}

async function agreement(town: Town, lineId: string) {
  const { id: frameworkId } = await openFramework(town, { perPerson: yuan(2_000) }, { lineId })
  const first = await joined(town, frameworkId, 1)
  const second = await joined(town, frameworkId, 2)
  await mother(town)
  for (let n = 0; n < 11; n++) {
    const { id: orderId } = await orderedBy(town, frameworkId, first.id)
    await acceptOrder(town.as('editor1'), { orderId })
    await finishOrder(town.as('editor1'), { orderId, doneOn: '2026-04-07' })
    await confirmOrder(town.as('resident6'), { orderId })
  }
  const end = { frameworkId, providerId: second.id, how: 'end' as const, reason: '两次无故不上门' }
  await decideProvider(town.as('approver'), end)
  return frameworkId
}

/** Chosen, declined by the chosen, chosen anew, signed, both parts paid. */
async function minor(town: Town, quotesUntil: Date) {
  const workId = await chosenWork(town, quotesUntil)
  await declineWork(town.as('signer2'), { workId, reason: '材料涨价，无法按报价施工' })
  const ctx = town.as('approver')
  const left = (await quotesOf(ctx, town.db, await findWork(town.db, workId))).filter((q) => !q.aside)
  await chooseQuote(ctx, { workId, quoteId: left[0]!.id, reason: '', parts: usualParts })
  await signWork(town.as('signer1'), { workId })
  for (const at of [0, 1]) await paidPart(town, workId, at, 1)
}

type Going = {
  code: string
  one: Bound
  plan: PlanFacts
  call?: TenderFacts
  endsAt?: Date
  awardId?: string
}
async function calls(town: Town, lineId: string, going: Going[]) {
  for (const [code, one] of Object.entries(bound)) {
    const words = { methodId: `${code}-1`, amount: one.amount, lineId, ...walkDates, ...one.plan }
    const plan = await approvedPlan(town, words)
    await announced(town, plan)
    if (code === 'SINGLE_SOURCE') await objected(town, plan.id)
    going.push({ code, one, plan })
  }
}

async function toContract(town: Town, going: Going[]) {
  for (const g of going) g.call = await called(town, g.plan, g.one.payment)
  town.clock.set(new Date('2026-04-16T09:00:00+08:00'))
  await disputed(town, going.find((g) => g.code === 'COMPETITIVE_CONSULTATION')!.call!)
  for (const g of going) await proposed(town, g.call!, g.one)
  for (const g of going) {
    await evaluated(town, await opened(town, g.call!, g.one.experts))
    const award = await awarded(town, g.call!.id)
    Object.assign(g, { awardId: award.id, endsAt: award.windowEndsAt! })
  }
  for (const g of going.toSorted((a, b) => a.endsAt!.getTime() - b.endsAt!.getTime())) {
    town.clock.set(g.endsAt!)
    const { id: contractId } = await drawnUp(town, g.awardId!)
    await signedByBoth(town, contractId)
    await publishContract(town.as('handler'), { contractId })
  }
}

/** One purchase of every route there is, side by side in one year, with what may come between: an objection, a challenge before any proposal, a supplier that declines, a provider that leaves. */
export async function everyRouteYear() {
  const town = await world()
  const lineId = await largeLine(town)
  const going: Going[] = []
  await calls(town, lineId, going)
  const frameworkId = await agreement(town, lineId)
  town.clock.set(afterNotices)
  await toContract(town, going)
  const day = (n: number) => new Date(town.clock.now().getTime() + n * 86_400_000)
  await minor(town, day(14))
  const stopped = await calledWork(town, day(14))
  await quoted(town, stopped, 1, 30_000)
  await cancelWork(town.as('approver'), { workId: stopped, reason: '清单有误，另行询价' })
  await closeFramework(town.as('approver'), { frameworkId, reason: '协议到期前不再征集' })
  const after = new Date('2028-03-02T00:00:00+08:00')
  await expireFrameworks({ ...town.as(null), clock: { now: () => after } })
  return town
}
