import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { tenderReviews, tenders } from '#db/schema/index.ts'
import { cancelTender } from '#domain/buy/tender/cancel-tender.ts'
import { draftTender } from '#domain/buy/tender/draft-tender.ts'
import { editTender } from '#domain/buy/tender/edit-tender.ts'
import { reviewsWanting } from '#domain/buy/tender/find-reviews.ts'
import { findTender } from '#domain/buy/tender/find-tender.ts'
import { tenderForm } from '#domain/buy/tender/forms.ts'
import { publishTender } from '#domain/buy/tender/publish-tender.ts'
import { returnTender } from '#domain/buy/tender/return-tender.ts'
import { reviewForm } from '#domain/buy/tender/review-forms.ts'
import { allYes, reviewTender } from '#domain/buy/tender/review-tender.ts'
import { submitTender } from '#domain/buy/tender/submit-tender.ts'
import { yuan } from '#domain/money.ts'
import { draftedTender, passReview, publishedTender, tenderWords } from '#tests/support/tender.ts'
import { world } from '#tests/support/world.ts'

const at = (moment: string) => new Date(`${moment}+08:00`)
const refusing = (reason: string) => expect.objectContaining({ reason })

test('a review answers every item, says why not, and is made by one who did not write the requirement', async () => {
  const town = await world()
  const { id: tenderId } = await draftedTender(town)
  const full = { tenderId, kind: 'general' as const, says: allYes('general'), notes: {}, opinion: '同意发布' }
  const review = (more: object, key = 'approver') => reviewTender(town.as(key), { ...full, ...more })
  await expect(review({})).rejects.toThrow(refusing('tender-not-in-review'))
  await submitTender(town.as('handler'), { tenderId })
  await expect(review({}, 'handler')).rejects.toThrow(refusing('needs-another-seat'))
  await expect(review({}, 'dApprover')).rejects.toThrow(refusing('not-your-body'))
  const ctx = town.as('approver')
  const writer = { ...ctx, actor: { ...ctx.actor, personId: 'handler' } }
  await expect(reviewTender(writer, full)).rejects.toThrow(refusing('sod-requirement-reviewer'))
  const { budget: _, ...short } = allYes('general')
  await expect(review({ says: short })).rejects.toThrow(refusing('review-unanswered'))
  await expect(review({ says: { ...full.says, budget: 'na' } })).rejects.toThrow(
    refusing('review-unanswered'),
  )
  await expect(review({ says: { ...full.says, budget: 'no' } })).rejects.toThrow(refusing('review-no-why'))
  expect(await town.db.select().from(tenderReviews)).toEqual([])
  await review({
    says: { ...full.says, permits: 'na', acceptance: 'no' },
    notes: { acceptance: '没有写谁来验' },
  })
  await expect(publishTender(ctx, { tenderId })).rejects.toThrow(refusing('review-missing-general'))
  town.clock.set(at('2026-03-02T10:00:00'))
  await returnTender(ctx, { tenderId, reason: '请写明谁来验收' })
  await submitTender(town.as('handler'), { tenderId })
  await review({ says: { ...full.says, permits: 'na' } })
  const rows = await town.db.select().from(tenderReviews).orderBy(tenderReviews.at)
  expect(rows.map((r) => [r.passes, r.reviewedBy])).toEqual([
    [false, 'approver'],
    [true, 'approver'],
  ])
  await publishTender(ctx, { tenderId })
})

test('a review stands for the words it read: a changed one asks for a new review', async () => {
  const town = await world()
  const { id: tenderId } = await draftedTender(town)
  const now = town.clock.now()
  await submitTender(town.as('handler'), { tenderId })
  await passReview(town.as('approver'), tenderId)
  expect(await reviewsWanting(town.db, await findTender(town.db, tenderId), now)).toEqual([])
  await returnTender(town.as('approver'), { tenderId, reason: '标题写短一点' })
  await editTender(town.as('handler'), { tenderId, ...tenderWords({ title: '独居老人上门探访' }) })
  await submitTender(town.as('handler'), { tenderId })
  await expect(publishTender(town.as('approver'), { tenderId })).rejects.toThrow(
    refusing('review-missing-general'),
  )
  await passReview(town.as('approver'), tenderId)
  await publishTender(town.as('approver'), { tenderId })
})

test('what touches the public interest asks the market first and is read twice over', async () => {
  const town = await world()
  const { id: tenderId } = await draftedTender(town, { words: { publicInterest: true } })
  const submit = () => submitTender(town.as('handler'), { tenderId })
  await expect(submit()).rejects.toThrow(refusing('market-survey-missing'))
  const surveyed = (respondents: number) =>
    editTender(town.as('handler'), {
      tenderId,
      ...tenderWords({ publicInterest: true, respondents, finding: '三家机构都报了价，每次 80 到 110 元。' }),
    })
  await surveyed(2)
  await expect(submit()).rejects.toThrow(refusing('market-survey-missing'))
  await surveyed(3)
  await submit()
  await passReview(town.as('approver'), tenderId)
  await expect(publishTender(town.as('approver'), { tenderId })).rejects.toThrow(
    refusing('review-missing-key'),
  )
  await passReview(town.as('approver'), tenderId, 'key')
  await publishTender(town.as('approver'), { tenderId })
})

test('a requirement a year old is done anew, to the day, also when it is put out again', async () => {
  const town = await world()
  const { id: tenderId, planId } = await draftedTender(town)
  const dates = { deadline: at('2026-12-20T17:00:00'), questionsClose: at('2026-12-10T17:00:00') }
  const since = (day: string) =>
    town.transact((tx) =>
      tx
        .update(tenders)
        .set({ requirementAt: at(`${day}T10:00:00`) })
        .where(eq(tenders.id, tenderId)),
    )
  await since('2025-03-02')
  await expect(submitTender(town.as('handler'), { tenderId })).rejects.toThrow(
    refusing('requirement-too-old'),
  )
  await since('2025-03-03')
  await submitTender(town.as('handler'), { tenderId })
  await cancelTender(town.as('approver'), { tenderId, reason: '先不做了' })
  const again = await draftTender(town.as('handler'), { planId, ...tenderWords() })
  expect((await findTender(town.db, again.id)).requirementAt).toEqual(at('2025-03-03T10:00:00'))
  await editTender(town.as('handler'), {
    tenderId: again.id,
    ...tenderWords({ requirement: '每周上门探访两次，每次不少于 30 分钟；按新的调查编写。', ...dates }),
  })
  expect((await findTender(town.db, again.id)).requirementAt).toEqual(town.clock.now())
})

test('how it will be accepted is fixed before the purchase: as the route usually does, or as written', async () => {
  const town = await world()
  const tender = await draftedTender(town)
  expect(tender.acceptancePlan).toContain('服务对象')
  await town.transact((tx) => tx.update(tenders).set({ acceptancePlan: ' ' }))
  await expect(submitTender(town.as('handler'), { tenderId: tender.id })).rejects.toThrow(
    refusing('acceptance-plan-missing'),
  )
  await editTender(town.as('handler'), {
    tenderId: tender.id,
    ...tenderWords({ acceptancePlan: '期末验收一次，五位老人当面说。' }),
  })
  expect((await findTender(town.db, tender.id)).acceptancePlan).toBe('期末验收一次，五位老人当面说。')
  expect((await publishedTender(town, { plan: { amount: yuan(90_000) } })).acceptancePlan).toContain(
    '服务对象',
  )
})

test('the forms of the review and of the requirement refuse what is none', () => {
  const bad = (typed: object) => reviewForm.safeParse(typed).error!.issues.map((i) => i.message)
  expect(bad({})).toEqual(['form.review.kind', 'form.review.opinion'])
  expect(bad({ kind: 'general', opinion: '同意发布', says: { budget: 'perhaps' } })).toEqual([
    'form.review.says',
  ])
  const { respondents, finding, acceptancePlan } = tenderForm.shape
  expect(respondents.safeParse('').success).toBe(true)
  expect(respondents.safeParse('三家').success).toBe(false)
  expect(respondents.safeParse('-1').success).toBe(false)
  expect(finding.safeParse('好').success).toBe(false)
  expect(acceptancePlan.safeParse('验一下').success).toBe(false)
})
