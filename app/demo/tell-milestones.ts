import { eq } from 'drizzle-orm'
import { payments, serviceUsers } from '#db/schema/index.ts'
import type { Context } from '#domain/context.ts'
import { findAcceptance } from '#domain/deliver/acceptance/find-acceptance.ts'
import { enterOpinion } from '#domain/deliver/acceptance/give-opinion.ts'
import { markUnreached } from '#domain/deliver/acceptance/mark-unreached.ts'
import { openAcceptance } from '#domain/deliver/acceptance/open-acceptance.ts'
import { signAcceptance } from '#domain/deliver/acceptance/sign-acceptance.ts'
import { capitalMoney, plainMoney } from '#domain/deliver/contract/capital-money.ts'
import { checkMilestone } from '#domain/deliver/milestone/check-milestone.ts'
import { claimMilestone } from '#domain/deliver/milestone/claim-milestone.ts'
import { findMilestone, indicatorsOf } from '#domain/deliver/milestone/find-milestone.ts'
import { approvePayment } from '#domain/deliver/payment/approve-payment.ts'
import { checkPayment } from '#domain/deliver/payment/check-payment.ts'
import { confirmPayment } from '#domain/deliver/payment/confirm-payment.ts'
import { requestPayment } from '#domain/deliver/payment/request-payment.ts'
import { submitPayment } from '#domain/deliver/payment/submit-payment.ts'
import { inBatches } from './batch.ts'
import { invoiceNumber, invoiceSample } from './invoice-sample.ts'
import type { Story } from './story.ts'
import type { Service } from './tell-contracts.ts'

/** 申报: what the indicators stood at, by the file's own readings. */
export async function claim(
  story: Story,
  service: Service,
  ordinal: number,
  when: string,
  readings: Record<string, number>,
  words: string,
) {
  const { contractId, supplierId, milestones } = service
  const known = await indicatorsOf(story.store.db, contractId)
  await claimMilestone(story.sit('org_editor', supplierId, when), {
    milestoneId: milestones[ordinal - 1]!,
    claim: words,
    readings: known.map((i) => ({ indicatorId: i.id, value: readings[i.code] ?? i.target })),
  })
}

/** 检查 by the service centre of the street. */
export const check = (
  story: Story,
  { milestones, centreId }: Service,
  ordinal: number,
  when: string,
  finding: string,
) =>
  checkMilestone(story.sit('centre_officer', centreId, when), {
    milestoneId: milestones[ordinal - 1]!,
    finding,
  })

/** How many opinions of each level, fifth first. */
export type Levels = readonly [number, number, number, number, number]
export const spread = (levels: Levels): number[] => levels.flatMap((n, i) => Array<number>(n).fill(5 - i))

type Called = { acceptanceId: string; contractId: string; n: number }
/** Whom the lot fell on; the demonstration's own people are left to speak for themselves. */
async function calledFor(
  { store: { db } }: Story,
  clerk: () => Context,
  { acceptanceId, contractId, n }: Called,
) {
  const users = await db.select().from(serviceUsers).where(eq(serviceUsers.contractId, contractId))
  const own = new Set(users.filter((u) => u.personId).map((u) => u.id))
  const order = (await findAcceptance(db, acceptanceId)).lots.map((l) => l.serviceUserId)
  const others = order.filter((id) => !own.has(id)).slice(0, n)
  for (const serviceUserId of order.slice(0, order.indexOf(others.at(-1)!)))
    if (own.has(serviceUserId))
      await markUnreached(clerk(), { acceptanceId, serviceUserId, reason: 'no_answer' })
  return others
}

/** 验收开启 and the users heard: written down by the community's clerk from paper and telephone. */
export async function hear(
  story: Story,
  service: Service,
  ordinal: number,
  opened: string,
  heard: string,
  levels: Levels,
) {
  const { milestones, contractId, committeeId, of } = service
  const said = spread(levels)
  const { id: acceptanceId } = await openAcceptance(story.as(of('handler'), opened), {
    milestoneId: milestones[ordinal - 1]!,
    ask: said.length,
  })
  const clerk = () => story.sit('committee_clerk', committeeId, heard)
  const others = await calledFor(story, clerk, { acceptanceId, contractId, n: said.length })
  await inBatches(others, (serviceUserId, i) =>
    enterOpinion(clerk(), {
      acceptanceId,
      serviceUserId,
      channel: i % 3 === 0 ? 'call' : 'paper',
      level: said[i]!,
      words: undefined,
    }),
  )
  return acceptanceId
}

export const signAs = async (
  story: Story,
  service: Service,
  post: 'acceptor' | 'committee' | 'centre',
  acceptanceId: string,
  when: string,
) => {
  const by = {
    acceptor: () => story.as(service.of('acceptor'), when),
    committee: () => story.sit('committee_director', service.committeeId, when),
    centre: () => story.sit('centre_officer', service.centreId, when),
  }
  const { milestone } = await findAcceptance(story.store.db, acceptanceId)
  const known = await indicatorsOf(story.store.db, milestone.contractId)
  return signAcceptance(by[post](), {
    acceptanceId,
    items: known.map((i) => ({ indicatorId: i.id, asClaimed: true })),
    met: true,
    words: '现场查看与服务对象意见一致，指标达到合同约定。',
  })
}

/** 验收合格: opened, heard, signed by all three. */
export async function accept(
  story: Story,
  service: Service,
  ordinal: number,
  [opened, heard, signed]: readonly [string, string, string],
  levels: Levels,
) {
  const acceptanceId = await hear(story, service, ordinal, opened, heard, levels)
  for (const post of ['centre', 'committee', 'acceptor'] as const)
    await signAs(story, service, post, acceptanceId, signed)
}

const four = (words: string) => [...words].reduce((n, c) => (n * 31 + c.codePointAt(0)!) % 9000, 7) + 1000

/** 支付申请 → 审核: asked for by the organisation, checked by the handler; what is beyond stays to be done. */
export async function ask(
  story: Story,
  service: Service,
  ordinal: number,
  requested: string,
  checked: string,
) {
  const { supplierId, milestones, payee, of, told } = service
  const milestoneId = milestones[ordinal - 1]!
  const { payable } = await findMilestone(story.store.db, milestoneId)
  const invoiceNo = invoiceNumber(`${told.id} ${ordinal}`, requested.slice(0, 4))
  const { id: paymentId } = await requestPayment(story.sit('org_editor', supplierId, requested), {
    milestoneId,
    invoiceNo,
    invoice: invoiceSample([
      '电子发票（普通发票）· 演示样张，不是真发票',
      `发票号码：${invoiceNo}`,
      `开票日期：${requested.slice(0, 10)}`,
      `销售方：${payee}`,
      `项目：${told.name}`,
      `价税合计：${capitalMoney(payable)}（${plainMoney(payable)}）`,
    ]),
    payeeName: payee,
    accountTail: String(four(payee)),
  })
  await checkPayment(story.as(of('handler'), checked), { paymentId })
  return paymentId
}

/** What the payment centre prints on the voucher of a payment. */
async function printed({ store: { db } }: Story, paymentId: string, no: string) {
  const [p] = await db.select().from(payments).where(eq(payments.id, paymentId))
  const scan = invoiceSample(['财政直接支付凭证', '样本', `凭证号：${no}`, `收款人：${p!.payeeName}`])
  const { amount, accountTail: payeeTail } = p!
  return { kind: 'direct' as const, payerTail: '0001', payeeTail, amount, scan }
}

/** 拨付: four people, a voucher of the treasury, a receipt of the bank. */
export async function pay(
  story: Story,
  service: Service,
  ordinal: number,
  days: readonly [string, string, string, string],
) {
  const [requested, checked, approved, paid] = days
  const { told, of } = service
  const paymentId = await ask(story, service, ordinal, `${requested} 10:00`, `${checked} 10:00`)
  await approvePayment(story.as(of('finance'), `${approved} 10:00`), { paymentId })
  const no = `${paid.slice(5, 7)}${paid.slice(8)}-${told.id.slice(1)}${ordinal}`
  await submitPayment(story.as(of('approver'), `${approved} 16:00`), {
    paymentId,
    year: Number(approved.slice(0, 4)),
    no,
    dated: approved,
    ...(await printed(story, paymentId, no)),
    sentOn: approved,
  })
  await confirmPayment(story.as(of('approver'), `${paid} 15:00`), {
    paymentId,
    receiptNo: `YH${paid.replaceAll('-', '')}${told.id.slice(1)}${ordinal}`,
  })
}
