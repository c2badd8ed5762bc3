import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { challenges, complaints, tenders } from '#db/schema/index.ts'
import { lapseAward } from '#domain/buy/award/decline-award.ts'
import { findAward } from '#domain/buy/award/find-award.ts'
import { notifyAward } from '#domain/buy/award/notify-award.ts'
import { confirmAward, proposeAward } from '#domain/buy/award/propose-award.ts'
import { readFeedback } from '#domain/buy/award/result.ts'
import { takeEffect } from '#domain/buy/award/take-effect.ts'
import { admitChallenge, decideChallenge } from '#domain/buy/challenge/decide-challenge.ts'
import { acceptComplaint, decideComplaint, resumePurchase } from '#domain/buy/challenge/decide-complaint.ts'
import { fileComplaint } from '#domain/buy/challenge/file-complaint.ts'
import { allChallenges, challengesShown } from '#domain/buy/challenge/find-challenge.ts'
import { challengeForm, decideForm, decideStrictForm } from '#domain/buy/challenge/forms.ts'
import { holdOn } from '#domain/buy/challenge/holds.ts'
import { pointsOf } from '#domain/buy/challenge/matters.ts'
import { readChallenges } from '#domain/buy/challenge/read-challenge.ts'
import { submitChallenge } from '#domain/buy/challenge/submit-challenge.ts'
import { openedOf } from '#domain/buy/evaluation/opened.ts'
import { addDays, dateOf, endOf } from '#domain/dates.ts'
import { deadlineOf } from '#domain/parameters.ts'
import { awardedTender, evaluatedTender, sentProposal } from '#tests/support/proposal.ts'
import { publishedTender } from '#tests/support/tender.ts'
import { type Town, world } from '#tests/support/world.ts'

const items = '评分表团队一项人数计算有误，请复核。\n成交供应商的年检结论没有附上，请核对。'
const words = '经核对评分表和附件，所指问题属实，按下列方式处理，理由随答复公开。'
const effect = (town: Town, awardId: string) =>
  town.transact((tx) => takeEffect(tx, town.as('handler'), awardId).then((a) => a.state))

test('the document is challenged by whoever could bid; until the opening nobody reads by whom, and nothing is opened before it is answered', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  await sentProposal(town, tender, 1)
  const raise = (key: string, matter: 'document' | 'opening' | 'result' = 'document') =>
    submitChallenge(town.as(key), { tenderId: tender.id, items, matter })
  for (const key of ['editor3', 'director', 'signerX', 'soloist'])
    await expect(raise(key)).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(raise('signer1', 'opening')).rejects.toMatchObject({ reason: 'nothing-to-challenge' })
  const { id: challengeId } = await raise('signer3')
  await expect(raise('signer3')).rejects.toMatchObject({ reason: 'challenge-already-open' })
  const [shown] = await challengesShown(town.db, tender.id)
  expect(shown).toMatchObject({ challenger: null, matter: 'document' })
  expect(
    JSON.stringify([await readChallenges(town.as(null), tender.id), await allChallenges(town.db)]),
  ).not.toMatch(/ORG3|小禾苗/)
  expect(await holdOn(town.db, tender.id, town.clock.now())).toMatchObject({ key: 'challenge-live' })
  await admitChallenge(town.as('handler'), { challengeId })
  const decide = (remedy: 'amend' | 'next_in_rank') =>
    decideChallenge(town.as('approver'), { challengeId, outcome: 'uphold', reply: words, remedy })
  await expect(decide('next_in_rank')).rejects.toMatchObject({ reason: 'remedy-not-now' })
  await decide('amend')
  expect(await holdOn(town.db, tender.id, town.clock.now())).toMatchObject({ key: 'amendment-awaited' })
  expect((await town.db.select().from(tenders).where(eq(tenders.id, tender.id)))[0]?.suspended).toBe(true)
  await expect(raise('signer3')).rejects.toMatchObject({ reason: 'challenge-once' })
  // The other way on: this run ends, its plan stays, and the next names it.
  const { id: second } = await raise('signer4')
  await admitChallenge(town.as('handler'), { challengeId: second })
  const reply = { challengeId: second, outcome: 'uphold' as const, reply: words }
  await decideChallenge(town.as('approver'), { ...reply, remedy: 'restart' })
  const [over] = await town.db.select().from(tenders).where(eq(tenders.id, tender.id))
  expect(over).toMatchObject({ state: 'failed', endReason: words, keyWrapped: null })
})

test('a complaint takes up what was challenged and nothing else; the purchase stands still for the days ordered, thirty at most', async () => {
  const town = await world()
  const { tender, award } = await awardedTender(town)
  const { id: challengeId } = await submitChallenge(town.as('signer2'), { tenderId: tender.id, items })
  await admitChallenge(town.as('handler'), { challengeId })
  await decideChallenge(town.as('approver'), { challengeId, outcome: 'dismiss', reply: words })
  await expect(submitChallenge(town.as('signer2'), { tenderId: tender.id, items })).rejects.toMatchObject({
    reason: 'challenge-once',
  })
  const file = (points: number[]) => fileComplaint(town.as('signer2'), { challengeId, items, points })
  for (const points of [[2], [0, 2], [-1], []])
    await expect(file(points)).rejects.toMatchObject({ reason: 'complaint-beyond-challenge' })
  const { id: complaintId } = await file([1])
  const accept = (days: number) => acceptComplaint(town.as('dFinance'), { complaintId, days })
  await expect(accept(31)).rejects.toMatchObject({ reason: 'suspension-too-long' })
  await accept(30)
  const until = endOf(addDays(dateOf(town.clock.now()), 30))
  const [made] = await town.db.select().from(complaints).where(eq(complaints.id, complaintId))
  expect(made).toMatchObject({ points: [1], suspendedUntil: until })
  town.clock.set(new Date(until.getTime() - 1))
  await expect(effect(town, award.id)).rejects.toMatchObject({ reason: 'complaint-live' })
  expect(await holdOn(town.db, tender.id, until)).toBeNull()
  const resume = (key: string) =>
    resumePurchase(town.as(key), { complaintId, ground: '所查事项不影响合同签订。' })
  await expect(resume('approver')).rejects.toMatchObject({ reason: 'needs-another-seat' })
  await resume('dApprover')
  await expect(resume('dApprover')).rejects.toMatchObject({ reason: 'not-suspended' })
  expect(await effect(town, award.id)).toBe('effective')
  await decideComplaint(town.as('dApprover'), {
    complaintId,
    outcome: 'upheld',
    decision: words,
    remedy: 'restart',
  })
  expect((await findAward(town.db, award.id)).state).toBe('cancelled')
  expect((await town.db.select().from(tenders).where(eq(tenders.id, tender.id)))[0]?.state).toBe('failed')
})

test('every loser has a feedback sheet by construction: his points beside the winner’s and the mean, read by him alone', async () => {
  const town = await world()
  const { tender, award } = await awardedTender(town)
  const all = await openedOf(town.db, tender.id)
  expect(all.length).toBeGreaterThan(2)
  for (const p of all) {
    const n = p.supplierId.slice(-1)
    const sheet = await readFeedback(town.as(`editor${n}`), tender.id, p.id)
    expect(Object.keys(sheet.row.averages!).toSorted()).toEqual(sheet.criteria.map((c) => c.code).toSorted())
    expect(Object.keys(sheet.means)).toEqual(sheet.criteria.map((c) => c.code))
    expect(sheet.words.length).toBeGreaterThan(0)
    if (p.id === award.proposalId) expect(sheet.winner).toBeNull()
    else expect(sheet.winner).toMatchObject({ supplier: '暖邻社会工作服务中心', price: award.price })
    for (const key of [`signer${(Number(n) % 3) + 1}`, 'handler', 'expert1', 'auditor', null])
      await expect(readFeedback(town.as(key), tender.id, p.id)).rejects.toMatchObject({ kind: 'forbidden' })
  }
})

test('confirmed in its days or with the reason why not; nothing moves while a challenge is open; who does not sign in time gives way', async () => {
  const town = await world()
  const { tender } = await evaluatedTender(town)
  const evaluated = { tenderId: tender.id, items, matter: 'evaluation' as const }
  const { id: awardId } = await proposeAward(town.as('handler'), { tenderId: tender.id })
  const { id: challengeId } = await submitChallenge(town.as('signer2'), evaluated)
  const confirm = (lateReason?: string) => confirmAward(town.as('approver'), { awardId, lateReason })
  await expect(confirm()).rejects.toMatchObject({ reason: 'challenge-live' })
  await admitChallenge(town.as('handler'), { challengeId })
  const [raised] = await town.db.select().from(challenges).where(eq(challenges.id, challengeId))
  town.clock.set(new Date(raised!.replyDueAt.getTime() - 1000))
  await decideChallenge(town.as('approver'), { challengeId, outcome: 'dismiss', reply: words })
  await expect(confirm()).rejects.toMatchObject({ reason: 'confirm-late-needs-reason' })
  await confirm('处理质疑期间暂缓确认，答复后当日确认。')
  expect((await findAward(town.db, awardId)).lateReason).toContain('暂缓')
  await notifyAward(town.as('handler'), { awardId })
  const lapse = () => lapseAward(town.as('approver'), { awardId, reason: '两次催告后仍未签订合同。' })
  const last = endOf(addDays(dateOf(town.clock.now()), 30))
  town.clock.set(new Date(last.getTime() - 1))
  await expect(lapse()).rejects.toMatchObject({ reason: 'time-to-sign-runs' })
  town.clock.set(last)
  await lapse()
  expect((await findAward(town.db, awardId)).state).toBe('declined')
  const next = await proposeAward(town.as('handler'), { tenderId: tender.id })
  // Its own days begin with the end of the award before it.
  await confirmAward(town.as('approver'), { awardId: next.id })
  expect(await findAward(town.db, next.id)).toMatchObject({ rank: 2, lateReason: null })
})

test('notice of 3 November: to the 13th; challenged on the 10th: answered by the 19th; complained of by 10 December', async () => {
  const town = await world()
  const last = (code: string, from: string) => deadlineOf(town.db, town.calendar, code, from)
  expect(await last('CHALLENGE_WINDOW_RESULT', '2026-11-03')).toBe('2026-11-13')
  expect(await last('CHALLENGE_REPLY', '2026-11-10')).toBe('2026-11-19')
  expect(await last('COMPLAINT_WINDOW', '2026-11-19')).toBe('2026-12-10')
  // Over Spring Festival: the first day is not counted, the holidays are skipped, both working Saturdays are not.
  expect(await last('CHALLENGE_WINDOW', '2026-02-12')).toBe('2026-02-28')
})

test('forms: the matter is named, an upheld challenge says what follows, items are one a line', () => {
  expect(challengeForm.safeParse({ items, matter: 'price' }).success).toBe(false)
  expect(challengeForm.safeParse({ items }).success).toBe(false)
  expect(challengeForm.safeParse({ items, matter: 'document' }).success).toBe(true)
  const upheld = { outcome: 'uphold', reply: words }
  expect(decideForm.safeParse(upheld).success).toBe(true)
  expect(decideStrictForm.safeParse(upheld).success).toBe(false)
  expect(decideStrictForm.safeParse({ ...upheld, remedy: 'beg' }).success).toBe(false)
  expect(decideStrictForm.safeParse({ ...upheld, outcome: 'dismiss', remedy: '' }).success).toBe(true)
  expect(pointsOf(' 一 \n\n二\r\n三\n')).toEqual(['一', '二', '三'])
})
