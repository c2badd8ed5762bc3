import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { catalogueEntries, documentTemplates, journal, methods, parties } from '#db/schema/index.ts'
import { announceIntention } from '#domain/buy/plan/announce-intention.ts'
import { directPage } from '#domain/buy/plan/direct-page.ts'
import { editPlan } from '#domain/buy/plan/edit-plan.ts'
import { mustBeCleared } from '#domain/buy/plan/find-objections.ts'
import { findPlan } from '#domain/buy/plan/find-plan.ts'
import { catalogueForm, draftPlanForm, type SetRoute } from '#domain/buy/plan/forms.ts'
import { importCatalogue } from '#domain/buy/plan/import-catalogue.ts'
import { answerObjection, objectDirect } from '#domain/buy/plan/object-direct.ts'
import { readLines, saidLines, sumOf } from '#domain/buy/plan/plan-lines.ts'
import { planPage } from '#domain/buy/plan/plan-pages.ts'
import { postDirectNotice } from '#domain/buy/plan/post-direct-notice.ts'
import { fitOf, methodsInForce } from '#domain/buy/plan/routes-for.ts'
import { setRoute } from '#domain/buy/plan/set-route.ts'
import { submitPlan } from '#domain/buy/plan/submit-plan.ts'
import { contentOf } from '#domain/buy/tender/document-content.ts'
import { documentTemplateRows } from '#domain/buy/tender/document-templates-data.ts'
import { draftTender } from '#domain/buy/tender/draft-tender.ts'
import { findTender, templateInForce } from '#domain/buy/tender/find-tender.ts'
import { installDocumentTemplates } from '#domain/buy/tender/install-document-templates.ts'
import { scoreTemplates } from '#domain/buy/tender/score-templates-data.ts'
import { firstClauses } from '#domain/deliver/contract/templates-data.ts'
import { type Fen, fen, yuan } from '#domain/money.ts'
import { deskOf } from '#domain/open/desk.ts'
import { running } from '#tests/support/contract.ts'
import { acceptedNeed, approvedPlan, draftedPlan, oneLine, planWords } from '#tests/support/plan.ts'
import { tenderWords } from '#tests/support/tender.ts'
import { type Town, world } from '#tests/support/world.ts'

const refused = (key: string) => ({ reason: key })

test('lines are read as they are typed, and say themselves again to the 分', () => {
  const typed = '上门探访，人次，2080，100，每次不少于 30 分钟，有记录\n家属报告,份,160,12.5,每季度一次'
  const lines = readLines(typed)!
  expect(lines[0]).toEqual({
    item: '上门探访',
    unit: '人次',
    quantity: 2080,
    unitPrice: yuan(100),
    quality: '每次不少于 30 分钟，有记录',
  })
  expect(sumOf(lines)).toBe(yuan(210_000))
  for (const bad of [
    '',
    '探访',
    '探访，人次，0，100，好',
    '探访，人次，1.5，100，好',
    '探访，人次，10，x，好',
    '探访，人次，10，100',
  ])
    expect(readLines(bad), bad).toBeNull()
  const word = fc.stringMatching(/^[一-龥a-z]{1,12}$/)
  const line = fc.record({
    item: word,
    unit: word,
    quantity: fc.integer({ min: 1, max: 9999 }),
    unitPrice: fc.integer({ min: 1, max: 9_999_999 }).map(fen),
    quality: word,
  })
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (some) => {
      expect(readLines(saidLines(some))).toEqual(some)
    }),
    { numRuns: 50 },
  )
})

test('a plan says what is bought to its last 分, how long it goes on, and who stands behind a person alone', async () => {
  const town = await world()
  const refuses = (more: object, key: string) =>
    expect(draftedPlan(town, more), key).rejects.toMatchObject(refused(key))
  await refuses({ lines: oneLine(yuan(209_999)) }, 'plan-lines-do-not-add-up')
  await refuses({ years: 4, yearsReason: '连续' }, 'plan-years-too-many')
  await refuses({ years: 3 }, 'plan-years-reason-missing')
  await refuses({ individualReason: '须持证社工', noEmployment: false }, 'individual-statement-missing')
  const works = await acceptedNeed(town, { itemType: 'minor_works' })
  await refuses({ needIds: [works.id] }, 'works-are-no-service')
  const barred = await acceptedNeed(town, { negativeAnswers: { staffing: true } })
  await refuses({ needIds: [barred.id] }, 'negative-list-hit')
  const plan = await draftedPlan(town, { years: 3, yearsReason: '内容固定，经费有保障' })
  expect(plan.lines).toHaveLength(1)
  const bad = draftPlanForm.safeParse({ ...planWords(), amount: '21万', lines: '探访' })
  expect(bad.error?.issues.map((i) => i.message)).toContain('form.plan.lines')
})

test('much money is assessed before it is signed for; a figure decides how much', async () => {
  const town = await world()
  const big = { methodId: 'COMPETITIVE_CONSULTATION-1', amount: yuan(1_000_000) }
  const { id, needs } = await draftedPlan(town, { ...big, exAnte: { need: '要' } })
  const send = () => submitPlan(town.as('handler'), { planId: id, opinion: '同意报审' })
  await expect(send()).rejects.toMatchObject(refused('ex-ante-missing'))
  await editPlan(town.as('handler'), {
    ...planWords({ ...big, needIds: needs.map((n) => n.id) }),
    planId: id,
  })
  await send()
  const under = await draftedPlan(town, {
    methodId: 'COMPETITIVE_CONSULTATION-1',
    amount: fen(yuan(1_000_000) - 1),
    exAnte: undefined,
  })
  await submitPlan(town.as('handler'), { planId: under.id, opinion: '同意报审' })
})

test('where there is a catalogue a service names its entry, of the district or of its own street', async () => {
  const town = await world()
  const read = (rows: string, from = '2026-03-02') =>
    catalogueForm.parse({ rows, source: '区级指导性目录（测试）', from })
  await importCatalogue(town.as('dApprover'), read('A0502，居家老人探访，ELDER，人次'))
  await importCatalogue(town.as('approver'), read('S1-01,楼道巡访,ELDER,人次'))
  const entries = await town.db.select().from(catalogueEntries)
  expect(entries.map((e) => [e.code, e.ownerId]).sort()).toEqual([
    ['A0502', null],
    ['S1-01', 'S1'],
  ])
  const { id, needs } = await draftedPlan(town)
  const send = () => submitPlan(town.as('handler'), { planId: id, opinion: '同意报审' })
  await expect(send()).rejects.toMatchObject(refused('plan-catalogue-missing'))
  const own = entries.find((e) => e.ownerId === 'S1')!
  const needIds = needs.map((n) => n.id)
  await editPlan(town.as('handler'), { ...planWords({ needIds, catalogueId: own.id }), planId: id })
  await send()
  await importCatalogue(town.as('approver'), read('S1-01,楼道巡访和陪伴,ELDER,小时'))
  const versions = await town.db
    .select()
    .from(catalogueEntries)
    .where(eq(catalogueEntries.code, 'S1-01'))
    .orderBy(catalogueEntries.version)
  expect(versions.map((e) => [e.version, e.until])).toEqual([
    [1, '2026-03-02'],
    [2, null],
  ])
  const clash = importCatalogue(town.as('dApprover'), read('S1-01,别的,ELDER,项'))
  await expect(clash).rejects.toMatchObject(refused('catalogue-code-taken'))
  const past = importCatalogue(town.as('approver'), read('S1-02,别的,ELDER,项', '2026-03-01'))
  await expect(past).rejects.toMatchObject(refused('catalogue-from-past'))
  await expect(importCatalogue(town.as('handler'), read('S1-03,别的,ELDER,项'))).rejects.toMatchObject(
    refused('needs-another-seat'),
  )
  expect(
    catalogueForm.safeParse({ rows: 'A1，x，WRONG，项', source: '区级目录', from: '2026-03-02' }).success,
  ).toBe(false)
})

const only = {
  methodId: 'SINGLE_SOURCE-1',
  directGround: 'only_one' as const,
  directWords: '只有一家持有本区专用数据接口资质',
  soleSupplierId: 'ORG1',
}
const cleared = async (town: Town, id: string) =>
  mustBeCleared(town.db, town.as('handler'), await findPlan(town.db, id))

test('a single source stands on a listed ground, its notice and answered objections', async () => {
  const town = await world()
  const refuses = (more: object, key: string) =>
    expect(draftedPlan(town, { ...only, ...more }), key).rejects.toMatchObject(refused(key))
  await refuses({ directGround: undefined }, 'direct-ground-missing')
  await refuses({ directWords: undefined }, 'direct-ground-missing')
  await refuses({ soleSupplierId: undefined }, 'direct-supplier-missing')
  await refuses({ soleSupplierId: 'C1' }, 'direct-supplier-missing')
  await refuses({ directGround: 'add_on' as const }, 'direct-add-on-too-big')
  const { id: planId } = await approvedPlan(town, only)
  await expect(cleared(town, planId)).rejects.toMatchObject(refused('direct-notice-missing'))
  expect((await planPage(town.as('handler'), planId)).may).toMatchObject({ notice: true, tender: false })
  expect((await deskOf(town.as('handler'))).act.map((i) => i.key)).toContain('direct.notice')
  await postDirectNotice(town.as('handler'), { planId })
  await expect(postDirectNotice(town.as('handler'), { planId })).rejects.toMatchObject(
    refused('direct-notice-already'),
  )
  const page = await directPage(town.as(null), planId)
  expect(page).toMatchObject({ supplier: '暖邻社会工作服务中心', clock: { on: '2026-03-09', left: 5 } })
  const object = (who: string) =>
    objectDirect(town.as(who), { planId, words: '本机构也有同样资质，可以承接。' })
  await expect(object('signer1')).rejects.toMatchObject(refused('named-supplier-objects'))
  await expect(object('resident1')).rejects.toMatchObject(refused('needs-another-seat'))
  await object('signer2')
  await expect(object('editor2')).rejects.toMatchObject(refused('direct-objection-twice'))
  const told = JSON.stringify(await directPage(town.as(null), planId))
  expect(told).not.toContain('ORG2')
  expect((await deskOf(town.as('approver'))).act.map((i) => i.key)).toContain('direct.answer')
  await expect(cleared(town, planId)).rejects.toMatchObject(refused('direct-notice-running'))
  town.clock.set(new Date('2026-03-09T23:59:59+08:00'))
  await expect(cleared(town, planId)).rejects.toMatchObject(refused('direct-notice-running'))
  town.clock.set(new Date('2026-03-10T00:00:00+08:00'))
  await expect(cleared(town, planId)).rejects.toMatchObject(refused('direct-objection-open'))
  await expect(object('signer3')).rejects.toMatchObject(refused('direct-notice-over'))
  const [objection] = (await directPage(town.as('approver'), planId)).objections
  const answer = (how: 'upheld' | 'dismissed', who = 'approver') =>
    answerObjection(town.as(who), { planId, objectionId: objection!.id, how, answer: '资质范围不同，见附件' })
  await expect(answer('dismissed', 'handler')).rejects.toMatchObject(refused('needs-another-seat'))
  await answer('dismissed')
  await expect(answer('upheld')).rejects.toMatchObject(refused('direct-objection-answered'))
  await cleared(town, planId)
})

test('an upheld objection ends the single source; an emergency needs neither notice nor intention', async () => {
  const town = await world()
  const { id: planId } = await approvedPlan(town, only)
  await postDirectNotice(town.as('handler'), { planId })
  await objectDirect(town.as('signer2'), { planId, words: '本机构也有同样资质，可以承接。' })
  const [objection] = (await directPage(town.as('approver'), planId)).objections
  const upheld = { planId, objectionId: objection!.id, how: 'upheld' as const, answer: '属实，另行采购' }
  await answerObjection(town.as('approver'), upheld)
  town.clock.set(new Date('2026-03-20T09:00:00+08:00'))
  await expect(cleared(town, planId)).rejects.toMatchObject(refused('direct-objection-upheld'))
  const urgent = { ...only, directGround: 'emergency' as const, directWords: '汛情中安置点断供，须即刻送餐' }
  const now = await approvedPlan(town, urgent)
  await cleared(town, now.id)
  const page = await planPage(town.as('handler'), now.id)
  expect(page.may).toMatchObject({ announce: false, notice: false, tender: true })
  await expect(postDirectNotice(town.as('handler'), { planId: now.id })).rejects.toMatchObject(
    refused('direct-notice-needless'),
  )
  const words = { ...tenderWords({ sealMode: 'split' }), planId: now.id }
  const { id: tenderId } = await draftTender(town.as('handler'), words)
  const call = await findTender(town.db, tenderId)
  // The call says of each ground what was done on it, and nothing of a notice that was never asked for.
  const toldOf = (directGround: string) =>
    contentOf({ ...call, plan: { ...call.plan, directGround } }).match(/采用单一来源，[^"]*/)?.[0]
  expect(toldOf('emergency')).toMatch(/紧急.*第三十一条（二）.*不作单一来源公示/)
  expect(toldOf('add_on')).toMatch(/添购.*10%.*第三十一条（三）.*不作单一来源公示/)
  expect(toldOf('only_one')).toMatch(/唯一供应商.*第三十一条（一）.*已经公示/)
  expect(call.template?.version).toBe(2)
  const plain = await approvedPlan(town)
  await expect(postDirectNotice(town.as('handler'), { planId: plain.id })).rejects.toMatchObject(
    refused('direct-not-direct'),
  )
  await announceIntention(town.as('handler'), { planId })
  expect((await planPage(town.as('handler'), planId)).clocks.map((c) => c.code)).toEqual([
    'INTENTION_NOTICE',
    'DIRECT_NOTICE',
  ])
})

const next: SetRoute = {
  baseId: 'SELF_SELECT-1',
  code: 'SELF_SELECT',
  name: '限额以下比选',
  nameEn: 'Below-threshold selection',
  minAmount: yuan(0),
  maxAmount: yuan(300_000),
  minProposals: 3,
  bidDays: 6,
  objectionDays: 5,
  placeId: undefined,
  offered: true,
  from: '2026-04-01',
  basis: '区内控制度（2026 年修订）',
  ground: '限额标准调整',
}

test('a new version of a route is in force from its day; what was begun keeps the version it began under', async () => {
  const town = await world()
  const begun = await draftedPlan(town, { amount: yuan(400_000) })
  await setRoute(town.as('dApprover'), next)
  const codes = async (on: string) =>
    (await methodsInForce(town.db, on)).find((m) => m.code === 'SELF_SELECT')!.version
  expect(await codes('2026-03-31')).toBe(1)
  expect(await codes('2026-04-01')).toBe(2)
  town.clock.set(new Date('2026-04-01T09:00:00+08:00'))
  await submitPlan(town.as('handler'), { planId: begun.id, opinion: '同意报审' })
  await expect(draftedPlan(town)).rejects.toMatchObject(refused('route-superseded'))
  await draftedPlan(town, { methodId: 'SELF_SELECT-2' })
  const [line] = await town.db.select().from(journal).where(eq(journal.action, 'route.set'))
  expect(line!.detail).toMatchObject({ code: 'SELF_SELECT', version: 2, ground: '限额标准调整' })
})

test('a route made from micro grants keeps their simple sealing only for sums as small', async () => {
  const town = await world()
  const made = async (code: string, maxAmount: Fen | undefined) => {
    const { id } = await setRoute(town.as('admin'), { ...next, baseId: 'MICRO_GRANT-1', code, maxAmount })
    return (await town.db.select().from(methods).where(eq(methods.id, id)))[0]!.sealMode
  }
  expect(await made('SMALL', yuan(50_000))).toBe('simple')
  expect(await made('LARGER', yuan(50_001))).toBe('split')
  expect(await made('WIDEST', yuan(499_999))).toBe('split')
})

test('a route of the law is never loosened, a stale page never overwrites, a place keeps to its own', async () => {
  const town = await world()
  const set = (more: Partial<SetRoute>, who = 'admin') => setRoute(town.as(who), { ...next, ...more })
  const law = {
    baseId: 'OPEN_TENDER-1',
    code: 'OPEN_TENDER',
    minAmount: yuan(1_000_000),
    maxAmount: undefined,
  }
  await expect(set({ ...law, minProposals: 2, bidDays: 20, objectionDays: 8 })).rejects.toMatchObject(
    refused('route-fewer-than-law'),
  )
  await expect(set({ ...law, bidDays: 19, objectionDays: 8 })).rejects.toMatchObject(
    refused('route-fewer-than-law'),
  )
  // Under another name it is no looser, and a route of the place stays below the law's own limit.
  const own = { ...law, code: 'QH_TENDER', minProposals: 3, bidDays: 20, objectionDays: 8 }
  for (const looser of [{ minProposals: 1 }, { bidDays: 19 }, { objectionDays: 7 }])
    await expect(set({ ...own, ...looser })).rejects.toMatchObject(refused('route-fewer-than-law'))
  const { id } = await set(own)
  await expect(set({ ...own, baseId: id, bidDays: 1 })).rejects.toMatchObject(refused('route-fewer-than-law'))
  for (const baseId of ['MICRO_GRANT-1', 'SELF_SELECT-1'])
    for (const maxAmount of [yuan(500_000), undefined])
      await expect(set({ baseId, code: 'QH_WIDE', maxAmount })).rejects.toMatchObject({
        reason: 'route-over-limit',
        params: { limit: '500,000' },
      })
  for (const objectionDays of [7, 9])
    await expect(set({ ...law, bidDays: 20, objectionDays })).rejects.toMatchObject(
      refused('route-objection-by-law'),
    )
  await expect(set({ code: 'QH_SELECT', objectionDays: undefined })).rejects.toMatchObject(
    refused('route-objection-missing'),
  )
  await expect(set({ maxAmount: yuan(0) })).rejects.toMatchObject(refused('route-bounds'))
  await expect(set({ from: '2026-03-01' })).rejects.toMatchObject(refused('route-from-past'))
  await expect(set({ placeId: 'nowhere' })).rejects.toMatchObject(refused('route-place-missing'))
  await expect(set({ baseId: 'none' })).rejects.toMatchObject(refused('route-base-missing'))
  await expect(set({}, 'handler')).rejects.toMatchObject(refused('needs-another-seat'))
  await set({ code: 'QH_SELECT', placeId: 'C2', from: '2026-03-02' })
  await expect(set({ code: 'QH_SELECT' })).rejects.toMatchObject(refused('route-changed-meanwhile'))
  const local = (await methodsInForce(town.db, '2026-03-02')).find((m) => m.code === 'QH_SELECT')!
  expect(local).toMatchObject({ mark: 'local', sheetOf: 'SELF_SELECT', version: 1, addedBy: 'admin' })
  expect(fitOf(local, yuan(1000), { places: ['S1', 'D1'] })).toBe('other-place')
  await expect(draftedPlan(town, { methodId: local.id })).rejects.toMatchObject(
    refused('route-of-another-place'),
  )
  await town.transact((tx) => tx.update(parties).set({ placeId: 'C2' }).where(eq(parties.id, 'S1')))
  await draftedPlan(town, { methodId: local.id })
})

const documentTold = (row: (typeof documentTemplateRows)[number]) =>
  `${row.methodCode} ${JSON.stringify(row.parts).includes('价格分 = 磋商基准价 ÷ 最后报价')}`

test('papers speak of final offers where a round of them is held, and nowhere of an expert opinion or of bargaining', async () => {
  const held = documentTemplateRows.filter((row) => row.methodCode.endsWith('_FINAL'))
  const others = documentTemplateRows.filter((row) => !held.includes(row))
  const all = JSON.stringify([others, scoreTemplates, firstClauses])
  for (const never of ['磋商中', '最后报价']) expect(all, never).not.toContain(never)
  for (const never of ['论证意见', '商定价格', '商定合理价格', '协商情况记录', '不评分'])
    expect(all + JSON.stringify(held), never).not.toContain(never)
  expect(held.map(documentTold)).toEqual(['COMPETITIVE_CONSULTATION_FINAL true'])
  const town = await world()
  const old = { methodCode: 'COMPETITIVE_CONSULTATION', version: 1, parts: [], basis: '财库〔2014〕214号' }
  const first = { ...old, id: 'COMPETITIVE_CONSULTATION-document-1', from: '2025-01-01' }
  await town.transact((tx) => tx.insert(documentTemplates).values(first))
  await town.transact(installDocumentTemplates)
  const kept = await town.db.select().from(documentTemplates).where(eq(documentTemplates.id, first.id))
  expect(kept).toMatchObject([{ parts: [] }])
  expect(await templateInForce(town.db, old.methodCode, '2026-03-02')).toBe(
    'COMPETITIVE_CONSULTATION-document-2',
  )
})

test('what is added to a contract comes to a tenth of it at most, all additions together', async () => {
  const town = await world()
  await running(town, { price: yuan(80_000) })
  const added = (amount: Fen) => ({ ...only, directGround: 'add_on' as const, amount })
  const { id } = await approvedPlan(town, added(yuan(5_000)))
  const over = { reason: 'direct-add-on-too-big', params: { most: '3000.00' } }
  await expect(draftedPlan(town, added(fen(300_001)))).rejects.toMatchObject(over)
  const second = await draftedPlan(town, added(yuan(3_000)))
  const late = await draftedPlan(town, added(yuan(3_000)))
  const send = (planId: string) => submitPlan(town.as('handler'), { planId, opinion: '同意报审' })
  await send(second.id)
  await expect(send(late.id)).rejects.toMatchObject({ ...over, params: { most: '0.00' } })
  await expect(draftedPlan(town, added(fen(1)))).rejects.toMatchObject(refused('direct-add-on-too-big'))
  // A plan does not stand in its own way.
  const needIds = (await findPlan(town.db, id)).needs.map((need) => need.id)
  await editPlan(town.as('handler'), { ...planWords({ ...added(yuan(5_000)), needIds }), planId: id })
})
