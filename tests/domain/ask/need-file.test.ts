import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import {
  contracts,
  journal,
  needEvidence,
  needs,
  needTerms,
  places,
  planNeeds,
  plans,
} from '#db/schema/index.ts'
import { acceptNeed } from '#domain/ask/need/decide-need.ts'
import { editNeed } from '#domain/ask/need/edit-need.ts'
import { findDuplicates, overlaps } from '#domain/ask/need/find-duplicates.ts'
import { findNeed } from '#domain/ask/need/find-need.ts'
import { draftNeedForm, splitNeedForm } from '#domain/ask/need/forms.ts'
import { listNeeds } from '#domain/ask/need/list-needs.ts'
import { publishNeed } from '#domain/ask/need/publish-need.ts'
import { readNeedForDesk, readPublicNeed } from '#domain/ask/need/read-need.ts'
import { readPerHead } from '#domain/ask/need/read-per-head.ts'
import { searchNeeds } from '#domain/ask/need/search-needs.ts'
import { splitNeed } from '#domain/ask/need/split-need.ts'
import { searchedOf, searchedText, soughtTerms } from '#domain/ask/need/terms.ts'
import { trailOfNeed } from '#domain/ask/need/trail.ts'
import { findSimilar } from '#domain/ask/suggestion/find-similar.ts'
import { signWork } from '#domain/buy/minor/choose-quote.ts'
import { fen, sum, yuan } from '#domain/money.ts'
import { draftedNeed, needOf, needRow, publishedNeed, reportedSurvey } from '#tests/support/ask.ts'
import { running } from '#tests/support/contract.ts'
import { chosenWork } from '#tests/support/minor.ts'
import { acceptedNeed as inserted, planWords } from '#tests/support/plan.ts'
import { type Town, world } from '#tests/support/world.ts'

const reason = '送餐与探访由不同的机构做，分开采购更合适。'
const part = {
  title: '独居老人每日送餐',
  targetGroup: '独居高龄老人',
  beneficiaries: 15,
  estimate: yuan(40_000),
  gridIds: ['G1'],
  reason,
}

test('a need is parted in two: the money is the same, the evidence goes with both, the history with each', async () => {
  const town = await world()
  const id = await publishedNeed(town)
  const made = await splitNeed(town.as('director'), { needId: id, ...part })
  expect(await needRow(town, id)).toMatchObject({ state: 'published', estimate: yuan(80_000) })
  expect(await needRow(town, made.id)).toMatchObject({
    state: 'draft',
    estimate: yuan(40_000),
    splitFrom: id,
    category: 'ELDER',
    negativeAnswers: {},
    publishedAt: null,
  })
  const cited = await town.db.select().from(needEvidence)
  const of = (needId: string) =>
    cited
      .filter((c) => c.needId === needId)
      .map(({ kind, refId, share, sample }) => ({ kind, refId, share, sample }))
  expect(of(made.id)).toEqual(of(id))
  expect(of(id)).toHaveLength(1)
  expect((await trailOfNeed(town.db, [id])).map((e) => e.key)).toEqual(['need.publish', 'need.split'])
  expect((await trailOfNeed(town.db, [made.id])).map((e) => [e.key, e.words])).toEqual([
    ['need.part', reason],
  ])
  await expect(readPublicNeed(town.as(null), made.id)).rejects.toMatchObject({ kind: 'missing' })
  expect((await readPublicNeed(town.as(null), id)).need.splitFrom).toBeNull()
})
test('the part may not take all, nor lie elsewhere; only the director parts, and not what a round counts on', async () => {
  const town = await world()
  const id = await publishedNeed(town)
  const split = (who: string | null, more = {}) => splitNeed(town.as(who), { needId: id, ...part, ...more })
  await expect(split('director', { estimate: yuan(120_000) })).rejects.toMatchObject({
    reason: 'split-takes-all',
  })
  await expect(split('director', { gridIds: ['G2'] })).rejects.toMatchObject({
    reason: 'split-grid-elsewhere',
  })
  await expect(split('director', { gridIds: ['G3'] })).rejects.toMatchObject({
    reason: 'split-grid-elsewhere',
  })
  for (const who of ['clerk', 'director2', 'approver', 'handler', 'supervisor', 'resident1', null])
    await expect(split(who)).rejects.toMatchObject({ kind: 'forbidden' })
  for (const state of ['shortlisted', 'selected', 'in_purchase', 'delivered', 'refused'] as const) {
    await town.transact((tx) => tx.update(needs).set({ state }).where(eq(needs.id, id)))
    await expect(split('director')).rejects.toMatchObject({ kind: 'conflict' })
  }
  expect(await needRow(town, id)).toMatchObject({ estimate: yuan(120_000) })
})
test.each([
  [{ estimate: '0' }, 'form.need.money'],
  [{ title: '短' }, 'form.need.title'],
  [{ reason: '短' }, 'form.ask.reason'],
  [{ beneficiaries: '-1' }, 'form.need.beneficiaries'],
])('the form that parts a need refuses %j', (typed, message) => {
  const whole = { ...part, estimate: '40000', beneficiaries: '15', ...typed }
  expect(splitNeedForm.safeParse(whole).error?.issues.map((i) => i.message)).toContain(message)
})

const dates = { startsOn: '2026-05-01', endsOn: '2027-04-30' }
const posted = async (town: Town, more = {}) => {
  const id = await draftedNeed(town, { estimate: yuan(10_000), ...more })
  await publishNeed(town.as('director'), { needId: id })
  return findNeed(town.db, id)
}
test('a need for the same people at the same time is shown to the street with the plan that already pays', async () => {
  const town = await world()
  const paid = await inserted(town, { targetGroup: '独居高龄老人', state: 'in_purchase' })
  const { needIds: _n, ...words } = planWords()
  await town.transact(async (tx) => {
    const row = { ...words, id: 'P', refNo: 'JH-1', buyerId: 'S1', state: 'approved' as const, version: 1 }
    await tx.insert(plans).values({ ...row, draftedBy: 'handler', createdAt: town.clock.now() } as never)
    await tx.insert(planNeeds).values({ planId: 'P', needId: paid.id })
  })
  const need = await posted(town, dates)
  const [found, ...more] = await findDuplicates(town.db, need)
  expect(more).toEqual([])
  expect(found).toMatchObject({
    id: paid.id,
    overlap: 'dates',
    from: '2026-05-01',
    plan: { refNo: 'JH-1', amount: yuan(210_000) },
  })
  expect((await readNeedForDesk(town.as('approver'), need.id)).duplicates).toHaveLength(1)
  await acceptNeed(town.as('approver'), { needId: need.id })
  const lines = await town.db.select().from(journal).where(eq(journal.action, 'need.accept'))
  expect(lines[0]!.detail).toMatchObject({ like: [paid.refNo] })
})
test('another year, another group, another category or another community doubles nothing', async () => {
  const town = await world()
  const same = { targetGroup: '独居高龄老人', ...dates }
  await inserted(town, { ...same, startsOn: '2027-05-01', endsOn: '2028-04-30' })
  await inserted(town, { ...same, targetGroup: '四点半放学的小学生' })
  await inserted(town, { ...same, category: 'CHILD' })
  await inserted(town, { ...same, communityId: 'C2', committeeId: 'C2' })
  await inserted(town, { ...same, state: 'refused' })
  await inserted(town, { targetGroup: '独居高龄老人', state: 'delivered' })
  const need = await posted(town, dates)
  expect(await findDuplicates(town.db, need)).toEqual([])
  const unknown = await inserted(town, { targetGroup: '独居高龄老人' })
  expect(await findDuplicates(town.db, need)).toEqual([
    expect.objectContaining({ id: unknown.id, overlap: 'dates-unknown' }),
  ])
})
test('dates overlap to the day', () => {
  const year = { from: '2026-01-01', to: '2026-12-31' }
  expect(overlaps(year, { from: '2026-12-31', to: '2027-01-01' })).toBe(true)
  expect(overlaps(year, { from: '2027-01-01', to: '2027-12-31' })).toBe(false)
  expect(overlaps(year, { from: null, to: '2027-12-31' })).toBeNull()
})
test.each([
  [{ startsOn: '2026-02-30', endsOn: '2026-03-31' }],
  [{ startsOn: '2026-05-01' }],
  [{ endsOn: '2026-05-01' }],
  [{ startsOn: '2026-05-02', endsOn: '2026-05-01' }],
])('the form of a need refuses the dates %j', async (typed) => {
  const town = await world()
  const whole = { ...(await needOf(town)), estimate: '120000', ...typed }
  const { success, error } = draftNeedForm.safeParse(whole)
  expect(success).toBe(false)
  expect(error!.issues.every((i) => i.message === 'form.need.dates')).toBe(true)
  expect(draftNeedForm.safeParse({ ...whole, ...dates }).success).toBe(true)
})
test('dates that are taken back are gone', async () => {
  const town = await world()
  const id = await draftedNeed(town, dates)
  await editNeed(town.as('clerk'), { needId: id, ...(await needOf(town)) })
  expect(await needRow(town, id)).toMatchObject({ startsOn: null, endsOn: null })
})

test('a need is found by any word of its title or group, of one to eight characters, and by no other', async () => {
  const town = await world()
  const id = await publishedNeed(town, { title: '老年助餐点与送餐（二期）' })
  for (const words of ['餐', '助餐', '老年助餐点与送', '二期', '独居高龄', '送餐 二期', '送餐(二期'])
    expect(await searchNeeds(town.db, { words })).toEqual({ ids: [id], count: 1 })
  for (const words of ['餐助', '助餐点送', '二期独居', '猫', '年年', '', '（）'])
    expect(await searchNeeds(town.db, { words })).toEqual({ ids: [], count: 0 })
  expect(await searchNeeds(town.db, { words: '助餐', communityId: 'C2' })).toMatchObject({ count: 0 })
  expect(await searchNeeds(town.db, { words: '助餐', category: 'CHILD' })).toMatchObject({ count: 0 })
})
test('a draft is not found; a new title is found and the old one no more', async () => {
  const town = await world()
  const id = await draftedNeed(town, { title: '楼道折叠休息凳', surveyId: await reportedSurvey(town) })
  expect(await searchNeeds(town.db, { words: '休息凳' })).toMatchObject({ count: 0 })
  await editNeed(town.as('clerk'), { needId: id, ...(await needOf(town, { title: '每层一个扶手' })) })
  await publishNeed(town.as('director'), { needId: id })
  expect(await searchNeeds(town.db, { words: '休息凳' })).toMatchObject({ count: 0 })
  const { needs: listed, found } = await listNeeds(town.db, { words: '扶手' })
  expect([found, listed.map((n) => n.id)]).toEqual([1, [id]])
})
test('pairs of characters are whole numbers of 32 bits, beyond the first plane and in any width too', () => {
  const terms = searchedOf({ title: '𠮷野家 ＡＢ', targetGroup: '龘龘' })
  expect(terms.every((term) => Number.isInteger(term) && term === (term | 0))).toBe(true)
  for (const word of ['𠮷野', 'ab', '龘']) expect(terms).toEqual(expect.arrayContaining(soughtTerms(word)))
})

const many = async (town: Town, n: number) => {
  const kinds = [
    '老人助浴',
    '儿童托管',
    '楼道照明',
    '停车改造',
    '法律咨询',
    '就业培训',
    '心理陪伴',
    '垃圾分类',
  ]
  const rows = Array.from({ length: n }, (_, i) => ({
    id: `n${String(i).padStart(6, '0')}`,
    refNo: `XQ-${i}`,
    communityId: i % 2 ? 'C1' : 'C2',
    committeeId: i % 2 ? 'C1' : 'C2',
    streetId: 'S1',
    gridIds: [],
    category: 'ELDER' as const,
    itemType: 'service' as const,
    title: `${kinds[i % kinds.length]}第${i}号`,
    evidence: '',
    targetGroup: '居民',
    beneficiaries: 1,
    outcome: '',
    estimate: yuan(1),
    urgency: 1,
    severity: 1,
    negativeAnswers: {},
    state: 'published' as const,
    draftedBy: 'clerk',
    publishedAt: new Date(town.clock.now().getTime() + i),
    createdAt: town.clock.now(),
  }))
  await town.transact(async (tx) => {
    for (let i = 0; i < rows.length; i += 200) {
      const some = rows.slice(i, i + 200)
      await tx.insert(needs).values(some.map((r) => ({ ...r, searched: searchedText(r) })))
      const terms = some.flatMap((r) =>
        searchedOf(r).map((term) => ({ needId: r.id, communityId: r.communityId, term, at: r.publishedAt })),
      )
      for (let j = 0; j < terms.length; j += 500) await tx.insert(needTerms).values(terms.slice(j, j + 500))
    }
  })
  return rows
}
test('among thousands the first page is the newest, the count stops at a thousand, and nothing LIKE finds is lost', async () => {
  const town = await world()
  const rows = await many(town, 1_600)
  const common = await searchNeeds(town.db, { words: '居民' })
  expect(common.count).toBe(1_001)
  expect(common.ids).toEqual(
    rows
      .slice(-20)
      .reverse()
      .map((r) => r.id),
  )
  for (const words of ['助浴', '浴第8', '号', '第1599号', '法律咨询第12', '照明第1']) {
    const said = rows.filter((r) => r.title.includes(words) || r.targetGroup.includes(words)).reverse()
    expect(await searchNeeds(town.db, { words })).toEqual({
      ids: said.slice(0, 20).map((r) => r.id),
      count: Math.min(1_001, said.length),
    })
  }
  const [like] = await findSimilar(town.db, {
    communityId: 'C1',
    kind: 'need',
    category: 'ELDER',
    words: '儿童托管第9号',
    now: town.clock.now(),
  })
  expect(like).toMatchObject({ ref: 'n000009', title: '儿童托管第9号' })
}, 60_000)

test('village and town stand beside each other with money per head; a contract for two is shared, to the fen', async () => {
  const town = await world()
  await town.transact(async (tx) => {
    await tx
      .update(places)
      .set({ population: 100, communityKind: 'residents_committee' })
      .where(eq(places.id, 'C1'))
    await tx
      .update(places)
      .set({ population: 30, communityKind: 'village_committee' })
      .where(eq(places.id, 'C2'))
  })
  const contract = await running(town, { price: fen(8_000_001) })
  const two = await inserted(town, { communityId: 'C2', committeeId: 'C2', estimate: yuan(500) })
  const [row] = await town.db.select().from(contracts).where(eq(contracts.id, contract.id))
  await town.transact((tx) => tx.insert(planNeeds).values({ planId: row!.planId, needId: two.id }))
  const shown = await readPerHead(town.db, 2026)
  const money = shown.communities.map((c) => [c.id, c.posted, c.contracted, c.perHead])
  expect(money).toEqual(
    expect.arrayContaining([
      ['C1', 0, expect.any(Number), 40_000],
      ['C2', 1, expect.any(Number), 133_333],
    ]),
  )
  expect(sum(shown.communities.map((c) => c.contracted))).toBe(8_000_001)
  expect(shown.kinds.map((k) => [k.kind, k.communities, k.people, k.perHead])).toEqual([
    ['residents_committee', 1, 100, 40_000],
    ['village_committee', 1, 30, 133_333],
  ])
  const workId = await chosenWork(town)
  const chosen = await readPerHead(town.db, 2026)
  expect(sum(chosen.communities.map((c) => c.contracted))).toBe(8_000_001)
  await signWork(town.as('signer2'), { workId })
  const withWorks = await readPerHead(town.db, 2026)
  expect(withWorks.communities.map((c) => [c.id, c.perHead])).toEqual([
    ['C1', 88_000],
    ['C2', 133_333],
  ])
  const before = await readPerHead(town.db, 2025)
  expect(before.communities.map((c) => [c.posted, c.contracted])).toEqual([
    [0, 0],
    [0, 0],
  ])
})
