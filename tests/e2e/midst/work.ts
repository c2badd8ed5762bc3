import { eq } from 'drizzle-orm'
import { bankLines, paperChecks, persons, seats, serviceUsers } from '#db/schema/index.ts'
import { openAcceptance } from '#domain/deliver/acceptance/open-acceptance.ts'
import { payGift } from '#domain/deliver/cofund/pay-gift.ts'
import { draftChange } from '#domain/deliver/contract/draft-change.ts'
import { requestSubcontract } from '#domain/deliver/contract/subcontract/request-subcontract.ts'
import { planSession } from '#domain/deliver/diary/hold-session.ts'
import { sessionPage } from '#domain/deliver/diary/session-page.ts'
import { bringBankList } from '#domain/deliver/payment/bring-bank-list.ts'
import { declareClear } from '#domain/deliver/supervision/assessment/assess.ts'
import { findAssessment } from '#domain/deliver/supervision/assessment/find-assessment.ts'
import { openAssessment } from '#domain/deliver/supervision/assessment/open-assessment.ts'
import { planVisits } from '#domain/deliver/supervision/visit/plan-visits.ts'
import { yuan } from '#domain/money.ts'
import { seatHandoverPage } from '#domain/open/handover/handover-page.ts'
import { signHandover } from '#domain/open/handover/sign-handover.ts'
import { bankText, rowFor } from '../../support/bank.ts'
import { booked } from '../../support/books.ts'
import { cofundTown } from '../../support/cofund.ts'
import { checked, confirmAll, drawn, running, served } from '../../support/contract.ts'
import { submitted } from '../../support/payment.ts'
import type { TownParts } from '../../support/settled-town.ts'
import type { Tell } from './stop.ts'

/** A handler who goes has signed what is open over to another. */
async function handedOver(town: TownParts) {
  const createdAt = town.clock.now()
  const post = { role: 'street_handler', partyId: 'S1', from: '2026-03-02' } as const
  await town.transact(async (tx) => {
    await tx.insert(persons).values({ id: 'next', name: '新来的经办人', createdAt })
    await tx
      .insert(seats)
      .values({ id: 'seat-next', personId: 'next', ...post, ground: '任职文件', createdAt })
  })
  const seatId = 'seat-handler'
  const { seen } = await seatHandoverPage(town.as('handler'), seatId)
  const words = '档案在二楼柜子里，周五同居委会有约'
  return signHandover(town.as('handler'), { seatId, toId: 'next', words, seen })
}

/** A contract still a draft, and one that all three sides have confirmed; their handler goes. */
export const drafts: Tell = async (town) => {
  const { id: written } = await drawn(town)
  const { id: confirmed } = await drawn(town)
  await confirmAll(town, confirmed)
  const { id: handover } = await handedOver(town)
  return [
    ...['handler', 'next'].map((who) => ({ who, path: `/desk/handovers/${handover}` })),
    { who: 'handler', path: `/desk/contracts/${written}/edit` },
    { who: 'director', path: `/work/${written}/linkage` },
    { who: 'worker1', path: `/work/${written}/linkage` },
    { who: 'signer1', path: `/work/${confirmed}/sign` },
  ]
}

/** A contract under way: a change and a subcontract asked for, a door open, an invoice on its way to the bank, a paper of the committee's books drawn to be looked at. */
export const underWay: Tell = async (town) => {
  const { id: contractId, milestones } = await running(town)
  const work = `/work/${contractId}`
  const rationale = 'supplement' as const
  const wanted = { rationale, reason: '服务对象增加，需要调整', more: yuan(5_000), less: null, targets: [] }
  const { id: change } = await draftChange(town.as('editor1'), { contractId, ...wanted })
  const given = { body: '夕照居家养老服务中心', part: '登记服务人数的活动部分', indicators: ['PEOPLE'] }
  const why = { percent: 40, reason: '该机构在本社区有活动室' }
  const { id: part } = await requestSubcontract(town.as('editor1'), { contractId, ...given, ...why })
  const words = { kind: 'activity' as const, title: '邻里茶话', place: '活动室', heldOn: '2026-03-02' }
  const { id: sessionId } = await planSession(town.as('worker1'), { ...words, contractId })
  const { session } = await sessionPage(town.as('worker1'), contractId, sessionId)
  const { id: payment } = await submitted(town, milestones[0]!.id, '05-0001')
  const row = await rowFor(town, payment, 'R-1', { no: '05-O001' })
  await bringBankList(town.as('approver'), bankText([row]))
  const [line] = await town.db.select().from(bankLines)
  await booked(town, 'committee')
  await planVisits(town.as('centre'))
  const [paper] = await town.db.select().from(paperChecks)
  return [
    { who: 'worker1', path: `${work}/joint-log` },
    ...['centre', 'approver', 'director'].map((who) => ({ who, path: `${work}/changes/${change}` })),
    ...['editor1', 'approver'].map((who) => ({ who, path: `${work}/subcontracts/${part}` })),
    { who: null, path: `/here/${session.code}` },
    { who: 'finance', path: `/desk/bank/${line!.id}` },
    { who: 'centreAuditor', path: `/desk/visits/papers/${paper!.id}` },
  ]
}

/** Work claimed and checked: those served are heard, experts assess it half way. */
export const checkedWork: Tell = async (town) => {
  const { id: contractId, milestones } = await running(town)
  const [hers] = await served(town, contractId)
  const is = eq(serviceUsers.id, hers!)
  await town.transact((tx) => tx.update(serviceUsers).set({ personId: 'resident2' }).where(is))
  const milestoneId = milestones[1]!.id
  await checked(town, milestoneId, contractId)
  const { id: acceptance } = await openAcceptance(town.as('handler'), { milestoneId })
  const { id: assessmentId } = await openAssessment(town.as('centre'), { contractId, kind: 'midterm' })
  const [a, b] = (await findAssessment(town.db, assessmentId)).seats.map(({ personId }) => personId)
  await declareClear(town.as(a!), { assessmentId })
  return [
    { who: 'resident2', path: `/acceptances/${acceptance}/opinion` },
    { who: 'resident2', path: `/rate/of/${contractId}` },
    { who: 'centre', path: `/desk/assessments/${assessmentId}` },
    ...[a!, b!].map((who) => ({ who, path: `/panel/assessments/${assessmentId}` })),
  ]
}

/** A company on its way to pay what it pledged. */
export const givers: Tell = async (town) => {
  const t = await cofundTown(town)
  const createdAt = town.clock.now()
  const seat = { id: 'seat-boss', personId: 'boss', role: 'org_signer' as const, partyId: 'ENT1' }
  await town.transact(async (tx) => {
    await tx.insert(persons).values({ id: 'boss', name: '禾味经理', createdAt })
    await tx.insert(seats).values({ ...seat, from: '2025-01-01', ground: '任职文件', createdAt })
  })
  const giftId = await t.agreed(await t.pot(), yuan(10_000))
  await payGift(t.giver(), { giftId })
  await t.funds.work()
  return [{ who: 'boss', path: `/checkout/${await t.pageOf(giftId)}` }]
}
