import { and, eq, inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { sha256 } from '#app/ports/vault.ts'
import {
  evaluationVersions,
  journal,
  panelDraws,
  proposals,
  scoreChanges,
  scoreSheets,
  scores,
  tenders,
} from '#db/schema/index.ts'
import { notifyAward } from '#domain/buy/award/notify-award.ts'
import { confirmAward, proposeAward } from '#domain/buy/award/propose-award.ts'
import { hashOf } from '#domain/buy/evaluation/canonical.ts'
import type { Report } from '#domain/buy/evaluation/compose-report.ts'
import { listHash } from '#domain/buy/evaluation/draw.ts'
import { drawPanel } from '#domain/buy/evaluation/draw-panel.ts'
import { sealSeed } from '#domain/buy/evaluation/draw-seed.ts'
import { columnForm } from '#domain/buy/evaluation/forms.ts'
import { drawFile, readDraw } from '#domain/buy/evaluation/read-draw.ts'
import { readPanelDesk } from '#domain/buy/evaluation/read-panel.ts'
import { readColumn } from '#domain/buy/evaluation/read-part.ts'
import { readPanelSignals, readSignals } from '#domain/buy/evaluation/read-signals.ts'
import { reopenEvaluation } from '#domain/buy/evaluation/reopen-evaluation.ts'
import { drawUpReport, signReport } from '#domain/buy/evaluation/report.ts'
import { saveColumn, saveScore, submitSheet } from '#domain/buy/evaluation/score.ts'
import { trailOfEvaluation } from '#domain/buy/evaluation/trail.ts'
import { findTender } from '#domain/buy/tender/find-tender.ts'
import { tenderPage } from '#domain/buy/tender/tender-page.ts'
import { dateOf } from '#domain/dates.ts'
import { yuan } from '#domain/money.ts'
import { readJournal } from '#domain/open/read-journal.ts'
import { liftForm, noteExpertForm } from '#domain/who/experts/forms.ts'
import { declareKin, liftStanding, noteExpert } from '#domain/who/experts/keep-experts.ts'
import { readExperts } from '#domain/who/experts/read-experts.ts'
import { lessChance } from '#tests/support/less-chance.ts'
import {
  afterDeadline,
  evaluatedTender,
  proposalBy,
  qualifiedTender,
  scoredBy,
  seatRows,
  shape,
  usualPoints,
} from '../../support/proposal.ts'
import { publishedTender } from '../../support/tender.ts'
import { type Town, world } from '../../support/world.ts'

const idOf = (tender: { criteria: Array<{ id: string; code: string }> }, code: string) =>
  tender.criteria.find((c) => c.code === code)!.id

test('one criterion is scored side by side; what is locked or left blank stays as it was', async () => {
  const town = await world()
  const { tender, members } = await qualifiedTender(town)
  const [a, b] = members as [string, string]
  const column = await readColumn(town.as(a), tender.id, 'FIT')
  expect(column.columns).toHaveLength(3)
  expect(JSON.stringify(column)).not.toMatch(/暖邻|陈社工/)
  await expect(readColumn(town.as('handler'), tender.id, 'FIT')).rejects.toMatchObject({ kind: 'missing' })
  await expect(readColumn(town.as(a), tender.id, 'PRICE')).rejects.toMatchObject({ kind: 'missing' })
  const [one, two, three] = column.columns.map((c) => c.facts.id) as [string, string, string]
  const save = (m: string, list: Array<{ proposalId: string; points?: number; comment?: string }>) =>
    saveColumn(town.as(m), { tenderId: tender.id, code: 'FIT', scores: list })
  await save(a, [{ proposalId: one, points: 30 }, { proposalId: two, points: 24 }, { proposalId: three }])
  const seen = await readColumn(town.as(a), tender.id, 'FIT')
  expect(seen.columns.map((c) => c.mine?.points ?? null)).toEqual([30, 24, null])
  expect(seen.steps.find((s) => s.code === 'FIT')?.given).toBe(2)
  expect(JSON.stringify(await readColumn(town.as(b), tender.id, 'FIT'))).not.toContain('"points":30')
  await expect(save(a, [{ proposalId: one, points: 29 }])).rejects.toMatchObject({
    reason: 'score-off-the-bands',
  })
  // Words without points would be lost on the way to the next criterion.
  const typed = (score: object) => columnForm.safeParse({ scores: [{ proposalId: one, ...score }] })
  expect(typed({ comment: '逐条回应', points: '' }).error?.issues).toMatchObject([
    { path: ['scores', 0, 'comment'], message: 'form.score.words-alone' },
  ])
  expect(typed({ comment: '', points: '' }).success).toBe(true)
  expect(typed({ comment: '逐条回应', points: '３．５' }).data?.scores[0]).toMatchObject({ points: 3.5 })
  await expect(save(a, [{ proposalId: 'another', points: 30 }])).rejects.toMatchObject({ kind: 'missing' })
  await scoredBy(town, tender, a, 0)
  await submitSheet(town.as(a), { tenderId: tender.id })
  await expect(save(a, [{ proposalId: one, points: 24 }])).rejects.toMatchObject({ reason: 'sheet-locked' })
})

test('a score changed behind its member’s back no longer agrees with what was locked', async () => {
  const town = await world()
  const { tender, members } = await qualifiedTender(town)
  for (const [at, m] of members.entries()) {
    await scoredBy(town, tender, m, at)
    await submitSheet(town.as(m), { tenderId: tender.id })
  }
  const [sheet] = await town.db.select().from(scoreSheets).where(eq(scoreSheets.tenderId, tender.id))
  expect(sheet!.hash).toMatch(/^[0-9a-f]{64}$/)
  const cell = and(eq(scores.sheetId, sheet!.id), eq(scores.criterionId, idOf(tender, 'FIT')))
  const set = (points: number) => town.transact((tx) => tx.update(scores).set({ points }).where(cell))
  const before = await town.db.select().from(scores).where(cell)
  await set(before[0]!.points === 30 ? 24 : 30)
  await expect(drawUpReport(town.as(members[0]!), { tenderId: tender.id })).rejects.toMatchObject({
    reason: 'sheet-altered',
  })
})

/** A panel one of whose members stands far away from the others on one thing. */
const farApart = (town: Town) =>
  evaluatedTender(town, {
    give: (supplier, code, at) =>
      code === 'FIT' && supplier === 'ORG1' && at === 0 ? 9 : usualPoints(supplier, code, at),
  })

test('only a listed ground that the records show reopens an evaluation, and what moved is kept beside the old', async () => {
  const town = await world()
  const { tender, members, hash } = await farApart(town)
  const reopen = (
    key: string,
    ground: 'sum_wrong' | 'out_of_range' | 'objective_differs' | 'score_extreme',
  ) =>
    reopenEvaluation(town.as(key), {
      tenderId: tender.id,
      ground,
      words: '复核时发现一位成员的分与其他成员相差过大',
    })
  for (const key of [members[0]!, 'approver', 'signer1', 'auditor'])
    await expect(reopen(key, 'score_extreme')).rejects.toMatchObject({ kind: 'forbidden' })
  for (const ground of ['sum_wrong', 'out_of_range', 'objective_differs'] as const)
    await expect(reopen('handler', ground)).rejects.toMatchObject({ reason: 'ground-not-found' })
  await reopen('handler', 'score_extreme')
  expect(await findTender(town.db, tender.id)).toMatchObject({ state: 'opened', report: null })
  await expect(reopen(members[0]!, 'score_extreme')).rejects.toMatchObject({ reason: 'nothing-to-reopen' })
  const [kept] = await town.db.select().from(evaluationVersions)
  expect(kept).toMatchObject({ version: 1, ground: 'score_extreme', reportHash: hash })
  expect(hashOf(kept!.report)).toBe(hash)
  expect(kept!.signatures.every((s) => s.signedAt !== null)).toBe(true)
  const low = await proposalBy(town, tender.id, 'ORG1')
  const give = (m: string, code: string, points: number) =>
    saveScore(town.as(m), {
      tenderId: tender.id,
      proposalId: low.id,
      criterionId: idOf(tender, code),
      points,
    })
  await expect(give(members[0]!, 'DO', 16)).rejects.toMatchObject({ reason: 'subjective-locked' })
  await expect(give(members[0]!, 'GRADE', 2)).rejects.toMatchObject({ reason: 'cell-locked' })
  await expect(give(members[1]!, 'FIT', 18)).rejects.toMatchObject({ reason: 'sheet-locked' })
  await saveScore(town.as(members[0]!), {
    tenderId: tender.id,
    proposalId: low.id,
    criterionId: idOf(tender, 'FIT'),
    points: 24,
    comment: '重新核对了方案第一部分，安排写得清楚',
  })
  await submitSheet(town.as(members[0]!), { tenderId: tender.id })
  expect(await town.db.select().from(scoreChanges)).toMatchObject([
    { was: 9, now: 24, ground: 'score_extreme' },
  ])
  const again = await drawUpReport(town.as(members[0]!), { tenderId: tender.id })
  for (const m of members) await signReport(town.as(m), { tenderId: tender.id, hash: again.hash })
  const report = (await findTender(town.db, tender.id)).report as unknown as Report
  expect(report.annexes).toMatchObject({
    previous: [{ version: 1, ground: 'score_extreme', hash }],
    changes: [{ was: 9, now: 24, proposalId: low.id }],
  })
  await proposeAward(town.as('handler'), { tenderId: tender.id })
  await expect(reopen('handler', 'score_extreme')).rejects.toMatchObject({ reason: 'reopen-after-award' })
})

test('a sum that the report has wrong is found, and no score is touched', async () => {
  const town = await world()
  const { tender, members } = await evaluatedTender(town)
  const report = structuredClone(tender.report) as unknown as Report
  report.rows[0]!.total = 1
  await town.transact((tx) =>
    tx
      .update(tenders)
      .set({ report: report as never })
      .where(eq(tenders.id, tender.id)),
  )
  await reopenEvaluation(town.as('handler'), {
    tenderId: tender.id,
    ground: 'sum_wrong',
    words: '总分与各项之和不一致，按锁定的评分重新计算',
  })
  const sheets = await town.db.select().from(scoreSheets).where(eq(scoreSheets.tenderId, tender.id))
  expect(sheets.every((s) => s.state === 'submitted')).toBe(true)
  await drawUpReport(town.as(members[0]!), { tenderId: tender.id })
})

/** What journal, trail and desk tell of a panel: every line its members wrote, and those a search by member finds. */
async function toldOfPanel(town: Town, { id, planId }: { id: string; planId: string }) {
  const [ctx, seats] = [town.as('auditor'), await seatRows(town, id)]
  const bids = await town.db.select().from(proposals).where(eq(proposals.tenderId, id))
  const subjects = [id, ...bids.map((b) => b.id)]
  const named = seats.map((s) => s.personId)
  const written = await town.db.select().from(journal).where(inArray(journal.subject, subjects))
  const wrote = written
    .filter((l) => named.includes(l.actorId!) || l.action === 'panel.draw')
    .map((l) => l.id)
  const read = async (all: Parameters<typeof readJournal>[1][]) =>
    (await Promise.all(all.map((sought) => readJournal(ctx, sought))))
      .flatMap(({ lines }) => lines)
      .filter((l) => wrote.includes(l.id))
  const trail = (await trailOfEvaluation(town.db, planId)).filter((e) => e.key === 'panel.draw')
  return {
    acts: await read(subjects.map((about) => ({ about }))),
    found: (await read([...named, 'handler'].map((by) => ({ by })))).map((l) => l.actorId),
    named,
    trail: trail.map((e) => e.hash),
    desk: (await readPanelDesk(town.as('handler'), id)).draw,
  }
}

test('a stranger draws the same panel from what is published with the result, and nobody before it', async () => {
  const town = await world()
  const call = await publishedTender(town)
  const commit = (await tenderPage(town.as(null), call.id)).tender.drawCommit
  const { tender } = await evaluatedTender(town, { tender: call })
  for (const key of ['handler', 'auditor', 'resident1'])
    await expect(readDraw(town.as(key), tender.id)).rejects.toMatchObject({ reason: 'draw-not-yet' })
  const [sat] = (await seatRows(town, tender.id)).filter((s) => s.kind === 'expert')
  const signed = async (personId: string, at: Date) =>
    town.transact((tx) => tx.insert(journal).values({ at, action: 'session.start', subject: personId }))
  const days = async (by: string) => (await readJournal(town.as('auditor'), { by })).days
  const early = new Date('2026-03-01T08:00:00+08:00')
  for (const who of [sat!.personId, 'handler', 'resident1'])
    for (const at of [early, town.clock.now(), town.clock.now()]) await signed(who, at)
  const seat = { at: town.clock.now(), action: 'seat.switch', actorId: sat!.personId, role: 'expert' }
  await town.transact((tx) => tx.insert(journal).values({ ...seat, subject: 'seat-of-expert' }))
  const today = dateOf(town.clock.now())
  expect((await days(sat!.personId))!.days).toEqual([{ on: '2026-03-01', n: 1 }])
  expect((await days('handler'))!.days).toEqual([
    { on: today, n: 2 },
    { on: '2026-03-01', n: 1 },
  ])
  expect(await days('resident1')).toBeNull()
  for (const sought of [{ on: today }, { by: sat!.personId }, { about: sat!.personId }, {}])
    expect(JSON.stringify((await readJournal(town.as('auditor'), sought)).lines)).not.toMatch(
      /session\.|seat\.switch/,
    )
  const before = await toldOfPanel(town, tender)
  expect(before.trail).toEqual([commit])
  expect(before.desk).toMatchObject({ seed: null, commit })
  expect(new Set(before.acts.map((l) => l.action)).size).toBe(7)
  for (const line of before.acts)
    expect(line, line.action).toMatchObject({
      actorId: null,
      person: null,
      party: null,
      role: null,
      detail: '',
    })
  expect(before.found).toEqual([])
  const { id } = await proposeAward(town.as('handler'), { tenderId: tender.id })
  await confirmAward(town.as('approver'), { awardId: id })
  await notifyAward(town.as('handler'), { awardId: id })
  const file = await drawFile(town.as('resident1'), tender.id)
  const after = await toldOfPanel(town, tender)
  expect((await days(sat!.personId))!).toEqual({
    until: null,
    days: [
      { on: today, n: 2 },
      { on: '2026-03-01', n: 1 },
    ],
  })
  expect(after.trail).toEqual([file.seed])
  expect(after.desk).toMatchObject({ seed: file.seed, commit })
  expect(after.acts.find((l) => l.action === 'panel.draw')!.detail).toContain(file.seed)
  expect(new Set(after.acts.map((l) => l.actorId))).toEqual(new Set([...after.named, 'handler']))
  expect(after.named.every((expert) => after.found.includes(expert))).toBe(true)
  expect(listHash(file.pool)).toBe(file.listHash)
  // Promised with the call, before a proposal or the list was there.
  expect([sha256(file.seed), file.commit]).toEqual([commit, commit])
  const said = await town.db.select().from(journal).where(eq(journal.action, 'tender.publish'))
  expect(said[0]!.detail).toMatchObject({ draw: commit })
  // As anybody would, with a shell and nothing of ours.
  const order = file.pool
    .filter((line) => line.kind === 'expert')
    .map(({ code }) => ({ code, lot: sha256(`${file.seed}:${code}`) }))
    .sort((x, y) => (x.lot < y.lot ? -1 : 1))
    .map(({ code }) => code)
  const members = file.drawn.filter((d) => d.kind === 'expert').map((d) => d.code)
  expect(order.slice(0, file.experts)).toEqual(members)
  expect(lessChance(file)).not.toMatch(/expert\d/)
})

test('a seed other than the promised one draws nobody, and each call promises its own', async () => {
  const town = await world()
  const [one, two] = [await publishedTender(town), await publishedTender(town)]
  expect(one.drawCommit).toMatch(/^[0-9a-f]{64}$/)
  expect(one.drawCommit).not.toBe(two.drawCommit)
  const exchanged = async (set: Partial<typeof one>) => {
    await town.transact((tx) => tx.update(tenders).set(set).where(eq(tenders.id, one.id)))
    town.clock.set(afterDeadline(one))
    return drawPanel(town.as('handler'), { tenderId: one.id, ...shape() })
  }
  const ctx = town.as('handler')
  const others = sealSeed(ctx, one.id)
  for (const drawSealed of [two.drawSealed, others.drawSealed, null, 'nonsense'])
    await expect(exchanged({ drawSealed })).rejects.toMatchObject({ reason: 'draw-seed-broken' })
  await exchanged({ drawSealed: one.drawSealed })
  const [draw] = await town.db.select().from(panelDraws).where(eq(panelDraws.tenderId, one.id))
  expect(sha256(draw!.seed)).toBe(one.drawCommit)
})

test('a seeded ring is shown with its figures to panel and supervision alone, and a clean set shows nothing', async () => {
  const town = await world()
  const call = await publishedTender(town)
  await expect(readSignals(town.as('auditor'), call.id)).rejects.toMatchObject({ reason: 'not-opened-yet' })
  const clean = await qualifiedTender(town, {
    tender: call,
    prices: [yuan(183_300), yuan(191_700), yuan(196_100)],
  })
  const member = clean.members[0]!
  expect((await readPanelSignals(town.as(member), clean.tender.id)).flags).toEqual([])
  for (const key of ['handler', 'approver', 'signer1', 'resident1'])
    await expect(readSignals(town.as(key), clean.tender.id)).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(readPanelSignals(town.as('auditor'), clean.tender.id)).rejects.toMatchObject({
    kind: 'missing',
  })
  const [one, two] = [
    await proposalBy(town, clean.tender.id, 'ORG1'),
    await proposalBy(town, clean.tender.id, 'ORG2'),
  ]
  const body = (p: typeof one) => p.body as { organisation: { contact: string } }
  for (const p of [one, two]) {
    const organisation = { ...body(p).organisation, contact: '刘 139 0000 0001' }
    await town.transact((tx) =>
      tx
        .update(proposals)
        .set({ body: { ...p.body, organisation } as never, price: yuan(183_300) })
        .where(eq(proposals.id, p.id)),
    )
  }
  const { flags } = await readSignals(town.as('auditor'), clean.tender.id)
  expect(flags.map((f) => f.kind).sort()).toEqual(['price_same', 'shared_phone'])
  for (const p of [one, two])
    await town.transact((tx) =>
      tx.update(proposals).set({ sentFrom: 'one network' }).where(eq(proposals.id, p.id)),
    )
  const sent = (await readSignals(town.as('auditor'), clean.tender.id)).flags
  expect(sent.map((f) => f.kind)).toContain('shared_sender')
  expect(JSON.stringify(sent)).not.toContain('one network')
  expect(flags[0]!.between.join()).toContain('暖邻')
  const masked = await readPanelSignals(town.as(member), clean.tender.id)
  expect(JSON.stringify(masked)).not.toContain('暖邻')
})

test('a suspended expert is not in the lot, and is again when it is over', async () => {
  const town = await world()
  const admin = town.as('admin')
  const suspend = (expertId: string, to?: string) =>
    noteExpert(admin, {
      expertId,
      kind: to ? 'suspended' : 'removed',
      from: '2026-03-01',
      to,
      ground: '无故缺席评审，区财政局通报第 3 号',
    })
  const typed = { expertId: 'e', kind: 'suspended', from: '2026-03-01', ground: '通报' }
  expect(noteExpertForm.safeParse(typed).success).toBe(false)
  expect(noteExpertForm.safeParse({ ...typed, to: '2026-02-28' }).success).toBe(false)
  expect(noteExpertForm.safeParse({ ...typed, kind: 'removed', to: '2026-04-01' }).success).toBe(false)
  expect(noteExpertForm.safeParse({ ...typed, to: '2026-03-01', more: 1 }).success).toBe(false)
  expect(liftForm.safeParse({ standingId: 's' }).success).toBe(false)
  await expect(
    noteExpert(town.as('handler'), {
      expertId: 'expert1',
      kind: 'removed',
      from: '2026-03-01',
      ground: '通报',
    }),
  ).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(suspend('resident1', '2026-12-31')).rejects.toMatchObject({ reason: 'no-such-expert' })
  for (const n of [1, 2, 3, 4]) await suspend(`expert${n}`, '2026-12-31')
  await suspend('expert5')
  const { id } = await suspend('expert6', '2026-12-31')
  await expect(
    declareKin(admin, { expertId: 'expert7', phone: '13900000000', relation: 'spouse' }),
  ).rejects.toMatchObject({
    reason: 'nobody-has-that-phone',
  })
  const tender = await publishedTender(town)
  town.clock.set(afterDeadline(tender))
  const draw = () => drawPanel(town.as('handler'), { tenderId: tender.id, ...shape() })
  await expect(draw()).rejects.toMatchObject({ reason: 'panel-pool-too-small' })
  await liftStanding(admin, { standingId: id, ground: '申诉成立' })
  await expect(liftStanding(admin, { standingId: id, ground: '申诉成立' })).rejects.toMatchObject({
    reason: 'standing-lifted',
  })
  await draw()
  const { experts } = await readExperts(admin)
  expect(
    experts
      .filter((e) => e.standing)
      .map((e) => e.id)
      .sort(),
  ).toEqual([1, 2, 3, 4, 5].map((n) => `expert${n}`))
})
