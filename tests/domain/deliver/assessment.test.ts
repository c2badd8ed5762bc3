import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assessmentForms, assessments, assessors, expertTies, findings } from '#db/schema/index.ts'
import { findContract } from '#domain/deliver/contract/find-contract.ts'
import { declareClear, giveScore, recuseAssessor } from '#domain/deliver/supervision/assessment/assess.ts'
import {
  assessmentDesk,
  assessorPage,
  publicAssessment,
} from '#domain/deliver/supervision/assessment/assessment-page.ts'
import { deskOfAssessment } from '#domain/deliver/supervision/assessment/desk.ts'
import { assessorPool, poolHash } from '#domain/deliver/supervision/assessment/draw-assessors.ts'
import { findAssessment, lastGrade } from '#domain/deliver/supervision/assessment/find-assessment.ts'
import { assessmentSheets } from '#domain/deliver/supervision/assessment/form-data.ts'
import { scoreForm } from '#domain/deliver/supervision/assessment/forms.ts'
import { assessedOf } from '#domain/deliver/supervision/assessment/of-party.ts'
import { openAssessment } from '#domain/deliver/supervision/assessment/open-assessment.ts'
import { publishAssessment } from '#domain/deliver/supervision/assessment/publish-assessment.ts'
import { redrawAssessors, scoredBy } from '#domain/deliver/supervision/assessment/redraw-assessors.ts'
import { gradeOf, meanOf, totalOf } from '#domain/deliver/supervision/assessment/score.ts'
import { trailOfAssessment } from '#domain/deliver/supervision/assessment/trail.ts'
import { refuseFrozen } from '#domain/deliver/supervision/frozen.ts'
import { inLots } from '#domain/lots.ts'
import { assessedIn } from '#domain/rate/record/assessed-in.ts'
import { claimed, running } from '#tests/support/contract.ts'
import { lessChance } from '#tests/support/less-chance.ts'
import { type Town, world } from '#tests/support/world.ts'

const refused = (reason: string) => expect.objectContaining({ reason })
const words = '进度与计划相符，记录完整，请补齐回访。'
const sheet = assessmentSheets.midterm
/** Every item at a share of its most. */
const at = (share: number) => sheet.map(({ code, max }) => ({ code, points: max * share }))
const seatsOf = async (town: Town, id: string) => (await findAssessment(town.db, id)).seats

async function opened() {
  const town = await world()
  const { id: contractId, milestones, planId } = await running(town)
  await claimed(town, milestones[1]!.id, contractId)
  const { id } = await openAssessment(town.as('centre'), { contractId, kind: 'midterm' })
  const scoreAll = async (shares: number[]) => {
    for (const [i, seat] of (await seatsOf(town, id)).filter((s) => s.state !== 'recused').entries()) {
      await declareClear(town.as(seat.personId), { assessmentId: id })
      await giveScore(town.as(seat.personId), { assessmentId: id, scores: at(shares[i]!), words })
    }
  }
  return { town, id, contractId, planId, milestones, scoreAll }
}

test('sheets of both kinds sum to one hundred, totals and grades follow at their edges', () => {
  for (const items of Object.values(assessmentSheets))
    expect(items.reduce((all, { max }) => all + max, 0)).toBe(100)
  expect(totalOf(sheet, Object.fromEntries(sheet.map(({ code, max }) => [code, max])))).toBe(100)
  expect(totalOf(sheet, { PROGRESS: 30 })).toBeNull()
  expect(totalOf(sheet, Object.fromEntries(sheet.map(({ code, max }) => [code, max + 1])))).toBeNull()
  const grade = (n: number) => gradeOf(n, { a: 85, b: 60 })
  expect([grade(85), grade(84.99), grade(60), grade(59.99)]).toEqual(['A', 'B', 'B', 'C'])
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 9 }), (totals) => {
      expect(meanOf([...totals].reverse())).toBe(meanOf(totals))
      expect(meanOf(totals)).toBeGreaterThanOrEqual(Math.min(...totals))
      expect(meanOf(totals)).toBeLessThanOrEqual(Math.max(...totals))
    }),
  )
})

test('an evaluation is set up once, by the centre, when the work has come that far; its lot can be drawn again', async () => {
  const town = await world()
  const { id: contractId, milestones } = await running(town)
  const open = (key: string, kind: 'midterm' | 'final' = 'midterm') =>
    openAssessment(town.as(key), { contractId, kind })
  await expect(open('centre')).rejects.toEqual(refused('assessment-early'))
  await claimed(town, milestones[1]!.id, contractId)
  await expect(open('handler')).rejects.toEqual(refused('needs-another-seat'))
  await town.transact((tx) =>
    tx.insert(expertTies).values({ expertId: 'expert1', partyId: 'ORG1', relation: 'advisor' }),
  )
  const { id } = await open('centre')
  await expect(open('centre')).rejects.toEqual(refused('assessment-already'))
  await expect(open('centre', 'final')).rejects.toEqual(refused('assessment-early'))
  const a = await findAssessment(town.db, id)
  const pool = await assessorPool(town.db, a.contract, '2026-03-02')
  expect([pool.includes('expert1'), pool.length]).toEqual([false, 6])
  expect(poolHash(pool)).toBe(a.listHash)
  expect(a.seats.map((s) => s.personId)).toEqual(inLots(a.seed, pool, (p) => p).slice(0, 3))
})

test('nobody reads or scores before he declared; who stands down gives way to the next of the lot', async () => {
  const { town, id } = await opened()
  const [first, second] = await seatsOf(town, id)
  const one = first!.personId
  const given = { assessmentId: id, scores: at(1), words }
  expect((await deskOfAssessment(town.db, town.as(one))).map((i) => i.key)).toEqual(['assessor.declare'])
  expect((await assessorPage(town.as(one), id)).signs).toBeNull()
  await expect(giveScore(town.as(one), given)).rejects.toEqual(refused('not-in-this-state'))
  const others = async () => (await seatsOf(town, id)).map((s) => s.personId)
  await expect(giveScore(town.as('handler'), given)).rejects.toEqual(refused('not-an-assessor'))
  await recuseAssessor(town.as(one), { assessmentId: id, reason: '曾在该机构授课' })
  expect(new Set(await others()).size).toBe(4)
  await expect(declareClear(town.as(one), { assessmentId: id })).rejects.toEqual(refused('not-an-assessor'))
  const two = second!.personId
  await town.transact((tx) =>
    tx.insert(expertTies).values({ expertId: two, partyId: 'ORG1', relation: 'advisor' }),
  )
  await expect(declareClear(town.as(two), { assessmentId: id })).rejects.toEqual(refused('assessor-tied'))
  const third = (await seatsOf(town, id))[2]!.personId
  await declareClear(town.as(third), { assessmentId: id })
  expect((await assessorPage(town.as(third), id)).signs).toMatchObject({ done: 100 })
  await expect(
    giveScore(town.as(third), { assessmentId: id, scores: at(1).slice(1), words }),
  ).rejects.toEqual(refused('points-out-of-sheet'))
  await expect(giveScore(town.as(third), { assessmentId: id, scores: at(1.1), words })).rejects.toEqual(
    refused('points-out-of-sheet'),
  )
  await giveScore(town.as(third), { assessmentId: id, scores: at(1), words })
  await expect(giveScore(town.as(third), given)).rejects.toEqual(refused('not-in-this-state'))
})

test('published by the centre once all have scored: the score follows from the sheets, and stands in the record', async () => {
  const { town, id, contractId, planId, scoreAll } = await opened()
  const publish = (key: string) => publishAssessment(town.as(key), { assessmentId: id, words })
  await expect(publish('centre')).rejects.toEqual(refused('assessors-not-done'))
  await expect(publicAssessment(town.db, id)).rejects.toEqual(refused('assessment-missing'))
  await scoreAll([1, 0.9, 0.8])
  const desk = await assessmentDesk(town.as('centre'), id)
  expect(desk).toMatchObject({ mayPublish: true, waiting: 0, score: null })
  expect(JSON.stringify(desk)).not.toContain('"total"')
  await expect(publish('approver')).rejects.toEqual(refused('needs-another-seat'))
  expect(await assessedIn(town.db, 'C1')).toEqual([])
  await publish('centre')
  expect(await assessedIn(town.db, 'C1')).toMatchObject([{ id, kind: 'midterm', score: 90, grade: 'A' }])
  expect([await assessedIn(town.db, 'C2'), await assessedIn(town.db, null)]).toEqual([[], []])
  const shown = await publicAssessment(town.db, id)
  expect(shown).toMatchObject({ score: 90, grade: 'A', recused: 0 })
  expect(shown.means[0]).toMatchObject({ code: 'PROGRESS', max: 30, mean: 27 })
  expect(lessChance(shown)).not.toContain('expert')
  expect(await assessedOf(town.db, 'ORG1')).toMatchObject([{ score: 90, grade: 'A' }])
  expect((await trailOfAssessment(town.db, planId)).map((e) => e.key)).toEqual(['assessment.midterm'])
  await refuseFrozen(town.db, contractId)
  await expect(publish('centre')).rejects.toEqual(refused('not-in-this-state'))
  const [seat] = await seatsOf(town, id)
  await expect(
    recuseAssessor(town.as(seat!.personId), { assessmentId: id, reason: '想起来了' }),
  ).rejects.toEqual(refused('assessment-published'))
})

test('a grade that does not pass orders a fix and holds the money in the same breath', async () => {
  const { town, id, contractId, scoreAll } = await opened()
  await scoreAll([0.5, 0.5, 0.7])
  await publishAssessment(town.as('centre'), { assessmentId: id, words: `${words}13977770001` })
  expect(await lastGrade(town.db, contractId)).toBe('C')
  const [finding] = await town.db.select().from(findings)
  expect(finding).toMatchObject({
    state: 'fix_ordered',
    freezes: true,
    raisedRole: 'centre_officer',
    words: `${words}***`,
  })
  await expect(refuseFrozen(town.db, contractId)).rejects.toEqual(refused('money-frozen'))
  expect((await findContract(town.db, contractId)).state).toBe('published')
})

test('one sheet is one person’s opinion: fewer than two are not made public', async () => {
  const { town, id } = await opened()
  await town.transact((tx) =>
    tx.update(assessors).set({ state: 'recused' }).where(eq(assessors.assessmentId, id)),
  )
  await expect(publishAssessment(town.as('centre'), { assessmentId: id, words })).rejects.toEqual(
    refused('assessors-too-few'),
  )
  expect(await town.db.select().from(assessments)).toMatchObject([{ state: 'opened' }])
})

test('a place’s own sheet is the next version; an evaluation keeps the one it began under', async () => {
  const { town, id } = await opened()
  const [first] = await town.db.select().from(assessmentForms).where(eq(assessmentForms.kind, 'midterm'))
  const { id: _, ...rest } = first!
  await town.transact((tx) =>
    tx
      .insert(assessmentForms)
      .values({ ...rest, version: 2, items: [{ code: 'ALL', zh: '总体', en: 'All', max: 100 }] }),
  )
  expect((await findAssessment(town.db, id)).form.version).toBe(1)
  expect(scoreForm.safeParse({ scores: [{ code: 'A', points: -1 }], words }).success).toBe(false)
})

test('whoever lets his days go by gives way to the next of the lot, and an empty place is filled later', async () => {
  const { town, id } = await opened()
  const redraw = (who = 'centre') => redrawAssessors(town.as(who), { assessmentId: id })
  const by = await scoredBy(town.db, town.as('centre'), await findAssessment(town.db, id))
  await expect(redraw()).rejects.toEqual(refused('assessors-have-time'))
  await expect(redraw('handler')).rejects.toEqual(refused('needs-another-seat'))
  const [silent, quick] = await seatsOf(town, id)
  await declareClear(town.as(quick!.personId), { assessmentId: id })
  await giveScore(town.as(quick!.personId), { assessmentId: id, scores: at(1), words })
  town.clock.set(new Date(by.getTime() - 1))
  await expect(redraw()).rejects.toEqual(refused('assessors-have-time'))
  expect(await assessmentDesk(town.as('centre'), id)).toMatchObject({
    ...{ mayRedraw: false, scoredBy: '2026-03-16' },
  })
  town.clock.set(by)
  expect((await deskOfAssessment(town.db, town.as('centre'))).map((i) => i.key)).toEqual(['assessor.replace'])
  await redraw()
  const seats = await seatsOf(town, id)
  expect(seats.map((s) => s.state)).toEqual(['replaced', 'scored', 'replaced', 'drawn', 'drawn'])
  await expect(declareClear(town.as(silent!.personId), { assessmentId: id })).rejects.toEqual(
    refused('not-an-assessor'),
  )
  await expect(redraw()).rejects.toEqual(refused('assessors-have-time'))
  for (const { personId } of seats.slice(3)) {
    await declareClear(town.as(personId), { assessmentId: id })
    await giveScore(town.as(personId), { assessmentId: id, scores: at(0.8), words })
  }
  await publishAssessment(town.as('centre'), { assessmentId: id, words })
  expect(await publicAssessment(town.db, id)).toMatchObject({ recused: 0, replaced: 2 })
  await expect(redraw()).rejects.toEqual(refused('assessment-published'))
})
