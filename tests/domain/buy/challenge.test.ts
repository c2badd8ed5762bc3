import { expect, test } from 'vitest'
import { findAward } from '#domain/buy/award/find-award.ts'
import { proposeAward } from '#domain/buy/award/propose-award.ts'
import { takeEffect } from '#domain/buy/award/take-effect.ts'
import { admitChallenge, decideChallenge, rejectChallenge } from '#domain/buy/challenge/decide-challenge.ts'
import { findChallenge } from '#domain/buy/challenge/find-challenge.ts'
import { readChallenge, readChallenges } from '#domain/buy/challenge/read-challenge.ts'
import { submitChallenge, withdrawChallenge } from '#domain/buy/challenge/submit-challenge.ts'
import { findTender } from '#domain/buy/tender/find-tender.ts'
import { awardedTender, openedTender } from '../../support/proposal.ts'
import { type Town, world } from '../../support/world.ts'

const items = '评分表团队一项人数计算有误：本单位列名持证社工六名，应得十二分，请求复核。'
const reply = '按评分表每名 2 分、最高 8 分计算，得分与评分表一致，未改分、未重新评审。'
const raise = (town: Town, tenderId: string, key = 'signer2') =>
  submitChallenge(town.as(key), { tenderId, items })

test('a challenge is taken until the last second of the window, from those who took part, one at a time', async () => {
  const town = await world()
  const { tender, award } = await awardedTender(town)
  for (const key of ['editor2', 'signer4', 'handler', 'resident1'])
    await expect(raise(town, tender.id, key)).rejects.toMatchObject({ kind: 'forbidden' })
  town.clock.set(new Date(award.windowEndsAt!.getTime() - 1000))
  const { id, refNo } = await raise(town, tender.id)
  expect(refNo).toMatch(/^ZY-2026-/)
  await expect(raise(town, tender.id)).rejects.toMatchObject({ reason: 'challenge-already-open' })
  // Friday 2026-03-27: seven working days later is Wednesday 8 April, Qingming holidays between.
  expect((await findChallenge(town.db, id)).replyDueAt).toEqual(new Date('2026-04-09T00:00:00+08:00'))
  town.clock.pass(1000)
  await expect(raise(town, tender.id, 'signer3')).rejects.toMatchObject({ reason: 'challenge-window-over' })
})

test('while one is open the award takes no effect; dismissed, it does', async () => {
  const town = await world()
  const { tender, award } = await awardedTender(town)
  const { id } = await raise(town, tender.id)
  expect((await findTender(town.db, tender.id)).suspended).toBe(true)
  town.clock.set(award.windowEndsAt!)
  const effect = () =>
    town.transact((tx) => takeEffect(tx, town.as('handler'), award.id).then((a) => a.state))
  await expect(effect()).rejects.toMatchObject({ reason: 'challenge-live' })
  await admitChallenge(town.as('handler'), { challengeId: id })
  await expect(effect()).rejects.toMatchObject({ reason: 'challenge-live' })
  const decide = (key: string) =>
    decideChallenge(town.as(key), { challengeId: id, outcome: 'dismiss', reply })
  for (const key of ['handler', 'signer2', 'finance', 'dApprover'])
    await expect(decide(key)).rejects.toMatchObject({ kind: 'forbidden' })
  await decide('approver')
  const decided = await findChallenge(town.db, id)
  expect(decided).toMatchObject({ state: 'dismissed', reply })
  expect(decided.complaintEndsAt!.getTime()).toBeGreaterThan(decided.replyDueAt.getTime())
  expect((await findTender(town.db, tender.id)).suspended).toBe(false)
  expect(await effect()).toBe('effective')
})

test('upheld, it cancels the award, and the next in rank may be put forward', async () => {
  const town = await world()
  const { tender, award } = await awardedTender(town)
  const { id } = await raise(town, tender.id)
  await admitChallenge(town.as('handler'), { challengeId: id })
  await decideChallenge(town.as('approver'), {
    challengeId: id,
    outcome: 'uphold',
    reply: `质疑成立。${reply}`,
  })
  expect(await findAward(town.db, award.id)).toMatchObject({
    state: 'cancelled',
    proposal: { state: 'not_awarded' },
  })
  const next = await proposeAward(town.as('handler'), { tenderId: tender.id })
  expect(await findAward(town.db, next.id)).toMatchObject({ rank: 2, supplierId: 'ORG2' })
})

test('upheld in part, not admitted, withdrawn: the award stands', async () => {
  const town = await world()
  const { tender, award } = await awardedTender(town)
  const first = await raise(town, tender.id)
  await withdrawChallenge(town.as('signer2'), { challengeId: first.id })
  const second = await raise(town, tender.id)
  await expect(withdrawChallenge(town.as('signer3'), { challengeId: second.id })).rejects.toMatchObject({
    reason: 'not-your-body',
  })
  await rejectChallenge(town.as('handler'), {
    challengeId: second.id,
    reply: '质疑事项不在可质疑的范围内，不予受理。',
  })
  const third = await raise(town, tender.id, 'signer3')
  await admitChallenge(town.as('handler'), { challengeId: third.id })
  await decideChallenge(town.as('approver'), { challengeId: third.id, outcome: 'uphold_in_part', reply })
  expect((await findAward(town.db, award.id)).state).toBe('notified')
  expect((await findTender(town.db, tender.id)).suspended).toBe(false)
})

test('what is alleged is between the two sides; that it came and what was answered is public', async () => {
  const town = await world()
  const { tender } = await awardedTender(town)
  const { id } = await raise(town, tender.id)
  const open = await readChallenges(town.as(null), tender.id)
  expect(JSON.stringify(open)).not.toContain('人数计算有误')
  expect(open.shown).toHaveLength(1)
  expect((await readChallenges(town.as('signer2'), tender.id)).own[0]?.items).toBe(items)
  expect((await readChallenge(town.as('handler'), id)).challenge.items).toBe(items)
  for (const key of ['signer1', 'resident1', 'expert1', 'dHandler'])
    await expect(readChallenge(town.as(key), id)).rejects.toMatchObject({ kind: 'forbidden' })
})

test('before the result is published there is nothing to challenge', async () => {
  const town = await world()
  const tender = await openedTender(town)
  await expect(raise(town, tender.id)).rejects.toMatchObject({ reason: 'nothing-to-challenge' })
})
