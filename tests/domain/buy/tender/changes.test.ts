import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from '#app/ports/vault.ts'
import { amendments, notices, plans, proposals, questions, tenders } from '#db/schema/index.ts'
import { answerQuestion } from '#domain/buy/tender/answer-question.ts'
import { askQuestion } from '#domain/buy/tender/ask-question.ts'
import { cancelTender } from '#domain/buy/tender/cancel-tender.ts'
import { deskOfTender } from '#domain/buy/tender/desk.ts'
import { draftAmendment } from '#domain/buy/tender/draft-amendment.ts'
import { draftTender } from '#domain/buy/tender/draft-tender.ts'
import { endGrounds, failGrounds, sourceOfEnd } from '#domain/buy/tender/end-grounds-data.ts'
import { findTender } from '#domain/buy/tender/find-tender.ts'
import { amendmentForm } from '#domain/buy/tender/forms.ts'
import { isMaterial } from '#domain/buy/tender/material.ts'
import { publishAmendment } from '#domain/buy/tender/publish-amendment.ts'
import { publishTender } from '#domain/buy/tender/publish-tender.ts'
import { endForm } from '#domain/buy/tender/review-forms.ts'
import { searchForm } from '#domain/buy/tender/search-forms.ts'
import { dropSearch, keepSearch, matches, mostSearches, searchesPage } from '#domain/buy/tender/searches.ts'
import { submitTender } from '#domain/buy/tender/submit-tender.ts'
import { tenderPage } from '#domain/buy/tender/tender-page.ts'
import { readVersion, readVersionText } from '#domain/buy/tender/versions.ts'
import { wordDiff } from '#domain/buy/tender/word-diff.ts'
import { balancesOf } from '#domain/treasury/balances.ts'
import { nobody } from '#domain/who/actor.ts'
import { draftedTender, passReview, publishedTender, tenderWords } from '#tests/support/tender.ts'
import { type Town, world } from '#tests/support/world.ts'

const at = (moment: string) => new Date(`${moment}+08:00`)
const refusing = (reason: string) => expect.objectContaining({ reason })
const anyone = (town: Town) => ({ ...town.as('handler'), actor: nobody })
const amend = async (town: Town, tenderId: string, words: object) => {
  const typed = amendmentForm.parse({ reason: '第 1 条提问指出写错了', ...words })
  const { id } = await draftAmendment(town.as('handler'), { tenderId, ...typed })
  await publishAmendment(town.as('approver'), { tenderId, amendmentId: id })
  return id
}
const asked = async (town: Town, tenderId: string) => {
  await askQuestion(town.as('editor1'), { tenderId, words: '服务人数按哪一天算？' })
  const all = await town.db.select().from(questions)
  return all.at(-1)!.id
}
const sent = (town: Town, tenderId: string) =>
  town.transact((tx) =>
    tx.insert(proposals).values({
      tenderId,
      supplierId: 'ORG1',
      state: 'submitted',
      version: 1,
      createdBy: 'editor1',
      createdAt: town.clock.now(),
    }),
  )

test('a word diff gives back both texts, whole and in order', () => {
  const text = fc.string({
    unit: fc.constantFrom('每', '周', '探', '访', '一', '次', '2', ' ', '，', '服务', 'ab'),
    maxLength: 30,
  })
  fc.assert(
    fc.property(text, text, (was, now) => {
      const pieces = wordDiff(was, now)
      const side = (not: string) =>
        pieces
          .filter((p) => p.kind !== not)
          .map((p) => p.text)
          .join('')
      expect(side('new')).toBe(was)
      expect(side('gone')).toBe(now)
    }),
    { numRuns: 100 },
  )
  expect(
    wordDiff('每周上门探访一次', '每周上门探访两次')
      .filter((p) => p.kind !== 'same')
      .map((p) => p.kind),
  ).toEqual(['gone', 'new'])
  expect(wordDiff('不变', '不变')).toEqual([{ kind: 'same', text: '不变' }])
})

test('what touches proposals is told by rule, whatever the drafter claims', () => {
  const material = (was: string, now: string, field = 'requirement') =>
    isMaterial({ field, was, now, claimed: false })
  expect(material('一小时内', '1 小时内')).toBe(false)
  expect(material('每周上门探访', '每周上门，探访')).toBe(false)
  expect(material('联系社曲', '联系社区')).toBe(false)
  for (const [was, now] of [
    ['一次', '两次'],
    ['不少于 30 分钟', '少于 30 分钟'],
    ['可以', '应当'],
    ['每周', '每月'],
    ['社工上门', '由志愿者或者社工上门做'],
    ['须书面报告', '书面报告'],
  ])
    expect(material(was!, now!), `${was} ${now}`).toBe(true)
  expect(material('甲', '乙', 'qualification')).toBe(true)
  expect(material('1', '2', 'ceiling')).toBe(true)
  expect(material('', 'a.pdf', 'document')).toBe(true)
  expect(isMaterial({ field: 'requirement', was: '一小时', now: '1 小时', claimed: true })).toBe(true)
  expect(isMaterial({ field: 'deadline', was: '', now: '', claimed: true })).toBe(false)
})

test('each version that was ever public stays readable, and its fingerprint is of its very words', async () => {
  const town = await world()
  const draft = await draftedTender(town)
  await expect(readVersion(anyone(town), draft.id)).rejects.toThrow(refusing('version-missing'))
  const { id } = await publishedTender(town)
  const first = await readVersion(anyone(town), id)
  expect(first.version).toMatchObject({ ordinal: 1, latest: 1 })
  expect(sha256(await readVersionText(anyone(town), id, 1))).toBe(first.version.hash)
  expect((await tenderPage(anyone(town), id)).tender.hash).toBe(first.version.hash)
  const whole = JSON.stringify(first.document)
  expect(whole).not.toContain('{{')
  for (const part of [
    '采购人',
    '210,000.00 元',
    '2026 年 3 月 20 日 17:00',
    '履约验收方案',
    '合同主要条款',
    '最低有效报价',
  ])
    expect(whole).toContain(part)
  const amendmentId = await amend(town, id, {
    field: 'requirement',
    was: '每周上门探访一次',
    now: '每周上门探访两次',
  })
  const second = await readVersion(anyone(town), id)
  expect(second.version).toMatchObject({ ordinal: 2, latest: 2 })
  expect(second.versions.map((v) => v.amendmentId)).toEqual([null, amendmentId])
  expect(second.document.requirement).toContain('两次')
  expect((await readVersion(anyone(town), id, 1)).document).toEqual(first.document)
  expect((await tenderPage(anyone(town), id)).tender.hash).toBe(second.version.hash)
  await expect(readVersion(anyone(town), id, 3)).rejects.toThrow(refusing('version-missing'))
  await expect(readVersion(anyone(town), 'none')).rejects.toMatchObject({ kind: 'missing' })
})

test('a correction may bring no forbidden condition and no condition that is scored', async () => {
  const town = await world()
  const { id } = await publishedTender(town)
  const line = '未列入活动异常名录'
  await expect(amend(town, id, { field: 'qualification', was: line, now: '成立满三年' })).rejects.toThrow(
    refusing('prohibited-years'),
  )
  await expect(
    amend(town, id, { field: 'qualification', was: line, now: '评估等级 3A 及以上' }),
  ).rejects.toThrow(refusing('prohibited-again'))
  await expect(
    amend(town, id, { field: 'requirement', was: '每周上门探访一次', now: '用指定品牌的血压计' }),
  ).rejects.toThrow(refusing('prohibited-brand'))
  expect((await findTender(town.db, id)).qualification).toContain(line)
})

test('an answer near the deadline moves it by the route’s rule, and leaves a far one alone', async () => {
  const town = await world()
  const { id: tenderId, deadline } = await publishedTender(town)
  const early = await asked(town, tenderId)
  const late = await asked(town, tenderId)
  const list = await town.db.select().from(questions)
  expect(list).toHaveLength(2)
  town.clock.set(at('2026-03-18T23:59:59'))
  await answerQuestion(town.as('handler'), { tenderId, questionId: early, answer: '按签订当月' })
  expect((await findTender(town.db, tenderId)).deadline).toEqual(deadline)
  town.clock.set(at('2026-03-19T00:00:00'))
  await answerQuestion(town.as('handler'), {
    tenderId,
    questionId: list.find((q) => q.id !== early)?.id ?? late,
    answer: '按签订当月的名单',
  })
  const now = await findTender(town.db, tenderId)
  expect(now.deadline).toEqual(at('2026-03-23T17:00:00'))
  const [made] = await town.db.select().from(amendments)
  expect(made).toMatchObject({ byRule: true, field: 'deadline', state: 'published', material: false })
  expect((await readVersion(anyone(town), tenderId)).document.deadline).toBe(now.deadline.toISOString())
})

test('an answer that touches proposals leaves the route’s days, unsettles them, and comes no later than the deadline', async () => {
  const town = await world()
  const { id: tenderId } = await publishedTender(town)
  await sent(town, tenderId)
  const questionId = await asked(town, tenderId)
  const other = await askQuestion(town.as('editor2'), { tenderId, words: '要不要自己带血压计？' }).then(
    async () => (await town.db.select().from(questions)).find((q) => q.id !== questionId)!.id,
  )
  town.clock.set(at('2026-03-18T10:00:00'))
  await answerQuestion(town.as('handler'), { tenderId, questionId, answer: '改为按季度名单', affects: true })
  const now = await findTender(town.db, tenderId)
  expect(now.deadline).toEqual(at('2026-03-23T17:00:00'))
  expect(await town.db.select().from(proposals)).toMatchObject([{ state: 'needs_confirmation' }])
  const told = await town.db.select().from(notices).where(eq(notices.message, 'tender-changed-confirm'))
  expect(told.length).toBeGreaterThan(0)
  town.clock.set(now.deadline)
  const answer = { tenderId, questionId: other, answer: '要自己带' }
  await expect(answerQuestion(town.as('handler'), { ...answer, affects: true })).rejects.toThrow(
    refusing('answer-changes-too-late'),
  )
  await answerQuestion(town.as('handler'), answer)
  expect((await findTender(town.db, tenderId)).deadline).toEqual(now.deadline)
})

test('an unanswered question warns both posts as the deadline comes near', async () => {
  const town = await world()
  const { id: tenderId } = await publishedTender(town)
  await asked(town, tenderId)
  const alerts = async (key: string) =>
    (await deskOfTender(town.db, town.as(key))).filter((i) => i.key === 'question.alert')
  expect(await alerts('approver')).toEqual([])
  town.clock.set(at('2026-03-18T09:00:00'))
  expect(await alerts('approver')).toMatchObject([{ params: { n: 1 }, kind: 'wait' }])
  expect(await alerts('dApprover')).toEqual([])
})

test('a purchase ends on a listed ground that fits its state; a task that is gone gives its money back', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  const end = (ground: string, id = tender.id) =>
    cancelTender(town.as('approver'), { tenderId: id, ground, reason: '居民已经有别的安排' })
  await expect(end('withdrawn')).rejects.toThrow(refusing('end-ground-not-now'))
  await expect(end('over-budget')).rejects.toThrow(refusing('end-ground-not-now'))
  await expect(end('no-such-ground')).rejects.toThrow(refusing('end-ground-not-now'))
  expect((await balancesOf(town.db, { planId: tender.planId })).reserved).toBe(tender.plan.amount)
  await end('major-change')
  expect((await balancesOf(town.db, { planId: tender.planId })).reserved).toBe(tender.plan.amount)
  expect(await findTender(town.db, tender.id)).toMatchObject({ endGround: 'major-change', keyWrapped: null })
  const again = await draftTender(town.as('handler'), { planId: tender.planId, ...tenderWords() })
  await end('task-gone', again.id)
  expect((await balancesOf(town.db, { planId: tender.planId })).reserved).toBe(0)
  const [plan] = await town.db.select().from(plans).where(eq(plans.id, tender.planId))
  expect(plan).toMatchObject({ state: 'draft', approvedAt: null })
  await expect(draftTender(town.as('handler'), { planId: tender.planId, ...tenderWords() })).rejects.toThrow(
    refusing('plan-not-approved'),
  )
  for (const { code } of endGrounds) expect(sourceOfEnd(code)).toMatch(/法|令|制度/)
  for (const code of Object.keys(failGrounds)) expect(sourceOfEnd(code)).toContain('第三十六条')
  expect(endForm.safeParse({ ground: 'bored', reason: '不想买了吧' }).success).toBe(false)
})

test('a tender put out again is tied to the one before, and shows what was changed', async () => {
  const town = await world()
  const before = await publishedTender(town)
  await cancelTender(town.as('approver'), {
    tenderId: before.id,
    ground: 'document-flaw',
    reason: '次数写错，重新采购',
  })
  const words = tenderWords({
    title: before.title,
    ceiling: before.ceiling,
    requirement: before.requirement.replace('一次', '两次'),
  })
  const { id } = await draftTender(town.as('handler'), { planId: before.planId, ...words })
  expect((await tenderPage(anyone(town), before.id)).next).toBeNull()
  await submitTender(town.as('handler'), { tenderId: id })
  await passReview(town.as('approver'), id)
  await publishTender(town.as('approver'), { tenderId: id })
  const page = await tenderPage(anyone(town), id)
  expect(page.previous).toMatchObject({
    id: before.id,
    endGround: 'document-flaw',
    changes: [{ field: 'requirement' }],
  })
  expect((await tenderPage(anyone(town), before.id)).next).toMatchObject({ id })
})

test('whoever wants to hear of a kind of call hears of it once, with the way to stop', async () => {
  const town = await world()
  const search = (key: string, typed: object) => keepSearch(town.as(key), searchForm.parse(typed))
  const { id } = await search('resident1', { words: '老人 上门' })
  town.clock.pass(60_000)
  await search('resident1', { words: '', methodCode: 'SELF_SELECT' })
  await search('resident2', { words: '儿童' })
  await search('worker1', { buyerId: 'S1', words: '探 访' })
  await expect(search('resident2', { words: ' ' })).rejects.toThrow(refusing('search-empty'))
  await expect(keepSearch(anyone(town), searchForm.parse({ words: '老人' }))).rejects.toThrow(
    refusing('sign-in-first'),
  )
  await publishedTender(town)
  const heard = await town.db.select().from(notices).where(eq(notices.message, 'search-matched'))
  expect(heard.map((n) => n.personId).sort()).toEqual(['resident1', 'worker1'])
  expect(heard.find((n) => n.personId === 'resident1')!.params).toMatchObject({
    stop: `/tenders/searches#${id}`,
  })
  await expect(dropSearch(town.as('resident2'), { searchId: id })).rejects.toThrow(refusing('search-missing'))
  await dropSearch(town.as('resident1'), { searchId: id })
  expect((await searchesPage(town.as('resident1'))).searches).toHaveLength(1)
  for (let n = 1; n < mostSearches; n++) await search('resident1', { words: `词${n}` })
  await expect(search('resident1', { words: '再一条' })).rejects.toThrow(refusing('too-many-searches'))
  const told = { title: '上门探访', text: '', methodCode: 'SELF_SELECT', buyerId: 'S1' }
  expect(matches({ words: '', methodCode: 'MICRO_GRANT', buyerId: null }, told)).toBe(false)
  expect(matches({ words: '探访', methodCode: null, buyerId: 'GOV' }, told)).toBe(false)
})

test('a deadline moves by a published correction and in no other way, and what comes at it counts by the transaction’s own clock', async () => {
  const town = await world()
  const { id: tenderId, deadline } = await publishedTender(town)
  const ask = (late: number) => {
    const ctx = town.as('editor1', `asked-at-${late}-milliseconds-after`)
    const now = new Date(deadline.getTime() + late)
    return askQuestion(
      { ...ctx, clock: { ...ctx.clock, now: () => now } },
      { tenderId, words: '卡着点问一句' },
    )
  }
  await town.transact((tx) =>
    tx.update(tenders).set({ questionsClose: deadline }).where(eq(tenders.id, tenderId)),
  )
  const moments = Array.from({ length: 101 }, (_, i) => i - 50)
  const came = await Promise.allSettled(moments.map(ask))
  for (const [i, late] of moments.entries())
    expect(came[i]!.status, `${late} ms`).toBe(late < 0 ? 'fulfilled' : 'rejected')
  expect(await town.db.select().from(questions)).toHaveLength(50)
  expect((await findTender(town.db, tenderId)).deadline).toEqual(deadline)
})
