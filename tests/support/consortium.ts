import { announceIntention } from '#domain/buy/plan/announce-intention.ts'
import { attachFile } from '#domain/buy/proposal/attachments.ts'
import { answerAlliance } from '#domain/buy/proposal/consortium/answer-alliance.ts'
import { formConsortium } from '#domain/buy/proposal/consortium/form-consortium.ts'
import { readAlliance } from '#domain/buy/proposal/consortium/read-alliance.ts'
import { membersOf } from '#domain/buy/proposal/consortium/terms.ts'
import { draftTender } from '#domain/buy/tender/draft-tender.ts'
import { findTender, type TenderFacts } from '#domain/buy/tender/find-tender.ts'
import { publishTender } from '#domain/buy/tender/publish-tender.ts'
import { submitTender } from '#domain/buy/tender/submit-tender.ts'
import { yuan } from '#domain/money.ts'
import { approvedPlan } from './plan.ts'
import { proposalBy } from './proposal.ts'
import { passReview, tenderWords } from './tender.ts'
import type { Town } from './world.ts'

const at = (moment: string) => new Date(`${moment}+08:00`)
/** A consultation on the market, its intention public for thirty days: its route admits a consortium. */
export async function publishedConsultation(town: Town) {
  const plan = {
    methodId: 'COMPETITIVE_CONSULTATION-1',
    amount: yuan(600_000),
    from: '2026-06-01',
    to: '2027-05-31',
  }
  const { id: planId, amount, title } = await approvedPlan(town, plan)
  await announceIntention(town.as('handler'), { planId })
  town.clock.set(at('2026-04-02T09:00:00'))
  const dates = { deadline: at('2026-04-24T17:00:00'), questionsClose: at('2026-04-17T17:00:00') }
  const words = tenderWords({ title, ceiling: amount, paymentTemplate: 'PT-442', ...dates })
  const { id: tenderId } = await draftTender(town.as('handler'), { planId, ...words })
  await submitTender(town.as('handler'), { tenderId })
  await passReview(town.as('approver'), tenderId)
  await publishTender(town.as('approver'), { tenderId })
  return findTender(town.db, tenderId)
}

export const codes = {
  ORG1: '52990101MJA100017L',
  ORG2: '52990101MJA100025F',
  ORG3: '52990101MJA100033A',
  ORG4: '52990101MJA100121Q',
  ORGX: '52990101MJA10013XG',
}
export const agreement = Buffer.from('%PDF-1.7\n% signed by all\n%%EOF\n')

/** Body `lead` asks body `partner` for forty in a hundred; the stamped agreement is uploaded. */
export async function askedPartner(town: Town, tender: TenderFacts, lead: number, partner: number) {
  const ctx = town.as(`editor${lead}`)
  const tenderId = tender.id
  await formConsortium(ctx, {
    tenderId,
    share: 60,
    duty: '统筹、个案与督导',
    partners: [{ uscc: codes[`ORG${partner}` as 'ORG1'], share: 40, duty: '居家护理与康复' }],
  })
  await attachFile(ctx, { tenderId, name: '联合体协议.pdf', bytes: agreement, agreement: true })
  const was = await proposalBy(town, tenderId, `ORG${lead}`)
  const member = (await membersOf(town.db, was.id)).find((m) => m.partyId === `ORG${partner}`)!
  return member.id
}

/** The partner's own signer reads the agreement and says yes to it. */
export async function agreeing(town: Town, memberId: string, partner: number) {
  const signer = town.as(`signer${partner}`)
  const { terms } = await readAlliance(signer, memberId)
  return answerAlliance(signer, { memberId, says: 'yes', terms: terms! })
}
