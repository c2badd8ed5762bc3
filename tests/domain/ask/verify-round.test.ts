import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { ballots, openedBallots, roundBoxes, rounds, trustees } from '#db/schema/index.ts'
import { announceRound } from '#domain/ask/vote/announce-round.ts'
import { castFor, castVote } from '#domain/ask/vote/cast-vote.ts'
import { closeBox } from '#domain/ask/vote/close-box.ts'
import { countRound } from '#domain/ask/vote/count-round.ts'
import { drawRoundLot } from '#domain/ask/vote/draw-lot.ts'
import { identifyVoter } from '#domain/ask/vote/identify-voter.ts'
import { takeBack } from '#domain/ask/vote/paper.ts'
import { publicFile, publicFileNames } from '#domain/ask/vote/public-files.ts'
import { turnoutFault } from '#domain/ask/vote/verify-turnout.ts'
import type { Refusal } from '#domain/refusal.ts'
import { onPaper } from '#tests/support/channels.ts'
import {
  checksOf,
  faultsOf,
  type Published,
  publishedFiles,
  runVerifier,
} from '#tests/support/round-files.ts'
import { castBy, closing, keysOf, openBox, openRound, type ReadyRound } from '#tests/support/vote.ts'
import { type Town, world } from '#tests/support/world.ts'

const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'not refused',
    (e: Refusal) => e.reason ?? String(e),
  )
/** A round in which everything happens that can: votes changed, a desk ballot, a void sheet, a blank one. */
async function votedRound(town: Town, more: Parameters<typeof openRound>[1] = {}): Promise<ReadyRound> {
  const round = await openRound(town, { voters: 20, ...more })
  for (let voter = 0; voter < 9; voter += 1) await castBy(town, round, voter, voter < 6 ? [0] : [1, 2])
  await castBy(town, round, 2, [0, 1])
  const station = town.as('station')
  const code = (voter: number) => round.slips[voter]!.code
  await castFor(station, { roundId: round.id, code: code(3), channel: 'desk', choices: [round.needIds[2]!] })
  await onPaper(town, round, [
    { voter: 10, blank: true },
    { voter: 4, voided: 'too_many' },
  ])
  town.clock.set(closing)
  return round
}
async function announced(town: Town, more: Parameters<typeof openRound>[1] = {}): Promise<Published> {
  const round = await votedRound(town, more)
  await openBox(town, round.id)
  await announceRound(town.as('director'), { roundId: round.id })
  return publishedFiles(town, round.id)
}

test('a stranger verifies a round from its public files: every check holds, and the program says yes', async () => {
  const town = await world()
  const files = await announced(town)
  expect(faultsOf(files)).toEqual([])
  expect(checksOf(files).map(({ say }) => say)).toContain('10 took part, 1 void, 9 sealed, 9 opened')
  const { said, code } = await runVerifier(files, '--compare')
  expect(said.trim().split('\n').at(-1)).toBe('yes: this round is verified')
  expect(said).toMatch(/\n-- {3}for reading only, equal shares would give XQ-.*, \d+ fen\n/)
  expect(code).toBe(0)
  expect([...files.values()].join()).not.toMatch(/住户|号楼/)
}, 60_000)

test.each([
  ['equal shares', { rule: 'mes', completion: 'add1' }],
  ['a lot', { tieOrder: 'lot' }],
  ['points', { ballotKind: 'points', pointsTotal: 6, pointsEach: 3 }],
  ['ranking', { ballotKind: 'ranking' }],
] as const)(
  '%s: the files verify',
  async (what, more) => {
    const town = await world()
    const round = await openRound(town, { voters: 12, ...more } as never)
    for (let voter = 0; voter < 8; voter += 1) {
      const { paper } = await identifyVoter(town.as(null), {
        roundId: round.id,
        code: round.slips[voter]!.code,
      })
      const { entryId } = takeBack(town.as(null), round.id, paper)!
      const [a, b] = [round.needIds[voter % 3]!, round.needIds[(voter + 1) % 3]!]
      const choices = what === 'points' ? [[a, 3] as const, [b, 1 + (voter % 2)] as const] : [a, b]
      await castVote(town.as(null), { roundId: round.id, entryId, choices: choices as never })
    }
    town.clock.set(closing)
    if (what === 'a lot') await drawRoundLot(town.as('director'), { roundId: round.id })
    await openBox(town, round.id)
    await announceRound(town.as('director'), { roundId: round.id })
    expect(faultsOf(await publishedFiles(town, round.id))).toEqual([])
  },
  60_000,
)

const line = (words: string, at: number, change: (line: string) => string) =>
  words
    .split('\n')
    .map((l, i) => (i === at ? change(l) : l))
    .join('\n')
const tampers: Array<[string, string, (words: string) => string, RegExp]> = [
  [
    'a rule changed afterwards',
    'manifest.json',
    (w) => w.replace(/"thresholdPercent":\d+/, '"thresholdPercent":1'),
    /has the seal/,
  ],
  ['a leaf changed', 'sealed.txt', (w) => line(w, 0, () => '0'.repeat(64)), /root of sealed\.txt/],
  [
    'a ballot taken out of the box',
    'sealed.txt',
    (w) => line(w, 1, () => '').replace('\n\n', '\n'),
    /sealed\.txt/,
  ],
  ['a ballot put in twice', 'sealed.txt', (w) => line(w, 0, (l) => `${l}\n${l}`), /out of order or twice/],
  ['no hash at all', 'sealed.txt', (w) => line(w, 2, () => 'hello'), /line 3 is no hash/],
  ['a replaced ballot forgotten', 'superseded.txt', () => '', /superseded\.txt/],
  [
    'a choice changed',
    'ballots.csv',
    (w) => line(w, 3, (l) => l.replace(/,.*/, ',XQ-2026-9999')),
    /ballots\.csv/,
  ],
  ['a plain ballot added', 'ballots.csv', (w) => `${w}99,\n`, /ballots\.csv/],
  ['a file cut short', 'ballots.csv', (w) => w.slice(0, -3), /ballots\.csv/],
  [
    'participations invented',
    'result.json',
    (w) => w.replace(/"participations":\d+/, '"participations":99'),
    /99 took part/,
  ],
  [
    'a winner put in',
    'result.json',
    (w) => w.replace('"no_money"', '"selected"').replace('"below_threshold"', '"selected"'),
    /every item has its votes/,
  ],
  ['money spent otherwise', 'result.json', (w) => w.replace(/"spent":\d+/, '"spent":1'), /the count gives/],
  [
    'a lot nobody asked for',
    'result.json',
    (w) => w.replace('"lotSeed":null', '"lotSeed":"00"'),
    /a lot where/,
  ],
  [
    'another box signature',
    'result.json',
    (w) => w.replace(/(?<="signature":")./, (c) => (c === 'A' ? 'B' : 'A')),
    /is signed/,
  ],
]
/** Some check fails, or the files cannot even be read. */
function saysNo(files: Published): boolean {
  try {
    return faultsOf(files).length > 0
  } catch {
    return true
  }
}
test('whatever is changed in the files afterwards, the verification says what', async () => {
  const town = await world()
  const files = await announced(town)
  for (const [what, name, change, said] of tampers) {
    const changed = new Map(files)
    changed.set(name, change(files.get(name)!))
    expect(changed.get(name), what).not.toBe(files.get(name))
    const faults = faultsOf(changed)
    expect(faults.length, what).toBeGreaterThan(0)
    expect(faults.join('\n'), what).toMatch(said)
  }
  for (const [name, words] of files) {
    const steps = Math.max(1, Math.floor(words.length / 40))
    for (let at = 0; at < words.length; at += steps) {
      const other = String.fromCharCode(words.charCodeAt(at) ^ 1)
      const changed = new Map([...files, [name, words.slice(0, at) + other + words.slice(at + 1)]])
      expect(saysNo(changed), `${name} at ${at}`).toBe(true)
    }
    expect(saysNo(new Map([...files, [name, `${words} `]])), `${name} and a blank`).toBe(true)
  }
  const torn = new Map(files)
  torn.delete('blocs.json')
  const { said, code } = await runVerifier(torn)
  expect(said).toContain('blocs.json is not in the folder')
  expect(code).toBe(1)
}, 60_000)

test('a turnout that tells of others than took part, or leaves a group out, is found by whoever adds it up', async () => {
  const turnout = (channels: Record<string, number | null>, ages: Record<string, number | null>, all = 40) =>
    turnoutFault({ round: 'R', participations: all, channels, ages }, {
      round: 'R',
      votes: { participations: 40 },
    } as never)
  const [channels, ages] = [{ phone: 40 }, { under18: null, '18-35': null, '36-59': 25 }]
  expect(turnout(channels, ages)).toBeNull()
  expect(turnout(channels, ages, 41)).toMatch(/another turnout/)
  expect(turnout({ phone: 39 }, ages)).toMatch(/channels do not add up/)
  expect(turnout(channels, { '18-35': 12, '36-59': 25 })).toMatch(/ages do not add up/)
  expect(turnout(channels, { '18-35': null, '36-59': 37 })).toMatch(/ages do not add up/)
  expect(turnout(channels, { '18-35': null, '36-59': 41, unknown: null })).toMatch(/ages do not add up/)
})

test('one flipped byte in a sealed ballot: the count refuses and names the leaf', async () => {
  const town = await world()
  const round = await votedRound(town)
  const roundId = round.id
  const keys = await keysOf(town, roundId)
  const [one] = await town.db.select().from(ballots)
  const set = (sealed: string) =>
    town.transact((tx) => tx.update(ballots).set({ sealed }).where(eq(ballots.id, one!.id)))
  const at = one!.sealed.length - 9
  const flipped = `${one!.sealed.slice(0, at)}${one!.sealed[at] === 'A' ? 'B' : 'A'}${one!.sealed.slice(at + 1)}`
  const named = async (work: Promise<unknown>) => {
    const refusal = (await work.then(
      () => null,
      (e: unknown) => e,
    )) as Refusal | null
    return [refusal?.reason, refusal?.params]
  }
  const what = ['ballot-tampered', { hash: one!.sealHash.slice(0, 12) }]
  await set(flipped)
  expect(await named(closeBox(town.as('director'), { roundId }))).toEqual(what)
  await set(one!.sealed)
  await closeBox(town.as('director'), { roundId })
  await set(flipped)
  expect(await named(countRound(town.as('director'), { roundId, keys }))).toEqual(what)
  await set(one!.sealed)
  await town.transact((tx) => tx.delete(ballots).where(eq(ballots.id, one!.id)))
  expect(await refused(countRound(town.as('director'), { roundId, keys }))).toBe('box-changed')
})

test('the same opening twice gives the same files, byte for byte', async () => {
  const town = await world()
  const { id: roundId } = await votedRound(town)
  await closeBox(town.as('director'), { roundId })
  const keys = await keysOf(town, roundId)
  const held = await town.db.select().from(trustees)
  const [box] = await town.db.select().from(roundBoxes)
  const open = async () => {
    await countRound(town.as('director'), { roundId, keys })
    const [round] = await town.db.select().from(rounds).where(eq(rounds.id, roundId))
    const files = new Map<string, string>()
    for (const name of publicFileNames('L1'))
      files.set(name, (await publicFile(town.as(null), round!, name))!)
    return files
  }
  const first = await open()
  await town.transact(async (tx) => {
    await tx.delete(openedBallots)
    await tx.update(rounds).set({ state: 'sealed', countHash: null }).where(eq(rounds.id, roundId))
    await tx.update(roundBoxes).set({ probe: box!.probe })
    for (const { id, ...row } of held) await tx.update(trustees).set(row).where(eq(trustees.id, id))
  })
  expect(await open()).toEqual(first)
  expect(first.size).toBe(8)
})

test('sealed = participations − void = opened, whatever was changed, replaced or spoiled', async () => {
  const town = await world()
  const files = await announced(town)
  const { votes, box } = JSON.parse(files.get('result.json')!)
  const opened = files.get('ballots.csv')!.trim().split('\n').length - 1
  expect(votes.participations - votes.void).toBe(box.leaves)
  expect(opened).toBe(box.leaves)
  expect(files.get('sealed.txt')!.trim().split('\n')).toHaveLength(box.leaves)
  expect(files.get('superseded.txt')!.trim().split('\n')).toHaveLength(3)
  expect(votes).toEqual({ participations: 10, households: 10, void: 1, ballots: 9, blank: 1 })
})
