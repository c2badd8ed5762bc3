import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  ballotLinks,
  ballots,
  callbacks,
  journal,
  kiosks,
  needs,
  paperBatches,
  paperSheets,
  parameters,
  participations,
  sheetReadings,
} from '#db/schema/index.ts'
import { drawCallbacks, readCallbacks, recordCallback } from '#domain/ask/vote/callbacks/draw-callbacks.ts'
import { castFor } from '#domain/ask/vote/cast-vote.ts'
import { closeBox } from '#domain/ask/vote/close-box.ts'
import { ballotsOf } from '#domain/ask/vote/count-round.ts'
import { raiseClaim, settleClaim } from '#domain/ask/vote/household-claims.ts'
import {
  castAtKiosk,
  endTurn,
  lockHere,
  markAtKiosk,
  paperAtKiosk,
} from '#domain/ask/vote/kiosk/kiosk-turn.ts'
import { lockKiosk, readUnlock, unlockKiosk } from '#domain/ask/vote/kiosk/unlock-kiosk.ts'
import { idOf } from '#domain/ask/vote/marks.ts'
import { takeBack } from '#domain/ask/vote/paper.ts'
import { readHelp } from '#domain/ask/vote/read-help.ts'
import { issueBatch, returnBatch } from '#domain/ask/vote/sheets/issue-batch.ts'
import { readBatch, readBatches } from '#domain/ask/vote/sheets/read-batches.ts'
import { readSheet } from '#domain/ask/vote/sheets/read-sheet.ts'
import { startOver } from '#domain/ask/vote/sheets/start-over.ts'
import { batchRow, castAt, codeOf, kioskIn, readBy, returnedBatch, standAt } from '#tests/support/channels.ts'
import { openClaimOf } from '#tests/support/claims.ts'
import { lessChance } from '#tests/support/less-chance.ts'
import { genuinePaper } from '#tests/support/paper.ts'
import { refused, vote } from '#tests/support/round-votes.ts'
import { closing, countedRound, openRound, type ReadyRound, sealedRound } from '#tests/support/vote.ts'
import { type Town, world } from '#tests/support/world.ts'

const help = (
  town: Town,
  round: ReadyRound,
  voter: number,
  item: number,
  channel: 'desk' | 'assisted' = 'desk',
) =>
  castFor(town.as(channel === 'desk' ? 'station' : 'grid'), {
    roundId: round.id,
    code: codeOf(round, voter),
    channel,
    choices: [round.needIds[item]!],
  })

test('a machine is unlocked by whoever helps there, for a round that is open', async () => {
  const town = await world()
  const round = await sealedRound(town)
  const unlock = (who: string) => refused(unlockKiosk(town.as(who), { roundId: round.id, spot: '大厅' }))
  expect(await unlock('station')).toBe('round-not-open-yet')
  town.clock.set(new Date('2026-03-10T01:00:00+08:00'))
  for (const who of ['director', 'supervisor', 'handler', 'resident1', 'admin'])
    expect(await unlock(who), who).toBe('needs-another-seat')
  expect(await unlock('clerk2')).toBe('not-your-body')
  for (const who of ['clerk', 'station', 'grid']) expect(await unlock(who), who).toBe('not refused')
  const { rounds, kiosks: standing } = await readUnlock(town.as('station'))
  expect(rounds.map(({ id }) => id)).toEqual([round.id])
  expect(standing).toHaveLength(3)
  town.clock.set(closing)
  expect(await unlock('station')).toBe('round-closed')
})

test('at a machine one votes with the slip alone, and no name of staff or voter is kept with it', async () => {
  const town = await world()
  const round = await openRound(town, { quorumPercent: 0 })
  const seat = await kioskIn(town, round)
  const { paper } = await castAt(town, round, seat, 0, 1)
  expect(takeBack(town.as(null), round.id, paper)).toMatchObject({ choices: [], blank: false })
  expect(await town.db.select().from(participations)).toMatchObject([{ channel: 'kiosk', helperId: null }])
  expect(seat).not.toContain('station')
  const lines = await town.db.select().from(journal).where(eq(journal.action, 'ballot.cast'))
  expect(lines).toMatchObject([{ actorId: null, detail: { channel: 'kiosk' } }])
})

test('a page that an earlier voter left is worth nothing once the next one began, nor after “next voter”', async () => {
  const town = await world()
  const round = await openRound(town)
  const seat = await kioskIn(town, round)
  const ctx = town.as(null)
  const first = await standAt(town, round, seat, 0, 0)
  const second = await standAt(town, round, seat, 1, 1)
  expect(await refused(castAtKiosk(ctx, first.held))).toBe('kiosk-turn-over')
  expect(await refused(markAtKiosk(ctx, first.begun, { choices: [round.needIds[2]!] }))).toBe(
    'kiosk-turn-over',
  )
  // The form of the first, sent with the paper of the second.
  const mixed = { ...second.held, turn: first.held.turn }
  expect(await refused(castAtKiosk(ctx, mixed))).toBe('kiosk-turn-over')
  await endTurn(ctx, seat)
  expect(await refused(castAtKiosk(ctx, second.held))).toBe('kiosk-turn-over')
  expect(await refused(paperAtKiosk(ctx, second.held))).toBe('kiosk-turn-over')
  expect(await town.db.$count(ballots)).toBe(0)
})

test('a telephone’s paper opens nothing at a machine, nor a forged token', async () => {
  const town = await world()
  const round = await openRound(town)
  const seat = await kioskIn(town, round)
  const { held } = await standAt(town, round, seat, 0, 0)
  const ctx = town.as(null)
  for (const wrong of [null, '', 'x', 'A'.repeat(80), held.paper])
    expect(await refused(castAtKiosk(ctx, { ...held, seat: wrong }))).toBe('kiosk-locked')
  expect(await refused(castAtKiosk(ctx, { ...held, paper: null }))).toBe('kiosk-turn-over')
  expect(await refused(castAtKiosk(ctx, { ...held, paper: seat }))).toBe('kiosk-turn-over')
})

test('a machine locks itself when nobody used it for its time, and staff lock it there or from afar', async () => {
  const town = await world()
  const round = await openRound(town)
  const ctx = town.as(null)
  await town.transact((tx) =>
    tx.update(parameters).set({ value: -1 }).where(eq(parameters.code, 'KIOSK_IDLE')),
  )
  const idle = await kioskIn(town, round)
  expect(await refused(standAt(town, round, idle, 0, 0))).toBe('kiosk-idle')
  await town.transact((tx) =>
    tx.update(parameters).set({ value: 30 }).where(eq(parameters.code, 'KIOSK_IDLE')),
  )
  expect(await refused(standAt(town, round, idle, 0, 0))).toBe('not refused')
  await lockHere(ctx, idle)
  expect(await refused(standAt(town, round, idle, 0, 0))).toBe('kiosk-locked')
  const seat = await kioskIn(town, round)
  const { held } = await standAt(town, round, seat, 0, 0)
  const standing = (await town.db.select().from(kiosks)).find((kiosk) => !kiosk.lockedAt)!
  expect(await refused(lockKiosk(town.as('clerk2'), { kioskId: standing.id }))).toBe('not-your-body')
  await lockKiosk(town.as('clerk'), { kioskId: standing.id })
  expect(await refused(castAtKiosk(ctx, held))).toBe('kiosk-locked')
})

test('a right used in person is shut everywhere else, with the words for where it was used', async () => {
  const town = await world()
  const round = await openRound(town)
  const seat = await kioskIn(town, round)
  await vote(town, round, 0, [0])
  await castAt(town, round, seat, 0, 1)
  expect(await refused(vote(town, round, 0, [0]))).toBe('voted-at-kiosk')
  expect(await refused(help(town, round, 0, 0))).toBe('voted-at-kiosk')
  await castAt(town, round, seat, 0, 2)
  await help(town, round, 1, 0)
  expect(await refused(castAt(town, round, seat, 1, 1))).toBe('voted-at-desk')
  await help(town, round, 2, 0, 'assisted')
  expect(await refused(castAt(town, round, seat, 2, 1))).toBe('voted-with-help')
  const batchId = await returnedBatch(town, round, 2)
  await readBy(town, round, batchId, 'clerk', { line: 1, voter: 3, item: 0 })
  await readBy(town, round, batchId, 'station', { line: 1, voter: 3, item: 0 })
  expect(await refused(castAt(town, round, seat, 3, 1))).toBe('voted-on-paper')
  await readBy(town, round, batchId, 'clerk', { line: 2, voter: 3, item: 1 })
  expect(await refused(readBy(town, round, batchId, 'station', { line: 2, voter: 3, item: 1 }))).toBe(
    'voted-on-paper',
  )
  expect(await town.db.$count(ballots)).toBe(4)
})

test('a sheet goes into the box only when two people read the same, and neither sees the other', async () => {
  const town = await world()
  const round = await openRound(town, { quorumPercent: 0 })
  const batchId = await returnedBatch(town, round, 2, 3)
  const read = (who: string, item: number, line = 1) =>
    readBy(town, round, batchId, who, { line, voter: 0, item })
  expect((await read('clerk', 0)).state).toBe('first')
  expect(await town.db.$count(ballots)).toBe(0)
  expect(await refused(read('clerk', 0))).toBe('another-reads')
  const page = JSON.stringify(await readBatch(town.as('station'), batchId, round.id))
  for (const hidden of [codeOf(round, 0), '住户1"']) expect(page).not.toContain(hidden)
  const kept = await town.db.select().from(sheetReadings)
  for (const needId of round.needIds) expect(JSON.stringify(kept)).not.toContain(needId)
  expect(lessChance(kept)).not.toContain('XQ')
  expect((await read('station', 0)).state).toBe('settled')
  expect(await town.db.$count(ballots)).toBe(1)
  expect(await town.db.$count(sheetReadings)).toBe(0)
  expect(await refused(read('grid', 0))).toBe('sheet-settled')
  expect(lessChance(await town.db.select().from(paperSheets))).not.toContain('entry')
  expect(await refused(read('grid', 0, 4))).toBe('no-such-line')
})

test('where two differ a third decides; where all three differ it begins anew with a ground', async () => {
  const town = await world()
  const round = await openRound(town)
  const batchId = await returnedBatch(town, round, 2)
  const read = (who: string, line: number, item: number) =>
    readBy(town, round, batchId, who, { line, voter: line, item })
  await read('clerk', 1, 0)
  expect((await read('station', 1, 1)).state).toBe('differs')
  expect(await refused(read('clerk', 1, 1))).toBe('another-reads')
  expect(await refused(read('grid', 1, 2))).toBe('readings-all-differ')
  expect(await town.db.$count(ballots)).toBe(0)
  expect((await read('grid', 1, 1)).state).toBe('settled')
  expect(await town.db.select().from(paperSheets)).toMatchObject([
    { line: 1, outcome: 'counted', firstReader: 'clerk', secondReader: 'station', thirdReader: 'grid' },
  ])
  await read('clerk', 2, 0)
  const over = (who: string) =>
    refused(startOver(town.as(who), { batchId, line: 2, ground: '录错了票号，重新录' }))
  for (const who of ['clerk', 'station', 'grid']) expect(await over(who), who).toBe('needs-another-seat')
  expect(await over('supervisor')).toBe('not refused')
  expect(await over('director')).toBe('nothing-to-start-over')
  await read('station', 2, 1)
  expect((await read('clerk', 2, 1)).state).toBe('settled')
})

test('void sheets keep their reason; without a slip, or used elsewhere, nobody is counted as taking part', async () => {
  const town = await world()
  const round = await openRound(town, { quorumPercent: 0 })
  await help(town, round, 5, 0)
  const batchId = await returnedBatch(town, round, 4)
  const twice = async (line: number, sheet: Partial<Parameters<typeof readSheet>[1]>) => {
    await readSheet(town.as('clerk'), { batchId, line, ...sheet })
    return readSheet(town.as('station'), { batchId, line, ...sheet })
  }
  await twice(1, { code: codeOf(round, 0), voided: 'too_many' })
  await twice(2, { voided: 'no_slip' })
  await twice(3, { code: codeOf(round, 5), voided: 'used_elsewhere' })
  await twice(4, { code: codeOf(round, 1), blank: 'yes' })
  expect(await refused(twice(4, {}))).toBe('sheet-settled')
  const batches = (await readBatches(town.as('clerk'), round.id)).batches
  expect(batches[0]!.counts).toMatchObject({ counted: 0, blank: 1, void: 3, waiting: 0, differing: 0 })
  expect(await town.db.$count(participations)).toBe(3)
  await countedRound(town, round)
  expect(await ballotsOf(town.db, round.id)).toHaveLength(2)
})

test('a batch goes out to people of here, and comes back counted; the box waits for every sheet', async () => {
  const town = await world()
  const round = await openRound(town, { quorumPercent: 0 })
  const issue = (who: string, carrierId = 'grid') =>
    refused(issueBatch(town.as(who), { roundId: round.id, building: '1号楼', size: 3, carrierId }))
  for (const who of ['grid', 'director', 'supervisor', 'handler'])
    expect(await issue(who), who).toBe('needs-another-seat')
  expect(await issue('clerk', 'signer1')).toBe('carrier-not-here')
  expect(await issue('station')).toBe('not refused')
  const batchId = (await town.db.select().from(paperBatches))[0]!.id
  const sheets = await genuinePaper(town, 'clerk', 'ballot', batchId)
  expect(sheets.matter!.refNo).toMatch(/ 01-001 – 01-003$/)
  expect(JSON.stringify(sheets)).not.toContain('号楼')
  expect(await refused(genuinePaper(town, null, 'ballot', batchId))).toBe('nothing-here')
  const back = (used: number, unused: number, missingGround?: string) =>
    refused(returnBatch(town.as('clerk'), { batchId, used, unused, missingGround }))
  const read = () => readBy(town, round, batchId, 'clerk', { line: 1, voter: 0, item: 0 })
  expect(await refused(read())).toBe('batch-not-returned')
  expect(await back(3, 1)).toBe('more-sheets-than-issued')
  expect(await back(1, 1)).toBe('missing-sheets-ground')
  town.clock.set(new Date(closing.getTime() - 1))
  expect(await back(1, 1, '2 号票被雨淋坏')).toBe('not refused')
  town.clock.set(closing)
  const close = () => refused(closeBox(town.as('director'), { roundId: round.id }))
  expect(await close()).toBe('sheets-unread')
  await read()
  expect(await back(1, 2)).toBe('sheets-return-while-open')
  await readBy(town, round, batchId, 'station', { line: 1, voter: 0, item: 0 })
  const more = { line: 2, voter: 1, item: 0 }
  expect(await refused(readBy(town, round, batchId, 'clerk', more))).toBe('batch-read-whole')
  expect(await close()).toBe('not refused')
  expect(await refused(readBy(town, round, batchId, 'clerk', more))).toBe('box-already-closed')
})

test('a batch that did not come back holds the box', async () => {
  const town = await world()
  const round = await openRound(town)
  const issue = { roundId: round.id, building: '2号楼', size: 5, carrierId: 'clerk' }
  await issueBatch(town.as('clerk'), issue)
  town.clock.set(closing)
  expect(await refused(closeBox(town.as('director'), { roundId: round.id }))).toBe('batch-still-out')
})

test('of ballots entered for others a share is drawn by lot for the supervision committee, which asks once each', async () => {
  const town = await world()
  const round = await openRound(town)
  const draw = (who = 'supervisor') => drawCallbacks(town.as(who), { roundId: round.id })
  expect(await refused(draw())).toBe('nobody-helped-yet')
  for (let i = 0; i < 6; i++) await help(town, round, i, 0, 'assisted')
  await help(town, round, 7, 0)
  for (const who of ['clerk', 'director', 'grid', 'station'])
    expect(await refused(draw(who)), who).toBe('needs-another-seat')
  expect((await draw()).drawn).toBe(3)
  expect((await draw()).drawn).toBe(0)
  const { list, helped } = await readCallbacks(town.as('supervisor'), round.id)
  expect(helped).toBe(7)
  expect(new Set(list.map((one) => one.householdKey)).size).toBe(3)
  expect(JSON.stringify(list)).not.toContain(round.needIds[0]!)
  const answer = (outcome: 'confirmed' | 'not_mine', note?: string) =>
    refused(
      recordCallback(town.as('supervisor'), { roundId: round.id, callbackId: list[0]!.id, outcome, note }),
    )
  expect(await answer('not_mine')).toBe('callback-needs-note')
  expect(await answer('not_mine', '她说没有人来过')).toBe('not refused')
  expect(await answer('confirmed')).toBe('callback-answered')
  expect(JSON.stringify(await town.db.select().from(journal))).not.toContain('她说')
})

test('calling a visit “desk” passes neither the cap nor the draw', async () => {
  const town = await world()
  const cap = (code: string, value: number) =>
    town.transact((tx) => tx.update(parameters).set({ value }).where(eq(parameters.code, code)))
  await cap('ASSISTED_CAP', 1)
  await cap('DESK_CAP', 2)
  await cap('CALLBACK_SHARE', 100)
  const round = await openRound(town)
  const enter = (voter: number, channel: 'desk' | 'assisted', who = 'station') =>
    refused(
      castFor(town.as(who), {
        roundId: round.id,
        code: codeOf(round, voter),
        channel,
        choices: [round.needIds[0]!],
      }),
    )
  expect([await enter(0, 'assisted'), await enter(1, 'assisted')]).toEqual(['not refused', 'helped-too-many'])
  expect([await enter(1, 'desk'), await enter(2, 'desk')]).toEqual(['not refused', 'not refused'])
  expect(await enter(3, 'desk')).toBe('entered-too-many-here')
  expect(await enter(2, 'desk')).toBe('not refused')
  expect(await enter(3, 'desk', 'clerk')).toBe('not refused')
  const { home, desk } = await readHelp(town.as('station'), round.id)
  expect([home, desk]).toEqual([
    { n: 1, most: 1 },
    { n: 2, most: 2 },
  ])
  expect((await drawCallbacks(town.as('supervisor'), { roundId: round.id })).drawn).toBe(4)
  const { list } = await readCallbacks(town.as('supervisor'), round.id)
  expect(list.map(({ channel }) => channel).sort()).toEqual(['assisted', 'desk', 'desk', 'desk'])
})

test('nobody calls back on a ballot he entered himself', async () => {
  const town = await world()
  const round = await openRound(town)
  await help(town, round, 0, 0, 'assisted')
  await drawCallbacks(town.as('supervisor'), { roundId: round.id })
  await town.transact((tx) => tx.update(callbacks).set({ helperId: 'supervisor' }))
  const [drawn] = await town.db.select().from(callbacks)
  const record = { roundId: round.id, callbackId: drawn!.id, outcome: 'confirmed' as const }
  expect(await refused(recordCallback(town.as('supervisor'), record))).toBe('helper-calls-himself')
})

type Stands = { channel: string; item: number | null }
/** What the law of channels says of one act, told apart from the code: the ballot that stands, or the refusal. */
function lawOf(before: Stands | undefined, channel: string): string {
  if (!before || before.channel === 'phone' || before.item === null) return 'not refused'
  if (before.channel === channel && channel !== 'paper') return 'not refused'
  return {
    desk: 'voted-at-desk',
    assisted: 'voted-with-help',
    paper: 'voted-on-paper',
    kiosk: 'voted-at-kiosk',
  }[before.channel]!
}
type Act = { voter: number; channel: string; item: number }
const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.record({
    voter: fc.nat(3),
    channel: fc.constantFrom(
      'phone',
      'desk',
      'assisted',
      'kiosk',
      'paper',
      'void',
      'claim',
      'settle',
      'replay',
    ),
    item: fc.nat(2),
  }),
  { maxLength: 14 },
)

test('under any interleaving of channels, replays and conflicts no more ballots count than the roll has places', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (told) => {
      const town = await world()
      const round = await openRound(town, { voters: 4, quorumPercent: 0 })
      const seat = await kioskIn(town, round)
      const stands = new Map<number, Stands>()
      const held = new Map<number, 'open' | 'hand_over'>()
      let batches = 0
      const paper = async (voter: number, sheet: { item?: number; void?: boolean }) => {
        batches += 1
        const batchId = await batchRow(town, round, batches, 1)
        const one = {
          batchId,
          line: 1,
          code: codeOf(round, voter),
          ...(sheet.void ? { voided: 'too_many' as const } : { choices: [round.needIds[sheet.item!]!] }),
        }
        await readSheet(town.as('clerk'), one)
        const answer = await refused(readSheet(town.as('station'), one))
        // A sheet whose right was used elsewhere is void for that; the third pair of eyes says so with the second.
        if (answer !== 'not refused') {
          const elsewhere = { batchId, line: 1, code: one.code, voided: 'used_elsewhere' as const }
          await readSheet(town.as('station'), elsewhere)
          await readSheet(town.as('grid'), elsewhere)
        }
        return answer
      }
      const cast: Record<string, (voter: number, item: number) => Promise<string>> = {
        phone: (voter, item) => refused(vote(town, round, voter, [item])),
        desk: (voter, item) => refused(help(town, round, voter, item)),
        assisted: (voter, item) => refused(help(town, round, voter, item, 'assisted')),
        kiosk: (voter, item) => refused(castAt(town, round, seat, voter, item)),
        paper: (voter, item) => paper(voter, { item }),
        void: (voter) => paper(voter, { void: true }),
      }
      let last: Act | null = null
      for (const act of told) {
        const again: Act | null = act.channel === 'replay' ? last : act
        if (!again) continue
        const { voter, channel, item } = again
        last = again
        if (channel === 'claim') {
          const claim = {
            roundId: round.id,
            code: codeOf(round, voter),
            claimant: '家人',
            reason: '不是我投的',
          }
          if ((await refused(raiseClaim(town.as(null), claim))) === 'not refused') held.set(voter, 'open')
          continue
        }
        if (channel === 'settle') {
          const claimId = await openClaimOf(town, round, voter)
          if (!claimId) continue
          const settled = {
            roundId: round.id,
            claimId,
            outcome: 'hand_over' as const,
            ground: '核对了户口簿',
          }
          await settleClaim(town.as('director'), settled)
          held.set(voter, 'hand_over')
          stands.delete(voter)
          continue
        }
        const real = channel === 'void' ? 'paper' : channel
        const claimed = held.get(voter)
        const barred =
          claimed === 'open'
            ? 'claim-held'
            : claimed === 'hand_over' && channel === 'phone'
              ? 'claim-at-the-desk'
              : lawOf(stands.get(voter), real)
        const answer = await cast[channel]!(voter, item)
        expect(answer, `${channel} after ${stands.get(voter)?.channel}`).toBe(barred)
        if (answer === 'not refused')
          stands.set(voter, { channel: real, item: channel === 'void' ? null : item })
        expect(await town.db.$count(ballotLinks)).toBe(await town.db.$count(ballots))
        expect(await town.db.$count(ballots)).toBeLessThanOrEqual(4)
      }
      for (const voter of held.keys()) {
        const claimId = await openClaimOf(town, round, voter)
        const kept = { roundId: round.id, claimId: claimId ?? '', outcome: 'keep' as const, ground: '核对过' }
        if (claimId) await settleClaim(town.as('director'), kept)
      }
      await countedRound(town, round)
      const refs = new Map((await town.db.select().from(needs)).map((n) => [n.refNo, n.id]))
      const got = (await ballotsOf(town.db, round.id)).flat().map((ref) => refs.get(idOf(ref))!)
      const want = [...stands.values()].flatMap(({ item }) => (item === null ? [] : [round.needIds[item]!]))
      expect(got.sort()).toEqual(want.sort())
      expect(got.length).toBeLessThanOrEqual(4)
      expect(await town.db.$count(participations)).toBe(stands.size)
    }),
    { numRuns: 14 },
  )
}, 180_000)
