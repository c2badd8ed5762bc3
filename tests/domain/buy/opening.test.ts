import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { expertTies, journal, persons, plans, proposals } from '#db/schema/index.ts'
import { submitChallenge } from '#domain/buy/challenge/submit-challenge.ts'
import { codeOf, expertsNeeded, ranked } from '#domain/buy/evaluation/draw.ts'
import { drawPanel } from '#domain/buy/evaluation/draw-panel.ts'
import { openTender } from '#domain/buy/evaluation/open-tender.ts'
import { leastPanel } from '#domain/buy/evaluation/panel-size.ts'
import { readOpening } from '#domain/buy/evaluation/read-opening.ts'
import { readPanelDesk } from '#domain/buy/evaluation/read-panel.ts'
import { declareClear, nameStandIn, recuse } from '#domain/buy/evaluation/recuse.ts'
import { witnessOpening } from '#domain/buy/evaluation/witness-opening.ts'
import { askQuestion } from '#domain/buy/tender/ask-question.ts'
import { findTender } from '#domain/buy/tender/find-tender.ts'
import { type Fen, fen, yuan } from '#domain/money.ts'
import { lessChance } from '#tests/support/less-chance.ts'
import {
  afterDeadline,
  openByTwo,
  openedTender,
  proposalBy,
  seatRows,
  sentProposal,
  shape,
} from '../../support/proposal.ts'
import { publishedTender } from '../../support/tender.ts'
import { type Town, world } from '../../support/world.ts'

const three = async (town: Awaited<ReturnType<typeof world>>) => {
  const tender = await publishedTender(town)
  for (const n of [1, 2, 3]) await sentProposal(town, tender, n)
  return tender
}

test("it opens at the deadline and not a millisecond before, by the buyer's own handler", async () => {
  const town = await world()
  const tender = await three(town)
  const open = (key: string) => openTender(town.as(key), { tenderId: tender.id })
  const witness = () => witnessOpening(town.as('supervisor'), { tenderId: tender.id })
  town.clock.set(new Date(tender.deadline.getTime() - 1))
  await expect(open('handler')).rejects.toMatchObject({ reason: 'opening-too-early' })
  await expect(witness()).rejects.toMatchObject({ reason: 'opening-too-early' })
  town.clock.pass(1)
  await witness()
  for (const key of ['approver', 'signer1', 'expert1', 'auditor', 'dHandler'])
    await expect(open(key)).rejects.toMatchObject({ kind: 'forbidden' })
  expect(await open('handler')).toMatchObject({ outcome: 'opened' })
  await expect(open('handler')).rejects.toMatchObject({ reason: 'not-in-this-state' })
})

test('everything opened is readable, and its receipts, names and prices are public', async () => {
  const town = await world()
  const tender = await openedTender(town)
  const { record, call } = await readOpening(town.as(null), tender.id)
  expect(call.openedAt).not.toBeNull()
  expect(record.map((r) => r.name)).toHaveLength(3)
  expect(record.map((r) => r.price)).toEqual([yuan(185_000), yuan(190_000), yuan(195_000)])
  const rows = await town.db.select().from(proposals).where(eq(proposals.tenderId, tender.id))
  expect(rows.map((r) => r.alias).sort()).toEqual(['1', '2', '3'])
  expect(rows.every((r) => r.state === 'opened' && r.draftSealed === null && r.body !== null)).toBe(true)
  for (const r of record) expect(rows.find((p) => p.id === r.id)?.sealHash).toBe(r.sealHash)
})

test('with too few not one is opened, the reason is public, and how many came is not', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  for (const n of [1, 2]) await sentProposal(town, tender, n)
  town.clock.set(afterDeadline(tender))
  expect(await openByTwo(town, tender.id)).toMatchObject({ outcome: 'failed' })
  const after = await findTender(town.db, tender.id)
  expect(after).toMatchObject({ state: 'failed', keyWrapped: null, openedAt: null })
  expect(after.endReason).toContain('3 家')
  const rows = await town.db.select().from(proposals).where(eq(proposals.tenderId, tender.id))
  expect(rows.every((r) => r.state === 'submitted' && r.body === null && r.price === null)).toBe(true)
  expect((await readOpening(town.as(null), tender.id)).record).toEqual([])
})

test('withdrawn and unconfirmed ones are neither counted nor opened', async () => {
  const town = await world()
  const tender = await three(town)
  await town.transact((tx) =>
    tx
      .update(proposals)
      .set({ state: 'needs_confirmation' })
      .where(and(eq(proposals.tenderId, tender.id), eq(proposals.supplierId, 'ORG3'))),
  )
  town.clock.set(afterDeadline(tender))
  expect(await openByTwo(town, tender.id)).toMatchObject({ outcome: 'failed' })
})

test('a question unanswered keeps it shut, and so does a challenge of the document', async () => {
  const town = await world()
  const tender = await three(town)
  const tenderId = tender.id
  await askQuestion(town.as('editor1'), { tenderId, words: '上门次数可以合并吗？' })
  const asked = town.clock.now()
  town.clock.set(afterDeadline(tender))
  const open = () => openByTwo(town, tenderId)
  await expect(open()).rejects.toMatchObject({ reason: 'question-unanswered', params: { n: 1 } })
  const items = '采购文件第三条对场地的要求没有说明理由，请复核。'
  town.clock.set(asked)
  await submitChallenge(town.as('signer4'), { tenderId, items, matter: 'document' })
  town.clock.set(afterDeadline(tender))
  await expect(open()).rejects.toMatchObject({ reason: 'tender-suspended' })
})

test.each([
  [
    'a flipped byte',
    (sealed: string) => `${sealed.slice(0, -3)}${sealed.at(-3) === 'A' ? 'B' : 'A'}${sealed.slice(-2)}`,
  ],
  ['nothing at all', () => ''],
])('%s stops the opening and names the receipt', async (_, change) => {
  const town = await world()
  const tender = await three(town)
  const broken = await proposalBy(town, tender.id, 'ORG2')
  await town.transact((tx) =>
    tx
      .update(proposals)
      .set({ sealed: change(broken.sealed!) })
      .where(eq(proposals.id, broken.id)),
  )
  town.clock.set(afterDeadline(tender))
  await expect(openByTwo(town, tender.id)).rejects.toMatchObject({
    reason: 'proposal-seal-broken',
    params: { no: broken.receiptNo },
  })
  expect((await findTender(town.db, tender.id)).state).toBe('published')
  expect((await proposalBy(town, tender.id, 'ORG1')).body).toBeNull()
})

test('a sealed proposal opens for no other body and no other version', async () => {
  const town = await world()
  const tender = await three(town)
  const [a, b] = [await proposalBy(town, tender.id, 'ORG1'), await proposalBy(town, tender.id, 'ORG2')]
  await town.transact((tx) =>
    tx.update(proposals).set({ sealed: a.sealed, sealHash: a.sealHash }).where(eq(proposals.id, b.id)),
  )
  town.clock.set(afterDeadline(tender))
  await expect(openByTwo(town, tender.id)).rejects.toMatchObject({
    reason: 'proposal-seal-broken',
  })
  expect((await findTender(town.db, tender.id)).state).toBe('published')
})

/** The seven experts of the town as the draw knows them. */
const poolOf = (town: Town, tenderId: string) =>
  [1, 2, 3, 4, 5, 6, 7].map((n) => {
    const id = `expert${n}`
    return { id, code: codeOf(town.as(id).vault, tenderId, id) }
  })

test('the panel is odd, large enough, expert enough, drawn in time and by lot', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  const draw = (more: Parameters<typeof shape>[0] = {}, key = 'handler') =>
    drawPanel(town.as(key), { tenderId: tender.id, ...shape(more) })
  await expect(draw()).rejects.toMatchObject({ reason: 'panel-too-early' })
  // 2026-03-20 is a Friday: Wednesday the 18th is two working days before.
  town.clock.set(new Date('2026-03-18T00:00:00+08:00'))
  await expect(draw({ experts: 3 })).rejects.toMatchObject({ reason: 'panel-even' })
  await expect(draw({ experts: 1, buyerRepId: undefined })).rejects.toMatchObject({
    reason: 'panel-too-small',
  })
  await expect(draw({ experts: 1, centreRepId: 'centre' })).rejects.toMatchObject({
    reason: 'panel-few-experts',
  })
  await expect(draw({ experts: 9, buyerRepId: undefined })).rejects.toMatchObject({
    reason: 'panel-pool-too-small',
  })
  for (const buyerRepId of ['handler', 'approver', 'signer1', 'resident1'])
    await expect(draw({ buyerRepId })).rejects.toMatchObject({ reason: 'panel-member-not-eligible' })
  // 87号令 第四十七条: from ten million yuan on there are seven, to the 分; one supplier alone competes with nobody.
  const large = yuan(10_000_000)
  const least = (amount: number, direct = false) =>
    leastPanel(town.db, { plan: { amount: fen(amount) }, method: { panelMin: 5, direct } }, '2026-03-18')
  expect([await least(large - 1), await least(large), await least(large + 1)]).toEqual([5, 7, 7])
  expect(await least(large, true)).toBe(5)
  const budget = (amount: Fen) =>
    town.transact((tx) => tx.update(plans).set({ amount }).where(eq(plans.id, tender.planId)))
  await budget(large)
  expect((await readPanelDesk(town.as('handler'), tender.id)).least.size).toBe(7)
  await expect(draw({ centreRepId: 'centre', resident: true })).rejects.toMatchObject({
    reason: 'panel-too-small',
    params: { n: 7 },
  })
  await budget(tender.plan.amount as Fen)
  await expect(draw({}, 'approver')).rejects.toMatchObject({ kind: 'forbidden' })
  await draw({ centreRepId: 'centre', resident: true })
  const seats = await seatRows(town, tender.id)
  expect(seats.map((s) => s.kind)).toEqual(['buyer', 'centre', 'resident', 'expert', 'expert'])
  await expect(draw()).rejects.toMatchObject({ reason: 'panel-already-drawn' })
  const [line] = await town.db.select().from(journal).where(eq(journal.action, 'panel.draw'))
  const { seed } = line!.detail as { seed: string }
  const pool = poolOf(town, tender.id)
  expect(seats.slice(3).map((s) => s.personId)).toEqual(
    ranked(seed, pool)
      .slice(0, 2)
      .map((p) => p.id),
  )
  expect(lessChance(line!.detail)).not.toMatch(/expert\d/)
})

test('two thirds means two of three, four of five, five of seven', () => {
  for (const share of [66, 67])
    expect([3, 5, 7, 9].map((size) => expertsNeeded(size, share))).toEqual([2, 4, 5, 6])
  expect([3, 5].map((size) => expertsNeeded(size, 40))).toEqual([2, 2])
})

test('whoever is tied to a bidder is off the panel at the opening, and the next of the draw sits', async () => {
  const town = await world()
  const tender = await three(town)
  town.clock.set(afterDeadline(tender))
  await drawPanel(town.as('handler'), { tenderId: tender.id, ...shape() })
  const before = await seatRows(town, tender.id)
  const tied = before.find((s) => s.kind === 'expert')!
  await town.transact((tx) =>
    tx
      .insert(expertTies)
      .values({ expertId: tied.personId, partyId: 'ORG2', relation: '曾任理事', until: '2024-01-01' }),
  )
  await openByTwo(town, tender.id)
  const after = await seatRows(town, tender.id)
  expect(after).toHaveLength(4)
  expect(after.find((s) => s.id === tied.id)).toMatchObject({ state: 'recused', reason: '曾任理事' })
  const next = ranked(tied.drawSeed!, poolOf(town, tender.id))[2]!
  expect(after.at(-1)).toMatchObject({ personId: next.id, state: 'drawn', replaces: tied.id })
})

test('a tie older than three years binds nobody; a fresh one bars the declaration', async () => {
  const town = await world()
  const tender = await openedTender(town)
  const seats = await seatRows(town, tender.id)
  const [one, other] = seats.filter((s) => s.kind === 'expert')
  const tie = (expertId: string, until: string) =>
    town.transact((tx) =>
      tx.insert(expertTies).values({ expertId, partyId: 'ORG1', relation: '劳动关系', until }),
    )
  await tie(one!.personId, '2023-03-19')
  await tie(other!.personId, '2023-03-20')
  await declareClear(town.as(one!.personId), { tenderId: tender.id })
  await expect(declareClear(town.as(other!.personId), { tenderId: tender.id })).rejects.toMatchObject({
    reason: 'tie-found',
  })
  await recuse(town.as(other!.personId), { tenderId: tender.id, reason: '三年内劳动关系' })
  await expect(declareClear(town.as(other!.personId), { tenderId: tender.id })).rejects.toMatchObject({
    kind: 'missing',
  })
  expect(await seatRows(town, tender.id)).toHaveLength(4)
})

test('a body whose member steps down names another, who must be eligible too', async () => {
  const town = await world()
  const tender = await openedTender(town)
  await recuse(town.as('finance'), { tenderId: tender.id, reason: '亲属在参加机构任职' })
  const name = (personId: string) => nameStandIn(town.as('handler'), { tenderId: tender.id, personId })
  for (const personId of ['finance', 'handler', 'approver', 'expert7', 'centre'])
    await expect(name(personId)).rejects.toMatchObject({ reason: 'panel-member-not-eligible' })
  await name('acceptor')
  await expect(name('acceptor')).rejects.toMatchObject({ reason: 'panel-member-not-eligible' })
  expect((await seatRows(town, tender.id)).at(-1)).toMatchObject({ personId: 'acceptor', kind: 'buyer' })
})

test('nobody opens alone: a witness of that day, never the handler himself, is on the record with name and time', async () => {
  const town = await world()
  const tender = await three(town)
  const tenderId = tender.id
  const open = () => openTender(town.as('handler'), { tenderId })
  town.clock.set(afterDeadline(tender))
  await expect(open()).rejects.toMatchObject({ kind: 'conflict', reason: 'opening-needs-witness' })
  expect((await findTender(town.db, tenderId)).state).toBe('published')
  await witnessOpening(town.as('supervisor'), { tenderId })
  town.clock.pass(24 * 3_600_000)
  await expect(open()).rejects.toMatchObject({ reason: 'opening-needs-witness' })
  await witnessOpening(town.as('auditor'), { tenderId })
  expect(await open()).toMatchObject({ outcome: 'opened' })
  const { by } = await readOpening(town.as(null), tenderId)
  const people = await town.db.select().from(persons)
  const nameOf = (id: string) => people.find((one) => one.id === id)!.name
  expect(by).toEqual({
    opener: nameOf('handler'),
    witness: nameOf('auditor'),
    witnessRole: 'auditor',
    witnessedAt: town.clock.now(),
  })
  await expect(witnessOpening(town.as('supervisor'), { tenderId })).rejects.toMatchObject({
    reason: 'not-in-this-state',
  })
})

test('only the community that asked, the buyer’s approver or an auditor may witness', async () => {
  const town = await world()
  const tender = await three(town)
  town.clock.set(afterDeadline(tender))
  const witness = (key: string | null) => witnessOpening(town.as(key), { tenderId: tender.id })
  await expect(witness(null)).rejects.toMatchObject({ reason: 'sign-in-first' })
  for (const key of ['handler', 'finance', 'director', 'signer1', 'resident1', 'expert1', 'admin'])
    await expect(witness(key)).rejects.toMatchObject({ reason: 'needs-another-seat' })
  await expect(witness('dApprover')).rejects.toMatchObject({ reason: 'not-your-body' })
  const elsewhere = town.as('supervisor')
  const seat = { ...elsewhere.actor.seat!, partyId: 'C2' }
  const stranger = { ...elsewhere, actor: { ...elsewhere.actor, seat } }
  await expect(witnessOpening(stranger, { tenderId: tender.id })).rejects.toMatchObject({
    reason: 'not-your-body',
  })
  for (const key of ['approver', 'auditor', 'supervisor']) await witness(key)
})

test('one person with two posts is not two people', async () => {
  const town = await world()
  const tender = await three(town)
  town.clock.set(afterDeadline(tender))
  const approver = town.as('approver')
  const asBoth = { ...approver, actor: { ...approver.actor, personId: 'handler' } }
  await expect(witnessOpening(asBoth, { tenderId: tender.id })).rejects.toMatchObject({
    reason: 'sod-handler-witnesses',
  })
  await witnessOpening(approver, { tenderId: tender.id })
  const handler = town.as('handler')
  const same = { ...handler, actor: { ...handler.actor, personId: 'approver' } }
  await expect(openTender(same, { tenderId: tender.id })).rejects.toMatchObject({
    reason: 'sod-witness-opens',
  })
})
