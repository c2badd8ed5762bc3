import { eq } from 'drizzle-orm'
import { standingClock } from '#app/ports/clock.ts'
import { memoryFiles } from '#app/ports/files/memory-files.ts'
import { amendments, contracts, questions } from '#db/schema/index.ts'
import { declineAward } from '#domain/buy/award/decline-award.ts'
import { notifyAward } from '#domain/buy/award/notify-award.ts'
import { confirmAward, proposeAward } from '#domain/buy/award/propose-award.ts'
import { admitChallenge, decideChallenge } from '#domain/buy/challenge/decide-challenge.ts'
import { submitChallenge } from '#domain/buy/challenge/submit-challenge.ts'
import { answerQuestion } from '#domain/buy/tender/answer-question.ts'
import { askQuestion } from '#domain/buy/tender/ask-question.ts'
import { cancelTender } from '#domain/buy/tender/cancel-tender.ts'
import { draftAmendment } from '#domain/buy/tender/draft-amendment.ts'
import { draftTender } from '#domain/buy/tender/draft-tender.ts'
import { findTender, type TenderFacts } from '#domain/buy/tender/find-tender.ts'
import { publishAmendment } from '#domain/buy/tender/publish-amendment.ts'
import { publishTender } from '#domain/buy/tender/publish-tender.ts'
import { submitTender } from '#domain/buy/tender/submit-tender.ts'
import { dateOf } from '#domain/dates.ts'
import { openAcceptance } from '#domain/deliver/acceptance/open-acceptance.ts'
import { approveChange } from '#domain/deliver/contract/decide-change.ts'
import { draftChange } from '#domain/deliver/contract/draft-change.ts'
import { drawUpContract } from '#domain/deliver/contract/draw-up-contract.ts'
import { publishContract } from '#domain/deliver/contract/publish-contract.ts'
import { signBySupplier } from '#domain/deliver/contract/sign-by-supplier.ts'
import { signContract } from '#domain/deliver/contract/sign-contract.ts'
import { terminateContract } from '#domain/deliver/contract/terminate-contract.ts'
import { addServiceUser } from '#domain/deliver/diary/add-service-user.ts'
import { recordActivity } from '#domain/deliver/diary/record-activity.ts'
import { milestonesOf } from '#domain/deliver/milestone/find-milestone.ts'
import { confirmPayment } from '#domain/deliver/payment/confirm-payment.ts'
import { registerRecovery } from '#domain/deliver/payment/register-recovery.ts'
import { submitPayment } from '#domain/deliver/payment/submit-payment.ts'
import { type Fen, yuan } from '#domain/money.ts'
import { acceptWell } from './acceptance.ts'
import { checked, confirmAll, linkageWords } from './contract.ts'
import { approved, voucherFor } from './payment.ts'
import { afterDeadline, awardedTender, openByTwo, sentProposal } from './proposal.ts'
import { at, settledTown, testVault, townOver } from './settled-town.ts'
import { freshStore } from './store.ts'
import { passReview, publishedTender, tenderWords } from './tender.ts'
import type { Town } from './world.ts'

/** What one purchase of the year comes to. */
export type Ending = 'completed' | 'terminated' | 'declined' | 'failed' | 'cancelled' | 'challenged'
export type Purchase = { ending: Ending; prices: number[] }

async function askedAndChanged(town: Town, tender: TenderFacts) {
  const tenderId = tender.id
  await askQuestion(town.as('editor1'), { tenderId, words: '上门次数可以合并吗？' })
  const [asked] = await town.db.select().from(questions).where(eq(questions.tenderId, tenderId))
  await answerQuestion(town.as('handler'), { tenderId, questionId: asked!.id, answer: '不可以，每周一次。' })
  const change = { field: 'requirement' as const, was: '发现异常一小时内', now: '发现异常半小时内' }
  const words = { ...change, reason: '居民代表建议', material: false, newDeadline: undefined }
  await draftAmendment(town.as('handler'), { tenderId, ...words })
  const [drafted] = await town.db.select().from(amendments).where(eq(amendments.tenderId, tenderId))
  await publishAmendment(town.as('approver'), { tenderId, amendmentId: drafted!.id })
}

/** Too few came: the call fails and is put out once more under the same plan. */
async function failAndRepeat(town: Town, tender: TenderFacts) {
  town.clock.set(afterDeadline(tender))
  await openByTwo(town, tender.id)
  const days = (n: number) => new Date(town.clock.now().getTime() + n * 86_400_000)
  const words = tenderWords({
    deadline: days(30),
    questionsClose: days(20),
    ceiling: tender.ceiling,
    title: tender.title,
  })
  const { id } = await draftTender(town.as('handler'), { planId: tender.planId, ...words })
  await submitTender(town.as('handler'), { tenderId: id })
  await passReview(town.as('approver'), id)
  await publishTender(town.as('approver'), { tenderId: id })
}

async function challenged(town: Town, tenderId: string) {
  const items = '评分表团队一项人数计算有误：本单位列名持证社工六名，应得十二分，请求复核。'
  const { id } = await submitChallenge(town.as('signer2'), { tenderId, items })
  await admitChallenge(town.as('handler'), { challengeId: id })
  const reply = '按评分表每名 2 分、最高 8 分计算，得分与评分表一致，未改分、未重新评审。'
  await decideChallenge(town.as('approver'), { challengeId: id, outcome: 'dismiss', reply })
}

async function contracted(town: Town, awardId: string, n: number) {
  const { id } = await drawUpContract(town.as('handler'), {
    ...linkageWords,
    workerId: `worker${n}`,
    awardId,
  })
  await confirmAll(town, id, { signer: `signer${n}`, worker: `worker${n}` })
  await signBySupplier(town.as(`signer${n}`), { contractId: id })
  await signContract(town.as('approver'), { contractId: id })
  await publishContract(town.as('handler'), { contractId: id })
  return { id, parts: await milestonesOf(town.db, id) }
}

async function paid(town: Town, milestoneId: string) {
  const { id: paymentId } = await approved(town, milestoneId)
  const dated = dateOf(town.clock.now())
  const printed = await voucherFor(town, paymentId, `05-${milestoneId.slice(0, 8)}`)
  const on = { year: Number(dated.slice(0, 4)), dated, sentOn: dated }
  await submitPayment(town.as('approver'), { ...printed, ...on })
  await confirmPayment(town.as('approver'), { paymentId, receiptNo: 'BR-1' })
}

async function served(town: Town, contractId: string) {
  const users: string[] = []
  for (let n = 1; n <= 5; n++) {
    const user = { contractId, label: `张阿姨${n}`, phone: undefined }
    users.push((await addServiceUser(town.as('worker1'), user)).id)
  }
  const told = { kind: 'visit' as const, title: '探访', words: '一切都好', minutes: 90, came: users }
  await recordActivity(town.as('worker1'), { contractId, heldOn: dateOf(town.clock.now()), ...told })
  return users
}

async function accepted(town: Town, contractId: string, milestoneId: string) {
  await checked(town, milestoneId, contractId)
  const { id: acceptanceId } = await openAcceptance(town.as('handler'), { milestoneId })
  await acceptWell(town, acceptanceId)
}

async function completed(town: Town, awardId: string) {
  const { id, parts } = await contracted(town, awardId, 1)
  const { id: changeId } = await draftChange(town.as('editor1'), {
    contractId: id,
    rationale: 'supplement',
    reason: '服务对象增加，需要调整',
    more: yuan(1_000),
    less: null,
    targets: [],
  } as Parameters<typeof draftChange>[1])
  await approveChange(town.as('approver'), { changeId, decision: '情况属实，同意变更' })
  await served(town, id)
  for (const [at, part] of parts.entries()) {
    if (at > 0) await accepted(town, id, part.id)
    await paid(town, part.id)
  }
}

async function terminated(town: Town, awardId: string) {
  const { id, parts } = await contracted(town, awardId, 1)
  await paid(town, parts[0]!.id)
  await terminateContract(town.as('approver'), {
    contractId: id,
    cause: 'breach',
    reason: '没有按约提供服务',
    recovered: null,
    ground: undefined,
  } as Parameters<typeof terminateContract>[1])
  const [ended] = await town.db.select().from(contracts).where(eq(contracts.id, id))
  const receipt = {
    year: town.clock.now().getFullYear(),
    no: `JK-${id.slice(0, 4)}`,
    receivedOn: dateOf(town.clock.now()),
  }
  await registerRecovery(town.as('finance'), { contractId: id, amount: ended!.recovered as Fen, ...receipt })
}

async function second(town: Town, tenderId: string, awardId: string) {
  await declineAward(town.as('signer1'), { awardId, reason: '机构人员变动，无法履约' })
  const { id } = await proposeAward(town.as('handler'), { tenderId })
  await confirmAward(town.as('approver'), { awardId: id })
  await notifyAward(town.as('handler'), { awardId: id })
}

async function follow(town: Town, tender: TenderFacts, { ending, prices }: Purchase) {
  if (ending === 'cancelled')
    return cancelTender(town.as('approver'), { tenderId: tender.id, reason: '预算调整，不再采购' })
  if (ending === 'failed') {
    await sentProposal(town, tender, 1, { price: yuan(prices[0]!) })
    return failAndRepeat(town, tender)
  }
  await askedAndChanged(town, tender)
  const { award } = await awardedTender(town, {
    tender: await findTender(town.db, tender.id),
    prices: prices.map(yuan),
  })
  if (ending === 'challenged') return challenged(town, tender.id)
  if (ending === 'declined') return second(town, tender.id, award.id)
  town.clock.set(award.windowEndsAt!)
  return ending === 'completed' ? completed(town, award.id) : terminated(town, award.id)
}

/** A year of purchases through the commands of the house, each put out and followed to its end before the next. */
export async function yearOf(purchases: readonly Purchase[]) {
  const { store, url, close } = await freshStore(settledTown)
  const clock = standingClock(at)
  const files = memoryFiles(() => clock.now().getTime())
  const town = townOver({ store, url, clock, files, vault: testVault() })
  const planIds: string[] = []
  for (const purchase of purchases) {
    const start = town.clock.now().getTime()
    const day = (n: number) => new Date(start + n * 86_400_000)
    const words = { deadline: day(18), questionsClose: day(10) }
    const plan = { from: dateOf(day(20)), to: dateOf(day(380)) }
    const tender = await publishedTender(town, { words, plan })
    planIds.push(tender.planId)
    await follow(town, tender, purchase)
  }
  return { town, planIds, close }
}
export type Year = Awaited<ReturnType<typeof yearOf>>
