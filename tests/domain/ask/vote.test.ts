import { and, asc, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from '#app/ports/vault.ts'
import {
  ballotLinks,
  ballots,
  journal,
  needs,
  notices,
  openedBallots,
  parameters,
  participations,
  persons,
  rollEntries,
  roundItems,
  rounds,
} from '#db/schema/index.ts'
import { announceRound } from '#domain/ask/vote/announce-round.ts'
import { castPaper } from '#domain/ask/vote/cast-paper.ts'
import { castFor, castVote } from '#domain/ask/vote/cast-vote.ts'
import { closeBox } from '#domain/ask/vote/close-box.ts'
import { ballotsOf, countRound, witnessCount } from '#domain/ask/vote/count-round.ts'
import { deskOfVote } from '#domain/ask/vote/desk.ts'
import { changeRound, draftRound } from '#domain/ask/vote/draft-round.ts'
import { findCounted, recount, sealHashes } from '#domain/ask/vote/find-result.ts'
import { identifyVoter } from '#domain/ask/vote/identify-voter.ts'
import { openRounds } from '#domain/ask/vote/list-rounds.ts'
import { loadRoll } from '#domain/ask/vote/load-roll.ts'
import { markPaper } from '#domain/ask/vote/mark-paper.ts'
import { handOut, takeBack } from '#domain/ask/vote/paper.ts'
import { printSlips } from '#domain/ask/vote/print-slips.ts'
import { ballotsCsv, countHashOf } from '#domain/ask/vote/published.ts'
import { readHelp, readHelped } from '#domain/ask/vote/read-help.ts'
import { readFile, readResult } from '#domain/ask/vote/read-result.ts'
import { readRoll } from '#domain/ask/vote/read-roll.ts'
import { readDeskRound, readRound } from '#domain/ask/vote/read-round.ts'
import { receiptOf, receiptStands } from '#domain/ask/vote/receipt.ts'
import { sealRound } from '#domain/ask/vote/seal-round.ts'
import {
  newReceiptNo,
  readReceiptNo,
  readSlipCode,
  spacedCode,
  spacedReceipt,
} from '#domain/ask/vote/slip-code.ts'
import { suppress } from '#domain/ask/vote/suppress.ts'
import { tally } from '#domain/ask/vote/tally.ts'
import { trailOfVote } from '#domain/ask/vote/trail.ts'
import { trusteesOf } from '#domain/ask/vote/trustees/find-trustees.ts'
import { shownTurnout, turnoutTables } from '#domain/ask/vote/turnout.ts'
import { voidRound } from '#domain/ask/vote/void-round.ts'
import { yuan } from '#domain/money.ts'
import type { Refusal } from '#domain/refusal.ts'
import { onPaper } from '#tests/support/channels.ts'
import { inSeatOf } from '#tests/support/hats.ts'
import { genuinePaper } from '#tests/support/paper.ts'
import {
  acceptedNeeds,
  closing,
  countedRound,
  draftedRound,
  keyReady,
  keysOf,
  opening,
  openRound,
  type ReadyRound,
  roundInput,
  sealedRound,
} from '#tests/support/vote.ts'
import { type Town, world } from '#tests/support/world.ts'

const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'not refused',
    (e: Refusal) => e.reason ?? String(e),
  )
const entriesOf = (town: Town, roundId: string) =>
  town.db.select().from(rollEntries).where(eq(rollEntries.roundId, roundId)).orderBy(asc(rollEntries.label))
const findRound = async (town: Town, id: string) =>
  (await town.db.select().from(rounds).where(eq(rounds.id, id)))[0]!
const cast = async (town: Town, round: ReadyRound, voter: number, choices: number[]) => {
  const paper = await identifyVoter(town.as(null), { roundId: round.id, code: round.slips[voter]!.code })
  const { entryId } = takeBack(town.as(null), round.id, paper.paper)!
  await castVote(town.as(null), {
    roundId: round.id,
    entryId,
    choices: choices.map((c) => round.needIds[c] ?? 'nowhere'),
  })
  return entryId
}
const needStates = async (town: Town, ids: string[]) => {
  const rows = await town.db.select().from(needs)
  return ids.map((id) => rows.find((n) => n.id === id)!.state)
}

test('a drafted round holds accepted needs of its own community, and they wait for it', async () => {
  const town = await world()
  const needIds = await acceptedNeeds(town, [100, 200])
  const { id } = await draftRound(town.as('clerk'), roundInput(needIds))
  expect(await findRound(town, id)).toMatchObject({
    state: 'draft',
    communityId: 'C1',
    households: 40,
    opensAt: opening,
    closesAt: closing,
  })
  expect(await needStates(town, needIds)).toEqual(['shortlisted', 'shortlisted'])
  expect(await refused(draftRound(town.as('clerk'), roundInput(needIds)))).toBe('need-not-free')
  expect(await refused(draftRound(town.as('clerk2'), roundInput(needIds)))).toBe('need-of-another-community')
  expect(await refused(draftRound(town.as('director'), roundInput(needIds)))).toBe('needs-another-seat')
  const [dear] = await acceptedNeeds(town, [300_000])
  expect(await refused(draftRound(town.as('clerk'), roundInput([dear!])))).toBe('need-over-budget')
  const [fit] = await acceptedNeeds(town, [300])
  expect(await refused(draftRound(town.as('clerk'), roundInput([fit!], { maxChoices: 2 })))).toBe(
    'more-choices-than-needs',
  )
  expect(await refused(draftRound(town.as('clerk'), roundInput([fit!], { budget: yuan(9_000_000) })))).toBe(
    'budget-over-pool',
  )
})

test('a changed slate frees what left it', async () => {
  const town = await world()
  const round = await draftedRound(town)
  const [other] = await acceptedNeeds(town, [500])
  const next = [round.needIds[0]!, other!]
  await changeRound(town.as('clerk'), { id: round.id, ...roundInput(next) })
  expect(await needStates(town, [...round.needIds, other!])).toEqual([
    'shortlisted',
    'accepted',
    'accepted',
    'shortlisted',
  ])
})

test('a roll goes in whole or not at all, and every wrong line is named', async () => {
  const read = readRoll(
    '王阿姨,1-101,67,13800000001\n\n李叔叔\t1-102\t80岁以上\t\n赵某,1-103,60—79,+86 138 0000 0002',
    'household',
  )
  expect(read.faults).toEqual([])
  expect(read.lines.map((l) => [l.householdKey, l.ageBand, l.phone])).toEqual([
    ['1-101', '60-79', '13800000001'],
    ['1-102', '80+', null],
    ['1-103', '60-79', '13800000002'],
  ])
  const wrong = readRoll('甲,1\n乙,1\n,2\n丙\n丁,3,十八\n戊,4,17\n己,5,20,123', 'household')
  expect(wrong.faults).toEqual([
    { line: 2, key: 'household_twice' },
    { line: 3, key: 'label' },
    { line: 4, key: 'columns' },
    { line: 5, key: 'age' },
    { line: 6, key: 'minor' },
    { line: 7, key: 'phone' },
  ])
  expect(readRoll('甲,1\n乙,1', 'person').faults).toEqual([])
  const town = await world()
  const { id } = await draftRound(town.as('clerk'), roundInput(await acceptedNeeds(town, [100])))
  expect(await refused(loadRoll(town.as('clerk'), { roundId: id, roll: '甲,1\n乙' }))).toBe('roll-has-faults')
  expect(await entriesOf(town, id)).toEqual([])
  expect(await refused(loadRoll(town.as('clerk'), { roundId: id, roll: '  \n' }))).toBe('roll-empty')
})

test('slips are shown once: the database knows no code, and new slips make the old ones worthless', async () => {
  const town = await world()
  const round = await draftedRound(town, { voters: 3 })
  const stored = JSON.stringify([await entriesOf(town, round.id), await town.db.select().from(journal)])
  for (const slip of round.slips) expect(stored).not.toContain(slip.code)
  const again = await printSlips(town.as('clerk'), { roundId: round.id })
  await sealRound(town.as('director'), { roundId: round.id })
  town.clock.set(opening)
  const enter = (code: string) => refused(identifyVoter(town.as(null), { roundId: round.id, code }))
  expect(await enter(round.slips[0]!.code)).toBe('code-not-on-the-roll')
  expect(await enter(again[0]!.code)).toBe('not refused')
})

test('a code and a receipt number are read however they are typed', () => {
  expect(readSlipCode(' acd-efg 347 ')).toBe('ACDEFG347')
  expect(spacedCode('ACDEFG347')).toBe('ACD-EFG-347')
  expect(readSlipCode('ACDEFG3O7')).toBeNull()
  for (let i = 0; i < 50; i += 1) {
    const no = newReceiptNo(2026)
    expect(readReceiptNo(`${no.slice(0, 2)} ${no.slice(2)}`)).toBe(no)
    expect(readReceiptNo(`${no.slice(0, 11)}${(Number(no[11]) + 1) % 10}`)).toBeNull()
  }
})

test('only the director seals, never who drafted it, with slips, before the opening', async () => {
  const town = await world()
  const round = await draftedRound(town)
  const seal = (who: string) => refused(sealRound(town.as(who), { roundId: round.id }))
  expect(await seal('clerk')).toBe('needs-another-seat')
  expect(await seal('director2')).toBe('not-your-body')
  const change = { id: round.id, ...roundInput(round.needIds) }
  await changeRound(inSeatOf(town, 'supervisor', 'clerk'), change)
  for (const writer of ['clerk', 'supervisor']) {
    const sealing = sealRound(inSeatOf(town, writer, 'director'), { roundId: round.id })
    expect(await refused(sealing)).toBe('sod-drafter-seals')
  }
  const watching = witnessCount(town.as('supervisor'), { roundId: round.id })
  expect(await refused(watching)).toBe('sod-drafter-witnesses')
  await loadRoll(town.as('clerk'), { roundId: round.id, roll: '甲,1' })
  expect(await seal('director')).toBe('slips-not-printed')
  await printSlips(town.as('clerk'), { roundId: round.id })
  town.clock.set(opening)
  expect(await seal('director')).toBe('opens-in-the-past')
  town.clock.set(new Date(opening.getTime() - 1000))
  expect(await seal('director')).toBe('not refused')
  expect(await findRound(town, round.id)).toMatchObject({
    state: 'sealed',
    sealHash: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  const kept = await town.db.select().from(journal).where(eq(journal.action, 'round.seal'))
  expect(kept[0]!.detail).toMatchObject({ sealHash: (await findRound(town, round.id)).sealHash })
})

test('after the seal nothing of the rule, the slate or the roll can be changed', async () => {
  const town = await world()
  const round = await sealedRound(town)
  const clerk = town.as('clerk')
  expect(await refused(changeRound(clerk, { id: round.id, ...roundInput(round.needIds) }))).toBe(
    'round-sealed',
  )
  expect(await refused(loadRoll(clerk, { roundId: round.id, roll: '甲,1' }))).toBe('round-sealed')
  expect(await refused(printSlips(clerk, { roundId: round.id }))).toBe('round-sealed')
})

test.each([
  [
    'the roll',
    (town: Town, id: string) =>
      town.transact((tx) =>
        tx
          .update(rollEntries)
          .set({ householdKey: 'x' })
          .where(and(eq(rollEntries.roundId, id), eq(rollEntries.label, '住户1'))),
      ),
  ],
  [
    'the rule',
    (town: Town, id: string) =>
      town.transact((tx) => tx.update(rounds).set({ thresholdPercent: 20 }).where(eq(rounds.id, id))),
  ],
  [
    'the slate',
    (town: Town, id: string) =>
      town.transact((tx) =>
        tx
          .update(roundItems)
          .set({ cost: yuan(1) })
          .where(eq(roundItems.roundId, id)),
      ),
  ],
])('%s edited behind the seal stops the count', async (_what, edit) => {
  const town = await world()
  const round = await openRound(town)
  await cast(town, round, 0, [0])
  await edit(town, round.id)
  town.clock.set(closing)
  expect(await refused(closeBox(town.as('director'), { roundId: round.id }))).toBe('seal-broken')
})

test('voting begins with the opening and ends with the close, to the second', async () => {
  const town = await world()
  const round = await sealedRound(town)
  const [entry] = await entriesOf(town, round.id)
  const at = async (time: number) => {
    town.clock.set(new Date(time))
    return refused(
      castVote(town.as(null), { roundId: round.id, entryId: entry!.id, choices: [round.needIds[0]!] }),
    )
  }
  expect(await at(opening.getTime() - 1000)).toBe('round-not-open-yet')
  expect(await at(opening.getTime())).toBe('not refused')
  expect(await at(closing.getTime() - 1000)).toBe('not refused')
  expect(await at(closing.getTime())).toBe('round-closed')
  expect(await openRounds(town.db, new Date(opening.getTime() - 1000))).toHaveLength(0)
  expect(await openRounds(town.db, opening, 'C1')).toHaveLength(1)
  expect(await openRounds(town.db, opening, 'C2')).toHaveLength(0)
  expect(await openRounds(town.db, closing)).toHaveLength(0)
})

test('a ballot outside the rule is answered with what is wrong', async () => {
  const town = await world()
  const round = await openRound(town, {
    costs: [160_000, 70_000, 90_000, 60_000],
    ballotKind: 'knapsack',
    maxChoices: 3,
  })
  const no = (choices: number[]) => refused(cast(town, round, 0, choices))
  expect(await no([])).toBe('nothing-chosen')
  expect(await no([0, 1, 2, 3])).toBe('too-many-chosen')
  expect(await no([0, 1, 2])).toBe('over-the-budget')
  expect(await no([9])).toBe('not-on-the-ballot')
  expect(await no([1, 2, 3])).toBe('not refused')
})

test('a ballot paper serves one round, one voter, for half an hour', async () => {
  const town = await world()
  const round = await openRound(town)
  const ctx = town.as(null)
  const { paper } = await identifyVoter(ctx, { roundId: round.id, code: round.slips[0]!.code })
  expect(takeBack(ctx, round.id, paper)).toMatchObject({ choices: [] })
  expect(takeBack(ctx, 'another', paper)).toBeNull()
  const forged = paper.replace(/.(?=.{8}$)/, (c) => (c === 'A' ? 'B' : 'A'))
  expect(takeBack(ctx, round.id, forged)).toBeNull()
  expect(takeBack(ctx, round.id, 'rubbish')).toBeNull()
  town.clock.pass(30 * 60_000)
  expect(takeBack(ctx, round.id, paper)).toBeNull()
})

test('whoever is signed in votes without a code when the roll knows his telephone', async () => {
  const town = await world()
  const needIds = await acceptedNeeds(town, [100])
  const { id } = await draftRound(town.as('clerk'), roundInput(needIds))
  const phoneHash = town.vault.keyed('phone', '13800000001')
  await town.transact((tx) => tx.update(persons).set({ phoneHash }).where(eq(persons.id, 'resident1')))
  await loadRoll(town.as('clerk'), { roundId: id, roll: '王阿姨,1,67,13800000001\n李叔叔,2,50' })
  await printSlips(town.as('clerk'), { roundId: id })
  await keyReady(town, id)
  await sealRound(town.as('director'), { roundId: id })
  town.clock.set(opening)
  const { paper } = await identifyVoter(town.as('resident1'), { roundId: id, code: null })
  expect((await entriesOf(town, id)).find((e) => e.personId === 'resident1')!.id).toBe(
    takeBack(town.as(null), id, paper)!.entryId,
  )
  expect(await refused(identifyVoter(town.as('resident2'), { roundId: id, code: null }))).toBe(
    'not-on-the-roll',
  )
  expect(await refused(identifyVoter(town.as(null), { roundId: id, code: null }))).toBe('not-on-the-roll')
})

test('the last ballot counts, its receipt replaces the one before, and no receipt tells a choice', async () => {
  const town = await world()
  const round = await openRound(town)
  const entryId = await cast(town, round, 0, [0])
  const first = await receiptOf(town.db, entryId)
  await cast(town, round, 0, [1, 2])
  const second = await receiptOf(town.db, entryId)
  expect(await town.db.select().from(ballots)).toHaveLength(1)
  expect(await receiptStands(town.db, round.id, first!.receiptNo)).toBeNull()
  expect(await receiptStands(town.db, round.id, second!.receiptNo)).toMatchObject({ channel: 'phone' })
  const slate = await town.db.select().from(needs)
  for (const need of slate)
    for (const words of [need.id, need.refNo, need.title]) expect(JSON.stringify(second)).not.toContain(words)
  await countedRound(town, round)
  expect((await ballotsOf(town.db, round.id))[0]).toHaveLength(2)
  expect(await sealHashes(town.db, round.id)).toContain(second!.sealHash)
  expect((await receiptOf(town.db, entryId))!.sealHash).toBeNull()
})

test('a ballot at the desk or on paper shuts the telephone, and the voter is told', async () => {
  const town = await world()
  const round = await openRound(town)
  await town.transact((tx) =>
    tx.update(rollEntries).set({ personId: 'resident1' }).where(eq(rollEntries.label, '住户1')),
  )
  const slip = round.slips.findIndex((s) => s.label === '住户1')
  await cast(town, round, slip, [0])
  const help = (who: string, channel: 'desk' | 'assisted', code = round.slips[slip]!.code) =>
    castFor(town.as(who), { roundId: round.id, code, channel, choices: [round.needIds[1]!] })
  expect(await refused(help('handler', 'desk'))).toBe('needs-another-seat')
  expect(await refused(help('clerk2', 'desk'))).toBe('not-your-body')
  expect(await refused(help('station', 'desk', 'ACDEFG347'))).toBe('code-not-on-the-roll')
  expect(await refused(help('grid', 'desk'))).toBe('desk-is-at-the-station')
  await help('station', 'desk')
  expect(await town.db.select().from(participations)).toMatchObject([
    { channel: 'desk', helperId: 'station' },
  ])
  expect(await refused(cast(town, round, slip, [0]))).toBe('voted-at-desk')
  expect(await refused(help('grid', 'assisted'))).toBe('voted-at-desk')
  await help('station', 'desk')
  expect(await town.db.select().from(ballots)).toHaveLength(1)
  const told = await town.db.select().from(notices).where(eq(notices.personId, 'resident1'))
  expect(told).toHaveLength(2)
  const [entry] = await town.db.select().from(participations)
  expect(told.map(({ params }) => params?.receipt)).toContain(spacedReceipt(entry!.receiptNo))
})

test('nobody fills in more ballots at homes than the cap', async () => {
  const town = await world()
  await town.transact((tx) =>
    tx.update(parameters).set({ value: 2 }).where(eq(parameters.code, 'ASSISTED_CAP')),
  )
  const round = await openRound(town)
  const help = (i: number, who = 'grid') =>
    refused(
      castFor(town.as(who), {
        roundId: round.id,
        code: round.slips[i]!.code,
        channel: 'assisted',
        choices: [round.needIds[0]!],
      }),
    )
  expect([await help(0), await help(1), await help(2), await help(1)]).toEqual([
    'not refused',
    'not refused',
    'helped-too-many',
    'not refused',
  ])
  const { home, desk } = await readHelp(town.as('grid'), round.id)
  expect([home, desk]).toEqual([{ n: 2, most: 2 }, null])
  expect((await readHelp(town.as('station'), round.id)).desk).not.toBeNull()
  expect(await help(2, 'station')).toBe('not refused')
})

test('a spoiled sheet takes part and is no ballot, whatever came before it', async () => {
  const town = await world()
  const round = await openRound(town)
  await cast(town, round, 0, [0])
  await cast(town, round, 1, [0])
  await onPaper(town, round, [{ voter: 0, voided: 'too_many' }])
  expect(await town.db.select().from(ballots)).toHaveLength(1)
  expect(await town.db.select().from(participations)).toHaveLength(2)
  await countedRound(town, round)
  expect(await ballotsOf(town.db, round.id)).toHaveLength(1)
})

test('the box is opened only after the close, once, by the director, and only whole', async () => {
  const town = await world()
  const round = await openRound(town)
  for (const voter of [0, 1, 2]) await cast(town, round, voter, [voter])
  const keys = await keysOf(town, round.id)
  const open = (who: string) => refused(countRound(town.as(who), { roundId: round.id, keys }))
  town.clock.set(new Date(closing.getTime() - 1000))
  expect(await open('director')).toBe('round-not-closed-yet')
  expect(await refused(witnessCount(town.as('supervisor'), { roundId: round.id }))).toBe(
    'round-not-closed-yet',
  )
  town.clock.set(closing)
  expect(await open('clerk')).toBe('needs-another-seat')
  expect(await refused(witnessCount(town.as('director'), { roundId: round.id }))).toBe('needs-another-seat')
  await witnessCount(town.as('supervisor'), { roundId: round.id })
  const [one] = await town.db.select().from(ballots)
  const tamper = (change: object) =>
    town.transact((tx) => tx.update(ballots).set(change).where(eq(ballots.id, one!.id)))
  expect(await open('director')).toBe('box-not-closed')
  const close = (who: string) => refused(closeBox(town.as(who), { roundId: round.id }))
  expect(await close('clerk')).toBe('needs-another-seat')
  await tamper({ sealed: one!.sealed.replace(/.(?=.{8}$)/, (c) => (c === 'A' ? 'B' : 'A')) })
  expect(await close('director')).toBe('ballot-tampered')
  await tamper({ sealed: one!.sealed })
  await town.transact((tx) =>
    tx
      .insert(ballots)
      .values({ id: 'stuffed', roundId: round.id, sealed: one!.sealed, sealHash: one!.sealHash }),
  )
  expect(await close('director')).toBe('box-does-not-match')
  await town.transact((tx) => tx.delete(ballots).where(eq(ballots.id, 'stuffed')))
  expect(await close('director')).toBe('not refused')
  expect(await close('director')).toBe('box-already-closed')
  expect(await open('director')).toBe('not refused')
  expect(await open('director')).toBe('not-in-this-state')
  const counted = await findRound(town, round.id)
  expect(counted).toMatchObject({ state: 'counted', keyWrapped: null, witnessId: 'supervisor' })
  const opened = await ballotsOf(town.db, round.id)
  expect(opened).toEqual([...opened].sort())
  expect(counted.countHash).toBe(countHashOf(opened))
  expect(ballotsCsv(opened).split('\n')).toHaveLength(5)
})

test('ballots are as long as one another and lie in no order of voting', async () => {
  const town = await world()
  const round = await openRound(town, { voters: 60 })
  const order: string[] = []
  for (let i = 0; i < 60; i += 1) order.push(await cast(town, round, i, i % 2 ? [0, 1, 2] : [0]))
  const stored = await town.db.select().from(ballots)
  expect(new Set(stored.map((b) => b.sealed.length)).size).toBe(1)
  const links = new Map((await town.db.select().from(ballotLinks)).map((l) => [l.ballotId, l.rollEntryId]))
  const correlation = (ids: string[]) => {
    const ranks = ids.map((id) => order.indexOf(links.get(id)!))
    const mean = 29.5
    const top = ranks.reduce((s, r, i) => s + (r - mean) * (i - mean), 0)
    return top / ranks.reduce((s, _, i) => s + (i - mean) ** 2, 0)
  }
  // In no order at all, 0.8 comes up less than once in a million million runs; in order it is 1.
  expect(Math.abs(correlation(stored.map((b) => b.id)))).toBeLessThan(0.8)
  expect(Math.abs(correlation(stored.map((b) => b.id).sort()))).toBeLessThan(0.8)
})

test('while a round is open nothing but the turnout can be read, and that only from twenty on', async () => {
  const town = await world()
  const round = await openRound(town)
  for (let i = 0; i < 19; i += 1) await cast(town, round, i, [0])
  const everyone = [
    null,
    'resident1',
    'clerk',
    'director',
    'supervisor',
    'handler',
    'approver',
    'auditor',
    'admin',
    'station',
  ]
  for (const who of everyone)
    expect(await refused(findCounted(town.as(who), round.id)), `${who}`).toBe('no-result-yet')
  expect(await shownTurnout(town.db, town, round.id)).toBeNull()
  await cast(town, round, 19, [0])
  expect(await shownTurnout(town.db, town, round.id)).toEqual({ voters: 20, households: 20 })
  town.clock.set(closing)
  for (const who of everyone)
    expect(await refused(findCounted(town.as(who), round.id)), `${who}`).toBe('no-result-yet')
  const told = JSON.stringify([
    await town.db.select().from(journal),
    await town.db.select().from(notices),
    await deskOfVote(town.db, town.as('director')),
  ])
  expect(told).not.toContain('"choices"')
  expect(await town.db.select().from(openedBallots)).toEqual([])
})

test('a counted round is read by those who counted it, an announced one by all, and its needs go on', async () => {
  const town = await world()
  const round = await openRound(town, { costs: [160_000, 70_000, 90_000], voters: 40 })
  for (let i = 0; i < 12; i += 1) await cast(town, round, i, i < 10 ? [0, 1] : [0])
  for (let i = 12; i < 14; i += 1) await cast(town, round, i, [2])
  await countedRound(town, round)
  expect(await refused(findCounted(town.as(null), round.id))).toBe('no-result-yet')
  expect(await refused(findCounted(town.as('handler'), round.id))).toBe('no-result-yet')
  expect(await refused(findCounted(town.as('supervisor'), round.id))).toBe('not refused')
  expect(await needStates(town, round.needIds)).toEqual(['shortlisted', 'shortlisted', 'shortlisted'])
  expect(await refused(announceRound(town.as('clerk'), { roundId: round.id }))).toBe('needs-another-seat')
  expect(await refused(genuinePaper(town, 'supervisor', 'round_result', round.id))).toBe('no-result-yet')
  await announceRound(town.as('director'), { roundId: round.id })
  await genuinePaper(town, null, 'round_result', round.id)
  const { tally } = await recount(town.db, await findCounted(town.as(null), round.id))
  expect(tally).toMatchObject({ ballots: 14, line: 8, quorumMet: true, spent: yuan(230_000), satisfied: 12 })
  expect(await needStates(town, round.needIds)).toEqual(['selected', 'selected', 'not_selected'])
  const items = await town.db.select().from(roundItems).orderBy(asc(roundItems.ordinal))
  expect(items.map((i) => i.outcome)).toEqual(['selected', 'selected', 'below_threshold'])
  const trail = await trailOfVote(town.db, [round.needIds[0]!])
  expect(trail.map((e) => e.key)).toEqual(['round.seal', 'round.selected'])
})

test('too few households and nothing is selected', async () => {
  const town = await world()
  const round = await openRound(town, { quorumPercent: 10 })
  for (let i = 0; i < 3; i += 1) await cast(town, round, i, [0])
  await countedRound(town, round)
  await announceRound(town.as('director'), { roundId: round.id })
  expect(await needStates(town, round.needIds)).toEqual(['not_selected', 'not_selected', 'not_selected'])
})

test('a count edited afterwards cannot be announced', async () => {
  const town = await world()
  const round = await openRound(town)
  await cast(town, round, 0, [0])
  await countedRound(town, round)
  await town.transact((tx) =>
    tx.update(openedBallots).set({ choices: [] }).where(eq(openedBallots.roundId, round.id)),
  )
  expect(await refused(announceRound(town.as('director'), { roundId: round.id }))).toBe('count-broken')
})

test('a void round says why, forgets its key and frees its needs', async () => {
  const town = await world()
  const round = await openRound(town)
  expect(await refused(voidRound(town.as('clerk'), { roundId: round.id, reason: '名册有误' }))).toBe(
    'needs-another-seat',
  )
  await voidRound(town.as('approver'), { roundId: round.id, reason: '名册有误' })
  expect(await findRound(town, round.id)).toMatchObject({
    state: 'void',
    voidReason: '名册有误',
    keyWrapped: null,
  })
  expect(await needStates(town, round.needIds)).toEqual(['accepted', 'accepted', 'accepted'])
  expect(await refused(cast(town, round, 0, [0]))).toBe('round-is-void')
  expect((await trailOfVote(town.db, [round.needIds[0]!])).map((e) => e.key)).toEqual([
    'round.seal',
    'round.void',
  ])
})

test('each desk shows the next step of a round to whoever takes it', async () => {
  const town = await world()
  const round = await draftedRound(town)
  const acts = async (who: string) =>
    (await deskOfVote(town.db, town.as(who))).filter((i) => i.kind === 'act').map((i) => i.key)
  expect(await acts('director')).toEqual(['round.seal'])
  expect(await acts('clerk')).toEqual([])
  await sealRound(town.as('director'), { roundId: round.id })
  town.clock.set(opening)
  expect(await acts('station')).toEqual(['round.assist'])
  expect(await acts('grid')).toEqual(['round.assist'])
  expect(await acts('clerk2')).toEqual([])
  town.clock.set(closing)
  expect(await acts('supervisor')).toEqual(['round.witness'])
  expect(await acts('director')).toEqual(['round.count'])
  await countedRound(town, round)
  expect(await acts('director')).toEqual(['round.announce'])
})

test('no hidden cell of a turnout table can be worked out from its total', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40), { minLength: 2, maxLength: 6 }), (cells) => {
      const shown = suppress(cells, 10)
      const hidden = cells.filter((_, i) => shown[i] === null)
      for (const [i, n] of cells.entries()) {
        if (n > 0 && n < 10) expect(shown[i]).toBeNull()
        if (shown[i] !== null) expect(shown[i]).toBe(n)
      }
      const others = cells.filter((n) => n > 0).length
      if (hidden.length > 0 && others >= 2) expect(hidden.length).toBeGreaterThanOrEqual(2)
      const total = cells.reduce((a, b) => a + b, 0)
      if (hidden.length > 0 && total >= 10 && others >= 2)
        expect(hidden.reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(10)
    }),
  )
})

test('turnout by channel and age hides groups under ten', async () => {
  const town = await world()
  const round = await openRound(town, { voters: 40 })
  for (let i = 0; i < 25; i += 1) await cast(town, round, i, [0])
  for (let i = 25; i < 28; i += 1)
    await castFor(town.as('station'), {
      roundId: round.id,
      code: round.slips[i]!.code,
      channel: 'desk',
      choices: [round.needIds[0]!],
    })
  const { channels } = await turnoutTables(town.db, town, round.id)
  expect(channels).toEqual([
    { key: 'phone', n: null },
    { key: 'desk', n: null },
    { key: 'assisted', n: 0 },
    { key: 'paper', n: 0 },
    { key: 'kiosk', n: 0 },
  ])
})

test('the page in a browser is sealed: nobody reads a choice from it', async () => {
  const town = await world()
  const paper = handOut(town.as(null), { roundId: 'r', entryId: 'e', choices: ['the-choice'], castAt: null })
  expect(Buffer.from(paper, 'base64url').toString('latin1')).not.toContain('the-choice')
})

test('a paper is cast once it is marked, its choices leave the browser, and only its helper sees a helped receipt', async () => {
  const town = await world()
  const round = await openRound(town)
  const anyone = town.as(null)
  const { paper } = await identifyVoter(anyone, { roundId: round.id, code: round.slips[0]!.code })
  const marked = await markPaper(anyone, takeBack(anyone, round.id, paper)!, [round.needIds[1]!])
  expect(takeBack(anyone, round.id, marked.paper)).toMatchObject({ choices: [round.needIds[1]] })
  const cast = await castPaper(anyone, round.id, marked.paper)
  expect(takeBack(anyone, round.id, cast.paper)).toMatchObject({
    choices: [],
    castAt: town.clock.now().getTime(),
  })
  expect(await refused(castPaper(anyone, round.id, null))).toBe('paper-gone')
  expect(await refused(castPaper(anyone, round.id, cast.paper))).toBe('nothing-chosen')
  const help = {
    roundId: round.id,
    code: round.slips[1]!.code,
    channel: 'desk' as const,
    choices: [round.needIds[0]!],
  }
  const { entryId } = await castFor(town.as('station'), help)
  expect((await readHelped(town.as('station'), round.id, entryId)).receipt.channel).toBe('desk')
  expect(await refused(readHelped(town.as('clerk'), round.id, entryId))).toBe('no-such-receipt')
  for (const who of [null, 'clerk'])
    expect(await refused(genuinePaper(town, who, 'receipt', entryId))).toBe('nothing-here')
  expect((await genuinePaper(town, 'station', 'receipt', entryId)).matter).toBeNull()
  const printed = (await town.db.select().from(journal)).find((line) => line.action === 'printout.issue')
  expect([printed!.actorId, JSON.stringify(printed).includes(entryId)]).toEqual([null, false])
  expect(await refused(readHelped(town.as('handler'), round.id, entryId))).toBe('needs-another-seat')
})

test('the published files recount to the announced result and name nobody', async () => {
  const town = await world()
  const round = await openRound(town)
  for (let i = 0; i < 12; i += 1) await cast(town, round, i, i < 8 ? [0] : [1])
  for (const name of ['ballots.csv', 'ballots.json', 'ballots.pb', 'seals.csv'])
    expect(await refused(readFile(town.as('director'), round.id, name))).toBe('no-result-yet')
  await countedRound(town, round)
  await announceRound(town.as('director'), { roundId: round.id })
  const file = (name: string) => readFile(town.as(null), round.id, name)
  const { round: shown, tally: announced } = await readResult(town.as(null), round.id)
  expect(sha256(await file('ballots.csv'))).toBe(shown.countHash)
  const { ballots: published, items, rule } = JSON.parse(await file('ballots.json'))
  expect(tally(published, items, rule)).toEqual(announced)
  expect((await file('seals.csv')).trim().split('\n')).toHaveLength(13)
  const all = (await Promise.all(['ballots.csv', 'ballots.json', 'ballots.pb', 'seals.csv'].map(file))).join()
  expect(all).not.toContain('住户')
  expect(await refused(file('roll.csv'))).toBe('no-such-file')
})

test('a public page of a round holds no key, no roll and no name', async () => {
  const town = await world()
  const draft = await draftedRound(town)
  expect(await refused(readRound(town.as(null), draft.id))).toBe('no-such-round')
  await sealRound(town.as('director'), { roundId: draft.id })
  const page = JSON.stringify(await readRound(town.as(null), draft.id))
  const stored = await findRound(town, draft.id)
  const [first] = await trusteesOf(town.db, draft.id)
  expect(stored.keyWrapped).toBeNull()
  for (const hidden of [first!.keyLocked!, first!.shareSealed!, stored.createdBy, '住户1'])
    expect(page).not.toContain(hidden)
  expect(await refused(readDeskRound(town.as('resident1'), draft.id))).toBe('needs-another-seat')
  expect(await refused(readDeskRound(town.as('director2'), draft.id))).toBe('not-your-body')
  expect((await readDeskRound(town.as('director'), draft.id)).can).toMatchObject({
    seal: true,
    count: true,
    change: false,
  })
})
