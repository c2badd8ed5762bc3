import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rankings } from '#db/schema/index.ts'
import { paidInTime } from '#domain/deliver/payment/payment-clock.ts'
import { adoptFormula } from '#domain/rate/ranking/adopt-formula.ts'
import { deskOfRanking } from '#domain/rate/ranking/desk.ts'
import { decideForm, formulaForm } from '#domain/rate/ranking/forms.ts'
import { faultIn } from '#domain/rate/ranking/formula.ts'
import { rightInTime } from '#domain/rate/ranking/measure.ts'
import { decideMerit, decideObjection, objectRanking } from '#domain/rate/ranking/object-ranking.ts'
import { periodOf, publishRanking } from '#domain/rate/ranking/publish-ranking.ts'
import { oneRanking, publicRanking, scoreNow } from '#domain/rate/ranking/ranking-page.ts'
import { placed, scoreOf } from '#domain/rate/ranking/score.ts'
import { enterRating } from '#domain/rate/rating/give-rating.ts'
import { running, served } from '#tests/support/contract.ts'
import { world } from '#tests/support/world.ts'

const refused = (reason: string) => expect.objectContaining({ reason })
const weights = { satisfaction: 40, indicators: 20, timeliness: 20, findings: 10, sanctions: 10 }

/** Two organisations with five ratings each, one well and one badly rated. */
async function rated() {
  const town = await world()
  for (const [n, level] of [
    [1, 5],
    [2, 2],
  ] as const) {
    const who = { supplierId: `ORG${n}`, signer: `signer${n}`, worker: `worker${n}` }
    const { id: contractId } = await running(town, who)
    for (const serviceUserId of await served(town, contractId, 5, who.worker))
      await enterRating(town.as('clerk'), { contractId, serviceUserId, channel: 'paper', level })
  }
  return town
}

test('residents count for at least forty of a hundred, and visits for nothing', () => {
  expect(faultIn('organisation', weights, 40)).toBeNull()
  expect(faultIn('organisation', { ...weights, satisfaction: 39, indicators: 21 }, 40)).toBe(
    'formula-satisfaction',
  )
  expect(faultIn('organisation', { ...weights, indicators: 21 }, 40)).toBe('formula-sum')
  expect(faultIn('organisation', { ...weights, visits: 0 }, 40)).toBe('formula-measures')
  expect(faultIn('organisation', { ...weights, satisfaction: 40.5, indicators: 19.5 }, 40)).toBe(
    'formula-measures',
  )
  expect(faultIn('street', { satisfaction: 140, paid: -40, rectified: 0 }, 40)).toBe('formula-measures')
  expect(
    formulaForm('street').safeParse({ satisfaction: '50', paid: '50', rectified: '0', words: '按时付款加重' })
      .success,
  ).toBe(true)
  expect(formulaForm('street').safeParse({ satisfaction: '50', paid: '50', words: '少了一项' }).success).toBe(
    false,
  )
  expect(decideForm.safeParse({ objectionId: 'x', decided: 'maybe', answer: '经核对没有错' }).success).toBe(
    false,
  )
})

test('a score lies in its range, nobody is scored unheard, and an uncounted measure weighs nothing', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 0, max: 40 }),
      fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
      (value, half, other) => {
        const satisfaction = {
          value,
          low: Math.max(0, value - half),
          high: Math.min(100, value + half),
          counted: '9',
        }
        const rest = { value: other, counted: '' }
        const measured = { satisfaction, indicators: rest, timeliness: rest, findings: rest, sanctions: rest }
        const scored = scoreOf(weights, measured)!
        expect(scored.low).toBeLessThanOrEqual(scored.score)
        expect(scored.score).toBeLessThanOrEqual(scored.high)
        expect([scored.low >= 0, scored.high <= 100]).toEqual([true, true])
        if (other === null) expect(scored.score).toBe(value)
        expect(scoreOf(weights, { ...measured, satisfaction: { value: null, counted: '3' } })).toBeNull()
      },
    ),
    { numRuns: 100 },
  ))

test('in time is by the day the bank paid, and an answer counts within its days only', () => {
  const dueAt = new Date('2026-04-02T00:00:00+08:00')
  const later = new Date('2026-04-08T09:00:00+08:00')
  expect(paidInTime({ dueAt, paidAt: later, paidOn: '2026-04-01' })).toBe(true)
  expect(paidInTime({ dueAt, paidAt: later, paidOn: '2026-04-02' })).toBe(false)
  expect(paidInTime({ dueAt, paidAt: later, paidOn: null })).toBe(false)
  expect(paidInTime({ dueAt, paidAt: new Date('2026-04-01T23:59:00+08:00'), paidOn: null })).toBe(true)
  expect(paidInTime({ dueAt, paidAt: null, paidOn: null })).toBe(false)
  const answeredAt = new Date('2026-04-01T23:59:00+08:00')
  expect(rightInTime({ dueAt, answeredAt, state: 'answered' })).toBe(true)
  expect(rightInTime({ dueAt, answeredAt, state: 'reopened' })).toBe(false)
  expect(rightInTime({ dueAt, answeredAt: later, state: 'accepted_by_rater' })).toBe(false)
  expect(rightInTime({ dueAt, answeredAt: null, state: 'opened' })).toBe(false)
})

test('ranges that touch share their places', () => {
  const body = (partyId: string, low: number, score: number, high: number) => ({
    ...{ partyId, name: partyId, low, score, high, parts: [] },
  })
  const lines = placed([body('c', 20, 30, 40), body('a', 70, 80, 90), body('b', 60, 75, 85)])
  expect(lines.map((l) => [l.partyId, l.best, l.worst])).toEqual([
    ['a', 1, 2],
    ['b', 1, 2],
    ['c', 3, 3],
  ])
  expect([periodOf('2026-03-31'), periodOf('2026-04-01'), periodOf('2026-12-31')]).toEqual([
    '2026Q1',
    '2026Q2',
    '2026Q4',
  ])
})

test('a ranking is published once a quarter, objected to in five working days, and only then rewarded by', async () => {
  const town = await rated()
  await expect(publishRanking(town.as('dApprover'), { kind: 'organisation' })).rejects.toEqual(
    refused('needs-another-seat'),
  )
  await expect(publishRanking(town.as('dHandler'), { kind: 'street' })).rejects.toEqual(
    refused('ranking-too-few'),
  )
  const { id } = await publishRanking(town.as('dHandler'), { kind: 'organisation' })
  await expect(publishRanking(town.as('dHandler'), { kind: 'organisation' })).rejects.toEqual(
    refused('ranking-already'),
  )
  const [row] = await town.db.select().from(rankings).where(eq(rankings.id, id))
  expect(row!.lines.map((l) => l.partyId)).toEqual(['ORG1', 'ORG2'])
  expect(row!.objectionsUntil).toEqual(new Date('2026-03-10T00:00:00+08:00'))
  const words = '评价里有五份不是我们的服务对象'
  const object = (who: string) => objectRanking(town.as(who), { rankingId: id, words })
  await expect(object('signer3')).rejects.toEqual(refused('not-on-the-ranking'))
  await object('signer2')
  await expect(object('signer2')).rejects.toEqual(refused('rank-objected-already'))
  town.clock.set(new Date('2026-03-10T00:00:00+08:00'))
  await expect(object('signer1')).rejects.toEqual(refused('rank-objections-over'))
  const merit = { rankingId: id, kind: 'reward' as const, partyId: 'ORG1', words: '通报表扬，优先推荐' }
  await expect(decideMerit(town.as('dApprover'), merit)).rejects.toEqual(refused('ranking-not-final'))
  expect((await deskOfRanking(town.db, town.as('dApprover'))).map((i) => i.key)).toEqual([
    'rankObjection.decide',
  ])
  const [said] = (await oneRanking(town.as('dApprover'), id)).objections
  expect((await oneRanking(town.as('signer1'), id)).objections).toEqual([])
  const decide = { rankingId: id, objectionId: said!.id, answer: '逐份核对，五人都在服务名单上' }
  await expect(decideObjection(town.as('dHandler'), { ...decide, decided: 'dismiss' })).rejects.toEqual(
    refused('needs-another-seat'),
  )
  await decideObjection(town.as('dApprover'), { ...decide, decided: 'dismiss' })
  const penalty = decideMerit(town.as('dApprover'), { ...merit, kind: 'penalty' })
  await expect(penalty).rejects.toEqual(refused('merit-no-penalty'))
  await decideMerit(town.as('dApprover'), merit)
  await expect(decideMerit(town.as('dApprover'), merit)).rejects.toEqual(refused('merit-already'))
  expect((await publicRanking(town.db, town.clock.now())).newest).toMatchObject([{ id, final: true }])
  expect((await publicRanking(town.db, town.clock.now())).merits).toMatchObject([{ partyId: 'ORG1' }])
})

test('an objection that holds asks for a corrected ranking; a new formula counts from its day', async () => {
  const town = await rated()
  const { id } = await publishRanking(town.as('dHandler'), { kind: 'organisation' })
  await objectRanking(town.as('signer2'), { rankingId: id, words: '里程碑日期算错了' })
  const [said] = (await oneRanking(town.as('dApprover'), id)).objections
  const decide = {
    rankingId: id,
    objectionId: said!.id,
    decided: 'uphold' as const,
    answer: '日期有误，重新计算',
  }
  await decideObjection(town.as('dApprover'), decide)
  const adopt = { kind: 'organisation' as const, words: '居民满意度加重' }
  const low = { ...weights, satisfaction: 30, indicators: 30 }
  await expect(adoptFormula(town.as('dApprover'), { ...adopt, weights: low })).rejects.toEqual(
    refused('formula-satisfaction'),
  )
  await expect(adoptFormula(town.as('dHandler'), { ...adopt, weights })).rejects.toEqual(
    refused('needs-another-seat'),
  )
  await adoptFormula(town.as('dApprover'), {
    ...adopt,
    weights: { ...weights, satisfaction: 60, indicators: 0 },
  })
  const { formula, scored } = await scoreNow(town.db, 'organisation', 'ORG1', town.clock.now())
  expect([formula.version, scored!.parts[0]!.weight]).toEqual([2, 60])
  const { id: corrected } = await publishRanking(town.as('dHandler'), { kind: 'organisation' })
  const { newest, earlier } = await publicRanking(town.db, town.clock.now())
  expect(newest).toMatchObject([{ id: corrected, corrects: id, formulaVersion: 2 }])
  expect(earlier).toMatchObject([{ id }])
})
