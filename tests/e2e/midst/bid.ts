import { admitChallenge, decideChallenge } from '#domain/buy/challenge/decide-challenge.ts'
import { submitChallenge } from '#domain/buy/challenge/submit-challenge.ts'
import { askSupplement } from '#domain/buy/evaluation/ask-supplement.ts'
import { writeFinal } from '#domain/buy/evaluation/consultation/final-draft.ts'
import { agreeCorrection, findCorrection } from '#domain/buy/evaluation/correct-price.ts'
import { declareClear } from '#domain/buy/evaluation/recuse.ts'
import { yuan } from '#domain/money.ts'
import { finalBy, finalsAsked } from '../../support/final-offers.ts'
import {
  awardedTender,
  membersOf,
  openedTender,
  proposalBy,
  qualifiedTender,
} from '../../support/proposal.ts'
import type { Tell } from './stop.ts'

/** A panel that has declared itself: one bidder is asked for papers, another's price was read anew. */
export const asked: Tell = async (town) => {
  const { id: tenderId } = await openedTender(town)
  const members = await membersOf(town, tenderId)
  for (const member of members) await declareClear(town.as(member), { tenderId })
  const [a, b] = members.map((member) => town.as(member))
  const { id: first } = await proposalBy(town, tenderId, 'ORG1')
  const { id: second } = await proposalBy(town, tenderId, 'ORG2')
  const wanted = '登记证书的有效期看不清，请补一份清楚的'
  await askSupplement(a!, { tenderId, proposalId: first, items: ['registration'], wanted })
  const found = { tenderId, proposalId: second, words: '响应函第 2 页大写金额' }
  await findCorrection(a!, { ...found, capital: '壹拾捌万贰仟元整' })
  await agreeCorrection(b!, { tenderId, proposalId: second })
  const { id: third } = await proposalBy(town, tenderId, 'ORG3')
  return [
    ...[first, second, third].map((id) => ({ who: members[2]!, path: `/panel/${tenderId}/ask/${id}` })),
    { who: 'signer1', path: `/tenders/${tenderId}/supplement` },
    { who: 'signer2', path: `/tenders/${tenderId}/price-correction` },
  ]
}

/** A price so low that its bidder is asked why. */
export const low: Tell = async (town) => {
  const prices = [90_000, 190_000, 195_000, 200_000].map(yuan)
  const { tender } = await qualifiedTender(town, { prices })
  return [{ who: 'signer1', path: `/tenders/${tender.id}/low-price` }]
}

/** Final offers asked for: one is sent, another written, and the panel waits. */
export const finals: Tell = async (town) => {
  const { tender, members } = await finalsAsked(town)
  const [tenderId, lines] = [tender.id, []]
  await finalBy(town, tenderId, 1, yuan(150_000), '每周多开两个上午')
  await writeFinal(town.as('signer2'), { tenderId, price: yuan(160_000), lines, commitment: undefined })
  return [
    { who: members[0]!, path: `/panel/${tenderId}/consultation` },
    { who: 'signer1', path: `/tenders/${tenderId}/final` },
    { who: 'signer2', path: `/tenders/${tenderId}/final` },
    { who: 'signer2', path: `/tenders/${tenderId}/final/send` },
  ]
}

/** A challenge dismissed: who challenged may complain. */
export const complaint: Tell = async (town) => {
  const { tender } = await awardedTender(town)
  const items = '质疑答复没有回应团队一项的人数，请核对评分表并撤销成交结果。'
  const { id: challengeId } = await submitChallenge(town.as('signer2'), { tenderId: tender.id, items })
  await admitChallenge(town.as('handler'), { challengeId })
  const reply = '经查评分表与报告一致，答复虽简，结论无误，驳回质疑。'
  await decideChallenge(town.as('approver'), { challengeId, outcome: 'dismiss', reply })
  return [{ who: 'signer2', path: `/tenders/${tender.id}/complaint/${challengeId}` }]
}
