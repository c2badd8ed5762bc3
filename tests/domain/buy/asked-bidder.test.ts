import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import {
  contracts,
  expertKin,
  experts,
  journal,
  priceCorrections,
  proposals,
  seats,
} from '#db/schema/index.ts'
import { answerCorrection, readOwnCorrection } from '#domain/buy/evaluation/answer-correction.ts'
import { answerSupplement, readOwnSupplement } from '#domain/buy/evaluation/answer-supplement.ts'
import { askSupplementForm, buyerChecksForm } from '#domain/buy/evaluation/ask-forms.ts'
import { askSupplement } from '#domain/buy/evaluation/ask-supplement.ts'
import { checkByBuyer, readBuyerCheck } from '#domain/buy/evaluation/buyer-check.ts'
import { agreeCorrection, findCorrection } from '#domain/buy/evaluation/correct-price.ts'
import { deskOfEvaluation } from '#domain/buy/evaluation/desk.ts'
import { votesForm } from '#domain/buy/evaluation/forms.ts'
import { openedOf } from '#domain/buy/evaluation/opened.ts'
import { voteQualification } from '#domain/buy/evaluation/qualify.ts'
import { readQualification } from '#domain/buy/evaluation/read-proposals.ts'
import { declareClear } from '#domain/buy/evaluation/recuse.ts'
import { tiesOf } from '#domain/buy/evaluation/ties.ts'
import { findTender } from '#domain/buy/tender/find-tender.ts'
import { yuan } from '#domain/money.ts'
import { membersOf, openedTender, proposalBy } from '../../support/proposal.ts'
import { type Town, world } from '../../support/world.ts'

async function declared(town: Town) {
  const tender = await openedTender(town)
  const members = await membersOf(town, tender.id)
  for (const m of members) await declareClear(town.as(m), { tenderId: tender.id })
  const p = await proposalBy(town, tender.id, 'ORG1')
  return { tender, members, p, a: members[0]!, b: members[1]! }
}
const wanted = '登记证书的有效期看不清，请补一份清楚的'
const keysOf = async (town: Town, key: string) =>
  (await deskOfEvaluation(town.db, town.as(key))).map((item) => item.key)

test('one round of supplement: listed items, never the price nor what is scored, with its clock', async () => {
  const town = await world()
  const { tender, members, p, a, b } = await declared(town)
  const ask = (m: string, words = wanted) =>
    askSupplement(town.as(m), {
      tenderId: tender.id,
      proposalId: p.id,
      items: ['registration'],
      wanted: words,
    })
  await expect(ask('handler')).rejects.toMatchObject({ kind: 'missing' })
  await expect(ask(a, '请把报价再让利一些')).rejects.toMatchObject({ reason: 'supplement-never-price' })
  const scored = tender.criteria.find((c) => c.kind === 'subjective')!.name
  await expect(ask(a, `请补写${scored}部分`)).rejects.toMatchObject({ reason: 'supplement-never-scored' })
  await ask(a)
  await expect(ask(b)).rejects.toMatchObject({ reason: 'supplement-asked' })
  const votes = (await openedOf(town.db, tender.id)).map((one) => ({ proposalId: one.id, passes: true }))
  const vote = (m: string) => voteQualification(town.as(m), { tenderId: tender.id, votes })
  await expect(vote(b)).rejects.toMatchObject({ reason: 'supplement-waits' })
  expect(await keysOf(town, 'editor1')).toContain('supplement.answer')
  const answer = (key: string, words = '暖邻社会工作服务中心已换新证，附清楚的复印件。') =>
    answerSupplement(town.as(key), { tenderId: tender.id, words })
  for (const key of ['signer2', a, 'handler'])
    await expect(answer(key)).rejects.toMatchObject({ kind: key === 'signer2' ? 'missing' : 'forbidden' })
  const { dueAt } = (await readOwnSupplement(town.as('signer1'), tender.id)).asked
  // Friday 2026-03-20 17:01: one working day later is Monday the 23rd, to its end.
  expect(dueAt).toEqual(new Date('2026-03-24T00:00:00+08:00'))
  town.clock.set(new Date(dueAt.getTime() - 1))
  await answer('editor1')
  await expect(answer('signer1')).rejects.toMatchObject({ reason: 'supplement-answered' })
  const seen = (await readQualification(town.as(b), tender.id)).proposals.find((one) => one.id === p.id)!
  expect(seen.supplied).toMatchObject({ waits: false, items: ['registration'] })
  expect(JSON.stringify(seen)).not.toContain('暖邻')
  const [line] = await town.db.select().from(journal).where(eq(journal.action, 'supplement.answer'))
  expect(JSON.stringify(line)).not.toContain('换新证')
  for (const m of members) await vote(m)
  await expect(ask(a)).rejects.toMatchObject({ reason: 'qualification-settled' })
  expect(() => askSupplementForm.parse({ proposalId: 'p', items: ['price'], wanted })).toThrow()
  expect(() => askSupplementForm.parse({ proposalId: 'p', wanted })).toThrow()
})

test('silence lets the round lapse, and the panel judges what it has', async () => {
  const town = await world()
  const { tender, p, a, b } = await declared(town)
  await askSupplement(town.as(a), { tenderId: tender.id, proposalId: p.id, items: ['signature'], wanted })
  const { dueAt } = (await readOwnSupplement(town.as('signer1'), tender.id)).asked
  town.clock.set(dueAt)
  await expect(
    answerSupplement(town.as('signer1'), { tenderId: tender.id, words: '来不及了' }),
  ).rejects.toMatchObject({ reason: 'supplement-over' })
  const votes = (await openedOf(town.db, tender.id)).map((one) => ({ proposalId: one.id, passes: true }))
  await voteQualification(town.as(b), { tenderId: tender.id, votes })
})

test('a corrected price is read by a majority, and binds only when its bidder confirms', async () => {
  const town = await world()
  const { tender, p, a, b, members } = await declared(town)
  const found = { tenderId: tender.id, proposalId: p.id, words: '响应函第 2 页大写金额' }
  const find = (capital?: string) => findCorrection(town.as(a), { ...found, capital })
  await expect(find('十八万多')).rejects.toMatchObject({ reason: 'capital-unreadable' })
  await expect(find('壹拾捌万伍仟元整')).rejects.toMatchObject({ reason: 'price-agrees' })
  await find('壹拾捌万贰仟元整')
  await expect(find('壹拾万元整')).rejects.toMatchObject({ reason: 'correction-found' })
  const agree = (m: string) => agreeCorrection(town.as(m), { tenderId: tender.id, proposalId: p.id })
  await expect(agree(a)).rejects.toMatchObject({ reason: 'correction-agreed' })
  await expect(readOwnCorrection(town.as('signer1'), tender.id)).rejects.toMatchObject({ kind: 'missing' })
  expect(await keysOf(town, b)).toContain('price-correction.agree')
  await agree(b)
  expect(await keysOf(town, 'signer1')).toContain('price-correction.answer')
  const votes = (await openedOf(town.db, tender.id)).map((one) => ({ proposalId: one.id, passes: true }))
  const vote = (m: string, list = votes) =>
    voteQualification(town.as(m), { tenderId: tender.id, votes: list })
  await expect(vote(b)).rejects.toMatchObject({ reason: 'correction-waits' })
  const answer = (key: string, says: 'yes' | 'no') =>
    answerCorrection(town.as(key), { tenderId: tender.id, says })
  await expect(answer('editor1', 'yes')).rejects.toMatchObject({ kind: 'forbidden' })
  expect((await proposalBy(town, tender.id, 'ORG1')).price).toBe(yuan(185_000))
  await answer('signer1', 'yes')
  expect((await proposalBy(town, tender.id, 'ORG1')).price).toBe(yuan(182_000))
  const [kept] = await town.db.select().from(priceCorrections)
  expect(kept).toMatchObject({ was: yuan(185_000), steps: ['words_over_figures'], answer: 'yes' })
  await expect(answer('signer1', 'no')).rejects.toMatchObject({ reason: 'correction-answered' })
  for (const m of members) await vote(m)
})

test('a bidder who does not confirm is out, and no vote can keep it in', async () => {
  const town = await world()
  const { tender, p, a, b } = await declared(town)
  const found = { tenderId: tender.id, proposalId: p.id, words: '响应函第 2 页大写金额' }
  await findCorrection(town.as(a), { ...found, capital: '壹拾捌万贰仟元整' })
  await agreeCorrection(town.as(b), { tenderId: tender.id, proposalId: p.id })
  const { dueAt } = (await readOwnCorrection(town.as('signer1'), tender.id)).found
  town.clock.set(dueAt)
  await expect(
    answerCorrection(town.as('signer1'), { tenderId: tender.id, says: 'yes' }),
  ).rejects.toMatchObject({ reason: 'correction-over' })
  const votes = (await openedOf(town.db, tender.id)).map((one) => ({ proposalId: one.id, passes: true }))
  await expect(voteQualification(town.as(b), { tenderId: tender.id, votes })).rejects.toMatchObject({
    reason: 'fact-bars-passing',
  })
})

test('a condition is passed or failed by its number; a vote that says both is refused', () => {
  const vote = { proposalId: 'p', passes: 'no', ground: 'not_qualified', words: '证书已过期' }
  expect(votesForm.parse({ votes: [{ ...vote, failed: '2' }] }).votes[0]!.failed).toEqual([2])
  expect(votesForm.parse({ votes: [{ ...vote, failed: ['1', '2'] }] }).votes[0]!.failed).toEqual([1, 2])
  for (const wrong of [vote, { ...vote, failed: '0' }, { proposalId: 'p', passes: 'yes', failed: '1' }])
    expect(votesForm.safeParse({ votes: [wrong] }).success).toBe(false)
  expect(buyerChecksForm.safeParse({ checks: [{ proposalId: 'p', failed: '1' }] }).success).toBe(false)
  expect(buyerChecksForm.parse({ checks: [{ proposalId: 'p' }] }).checks[0]!.failed).toEqual([])
})

test('where the route says so the buyer checks who qualifies, whole and once, before the panel votes', async () => {
  const town = await world()
  const { tender, members, a } = await declared(town)
  const all = await openedOf(town.db, tender.id)
  const check = (key: string, failing: string | null, left = all) =>
    checkByBuyer(town.as(key), {
      tenderId: tender.id,
      checks: left.map((p) => ({
        proposalId: p.id,
        failed: p.supplierId === failing ? [1] : [],
        words: p.supplierId === failing ? '登记证书已过期' : undefined,
      })),
    })
  await expect(check('handler', null)).rejects.toMatchObject({ reason: 'panel-checks-qualification' })
  const { methods } = await import('#db/schema/index.ts')
  await town.transact((tx) =>
    tx.update(methods).set({ buyerQualifies: true, minProposals: 2 }).where(eq(methods.id, tender.methodId)),
  )
  const votes = all.map((p) => ({ proposalId: p.id, passes: true }))
  const vote = (m: string, list = votes) =>
    voteQualification(town.as(m), { tenderId: tender.id, votes: list })
  await expect(vote(a)).rejects.toMatchObject({ reason: 'buyer-check-first' })
  expect(await keysOf(town, 'handler')).toContain('buyer-check.give')
  for (const key of [a, 'approver', 'signer1'])
    await expect(check(key, null)).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(check('handler', null, all.slice(1))).rejects.toMatchObject({ reason: 'buyer-check-whole' })
  const shown = await readBuyerCheck(town.as('handler'), tender.id)
  expect(JSON.stringify(shown)).not.toContain('FIT')
  await check('handler', 'ORG3')
  await expect(check('handler', null)).rejects.toMatchObject({ reason: 'buyer-checked' })
  expect(await proposalBy(town, tender.id, 'ORG3')).toMatchObject({
    state: 'disqualified',
    endGround: 'not_qualified',
    endReason: '登记证书已过期',
  })
  await expect(vote(a)).rejects.toMatchObject({ reason: 'proposal-missing' })
  const left = votes.filter((v) => v.proposalId !== all.find((p) => p.supplierId === 'ORG3')!.id)
  for (const m of members) await vote(m, left)
  expect((await findTender(town.db, tender.id)).state).toBe('opened')
})

test('employer, board, kin and contracts of three years tie an expert; what is older does not', async () => {
  const town = await world()
  const tender = await openedTender(town)
  const on = '2026-03-20'
  const ties = async (personId: string) =>
    (await tiesOf(town.db, tender.id, personId, on)).map((t) => `${t.relation} ${t.partyId}`)
  expect(await ties('expert7')).toEqual([])
  await town.transact(async (tx) => {
    await tx.update(experts).set({ employerId: 'ORG1' }).where(eq(experts.id, 'expert5'))
    await tx.insert(expertKin).values([
      { expertId: 'expert6', personId: 'signer2', relation: 'spouse', at: town.clock.now() },
      { expertId: 'expert4', personId: 'resident1', relation: 'direct', at: town.clock.now() },
    ])
    const board = {
      role: 'org_signer' as const,
      partyId: 'ORG3',
      ground: '理事会决议',
      createdAt: town.clock.now(),
    }
    await tx.insert(seats).values([
      { ...board, personId: 'expert7', from: '2020-01-01', to: '2024-06-30' },
      { ...board, personId: 'expert3', from: '2018-01-01', to: '2023-03-19' },
    ])
  })
  expect(await ties('expert5')).toEqual(['employed ORG1'])
  expect(await ties('expert6')).toEqual(['kin ORG2'])
  expect(await ties('expert4')).toEqual([])
  expect(await ties('expert7')).toEqual(['seat ORG3'])
  expect(await ties('expert3')).toEqual([])
  expect(await town.db.$count(contracts)).toBe(0)
  const sent = and(eq(proposals.tenderId, tender.id), eq(proposals.supplierId, 'ORG2'))
  await town.transact((tx) => tx.update(proposals).set({ state: 'submitted' }).where(sent))
  // Who has not been opened ties nobody: that they came is not known.
  expect(await ties('expert6')).toEqual([])
})
