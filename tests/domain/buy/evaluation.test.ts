import { eq, inArray } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { journal, parties, tenders } from '#db/schema/index.ts'
import { hashOf } from '#domain/buy/evaluation/canonical.ts'
import type { Report } from '#domain/buy/evaluation/compose-report.ts'
import { explainLowPrice } from '#domain/buy/evaluation/explain-low-price.ts'
import { tripped } from '#domain/buy/evaluation/low-price.ts'
import { masked } from '#domain/buy/evaluation/masked.ts'
import { openedOf } from '#domain/buy/evaluation/opened.ts'
import { mean, priceScore } from '#domain/buy/evaluation/price-score.ts'
import { voteLowPrice, voteQualification } from '#domain/buy/evaluation/qualify.ts'
import { rankProposals } from '#domain/buy/evaluation/rank.ts'
import { readDraw } from '#domain/buy/evaluation/read-draw.ts'
import { readPart } from '#domain/buy/evaluation/read-part.ts'
import { readDifferences, readQualification } from '#domain/buy/evaluation/read-proposals.ts'
import { readReport } from '#domain/buy/evaluation/read-report.ts'
import { declareClear, recuse } from '#domain/buy/evaluation/recuse.ts'
import { drawUpReport, signReport } from '#domain/buy/evaluation/report.ts'
import { returnSheet } from '#domain/buy/evaluation/return-sheet.ts'
import { explainScore, saveScore, submitSheet } from '#domain/buy/evaluation/score.ts'
import { findTender } from '#domain/buy/tender/find-tender.ts'
import { tenderPage } from '#domain/buy/tender/tender-page.ts'
import { fen, yuan } from '#domain/money.ts'
import { readJournal } from '#domain/open/read-journal.ts'
import {
  evaluatedTender,
  membersOf,
  openedTender,
  proposalBy,
  qualifiedTender,
  scoredBy,
  usualPoints,
} from '../../support/proposal.ts'
import { type Town, world } from '../../support/world.ts'

const all = async (town: Town, tenderId: string, members: string[], give = usualPoints) => {
  const tender = await findTender(town.db, tenderId)
  for (const [at, m] of members.entries()) {
    await scoredBy(town, tender, m, at, give)
    await submitSheet(town.as(m), { tenderId })
  }
}

test('not a word can be read before every member has declared, and never by anyone else', async () => {
  const town = await world()
  const tender = await openedTender(town)
  const members = await membersOf(town, tender.id)
  const p = await proposalBy(town, tender.id, 'ORG1')
  const read = (key: string) => readPart(town.as(key), tender.id, p.id, 'FIT')
  for (const m of members.slice(0, -1)) {
    await declareClear(town.as(m), { tenderId: tender.id })
    await expect(read(m)).rejects.toMatchObject({ reason: 'declare-first' })
    await expect(readQualification(town.as(m), tender.id)).rejects.toMatchObject({ reason: 'declare-first' })
  }
  await declareClear(town.as(members.at(-1)!), { tenderId: tender.id })
  const part = await read(members[0]!)
  expect(part.words.map((w) => w.words).join('')).toContain('FIT')
  expect(JSON.stringify(part)).not.toContain('暖邻')
  for (const key of ['handler', 'approver', 'signer1', 'auditor', 'resident1', 'centre', 'admin'])
    await expect(read(key)).rejects.toMatchObject({ kind: 'missing' })
  await recuse(town.as(members.at(-1)!), { tenderId: tender.id, reason: '认出来了，而且有关系' })
  await expect(read(members.at(-1)!)).rejects.toMatchObject({ kind: 'missing' })
  await expect(read(members[0]!)).rejects.toMatchObject({ reason: 'declare-first' })
})

test('a majority on a listed ground puts a proposal aside; a fact on record cannot be voted away', async () => {
  const town = await world()
  const tender = await openedTender(town, { prices: [185, 190, 195, 200].map((n) => yuan(n * 1000)) })
  await town.transact((tx) =>
    tx
      .update(parties)
      .set({ credit: 'abnormal_list', creditSince: '2026-03-10' })
      .where(eq(parties.id, 'ORG3')),
  )
  const members = await membersOf(town, tender.id)
  for (const m of members) await declareClear(town.as(m), { tenderId: tender.id })
  const bad = await proposalBy(town, tender.id, 'ORG3')
  const others = (await openedOf(town.db, tender.id)).filter((p) => p.id !== bad.id)
  const yes = others.map((p) => ({ proposalId: p.id, passes: true }))
  const vote = (m: string, votes: Parameters<typeof voteQualification>[1]['votes']) =>
    voteQualification(town.as(m), { tenderId: tender.id, votes })
  await expect(vote(members[0]!, [...yes, { proposalId: bad.id, passes: true }])).rejects.toMatchObject({
    reason: 'fact-bars-passing',
  })
  const no = { proposalId: bad.id, passes: false, ground: 'abnormal_list' as const, words: '名录可查' }
  for (const m of members) await vote(m, [...yes, no])
  expect(await proposalBy(town, tender.id, 'ORG3')).toMatchObject({
    state: 'disqualified',
    endGround: 'abnormal_list',
    endReason: '名录可查',
  })
  const lines = await town.db
    .select()
    .from(journal)
    .where(inArray(journal.subject, [tender.id, bad.id]))
  const cast = lines.filter((line) => line.action === 'panel.vote')
  expect(cast.map((line) => line.actorId).sort()).toEqual([...members].sort())
  expect(cast[0]!.detail).toEqual({
    about: 'qualification',
    ordinal: expect.any(Number),
    votes: yes.length + 1,
  })
  expect(lines.filter((line) => line.action === 'proposal.disqualify')).toMatchObject([
    { subject: bad.id, threadId: tender.planId, detail: { ground: 'abnormal_list' } },
  ])
  expect((await findTender(town.db, tender.id)).state).toBe('opened')
  await expect(vote(members[0]!, yes)).rejects.toMatchObject({ reason: 'qualification-settled' })
})

test('too few valid ones end the purchase', async () => {
  const town = await world()
  const tender = await openedTender(town)
  const members = await membersOf(town, tender.id)
  for (const m of members) await declareClear(town.as(m), { tenderId: tender.id })
  const votes = (await openedOf(town.db, tender.id)).map((p) =>
    p.supplierId === 'ORG2'
      ? { proposalId: p.id, passes: false, ground: 'requirement_unmet' as const, words: '没有响应上门频次' }
      : { proposalId: p.id, passes: true },
  )
  const told = () => readJournal(town.as('auditor'), { about: tender.id })
  const drawn = async () => (await told()).lines.find((l) => l.action === 'panel.draw')
  expect(await drawn()).toMatchObject({ secret: true, actorId: null, detail: '' })
  await expect(readDraw(town.as(null), tender.id)).rejects.toMatchObject({ reason: 'draw-not-yet' })
  expect((await tenderPage(town.as(null), tender.id)).drawn).toBe(false)
  for (const m of members) await voteQualification(town.as(m), { tenderId: tender.id, votes })
  expect(await findTender(town.db, tender.id)).toMatchObject({ state: 'failed' })
  // The notice of the failure is the only one there will be: with it the panel is secret no more.
  expect(await drawn()).toMatchObject({ secret: false, actorId: 'handler' })
  expect((await readDraw(town.as(null), tender.id)).draw.seed).toMatch(/^\w{40}$/)
  expect((await tenderPage(town.as(null), tender.id)).drawn).toBe(true)
})

test('a very low price is a question to the panel, answered before scoring', async () => {
  const town = await world()
  const prices = [yuan(90_000), yuan(190_000), yuan(195_000), yuan(200_000)]
  const { tender, members } = await qualifiedTender(town, { prices })
  const low = await proposalBy(town, tender.id, 'ORG1')
  const criterion = tender.criteria.find((c) => c.code === 'FIT')!
  const score = { tenderId: tender.id, proposalId: low.id, criterionId: criterion.id, points: 30 }
  await expect(saveScore(town.as(members[0]!), score)).rejects.toMatchObject({
    reason: 'qualification-first',
  })
  const other = await proposalBy(town, tender.id, 'ORG2')
  await explainLowPrice(town.as('signer1'), {
    tenderId: tender.id,
    words: '场地由社区免费提供，志愿者承担三成人次。',
  })
  const vote = (m: string, proposalId: string) =>
    voteLowPrice(town.as(m), {
      tenderId: tender.id,
      votes: [{ proposalId, passes: false, words: '人力成本都不够' }],
    })
  await expect(vote(members[0]!, other.id)).rejects.toMatchObject({ reason: 'price-not-in-question' })
  for (const m of members) await vote(m, low.id)
  expect(await proposalBy(town, tender.id, 'ORG1')).toMatchObject({
    state: 'disqualified',
    endGround: 'low_price',
  })
  await saveScore(town.as(members[0]!), { ...score, proposalId: other.id })
})

test('the ratios of very low prices are strict: at the ratio nothing trips', () => {
  const limits = { LOW_PRICE_MEAN: 50, LOW_PRICE_NEXT: 50, LOW_PRICE_CEILING: 45 }
  const trip = (price: number, others: number[], ceiling: number) =>
    tripped(yuan(price), [price, ...others].map(yuan), yuan(ceiling), limits)
  expect(trip(1_090_000, [2_456_000, 2_398_000, 2_430_000], 2_480_000)).toContain('LOW_PRICE_CEILING')
  expect(trip(45, [80, 90], 100)).toEqual([])
  expect(trip(44.99, [80, 80], 100)).toEqual(['LOW_PRICE_CEILING'])
  expect(trip(50, [100, 100], 110)).toEqual([])
  expect(trip(49.99, [100, 100], 110)).toEqual(['LOW_PRICE_NEXT'])
  expect(trip(30, [100, 110], 60)).toEqual(['LOW_PRICE_MEAN', 'LOW_PRICE_NEXT'])
})

test('price scores are those of practice, fall as the price rises, and never leave their range', () => {
  expect([672_000, 664_000, 598_000].map((p) => priceScore(p, 598_000, 15))).toEqual([13.35, 13.51, 15])
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 10 ** 11 }), { minLength: 1 }),
      fc.integer({ min: 1, max: 40 }),
      (prices, w) => {
        const base = Math.min(...prices)
        const sorted = [...prices].sort((a, b) => a - b).map((p) => priceScore(p, base, w))
        return sorted[0] === w && sorted.every((s, i) => s >= 0 && s <= w && (i === 0 || s <= sorted[i - 1]!))
      },
    ),
  )
})

test('averages keep two decimals', () => {
  expect(mean([15, 15, 11])).toBe(13.67)
  expect(mean([23.25, 23.25, 21.5])).toBe(22.67)
  expect(mean([30, 30, 24, 30, 30])).toBe(28.8)
})

test('each scores alone by the published bands; nobody sees another before all have locked', async () => {
  const town = await world()
  const { tender, members } = await qualifiedTender(town)
  const p = await proposalBy(town, tender.id, 'ORG1')
  const c = (code: string) => tender.criteria.find((one) => one.code === code)!.id
  const [a, b] = members as [string, string]
  const give = (m: string, code: string, points: number) =>
    saveScore(town.as(m), { tenderId: tender.id, proposalId: p.id, criterionId: c(code), points })
  await expect(give(a, 'FIT', 29)).rejects.toMatchObject({ reason: 'score-off-the-bands' })
  await expect(give(a, 'GRADE', 5.01)).rejects.toMatchObject({ reason: 'score-out-of-range' })
  await expect(give(a, 'GRADE', -1)).rejects.toMatchObject({ reason: 'score-out-of-range' })
  await expect(give(a, 'GRADE', 1.005)).rejects.toMatchObject({ reason: 'score-out-of-range' })
  await expect(give(a, 'PRICE', 20)).rejects.toMatchObject({ reason: 'criterion-missing' })
  await expect(give('handler', 'FIT', 30)).rejects.toMatchObject({ kind: 'missing' })
  await give(a, 'FIT', 24)
  expect((await readPart(town.as(a), tender.id, p.id, 'FIT')).mine?.points).toBe(24)
  const seen = await readPart(town.as(b), tender.id, p.id, 'FIT')
  expect(seen.mine).toBeNull()
  expect(JSON.stringify(seen)).not.toContain('"points":24')
  await expect(submitSheet(town.as(a), { tenderId: tender.id })).rejects.toMatchObject({
    reason: 'sheet-incomplete',
  })
  await scoredBy(town, tender, a, 0)
  await submitSheet(town.as(a), { tenderId: tender.id })
  await expect(give(a, 'FIT', 30)).rejects.toMatchObject({ reason: 'sheet-locked' })
  await expect(submitSheet(town.as(a), { tenderId: tender.id })).rejects.toMatchObject({
    reason: 'not-in-this-state',
  })
  expect(await readDifferences(town.as(a), tender.id)).toMatchObject({ ready: false, differ: [], wide: [] })
  await expect(drawUpReport(town.as(a), { tenderId: tender.id })).rejects.toMatchObject({
    reason: 'sheets-not-all-in',
  })
})

test('facts must agree before the report; taking a sheet back reaches the facts alone', async () => {
  const town = await world()
  const { tender, members } = await qualifiedTender(town)
  await all(town, tender.id, members, (s, code, at) =>
    code === 'GRADE' && at === 0 ? 4 : usualPoints(s, code, at),
  )
  const [odd] = members as [string]
  await expect(drawUpReport(town.as(odd), { tenderId: tender.id })).rejects.toMatchObject({
    reason: 'objective-differs',
  })
  const p = await proposalBy(town, tender.id, 'ORG1')
  const id = (code: string) => tender.criteria.find((c) => c.code === code)!.id
  await returnSheet(town.as(odd), { tenderId: tender.id })
  const give = (code: string, proposalId: string, points: number) =>
    saveScore(town.as(odd), { tenderId: tender.id, proposalId, criterionId: id(code), points })
  await expect(give('FIT', p.id, 9)).rejects.toMatchObject({ reason: 'subjective-locked' })
  for (const one of await openedOf(town.db, tender.id)) await give('GRADE', one.id, 3)
  await submitSheet(town.as(odd), { tenderId: tender.id })
  await expect(returnSheet(town.as(odd), { tenderId: tender.id })).rejects.toMatchObject({
    reason: 'no-fact-differs',
  })
  await drawUpReport(town.as(odd), { tenderId: tender.id })
  await expect(give('GRADE', p.id, 2)).rejects.toMatchObject({ reason: 'evaluation-over' })
})

test('members far apart each say why, and move nothing', async () => {
  const town = await world()
  const { tender, members } = await qualifiedTender(town)
  const [low] = members as [string]
  const fit = tender.criteria.find((c) => c.code === 'FIT')!.id
  const p = await proposalBy(town, tender.id, 'ORG1')
  for (const [at, m] of members.entries()) {
    await scoredBy(town, tender, m, at)
    if (m === low)
      await saveScore(town.as(m), { tenderId: tender.id, proposalId: p.id, criterionId: fit, points: 18 })
    await submitSheet(town.as(m), { tenderId: tender.id })
  }
  await expect(drawUpReport(town.as(low), { tenderId: tender.id })).rejects.toMatchObject({
    reason: 'words-wanted',
    params: { n: 1 },
  })
  const words = {
    tenderId: tender.id,
    proposalId: p.id,
    criterionId: fit,
    comment: '只写了每周一次，没有写漏访怎么补',
  }
  const other = tender.criteria.find((c) => c.code === 'DO')!.id
  await expect(explainScore(town.as(low), { ...words, criterionId: other })).rejects.toMatchObject({
    reason: 'spread-is-narrow',
  })
  await explainScore(town.as(low), words)
  await drawUpReport(town.as(low), { tenderId: tender.id })
})

test('the report is frozen with its hash, signed by all, dissent beside it', async () => {
  const town = await world()
  const { tender, members } = await qualifiedTender(town)
  await all(town, tender.id, members)
  const { hash } = await drawUpReport(town.as(members[0]!), { tenderId: tender.id })
  const { report } = await readReport(town.as(members[1]!), tender.id)
  expect(hashOf(report)).toBe(hash)
  for (const key of ['handler', 'approver']) // the buyer reads it once it is signed
    await expect(readReport(town.as(key), tender.id)).rejects.toMatchObject({ reason: 'no-report-yet' })
  await expect(readReport(town.as('signer1'), tender.id)).rejects.toMatchObject({ kind: 'forbidden' })
  const sign = (m: string, more: object = {}) =>
    signReport(town.as(m), { tenderId: tender.id, hash, ...more })
  await expect(sign(members[0]!, { hash: 'f'.repeat(64) })).rejects.toMatchObject({
    reason: 'report-is-another',
  })
  await sign(members[0]!, { dissent: '认为第二名的应急安排更周全' })
  await expect(sign(members[0]!)).rejects.toMatchObject({ reason: 'already-signed' })
  await expect(
    recuse(town.as(members[1]!), { tenderId: tender.id, reason: '现在才想起来' }),
  ).rejects.toMatchObject({
    reason: 'evaluation-over',
  })
  expect((await findTender(town.db, tender.id)).state).toBe('opened')
  for (const m of members.slice(1)) await sign(m)
  expect((await findTender(town.db, tender.id)).state).toBe('evaluated')
  expect((await readReport(town.as('approver'), tender.id)).signed.filter((s) => s.dissent)).toHaveLength(1)
})

test('an altered report no longer agrees with its hash', async () => {
  const town = await world()
  const { tender, hash } = await evaluatedTender(town)
  const report = tender.report as unknown as Report
  expect(hashOf(report)).toBe(hash)
  report.rows[0]!.total = 99
  await town.transact((tx) =>
    tx
      .update(tenders)
      .set({ report: report as never })
      .where(eq(tenders.id, tender.id)),
  )
  const after = await findTender(town.db, tender.id)
  expect(hashOf(after.report)).not.toBe(after.reportHash)
})

const criterion = (code: string, kind: 'formula' | 'subjective', max: number) =>
  ({
    id: code,
    code,
    kind,
    max,
    name: code,
    tenderId: 't',
    ordinal: 1,
    items: 1,
    bands: null,
    levels: null,
    guidance: '',
  }) as const
const given = (proposalId: string, criterionId: string, points: number) =>
  ({ id: '', sheetId: '', seatId: '', proposalId, criterionId, points, bands: null, comment: null }) as const

test('a tie goes to the lower price, then to the better plan', () => {
  const list = [
    criterion('PRICE', 'formula', 20),
    criterion('PLAN', 'subjective', 40),
    criterion('RES', 'subjective', 40),
  ]
  const valid = (id: string, price: number) => ({ id, price: fen(price), sealHash: id })
  const order = (rows: Array<[string, number, number, number]>) =>
    rankProposals(
      rows.map(([id, price]) => valid(id, price)),
      list,
      rows.flatMap(([id, , plan, res]) => [given(id, 'PLAN', plan), given(id, 'RES', res)]),
    ).map((r) => r.proposalId)
  expect(
    order([
      ['a', 200, 30, 30],
      ['b', 100, 30, 20],
    ]),
  ).toEqual(['b', 'a'])
  expect(
    order([
      ['a', 100, 20, 30],
      ['b', 100, 30, 20],
    ]),
  ).toEqual(['b', 'a'])
  expect(
    order([
      ['a', 100, 40, 40],
      ['b', 100, 10, 10],
    ]),
  ).toEqual(['a', 'b'])
})

test('names are covered wherever they stand in a text', () => {
  const names = ['云澜市栖禾区暖邻社会工作服务中心', '陈社工']
  const words = '由陈社工带队。云澜市栖禾区暖邻社会工作服务中心和暖邻社会工作服务中心是同一家。'
  const runs = masked(words, names)
  const left = runs.map((r) => r.words).join('')
  expect(left).not.toContain('暖邻')
  expect(left).not.toContain('陈社工')
  expect(runs.filter((r) => r.masked)).toHaveLength(3)
  expect(masked('没有名字的一段话。', names)).toEqual([{ words: '没有名字的一段话。', masked: false }])
})
