import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { needs, rounds } from '#db/schema/index.ts'
import { announceRound } from '#domain/ask/vote/announce-round.ts'
import { draftFromPb, importForm } from '#domain/ask/vote/import-pb.ts'
import { countPb, readPb } from '#domain/ask/vote/pb-file.ts'
import { ruleInPb } from '#domain/ask/vote/pb-rule.ts'
import { readFile } from '#domain/ask/vote/read-result.ts'
import { readWorkbook } from '#domain/ask/vote/read-workbook.ts'
import { voidRound } from '#domain/ask/vote/void-round.ts'
import { yuan } from '#domain/money.ts'
import type { Refusal } from '#domain/refusal.ts'
import { pbOf as fileOf, type Item } from '#tests/support/pb.ts'
import { refused } from '#tests/support/round-votes.ts'
import { acceptedNeeds, castBy, countedRound, draftedRound, openRound } from '#tests/support/vote.ts'
import { type Town, world } from '#tests/support/world.ts'

const more = {
  poolId: 'P1',
  electorate: '本社区居民',
  unit: 'household',
  quorumPercent: 10,
  opensOn: '2026-04-10',
  closesOn: '2026-04-12',
} as const

const items: Item[] = [
  ['XQ-1', 90_000],
  ['XQ-2', 70_000],
]
/** Two accepted needs of C1, by their numbers. */
async function twoNeeds(town: Town): Promise<Item[]> {
  const ids = await acceptedNeeds(town, [90_000, 70_000])
  const found = await town.db.select().from(needs)
  return ids.map((id, at) => [found.find((n) => n.id === id)!.refNo, at === 0 ? 90_000 : 70_000])
}
const drafted = async (town: Town, words: string) => {
  const { id } = await draftFromPb(town.as('clerk'), { ...more, words })
  const [round] = await town.db.select().from(rounds).where(eq(rounds.id, id))
  return round!
}

test('a file becomes a draft: slate by the numbers of needs, budget, ballot and rule as it says', async () => {
  const town = await world()
  const listed = await twoNeeds(town)
  const round = await drafted(town, fileOf(listed, { rule: 'equalshares/add1', max_length: 1 }))
  expect(round).toMatchObject({
    name: '春季票决',
    state: 'draft',
    budget: yuan(200_000),
    ballotKind: 'approval',
    maxChoices: 1,
    rule: 'mes',
    completion: 'add1',
    addStep: yuan(20),
    thresholdPercent: 0,
  })
})

test.each<[string, Record<string, string | number>, object]>([
  ['greedy', {}, { rule: 'greedy' }],
  ['no skip', { rule: 'greedy-no-skip' }, { rule: 'greedy_no_skip' }],
  [
    'a line without ballots is half',
    { rule: 'greedy-threshold', min_project_score_threshold: 9 },
    { thresholdPercent: 50 },
  ],
  ['equal shares', { rule: 'equalshares' }, { rule: 'mes', completion: 'none', utility: 'cost' }],
  [
    'our own words',
    { rule: 'equalshares/add1', comment: '#1: utility cardinal, completion add1_greedy, step 25, ties lot' },
    { utility: 'cardinal', completion: 'add1_greedy', addStep: yuan(25), tieOrder: 'lot' },
  ],
  ['order of preference', { vote_type: 'ordinal', max_length: 2 }, { ballotKind: 'ranking', maxChoices: 2 }],
])('the rule of a file: %s', (_what, meta, expected) => {
  expect(ruleInPb(readPb(fileOf(items, meta)), 2)).toMatchObject(expected)
})

test.each<[string, (items: Item[]) => string, string, object]>([
  [
    'a project nobody asked for',
    ([a]) => fileOf([a!, ['XQ-9', 5]]),
    'pb-need-unknown',
    { id: 'XQ-9', line: 17 },
  ],
  [
    'another price',
    ([a, b]) => fileOf([a!, [b![0], 70_001]]),
    'pb-cost-differs',
    { line: 17, file: '70001' },
  ],
  [
    'a rule unknown here',
    (all) => fileOf(all, { rule: 'greedy-custom' }),
    'pb-rule-unknown',
    { rule: 'greedy-custom' },
  ],
  [
    'a rule its ballots cannot have',
    (all) => fileOf(all, { rule: 'equalshares', vote_type: 'ordinal', max_length: 2 }),
    'pb-not-a-round',
    {},
  ],
  ['no name', (all) => fileOf(all, { description: ' ' }), 'pb-not-a-round', {}],
  ['wrong counts', (all) => fileOf(all, { num_projects: 3 }), 'pb-count-projects', { said: 3, found: 2 }],
  ['no file at all', () => 'hello', 'pb-before-meta', { line: 1 }],
])('refused with its line: %s', async (_what, file, reason, params) => {
  const town = await world()
  const listed = await twoNeeds(town)
  const refusal = (await draftFromPb(town.as('clerk'), { ...more, words: file(listed) }).catch(
    (e: unknown) => e,
  )) as Refusal
  expect([refusal.reason, refusal.params]).toEqual([reason, expect.objectContaining(params)])
  expect(await town.db.select().from(rounds)).toEqual([])
})

test('only a committee drafts from a file, and only from its own needs', async () => {
  const town = await world()
  const words = fileOf(await twoNeeds(town))
  for (const who of ['handler', 'resident1', null] as const)
    expect(await refused(draftFromPb(town.as(who), { ...more, words }))).not.toBe('not refused')
  expect(await town.db.select().from(rounds)).toEqual([])
})

test('the form asks for a file and for what a file does not say', () => {
  const file = new File(['META'], 'a.pb')
  expect(importForm.safeParse({ ...more, file }).success).toBe(true)
  expect(importForm.safeParse({ ...more }).success).toBe(false)
  expect(importForm.safeParse({ ...more, file, opensOn: 'soon' }).success).toBe(false)
  expect(importForm.safeParse({ ...more, file, quorumPercent: 'x' }).success).toBe(false)
})

test('out and in again: the file of a counted round drafts the same round', async () => {
  const town = await world()
  const round = await openRound(town, {
    voters: 12,
    quorumPercent: 0,
    rule: 'mes',
    completion: 'add1',
    addStep: yuan(100),
  })
  for (let voter = 0; voter < 6; voter += 1) await castBy(town, round, voter, [voter < 4 ? 0 : 1])
  await countedRound(town, round)
  const words = await readFile(town.as('director'), round.id, 'round.pb')
  await voidRound(town.as('director'), { roundId: round.id, reason: '重来' })
  const again = await drafted(town, words)
  const [was] = await town.db.select().from(rounds).where(eq(rounds.id, round.id))
  for (const key of [
    'budget',
    'ballotKind',
    'maxChoices',
    'rule',
    'utility',
    'completion',
    'addStep',
    'tieOrder',
  ] as const)
    expect([key, again[key]]).toEqual([key, was![key]])
})

test('a file is only counted: both rules over its ballots, and nothing is kept', () => {
  const votes = ['1;XQ-1', '2;XQ-1', '3;XQ-2', ''].join('\n')
  const words = fileOf(items, { num_votes: 3, budget: 100_000 }) + votes
  const counted = countPb(words)
  expect(counted.voters).toBe(3)
  expect(counted.sides).toEqual([
    { method: 'greedy', winners: ['XQ-1'], cost: '90000', reached: 2 },
    { method: 'mes_add1u', winners: ['XQ-1'], cost: '90000', reached: 2 },
  ])
})

test('a workbook shows no result before the count, and is for those who prepare the round', async () => {
  const town = await world()
  const round = await draftedRound(town)
  expect(await readWorkbook(town.as('clerk'), round.id)).toMatchObject({ tables: null, result: null })
  expect(await refused(readWorkbook(town.as('resident1'), round.id))).not.toBe('not refused')
})

test('the street’s workbook has the result from the announcement on, that of those who count from the count on', async () => {
  const town = await world()
  const round = await openRound(town, { voters: 12, quorumPercent: 0 })
  for (const voter of [0, 1]) await castBy(town, round, voter, [0])
  await countedRound(town, round)
  const won = async (who: string) =>
    (await readWorkbook(town.as(who), round.id)).result?.tally.selected.length ?? null
  expect([await won('clerk'), await won('handler')]).toEqual([1, null])
  await announceRound(town.as('director'), { roundId: round.id })
  expect(await won('handler')).toBe(1)
})
