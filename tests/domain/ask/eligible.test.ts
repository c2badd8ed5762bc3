import { expect, test } from 'vitest'
import { rollEntries } from '#db/schema/index.ts'
import { draftRound } from '#domain/ask/vote/draft-round.ts'
import { barredBy, type Eligibility } from '#domain/ask/vote/eligible.ts'
import { loadRoll, tryRoll } from '#domain/ask/vote/load-roll.ts'
import { printSlips } from '#domain/ask/vote/print-slips.ts'
import { readRoll } from '#domain/ask/vote/read-roll.ts'
import { refused } from '#tests/support/round-votes.ts'
import { acceptedNeeds, roundInput } from '#tests/support/vote.ts'
import { world } from '#tests/support/world.ts'

const rule = (residence: Eligibility['residence'], minAge = 18): Eligibility => ({
  minAge,
  residence,
  residenceMonths: 12,
})
const who = (nonlocal: boolean, livedMonths: number | null, age: number | null = 40) => ({
  age,
  nonlocal,
  livedMonths,
})

test.each([
  ['registered', who(false, null), null],
  ['registered', who(true, 99), 'lived'],
  ['registered_or_living', who(false, 0), null],
  ['registered_or_living', who(true, 12), null],
  ['registered_or_living', who(true, 11), 'lived'],
  ['registered_or_living', who(true, null), 'lived'],
  ['living', who(false, 12), null],
  ['living', who(false, 11), 'lived'],
  ['living', who(false, null), null],
  ['living', who(true, null), 'lived'],
  ['living', who(true, 12), null],
] as const)('%s: %j is barred by %s', (residence, elector, bar) => {
  expect(barredBy(rule(residence), elector)).toBe(bar)
})

test('the age is reached on the day it is reached, and an age nobody gave is for the maker of the roll', () => {
  const at = (age: number | null, minAge: number) =>
    barredBy(rule('registered', minAge), who(false, null, age))
  expect([at(17, 18), at(18, 18), at(15, 16), at(16, 16), at(null, 18)]).toEqual([
    'young',
    null,
    'young',
    null,
    null,
  ])
})

test('a roll says where somebody is registered, how long he has lived here, and who speaks for the household', () => {
  const read = readRoll(
    '甲,1,40,,户籍\n乙,2,16,,非户籍 14,王阿姨\n丙,3,,,非户籍１２个月\n丁,4',
    'household',
    rule('registered_or_living', 16),
  )
  expect(read.faults).toEqual([])
  expect(read.lines.map((l) => [l.ageBand, l.nonlocal, l.livedMonths, l.representative])).toEqual([
    ['36-59', false, null, null],
    ['under18', true, 14, '王阿姨'],
    [null, true, 12, null],
    [null, false, null, null],
  ])
})

test('whoever the round’s rule does not let vote is named by line', () => {
  const { faults } = readRoll(
    '甲,1,15\n乙,2,40,,非户籍 3\n丙,3,40,,外地\n丁,4,40,,非户籍\n戊,5,40,,户籍,' +
      '长'.repeat(41) +
      '\n己,6,1,,,,,,,',
    'household',
    rule('registered_or_living', 16),
  )
  expect(faults).toEqual([
    { line: 1, key: 'young' },
    { line: 2, key: 'lived' },
    { line: 3, key: 'residence' },
    { line: 4, key: 'lived' },
    { line: 5, key: 'representative' },
    { line: 6, key: 'columns' },
  ])
})

test('the roll of a round is held to that round’s own rule, and its slips carry the representative’s name', async () => {
  const town = await world()
  const needIds = await acceptedNeeds(town, [100])
  const { id } = await draftRound(
    town.as('clerk'),
    roundInput(needIds, { minAge: 16, residence: 'registered', residenceMonths: 0 }),
  )
  const roll = '甲家,1,16,,户籍,王阿姨\n乙家,2,40,,非户籍 99'
  expect((await tryRoll(town.as('clerk'), { roundId: id, roll })).faults).toEqual([{ line: 2, key: 'lived' }])
  expect(await refused(loadRoll(town.as('clerk'), { roundId: id, roll }))).toBe('roll-has-faults')
  expect(await town.db.$count(rollEntries)).toBe(0)
  await loadRoll(town.as('clerk'), { roundId: id, roll: '甲家,1,16,,户籍,王阿姨' })
  const [slip] = await printSlips(town.as('clerk'), { roundId: id })
  expect(slip).toMatchObject({ label: '王阿姨', householdKey: '1' })
})
