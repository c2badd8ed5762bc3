import { eq } from 'drizzle-orm'
import {
  awards,
  contracts,
  methods,
  milestones,
  needs,
  planNeeds,
  plans,
  proposals,
  tenders,
} from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import { confirmLinkage } from '#domain/deliver/contract/confirm-linkage.ts'
import { drawUpContract } from '#domain/deliver/contract/draw-up-contract.ts'
import { publishContract } from '#domain/deliver/contract/publish-contract.ts'
import { signBySupplier } from '#domain/deliver/contract/sign-by-supplier.ts'
import { signContract } from '#domain/deliver/contract/sign-contract.ts'
import { addServiceUser } from '#domain/deliver/diary/add-service-user.ts'
import { recordActivity } from '#domain/deliver/diary/record-activity.ts'
import { checkMilestone } from '#domain/deliver/milestone/check-milestone.ts'
import { claimMilestone } from '#domain/deliver/milestone/claim-milestone.ts'
import { indicatorsOf, milestonesOf } from '#domain/deliver/milestone/find-milestone.ts'
import { type Fen, fen, yuan } from '#domain/money.ts'
import { reserve } from '#domain/treasury/reserve.ts'
import type { Town } from './world.ts'

type Buyer = 'street' | 'district'
type Choice = {
  price?: Fen
  template?: string
  supplierId?: string
  buyer?: Buyer
  from?: string
  to?: string
}
const asked = [
  { code: 'VISITS', name: '上门探访', unit: '次', target: 100 },
  { code: 'PEOPLE', name: '服务人数', unit: '人', target: 10 },
]

/** Inserts what the earlier chapters leave behind: a need in purchase, its plan, tender, and an award past its window. */
export async function awarded(town: Town, choice: Choice = {}) {
  const { price = yuan(80_000), template = 'PT-532', supplierId = 'ORG1', buyer = 'street' } = choice
  const { from = '2026-03-01', to = '2027-02-28' } = choice
  const buyerId = buyer === 'street' ? 'S1' : 'GOV'
  const at = town.clock.now()
  const lineId = buyer === 'street' ? 'L1' : 'L2'
  return town.transact(async (tx) => {
    await method(tx)
    const [need] = await tx
      .insert(needs)
      .values({
        refNo: `XQ-${crypto.randomUUID()}`,
        communityId: 'C1',
        committeeId: 'C1',
        streetId: 'S1',
        gridIds: ['G1'],
        category: 'ELDER',
        itemType: 'service',
        title: '独居老人探访',
        evidence: '调查',
        targetGroup: '独居老人',
        beneficiaries: 20,
        outcome: '每周一次',
        estimate: price,
        urgency: 3,
        severity: 3,
        negativeAnswers: {},
        state: 'in_purchase',
        draftedBy: 'clerk',
        createdAt: at,
      })
      .returning()
    const [plan] = await tx
      .insert(plans)
      .values({
        refNo: `JH-${crypto.randomUUID()}`,
        title: '独居老人每周探访',
        buyerId,
        communityId: 'C1',
        methodId: 'TEST-1',
        lineId,
        amount: price,
        from,
        to,
        whoseDuty: '养老服务',
        whyNotDirect: '街道没有专业人员',
        goals: '跌倒不过夜',
        quantity: '100 次',
        state: 'approved',
        version: 1,
        draftedBy: buyer === 'street' ? 'handler' : 'dHandler',
        createdAt: at,
        approvedAt: at,
      })
      .returning()
    await tx.insert(planNeeds).values({ planId: plan!.id, needId: need!.id })
    await reserve(tx, town.as('finance'), plan!)
    const [tender] = await tx
      .insert(tenders)
      .values({
        refNo: `CG-${crypto.randomUUID()}`,
        planId: plan!.id,
        buyerId,
        methodId: 'TEST-1',
        title: plan!.title,
        requirement: '每周上门一次',
        qualification: [],
        indicators: asked,
        ceiling: price,
        paymentTemplate: template,
        deadline: at,
        questionsClose: at,
        state: 'awarded',
        requirementBy: buyer === 'street' ? 'handler' : 'dHandler',
        createdAt: at,
      })
      .returning()
    const [proposal] = await tx
      .insert(proposals)
      .values({
        tenderId: tender!.id,
        supplierId,
        state: 'awarded',
        version: 1,
        body: { indicators: [{ code: 'VISITS', promised: 120 }] },
        price,
        createdBy: 'editor1',
        createdAt: at,
      })
      .returning()
    const [award] = await tx
      .insert(awards)
      .values({
        tenderId: tender!.id,
        proposalId: proposal!.id,
        rank: 1,
        price,
        state: 'notified',
        proposedBy: buyer === 'street' ? 'handler' : 'dHandler',
        confirmedBy: 'approver',
        notifiedAt: at,
        windowEndsAt: at,
        createdAt: at,
      })
      .returning()
    return { awardId: award!.id, tenderId: tender!.id, planId: plan!.id, needId: need!.id, lineId }
  })
}
const method = (tx: Tx) =>
  tx
    .insert(methods)
    .values({
      id: 'TEST-1',
      code: 'TEST',
      version: 1,
      name: '限额以下比选',
      nameEn: 'Selection',
      minAmount: fen(0),
      individuals: true,
      groups: true,
      minProposals: 1,
      bidDays: 5,
      bidUnit: 'wd',
      amendDays: 3,
      panelMin: 3,
      expertShareMin: 40,
      intentionDays: 0,
      objectionDays: 5,
      signDays: 30,
      noPrice: false,
      basis: '测试',
      mark: 'local',
      from: '2025-01-01',
    })
    .onConflictDoNothing()

export const linkageWords = {
  committeeId: 'C1',
  workerId: 'worker1',
  goal: '每位独居老人每周有人上门',
  communityDuty: '核对名单',
  communityContribution: '一间工作室',
  organisationDuty: '探访 120 次',
  organisationContribution: '四名探访员',
  workerDuty: '评估每位老人',
  workerContribution: '每周四天',
}
type Signs = { handler?: string; approver?: string; signer?: string; worker?: string }

/** A drawn contract, still a draft. */
export async function drawn(town: Town, choice: Choice & Signs = {}) {
  const award = await awarded(town, choice)
  const words = { ...linkageWords, workerId: choice.worker ?? 'worker1' }
  const { id } = await drawUpContract(town.as(choice.handler ?? 'handler'), {
    ...words,
    awardId: award.awardId,
  })
  return { ...award, id }
}

/** All three sectors say yes. */
export async function confirmAll(town: Town, contractId: string, who: Signs = {}) {
  const say = { contractId, duty: '尽责', contribution: '出力' }
  await confirmLinkage(town.as('director'), { ...say, sector: 'community' })
  await confirmLinkage(town.as(who.signer ?? 'signer1'), { ...say, sector: 'organisation' })
  await confirmLinkage(town.as(who.worker ?? 'worker1'), { ...say, sector: 'social_worker' })
}

/** A contract signed by both and published: the first tranche has passed its gate. */
export async function running(town: Town, choice: Choice & Signs = {}) {
  const { id, ...rest } = await drawn(town, choice)
  await confirmAll(town, id, choice)
  await signBySupplier(town.as(choice.signer ?? 'signer1'), { contractId: id })
  await signContract(town.as(choice.approver ?? 'approver'), { contractId: id })
  await publishContract(town.as(choice.handler ?? 'handler'), { contractId: id })
  return { id, ...rest, milestones: await milestonesOf(town.db, id) }
}

/** Service users, each with a day in the diary; the first five are resident1…resident5 where `linked`. */
export async function served(town: Town, contractId: string, n = 6, worker = 'worker1') {
  const ids: string[] = []
  for (let i = 1; i <= n; i++)
    ids.push(
      (await addServiceUser(town.as(worker), { contractId, label: `张阿姨${i}`, phone: undefined })).id,
    )
  const heldOn = '2026-03-02'
  await recordActivity(town.as(worker), {
    contractId,
    kind: 'visit',
    heldOn,
    title: '探访',
    words: '一切都好',
    minutes: 90,
    came: ids,
  })
  return ids
}

/** Claims a milestone with every indicator at a share of its target. */
export async function claimed(town: Town, milestoneId: string, contractId: string, share = 1) {
  const known = await indicatorsOf(town.db, contractId)
  const readings = known.map((i) => ({ indicatorId: i.id, value: i.target * share }))
  return claimMilestone(town.as('editor1'), { milestoneId, claim: '按合同完成', readings })
}
export async function checked(town: Town, milestoneId: string, contractId: string, share = 1) {
  await claimed(town, milestoneId, contractId, share)
  return checkMilestone(town.as('centre'), { milestoneId, finding: '抽查六户，记录属实' })
}
export const milestoneNow = async (town: Town, id: string) =>
  (await town.db.select().from(milestones).where(eq(milestones.id, id)))[0]!
export const contractNow = async (town: Town, id: string) =>
  (await town.db.select().from(contracts).where(eq(contracts.id, id)))[0]!
export const needNow = async (town: Town, id: string) =>
  (await town.db.select().from(needs).where(eq(needs.id, id)))[0]!
