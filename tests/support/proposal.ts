import { and, eq } from 'drizzle-orm'
import { awards, panelSeats, proposals } from '#db/schema/index.ts'
import type { AloneAnswers } from '#domain/buy/award/alone.ts'
import { notifyAward } from '#domain/buy/award/notify-award.ts'
import { confirmAward, proposeAward } from '#domain/buy/award/propose-award.ts'
import { drawPanel } from '#domain/buy/evaluation/draw-panel.ts'
import { seatsOf } from '#domain/buy/evaluation/find-panel.ts'
import type { PanelShape } from '#domain/buy/evaluation/forms.ts'
import { openTender } from '#domain/buy/evaluation/open-tender.ts'
import { openedOf, stillIn } from '#domain/buy/evaluation/opened.ts'
import { voteQualification } from '#domain/buy/evaluation/qualify.ts'
import { declareClear } from '#domain/buy/evaluation/recuse.ts'
import { drawUpReport, signReport } from '#domain/buy/evaluation/report.ts'
import { saveScore, submitSheet } from '#domain/buy/evaluation/score.ts'
import { witnessOpening } from '#domain/buy/evaluation/witness-opening.ts'
import { submitProposal } from '#domain/buy/proposal/submit-proposal.ts'
import { answerInvitation, nameWorker } from '#domain/buy/proposal/team.ts'
import {
  confirmOrganisation,
  giveIntegrity,
  promiseIndicators,
  writeBudget,
  writePart,
} from '#domain/buy/proposal/write-sections.ts'
import { findTender, type TenderFacts } from '#domain/buy/tender/find-tender.ts'
import { type Fen, minus, yuan } from '#domain/money.ts'
import { openByShares } from './seal.ts'
import { publishedTender } from './tender.ts'
import type { Town } from './world.ts'

type Words = { price?: Fen; plan?: string; keepDraft?: boolean; certNo?: string }
export const afterDeadline = (tender: TenderFacts) => new Date(tender.deadline.getTime() + 60_000)

/** Everything a bidder writes, signed by one person for the body numbered `n` (ORG1 … ORG4). */
export async function draftedProposal(town: Town, tender: TenderFacts, n: number, words: Words = {}) {
  const ctx = town.as(`signer${n}`)
  const tenderId = tender.id
  await confirmOrganisation(ctx, { tenderId, contact: `联系人 ${n}` })
  const { memberId } = await nameWorker(ctx, { tenderId, certNo: words.certNo ?? `T-${n - 1}`, leads: true })
  if (!words.certNo) await answerInvitation(town.as(`worker${n}`), { memberId, says: 'yes' })
  for (const { code, kind } of tender.criteria)
    if (kind !== 'formula')
      await writePart(ctx, {
        tenderId,
        code,
        words: words.plan ?? `第 ${n} 份方案的 ${code} 部分，写得清清楚楚。`,
      })
  const price = words.price ?? yuan(180_000 + n * 5000)
  const lines = [
    { kind: 'staff' as const, label: '社工人员费', amount: minus(price, yuan(20_000)) },
    { kind: 'activity' as const, label: '活动费', amount: yuan(20_000) },
  ]
  await writeBudget(ctx, { tenderId, price, lines })
  await promiseIndicators(ctx, {
    tenderId,
    promised: tender.indicators.map(({ code, target }) => ({ code, value: target })),
  })
  await giveIntegrity(ctx, { tenderId })
  return memberId
}

export async function sentProposal(town: Town, tender: TenderFacts, n: number, words: Words = {}) {
  await draftedProposal(town, tender, n, words)
  return submitProposal(town.as(`signer${n}`), { tenderId: tender.id, keepDraft: words.keepDraft ?? false })
}

export const shape = (more: Partial<PanelShape> = {}): PanelShape => ({
  experts: 2,
  buyerRepId: 'finance',
  centreRepId: undefined,
  resident: false,
  ...more,
})

/** Opened as it must be: the supervision member there, the handler opening. */
export async function openByTwo(town: Town, tenderId: string) {
  await witnessOpening(town.as('supervisor'), { tenderId })
  return openTender(town.as('handler'), { tenderId })
}

type Bids = { prices?: Fen[]; panel?: Partial<PanelShape>; tender?: TenderFacts }
/** A tender opened with as many proposals as prices, its panel drawn. */
export async function openedTender(
  town: Town,
  { prices = [yuan(185_000), yuan(190_000), yuan(195_000)], panel, tender }: Bids = {},
) {
  const call = tender ?? (await publishedTender(town))
  for (const [at, price] of prices.entries()) await sentProposal(town, call, at + 1, { price })
  town.clock.set(afterDeadline(call))
  await drawPanel(town.as('handler'), { tenderId: call.id, ...shape(panel) })
  await (call.sealMode === 'split' ? openByShares : openByTwo)(town, call.id)
  return findTender(town.db, call.id)
}

export const membersOf = async (town: Town, tenderId: string) =>
  (await seatsOf(town.db, tenderId)).filter((s) => s.state !== 'recused').map((s) => s.personId)

/** Every member declares, and finds every proposal in order. */
export async function qualifiedTender(town: Town, bids: Bids = {}) {
  const tender = await openedTender(town, bids)
  const members = await membersOf(town, tender.id)
  for (const m of members) await declareClear(town.as(m), { tenderId: tender.id })
  const votes = (await openedOf(town.db, tender.id)).map((p) => ({ proposalId: p.id, passes: true }))
  for (const m of members) await voteQualification(town.as(m), { tenderId: tender.id, votes })
  return { tender, members }
}

type Giving = (supplierId: string, code: string, member: number) => number
/** Points as the usual sheet of the below-threshold selection has them: the better the lower the number of the body. */
export const usualPoints: Giving = (supplierId, code) => {
  const best = { FIT: 30, DO: 20, BUDGET: 10, TEAM: 15, GRADE: 3 }[code] ?? 0
  const good = { FIT: 24, DO: 16, BUDGET: 8, TEAM: 12, GRADE: 3 }[code] ?? 0
  return supplierId === 'ORG1' ? best : good
}

/** Every part of every proposal at its best: price alone decides. */
export const fullPoints =
  ({ criteria }: TenderFacts): Giving =>
  (_supplierId, code) =>
    criteria.find((c) => c.code === code)!.max

export async function scoredBy(
  town: Town,
  tender: TenderFacts,
  member: string,
  at: number,
  give: Giving = usualPoints,
) {
  const ctx = town.as(member)
  for (const p of stillIn(await openedOf(town.db, tender.id)))
    for (const c of tender.criteria.filter((one) => one.kind !== 'formula'))
      await saveScore(ctx, {
        tenderId: tender.id,
        proposalId: p.id,
        criterionId: c.id,
        points: give(p.supplierId, c.code, at),
        comment: '日程、人手与应急都写得清楚，有据可查',
      })
}

/** Scored, locked, the report drawn up and signed by all. */
export async function evaluatedTender(town: Town, bids: Bids & { give?: Giving } = {}) {
  const { tender, members } = await qualifiedTender(town, bids)
  for (const [at, m] of members.entries()) {
    await scoredBy(town, tender, m, at, bids.give)
    await submitSheet(town.as(m), { tenderId: tender.id })
  }
  const { hash } = await drawUpReport(town.as(members[0]!), { tenderId: tender.id })
  for (const m of members) await signReport(town.as(m), { tenderId: tender.id, hash })
  return { tender: await findTender(town.db, tender.id), members, hash }
}

const no = { says: 'no' as const }
/** What a buyer answers of a person alone in whose work nothing looks like a post. */
export const noSigns: AloneAnswers = {
  reason: '服务适合一名持证社工完成，按成果验收付款',
  signs: { hours: no, orders: no, pay: no, one_buyer: no, premises: no, usual_work: no },
}

/** The first in rank proposed, confirmed and published; the time for objections runs. */
export async function awardedTender(town: Town, bids: Bids & { give?: Giving } = {}) {
  const { tender, members } = await evaluatedTender(town, bids)
  const { id } = await proposeAward(town.as('handler'), { tenderId: tender.id, alone: noSigns })
  await confirmAward(town.as('approver'), { awardId: id })
  await notifyAward(town.as('handler'), { awardId: id })
  const [award] = await town.db.select().from(awards).where(eq(awards.id, id))
  return { tender: await findTender(town.db, tender.id), members, award: award! }
}

export async function proposalBy(town: Town, tenderId: string, supplierId: string) {
  const [found] = await town.db
    .select()
    .from(proposals)
    .where(and(eq(proposals.tenderId, tenderId), eq(proposals.supplierId, supplierId)))
  return found!
}
export const seatRows = (town: Town, tenderId: string) =>
  town.db.select().from(panelSeats).where(eq(panelSeats.tenderId, tenderId)).orderBy(panelSeats.ordinal)
