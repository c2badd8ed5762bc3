import { expect, test } from 'vitest'
import { findAward } from '#domain/buy/award/find-award.ts'
import { notifyAward } from '#domain/buy/award/notify-award.ts'
import { confirmAward, proposeAward } from '#domain/buy/award/propose-award.ts'
import { readResult } from '#domain/buy/award/result.ts'
import { admitChallenge, decideChallenge } from '#domain/buy/challenge/decide-challenge.ts'
import { submitChallenge } from '#domain/buy/challenge/submit-challenge.ts'
import { reopenEvaluation } from '#domain/buy/evaluation/reopen-evaluation.ts'
import { drawUpReport, signReport } from '#domain/buy/evaluation/report.ts'
import { saveScore, submitSheet } from '#domain/buy/evaluation/score.ts'
import { findTender } from '#domain/buy/tender/find-tender.ts'
import { evaluatedTender, proposalBy, usualPoints } from '#tests/support/proposal.ts'
import { world } from '#tests/support/world.ts'

test('an upheld challenge orders a new evaluation: the award goes, the panel corrects on the listed ground, and who wins then is awarded anew', async () => {
  const town = await world()
  const { tender, members } = await evaluatedTender(town, {
    give: (supplier, code, at) =>
      code === 'FIT' && supplier === 'ORG1' && at === 0 ? 9 : usualPoints(supplier, code, at),
  })
  const tenderId = tender.id
  const award = async () => {
    const { id: awardId } = await proposeAward(town.as('handler'), { tenderId })
    await confirmAward(town.as('approver'), { awardId })
    await notifyAward(town.as('handler'), { awardId })
    return findAward(town.db, awardId)
  }
  const first = await award()
  const loser = first.supplierId === 'ORG2' ? 'signer1' : 'signer2'
  const items = '一位成员的“贴合需求”一项与其他成员相差过大，请按法定情形处理。'
  const { id: challengeId } = await submitChallenge(town.as(loser), { tenderId, items })
  await admitChallenge(town.as('handler'), { challengeId })
  const reply = '经查一位成员的评分畸低，属于法定重新评审情形，由原评审小组改正。'
  await decideChallenge(town.as('approver'), { challengeId, outcome: 'uphold', reply, remedy: 're_evaluate' })
  expect((await findAward(town.db, first.id)).state).toBe('cancelled')
  expect((await findTender(town.db, tenderId)).state).toBe('evaluated')
  await expect(award()).rejects.toMatchObject({ reason: 'reevaluation-awaited' })
  await reopenEvaluation(town.as('handler'), { tenderId, ground: 'score_extreme', words: reply })
  const low = await proposalBy(town, tenderId, 'ORG1')
  const criterionId = tender.criteria.find((c) => c.code === 'FIT')!.id
  const moved = {
    tenderId,
    proposalId: low.id,
    criterionId,
    points: 30,
    comment: '重新核对了方案，安排写得清楚',
  }
  await saveScore(town.as(members[0]!), moved)
  await submitSheet(town.as(members[0]!), { tenderId })
  const { hash } = await drawUpReport(town.as(members[0]!), { tenderId })
  for (const m of members) await signReport(town.as(m), { tenderId, hash })
  const second = await award()
  expect(second).toMatchObject({ rank: 1, run: 2, supplierId: 'ORG1', state: 'notified' })
  const result = await readResult(town.db, tenderId)
  expect(result.notices.map((n) => n.state)).toEqual(['notified', 'cancelled'])
  expect(result.challenges[0]).toMatchObject({ state: 'upheld', remedy: 're_evaluate' })
})
