import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { ballotLinks, ballots, householdClaims, journal, notices, participations } from '#db/schema/index.ts'
import { castFor } from '#domain/ask/vote/cast-vote.ts'
import { closeBox } from '#domain/ask/vote/close-box.ts'
import { ballotsOf } from '#domain/ask/vote/count-round.ts'
import { deskOfVote } from '#domain/ask/vote/desk.ts'
import { raiseClaim, readClaims, settleClaim } from '#domain/ask/vote/household-claims.ts'
import { readSheet } from '#domain/ask/vote/sheets/read-sheet.ts'
import { returnedBatch } from '#tests/support/channels.ts'
import { refused, vote } from '#tests/support/round-votes.ts'
import { closing, countedRound, openRound, type ReadyRound } from '#tests/support/vote.ts'
import { type Town, world } from '#tests/support/world.ts'

const raise = (town: Town, round: ReadyRound, voter: number) =>
  raiseClaim(town.as(null), {
    roundId: round.id,
    code: round.slips[voter]!.code,
    claimant: '李阿姨',
    reason: '票是租客投的',
  })
const settle = async (town: Town, round: ReadyRound, outcome: 'keep' | 'hand_over', who = 'director') => {
  const [claim] = await town.db.select().from(householdClaims).where(eq(householdClaims.roundId, round.id))
  return settleClaim(town.as(who), { roundId: round.id, claimId: claim!.id, outcome, ground: '核对了户口簿' })
}
const desk = (town: Town, round: ReadyRound, voter: number, item: number) =>
  castFor(town.as('station'), {
    roundId: round.id,
    code: round.slips[voter]!.code,
    channel: 'desk',
    choices: [round.needIds[item]!],
  })

test('while a household disputes its vote it is held: no telephone, no desk, no closing of the box', async () => {
  const town = await world()
  const round = await openRound(town, { quorumPercent: 0 })
  expect(await refused(raise(town, round, 0))).toBe('claim-nothing-cast')
  await vote(town, round, 0, [0])
  await raise(town, round, 0)
  expect(await refused(raise(town, round, 0))).toBe('claim-open')
  expect(await refused(vote(town, round, 0, [1]))).toBe('claim-held')
  expect(await refused(desk(town, round, 0, 1))).toBe('claim-held')
  const batchId = await returnedBatch(town, round, 1)
  const sheet = { batchId, line: 1, code: round.slips[0]!.code, voided: 'blank' as const }
  await readSheet(town.as('station'), sheet)
  expect(await refused(readSheet(town.as('grid'), sheet))).toBe('claim-held')
  expect(await refused(vote(town, round, 1, [1]))).toBe('not refused')
  town.clock.set(closing)
  expect(await refused(raise(town, round, 1))).toBe('round-closed')
  await expect(closeBox(town.as('director'), { roundId: round.id })).rejects.toMatchObject({
    reason: 'claims-unsettled',
    params: { n: 1 },
  })
  expect(await refused(settle(town, round, 'hand_over'))).toBe('claim-too-late')
  await settle(town, round, 'keep')
  await readSheet(town.as('grid'), sheet)
  await countedRound(town, round)
  expect(await ballotsOf(town.db, round.id)).toHaveLength(1)
})

test('settled for the first, its ballot stands and may be changed as before', async () => {
  const town = await world()
  const round = await openRound(town, { quorumPercent: 0 })
  await vote(town, round, 0, [0])
  await raise(town, round, 0)
  await settle(town, round, 'keep')
  expect(await refused(settle(town, round, 'hand_over'))).toBe('claim-settled')
  expect(await refused(vote(town, round, 0, [1]))).toBe('not refused')
  expect(await town.db.$count(ballots)).toBe(1)
})

test('settled for the other, the first ballot is out, the telephone is shut, and one ballot counts', async () => {
  const town = await world()
  const round = await openRound(town, { quorumPercent: 0 })
  await vote(town, round, 0, [0])
  await raise(town, round, 0)
  await settle(town, round, 'hand_over')
  for (const table of [ballots, ballotLinks, participations]) expect(await town.db.$count(table)).toBe(0)
  expect(await refused(vote(town, round, 0, [0]))).toBe('claim-at-the-desk')
  await desk(town, round, 0, 2)
  await countedRound(town, round)
  const opened = await ballotsOf(town.db, round.id)
  expect(opened).toHaveLength(1)
  expect(await town.db.$count(participations)).toBe(1)
})

test('an open dispute is a task on the director’s desk, and on nobody else’s, until it is settled', async () => {
  const town = await world()
  const round = await openRound(town, { quorumPercent: 0 })
  const on = async (who: string) =>
    (await deskOfVote(town.db, town.as(who))).filter((item) => item.key === 'round.claims')
  await vote(town, round, 0, [0])
  expect(await on('director')).toEqual([])
  await raise(town, round, 0)
  expect(await on('director')).toMatchObject([{ kind: 'act', link: `/desk/rounds/${round.id}/claims` }])
  for (const who of ['clerk', 'station', 'supervisor', 'director2']) expect(await on(who), who).toEqual([])
  town.clock.set(closing)
  expect(await on('director')).toHaveLength(1)
  await settle(town, round, 'keep')
  expect(await on('director')).toEqual([])
})

test('only the committee’s director settles, and only what was raised in his round', async () => {
  const town = await world()
  const round = await openRound(town)
  await vote(town, round, 0, [0])
  await raise(town, round, 0)
  for (const who of ['clerk', 'station', 'grid', 'supervisor', 'approver', 'resident1'])
    expect(await refused(settle(town, round, 'keep', who)), who).toBe('needs-another-seat')
  expect(await refused(settle(town, round, 'keep', 'director2'))).toBe('not-your-body')
  expect(await refused(readClaims(town.as('clerk'), round.id))).toBe('needs-another-seat')
  const other = settleClaim(town.as('director'), {
    roundId: round.id,
    claimId: 'x',
    outcome: 'keep',
    ground: '无',
  })
  expect(await refused(other)).toBe('no-such-claim')
  const { claims } = await readClaims(town.as('director'), round.id)
  expect(claims).toMatchObject([{ claimant: '李阿姨', outcome: null }])
  expect(await town.db.select().from(notices).where(eq(notices.message, 'claim-raised'))).toMatchObject([
    { role: 'committee_director', partyId: 'C1' },
  ])
  const told = JSON.stringify(await town.db.select().from(journal))
  expect(told).not.toContain('李阿姨')
  expect(told).not.toContain('租客')
})

test('where each person votes there is no household dispute', async () => {
  const town = await world()
  const round = await openRound(town, { unit: 'person' })
  await vote(town, round, 0, [0])
  expect(await refused(raise(town, round, 0))).toBe('claim-not-household')
})

test('no wrong code raises a dispute', async () => {
  const town = await world()
  const round = await openRound(town)
  const wrong = raiseClaim(town.as(null), {
    roundId: round.id,
    code: 'AAAAAAAAA',
    claimant: '甲',
    reason: '乙',
  })
  expect(await refused(wrong)).toBe('code-not-on-the-roll')
})
