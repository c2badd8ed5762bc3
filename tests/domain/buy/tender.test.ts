import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amendments, journal, notices, plans, proposals, questions, tenders } from '#db/schema/index.ts'
import { announceIntention } from '#domain/buy/plan/announce-intention.ts'
import { deskOfPlan } from '#domain/buy/plan/desk.ts'
import { editPlan } from '#domain/buy/plan/edit-plan.ts'
import { trailOfPlan } from '#domain/buy/plan/trail.ts'
import { answerQuestion, rejectQuestion } from '#domain/buy/tender/answer-question.ts'
import { askQuestion } from '#domain/buy/tender/ask-question.ts'
import { cancelTender } from '#domain/buy/tender/cancel-tender.ts'
import { checkCriteria } from '#domain/buy/tender/check-criteria.ts'
import { deskOfTender } from '#domain/buy/tender/desk.ts'
import { documentHash } from '#domain/buy/tender/document-hash.ts'
import { draftAmendment } from '#domain/buy/tender/draft-amendment.ts'
import { draftTender } from '#domain/buy/tender/draft-tender.ts'
import { editTender, setCriteria } from '#domain/buy/tender/edit-tender.ts'
import { findTender, unansweredQuestions } from '#domain/buy/tender/find-tender.ts'
import { type AmendmentWords, criteriaForm, tenderForm } from '#domain/buy/tender/forms.ts'
import { prohibitedIn } from '#domain/buy/tender/prohibited-factors.ts'
import { publishAmendment } from '#domain/buy/tender/publish-amendment.ts'
import { publishTender } from '#domain/buy/tender/publish-tender.ts'
import { returnTender } from '#domain/buy/tender/return-tender.ts'
import { type Criterion, scoreTemplates } from '#domain/buy/tender/score-templates-data.ts'
import { submitTender } from '#domain/buy/tender/submit-tender.ts'
import { earliestDeadline, latestQuestions } from '#domain/buy/tender/tender-dates.ts'
import { tenderDesk } from '#domain/buy/tender/tender-desk.ts'
import { tenderList } from '#domain/buy/tender/tender-list.ts'
import { tenderPage } from '#domain/buy/tender/tender-page.ts'
import { trailOfTender } from '#domain/buy/tender/trail.ts'
import { addDays, dateOf } from '#domain/dates.ts'
import { fen, yuan } from '#domain/money.ts'
import { around } from '#tests/support/around.ts'
import { lessChance } from '#tests/support/less-chance.ts'
import { acceptedNeed, approvedPlan, draftedPlan, planWords } from '#tests/support/plan.ts'
import {
  draftedTender,
  passReview,
  publishedGrant,
  publishedTender,
  tenderWords,
} from '#tests/support/tender.ts'
import { type Town, world } from '#tests/support/world.ts'

const at = (moment: string) => new Date(`${moment}+08:00`)
const consultation = { methodId: 'COMPETITIVE_CONSULTATION-1', amount: yuan(680_000) }
const bounds = { noPrice: false, priceMin: 20, priceMax: 20 }
const select = scoreTemplates.SELF_SELECT!

// Drafting

test('a tender is drafted only on an approved plan, once, by its buyer', async () => {
  const town = await world()
  const draft = await draftedPlan(town)
  await expect(draftTender(town.as('handler'), { planId: draft.id, ...tenderWords() })).rejects.toMatchObject(
    {
      reason: 'plan-not-approved',
    },
  )
  const plan = await approvedPlan(town)
  const asked = { planId: plan.id, ...tenderWords() }
  await expect(draftTender(town.as('dHandler'), asked)).rejects.toMatchObject({ reason: 'not-your-body' })
  await expect(draftTender(town.as('approver'), asked)).rejects.toMatchObject({
    reason: 'needs-another-seat',
  })
  const { id } = await draftTender(town.as('handler'), asked)
  expect(await findTender(town.db, id)).toMatchObject({
    state: 'draft',
    requirementBy: 'handler',
    publicKey: null,
  })
  await expect(draftTender(town.as('handler'), asked)).rejects.toMatchObject({ reason: 'tender-exists' })
})

test('the ceiling stands at the plan’s amount to the 分', async () => {
  const town = await world()
  const plan = await approvedPlan(town)
  const over = { planId: plan.id, ...tenderWords({ ceiling: fen(plan.amount + 1) }) }
  await expect(draftTender(town.as('handler'), over)).rejects.toMatchObject({ reason: 'ceiling-over-plan' })
  await draftTender(town.as('handler'), { ...over, ceiling: plan.amount })
})

test('a plan with a tender cannot be edited until the tender is cancelled', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  const edit = () =>
    editPlan(town.as('handler'), {
      ...planWords({ needIds: tender.needs.map((n) => n.id) }),
      planId: tender.planId,
    })
  await expect(edit()).rejects.toMatchObject({ reason: 'plan-has-tender' })
  await cancelTender(town.as('approver'), { tenderId: tender.id, reason: '需求有重大变化，重新测算' })
  await edit()
})

test('what may be no condition is refused with its words, and saying it is not asked for passes', () => {
  const asks = {
    capital: '注册资金不少于 50 万元',
    assets: '净资产 100 万元以上',
    turnover: '上年营业收入达到 200 万元',
    staff: '员工人数不少于 20 人',
    profit: '近两年盈利',
    tax: '年纳税额 10 万元以上',
    branch: '在本市设有分支机构',
    award: '获得过市级荣誉',
  }
  for (const [code, words] of Object.entries(asks)) expect(prohibitedIn(words)).toMatchObject({ code })
  for (const fine of [
    '不限地域，不看注册资金和规模',
    '在民政部门登记',
    '团队中持证社工不少于 2 名',
    '不要求注册资本',
  ])
    expect(prohibitedIn(fine)).toBeNull()
})

test('a tender that asks for a forbidden condition is refused when drafted and when edited', async () => {
  const town = await world()
  const plan = await approvedPlan(town)
  const asking = { planId: plan.id, ...tenderWords({ qualification: ['注册资金不少于 50 万元'] }) }
  await expect(draftTender(town.as('handler'), asking)).rejects.toMatchObject({
    reason: 'prohibited-capital',
    params: { words: '注册资金' },
  })
  const { id } = await draftTender(town.as('handler'), { planId: plan.id, ...tenderWords() })
  const edit = editTender(town.as('handler'), {
    tenderId: id,
    ...tenderWords({ qualification: ['本地分公司'] }),
  })
  await expect(edit).rejects.toMatchObject({ reason: 'prohibited-branch' })
})

// Criteria

test('the usual score sheets pass their own routes', () => {
  checkCriteria(scoreTemplates.SELF_SELECT!, bounds)
  checkCriteria(scoreTemplates.COMPETITIVE_CONSULTATION!, { noPrice: false, priceMin: 10, priceMax: 30 })
  checkCriteria(scoreTemplates.MICRO_GRANT!, { noPrice: true, priceMin: null, priceMax: null })
})

const refusedFor = (
  criteria: readonly Criterion[],
  method = bounds as Parameters<typeof checkCriteria>[1],
) => {
  try {
    checkCriteria(criteria, method)
    return null
  } catch (refusal) {
    return (refusal as { reason: string }).reason
  }
}
const priced = (max: number): Criterion[] => [
  { ...select[0]!, max },
  {
    code: 'REST',
    name: '其他',
    kind: 'objective',
    max: Math.round((100 - max) * 100) / 100,
    items: 1,
    bands: null,
    guidance: '',
  },
]

test('criteria sum to a hundred, to the hundredth of a point', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 7999 }), fc.integer({ min: -3, max: 3 }), (part, off) => {
      const rest = (name: string, max: number): Criterion => ({
        code: name,
        name,
        kind: 'objective',
        max: max / 100,
        items: 1,
        bands: null,
        guidance: '',
      })
      const sheet = [priced(20)[0]!, rest('A', part), rest('B', 8000 - part + off)]
      const said = refusedFor(sheet)
      expect(said).toBe(off === 0 ? null : 8000 - part + off <= 0 ? 'criteria-points' : 'criteria-sum')
    }),
  )
})

test('the price keeps within its route’s bounds', () => {
  const wide = { noPrice: false, priceMin: 10, priceMax: 30 }
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 9900 }), (points) => {
      const share = points / 100
      expect(refusedFor(priced(share), wide)).toBe(share < 10 || share > 30 ? 'criteria-price-share' : null)
    }),
  )
})

test('one price, none where only the plan is judged, no factor twice, bands that reach the points', () => {
  const none = { noPrice: true, priceMin: null, priceMax: null }
  expect(refusedFor(select, none)).toBe('criteria-no-price-here')
  expect(refusedFor(scoreTemplates.MICRO_GRANT!, bounds)).toBe('criteria-one-price')
  expect(refusedFor([...priced(20).slice(0, 1), ...priced(80)])).toBe('criteria-twice')
  const [price, rest] = priced(20) as [Criterion, Criterion]
  const soft = { ...rest, kind: 'subjective' as const, max: 80 }
  expect(refusedFor([price, { ...soft, bands: null }])).toBe('criteria-bands-missing')
  expect(refusedFor([price, { ...soft, bands: { A: 79, B: 10 } }])).toBe('criteria-bands-do-not-reach')
  expect(refusedFor([price, { ...soft, items: 4, bands: { A: 20, B: 10 } }])).toBeNull()
  expect(refusedFor([price, { ...rest, guidance: '注册资本 100 万元以上得满分' }])).toBe('prohibited-capital')
  expect(refusedFor([price, { ...rest, max: 0 }])).toBe('criteria-points')
})

test('a score sheet is set by its writer while the tender is a draft, and is fixed from then on', async () => {
  const town = await world()
  const tender = await draftedTender(town)
  const { criteria } = criteriaForm.parse({
    criteria: select.map((c) => ({ ...c, bands: c.bands ?? undefined })),
  })
  await setCriteria(town.as('handler'), {
    tenderId: tender.id,
    criteria: [...criteria, { kind: 'subjective', items: 1 }],
  })
  expect((await findTender(town.db, tender.id)).criteria.map((c) => c.max)).toEqual([20, 30, 20, 10, 15, 5])
  const short = { tenderId: tender.id, criteria: criteria.slice(0, 5) }
  await expect(setCriteria(town.as('handler'), short)).rejects.toMatchObject({ reason: 'criteria-sum' })
  const other = town.as('handler')
  const colleague = { ...other, actor: { ...other.actor, personId: 'someone-else' } }
  await expect(setCriteria(colleague, { tenderId: tender.id, criteria })).rejects.toMatchObject({
    reason: 'only-the-writer-edits',
  })
  await submitTender(town.as('handler'), { tenderId: tender.id })
  await expect(setCriteria(town.as('handler'), { tenderId: tender.id, criteria })).rejects.toMatchObject({
    reason: 'tender-not-draft',
  })
})

// Dates

test('the deadline respects the route’s own clock by a second, naming the earliest lawful date', async () => {
  const town = await world()
  const plan = await approvedPlan(town)
  const draft = (deadline: Date) =>
    draftTender(town.as('handler'), {
      planId: plan.id,
      ...tenderWords({ deadline, questionsClose: at('2026-03-04T17:00:00') }),
    })
  // 2026-03-02 is a Monday: five working days end on Monday 03-09.
  const { id } = await draft(at('2026-03-08T23:59:59'))
  await expect(submitTender(town.as('handler'), { tenderId: id })).rejects.toMatchObject({
    reason: 'deadline-too-early',
    params: { earliest: '2026-03-09' },
  })
  await editTender(town.as('handler'), {
    tenderId: id,
    ...tenderWords({ deadline: at('2026-03-09T00:00:00'), questionsClose: at('2026-03-04T17:00:00') }),
  })
  await submitTender(town.as('handler'), { tenderId: id })
  town.clock.set(at('2026-03-03T00:00:00'))
  await expect(publishTender(town.as('approver'), { tenderId: id })).rejects.toMatchObject({
    reason: 'deadline-too-early',
    params: { earliest: '2026-03-10' },
  })
  town.clock.set(at('2026-03-02T23:59:59'))
  await passReview(town.as('approver'), id)
  await publishTender(town.as('approver'), { tenderId: id })
})

test('the earliest deadline is as many days on as the route says, holidays and make-up days counted', async () => {
  const town = await world()
  const ctx = town.as('handler')
  const days = fc.integer({ min: 0, max: 320 }).map((n) => addDays('2026-01-01', n))
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 12 }), (on, n) => {
      const working = earliestDeadline(ctx, { bidDays: n, bidUnit: 'wd', amendDays: 1 }, on)
      expect(town.calendar.isWorkday(working)).toBe(true)
      expect(town.calendar.between(on, working)).toBe(n)
      expect(earliestDeadline(ctx, { bidDays: n, bidUnit: 'd', amendDays: 1 }, on)).toBe(addDays(on, n))
    }),
  )
})

test('a year without a holiday notice is refused by name', async () => {
  const town = await world()
  const tender = await draftedTender(town, {
    words: { deadline: at('2027-01-05T17:00:00'), questionsClose: at('2026-12-30T17:00:00') },
  })
  await expect(submitTender(town.as('handler'), { tenderId: tender.id })).rejects.toMatchObject({
    reason: 'calendar-year-missing',
    params: { year: 2027 },
  })
})

test('questions close early enough that each is answered by the deadline', async () => {
  const town = await world()
  const ctx = town.as('handler')
  expect(await latestQuestions(town.db, ctx, at('2026-03-20T17:00:00'))).toBe('2026-03-17')
  const late = await draftedTender(town, { words: { questionsClose: at('2026-03-18T00:00:00') } })
  await expect(submitTender(ctx, { tenderId: late.id })).rejects.toMatchObject({
    reason: 'questions-close-too-late',
    params: { latest: '2026-03-17' },
  })
  await editTender(ctx, { tenderId: late.id, ...tenderWords({ questionsClose: at('2026-03-17T23:59:59') }) })
  await submitTender(ctx, { tenderId: late.id })
  const past = await draftedTender(town, { words: { questionsClose: town.clock.now() } })
  await expect(submitTender(ctx, { tenderId: past.id })).rejects.toMatchObject({
    reason: 'questions-close-past',
  })
})

test('where the route asks an intention notice, the tender waits thirty days for it', async () => {
  const town = await world()
  const dates = { deadline: at('2026-05-20T17:00:00'), questionsClose: at('2026-05-08T17:00:00') }
  const tender = await draftedTender(town, { plan: consultation, words: dates })
  const submit = () => submitTender(town.as('handler'), { tenderId: tender.id })
  await expect(submit()).rejects.toMatchObject({ reason: 'intention-not-public' })
  await announceIntention(town.as('handler'), { planId: tender.planId })
  await expect(submit()).rejects.toMatchObject({
    reason: 'intention-too-young',
    params: { earliest: '2026-04-01' },
  })
  town.clock.set(at('2026-03-31T23:59:59'))
  await expect(submit()).rejects.toMatchObject({ reason: 'intention-too-young' })
  town.clock.set(at('2026-04-01T00:00:00'))
  await submit()
})

// Review and publication

test('who wrote the requirement does not review it, and publication makes the tender’s own key', async () => {
  const town = await world()
  const tender = await draftedTender(town)
  await expect(publishTender(town.as('approver'), { tenderId: tender.id })).rejects.toMatchObject({
    reason: 'not-in-this-state',
  })
  await submitTender(town.as('handler'), { tenderId: tender.id })
  await expect(publishTender(town.as('handler'), { tenderId: tender.id })).rejects.toMatchObject({
    reason: 'needs-another-seat',
  })
  const ctx = town.as('approver')
  const writer = { ...ctx, actor: { ...ctx.actor, personId: 'handler' } }
  await expect(publishTender(writer, { tenderId: tender.id })).rejects.toMatchObject({
    reason: 'sod-requirement-reviewer',
  })
  await expect(publishTender(town.as('dApprover'), { tenderId: tender.id })).rejects.toMatchObject({
    reason: 'not-your-body',
  })
  await expect(publishTender(ctx, { tenderId: tender.id })).rejects.toMatchObject({
    reason: 'review-missing-general',
  })
  await passReview(ctx, tender.id)
  await publishTender(ctx, { tenderId: tender.id })
  const now = await findTender(town.db, tender.id)
  expect(now).toMatchObject({ state: 'published', publishedBy: 'approver', reviewedBy: 'approver' })
  const sealed = town.vault.sealTo(now.publicKey!, '方案', 'bound')
  expect(town.vault.openWith(now.keyWrapped!, sealed, 'bound')).toBe('方案')
})

test('two publications at once make one', async () => {
  const town = await world()
  const tender = await draftedTender(town)
  await submitTender(town.as('handler'), { tenderId: tender.id })
  await passReview(town.as('approver'), tender.id)
  const both = await Promise.allSettled(
    [1, 2].map(() => publishTender(town.as('approver'), { tenderId: tender.id })),
  )
  expect(both.filter((b) => b.status === 'fulfilled')).toHaveLength(1)
})

test('a returned tender goes back to its writer with the reason', async () => {
  const town = await world()
  const tender = await draftedTender(town)
  await submitTender(town.as('handler'), { tenderId: tender.id })
  await returnTender(town.as('approver'), { tenderId: tender.id, reason: '请写明每次服务时长' })
  expect(await findTender(town.db, tender.id)).toMatchObject({
    state: 'draft',
    endReason: '请写明每次服务时长',
  })
  const told = await town.db.select().from(notices).where(eq(notices.personId, 'handler'))
  expect(told).toMatchObject([{ message: 'tender-return' }])
})

test('a tender whose plan lost its approval is not published', async () => {
  const town = await world()
  const tender = await draftedTender(town)
  await submitTender(town.as('handler'), { tenderId: tender.id })
  await town.transact((tx) => tx.update(plans).set({ state: 'draft' }).where(eq(plans.id, tender.planId)))
  await expect(publishTender(town.as('approver'), { tenderId: tender.id })).rejects.toMatchObject({
    reason: 'plan-not-approved',
  })
})

test('a cancelled tender keeps its reason and may be followed by another', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  await expect(
    cancelTender(town.as('handler'), { tenderId: tender.id, reason: '不做了' }),
  ).rejects.toMatchObject({
    kind: 'forbidden',
  })
  await cancelTender(town.as('approver'), { tenderId: tender.id, reason: '需求变化，重新征求意见' })
  const again = await draftTender(town.as('handler'), { planId: tender.planId, ...tenderWords() })
  expect(await findTender(town.db, again.id)).toMatchObject({ previousId: tender.id })
  await expect(
    cancelTender(town.as('approver'), { tenderId: tender.id, reason: '再取消一次' }),
  ).rejects.toMatchObject({
    reason: 'not-in-this-state',
  })
})

test('a micro grant scores no price and admits groups and a social worker alone', async () => {
  const town = await world()
  const grant = await publishedGrant(town)
  expect(grant.criteria.some((c) => c.kind === 'formula')).toBe(false)
  expect(grant.method).toMatchObject({ individuals: true, groups: true, minProposals: 1 })
})

// Questions

const ask = (town: Town, tenderId: string, key = 'editor1') =>
  askQuestion(town.as(key, `asking-a-question-${key}`), { tenderId, words: '康复治疗师必须是本机构全职吗？' })

test('nobody can find out who asked: no column, no journal line, no answered form', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  await ask(town, tender.id)
  const [question] = await town.db.select().from(questions)
  expect(question).toMatchObject({ partyId: null, state: 'asked' })
  expect(JSON.stringify(question)).not.toContain('editor1')
  const lines = await town.db.select().from(journal).where(eq(journal.subject, question!.id))
  expect(lines).toMatchObject([{ actorId: null, seatId: null, partyId: null, role: null }])
  await answerQuestion(town.as('handler'), { tenderId: tender.id, questionId: question!.id, answer: '不必' })
  const told = await town.db.select().from(notices).where(eq(notices.personId, 'editor1'))
  expect(told).toMatchObject([{ message: 'question-answer' }])
})

test('a question is taken until its last second, from bidders who are not the buyer', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  town.clock.set(new Date(tender.questionsClose.getTime() - 1000))
  await ask(town, tender.id)
  town.clock.set(tender.questionsClose)
  await expect(ask(town, tender.id, 'editor2')).rejects.toMatchObject({ reason: 'questions-closed' })
  town.clock.set(tender.deadline)
  await expect(ask(town, tender.id, 'editor2')).rejects.toMatchObject({ reason: 'tender-not-collecting' })
  town.clock.set(at('2026-03-03T09:00:00'))
  await expect(ask(town, tender.id, 'resident1')).rejects.toMatchObject({ reason: 'needs-another-seat' })
  const ctx = town.as('editor3')
  const both = [...ctx.actor.seats, { id: 'seat-x', role: 'street_handler' as const, partyId: 'S1' }]
  const insider = { ...ctx, actor: { ...ctx.actor, seats: both } }
  await expect(askQuestion(insider, { tenderId: tender.id, words: '内部人能问吗？' })).rejects.toMatchObject({
    reason: 'asker-is-the-buyer',
  })
})

test('a question is answered in time to the last second of the third working day', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  await ask(town, tender.id)
  const [question] = await town.db.select().from(questions)
  const matter = { who: 'handler', key: 'question.answer', due: question!.dueAt }
  expect(await around(town, matter)).toEqual(['in time', 'late', 'late'])
})

test('an answer is due in three working days, is given once, and frees the opening', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  town.clock.set(at('2026-03-05T16:00:00'))
  await ask(town, tender.id)
  const [question] = await town.db.select().from(questions)
  expect(dateOf(new Date(question!.dueAt.getTime() - 1))).toBe('2026-03-10')
  expect(await unansweredQuestions(town.db, tender.id)).toBe(1)
  const reply = { tenderId: tender.id, questionId: question!.id, answer: '不必，签有服务协议即可。' }
  await expect(answerQuestion(town.as('editor1'), reply)).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(answerQuestion(town.as('handler'), { ...reply, questionId: 'none' })).rejects.toMatchObject({
    reason: 'question-missing',
  })
  await answerQuestion(town.as('handler'), reply)
  expect(await unansweredQuestions(town.db, tender.id)).toBe(0)
  await expect(rejectQuestion(town.as('handler'), reply)).rejects.toMatchObject({
    reason: 'not-in-this-state',
  })
})

test('a question that is none is set aside with its reason', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  await ask(town, tender.id)
  const [question] = await town.db.select().from(questions)
  await rejectQuestion(town.as('handler'), {
    tenderId: tender.id,
    questionId: question!.id,
    answer: '与本项目无关',
  })
  expect(await unansweredQuestions(town.db, tender.id)).toBe(0)
})

// Amendments

const change = (more: Partial<AmendmentWords> = {}): AmendmentWords => ({
  field: 'requirement',
  was: '每周上门探访一次',
  now: '每周上门探访两次',
  reason: '第 1 条提问指出次数不够',
  material: true,
  ...more,
})
const amended = async (town: Town, tenderId: string, words: AmendmentWords) => {
  const { id } = await draftAmendment(town.as('handler'), { tenderId, ...words })
  return publishAmendment(town.as('approver'), { tenderId, amendmentId: id })
}
const sent = (town: Town, tenderId: string, supplierId: string, state: 'submitted' | 'draft' = 'submitted') =>
  town.transact((tx) =>
    tx
      .insert(proposals)
      .values({ tenderId, supplierId, state, version: 1, createdBy: 'editor1', createdAt: town.clock.now() }),
  )

test('a material change unsettles what was sent, tells its senders, and shows old beside new', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  await sent(town, tender.id, 'ORG1')
  await sent(town, tender.id, 'ORG2', 'draft')
  await amended(town, tender.id, change())
  const now = await findTender(town.db, tender.id)
  expect(now.requirement).toContain('每周上门探访两次')
  expect(now.deadline).toEqual(tender.deadline)
  const theirs = await town.db.select().from(proposals).orderBy(proposals.supplierId)
  expect(theirs.map((p) => p.state)).toEqual(['needs_confirmation', 'draft'])
  const told = await town.db.select().from(notices).where(eq(notices.message, 'tender-changed-confirm'))
  expect(told.map((n) => `${n.partyId} ${n.role}`).sort()).toEqual([
    'ORG1 org_editor',
    'ORG1 org_signer',
    'ORG2 org_editor',
    'ORG2 org_signer',
  ])
})

test('a small change leaves what was sent as it is', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  await sent(town, tender.id, 'ORG1')
  await amended(town, tender.id, change({ was: '一小时内', now: '1 小时内', material: false }))
  expect(await town.db.select().from(proposals)).toMatchObject([{ state: 'submitted' }])
})

test('a material change late in the day moves the deadline as the law asks, which also reopens questions', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  town.clock.set(at('2026-03-17T23:59:59'))
  const early = await draftAmendment(town.as('handler'), { tenderId: tender.id, ...change() })
  town.clock.set(at('2026-03-18T00:00:00'))
  await publishAmendment(town.as('approver'), { tenderId: tender.id, amendmentId: early.id })
  expect(await findTender(town.db, tender.id)).toMatchObject({ deadline: at('2026-03-23T17:00:00') })
  const back = change({ was: '两次', now: '三次' })
  await amended(town, tender.id, { ...back, newDeadline: at('2026-03-25T17:00:00') })
  expect(await findTender(town.db, tender.id)).toMatchObject({
    deadline: at('2026-03-25T17:00:00'),
    questionsClose: at('2026-03-20T17:00:00'),
  })
})

test('a material change is still in time on the last day that leaves the route’s days', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  town.clock.set(at('2026-03-17T23:59:59'))
  await amended(town, tender.id, change())
})

test('a deadline only moves later, and moving it alone unsettles nobody', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  await sent(town, tender.id, 'ORG1')
  const moving = (newDeadline?: Date) => change({ field: 'deadline', was: '', now: '', newDeadline })
  await expect(amended(town, tender.id, moving(tender.deadline))).rejects.toMatchObject({
    reason: 'deadline-only-later',
  })
  await expect(amended(town, tender.id, moving())).rejects.toMatchObject({ reason: 'amendment-new-deadline' })
  await amended(town, tender.id, moving(new Date(tender.deadline.getTime() + 60_000)))
  expect(await town.db.select().from(proposals)).toMatchObject([{ state: 'submitted' }])
})

test('an amendment changes words that stand there, by a handler, published by another, before the deadline', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  const draft = (words: AmendmentWords, key = 'handler') =>
    draftAmendment(town.as(key), { tenderId: tender.id, ...words })
  await expect(draft(change({ was: '没有这句话' }))).rejects.toMatchObject({
    reason: 'amendment-phrase-missing',
  })
  await expect(draft(change({ now: '每周上门探访一次' }))).rejects.toMatchObject({
    reason: 'amendment-changes-nothing',
  })
  await expect(draft(change(), 'approver')).rejects.toMatchObject({ reason: 'needs-another-seat' })
  const barred = change({ field: 'qualification', was: '未列入活动异常名录', now: '注册资金不少于 30 万元' })
  await expect(draft(barred)).rejects.toMatchObject({ reason: 'prohibited-capital' })
  const over = change({ field: 'ceiling', was: '', now: '30万' })
  await expect(draft(over)).rejects.toMatchObject({ reason: 'ceiling-over-plan' })
  const { id } = await draft(change())
  await expect(draft(change())).rejects.toMatchObject({ reason: 'amendment-in-draft' })
  const publish = (key: string) => publishAmendment(town.as(key), { tenderId: tender.id, amendmentId: id })
  const draftedBy = (by: string) => town.transact((tx) => tx.update(amendments).set({ draftedBy: by }))
  expect((await town.db.select().from(amendments))[0]!.draftedBy).toBe('handler')
  await draftedBy('approver')
  await expect(publish('approver')).rejects.toMatchObject({ reason: 'sod-drafter-publishes' })
  expect((await tenderDesk(town.as('approver'), tender.id)).may.publishChange).toBe(false)
  await draftedBy('handler')
  expect((await tenderDesk(town.as('approver'), tender.id)).may.publishChange).toBe(true)
  await expect(publish('handler')).rejects.toMatchObject({ reason: 'needs-another-seat' })
  town.clock.set(tender.deadline)
  await expect(publish('approver')).rejects.toMatchObject({ reason: 'tender-not-collecting' })
  await expect(draft(change())).rejects.toMatchObject({ reason: 'tender-not-collecting' })
})

test('a lower ceiling is a material change and takes effect with its publication', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  await amended(town, tender.id, change({ field: 'ceiling', was: '', now: '200,000', material: false }))
  const [now] = await town.db.select().from(tenders).where(eq(tenders.id, tender.id))
  expect(now!.ceiling).toBe(yuan(200_000))
})

// Forms

test('a tender form reads lines, indicators and Beijing time, and says what is wrong', () => {
  const typed = {
    title: '上门康复服务',
    requirement: '每位每月上门两次，每次不少于五十分钟，每季度教一次家属。',
    qualification: '在民政部门登记\n\n未列入异常名录',
    indicators: '服务人次，1032，人次\n满意度,90,%',
    ceiling: '21万',
    paymentTemplate: 'PT-532',
    deadline: '2026-12-02T17:00',
    questionsClose: '2026-11-25T17:00',
  }
  const good = tenderForm.parse(typed)
  expect(good.qualification).toHaveLength(2)
  expect(good.indicators).toEqual([
    { code: 'K1', name: '服务人次', unit: '人次', target: 1032 },
    { code: 'K2', name: '满意度', unit: '%', target: 90 },
  ])
  expect(good.deadline).toEqual(at('2026-12-02T17:00:00'))
  const bad = {
    ...typed,
    indicators: '服务很多人',
    deadline: '12月2日',
    paymentTemplate: 'PT-99',
    ceiling: '-1',
    qualification: ' ',
  }
  const said = tenderForm.safeParse(bad).error!.issues.map((issue) => issue.message)
  expect(said.sort()).toEqual([
    'form.datetime',
    'form.money',
    'form.tender.indicators',
    'form.tender.payment',
    'form.tender.qualification',
  ])
})

// Pages and desks

test('the public page of a tender carries no key, no asker and no word of proposals, and drafts have none', async () => {
  const town = await world()
  const draft = await draftedTender(town)
  await expect(tenderPage(town.as(null), draft.id)).rejects.toMatchObject({ reason: 'tender-missing' })
  const tender = await publishedTender(town)
  await ask(town, tender.id)
  const told = '请拨打 13944440004'
  await town.transact((tx) =>
    tx.update(questions).set({ words: told }).where(eq(questions.tenderId, tender.id)),
  )
  expect((await tenderPage(town.as(null), tender.id)).questions).toMatchObject([{ words: '请拨打 ***' }])
  expect((await tenderDesk(town.as('handler'), tender.id)).questions).toMatchObject([{ words: told }])
  await sent(town, tender.id, 'ORG2')
  for (const key of [null, 'handler', 'approver', 'signer1', 'auditor', 'admin']) {
    const told = lessChance(await tenderPage(town.as(key), tender.id))
    expect(told).not.toMatch(/keyWrapped|publicKey|askedBy|editor1|ORG2|proposal"/)
  }
  const desk = lessChance(await tenderDesk(town.as('handler'), tender.id))
  expect(desk).not.toMatch(/keyWrapped|askedBy|editor1|ORG2/)
  expect(lessChance(await tenderList(town.as(null)))).not.toMatch(/keyWrapped|publicKey|ORG2/)
})

test('a page offers an act only to whoever may do it', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  expect(await tenderPage(town.as('signer1'), tender.id)).toMatchObject({
    mayAsk: true,
    mayPropose: true,
    handles: false,
  })
  expect(await tenderPage(town.as('handler'), tender.id)).toMatchObject({ mayAsk: false, handles: true })
  town.clock.set(tender.deadline)
  expect(await tenderPage(town.as('signer1'), tender.id)).toMatchObject({
    collecting: false,
    mayPropose: false,
  })
  await expect(tenderDesk(town.as('dHandler'), tender.id)).rejects.toMatchObject({ reason: 'not-your-body' })
})

const keysOf = async (town: Town, key: string) => {
  const items = [...(await deskOfPlan(town.db, town.as(key))), ...(await deskOfTender(town.db, town.as(key)))]
  return items.map((i) => `${i.kind} ${i.key}`)
}

test('each desk says whose turn it is, from the plan to the question', async () => {
  const town = await world()
  await acceptedNeed(town, { state: 'selected' })
  expect(await keysOf(town, 'handler')).toEqual(['act plan.draft'])
  const tender = await draftedTender(town)
  expect(await keysOf(town, 'handler')).toEqual(['act plan.draft', 'act tender.finish'])
  await submitTender(town.as('handler'), { tenderId: tender.id })
  expect(await keysOf(town, 'approver')).toEqual(['act tender.publish'])
  await passReview(town.as('approver'), tender.id)
  await publishTender(town.as('approver'), { tenderId: tender.id })
  await ask(town, tender.id)
  expect(await keysOf(town, 'handler')).toEqual([
    'act plan.draft',
    'wait tender.collecting',
    'act question.answer',
  ])
  expect(await keysOf(town, 'signer1')).toEqual(['wait tender.open'])
  expect(await keysOf(town, 'director')).toEqual([])
  const [due] = (await deskOfTender(town.db, town.as('handler'))).filter((i) => i.key === 'question.answer')
  expect(due).toMatchObject({ params: { n: 1 }, due: { mark: 'statute' } })
})

test('the trail tells the plan, the call, its answers, its changes and its end, with their proof', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  await ask(town, tender.id)
  const [question] = await town.db.select().from(questions)
  town.clock.set(at('2026-03-04T10:00:00'))
  await answerQuestion(town.as('handler'), { tenderId: tender.id, questionId: question!.id, answer: '不必' })
  await amended(town, tender.id, change())
  await cancelTender(town.as('approver'), { tenderId: tender.id, reason: '需求有重大变化' })
  const told = [
    ...(await trailOfPlan(town.db, tender.planId)),
    ...(await trailOfTender(town.db, tender.planId)),
  ]
  expect(told.map((e) => e.key)).toEqual([
    'plan.approve',
    'tender.publish',
    'question.answer',
    'amendment.material',
    'tender.cancelled',
  ])
  expect(told[1]!.hash).toMatch(/^[0-9a-f]{64}$/)
  expect(told.at(-1)).toMatchObject({ at: at('2026-03-04T10:00:00'), words: '需求有重大变化' })
})

test('the document’s fingerprint changes with any word of it', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  const before = documentHash(tender)
  expect(documentHash(await findTender(town.db, tender.id))).toBe(before)
  await amended(town, tender.id, change())
  expect(documentHash(await findTender(town.db, tender.id))).not.toBe(before)
})
