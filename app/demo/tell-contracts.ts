import { and, eq } from 'drizzle-orm'
import { awards, contracts, parties } from '#db/schema/index.ts'
import { notifyAward } from '#domain/buy/award/notify-award.ts'
import { confirmAward, proposeAward } from '#domain/buy/award/propose-award.ts'
import { admitChallenge, decideChallenge } from '#domain/buy/challenge/decide-challenge.ts'
import { acceptComplaint } from '#domain/buy/challenge/decide-complaint.ts'
import { fileComplaint } from '#domain/buy/challenge/file-complaint.ts'
import { submitChallenge } from '#domain/buy/challenge/submit-challenge.ts'
import { asksFiling, fileContract } from '#domain/deliver/contract/archive/file-contract.ts'
import { confirmLinkage } from '#domain/deliver/contract/confirm-linkage.ts'
import { drawUpContract } from '#domain/deliver/contract/draw-up-contract.ts'
import { publishContract } from '#domain/deliver/contract/publish-contract.ts'
import { signBySupplier } from '#domain/deliver/contract/sign-by-supplier.ts'
import { signContract } from '#domain/deliver/contract/sign-contract.ts'
import { milestonesOf } from '#domain/deliver/milestone/find-milestone.ts'
import { personOf } from './base.ts'
import type { Story } from './story.ts'
import { workersOf } from './tell-bids.ts'
import type { Purchase } from './tell-plans.ts'

/** A contract being carried out, with the bodies of the place it is carried out in. */
export type Service = Purchase & {
  contractId: string
  supplierId: string
  /** Whoever receives its money. */
  payee: string
  milestones: string[]
  committeeId: string
  centreId: string
}

const no = { says: 'no' as const }
/** What the buyer answers where the winner is a social worker alone: a result is paid for, not a post. */
const alone = {
  reason: '服务内容单一，由一名持证社工带领即可；按场次和成效验收付款，不占岗位。',
  signs: {
    ...{ hours: no, orders: no, pay: no, premises: no, usual_work: no },
    one_buyer: { says: 'yes' as const, words: '今年只接了这一项，另有机构兼职督导收入' },
  },
}

/** 成交: put forward by the handler, confirmed by the approver, published; the file's winner is the first in rank. */
export async function tellAward(story: Story, { script, tenderId, of }: Purchase) {
  const [proposed, confirmed, notified] = script.awarded!
  const { id: awardId } = await proposeAward(story.as(of('handler'), proposed), { tenderId, alone })
  await confirmAward(story.as(of('approver'), confirmed), { awardId })
  await notifyAward(story.as(of('handler'), notified), { awardId })
}

/** P09: a bidder objects within its time, the approver looks the points up again, and the award stands. */
export async function tellChallenge(story: Story, { tenderId, of }: Purchase) {
  const challenger = story.sit('org_signer', 'ORG08', '2026-11-10 16:00')
  const { id: challengeId } = await submitChallenge(challenger, {
    tenderId,
    items: '评分表“项目团队”一项人数计算有误：本单位列名持证社工 6 名，应得 12 分，请予复核。',
  })
  await admitChallenge(story.as(of('handler'), '2026-11-11 10:00'), { challengeId })
  await decideChallenge(story.as(of('approver'), '2026-11-18 10:00'), {
    challengeId,
    outcome: 'dismiss',
    reply:
      '评分表规定列名持证社工每名 2 分、最高 8 分。贵单位列名人数超过 4 名，按上限计 8 分，负责人计 5 分，合计 13 分；成交供应商同样 13 分。计分与评分表一致，未改分，未重新评审。',
  })
  await complain(story, challengeId)
}

/** 投诉: not content with the reply, the bidder takes it to the district, which took it up the same day and stopped nothing. */
async function complain(story: Story, challengeId: string) {
  const signer = story.sit('org_signer', 'ORG08', '2026-11-19 09:30')
  const { id: complaintId } = await fileComplaint(signer, {
    challengeId,
    items: '质疑答复没有说明成交供应商列名社工的人数如何核对，请监管部门复核评审资料。',
  })
  const overseer = story.sit('district_finance', 'GOV-MZ', '2026-11-19 15:00')
  await acceptComplaint(overseer, { complaintId, days: 0 })
}

const words = {
  communityDuty: '提供场地，通知居民，每月查看一次服务',
  communityContribution: '活动室每周四个半天，楼组长 12 人',
  organisationDuty: '按方案提供服务，记好日志，按期公示经费',
  organisationContribution: '专职团队、督导每月一次、志愿者保险',
  workerDuty: '带队服务，个案建档，遇到风险当天报告',
  workerContribution: '专业评估与个案会谈，带教志愿者',
}

async function confirmAll(story: Story, contractId: string, sides: Record<string, string>, when: string) {
  const { committeeId, supplierId, workerId } = sides
  const director = story.sit('committee_director', committeeId!, when)
  const { communityDuty, communityContribution, organisationDuty, organisationContribution } = words
  await confirmLinkage(director, {
    contractId,
    sector: 'community',
    duty: communityDuty,
    contribution: communityContribution,
  })
  await confirmLinkage(story.sit('org_signer', supplierId!, when), {
    contractId,
    sector: 'organisation',
    duty: organisationDuty,
    contribution: organisationContribution,
  })
  await confirmLinkage(story.as(workerId!, when), {
    contractId,
    sector: 'social_worker',
    duty: words.workerDuty,
    contribution: words.workerContribution,
  })
}

async function firstInRank({ db }: Story['store'], tenderId: string) {
  const [award] = await db
    .select()
    .from(awards)
    .where(and(eq(awards.tenderId, tenderId), eq(awards.rank, 1)))
  return award!
}

/** Whoever receives the contract's money: the custodian of a group or of a person alone, else the supplier. */
async function payeeOf({ db }: Story['store'], contractId: string, supplierId: string) {
  const [row] = await db.select().from(contracts).where(eq(contracts.id, contractId))
  const [payee] = await db
    .select()
    .from(parties)
    .where(eq(parties.id, row!.payeeId ?? supplierId))
  return payee!.name
}

/** Made public; where the law asks for it a copy is filed on the same day (合同副本备案). */
async function publish(story: Story, { planId, of }: Purchase, contractId: string, when: string) {
  await publishContract(story.as(of('handler'), when), { contractId })
  if (!(await asksFiling(story.store.db, { planId }))) return
  const filedOn = when.slice(0, 10)
  const [year, month, day] = filedOn.split('-')
  const receiptNo = `备〔${year}〕${month}${day}`
  await fileContract(story.as(of('handler'), `${filedOn} 17:40`), { contractId, filedOn, receiptNo })
}

/** 合同: drawn up on the award, said yes to by the three sectors, signed by both, published. */
export async function tellContract(story: Story, purchase: Purchase): Promise<Service> {
  const { script, told, tenderId, of } = purchase
  const [drawn, agreed, signed, published] = script.contract!
  const [need] = story.district.needs.filter((n) => told.needIds.includes(n.id))
  const committeeId = need!.communityId
  const supplierId = told.winnerId!
  const workerId = personOf(story.district, workersOf(story, supplierId)[0]!)
  const award = await firstInRank(story.store, tenderId)
  const { id: contractId } = await drawUpContract(story.as(of('handler'), drawn), {
    awardId: award.id,
    committeeId,
    workerId,
    goal: script.goals,
    ...words,
  })
  await confirmAll(story, contractId, { committeeId, supplierId, workerId }, agreed)
  await signBySupplier(story.sit('org_signer', supplierId, `${agreed.slice(0, 10)} 17:00`), { contractId })
  await signContract(story.as(of('approver'), signed), { contractId })
  await publish(story, purchase, contractId, published)
  const community = story.district.communities.find((c) => c.id === committeeId)!
  return {
    ...purchase,
    contractId,
    supplierId,
    payee: await payeeOf(story.store, contractId, supplierId),
    milestones: (await milestonesOf(story.store.db, contractId)).map((m) => m.id),
    committeeId,
    centreId: story.district.streets.find((s) => s.id === community.streetId)!.serviceCentre.id,
  }
}
