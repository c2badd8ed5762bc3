import { expect, test } from 'vitest'
import { castFor } from '#domain/ask/vote/cast-vote.ts'
import { suppressTable } from '#domain/ask/vote/suppress.ts'
import { spoiledOf, turnoutOf, turnoutTables } from '#domain/ask/vote/turnout.ts'
import { onPaper } from '#tests/support/channels.ts'
import { castBy, openRound } from '#tests/support/vote.ts'
import { world } from '#tests/support/world.ts'

const least = 10
type Published = { total: number; shown: Array<number | null>; floors?: readonly number[] }

/** Every way in which `total` people can be spread over so many cells, none below its floor. */
function* spreads(total: number, cells: number, floors: readonly number[]): Iterable<number[]> {
  const [floor = 0, ...rest] = floors
  if (cells === 1) {
    if (total >= floor) yield [total]
    return
  }
  for (let n = floor; n <= total; n += 1)
    for (const others of spreads(total - n, cells - 1, rest)) yield [n, ...others]
}

/**
 * The attack of threat 30: somebody who has every published figure, and knows how figures are hidden, tries every table
 * that would have been published just so. A hidden cell with one possible value is found out.
 */
function foundOut({ total, shown, floors = [] }: Published): number[] {
  const hidden = shown.flatMap((n, at) => (n === null ? [at] : []))
  const left = total - shown.reduce<number>((sum, n) => sum + (n ?? 0), 0)
  const possible = hidden.map(() => new Set<number>())
  if (hidden.length === 0) return []
  for (const spread of spreads(
    left,
    hidden.length,
    hidden.map((at) => floors[at] ?? 0),
  )) {
    const cells = [...shown] as number[]
    for (const [i, at] of hidden.entries()) cells[at] = spread[i]!
    const again = suppressTable(cells, least, floors)
    if (again.every((n, at) => n === shown[at])) for (const [i, n] of spread.entries()) possible[i]!.add(n)
  }
  return hidden.filter((_, i) => possible[i]!.size < 2)
}

test('an attack that works exists: without complementary hiding the only hidden cell is the rest of the total', () => {
  expect(foundOut({ total: 63, shown: [40, 20, null] })).toEqual([2])
})

/** The same attack on every table of so many people at once: what is published, and which tables it could have been. */
function foundOutOf(total: number, cells: number, floors: readonly number[] = []): string[] {
  const could = new Map<string, { shown: Array<number | null>; values: Array<Set<number>> }>()
  for (const spread of spreads(total, cells, floors)) {
    const shown = suppressTable(spread, least, floors)
    for (const n of shown) if (n !== null && n > 0 && n < least) return [`${spread} shows ${n}`]
    const seen = could.get(String(shown)) ?? { shown, values: spread.map(() => new Set<number>()) }
    for (const [at, n] of spread.entries()) seen.values[at]!.add(n)
    could.set(String(shown), seen)
  }
  return [...could.values()].flatMap(({ shown, values }) =>
    values.flatMap((some, at) =>
      shown[at] === null && some.size < 2 ? [`${shown}: cell ${at} is ${[...some]}`] : [],
    ),
  )
}

test('no hidden cell of any turnout table follows from what is published, even for those who know the method', () => {
  for (let total = 1; total <= 45; total += 1) expect(foundOutOf(total, 3), `${total} voters`).toEqual([])
  for (const total of [7, 11, 24, 31]) expect(foundOutOf(total, 4), `${total} voters`).toEqual([])
}, 60_000)

test('void sheets are published too, and are paper: the paper cell still does not follow', () => {
  for (let total = 2; total <= 36; total += 1)
    // All of them void and on paper: the published number of void sheets would be the turnout itself.
    for (let voided = 1; voided < total; voided += 1)
      expect(foundOutOf(total, 3, [0, 0, voided]), `${total} voters, ${voided} void`).toEqual([])
}, 60_000)

test('the tables of a real round hide every group under ten, by channel, by age and by why a sheet was void', async () => {
  const town = await world()
  const round = await openRound(town, { voters: 40 })
  for (let i = 0; i < 27; i += 1) await castBy(town, round, i, [i % 3])
  const station = town.as('station')
  const by = (i: number) => ({ roundId: round.id, code: round.slips[i]!.code })
  for (let i = 27; i < 31; i += 1)
    await castFor(station, { ...by(i), channel: 'desk', choices: [round.needIds[0]!] })
  await onPaper(
    town,
    round,
    [31, 32, 33].map((voter) => ({ voter, voided: 'too_many' as const })),
  )
  const { voters } = await turnoutOf(town.db, round.id)
  const { channels, ages } = await turnoutTables(town.db, town, round.id)
  const spoiled = await spoiledOf(town.db, town, round.id)
  expect(spoiled).toEqual({ total: 3, reasons: [] })
  expect(channels.find((c) => c.key === 'desk')!.n).toBeNull()
  for (const table of [channels, ages]) {
    const shown = table.map((cell) => cell.n)
    expect(shown.filter((n) => n === null).length).not.toBe(1)
    for (const n of shown) expect(n === null || n === 0 || n >= least).toBe(true)
    const floors = table.map(({ key }) => (key === 'paper' ? spoiled.total : 0))
    expect(foundOut({ total: voters, shown, floors })).toEqual([])
  }
}, 60_000)

test('where the young may vote their few do not follow from the rest: the band stands in the table, hidden with others', async () => {
  const town = await world()
  const round = await openRound(town, { voters: 40, minAge: 16, young: 3 })
  for (let i = 0; i < 40; i += 1) await castBy(town, round, i, [i % 3])
  const { voters } = await turnoutOf(town.db, round.id)
  const { ages } = await turnoutTables(town.db, town, round.id)
  expect(ages.find(({ key }) => key === 'under18')).toEqual({ key: 'under18', n: null })
  const shown = ages.map(({ n }) => n)
  expect(shown.filter((n) => n !== null && n >= least).length).toBeGreaterThan(0)
  const told = shown.reduce<number>((sum, n) => sum + (n ?? 0), 0)
  expect(voters - told).toBeGreaterThanOrEqual(least)
  expect(foundOut({ total: voters, shown })).toEqual([])
}, 60_000)
