import { asc, eq, inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { told as toldWords, translator } from '#app/i18n/index.ts'
import {
  ballots,
  needs,
  notices,
  participations,
  roundItems,
  suggestions,
  supports,
} from '#db/schema/index.ts'
import type { Mark } from '#db/vocabulary.ts'
import { readSuggestion } from '#domain/ask/suggestion/read-suggestion.ts'
import { announceRound } from '#domain/ask/vote/announce-round.ts'
import { castPaper } from '#domain/ask/vote/cast-paper.ts'
import { castTyped } from '#domain/ask/vote/cast-vote.ts'
import { countElection } from '#domain/ask/vote/count/count-election.ts'
import { pbReader } from '#domain/ask/vote/count/parse-pb.ts'
import { ballotsOf } from '#domain/ask/vote/count-round.ts'
import { findCounted, recount } from '#domain/ask/vote/find-result.ts'
import { identifyVoter } from '#domain/ask/vote/identify-voter.ts'
import { markPaper, markTyped } from '#domain/ask/vote/mark-paper.ts'
import { longestPlain, plainOf, readPlain } from '#domain/ask/vote/marks.ts'
import { takeBack } from '#domain/ask/vote/paper.ts'
import { readFile } from '#domain/ask/vote/read-result.ts'
import { readBallot } from '#domain/ask/vote/read-round.ts'
import { tally } from '#domain/ask/vote/tally.ts'
import type { TallyRule } from '#domain/ask/vote/tally-terms.ts'
import { countRuleOf } from '#domain/ask/vote/tally-turns.ts'
import { marksIn } from '#domain/ask/vote/typed-marks.ts'
import { yuan } from '#domain/money.ts'
import { onPaper } from '#tests/support/channels.ts'
import { refused, vote } from '#tests/support/round-votes.ts'
import { countedRound, openRound, type ReadyRound } from '#tests/support/vote.ts'
import { type Town, world } from '#tests/support/world.ts'

const points = {
  ballotKind: 'points',
  rule: 'greedy',
  pointsTotal: 10,
  pointsEach: 6,
  maxChoices: 3,
  quorumPercent: 0,
} as const
const ranking = { ballotKind: 'ranking', rule: 'greedy', maxChoices: 2, quorumPercent: 0 } as const
const counted = async (town: Town, round: ReadyRound) => {
  await countedRound(town, round)
  return recount(town.db, await findCounted(town.as('director'), round.id))
}
const refs = async (town: Town, round: ReadyRound) => {
  const rows = await town.db.select().from(needs)
  return round.needIds.map((id) => rows.find((n) => n.id === id)!.refNo)
}

test('points outside their limits are refused in words, and what is given is what is counted', async () => {
  const town = await world()
  const round = await openRound(town, points)
  expect(await refused(vote(town, round, 0, [[0, 7]]))).toBe('points-each')
  expect(await refused(vote(town, round, 0, [[0, 0]]))).toBe('points-each')
  expect(await refused(vote(town, round, 0, [[0, 1.5]]))).toBe('points-each')
  expect(await refused(vote(town, round, 0, [0]))).toBe('points-each')
  expect(
    await refused(
      vote(town, round, 0, [
        [0, 6],
        [1, 5],
      ]),
    ),
  ).toBe('points-over')
  expect(
    await refused(
      vote(town, round, 0, [
        [0, 2],
        [0, 3],
      ]),
    ),
  ).toBe('marked-twice')
  await vote(town, round, 0, [
    [1, 4],
    [0, 6],
  ])
  await vote(town, round, 1, [[1, 6]])
  await vote(town, round, 2, [[2, 1]])
  const { tally: t, opened } = await counted(town, round)
  const [a, b, c] = await refs(town, round)
  expect(opened).toContainEqual([
    [a, 6],
    [b, 4],
  ])
  expect(t.steps.map((s) => [s.id, s.votes, s.score])).toEqual([
    [b, 2, 10],
    [a, 1, 6],
    [c, 1, 1],
  ])
})

test('a ranking keeps its order, a rank cannot be given twice, and higher ranks weigh more', async () => {
  const town = await world()
  const round = await openRound(town, ranking)
  expect(await refused(vote(town, round, 0, [0, 0]))).toBe('marked-twice')
  expect(await refused(vote(town, round, 0, [0, 1, 2]))).toBe('too-many-chosen')
  expect(await refused(vote(town, round, 0, [[0, 1]]))).toBe('not-on-the-ballot')
  await vote(town, round, 0, [2, 0])
  await vote(town, round, 1, [2, 1])
  await vote(town, round, 2, [0])
  const { tally: t, opened } = await counted(town, round)
  const [a, b, c] = await refs(town, round)
  expect(opened).toContainEqual([c, a])
  expect(t.steps.map((s) => [s.id, s.score])).toEqual([
    [c, 4],
    [a, 3],
    [b, 1],
  ])
})

test('a budget ballot that costs too much is told by how much, and one that fits exactly is taken', async () => {
  const town = await world()
  const round = await openRound(town, {
    ballotKind: 'knapsack',
    costs: [160_000, 70_000, 50_000, 60_000],
    maxChoices: 4,
  })
  await expect(vote(town, round, 0, [0, 1, 3])).rejects.toMatchObject({
    reason: 'over-the-budget',
    params: { over: '10,000', budget: '280,000' },
  })
  expect(await refused(vote(town, round, 0, [0, 1, 2]))).toBe('not refused')
})

test('a blank ballot is only cast when it is said, takes part, and is counted apart', async () => {
  const town = await world()
  const round = await openRound(town, { quorumPercent: 0 })
  expect(await refused(vote(town, round, 0, []))).toBe('nothing-chosen')
  expect(await refused(vote(town, round, 0, [1], true))).toBe('blank-and-chosen')
  await vote(town, round, 0, [], true)
  await vote(town, round, 1, [0])
  await onPaper(town, round, [{ voter: 2, blank: true }])
  const lengths = (await town.db.select().from(ballots)).map((b) => b.sealed.length)
  expect(new Set(lengths).size).toBe(1)
  const { tally: t, opened, turnout } = await counted(town, round)
  expect(opened.filter((ballot) => ballot.length === 0)).toHaveLength(2)
  expect(t).toMatchObject({ ballots: 1, blank: 2, line: 1, satisfied: 1 })
  expect(turnout.voters).toBe(3)
})

test('every ballot of a kind is as long as any other before it is sealed', async () => {
  const slate = [1, 2, 3].map((n) => ({ choice: `n${n}`, refNo: `XQ-2026-00000${n}`, cost: 1 }))
  const full: Record<string, Mark[]> = {
    approval: ['n1', 'n2', 'n3'],
    ranking: ['n3', 'n1', 'n2'],
    points: [
      ['n1', 100],
      ['n2', 100],
      ['n3', 100],
    ],
  }
  for (const [kind, marks] of Object.entries(full)) {
    const round = {
      ballotKind: kind as 'approval',
      maxChoices: 3,
      pointsTotal: 300,
      pointsEach: 100,
      budget: 9,
    }
    expect(plainOf(round, slate, marks).length, kind).toBeLessThanOrEqual(longestPlain(round, slate))
    expect(
      readPlain(round, slate, plainOf(round, slate, marks).padEnd(longestPlain(round, slate))),
    ).toHaveLength(3)
    expect(readPlain(round, slate, '[]')).toEqual([])
  }
})

test.each<[string, string, object]>([
  ['an unknown item', '["XQ-9"]', {}],
  ['one twice', '["XQ-1","XQ-1"]', {}],
  ['too many', '["XQ-1","XQ-2","XQ-3"]', {}],
  ['another order', '["XQ-2","XQ-1"]', {}],
  ['spaces', '["XQ-1", "XQ-2"]', {}],
  ['points where there are none', '[["XQ-1",1]]', {}],
  ['half a point', '[["XQ-1",1.5]]', { ballotKind: 'points' }],
  ['too many points', '[["XQ-1",5],["XQ-2",2]]', { ballotKind: 'points' }],
  ['too many for one', '[["XQ-1",6]]', { ballotKind: 'points' }],
  ['more than the budget', '["XQ-1","XQ-2"]', { ballotKind: 'knapsack' }],
  ['no list', '{"XQ-1":1}', {}],
  ['no JSON', 'XQ-1', {}],
])('an opened ballot with %s is none', (_of, plain, more) => {
  const slate = [1, 2, 3].map((n) => ({ choice: `n${n}`, refNo: `XQ-${n}`, cost: 10 * n }))
  const rule = {
    ballotKind: 'approval' as const,
    maxChoices: 2,
    pointsTotal: 6,
    pointsEach: 5,
    budget: 29,
    ...more,
  }
  expect(readPlain(rule, slate, plain)).toBeNull()
})

test('what a form sends becomes the ballot of its kind', () => {
  expect(marksIn('points', { points: { a: 3, b: 0 } })).toEqual([['a', 3]])
  expect(marksIn('ranking', { ranks: { a: 3, b: 1, c: 0 } })).toEqual(['b', 'a'])
  expect(() => marksIn('ranking', { ranks: { a: 2, b: 2 } })).toThrow('same-rank')
  expect(marksIn('approval', { choices: ['a'], points: { b: 1 } })).toEqual(['a'])
  expect(marksIn('points', {})).toEqual([])
})

test('the same ballot is filled in, checked and cast in the voter’s hand and at the desk', async () => {
  const town = await world()
  const round = await openRound(town, ranking)
  const anyone = town.as(null)
  const hand = takeBack(
    anyone,
    round.id,
    (await identifyVoter(anyone, { roundId: round.id, code: round.slips[0]!.code })).paper,
  )!
  const marked = await markTyped(anyone, hand, { ranks: { [round.needIds[1]!]: 1, [round.needIds[0]!]: 2 } })
  const paper = takeBack(anyone, round.id, marked.paper)!
  expect((await readBallot(anyone, paper)).choices).toEqual([round.needIds[1], round.needIds[0]])
  expect(await refused(markTyped(anyone, hand, { blank: 'yes', ranks: { [round.needIds[1]!]: 1 } }))).toBe(
    'blank-and-chosen',
  )
  await castPaper(anyone, round.id, marked.paper)
  const blank = await markPaper(anyone, hand, [], true)
  expect(await readBallot(anyone, takeBack(anyone, round.id, blank.paper)!)).toMatchObject({
    choices: [],
    blank: true,
  })
  const help = { roundId: round.id, code: round.slips[1]!.code, channel: 'desk' as const }
  await castTyped(town.as('station'), { ...help, ranks: { [round.needIds[2]!]: 1 } })
  expect(await refused(castTyped(town.as('handler'), { ...help, ranks: {} }))).toBe('needs-another-seat')
  expect(await town.db.$count(participations)).toBe(2)
  const [a, b, c] = await refs(town, round)
  await countedRound(town, round)
  expect(await ballotsOf(town.db, round.id)).toEqual([[b, a], [c]])
})

const items = (costs: Record<string, number>) =>
  Object.entries(costs).map(([id, cost]) => ({ id, cost: yuan(cost) }))
const times = (n: number, ...choices: string[]) => Array.from({ length: n }, () => choices)
const rule = { budget: yuan(100), thresholdPercent: null, quorum: 0, participated: 10 }

test('equal shares fund what a smaller group can pay, where votes alone would not', () => {
  const all = [...times(6, 'A', 'B'), ...times(4, 'C')]
  const cost = items({ A: 60, B: 40, C: 40 })
  expect(tally(all, cost, { ...rule, rule: 'greedy' }).selected).toEqual(['B', 'A'])
  const shares = tally(all, cost, { ...rule, rule: 'mes' })
  expect(shares.selected.sort()).toEqual(['B', 'C'])
  expect(shares.steps.map((s) => [s.id, s.outcome, s.byShares])).toEqual([
    ['B', 'selected', true],
    ['C', 'selected', true],
    ['A', 'no_support', false],
  ])
  expect(shares.spent).toBe(yuan(80))
})

test('without skipping the count stops at the first that does not fit', () => {
  const t = tally([...times(3, 'A'), ...times(2, 'B'), ...times(1, 'C')], items({ A: 70, B: 50, C: 10 }), {
    ...rule,
    rule: 'greedy_no_skip',
  })
  expect(t.steps.map((s) => s.outcome)).toEqual(['selected', 'no_money', 'after_stop'])
  expect(t.selected).toEqual(['A'])
})

test('a lot settles what cost and votes leave equal, the same way whoever counts', () => {
  const cost = items({ A: 60, B: 60, C: 60 })
  const winners = ['1', '2', '3', '4', '5', '6', '7', '8'].map((lotSeed) => {
    const [one] = tally(times(2, 'A', 'B', 'C'), cost, { ...rule, rule: 'greedy', lotSeed }).selected
    expect(
      tally(times(2, 'C', 'B', 'A'), [...cost].reverse(), { ...rule, rule: 'greedy', lotSeed }).selected,
    ).toEqual([one])
    return one
  })
  expect(new Set(winners).size).toBeGreaterThan(1)
  expect(tally(times(2, 'A', 'B', 'C'), cost, { ...rule, rule: 'greedy' }).selected).toEqual(['A'])
})

test('blank ballots weigh nothing in equal shares: the money is divided among valid ones', () => {
  const cost = items({ A: 100 })
  expect(tally([...times(2, 'A'), [], []], cost, { ...rule, rule: 'mes' }).selected).toEqual(['A'])
})

test('whoever asked for a need gets the outcome with its reason, once, and nobody else does', async () => {
  const town = await world()
  const round = await openRound(town, { quorumPercent: 0, costs: [160_000, 150_000, 100] })
  const at = town.clock.now()
  const [selected, dear, unloved] = round.needIds
  await town.transact(async (tx) => {
    await tx.insert(supports).values([
      { needId: dear!, personId: 'resident1', at },
      { needId: unloved!, personId: 'resident2', at },
      { needId: selected!, personId: 'resident3', at },
    ])
    const asked = {
      title: '灯',
      words: '楼道没有灯',
      communityId: 'C1',
      state: 'adopted',
      dueAt: at,
      createdAt: at,
    } as const
    await tx.insert(suggestions).values([
      {
        ...asked,
        refNo: 'JY-1',
        kind: 'need',
        personId: 'resident1',
        needId: dear!,
        handlerPartyId: 'C1',
        handlerRole: 'committee_clerk',
      },
      {
        ...asked,
        refNo: 'JY-2',
        kind: 'need',
        personId: 'resident4',
        needId: dear!,
        handlerPartyId: 'C1',
        handlerRole: 'committee_clerk',
      },
    ] as never)
  })
  for (let i = 0; i < 4; i += 1) await vote(town, round, i, i < 3 ? [0, 1] : [0])
  await countedRound(town, round)
  const before = await town.db.$count(notices)
  await announceRound(town.as('director'), { roundId: round.id })
  const told = (await town.db.select().from(notices).orderBy(asc(notices.personId))).slice(0)
  const personal = told
    .filter((n) => n.personId && /^(need|ask)-/.test(n.message))
    .map((n) => [n.personId, n.message])
  expect(personal.sort()).toEqual([
    ['resident1', 'ask-not-selected'],
    ['resident2', 'need-below_threshold'],
    ['resident3', 'need-selected'],
    ['resident4', 'ask-not-selected'],
  ])
  expect(told.length - before).toBe(5)
  expect(told.find((n) => n.personId === 'resident4')!.link).toBe('/suggestions/JY-2')
  const replies = await Promise.all(['JY-1', 'JY-2'].map((refNo) => readSuggestion(town.as(null), refNo)))
  for (const { voted } of replies)
    expect(voted).toMatchObject({
      roundId: round.id,
      words: expect.stringMatching(/^vote\.reply\.no_money\?/),
    })
  const losers = await town.db
    .select()
    .from(needs)
    .where(inArray(needs.id, round.needIds.slice(1)))
  for (const { state, reason } of losers) {
    expect(state).toBe('not_selected')
    for (const lang of ['zh-CN', 'en'] as const) {
      const words = toldWords(translator(lang), reason!)
      expect(words).not.toBe(reason)
      expect(words).not.toMatch(/\{\{|vote\.reply/)
    }
  }
  expect(toldWords(translator('zh-CN'), replies[0]!.voted!.words)).toMatch(/4 张有效票里有 3 张选它/)
  const loser = { needId: losers.find(({ reason }) => reason === replies[0]!.voted!.words)!.id }
  const since = (set: Partial<typeof needs.$inferInsert>) =>
    town.transact((tx) => tx.update(needs).set(set).where(eq(needs.id, loser.needId)))
  for (const state of ['shortlisted', 'merged', 'withdrawn'] as const) {
    await since({ state, reason: '另有安排' })
    const { voted } = await readSuggestion(town.as(null), 'JY-1')
    expect([state, voted]).toEqual([state, { ...replies[0]!.voted!, free: false }])
  }
  const outcomes = await town.db
    .select()
    .from(roundItems)
    .where(eq(roundItems.roundId, round.id))
    .orderBy(asc(roundItems.ordinal))
  expect(outcomes.map((i) => [i.outcome, i.reason])).toEqual([
    ['selected', null],
    ['no_money', 'no_money'],
    ['below_threshold', 'below_threshold'],
  ])
})

const t0 = { budget: yuan(280_000), thresholdPercent: 50, quorum: 0, participated: 9 }
const kinds: Array<[string, object, number[][], string]> = [
  ['approval', { rule: 'greedy_threshold' }, [[0, 1], [0], [2], []], 'greedy-threshold'],
  ['points', points, [[0], [1], [1]], 'greedy'],
  ['ranking', ranking, [[2, 0], [2, 1], [0]], 'greedy'],
  [
    'shares',
    { rule: 'mes', completion: 'add1', addStep: yuan(100) },
    [[0, 1], [0], [2], []],
    'equalshares/add1',
  ],
]
test.each(kinds)(
  'the open file of a round with %s says its kind, its rule and its winners',
  async (_kind, more, cast, rule) => {
    const town = await world()
    const round = await openRound(town, { quorumPercent: 0, ...more })
    const graded = 'ballotKind' in more && more.ballotKind === 'points'
    for (const [voter, marks] of cast.entries())
      await vote(
        town,
        round,
        voter,
        graded ? marks.map((m): [number, number] => [m, 3]) : marks,
        marks.length === 0,
      )
    const { tally: t, opened } = await counted(town, round)
    const file = await readFile(town.as('director'), round.id, 'round.pb')
    const reader = pbReader()
    reader.push(Buffer.from(file))
    const read = reader.end()
    if (!read.ok) throw new Error(JSON.stringify(read.fault))
    expect(read.election.voters).toBe(opened.filter((ballot) => ballot.length > 0).length)
    expect(file).toContain(`\nrule;${rule}\n`)
    const won = file
      .split('\n')
      .filter((l) => /^XQ.*;1$/.test(l))
      .map((l) => l.split(';')[0]!)
    expect(won.sort()).toEqual([...t.selected].sort())
    const again = countElection(read.election, countRuleOf({ ...t0, ...more } as TallyRule, []))
    expect(again.ok && [...again.outcome.winners].sort()).toEqual([...t.selected].sort())
  },
)
