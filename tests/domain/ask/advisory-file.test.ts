import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { needs, roundItems, rounds } from '#db/schema/index.ts'
import { announceRound } from '#domain/ask/vote/announce-round.ts'
import { closeBox } from '#domain/ask/vote/close-box.ts'
import { countRound } from '#domain/ask/vote/count-round.ts'
import { changeRound, draftRound } from '#domain/ask/vote/draft-round.ts'
import { slateOf } from '#domain/ask/vote/find-round.ts'
import { draftFromPb } from '#domain/ask/vote/import-pb.ts'
import { loadRoll } from '#domain/ask/vote/load-roll.ts'
import { printSlips } from '#domain/ask/vote/print-slips.ts'
import { readDraftPage } from '#domain/ask/vote/read-draft.ts'
import { readResult } from '#domain/ask/vote/read-result.ts'
import { readDeskRound, readRound } from '#domain/ask/vote/read-round.ts'
import { sealRound } from '#domain/ask/vote/seal-round.ts'
import { voidRound } from '#domain/ask/vote/void-round.ts'
import { yuan } from '#domain/money.ts'
import type { Refusal } from '#domain/refusal.ts'
import { type Item, pbOf } from '#tests/support/pb.ts'
import { refused } from '#tests/support/round-votes.ts'
import { acceptedNeeds, castBy, closing, opening, rollOf, roundInput } from '#tests/support/vote.ts'
import { type Town, world } from '#tests/support/world.ts'

const more = {
  items: 'own',
  electorate: '本社区居民',
  unit: 'household',
  quorumPercent: 0,
  opensOn: '2026-03-10',
  closesOn: '2026-03-12',
} as const
const parks: Item[] = [
  ['BO.D18.22/23', 90_000, '河岸步道'],
  ['BO.D18.7/23', 70_000.5, 'Plac zabaw'],
  ['BO.D18.9/23', 60_000, ''],
]
const votes = ['1;BO.D18.22/23', '2;BO.D18.7/23,BO.D18.9/23', '3;BO.D18.7/23']
const words = pbOf(parks, { budget: 140_000, currency: 'PLN', unit: 'Łódź', country: 'Poland' }, votes)
const drafted = async (town: Town, from = words, demonstrate?: 'yes') =>
  (await draftFromPb(town.as('clerk'), { ...more, words: from, demonstrate })).id

test('projects of elsewhere stand alone on an advisory round, are voted on, counted and announced, and nothing follows', async () => {
  const town = await world()
  await acceptedNeeds(town, [90_000])
  const needsBefore = await town.db.select().from(needs)
  const id = await drafted(town, words, 'yes')
  const [round] = await town.db.select().from(rounds).where(eq(rounds.id, id))
  expect(round).toMatchObject({ level: 'L0', poolId: null, budget: yuan(140_000), rule: 'greedy' })
  const slate = await slateOf(town.db, id)
  expect(slate.map(({ refNo, title, cost, needId }) => [refNo, title, cost, needId])).toEqual([
    ['BO.D18.22/23', '河岸步道', yuan(90_000), null],
    ['BO.D18.7/23', 'Plac zabaw', yuan(70_000.5), null],
    ['BO.D18.9/23', 'BO.D18.9/23', yuan(60_000), null],
  ])
  await loadRoll(town.as('clerk'), { roundId: id, roll: rollOf(4) })
  const slips = await printSlips(town.as('clerk'), { roundId: id })
  await sealRound(town.as('director'), { roundId: id })
  expect((await readDeskRound(town.as('clerk'), id)).file?.counted?.voters).toBe(3)
  const shown = await readRound(town.as(null), id)
  expect([shown.round.foreign, shown.file]).toMatchObject(['PLN', { currency: 'PLN', counted: null }])
  town.clock.set(new Date(opening.getTime() + 3_600_000))
  const ready = { id, slips, needIds: slate.map(({ choice }) => choice) }
  for (const voter of [0, 1, 2]) await castBy(town, ready, voter, [voter < 2 ? 0 : 1])
  town.clock.set(closing)
  await closeBox(town.as('director'), { roundId: id })
  await countRound(town.as('director'), { roundId: id, keys: null })
  await announceRound(town.as('director'), { roundId: id })
  const result = await readResult(town.as(null), id)
  expect(result.tally.steps.map(({ id: no, votes: n, outcome }) => [no, n, outcome])).toEqual([
    ['BO.D18.22/23', 2, 'selected'],
    ['BO.D18.7/23', 1, 'no_money'],
    ['BO.D18.9/23', 0, 'no_money'],
  ])
  expect(result.file?.counted?.sides[0]).toMatchObject({ winners: ['BO.D18.7/23', 'BO.D18.9/23'] })
  const items = await town.db.select().from(roundItems).where(eq(roundItems.roundId, id))
  expect(items.map(({ outcome }) => outcome).sort()).toEqual(['no_money', 'no_money', 'selected'])
  expect(await town.db.select().from(needs)).toEqual(needsBefore)
})

test.each<[string, (own: string) => string, string, object]>([
  ['an id with a blank', () => pbOf([['A 1', 5]]), 'pb-id-odd', { line: 16, id: 'A 1' }],
  [
    'a name without end',
    () => pbOf([...parks, ['B', 5, 'x'.repeat(201)]]),
    'pb-name-long',
    { line: 19, id: 'B' },
  ],
  ['thousandths', () => pbOf([['A', '5.001']]), 'pb-cost-fine', { line: 16, cost: '5.001' }],
  [
    'no cost',
    () =>
      pbOf([
        ['A', 5],
        ['B', 0],
      ]),
    'pb-cost-none',
    { line: 17, id: 'B' },
  ],
  ['a project withdrawn', () => pbOf([['A', 999_999_999]]), 'pb-cost-over', { line: 16 }],
  [
    'a need of ours',
    (own) =>
      pbOf([
        ['A', 5],
        [own, 5],
      ]),
    'pb-id-is-need',
    { line: 17 },
  ],
  ['a budget finer than fen', () => pbOf([['A', 5]], { budget: '9.001' }), 'pb-budget-fine', {}],
  [
    'more than a ballot holds',
    () => pbOf(Array.from({ length: 61 }, (_, n): Item => [`A${n}`, 5])),
    'pb-slate-long',
    { found: 61, most: 60 },
  ],
  ['a rule unknown here', () => pbOf(parks, { rule: 'greedy-custom' }), 'pb-rule-unknown', {}],
  ['a torn file', () => pbOf(parks).replace('VOTES', 'VOTE'), 'pb-cells', { line: 19 }],
])('refused with its line: %s', async (_what, file, reason, params) => {
  const town = await world()
  const [own] = await acceptedNeeds(town, [5])
  const [need] = await town.db.select().from(needs).where(eq(needs.id, own!))
  const refusal = (await drafted(town, file(need!.refNo)).catch((e: unknown) => e)) as Refusal
  expect([refusal.reason, refusal.params]).toEqual([reason, expect.objectContaining(params)])
  expect(await town.db.select().from(rounds)).toEqual([])
})

test('its slate is the file’s: it is not changed, nor repeated as a round of needs; void, its items free nothing', async () => {
  const town = await world()
  const needIds = await acceptedNeeds(town, [70_000])
  const id = await drafted(town)
  expect(await refused(changeRound(town.as('clerk'), { ...roundInput(needIds), id }))).toBe('round-of-a-file')
  expect(await refused(readDraftPage(town.as('clerk'), id))).toBe('round-of-a-file')
  await voidRound(town.as('director'), { roundId: id, reason: '重来' })
  expect(await refused(draftRound(town.as('clerk'), { ...roundInput(needIds), rerunOf: id }))).toBe(
    'round-of-a-file',
  )
  for (const who of ['handler', 'resident1', null] as const)
    expect(await refused(draftFromPb(town.as(who), { ...more, words }))).not.toBe('not refused')
})
